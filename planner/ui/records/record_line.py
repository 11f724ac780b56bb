"""Rows along a line, kept by key: what changes is refreshed, what is open stays open and focused."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.ui.records.face import Face
from planner.ui.records.form import RecordForm
from planner.ui.records.record_row import RecordRow
from planner.ui.theme.theme import Theme


@dataclass(frozen=True, slots=True)
class Item:
    """One row to be: ``record`` is what its form shows, ``make_form`` is None where it has none."""

    key: str
    face: Face
    record: Any = None
    make_form: Callable[[], QWidget] | None = None


class RecordLine(QWidget):
    """Shows items; one of them at most is open. ``opened`` brings the row that was opened."""

    opened = Signal(object)

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, *, has_dates: bool = True
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._has_dates = has_dates
        self._records: dict[str, Any] = {}
        self._rows: dict[str, RecordRow] = {}
        self._open = ""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    @property
    def keys(self) -> tuple[str, ...]:
        """Return the keys of the rows, from top to bottom."""
        return tuple(self._rows)

    def row(self, key: str) -> RecordRow:
        """Return a row."""
        return self._rows[key]

    def show_items(self, items: Sequence[Item]) -> None:
        """Show these items in this order."""
        before, self._rows = self._rows, {}
        for place, item in enumerate(items):
            row = before.pop(item.key, None) or self._made(item)
            self._rows[item.key] = row
            if self._column.indexOf(row) != place:
                self._column.insertWidget(place, row)
            row.show_face(item.face)
            if isinstance(row.form, RecordForm):
                row.form.show_record(item.record)
            row.rail.set_ends(is_first=place == 0, is_last=place == len(items) - 1)
        for row in before.values():
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._records = {item.key: item.record for item in items}

    def open(self, key: str) -> None:
        """Open one row and close the others; no key closes all."""
        self._open = key if key in self._rows else ""
        for each, row in self._rows.items():
            row.set_open(is_open=each == self._open)
        if self._open:
            form = self._rows[self._open].form
            if isinstance(form, RecordForm):
                form.show_record(self._records[self._open])
            self.opened.emit(self._rows[self._open])

    def toggle(self, key: str) -> None:
        """Open a row, or close it where it is open."""
        is_open = self._rows[key].is_open
        self.open("" if is_open else key)

    def _made(self, item: Item) -> RecordRow:
        row = RecordRow(self._theme, item.make_form, self, has_dates=self._has_dates)
        key = item.key
        row.toggled.connect(lambda: self.toggle(key))
        return row
