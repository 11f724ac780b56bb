"""A field for several lines that grows with what is written."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from planner.ui.theme.theme import Theme

_PAUSE_MS = 800
_FEWEST, _MOST = 2, 10


class TextArea(QPlainTextEdit):
    """``edited(text)`` tells what was written after a pause, when the field is left, and on Ctrl+Enter.

    Tab leaves the field. It is two lines high, up to ten.
    """

    edited = Signal(str)

    def __init__(
        self, theme: Theme, name: str, placeholder: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._padding = 2 * theme.space(1.5)
        self._lines = _FEWEST
        self._told = ""
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self.take)
        self.textChanged.connect(self._on_text_changed)
        self.document().documentLayout().documentSizeChanged.connect(self._on_size_changed)

    @property
    def is_untold(self) -> bool:
        """Say whether something is written that nobody was told of yet."""
        return self.toPlainText() != self._told

    def text(self) -> str:
        """Return what is written."""
        return self.toPlainText()

    def set_text(self, text: str) -> None:
        """Show a text without a signal; leaves the cursor alone where it is shown already."""
        self._told = text
        if text != self.toPlainText():
            self.setPlainText(text)
        self._pause.stop()

    def take(self) -> None:
        """Tell what is written, if it is new."""
        self._pause.stop()
        if self.is_untold:
            self._told = self.toPlainText()
            self.edited.emit(self._told)

    def sizeHint(self) -> QSize:
        """Return the size that shows all lines, up to ten."""
        height = self._lines * self.fontMetrics().lineSpacing()
        margin = round(2 * self.document().documentMargin())
        return QSize(super().sizeHint().width(), height + margin + self._padding)

    def minimumSizeHint(self) -> QSize:
        """Return a size that never hides a line that could be shown."""
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell what is written when the field is left."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.take()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell what is written on Ctrl+Enter."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.take()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Count the lines again: another width breaks them elsewhere."""
        super().resizeEvent(event)
        self._on_size_changed()

    def _on_text_changed(self) -> None:
        if self.is_untold:
            self._pause.start()

    def _on_size_changed(self) -> None:
        lines = max(_FEWEST, min(self._counted(), _MOST))
        if lines != self._lines:
            self._lines = lines
            self.updateGeometry()

    def _counted(self) -> int:
        """Return the number of lines; asking for the height of a paragraph makes Qt break it."""
        spacing = self.fontMetrics().lineSpacing()
        lines, block = 0, self.document().begin()
        while block.isValid() and lines < _MOST:
            lines += max(1, round(self.blockBoundingRect(block).height() / spacing))
            block = block.next()
        return lines
