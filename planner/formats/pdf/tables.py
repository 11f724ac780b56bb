"""Tables whose rows stay whole, columns side by side, sections that do not begin near the foot."""

from collections.abc import Sequence
from typing import Any, Final

from reportlab.platypus import FrameBreak, Spacer, Table
from reportlab.platypus.flowables import Flowable

from planner.formats.pdf.fonts import REGULAR
from planner.formats.pdf.style import GRID

Cell = list[Flowable]
Command = tuple[object, ...]

# A row that must be broken late on a page leaves at least this much on either side, in points.
_LEAST_PART: Final = 60
# Higher than any page, and finite, as reportlab has it.
_TOO_HIGH: Final = 0xFFFFFF
_PLAIN: Final[list[Command]] = [
    ("FONTNAME", (0, 0), (-1, -1), REGULAR),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), 0),
    ("TOPPADDING", (0, 0), (-1, -1), 0),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
]


class Gap(Spacer):
    """Room between two parts; none at the top of a page."""

    def __init__(self, height: float = 4 * GRID) -> None:
        super().__init__(0, height)
        self._full = height

    def wrap(self, *_: float) -> tuple[float, float]:
        """Take the room, unless nothing stands above."""
        self.height = 0 if _is_at_top(self) else self._full
        return 0, self.height


class WholeRows(Table):
    """A table that breaks between rows; within a row only where it is higher than a page."""

    page_height = 0.0
    _measured_width = -1.0

    def _calc(self, width: float, height: float) -> None:
        """Measure once: sections, frames and splits all ask, and nothing in the cells changes."""
        if width != self._measured_width or None in self._rowHeights:
            super()._calc(width, height)
            self._measured_width = width

    def split(self, width: float, height: float) -> list[Flowable]:
        """Return what fits into this height and the rest; nothing where not even a row fits."""
        is_late = height < self.page_height / 2
        least = _LEAST_PART if is_late else 1
        self.splitInRow = least if self.first_rows() > self.page_height else 0
        parts = super().split(width, height)
        for part in parts:
            part.page_height = self.page_height
        return list(parts)

    def first_rows(self) -> float:
        """Return the height of the repeated heads and the row that follows them."""
        return float(sum(self._rowHeights[: self.repeatRows + 1]))


class Section(Flowable):
    """Content that begins on the next page where it would begin in the last part of this one.

    Its head is never left without the first row below it.
    """

    def __init__(self, content: Sequence[Flowable], page_height: float) -> None:
        super().__init__()
        self._content = list(content)
        self._page_height = page_height

    def wrap(self, width: float, _: float) -> tuple[float, float]:
        """Ask to be split, always."""
        return width, _TOO_HIGH

    def split(self, width: float, height: float) -> list[Flowable]:
        """Return the content, behind a break where this page is not the place to begin."""
        whole = height_of(self._content, width)
        is_late = height < self._page_height / 2
        is_too_much = height < self._least(whole) <= self._page_height
        if height < whole and (is_late or is_too_much) and not _is_at_top(self):
            return [FrameBreak(), *self._content]
        return list(self._content)

    def _least(self, whole: float) -> float:
        last = self._content[-1]
        if not isinstance(last, WholeRows):
            return whole
        return float(whole - last._height + last.first_rows())  # noqa: SLF001 -- set by wrap


def rows(
    cells: Sequence[Sequence[Cell]],
    widths: Sequence[float],
    page_height: float,
    style: Sequence[Command] = (),
    *,
    heads: int = 0,
) -> WholeRows:
    """Return a table of these rows, of which the first ``heads`` are repeated on every page."""
    table = WholeRows(
        [[cell or "" for cell in row] for row in cells],
        colWidths=list(widths),
        repeatRows=heads,
        style=[*_PLAIN, *style],
        hAlign="LEFT",
    )
    table.page_height = page_height
    return table


def side_by_side(
    columns: Sequence[Cell], widths: Sequence[float], page_height: float, gap: float
) -> WholeRows:
    """Return columns beside each other, with a gap between them."""
    cells: list[Cell] = []
    spaced: list[float] = []
    for column, width in zip(columns, widths, strict=True):
        if cells:
            cells.append([])
            spaced.append(gap)
        cells.append(column)
        spaced.append(width)
    return rows([cells], spaced, page_height)


def boxed(content: Cell, width: float, page_height: float, style: Sequence[Command]) -> WholeRows:
    """Return content in one column, a row for each part, so that a long one can be broken."""
    return rows([[[part]] for part in content], [width], page_height, style)


def height_of(content: Sequence[Flowable], width: float) -> float:
    """Return how high content stands in a column of this width."""
    return float(sum(_height(part, width) for part in content))


def _height(part: Any, width: float) -> float:
    return float(part.wrap(width, _TOO_HIGH)[1] + part.getSpaceBefore() + part.getSpaceAfter())


def _is_at_top(flowable: Flowable) -> bool:
    return bool(getattr(getattr(flowable, "_frame", None), "_atTop", False))
