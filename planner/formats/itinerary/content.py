"""The content of a document for one reader: finished texts and the moments they belong to.

Every text is one line, cleaned, and in the reader's language. Formats lay out what stands here and
look at nothing else: what is not in an `Itinerary` cannot leave the planner.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from planner.domain.audiences import Audience
from planner.domain.errors import PlannerError
from planner.domain.times import Moment


class NothingToWrite(PlannerError):
    """A reader has no entry that a calendar could hold. Facts: ``audience``."""

    code = "nothing_to_write"


class Tone(StrEnum):
    """What a stretch of the day feels like; layouts choose a colour and a sign for each."""

    MEETING = "meeting"
    REMOTE = "remote"
    REST = "rest"
    OTHER = "other"
    TRAVEL = "travel"


@dataclass(frozen=True, slots=True)
class Edition:
    """Which edition of a document it is: its version, what changed, when it was prepared.

    ``changes`` must be words for this reader: it is printed as it is (never for a room).
    ``prepared`` is None where the last change of the plan stands for it, so that an unchanged plan
    gives unchanged bytes. ``days`` (local dates) narrows the document; None means every day.
    """

    version: int | None = None
    changes: str = ""
    prepared: datetime | None = None
    days: frozenset[date] | None = None


ANY_EDITION = Edition()
"""No version, every day: what is made where nobody asks for a certain edition."""


@dataclass(frozen=True, slots=True)
class Link:
    """A text that can be clicked; ``target`` is a harmless address or empty."""

    text: str
    target: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """What a calendar is told: from ``start`` to ``end``, or whole days where those are None.

    ``first_day`` and ``day_after`` are the dates of a whole-day entry (the second is exclusive).
    ``local_times`` says in words when it is, for calendars that get UTC.
    """

    uid: str
    sequence: int
    summary: str
    location: str
    description: tuple[str, ...]
    local_times: str
    start: Moment | None = None
    end: Moment | None = None
    first_day: date | None = None
    day_after: date | None = None
    is_busy: bool = True
    alarm: timedelta | None = None


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody in a block, told as far as the reader may know."""

    name: str
    title: str = ""
    role: str = ""
    answer: str = ""
    links: tuple[Link, ...] = ()
    is_absent: bool = False

    @property
    def short(self) -> str:
        """Return the name for a cell; with the answer where it means that nobody comes."""
        return f"{self.name} ({self.answer})" if self.is_absent and self.answer else self.name


@dataclass(frozen=True, slots=True)
class Cells:
    """The same row for tables: one text for each column, lists where several may stand."""

    kind: str = ""
    title: str = ""
    mode: str = ""
    candidates: tuple[str, ...] = ()
    participants: tuple[Participant, ...] = ()
    focus_areas: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the day.

    ``zone_mark`` says whose clocks are meant where the day's zone line does not hold. ``place`` is
    short, ``place_detail`` the floor or site, ``where`` the full place for a calendar. ``number``
    counts conversations, ``label`` names the row in the strip (empty: not there). ``entry`` is None
    where a calendar is not told, or not by this row.
    """

    start: Moment
    end: Moment | None
    times: str
    tone: Tone
    headline: str = ""
    zone_mark: str = ""
    aside: str = ""
    lines: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    place: str = ""
    place_detail: str = ""
    where: str = ""
    number: int | None = None
    label: str = ""
    is_own: bool = True
    is_unconfirmed: bool = False
    cells: Cells = Cells()
    entry: Entry | None = None


@dataclass(frozen=True, slots=True)
class Segment:
    """One piece of the strip that shows the day at a glance."""

    start: datetime
    end: datetime
    label: str
    tone: Tone
    is_own: bool


@dataclass(frozen=True, slots=True)
class Day:
    """One day of one subject: its rows, and what stands above them.

    ``subject`` names the candidate where a reader has several. ``first`` says where to be first,
    ``about`` holds what the reader must know about the subject.
    """

    day: date
    heading: str
    zone_line: str
    rows: tuple[Row, ...]
    subject: str = ""
    about: tuple[str, ...] = ()
    first: str = ""
    hint: str = ""
    summary: str = ""
    glance: str = ""
    strip: tuple[Segment, ...] = ()


@dataclass(frozen=True, slots=True)
class StopLine:
    """One end of a leg on the clocks of its place."""

    at: Moment
    clock: str
    zone: str
    day: str
    name: str
    code: str = ""
    terminal: str = ""


@dataclass(frozen=True, slots=True)
class LegLine:
    """A flight, train or transfer.

    ``day`` is told where the leg leaves on another day than the one before it. ``zones`` are the
    offsets of its clocks, ``day_shift`` is such as ``+1``, ``change`` the wait after it.
    """

    kind: str
    service: str
    departure: StopLine
    arrival: StopLine
    length: str
    zones: str
    day: str = ""
    day_shift: str = ""
    details: tuple[str, ...] = ()
    estimate: str = ""
    change: str = ""
    entry: Entry | None = None


@dataclass(frozen=True, slots=True)
class TravelCard:
    """The way there or back. ``estimate`` is told here when it holds for every leg."""

    heading: str
    traveller: str
    legs: tuple[LegLine, ...]
    payer: str
    estimate: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """A box of a few lines under a heading: a hotel, a place, somebody to call."""

    heading: str
    title: str
    lines: tuple[str, ...] = ()
    details: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    subject: str = ""
    estimate: str = ""
    entry: Entry | None = None


@dataclass(frozen=True, slots=True)
class Itinerary:
    """Everything that one reader may see, and nothing else.

    ``changed`` is the instant of the plan's last edit. ``footer`` tells version and preparation.
    """

    audience: Audience
    language: str
    title: str
    changed: datetime
    subtitle: str = ""
    reader: str = ""
    days: tuple[Day, ...] = ()
    travel_heading: str = ""
    journeys: tuple[TravelCard, ...] = ()
    stays: tuple[Card, ...] = ()
    place: Card | None = None
    contact: Card | None = None
    people: tuple[Card, ...] = ()
    noted: Card | None = None
    advice: Card | None = None
    unscheduled: Card | None = None
    footer: tuple[str, ...] = ()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Return what calendars are told, each entry once, days and journeys in order."""
        return tuple({entry.uid: entry for entry in self._entries()}.values())

    def _entries(self) -> Iterator[Entry]:
        rows = (row.entry for day in self.days for row in day.rows)
        legs = (leg.entry for journey in self.journeys for leg in journey.legs)
        stays = (stay.entry for stay in self.stays)
        for entries in (rows, legs, stays):
            yield from (entry for entry in entries if entry is not None)
