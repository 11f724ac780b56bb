"""The table twin's model: a day's blocks as rows, edited in place with what people type."""

from collections.abc import Callable, Mapping
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal

from planner.domain.blocks import Block
from planner.domain.directory import Directory
from planner.domain.edits.base import Edit
from planner.domain.errors import PlannerError
from planner.domain.ids import BlockId
from planner.formats.wording.language import Language
from planner.formats.wording.refusals import refusal
from planner.ui.controls.tips import tip
from planner.ui.desk import Desk
from planner.ui.models.keyed_list_model import Index
from planner.ui.models.keyed_table_model import KeyedTableModel
from planner.ui.models.timetable_rows import COLUMN_TITLES, Column, RowMaker, TimetableRow
from planner.ui.models.typed_cells import focus_edit, type_edit, where_edit
from planner.ui.models.typed_people import people_edit
from planner.ui.models.typed_times import times_edit

ORIGIN = "table"
_NOWHERE = QModelIndex()
_READ = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


class TimetableRole(IntEnum):
    """What delegates ask beside the roles that Qt has."""

    BLOCK = Qt.ItemDataRole.UserRole + 1  # the block's id, None for a heading
    SEVERITY = Qt.ItemDataRole.UserRole + 2  # of the worst problem of the row, or None
    IS_MISSING = Qt.ItemDataRole.UserRole + 3  # whether something should stand in the cell


class TimetableModel(KeyedTableModel[TimetableRow]):
    """Shows the desk's day. Typed texts become edits; ``refused`` tells why one did not.

    While ``is_refreshing``, rows come and go because the desk changed; ``refreshed`` ends that.
    """

    refused = Signal(str)
    refreshed = Signal()

    def __init__(
        self,
        desk: Desk,
        language: Language,
        directory: Callable[[], Directory],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._language = language
        self._directory = directory
        self._maker = RowMaker(language)
        self._is_awake = True
        self.is_refreshing = False
        desk.opened.connect(self._refresh)
        desk.changed.connect(self._refresh)
        desk.day_shown.connect(self._refresh)
        self._refresh()

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(Column)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that cells can be edited, but neither marks nor headings."""
        row = self.row(index)
        if row is None:
            return Qt.ItemFlag.NoItemFlags
        if row.block is None:
            return Qt.ItemFlag.ItemNeverHasChildren
        editable = Qt.ItemFlag.ItemIsEditable
        return _READ if index.column() == Column.MARK else _READ | editable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell: what it shows, what its editor starts with, what is read aloud."""
        row = self.row(index)
        if row is None:
            return None
        value = _VALUES.get(role)
        return None if value is None else value(self, row, Column(index.column()))

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Return the title of a column; of a row what a screen reader says when it comes there."""
        if orientation is Qt.Orientation.Horizontal:
            return self._column_title(section, role)
        is_said = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        return self.rows[section].told if is_said and 0 <= section < len(self.rows) else None

    def setData(
        self,
        index: Index,
        value: Any,
        role: int = Qt.ItemDataRole.EditRole,
    ) -> bool:
        """Make the edit that a typed text means; say why where there is none."""
        row = self.row(index)
        if row is None or row.block is None or role != Qt.ItemDataRole.EditRole:
            return False
        if str(value) == row.cells[index.column()].typed:
            return True
        try:
            edit = self._edit(self._desk.plan.block(row.block), Column(index.column()), str(value))
            self._desk.workspace.preview(edit)
        except PlannerError as error:
            self.refused.emit(refusal(error, self._language, self._desk.plan))
            return False
        return self._desk.apply(edit, ORIGIN)

    def block_at(self, index: Index) -> BlockId | None:
        """Return the block of a row; None for a heading or no row."""
        row = self.row(index)
        return None if row is None else row.block

    def read_aloud(self, row: TimetableRow, column: Column) -> str:
        """Return what a screen reader says of a cell."""
        if column is Column.MARK:
            count = len(row.problems)
            said = self._language.count("{n} problem", "{n} problems", count)
            return f"{said}: {' '.join(row.problems)}" if count else said
        return row.cells[column].shown.replace("\n", ", ") or self._language.text("empty")

    def _edit(self, block: Block, column: Column, text: str) -> Edit:
        plan = self._desk.plan
        match column:
            case Column.TIMEBOX:
                day = self._desk.day or plan.changed.date()
                return times_edit(plan, block, text, day)
            case Column.PARTNER:
                return people_edit(plan, self._directory(), block, text)
            case Column.TYPE:
                return type_edit(block, text, self._language)
            case Column.WHERE:
                return where_edit(plan, self._directory(), block, text)
        return focus_edit(plan, block, text)

    def _column_title(self, section: int, role: int) -> str | None:
        title = self._language.text(COLUMN_TITLES[Column(section)])
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return title
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return "" if section == Column.MARK else title

    def set_awake(self, *, is_awake: bool) -> None:
        """Follow the desk, or let that be while nobody looks; who wakes up catches up."""
        was_awake, self._is_awake = self._is_awake, is_awake
        if is_awake and not was_awake:
            self._refresh()

    def _refresh(self, _what: object = None) -> None:
        if not self._is_awake:
            return
        self.is_refreshing = True
        try:
            self.show_rows(self._wanted_rows())
        finally:
            self.is_refreshing = False
        self.refreshed.emit()

    def _wanted_rows(self) -> list[TimetableRow]:
        desk = self._desk
        if not desk.is_open:
            return []
        return self._maker.rows(desk.agenda, desk.day, desk.checked.open)


_Value = Callable[[TimetableModel, TimetableRow, Column], Any]


def _described(row: TimetableRow, column: Column) -> str | None:
    """Return the sentence of a row once: with its times, not with every cell again."""
    return row.told if column is Column.TIMEBOX else None


_VALUES: Mapping[int, _Value] = {
    Qt.ItemDataRole.DisplayRole: lambda _model, row, column: row.cells[column].shown,
    Qt.ItemDataRole.EditRole: lambda _model, row, column: row.cells[column].typed,
    Qt.ItemDataRole.ToolTipRole: lambda _model, row, _column: tip("\n".join(row.problems)) or None,
    Qt.ItemDataRole.AccessibleTextRole: TimetableModel.read_aloud,
    Qt.ItemDataRole.AccessibleDescriptionRole: lambda _model, row, column: _described(row, column),
    TimetableRole.BLOCK: lambda _model, row, _column: row.block,
    TimetableRole.SEVERITY: lambda _model, row, _column: row.severity,
    TimetableRole.IS_MISSING: lambda _model, row, column: row.cells[column].is_missing,
}
