"""Paragraphs that break their lines once: tables ask for the height of each cell many times."""

from bisect import bisect_left
from collections.abc import Callable
from copy import copy
from typing import Final

from reportlab.platypus import Flowable
from reportlab.platypus.paragraph import Paragraph

from planner.formats.pdf import shaping

_LEAST_LINES: Final = 2
_MOST_LINES: Final = 3
_LONGEST_HEADING: Final = 1000
_TOLERANCE: Final = 1e-6
_ELLIPSIS: Final = "\u2026"


class Steady(Flowable):
    """A paragraph that keeps its lines as they were broken, however often it is split.

    reportlab's own breaks what is left anew on every page, and forgets its lines where none fits.
    """

    def __init__(self, paragraph: Paragraph) -> None:
        super().__init__()
        self._paragraph = paragraph
        self._room = -1.0
        self._is_part = False

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Return the size in a column of this width; parts stay as wide as the whole was."""
        if width != self._room and not self._is_part:
            self.width, self.height = self._paragraph.wrap(width, height)
            self._room = width
        return self.width, self.height

    def split(self, _: float, height: float) -> list[Flowable]:
        """Return the lines that fit and the others; nothing where fewer than two fit.

        Whoever splits has wrapped before.
        """
        fitting = int((height + _TOLERANCE) / self._paragraph.style.leading)
        count = len(self._paragraph.blPara.lines)
        if not _LEAST_LINES <= fitting < count:
            return []
        return [self._part(0, fitting), self._part(fitting, count)]

    def draw(self) -> None:
        """Draw the lines as they were broken."""
        self._paragraph.canv = self.canv
        self._paragraph.draw()

    def _part(self, start: int, stop: int) -> "Steady":
        paragraph = copy(self._paragraph)
        paragraph.blPara = paragraph.blPara.clone(lines=paragraph.blPara.lines[start:stop])
        paragraph.height = (stop - start) * paragraph.style.leading
        part = Steady(paragraph)
        part.width, part.height = self.width, paragraph.height
        part._room, part._is_part = self._room, True
        return part


class Heading(Flowable):
    """A name above other things, cut with an ellipsis after three lines: the page is for those."""

    def __init__(self, name: str, made: Callable[[str], Paragraph]) -> None:
        super().__init__()
        self._name = name
        self._made = made
        self._whole = self._shown = made(name)
        self._room = -1.0

    def wrap(self, width: float, _: float) -> tuple[float, float]:
        """Return the size of what is shown in a column of this width."""
        if width != self._room:
            self._shown = self._fitting(width)
            self.width, self.height = width, self._shown.height
            self._room = width
        return self.width, self.height

    def draw(self) -> None:
        """Draw the lines as they were broken."""
        self._shown.canv = self.canv
        self._shown.draw()

    def _fitting(self, width: float) -> Paragraph:
        if _fits(self._whole, width):
            return self._whole
        clusters = [each for _, each in shaping.clusters(self._name[:_LONGEST_HEADING])]

        def cut(count: int) -> Paragraph:
            return self._made("".join(clusters[:count]).rstrip() + _ELLIPSIS)

        # Reckoned as numbers: 0 while a cut text still fits, 1 from where it does not.
        counts = range(1, len(clusters) + 1)
        shortened = cut(bisect_left(counts, 1, key=lambda count: not _fits(cut(count), width)))
        shortened.wrap(width, 0)
        return shortened


def _fits(paragraph: Paragraph, width: float) -> bool:
    paragraph.wrap(width, 0)
    return len(paragraph.blPara.lines) <= _MOST_LINES
