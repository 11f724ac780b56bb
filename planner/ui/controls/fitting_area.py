"""A scroll area that is as high as what it holds, and scrolls only where there is less room."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget


class FittingArea(QScrollArea):
    """Scrolls down only; its words wrap at its width."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)

    def show_top(self, _what: object = None) -> None:
        """Scroll back to the beginning."""
        self.verticalScrollBar().setValue(0)

    def sizeHint(self) -> QSize:
        """Return the size of what is inside, as high as its words are at this width."""
        inside = self.widget()
        if inside is None:
            return super().sizeHint()
        hint = inside.sizeHint()
        wrapped = inside.heightForWidth(self.viewport().width())
        return QSize(hint.width(), max(wrapped, 0) or hint.height())

    def minimumSizeHint(self) -> QSize:
        """Return that a few lines are enough."""
        return QSize(super().minimumSizeHint().width(), self.fontMetrics().height() * 3)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take another height when what is inside asks for it."""
        if event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)
