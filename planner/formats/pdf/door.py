"""The sign on a room's door: its name and when it is taken, to be read while walking past."""

from typing import Final

from reportlab.platypus import Flowable, HRFlowable, PageBreak, Spacer

from planner.formats.itinerary.content import Day, Itinerary, Row
from planner.formats.pdf import style
from planner.formats.pdf.fonts import BOLD
from planner.formats.pdf.outline import Landmark
from planner.formats.pdf.tables import Cell, Command, rows
from planner.formats.pdf.typesetter import Typesetter
from planner.formats.wording import pages as words

_LARGEST: Final = 96.0
_SMALLEST: Final = 48.0
_TIMES: Final = 250.0
_LARGE_ROWS: Final = 6
_LINES: Final[list[Command]] = [
    ("LINEBELOW", (0, 0), (-1, -1), 0.8, style.RULED),
    ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
    ("TOPPADDING", (0, 0), (-1, -1), 6),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 8),
]


def door_story(content: Itinerary, typesetter: Typesetter) -> list[Flowable]:
    """Return a sign for each day on which a room is taken."""
    if not content.days:
        nothing = typesetter.line(typesetter.say(words.NOTHING_PLANNED), style.LEAD)
        return [_RoomName(content.title, typesetter), nothing]
    story: list[Flowable] = []
    for day in content.days:
        story += [PageBreak()] if story else []
        story += [Landmark(day.heading)] if len(content.days) > 1 else []
        story += _sign(content, day, typesetter)
    return story


def _sign(content: Itinerary, day: Day, typesetter: Typesetter) -> list[Flowable]:
    is_alone = len(content.days) == 1
    is_large = len(day.rows) <= _LARGE_ROWS
    time, text = (style.SIGN_TIME, style.SIGN) if is_large else (style.SMALL_SIGN_TIME, style.DAY)
    cells: list[list[Cell]] = [
        [[typesetter.line(_times(row), time)], [typesetter.line(row.headline, text)]]
        for row in day.rows
    ]
    widths = [_TIMES, typesetter.width - _TIMES]
    return [
        _RoomName(content.title, typesetter),
        typesetter.line(content.subtitle if is_alone else day.heading, style.SIGN),
        *typesetter.lines([day.zone_line], style.LEAD),
        Spacer(0, 2 * style.GRID),
        HRFlowable(width="100%", thickness=2, color=style.INK, spaceBefore=0, spaceAfter=0),
        rows(cells, widths, typesetter.height, _LINES),
    ]


def _times(row: Row) -> str:
    return f"{row.times} {row.zone_mark}".rstrip()


class _RoomName(Flowable):
    """One line as large as the page allows."""

    def __init__(self, name: str, typesetter: Typesetter) -> None:
        super().__init__()
        self._name = name
        self._typesetter = typesetter
        self._size = _LARGEST

    def wrap(self, width: float, _: float) -> tuple[float, float]:
        """Take the largest size at which the name fits; cut it below the smallest."""
        whole = self._typesetter.fitted(self._name, BOLD, _LARGEST, float("inf"))
        fitting = _LARGEST * width / whole.width if whole.width else _LARGEST
        self._size = max(_SMALLEST, min(_LARGEST, fitting))
        self.width, self.height = width, self._size * 1.25
        return self.width, self.height

    def draw(self) -> None:
        """Draw the name in ink."""
        self.canv.setFillColor(style.INK)
        line = self._typesetter.fitted(self._name, BOLD, self._size, self.width)
        line.draw(self.canv, 0, self._size * 0.3)
