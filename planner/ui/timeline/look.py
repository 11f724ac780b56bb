"""Look: fonts, colours and lengths of the timeline, worked out once for a theme."""

from functools import cached_property

from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QLinearGradient,
    QPainter,
    QPen,
    QPixmap,
    QTransform,
)

from planner.ui.theme import metrics
from planner.ui.theme.fonts import Scale
from planner.ui.theme.theme import Theme

_STRIPE = 6.0


class Look:
    """What painters of the timeline ask, so that they make nothing anew while they paint."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self.title = theme.font(Scale.STRONG)
        self.small = theme.font(Scale.SMALL)
        self.caption = self._sized(Scale.SMALL, 11)
        self.tiny = self._sized(Scale.STRONG, 10)
        self.bar = float(theme.space(1))
        self.padding = float(theme.space(1.5))
        self.gap = float(theme.space(1))
        self.radius = float(theme.radius)
        self.icon = theme.length(14)
        self.gutter_width = theme.length(56)
        self.header_height = theme.length(44)
        self.column_gutter = float(theme.space(1))
        self.least_column = float(theme.length(104))
        self.wide = float(theme.length(170))
        self._metrics: dict[str, QFontMetricsF] = {}
        self._colours: dict[str, QColor] = {}
        self._stripes: dict[str, QBrush] = {}

    @cached_property
    def line_height(self) -> float:
        """Return the height of the second line of a block."""
        return self.measures(self.small).height()

    @cached_property
    def title_height(self) -> float:
        """Return the height of the first line of a block."""
        return self.measures(self.title).height()

    @cached_property
    def chip_height(self) -> float:
        """Return the height of a chip."""
        return self.measures(self.caption).height() + 2.0

    def measures(self, font: QFont) -> QFontMetricsF:
        """Return the measures of a font."""
        key = font.key()
        if key not in self._metrics:
            self._metrics[key] = QFontMetricsF(font)
        return self._metrics[key]

    def colour(self, role: str) -> QColor:
        """Return the colour of a role."""
        if role not in self._colours:
            self._colours[role] = self.theme.colour(role)
        return self._colours[role]

    def faded(self, role: str, alpha: float) -> QColor:
        """Return the colour of a role, through which one sees."""
        colour = QColor(self.colour(role))
        colour.setAlphaF(alpha)
        return colour

    def pen(self, role: str, width: float = metrics.HAIRLINE) -> QPen:
        """Return a pen in the colour of a role."""
        return QPen(self.colour(role), width)

    def pixmap(self, name: str, role: str, size: int = 0) -> QPixmap:
        """Return an icon in the colour of a role."""
        return self.theme.pixmap(name, role, size or self.icon)

    def stripes(self, kind: str) -> QBrush:
        """Return the ground of rest: stripes in the colours of its kind.

        They are a picture that repeats, drawn once: a gradient would be worked out for every pixel.
        """
        if kind not in self._stripes:
            ratio = max(screen.devicePixelRatio() for screen in QGuiApplication.screens())
            brush = QBrush(self._stripe(kind, ratio * self.theme.zoom))
            brush.setTransform(QTransform.fromScale(1 / ratio, 1 / ratio))
            self._stripes[kind] = brush
        return self._stripes[kind]

    def _stripe(self, kind: str, scale: float) -> QPixmap:
        side = round(2 * _STRIPE * scale)
        gradient = QLinearGradient(0, 0, side / 2, side / 2)
        gradient.setSpread(QLinearGradient.Spread.RepeatSpread)
        fill, hatch = self.colour(f"{kind}_fill"), self.colour("hatch")
        for place, colour in ((0, fill), (0.48, fill), (0.52, hatch), (1, hatch)):
            gradient.setColorAt(place, colour)
        picture = QPixmap(side, side)
        with QPainter(picture) as painter:
            painter.fillRect(picture.rect(), QBrush(gradient))
        return picture

    def _sized(self, scale: Scale, pixels: float) -> QFont:
        font = self.theme.font(scale)
        font.setPixelSize(self.theme.length(pixels))
        return font
