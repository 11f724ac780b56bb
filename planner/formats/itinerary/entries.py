"""Calendar entries: what a reader's calendar is told about a row, a leg or a stay."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID, uuid5

from planner.domain.audiences import AudienceKind
from planner.domain.blocks import Block, CalendarMark
from planner.domain.times import Moment
from planner.formats.itinerary.content import Card, Entry, Link, Row
from planner.formats.itinerary.reading import Reading
from planner.formats.itinerary.zones import local_times
from planner.formats.wording import documents as words

BEFORE_MEETINGS = timedelta(minutes=15)

_HAND_WRITTEN_SEEDS = UUID("8c1d1c5e-6f6a-4a7e-9b0c-2f1f5a0d7e31")
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Telling:
    """What an entry says beside when it is."""

    summary: str
    location: str = ""
    description: tuple[str, ...] = ()
    is_busy: bool = True
    alarm: timedelta | None = None


def uid(mark: CalendarMark, reader: AudienceKind) -> str:
    """Return the UID that calendars of one class of readers know an entry by.

    A UUID of version 5 (RFC 9562 section 5.5), so that no reader's UID tells another's.
    """
    try:
        seed = UUID(mark.seed)
    except ValueError:  # written by hand: still the same entry tomorrow
        seed = uuid5(_HAND_WRITTEN_SEEDS, mark.seed)
    return str(uuid5(seed, reader.value))


def row_entry(reading: Reading, block: Block, row: Row, telling: Telling) -> Entry | None:
    """Return the entry of a block's row; None where nobody said when the block ends."""
    if row.end is None:
        return None
    return timed_entry(reading, block.calendar, row.start, row.end, telling)


def told_by(row: Row, summary: str, extra: Iterable[str] = ()) -> Telling:
    """Return what a row tells a calendar: its lines, how to connect, where, and ``extra``."""
    where = [row.where] if row.where else []
    return Telling(
        summary=summary,
        location=row.where or _first_web_address(row.links),
        description=(*row.lines, *_addresses(row.links), *where, *extra),
    )


def timed_entry(
    reading: Reading, mark: CalendarMark, start: Moment, end: Moment, telling: Telling
) -> Entry:
    """Return an entry from one moment to another; each keeps its own zone."""
    return replace(
        _undated(reading, mark, telling),
        local_times=local_times(reading, start, end),
        start=start,
        end=end,
        is_busy=telling.is_busy,
        alarm=telling.alarm,
    )


def whole_days_entry(
    reading: Reading, mark: CalendarMark, first: date, last: date, telling: Telling
) -> Entry:
    """Return an entry of whole days from the first to the last, both shown; never busy."""
    undated = _undated(reading, mark, telling)
    return replace(undated, first_day=first, day_after=last + _DAY, is_busy=False)


def contact_line(reading: Reading, contact: Card | None) -> tuple[str, ...]:
    """Return whom to call, as the last line of a description."""
    if contact is None:
        return ()
    told = ", ".join([contact.title, *(link.text for link in contact.links)])
    return (reading.say(words.CONTACT, contact=told),)


def _addresses(links: Iterable[Link]) -> list[str]:
    # A web address stands on a line of its own, where calendars make it a link.
    lines: list[str] = []
    for link in links:
        is_hidden = link.target.startswith("http") and link.target != link.text
        lines += [link.text, link.target] if is_hidden else [link.text]
    return lines


def _first_web_address(links: Iterable[Link]) -> str:
    return next((link.target for link in links if link.target.startswith("http")), "")


def _undated(reading: Reading, mark: CalendarMark, telling: Telling) -> Entry:
    return Entry(
        uid=uid(mark, reading.audience.kind),
        sequence=mark.sequence,
        summary=telling.summary,
        location=telling.location,
        description=telling.description,
        local_times="",
    )
