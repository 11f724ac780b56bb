"""The file that can be dragged out of the window; Enter copies it, for those who do not drag."""

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QDrag, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QWidget

from planner.app.exchange import Document
from planner.ui.context import Context
from planner.ui.controls.elided_label import ElidedLabel
from planner.ui.share.handing_over import as_file

_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class FileChip(QFrame):
    """Shows the name of the document. ``copied`` tells that the file lies on the clipboard."""

    copied = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme, language = context.theme, context.language
        self._theme = theme
        self._document: Document | None = None
        self._pressed: QPoint | None = None
        self._name = ElidedLabel("", self)
        hint = language.text("Drag the file out, or copy it with Enter")
        self.setToolTip(hint)
        self.setAccessibleDescription(hint)
        self.setProperty("kind", "chip")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.space(2), theme.space(1), theme.space(3), theme.space(1))
        row.setSpacing(theme.space(1))
        row.addWidget(self._icon("grip-vertical"))
        row.addWidget(self._icon("file-text"))
        row.addWidget(self._name, 1)

    def show_document(self, document: Document | None) -> None:
        """Show a document; none leaves nothing to drag."""
        self._document = document
        name = document.name if document is not None else ""
        self._name.set_text(name)
        self.setAccessibleName(name)
        self.setVisible(document is not None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a drag may begin."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed = event.position().toPoint()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Forget it: this was no drag."""
        self._pressed = None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Begin a drag once the pointer has moved far enough to mean it."""
        if self._pressed is None or self._document is None:
            return
        way = (event.position().toPoint() - self._pressed).manhattanLength()
        if way >= QApplication.startDragDistance():
            self._pressed = None
            self.drag(self._document)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy the file with Enter or the space bar."""
        if event.key() in _KEYS and self._document is not None:
            QApplication.clipboard().setMimeData(as_file(self._document))
            self.copied.emit()
        else:
            super().keyPressEvent(event)

    def drag(self, document: Document) -> None:
        """Let the person drop the file somewhere, as a copy."""
        drag = QDrag(self)
        drag.setMimeData(as_file(document))
        side = self._theme.length(32)
        drag.setPixmap(self._theme.pixmap("file-text", "link", side))
        drag.setHotSpot(QPoint(side // 2, side // 2))
        drag.exec(Qt.DropAction.CopyAction)

    def _icon(self, name: str) -> QLabel:
        made = QLabel(self)
        made.setPixmap(self._theme.pixmap(name, "text_muted"))
        made.setFixedSize(QSize(self._theme.icon_size, self._theme.icon_size))
        return made
