"""A large calm button: a picture, what it does, and one sentence about it."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from planner.ui.controls.plain_label import plain_label
from planner.ui.theme import metrics
from planner.ui.theme.theme import Theme

_PICTURE = 22
_WIDTH = 280


class StartCard(QAbstractButton):
    """Paints its own ground; the words on it are labels, so that they wrap."""

    def __init__(
        self, theme: Theme, icon: str, title: str, sentence: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_hot = False
        self.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(sentence)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(theme.length(_WIDTH))
        self._build(icon, title, sentence)

    def sizeHint(self) -> QSize:
        """Return the size that its words need."""
        layout = self.layout()
        return layout.sizeHint() if layout is not None else QSize()

    def hasHeightForWidth(self) -> bool:
        """Say that its sentence wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that the sentence needs at a width."""
        layout = self.layout()
        return layout.totalHeightForWidth(width) if layout is not None else 0

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be pressed."""
        super().enterEvent(event)
        self._warm(is_hot=True)

    def leaveEvent(self, event: QEvent) -> None:
        """Show it as it was."""
        super().leaveEvent(event)
        self._warm(is_hot=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press it by Enter too, as a link."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground, its outline, and the ring of the focus."""
        theme, radius = self._theme, self._theme.length(metrics.RADIUS_LARGE)
        ground = "pressed" if self.isDown() else "hover" if self._is_hot else "raised"
        has_ring = self.hasFocus()
        width = metrics.FOCUS_RING if has_ring else metrics.HAIRLINE
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(theme.colour(ground))
        painter.setPen(QPen(theme.colour("focus" if has_ring else "line_strong"), width))
        inset = width / 2
        painter.drawRoundedRect(
            self.rect().toRectF().adjusted(inset, inset, -inset, -inset), radius, radius
        )
        painter.end()

    def _build(self, icon: str, title: str, sentence: str) -> None:
        space = self._theme.space
        picture = QLabel(self)
        picture.setPixmap(self._theme.pixmap(icon, "link", self._theme.length(_PICTURE)))
        words = QVBoxLayout()
        words.setSpacing(space(0.5))
        words.addWidget(plain_label(title, "strong", is_wrapped=True))
        words.addWidget(plain_label(sentence, tone="muted", is_wrapped=True))
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(space(4), space(4), space(4), space(4))
        row.setSpacing(space(3))
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        for label in self.findChildren(QLabel):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def _warm(self, *, is_hot: bool) -> None:
        self._is_hot = is_hot
        self.update()
