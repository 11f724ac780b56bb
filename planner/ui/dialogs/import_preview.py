"""The table of an import's preview, in which one decides row by row."""

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from planner.ui.context import Context
from planner.ui.controls.views import dress_table
from planner.ui.models.import_model import CHOICE, ImportFilter, ImportModel

_SHARES = (6, 18, 27, 28, 21)


class ImportPreview(QTableView):
    """A click on what happens, or F2, offers what else could."""

    def __init__(self, context: Context, model: ImportModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.filter = ImportFilter(model, self)
        self.setModel(self.filter)
        dress_table(self, context.theme, context.language.text("Preview"))
        self.setItemDelegateForColumn(CHOICE, _ChoiceDelegate(context, model, self))
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            trigger.SelectedClicked | trigger.DoubleClicked | trigger.EditKeyPressed
        )
        self.clicked.connect(self._on_clicked)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give every column its share of the width."""
        super().resizeEvent(event)
        room = self.viewport().width()
        for column, share in enumerate(_SHARES):
            self.horizontalHeader().resizeSection(column, room * share // sum(_SHARES))

    def _on_clicked(self, index: QModelIndex) -> None:
        if index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit(index)


class _ChoiceDelegate(QStyledItemDelegate):
    """Edits a decision with a combo box that is open at once."""

    def __init__(self, context: Context, model: ImportModel, view: ImportPreview) -> None:
        super().__init__(view)
        self._model = model
        self._view = view
        self._chevron = context.theme.icon("chevron-down", "text_muted")
        self._side = context.theme.icon_size

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Show by an arrow where there is a choice."""
        super().initStyleOption(option, index)
        if index.flags() & Qt.ItemFlag.ItemIsEditable:
            option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
            option.icon = self._chevron
            option.decorationSize = QSize(self._side, self._side)
            option.decorationPosition = QStyleOptionViewItem.Position.Right

    def createEditor(
        self,
        parent: QWidget,
        _option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        """Return a box with what can be decided about the row."""
        box = QComboBox(parent)
        row = self._view.filter.mapToSource(index).row()
        for choice, called in self._model.options(row):
            box.addItem(called, choice)
        box.activated.connect(lambda _index: self._finish(box))
        return box

    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        """Show what is decided."""
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(editor.findData(index.data(Qt.ItemDataRole.EditRole)))

    def setModelData(
        self,
        editor: QWidget,
        model: QAbstractItemModel,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Take what was decided."""
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentData())

    def _finish(self, box: QComboBox) -> None:
        self.commitData.emit(box)
        self.closeEditor.emit(box)
