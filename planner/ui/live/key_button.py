"""A big button for what is said of a day, with the single key that does the same."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QWidget

from planner.ui.theme import metrics
from planner.ui.theme.fonts import Scale
from planner.ui.theme.theme import Theme

_HEIGHT = 38


class KeyButton(QPushButton):
    """Paints its words and, beside them, the key in a small frame."""

    def __init__(self, theme: Theme, text: str, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words, self.key = theme, text, key
        self._is_primary = False
        self.setAccessibleName(text)
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedHeight(theme.length(_HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def words(self) -> str:
        """Return what the button says."""
        return self._words

    def show_primary(self, *, is_primary: bool) -> None:
        """Make it the one that is most likely pressed next, or one of the others."""
        if is_primary != self._is_primary:
            self._is_primary = is_primary
            self.setProperty("kind", "primary" if is_primary else "")
            self.style().polish(self)
            self.update()

    def sizeHint(self) -> QSize:
        """Return the size that shows words and key."""
        around = self._theme.space(6)
        return QSize(self._words_width() + self._key_width() + around, self.height())

    def minimumSizeHint(self) -> QSize:
        """Return a size that shows a few letters and the key."""
        least = self._theme.space(9) + self._key_width()
        return QSize(min(least, self.sizeHint().width()), self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the button, its words and its key, in the middle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)
        gap = self._theme.space(1.5) if self.key else 0
        room = self.width() - gap - self._key_width() - self._theme.space(3)
        wide = min(self._words_width(), room)
        x = (self.width() - wide - gap - self._key_width()) / 2
        painter.setPen(self._theme.colour(self._ink()))
        painter.setFont(self._theme.font(Scale.STRONG))
        words = QRectF(x, 0, wide + 1, self.height())
        side = Qt.TextElideMode.ElideRight
        shown = painter.fontMetrics().elidedText(self._words, side, wide + 1)
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), shown)
        if self.key:
            self._paint_key(painter, x + wide + gap)
        painter.end()

    def _paint_key(self, painter: QPainter, x: float) -> None:
        side = self._theme.length(18)
        box = QRectF(x, (self.height() - side) / 2, self._key_width(), side)
        ink = self._theme.colour(self._ink())
        ink.setAlphaF(0.55)
        painter.setPen(QPen(ink, metrics.HAIRLINE))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, metrics.RADIUS_SMALL, metrics.RADIUS_SMALL)
        ink.setAlphaF(0.85)
        painter.setPen(ink)
        painter.setFont(self._theme.font(Scale.CAPTION))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), self.key)

    def _ink(self) -> str:
        if not self.isEnabled():
            return "text_disabled"
        return "on_accent" if self._is_primary else "text"

    def _words_width(self) -> int:
        return QFontMetrics(self._theme.font(Scale.STRONG)).horizontalAdvance(self._words)

    def _key_width(self) -> int:
        return self._theme.length(20) if self.key else 0
