"""The line along which rows stand, with a sign for each."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from planner.ui.theme.theme import Theme

_WIDTH = 32
_DOT = 26
_TOP = 9


class Rail(QWidget):
    """One piece of the line: it goes on above and below unless it is told to end."""

    def __init__(
        self, theme: Theme, icon: str, role: str = "text_muted", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon, self._role = icon, role
        self._is_first = self._is_last = False
        self.setFixedWidth(theme.length(_WIDTH))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def show_sign(self, icon: str, role: str) -> None:
        """Show another sign."""
        self._icon, self._role = icon, role
        self.update()

    def set_ends(self, *, is_first: bool, is_last: bool) -> None:
        """Let the line begin or end here."""
        self._is_first, self._is_last = is_first, is_last
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for the sign."""
        return QSize(self._theme.length(_WIDTH), self._theme.length(_TOP + _DOT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line and the sign on it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._theme
        side, top, middle = theme.length(_DOT), theme.length(_TOP), self.width() / 2
        painter.setPen(QPen(theme.colour("line"), max(1.0, 1.5 * theme.zoom)))
        if not self._is_first:
            painter.drawLine(QPointF(middle, 0), QPointF(middle, top))
        if not self._is_last:
            painter.drawLine(QPointF(middle, top + side), QPointF(middle, self.height()))
        painter.setPen(QPen(theme.colour("line_strong"), 1))
        painter.setBrush(theme.colour("raised"))
        dot = QRectF(middle - side / 2, top, side, side)
        painter.drawEllipse(dot.adjusted(0.5, 0.5, -0.5, -0.5))
        self._paint_icon(painter, dot)

    def _paint_icon(self, painter: QPainter, dot: QRectF) -> None:
        size = self._theme.length(14)
        picture = self._theme.icon(self._icon, self._role).pixmap(
            QSize(size, size), self.devicePixelRatioF()
        )
        place = QRectF(0, 0, size, size)
        place.moveCenter(dot.center())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(place, picture, QRectF(picture.rect()))
        painter.setBrush(Qt.BrushStyle.NoBrush)
