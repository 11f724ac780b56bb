"""How many interviews people took, a bar for each, the busiest first."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from planner.app.reports import Load
from planner.formats.wording.language import Language
from planner.ui.reports.plot import Brush
from planner.ui.theme.theme import Theme

_ROW = 28
_BAR = 12
_MOST = 15
_NAMES = 0.32  # of the width, at the most


class LoadPlot:
    """Horizontal bars; what does not fit is counted in the last line."""

    def __init__(self, theme: Theme, language: Language, loads: Sequence[Load]) -> None:
        self._brush, self._language, self._loads = Brush(theme), language, loads
        self.title = language.text("Interviews that each person took")
        self.legend = ""

    @property
    def alternative(self) -> str:
        """Return who took how many, in words."""
        told = [f"{load.name}: {self._told(load)}" for load in self._loads[:_MOST]]
        return ". ".join([*told, *self._rest()])

    def height(self) -> int:
        """Return how high it is."""
        rows = min(len(self._loads), _MOST) + len(self._rest())
        return rows * self._brush.theme.length(_ROW)

    def paint(self, painter: QPainter, box: QRectF) -> None:
        """Paint name, bar and numbers of each person."""
        brush = self._brush
        space, row = brush.theme.space, brush.theme.length(_ROW)
        shown = self._loads[:_MOST]
        widest = max(brush.width_of(load.name) for load in shown)
        names = min(widest, box.width() * _NAMES) + space(4)
        numbers = max(brush.width_of(self._told(load)) for load in shown)
        room = max(float(space(10)), box.width() - names - numbers - space(3))
        most = max(load.interviews for load in shown)
        bar = brush.theme.length(_BAR)
        for number, load in enumerate(shown):
            top = box.top() + number * row
            brush.write(painter, QRectF(box.left(), top, names - space(4), row), load.name, "text")
            width = room * load.interviews / most
            place = QRectF(box.left() + names, top + (row - bar) / 2, width, bar)
            brush.fill(painter, place, "accent", brush.theme.length(3))
            told = QRectF(place.right() + space(2), top, numbers + space(1), row)
            brush.write(painter, told, self._told(load))
        for text in self._rest():
            line = QRectF(box.left(), box.top() + len(shown) * row, box.width(), row)
            brush.write(painter, line, text)

    def _told(self, load: Load) -> str:
        words = self._language
        count = words.count("{n} interview", "{n} interviews", load.interviews)
        return f"{count} \u00b7 {words.length(load.length)}"

    def _rest(self) -> list[str]:
        left = len(self._loads) - _MOST
        return [self._language.count("and one more", "and {n} more", left)] if left > 0 else []
