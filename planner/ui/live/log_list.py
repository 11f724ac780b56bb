"""The list of the log: a double click on a line corrects its time, its menu takes it back."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from planner.formats.wording.language import Language
from planner.ui.controls.menu import Menu
from planner.ui.live.log_model import TIME_ROLE, VOID_ROLE, LogModel
from planner.ui.theme.fonts import Scale
from planner.ui.theme.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_CENTRE = Qt.AlignmentFlag.AlignVCenter


class LogList(QListView):
    """Shows a `LogModel`, the newest line first. ``withdrawn(entry)``: it is to be taken back."""

    withdrawn = Signal(object)

    def __init__(self, theme: Theme, language: Language, model: LogModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, name = theme, language.text("Log")
        self._nothing = language.text("Nothing is logged yet.")
        self._correct, self._withdraw = (
            language.text("Correct the time"),
            language.text("Take it back"),
        )
        self.setToolTip(language.text("Double click: correct the time"))
        self.setModel(model)
        self.setItemDelegate(LogDelegate(theme, self))
        self.setProperty("surface", "surface")
        self.setAccessibleName(name)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with an entry that holds."""
        at = event.pos() if event.reason() is event.Reason.Mouse else None
        index = self.currentIndex() if at is None else self.indexAt(at)
        model = self.model()
        row = model.row(index) if isinstance(model, LogModel) else None
        if row is None or row.is_void:
            return
        menu = Menu(parent=self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self._correct).triggered.connect(lambda: self.edit(index))
        menu.addAction(self._withdraw).triggered.connect(lambda: self.withdrawn.emit(row.entry))
        menu.popup(self.viewport().mapToGlobal(self.visualRect(index).bottomLeft()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines, or that there are none yet."""
        super().paintEvent(event)
        if self.model().rowCount():
            return
        painter = QPainter(self.viewport())
        painter.setPen(self._theme.colour("text_muted"))
        inside = self.viewport().rect().adjusted(self._theme.space(1), self._theme.space(1), 0, 0)
        painter.drawText(inside, int(Qt.TextFlag.TextWordWrap), self._nothing)
        painter.end()


class LogDelegate(QStyledItemDelegate):
    """Paints time and words; what was taken back is struck through."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._font = theme.font(Scale.SMALL)
        self._struck = QFont(self._font)
        self._struck.setStrikeOut(True)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return the height of one line."""
        return QSize(0, self._theme.length(24))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one line."""
        theme, rect = self._theme, option.rect
        is_void = bool(index.data(VOID_ROLE))
        painter.save()
        state = option.state
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            is_chosen = bool(state & QStyle.StateFlag.State_Selected)
            painter.fillRect(rect, theme.colour("selected" if is_chosen else "hover"))
        painter.setFont(self._struck if is_void else self._font)
        painter.setPen(theme.colour("text_muted"))
        inside = rect.adjusted(theme.space(1), 0, -theme.space(1), 0)
        painter.drawText(inside, int(_CENTRE), str(index.data(TIME_ROLE)))
        words = inside.adjusted(theme.length(44), 0, 0, 0)
        painter.setPen(theme.colour("text_muted" if is_void else "text"))
        text = painter.fontMetrics().elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, words.width()
        )
        painter.drawText(words, int(_CENTRE), text)
        painter.restore()

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Return a field for the time."""
        editor = QLineEdit(parent)
        editor.setFont(self._font)
        editor.setAccessibleName(str(index.data()))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show the time, selected."""
        if isinstance(editor, QLineEdit):
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole)))
            editor.selectAll()

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, _index: Index
    ) -> None:
        """Put the field over the time."""
        editor.setGeometry(
            option.rect.adjusted(0, 0, self._theme.length(60) - option.rect.width(), 0)
        )
