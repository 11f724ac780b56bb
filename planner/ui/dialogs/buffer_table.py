"""The table of buffers: where minutes go by how many there are, one cell to choose."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QGridLayout, QVBoxLayout, QWidget

from planner.domain.times import MINUTE
from planner.formats.wording.buffers import (
    Advice,
    Buffer,
    cost_words,
    placement_words,
    safe_words,
    whole_words,
)
from planner.ui.context import Context
from planner.ui.controls.plain_label import plain_label
from planner.ui.dialogs.buffer_cell import BufferCell

PLACEMENTS = ("pooled", "spread", "early")
"""The rows, in the order of `planner.schedule.risk.advisor.Placement`."""

MINUTES = (5, 10, 15)
"""The columns."""

_HEAD_WIDTH = 208

Place = tuple[str, int]
"""A placement and a number of minutes: what a cell stands for."""


class BufferTable(QWidget):
    """``chosen(buffer)`` tells what a person chose; `show_advice` keeps what was chosen before."""

    chosen = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._buffers: dict[Place, Buffer] = {}
        self.cells: dict[Place, BufferCell] = {}
        self._rows: dict[str, list[QWidget]] = {}
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(lambda _button: self.chosen.emit(self.buffer))
        self._grid = QGridLayout(self)
        self._build()

    @property
    def buffer(self) -> Buffer | None:
        """Return what is chosen; None where nothing is."""
        checked: QAbstractButton | None = self._group.checkedButton()
        place = next((p for p, cell in self.cells.items() if cell is checked), None)
        return None if place is None else self._buffers.get(place)

    def show_advice(self, advice: Advice, buffers: Iterable[Buffer]) -> None:
        """Fill the cells, and choose the best one where nothing is chosen that still exists."""
        best = advice.best
        self._buffers = {_place(buffer): buffer for buffer in buffers}
        for place, cell in self.cells.items():
            buffer = self._buffers.get(place)
            cell.clear()
            cell.setEnabled(buffer is not None)
            if buffer is not None:
                self._fill(cell, buffer)
        for placement, widgets in self._rows.items():
            is_there = any(place[0] == placement for place in self._buffers)
            for widget in widgets:
                widget.setVisible(is_there)
        if best is not None:
            self.cells[_place(best)].show_recommended(is_best=True)
            self._name_best(self.cells[_place(best)])
            if self.buffer is None:
                self.cells[_place(best)].setChecked(True)

    def focus_chosen(self) -> None:
        """Put the focus on what is chosen: arrows go on from there."""
        checked: QAbstractButton | None = self._group.checkedButton()
        if checked is not None:
            checked.setFocus(Qt.FocusReason.OtherFocusReason)

    def hold(self) -> None:
        """Show that the answer is out of date; what is chosen stays chosen."""
        for cell in self.cells.values():
            cell.setEnabled(False)

    def _fill(self, cell: BufferCell, buffer: Buffer) -> None:
        language = self._context.language
        words = safe_words(buffer.risk, language), whole_words(buffer.risk, language)
        cost = cost_words(buffer, language)
        cell.show_words(*words, cost)
        cell.bar.show_risk(buffer.risk.below, buffer.risk.shortened)
        title, _ = placement_words(buffer.placement.value, language)
        cell.setAccessibleName(f"{title}, {language.length(buffer.length)}: {words[0]}")
        cell.setAccessibleDescription(f"{words[1]}, {cost}")

    def _name_best(self, cell: BufferCell) -> None:
        said = self._context.language.text("Recommended")
        cell.setAccessibleDescription(f"{said}. {cell.accessibleDescription()}")

    def _build(self) -> None:
        theme, language, grid = self._context.theme, self._context.language, self._grid
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.space(3))
        grid.setVerticalSpacing(theme.space(2))
        for column, minutes in enumerate(MINUTES, start=1):
            head = plain_label(language.length(minutes * MINUTE), "caption", parent=self)
            head.setIndent(theme.space(1))
            grid.addWidget(head, 0, column)
            grid.setColumnStretch(column, 1)
        for row, placement in enumerate(PLACEMENTS, start=1):
            self._add_row(row, placement)

    def _add_row(self, row: int, placement: str) -> None:
        title, sentence = placement_words(placement, self._context.language)
        head = QWidget(self)
        head.setFixedWidth(self._context.theme.length(_HEAD_WIDTH))
        lines = QVBoxLayout(head)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(self._context.theme.space(0.5))
        lines.addWidget(plain_label(title, "strong", is_wrapped=True))
        lines.addWidget(plain_label(sentence, "small", "muted", is_wrapped=True))
        lines.addStretch(1)
        self._grid.addWidget(head, row, 0, Qt.AlignmentFlag.AlignTop)
        self._rows[placement] = [head]
        for column, minutes in enumerate(MINUTES, start=1):
            cell = BufferCell(self._context.theme, self)
            cell.setAccessibleName(f"{title}, {self._context.language.length(minutes * MINUTE)}")
            self.cells[placement, minutes] = cell
            self._group.addButton(cell)
            self._grid.addWidget(cell, row, column)
            self._rows[placement].append(cell)


def _place(buffer: Buffer) -> Place:
    return buffer.placement.value, buffer.length // MINUTE
