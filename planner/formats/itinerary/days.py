"""Days: rows under a heading, with whose clocks they are on and how the day looks at a glance."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from planner.domain.blocks import Block, Kind
from planner.domain.ids import OfficeId
from planner.domain.times import Moment
from planner.formats.itinerary.content import Day, Row, Segment, Tone
from planner.formats.itinerary.reading import Reading, is_remote, joined
from planner.formats.itinerary.rows import in_order, numbered
from planner.formats.itinerary.selection import start_days
from planner.formats.itinerary.zones import zone_line, zone_mark
from planner.formats.plaintext import one_line
from planner.formats.wording import documents as words


def scheduled(reading: Reading, blocks: Iterable[Block]) -> list[Block]:
    """Return the blocks that have a time on a day of this edition, in order of start."""
    found = [
        (block.timebox.start.instant, block.id, block)
        for block in blocks
        if block.timebox is not None and reading.includes(block.timebox.start.day)
    ]
    return [block for _, _, block in sorted(found, key=lambda item: item[:2])]


def by_day(blocks: Iterable[Block]) -> Mapping[date, list[Block]]:
    """Return scheduled blocks by the local date of their start."""
    days: dict[date, list[Block]] = {}
    for block in blocks:
        if block.timebox is not None:
            days.setdefault(block.timebox.start.day, []).append(block)
    return days


def day_of(
    reading: Reading, rows: Iterable[Row], *, home: str = "", office: OfficeId | None = None
) -> Day:
    """Return a day of rows (at least one): ordered, marked and under its heading.

    ``home`` is the reader's own zone, ``office`` the one whose city names the day's zone.
    """
    ordered = in_order(rows)
    ruling = ordered[0].start
    marked = [replace(row, zone_mark=zone_mark(reading, row.start, ruling)) for row in ordered]
    return Day(
        day=ruling.day,
        heading=reading.language.day(ruling.day),
        zone_line=zone_line(reading, [row.start for row in ordered], home, office),
        rows=tuple(marked),
    )


def at_a_glance(reading: Reading, day: Day) -> Day:
    """Return the day of one candidate with its conversations counted and its strip drawn."""
    rows = numbered(day.rows)
    strip = tuple(
        Segment(row.start.instant, row.end.instant, row.label, row.tone, row.is_own)
        for row in rows
        if row.end is not None and row.label
    )
    return replace(
        day,
        rows=tuple(rows),
        glance=reading.say(words.AT_A_GLANCE) if strip else "",
        strip=strip,
        summary=_summary(reading, rows),
    )


def first_place(reading: Reading, blocks: Sequence[Block]) -> str:
    """Return where to be first: the arrival, or whatever begins the day.

    ``blocks`` are those of one day in order, at least one, all of them scheduled.
    """
    first = next((block for block in blocks if block.kind is Kind.ARRIVAL), blocks[0])
    if first.timebox is None:
        return ""
    clock = reading.language.clock(first.timebox.start)
    if is_remote(first):
        return reading.say(words.FIRST_CALL, clock=clock)
    place = one_line(first.place)
    if first.kind is Kind.ARRIVAL and place.casefold() in {"", "reception"}:
        return reading.say(words.FIRST_AT_RECEPTION, clock=clock)
    room = reading.plan.rooms.get(first.room) if first.room is not None else None
    place = one_line(room.name) if room is not None else place
    if not place:
        return reading.say(words.FIRST_THERE, clock=clock)
    return reading.say(words.FIRST_AT_PLACE, clock=clock, place=place)


def shown_dates(reading: Reading, blocks: Sequence[Block]) -> str:
    """Return the date of scheduled blocks in full, or the first and the last one."""
    days = start_days(blocks)
    if not days:
        return ""
    if days[0] == days[-1]:
        return reading.language.day(days[0])
    return f"{reading.language.date(days[0])} \u2013 {reading.language.date(days[-1])}"


def _summary(reading: Reading, rows: Sequence[Row]) -> str:
    counted = [row for row in rows if row.label]
    if not counted:
        return ""
    talks = sum(row.number is not None for row in counted)
    last = max((row.end for row in counted if row.end is not None), default=None)
    rests = [row for row in counted if row.tone is Tone.REST and row.end is not None]
    rest = max(rests, key=_length, default=None)
    return joined(
        [
            reading.count(words.CONVERSATIONS, talks) if talks else "",
            _stretch(reading, counted, last),
            _rest_words(reading, rest) if rest is not None else "",
        ]
    )


def _stretch(reading: Reading, rows: Sequence[Row], last: Moment | None) -> str:
    """Return from when to when; the end stays open where the last row to begin has none."""
    told = reading.language.span(rows[0].start, last)
    begun = max(row.start for row in rows)
    if last is None or begun.instant < last.instant:
        return told
    return f"{reading.language.clock(rows[0].start)} \u2013 ?"


def _length(row: Row) -> float:
    return (row.end.instant - row.start.instant).total_seconds() if row.end is not None else 0.0


def _rest_words(reading: Reading, rest: Row) -> str:
    clock = reading.language.clock(rest.start)
    return reading.say(words.REST_AT, name=rest.label, clock=clock)
