"""What all plots share: a brush with the theme's roles and type, and scales with round marks."""

from math import ceil, floor
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from planner.ui.theme.fonts import Scale
from planner.ui.theme.theme import Theme

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_STEPS = (1, 2, 5, 10, 15, 30, 60, 120, 240, 480, 1440)


class Plot(Protocol):
    """A picture of numbers that takes the width it is given."""

    @property
    def title(self) -> str:
        """Return what it shows."""
        ...

    @property
    def legend(self) -> str:
        """Return how it is to be read; empty where that is plain."""
        ...

    @property
    def alternative(self) -> str:
        """Return the same in words, for who does not see it."""
        ...

    def height(self) -> int:
        """Return how high it is."""
        ...

    def paint(self, painter: QPainter, box: QRectF) -> None:
        """Paint it."""
        ...


class Brush:
    """Paints the parts of plots in the theme's roles."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self.font = theme.font(Scale.SMALL)
        self.measures = QFontMetricsF(self.font)

    @property
    def line_height(self) -> float:
        """Return the height of a line of words."""
        return self.measures.height()

    def width_of(self, text: str) -> float:
        """Return how wide a text is."""
        return self.measures.horizontalAdvance(text)

    def write(
        self,
        painter: QPainter,
        box: QRectF,
        text: str,
        role: str = "text_muted",
        side: Qt.AlignmentFlag = _LEFT,
    ) -> None:
        """Write a text into a box, cut where it has to be."""
        shown = self.measures.elidedText(text, Qt.TextElideMode.ElideRight, box.width() + 1)
        painter.setFont(QFont(self.font))
        painter.setPen(self.theme.colour(role))
        painter.drawText(box, int(side | Qt.TextFlag.TextSingleLine), shown)

    def fill(self, painter: QPainter, box: QRectF, role: str, radius: float = 0.0) -> None:
        """Fill a box, with round corners."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.colour(role))
        painter.drawRoundedRect(box, radius, radius)

    def frame(self, painter: QPainter, box: QRectF, fill: str, edge: str, radius: float) -> None:
        """Fill a box and outline it."""
        painter.setPen(QPen(self.theme.colour(edge), self.theme.length(1)))
        painter.setBrush(self.theme.colour(fill))
        painter.drawRoundedRect(box, radius, radius)

    def stroke(
        self, painter: QPainter, start: QPointF, end: QPointF, role: str, width: float = 1.0
    ) -> None:
        """Draw a straight line."""
        painter.setPen(QPen(self.theme.colour(role), width * self.theme.zoom))
        painter.drawLine(start, end)

    def dot(self, painter: QPainter, middle: QPointF, radius: float, role: str) -> None:
        """Draw a disc that shines through, so that several at one place can be told."""
        colour = QColor(self.theme.colour(role))
        colour.setAlphaF(0.55)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(middle, radius, radius)


def round_marks(low: float, high: float, most: int) -> tuple[int, ...]:
    """Return whole minutes at even distances that hold low and high between them; zero is one."""
    span = max(1.0, high - low)
    step = next((step for step in _STEPS if span / step + 2 <= most), _STEPS[-1])
    first, last = floor(min(low, 0.0) / step), ceil(max(high, 0.0) / step)
    return tuple(number * step for number in range(first, max(last, first + 1) + 1))
