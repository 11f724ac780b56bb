"""The lines of a pasted timetable as a table: what was understood of each, to be corrected in place."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from planner.app.paste_cells import cell_text, day_text, meant_by
from planner.app.pasting import (
    IS_TAKEN,
    Corrections,
    LineKey,
    Standing,
    carried,
    corrected,
    keys_of,
    standing,
)
from planner.domain.blocks import Kind
from planner.domain.errors import PlannerError
from planner.formats.plaintext import one_line
from planner.formats.timetext.timetable import Line, Sort, Timetable
from planner.formats.wording.language import Language
from planner.formats.wording.refusals import refusal
from planner.formats.wording.timetable import line_sentences
from planner.i18n import mark
from planner.ui.theme.theme import Theme

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Column(IntEnum):
    """The columns, from left to right."""

    STANDING = 0
    DAY = 1
    START = 2
    END = 3
    TITLE = 4
    PEOPLE = 5
    PLACE = 6
    KIND = 7


_CELLS = {column: column.name.lower() for column in Column}
_HEADINGS = {
    Column.STANDING: "",
    Column.DAY: mark("Day"),
    Column.START: mark("Start"),
    Column.END: mark("End"),
    Column.TITLE: mark("Title"),
    Column.PEOPLE: mark("People"),
    Column.PLACE: mark("Place"),
    Column.KIND: mark("Kind"),
}
STANDING_WORDS: Mapping[Standing, str] = {
    Standing.UNDERSTOOD: mark("Understood"),
    Standing.ASSUMED: mark("Assumed"),
    Standing.QUESTION: mark("Question"),
    Standing.CORRECTED: mark("Corrected"),
    Standing.ASIDE: mark("Left aside"),
}
STANDING_ICONS: Mapping[Standing, tuple[str, str]] = {
    Standing.UNDERSTOOD: ("check", "good"),
    Standing.ASSUMED: ("bulb", "info"),
    Standing.QUESTION: ("help-circle", "warning"),
    Standing.CORRECTED: ("pencil", "good"),
    Standing.ASIDE: ("minus", "text_muted"),
}
"""Icon and colour of each footing."""

KIND_ROLE = Qt.ItemDataRole.UserRole
"""Asks the column of kinds for a `Kind` instead of its word."""


@dataclass(frozen=True, slots=True)
class _Shown:
    """What the model holds: as it was read, and as it was corrected."""

    read: Timetable
    corrected: Timetable
    keys: tuple[LineKey, ...]


class PastedLines(QAbstractTableModel):
    """All lines of a paste; what is typed into a cell becomes a correction.

    ``corrected()`` follows each correction, ``refused(sentence)`` tells why a text was not taken.
    """

    corrected = Signal()
    refused = Signal(str)

    def __init__(
        self, theme: Theme, language: Language, today: Callable[[], date], zone: str
    ) -> None:
        super().__init__()
        self._theme = theme
        self._language = language
        self._today = today
        self._corrections = Corrections()
        self._shown = _shown(Timetable(zone, ()), self._corrections)

    @property
    def timetable(self) -> Timetable:
        """Return the timetable with all corrections."""
        return self._shown.corrected

    def show_timetable(self, timetable: Timetable) -> None:
        """Show a text that was read anew; corrections of lines that stayed are kept."""
        self._corrections = carried(self._corrections, self._shown.read, timetable)
        self.beginResetModel()
        self._shown = _shown(timetable, self._corrections)
        self.endResetModel()

    def line(self, row: int) -> Line:
        """Return the line in a row."""
        return self._shown.corrected.lines[row]

    def standing(self, row: int) -> Standing:
        """Return on what footing a line stands."""
        return standing(self.line(row), is_corrected=self.is_corrected(row))

    def is_corrected(self, row: int) -> bool:
        """Say whether somebody corrected a line."""
        return bool(self._corrections.of(self._shown.keys[row]))

    def sentences(self, row: int) -> list[str]:
        """Return what was assumed of a line, and what stays open."""
        return line_sentences(self.line(row), self._language)

    def row_of_line(self, number: int) -> int:
        """Return the row of a line of the text, or of the one before it; -1 where there is none."""
        rows = [i for i, line in enumerate(self._shown.corrected.lines) if line.number <= number]
        if not rows:
            return -1
        nearest = self.line(rows[-1]).number
        return next(i for i in rows if self.line(i).number == nearest)

    def set_taken(self, row: int, *, is_taken: bool) -> None:
        """Leave a line aside, or take it again."""
        self._correct(row, IS_TAKEN, value=is_taken)

    def reset(self, row: int) -> None:
        """Show a line as it was read."""
        self._corrections = self._corrections.without(self._shown.keys[row])
        self._renew()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self._shown.corrected.lines)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the heading of a column, or the number of a line."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Vertical:
            return str(self.line(section).number)
        return self._language.text(_HEADINGS[Column(section)])

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows."""
        if not index.isValid():
            return None
        if index.column() == Column.STANDING:
            return self._standing_data(index.row(), role)
        return self._cell_data(self.line(index.row()), Column(index.column()), role)

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take what was typed into a cell."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        row, column = index.row(), Column(index.column())
        if value == self._text(self.line(row), column):
            return False
        try:
            for name, meant in self._meant(row, column, value).items():
                self._corrections = self._corrections.with_field(self._shown.keys[row], name, meant)
        except PlannerError as error:
            self.refused.emit(refusal(error, self._language))
            return False
        self._renew()
        return True

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Say what can be edited: everything of a row; day and start of what is none yet."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() == Column.STANDING:
            return flags
        line = self.line(index.row())
        editable = {Column.DAY} if line.sort is Sort.DAY else {Column.START}
        if line.row is not None or Column(index.column()) in editable:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def _cell_data(self, line: Line, column: Column, role: int) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return self._short_day(line) if column is Column.DAY else self._text(line, column)
        if role == Qt.ItemDataRole.EditRole:
            return self._text(line, column)
        if role == KIND_ROLE and column is Column.KIND and line.row is not None:
            return line.row.kind
        if role == Qt.ItemDataRole.ForegroundRole and line.row is None:
            return self._theme.colour("text_muted")
        return None

    def _standing_data(self, row: int, role: int) -> Any:
        found = self.standing(row)
        if role == Qt.ItemDataRole.DecorationRole:
            name, colour = STANDING_ICONS[found]
            return self._theme.icon(name, colour)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._language.text(STANDING_WORDS[found])
        return None

    def _short_day(self, line: Line) -> str:
        day = line.row.day if line.row is not None else line.day
        return "" if day is None else self._language.short_day(day)

    def _text(self, line: Line, column: Column) -> str:
        if line.row is None:
            return self._aside_text(line, column)
        return cell_text(line.row, _CELLS[column], self._language)

    def _aside_text(self, line: Line, column: Column) -> str:
        if column is Column.DAY and line.day is not None:
            return day_text(line.day, self._language)
        return one_line(line.text) if column is Column.TITLE else ""

    def _meant(self, row: int, column: Column, value: Any) -> Mapping[str, Any]:
        """Return the fields that a typed text changes.

        Raises:
            PlannerError: it means nothing.
        """
        if column is Column.KIND:
            return {"kind": Kind(value)}
        held = self.line(row).row
        return meant_by(_CELLS[column], str(value), held, today=self._today())

    def _correct(self, row: int, name: str, *, value: object) -> None:
        key = self._shown.keys[row]
        self._corrections = self._corrections.with_field(key, name, value)
        self._renew()

    def _renew(self) -> None:
        """Make the corrections show; headings may change many rows, but never their number."""
        self._shown = _shown(self._shown.read, self._corrections)
        last = self.index(self.rowCount() - 1, self.columnCount() - 1)
        self.dataChanged.emit(self.index(0, 0), last)
        self.corrected.emit()


def _shown(timetable: Timetable, corrections: Corrections) -> _Shown:
    return _Shown(timetable, corrected(timetable, corrections), keys_of(timetable))
