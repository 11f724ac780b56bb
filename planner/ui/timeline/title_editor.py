"""The field in which a title is typed where it stands."""

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from planner.domain.ids import BlockId

_OWN_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape, Qt.Key.Key_F2)
"""Which mean something else on the timeline, and would begin anew what is being typed."""


class TitleEditor(QLineEdit):
    """Takes a title with Return or when it is left; Escape leaves it as it was."""

    typed = Signal(object, str)

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._block: BlockId | None = None
        self._owner = parent
        self.setAccessibleName(name)
        self.returnPressed.connect(self._take)
        self.hide()

    def edit(self, block: BlockId, title: str, place: QRect) -> None:
        """Let the title of a block be typed at a place of the parent."""
        self._block = block
        self.setText(title)
        self.setGeometry(place)
        self.show()
        self.raise_()
        self.selectAll()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def event(self, event: QEvent) -> bool:
        """Keep the keys of the timeline away while somebody types."""
        is_asked = event.type() is QEvent.Type.ShortcutOverride
        if is_asked and isinstance(event, QKeyEvent) and event.key() in _OWN_KEYS:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the title as it was with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self._end()
            event.accept()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take what was typed."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self._take()

    def _take(self) -> None:
        block, title = self._block, self.text().strip()
        self._end()
        if block is not None:
            self.typed.emit(block, title)

    def _end(self) -> None:
        self._block = None
        if self.isVisible():
            self.hide()
            self._owner.setFocus(Qt.FocusReason.OtherFocusReason)
