"""A proposal as a card: what it does, what it costs, and the key that does it."""

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from planner.ui.theme import metrics
from planner.ui.theme.theme import Theme

_PRESS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})


class ProposalCard(QFrame):
    """``pressed`` does it; ``pointed(bool)`` tells that somebody looks at it, with pointer or keys."""

    pressed = Signal()
    pointed = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_pointed = False
        self._is_best = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.title = _words("strong", "", self)
        self.price = _words("small", "muted", self)
        self.risk = _words("small", "muted", self)
        self._key = QLabel(self)
        self._key.setProperty("kind", "key")
        edge = theme.space(2.5)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.space(3), edge, edge, edge)
        column.setSpacing(theme.space(0.5))
        head = QHBoxLayout()
        head.setSpacing(theme.space(2))
        head.addWidget(self.title, 1)
        head.addWidget(self._key, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        column.addWidget(self.price)
        column.addWidget(self.risk)

    def show_proposal(
        self, number: int, title: str, price: str, risk: str = "", tone: str = "muted"
    ) -> None:
        """Show a proposal; the first one is the best. ``risk`` is what it does to what may go wrong."""
        self._is_best = number == 1
        self.title.setText(title)
        self.price.setText(price)
        self.risk.setText(risk)
        self.risk.setVisible(bool(risk))
        if self.risk.property("tone") != tone:
            self.risk.setProperty("tone", tone)
            self.risk.style().polish(self.risk)
        self._key.setText(str(number))
        self.setAccessibleName(f"{number}: {title}")
        self.setAccessibleDescription("\n".join(filter(None, (price, risk))))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground; the best one has the accent."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_strong = self._is_pointed or self.hasFocus()
        width = metrics.FOCUS_RING if is_strong else metrics.HAIRLINE
        role = "focus" if is_strong else "accent" if self._is_best else "line_strong"
        painter.setPen(QPen(self._theme.colour(role), width))
        painter.setBrush(self._theme.colour("hover" if self._is_pointed else "raised"))
        inset = width / 2
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, metrics.RADIUS, metrics.RADIUS)
        painter.end()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Do it."""
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.pos()):
            self.pressed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do it with Enter or Space."""
        if Qt.Key(event.key()) in _PRESS:
            self.pressed.emit()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show what it would do."""
        super().enterEvent(event)
        self._point(is_pointed=True)

    def leaveEvent(self, event: QEvent) -> None:
        """Show the day as it is again."""
        super().leaveEvent(event)
        self._point(is_pointed=False)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show what it would do."""
        super().focusInEvent(event)
        self._point(is_pointed=True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show the day as it is again."""
        super().focusOutEvent(event)
        self._point(is_pointed=False)

    def _point(self, *, is_pointed: bool) -> None:
        if is_pointed != self._is_pointed:
            self._is_pointed = is_pointed
            self.update()
            self.pointed.emit(is_pointed)


def _words(scale: str, tone: str, parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("scale", scale)
    label.setProperty("tone", tone)
    label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return label
