"""The table for mouse and keys: cells are edited where they stand, rows are blocks."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QTableView,
    QWidget,
)

from planner.domain.ids import BlockId
from planner.ui.context import Context
from planner.ui.controls.views import dress_table
from planner.ui.models.timetable_model import TimetableModel
from planner.ui.models.timetable_rows import Column
from planner.ui.panels.cell_editor import CellEditor

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_DELETING = (
    (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier),
    (Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier),
    (Qt.Key.Key_Backspace, Qt.KeyboardModifier.NoModifier),
)
_COLUMNS = "table/columns"
_WIDTHS = {
    Column.MARK: 36,
    Column.TIMEBOX: 124,
    Column.PARTNER: 196,
    Column.TYPE: 208,
    Column.WHERE: 120,
    Column.FOCUS: 160,
}
_Trigger = QAbstractItemView.EditTrigger


class TableView(QTableView):
    """Shows a `TimetableModel`; selected rows are blocks.

    ``clear_asked(cell)`` and ``remove_asked()`` tell what Delete means: in a cell that it is emptied,
    on the mark before a row, on several rows and with Ctrl that they go.
    """

    clear_asked = Signal(QModelIndex)
    remove_asked = Signal()

    def __init__(self, context: Context, model: TimetableModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._timetable = model
        self._memory = context.memory
        self._headings: list[int] = []
        self.setModel(model)
        dress_table(self, context.theme, context.language.text("The day as a table"))
        self.setWordWrap(True)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(
            _Trigger.DoubleClicked | _Trigger.EditKeyPressed | _Trigger.AnyKeyPressed
        )
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._unfitted: set[str] = {row.key for row in model.rows}
        self._fit = QTimer(self, singleShot=True, interval=0)
        self._fit.timeout.connect(self._fit_rows)
        self._set_columns(context)
        model.dataChanged.connect(self._on_rows_altered)
        model.rowsInserted.connect(lambda _parent, first, last: self._note(first, last))
        model.refreshed.connect(self._on_refreshed)
        self._span_headings()

    def selected_blocks(self) -> tuple[BlockId, ...]:
        """Return the blocks of the selected rows, from top to bottom."""
        rows = sorted(self.selectionModel().selectedRows(), key=QModelIndex.row)
        found = (self._timetable.block_at(row) for row in rows)
        return tuple(block for block in found if block is not None)

    def select_blocks(self, blocks: tuple[BlockId, ...]) -> None:
        """Select the rows of these blocks; those of other days have none here."""
        if set(blocks) == set(self.selected_blocks()):
            return
        model, selection = self._timetable, self.selectionModel()
        found = [index for block in blocks if (index := model.index_of(block)).isValid()]
        rows = QItemSelectionModel.SelectionFlag.Rows
        selection.clearSelection()
        for index in found:
            selection.select(index, QItemSelectionModel.SelectionFlag.Select | rows)
        if found:
            column = max(self.currentIndex().column(), Column.TIMEBOX)
            current = found[0].siblingAtColumn(column)
            sideways = self.horizontalScrollBar().value()
            selection.setCurrentIndex(current, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.scrollTo(current)
            self.horizontalScrollBar().setValue(sideways)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Edit with Enter; everything else as in any table."""
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if modifiers == Qt.KeyboardModifier.NoModifier and event.key() in _ENTER:
            is_editing = self.state() is QAbstractItemView.State.EditingState
            if not is_editing and self.currentIndex().flags() & Qt.ItemFlag.ItemIsEditable:
                self.edit(self.currentIndex())
        elif (event.key(), modifiers) in _DELETING:
            self._delete(is_whole=modifiers == Qt.KeyboardModifier.ControlModifier)
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Give the rows their heights: they were not measured while nobody saw them."""
        super().showEvent(event)
        self._fit_rows()

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Go on to the next cell that can be edited, past marks and headings, for Tab in an editor."""
        index = super().moveCursor(action, modifiers)
        if action not in (self.CursorAction.MoveNext, self.CursorAction.MovePrevious):
            return index
        step = 1 if action == self.CursorAction.MoveNext else -1
        return self._editable_from(self.currentIndex(), step)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Close an editor, but not over a text that was refused: only Escape gives that up."""
        is_given_up = hint == QAbstractItemDelegate.EndEditHint.RevertModelCache
        if is_given_up or not (isinstance(editor, CellEditor) and editor.is_refused):
            super().closeEditor(editor, hint)

    def go_down(self) -> None:
        """Go to the cell below, as after Enter in a spreadsheet."""
        below = self.moveCursor(self.CursorAction.MoveDown, Qt.KeyboardModifier.NoModifier)
        if below.isValid():
            self.setCurrentIndex(below)

    def _delete(self, *, is_whole: bool) -> None:
        """Tell what is to go: the text of the current cell, or the selected rows."""
        current = self.currentIndex()
        is_cell = bool(current.flags() & Qt.ItemFlag.ItemIsEditable)
        if is_whole or not is_cell or len(self.selected_blocks()) > 1:
            self.remove_asked.emit()
        else:
            self.clear_asked.emit(current)

    def _editable_from(self, index: QModelIndex, step: int) -> QModelIndex:
        width = len(Column)
        at = index.row() * width + index.column() + step
        while 0 <= at < self._timetable.rowCount() * width:
            found = self._timetable.index(*divmod(at, width))
            if found.flags() & Qt.ItemFlag.ItemIsEditable:
                return found
            at += step
        return index

    def _set_columns(self, context: Context) -> None:
        head = self.horizontalHeader()
        head.setMinimumSectionSize(context.theme.space(9))
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, context.theme.length(width))
        head.restoreState(context.memory.state(_COLUMNS))
        head.setSectionResizeMode(Column.MARK, QHeaderView.ResizeMode.Fixed)
        head.sectionResized.connect(self._on_column_resized)

    def _on_column_resized(self) -> None:
        self._memory.keep(_COLUMNS, self.horizontalHeader().saveState())
        self._note(0, self._timetable.rowCount() - 1)
        self._fit.start()

    def _on_rows_altered(self, first: QModelIndex, last: QModelIndex) -> None:
        self._note(first.row(), last.row())

    def _note(self, first: int, last: int) -> None:
        """Remember rows whose height may be another now."""
        self._unfitted.update(row.key for row in self._timetable.rows[first : last + 1])

    def _on_refreshed(self) -> None:
        self._span_headings()
        if self.isVisible():
            self._fit_rows()

    def _fit_rows(self) -> None:
        """Make noted rows as high as their text; Qt's own way measures all rows for every one."""
        noted, self._unfitted = self._unfitted, set()
        for number, row in enumerate(self._timetable.rows):
            if row.key in noted:
                self.setRowHeight(number, self.sizeHintForRow(number))

    def _span_headings(self) -> None:
        """Let a heading run over all columns."""
        headings = [number for number, row in enumerate(self._timetable.rows) if row.block is None]
        if headings != self._headings:
            self._headings = headings
            self.clearSpans()
            for number in headings:
                self.setSpan(number, 0, 1, len(Column))
