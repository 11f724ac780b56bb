"""Room to write: ruled lines down to the foot of the page, boxes to tick."""

from typing import Final

from reportlab.platypus import Flowable

from planner.formats.pdf.style import RULED

_DISTANCE: Final = 20.0
_BOX: Final = 11.0


class NoteLines(Flowable):
    """Ruled lines under a heading, as many as the page has room for.

    Where fewer than ``least`` would fit, the whole goes to a page of its own.
    """

    def __init__(self, heading: Flowable, least: int) -> None:
        super().__init__()
        self._heading = heading
        self._least = least
        self._lines = least

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Take what is left, in whole lines."""
        _, above = self._heading.wrap(width, height)
        self._lines = max(int((height - above) // _DISTANCE), self._least)
        self.width, self.height = width, above + self._lines * _DISTANCE
        return self.width, self.height

    def draw(self) -> None:
        """Draw the heading, then a rule for each line to be written."""
        canvas = self.canv
        self._heading.drawOn(canvas, 0, self._lines * _DISTANCE)
        canvas.setStrokeColor(RULED)
        canvas.setLineWidth(0.5)
        for number in range(self._lines):
            canvas.line(0, number * _DISTANCE + 2, self.width, number * _DISTANCE + 2)


class TickBox(Flowable):
    """An empty square."""

    def wrap(self, width: float, _: float) -> tuple[float, float]:
        """Take the width of the column; the box stands in its middle."""
        self.width, self.height = width, _BOX
        return self.width, self.height

    def draw(self) -> None:
        """Draw the square."""
        self.canv.setStrokeColor(RULED)
        self.canv.setLineWidth(0.8)
        self.canv.rect((self.width - _BOX) / 2, 0, _BOX, _BOX, stroke=1, fill=0)
