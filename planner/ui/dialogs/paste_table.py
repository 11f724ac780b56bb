"""The table of what was understood: typed over in place, kinds chosen from a list."""

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from planner.domain.blocks import Kind
from planner.formats.wording.language import Language
from planner.formats.wording.terms import term
from planner.ui.models.pasted_lines import KIND_ROLE, Column, PastedLines
from planner.ui.theme.theme import Theme

_WIDTHS = {
    Column.STANDING: 32,
    Column.DAY: 104,
    Column.START: 68,
    Column.END: 68,
    Column.PLACE: 92,
    Column.KIND: 96,
}
_MOST_SPANS = 2_000  # Qt looks through all of them for every cell that it draws
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PasteTable(QTableView):
    """Shows `PastedLines`. Enter edits a cell, Delete leaves a line aside or takes it again.

    ``row_entered(row)`` tells which line is current, -1 for none.
    """

    row_entered = Signal(int)

    def __init__(
        self, theme: Theme, language: Language, lines: PastedLines, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._lines = lines
        self.setAccessibleName(language.text("What was understood"))
        self.setModel(lines)
        self.setItemDelegateForColumn(Column.KIND, KindDelegate(language, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.length(32))
        self._arrange(theme)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        lines.modelReset.connect(self._on_reset)
        lines.corrected.connect(self._span)

    def show_row(self, row: int) -> None:
        """Make a row current, without a word to those who asked for it."""
        if row < 0 or row == self.currentIndex().row():
            return
        column = max(self.currentIndex().column(), int(Column.START))
        self.setCurrentIndex(self._lines.index(row, column))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Edit with Enter, leave aside with Delete."""
        index = self.currentIndex()
        is_editing = self.state() is QAbstractItemView.State.EditingState
        if event.key() in _ENTER and not event.modifiers() and index.isValid() and not is_editing:
            if index.flags() & Qt.ItemFlag.ItemIsEditable:
                self.edit(index)
        elif event.key() == Qt.Key.Key_Delete and index.isValid():
            is_taken = self._lines.line(index.row()).row is not None
            self._lines.set_taken(index.row(), is_taken=not is_taken)
        else:
            super().keyPressEvent(event)

    def _arrange(self, theme: Theme) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setMinimumSectionSize(theme.length(28))
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, theme.length(width))
        for wide in (Column.TITLE, Column.PEOPLE):
            header.setSectionResizeMode(wide, QHeaderView.ResizeMode.Stretch)

    def _on_current_changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        self.row_entered.emit(current.row() if current.isValid() else -1)

    def _on_reset(self) -> None:
        self._span()
        self.row_entered.emit(-1)

    def _span(self) -> None:
        """Let the text of lines that are no rows run over the columns that they leave empty."""
        self.clearSpans()
        if self._lines.rowCount() > _MOST_SPANS:
            return
        for row in range(self._lines.rowCount()):
            if self._lines.line(row).row is None:
                self.setSpan(row, Column.TITLE, 1, len(Column) - Column.TITLE)


class KindDelegate(QStyledItemDelegate):
    """Lets one of the kinds be chosen."""

    def __init__(self, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self._language = language

    def createEditor(
        self,
        parent: QWidget,
        _option: QStyleOptionViewItem,
        _index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        """Return a list of the kinds."""
        editor = QComboBox(parent)
        for kind in Kind:
            editor.addItem(term(kind, self._language), kind.value)
        editor.activated.connect(lambda _number: self._take(editor))
        return editor

    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        """Show the kind of a row."""
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(max(0, editor.findData(str(index.data(KIND_ROLE)))))

    def setModelData(
        self,
        editor: QWidget,
        model: QAbstractItemModel,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Take the kind that was chosen."""
        if isinstance(editor, QComboBox) and editor.currentData() != index.data(KIND_ROLE):
            model.setData(index, editor.currentData(), Qt.ItemDataRole.EditRole)

    def _take(self, editor: QComboBox) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor)
