"""One choice in the table of buffers: how safe the rest would be, how long, and what that costs."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from planner.ui.controls.elided_label import ElidedLabel
from planner.ui.theme.theme import Theme

_BAR = 6
_INSET = 2  # steps of the grid
_FAINT = 0.4
PARTS = (("good", 1.0), ("good", _FAINT), ("error", 1.0))
"""Colour and strength of what a bar shows: the whole rest, a shorter one, one that is too short."""


class SafetyBar(QWidget):
    """Three parts of a whole: as long as planned, shorter but long enough, too short."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._parts: tuple[float, ...] = ()
        self.setFixedHeight(theme.length(_BAR))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_risk(self, below: float, shortened: float) -> None:
        """Show the probabilities that a rest misses its minimum, and that it is shortened at all."""
        self._parts = (1 - shortened, shortened - below, below)
        self.update()

    def clear(self) -> None:
        """Show that nothing is known."""
        self._parts = ()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the parts from left to right, the good one first."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground, radius = QPainterPath(), self.height() / 2
        ground.addRoundedRect(QRectF(self.rect()), radius, radius)
        painter.setClipPath(ground)
        painter.fillRect(self.rect(), self._theme.colour("raised" if self._parts else "line"))
        left = 0.0
        for (role, strength), part in zip(PARTS, self._parts, strict=False):
            width = max(0.0, part) * self.width()
            colour = self._theme.colour(role)
            colour.setAlphaF(strength)
            painter.fillRect(QRectF(left, 0, width, self.height()), colour)
            left += width
        painter.end()


class BufferCell(QPushButton):
    """A button that stays pressed; what it shows is set as a whole. Enter is left to the dialog."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.safe, self.whole, self.cost = (ElidedLabel(parent=self) for _ in range(3))
        self.safe.setProperty("scale", "strong")
        for line in (self.whole, self.cost):
            line.setProperty("scale", "small")
        self.cost.setProperty("tone", "muted")
        self.star = QLabel(self)
        self.star.setPixmap(theme.pixmap("star", "link"))
        self.star.hide()
        self.bar = SafetyBar(theme, self)
        inset, space = theme.space(_INSET), theme.space
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(inset + space(1), inset, inset + space(1), inset)
        column.setSpacing(space(0.5))
        head = QHBoxLayout()
        head.addWidget(self.safe, 1)
        head.addWidget(self.star)
        column.addLayout(head)
        column.addWidget(self.bar)
        column.addSpacing(space(0.5))
        column.addWidget(self.whole)
        column.addWidget(self.cost)
        for label in self.findChildren(QLabel):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.clear()

    def show_words(self, safe: str, whole: str, cost: str) -> None:
        """Show three short lines."""
        for label, words in ((self.safe, safe), (self.whole, whole), (self.cost, cost)):
            label.set_text(words)

    def show_recommended(self, *, is_best: bool) -> None:
        """Mark it with a star, or not."""
        self.star.setVisible(is_best)

    def clear(self) -> None:
        """Show that nothing is known yet."""
        self.show_words("\u2026", "", "")
        self.bar.clear()
        self.show_recommended(is_best=False)
        self.setEnabled(False)

    def sizeHint(self) -> QSize:
        """Return the size of what is inside."""
        return self._column.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return the least size of what is inside; its lines may become shorter, but not fewer."""
        return QSize(self._column.minimumSize().width(), self.sizeHint().height())
