"""A timetable as it was understood: line by line, with what was assumed and what stays open."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum

from planner.domain.blocks import Kind, Mode, SeatRole


class Sort(StrEnum):
    """What a line of the paste is."""

    ROW = "row"  # an item of the day
    DETAIL = "detail"  # says more about the row above
    CLOSING = "closing"  # says when the day ends
    CANCELLED = "cancelled"  # struck out, hidden or called off; not taken
    DAY = "day"  # names the date of what follows
    HEADER = "header"  # names the columns of what follows
    RULE = "rule"  # draws a line
    TEXT = "text"  # anything else; left aside


@dataclass(frozen=True, slots=True)
class Remark:
    """A code and its facts; `planner.formats.wording.timetable` makes the sentence."""

    code: str
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Attendee:
    """Somebody from the company's side; without a name the seat is open.

    ``title`` is the job, ``remark`` tells people of one name apart, ``aside`` is whatever else stood
    behind the name and goes into the row's internal note. ``is_other`` holds when the text says that
    this is another person than the one of the same name.
    """

    name: str = ""
    title: str = ""
    email: str = ""
    role: SeatRole | None = None
    remark: str = ""
    aside: str = ""
    is_other: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """An item of the day. Times are on the clocks of the timetable's zone.

    ``day`` is None while the text has not said it; ``ends_next_day`` puts the end after midnight.
    """

    start: time
    kind: Kind
    day: date | None = None
    end: time | None = None
    ends_next_day: bool = False
    title: str = ""
    mode: Mode | None = None
    people: tuple[Attendee, ...] = ()
    room: str = ""
    place: str = ""
    candidate: str = ""
    focus_areas: tuple[str, ...] = ()
    link: str = ""
    number: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the paste: what stood there, what it was taken for, and on what footing.

    ``notes`` are assumptions and other things worth knowing, ``questions`` what was not understood.
    A heading says its date in ``day``. ``number`` counts the lines of the pasted text from 1.
    """

    number: int
    text: str
    sort: Sort
    row: Row | None = None
    day: date | None = None
    notes: tuple[Remark, ...] = ()
    questions: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Timetable:
    """All lines of a paste in order; blank ones are left out. ``zone`` is an IANA name.

    A line whose cells hold rows for several candidates, rooms or days is there once for each.
    """

    zone: str
    lines: tuple[Line, ...]

    @property
    def rows(self) -> tuple[Row, ...]:
        """Return every row, in the order of the text."""
        return tuple(line.row for line in self.lines if line.row is not None)

    @property
    def undated(self) -> tuple[Line, ...]:
        """Return the lines whose rows wait for a date; no block can be made of them."""
        return tuple(line for line in self.lines if line.row is not None and line.row.day is None)

    @property
    def open_lines(self) -> tuple[Line, ...]:
        """Return the lines with something that was not understood."""
        return tuple(line for line in self.lines if line.questions)
