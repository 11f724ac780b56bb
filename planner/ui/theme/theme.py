"""The theme: everything that a widget asks about how it should look."""

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QIcon, QPalette, QPixmap
from PySide6.QtWidgets import QApplication, QStyleFactory

from planner.ui.theme import metrics
from planner.ui.theme.colours import DARK, LIGHT, BlockColours, Colours, block_colours
from planner.ui.theme.fonts import Scale, font_of
from planner.ui.theme.icons import coloured_icon, coloured_pixmap
from planner.ui.theme.palette import palette_of
from planner.ui.theme.style_sheet import style_sheet_of

Choice = Literal["system", "light", "dark"]


class Theme:
    """One palette with its type, spacing, icons and style sheet, enlarged by ``zoom``."""

    def __init__(self, colours: Colours, *, is_dark: bool, zoom: float = 1.0) -> None:
        self.colours = colours
        self.is_dark = is_dark
        self.zoom = zoom

    def colour(self, role: str) -> QColor:
        """Return the colour of a role, as ``accent`` or ``interview_fill``."""
        return QColor(self.hex(role))

    def hex(self, role: str) -> str:
        """Return the colour of a role as ``#rrggbb``."""
        return str(getattr(self.colours, role))

    def block(self, kind: str) -> BlockColours:
        """Return fill, edge and ink of a kind of block (see `colours.BLOCK_KINDS`)."""
        return block_colours(self.colours, kind)

    def space(self, steps: float) -> int:
        """Return a distance of so many steps of the 4-pixel grid."""
        return self.length(steps * metrics.GRID)

    def length(self, pixels: float) -> int:
        """Return a length from `metrics` in the pixels of this theme, at least one."""
        return max(1, round(pixels * self.zoom)) if pixels else 0

    @property
    def radius(self) -> int:
        """Return the corner radius of controls."""
        return self.length(metrics.RADIUS)

    @property
    def control_height(self) -> int:
        """Return the height of buttons and fields."""
        return self.length(metrics.CONTROL_HEIGHT)

    @property
    def row_height(self) -> int:
        """Return the height of a row in a list or table."""
        return self.length(metrics.ROW_HEIGHT)

    @property
    def icon_size(self) -> int:
        """Return the side of an icon beside text."""
        return self.length(metrics.ICON)

    def font(self, scale: Scale = Scale.BODY) -> QFont:
        """Return the font of a scale, with tabular figures."""
        return font_of(scale, self.zoom)

    def icon(self, name: str, role: str = "text") -> QIcon:
        """Return an icon in the colour of a role; greyed where its owner is disabled."""
        return coloured_icon(name, self.hex(role), self.colours.text_disabled)

    def pixmap(self, name: str, role: str = "text", size: int = 0, ratio: float = 0) -> QPixmap:
        """Return an icon as a picture of ``size`` logical pixels, sharp on the densest screen.

        Without a size it is that of an icon beside text.
        """
        side = size or self.icon_size
        return coloured_pixmap(name, self.hex(role), side, ratio or _densest_ratio())

    def palette(self) -> QPalette:
        """Return the palette for what no style sheet reaches."""
        return palette_of(self.colours)

    def style_sheet(self) -> str:
        """Return the style sheet of the application."""
        return style_sheet_of(self.colours, self.zoom)

    def dress(self, application: QApplication) -> None:
        """Give the application this theme: style, palette, font and style sheet."""
        application.setStyle(QStyleFactory.create("Fusion"))
        application.setPalette(self.palette())
        application.setFont(self.font())
        application.setStyleSheet(self.style_sheet())


def theme_for(choice: Choice, application: QApplication, zoom: float = 1.0) -> Theme:
    """Return the theme that was chosen; ``system`` follows the desktop, light where it is silent."""
    scheme = application.styleHints().colorScheme()
    is_dark = choice == "dark" or (choice == "system" and scheme is Qt.ColorScheme.Dark)
    return Theme(DARK if is_dark else LIGHT, is_dark=is_dark, zoom=zoom)


def _densest_ratio() -> float:
    return max((screen.devicePixelRatio() for screen in QApplication.screens()), default=1.0)
