"""The content of a day's report: finished texts, and the moments and lengths that they come from.

It is for the coordinator and stays inside: it names whom nobody came to, and what was lost.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from planner.domain.ids import BlockId
from planner.domain.times import ZERO, Moment
from planner.formats.itinerary.content import Tone


@dataclass(frozen=True, slots=True)
class ReportTexts:
    """What the row of a block says.

    ``actual`` is when it was, or what became of it; ``start`` says how late it began, ``length`` by
    how much it ran longer or shorter, ``lost`` to what minutes went.
    """

    title: str
    kind: str
    candidates: str
    people: str
    planned: str
    actual: str
    start: str
    length: str
    lost: tuple[str, ...]
    zone_mark: str = ""


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One block.

    ``start`` and ``end`` are None where it did not take place; while it runs ``end`` is None. ``over``
    is by how much longer it took from start to end than planned, ``effective`` how long it ran without
    what it stood still. ``promised`` is the minimum of a rest. ``lost`` is by the value of a cause.
    """

    block: BlockId
    tone: Tone
    texts: ReportTexts
    planned_start: Moment
    planned_end: Moment
    start: Moment | None = None
    end: Moment | None = None
    effective: timedelta | None = None
    delay: timedelta | None = None
    over: timedelta | None = None
    promised: timedelta | None = None
    lost: Mapping[str, timedelta] | None = None
    is_on_time: bool | None = None

    @property
    def planned(self) -> timedelta:
        """Return how long it was planned to take."""
        return self.planned_end.instant - self.planned_start.instant

    @property
    def actual(self) -> timedelta | None:
        """Return how long it took from start to end."""
        if self.start is None or self.end is None:
            return None
        return self.end.instant - self.start.instant


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that answers at a glance, and what it is about."""

    label: str
    value: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A heading with lines below it."""

    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sums:
    """The numbers of a day: interviews that began on time, and of how many; rests and losses in sum.

    ``lost`` are the interview minutes by the value of their cause, ``made_up`` how many of them were
    added at the end.
    """

    on_time: int
    interviews: int
    rest_planned: timedelta
    rest_promised: timedelta
    rest_delivered: timedelta
    lost: Mapping[str, timedelta]
    made_up: timedelta = ZERO

    @property
    def rate(self) -> float | None:
        """Return the share of interviews that began on time; None where there were none."""
        return self.on_time / self.interviews if self.interviews else None


@dataclass(frozen=True, slots=True)
class DayReport:
    """A whole report. ``good`` and ``not_good`` are what candidates said, as they are in the log."""

    title: str
    heading: str
    subtitle: str
    zone_line: str
    day: date
    language: str
    prepared: datetime
    sums: Sums
    figures: tuple[Figure, ...]
    rows: tuple[ReportRow, ...]
    passages: tuple[Passage, ...]
    footer: str
    repairs: tuple[str, ...] = ()
    good: tuple[str, ...] = ()
    not_good: tuple[str, ...] = ()

    @property
    def has_candidates(self) -> bool:
        """Say whether rows must tell whose they are."""
        return len({row.texts.candidates for row in self.rows if row.texts.candidates}) > 1

    @property
    def span(self) -> tuple[datetime, datetime]:
        """Return the first and the last instant of a picture, on whole hours."""
        instants = [row.planned_start.instant for row in self.rows]
        instants += [row.planned_end.instant for row in self.rows]
        instants += [m.instant for row in self.rows for m in (row.start, row.end) if m is not None]
        first, last = min(instants), max(instants)
        return _hour(first), _hour(last + timedelta(minutes=59, seconds=59))

    def share(self, instant: datetime) -> float:
        """Return where an instant lies between the edges of a picture, from 0 to 1."""
        first, last = self.span
        return (instant - first) / (last - first)

    @property
    def hours(self) -> tuple[Moment, ...]:
        """Return the moments that a picture marks: at most a dozen, at even distances."""
        first, last = self.span
        count = int((last - first).total_seconds()) // 3600
        step = timedelta(hours=-(-count // _MOST_MARKS) or 1)
        zone = self.rows[0].planned_start.zone
        return tuple(
            Moment(first + number * step, zone) for number in range(int((last - first) / step) + 1)
        )


_MOST_MARKS = 12


def _hour(instant: datetime) -> datetime:
    return instant.replace(minute=0, second=0, microsecond=0)
