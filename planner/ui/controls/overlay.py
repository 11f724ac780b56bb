"""Keeps a small frame floating over another widget, so that nothing moves when it comes or goes."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QFrame, QGraphicsDropShadowEffect, QWidget

from planner.ui.theme.theme import Theme

_WIDEST = 640


class Overlay(QFrame):
    """A frame at the lower edge of its parent, in the middle, as wide as it needs."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._ground = parent
        self.setProperty("kind", "bar")
        self._gap = theme.space(4)
        self._widest = theme.length(_WIDEST)
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(theme.space(6))
        shadow.setOffset(0, theme.space(1))
        shadow.setColor(theme.colour("scrim"))
        self.setGraphicsEffect(shadow)
        self.hide()
        parent.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the parent."""
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self.place()
        return super().eventFilter(watched, event)

    def place(self) -> None:
        """Take the place at the lower edge, above what else floats there."""
        room = self._ground.rect()
        width = min(self._widest, room.width() - 2 * self._gap, self.wanted_width())
        layout = self.layout()
        height = layout.totalHeightForWidth(width) if layout is not None else -1
        height = max(height, self.minimumSizeHint().height())
        left = (room.width() - width) // 2
        self.setGeometry(left, room.height() - height - self._gap - self._below(), width, height)

    def wanted_width(self) -> int:
        """Return the width that shows everything in one line."""
        return max(self.minimumWidth(), self.sizeHint().width())

    def _below(self) -> int:
        """Return the height of the other floating frames that were made before this one."""
        others = self._ground.findChildren(Overlay)
        earlier = others[: others.index(self)]
        return sum(other.height() + self._gap // 2 for other in earlier if other.isVisible())
