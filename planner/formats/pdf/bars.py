"""Bars in table cells that share one time scale: what was planned above what really was."""

from collections.abc import Sequence
from typing import Any, Final

from reportlab.lib.colors import Color
from reportlab.platypus import Flowable

from planner.formats.pdf import style
from planner.formats.pdf.fonts import REGULAR
from planner.formats.pdf.typesetter import Typesetter

Stretch = tuple[float, float]
"""Where something begins and ends, as shares of the width."""

_GHOST: Final = 6.0
_BETWEEN: Final = 3.0
_BAR: Final = 9.0
_HEIGHT: Final = _GHOST + _BETWEEN + _BAR + 2
_BEYOND: Final = (-5.0, 4.0)  # how far the lines reach below and above, into the padding
_TICKS: Final = 10.0
_THINNEST: Final = 0.8


class ScaleMarks(Flowable):
    """The times above the bars, each over its line, as many as stand side by side."""

    def __init__(self, marks: Sequence[tuple[float, str]], typesetter: Typesetter) -> None:
        super().__init__()
        self._marks = marks
        self._typesetter = typesetter

    def wrap(self, width: float, _: float) -> tuple[float, float]:
        """Take the whole width."""
        self.width, self.height = width, _TICKS
        return self.width, self.height

    def draw(self) -> None:
        """Draw the times; the first and the last one reach beyond the edges."""
        self.canv.setFillColor(style.MUTED)
        free = -self.width
        for share, text in self._marks:
            told = self._typesetter.fitted(text, REGULAR, style.TICK_SIZE, self.width)
            middle = share * self.width
            if middle - told.width / 2 >= free:
                told.draw(self.canv, middle, 2, "centre")
                free = middle + told.width / 2 + style.GRID


class GhostedBar(Flowable):
    """What was planned as an outline, and below it what really was as a bar."""

    def __init__(
        self, lines: Sequence[float], planned: Stretch, actual: Stretch | None, fill: Color
    ) -> None:
        super().__init__()
        self._lines = lines
        self._planned = planned
        self._actual = actual
        self._fill = fill

    def wrap(self, width: float, _: float) -> tuple[float, float]:
        """Take the whole width."""
        self.width, self.height = width, _HEIGHT
        return self.width, self.height

    def draw(self) -> None:
        """Draw the lines of the scale, then the two bars over them."""
        canvas = self.canv
        canvas.saveState()
        canvas.setStrokeColor(style.HAIRLINE)
        canvas.setLineWidth(0.5)
        for share in self._lines:
            x = share * self.width
            canvas.line(x, _BEYOND[0], x, self.height + _BEYOND[1])
        canvas.setStrokeColor(style.RULED)
        canvas.setLineWidth(0.8)
        canvas.setDash(2, 1.5)
        self._draw(canvas, self._planned, (_BAR + _BETWEEN, _GHOST), is_filled=False)
        if self._actual is not None:
            canvas.setFillColor(self._fill)
            self._draw(canvas, self._actual, (0, _BAR), is_filled=True)
        canvas.restoreState()

    def _draw(
        self, canvas: Any, stretch: Stretch, place: tuple[float, float], *, is_filled: bool
    ) -> None:
        left, right = (share * self.width for share in stretch)
        bottom, height = place
        width = max(_THINNEST, right - left)
        canvas.rect(left, bottom, width, height, stroke=not is_filled, fill=is_filled)
