"""Whose clocks are meant: the zone line of a day, marks for rows that differ from it."""

from collections.abc import Sequence
from datetime import timedelta

from planner.domain.ids import OfficeId
from planner.domain.times import ZERO, Moment
from planner.formats.itinerary.reading import Reading
from planner.formats.wording import documents as words

_HOUR = timedelta(hours=1)


def zone_line(
    reading: Reading, moments: Sequence[Moment], home: str, office: OfficeId | None
) -> str:
    """Return ``all times Luxembourg, UTC+2 (one hour behind Athens)`` for the moments of a day.

    The first moment's zone rules. ``home`` is the reader's own zone, or empty where unknown.
    """
    first = moments[0]
    city = reading.city(first.zone, office)
    if city == "UTC":
        return reading.say(words.ALL_TIMES_UTC)
    offset = _offsets(reading, [m for m in moments if m.zone == first.zone])
    difference = _difference(reading, first, home)
    if not difference:
        return reading.say(words.ALL_TIMES, city=city, offset=offset)
    return reading.say(words.ALL_TIMES_COMPARED, city=city, offset=offset, difference=difference)


def zone_mark(reading: Reading, moment: Moment, ruling: Moment) -> str:
    """Return whose clocks a row is on, where they are not those of the day's zone line."""
    if (
        moment.zone == ruling.zone
        or moment.offset_text == ruling.in_zone(moment.zone).offset_text == ruling.offset_text
    ):
        return ""
    return reading.say(
        words.ON_THESE_CLOCKS, city=reading.city(moment.zone), offset=reading.offset(moment)
    )


def local_times(reading: Reading, start: Moment, end: Moment) -> str:
    """Return when something is on the clocks of its place, for calendars that get UTC."""
    return reading.say(
        words.LOCAL_TIMES_ON,
        day=reading.language.short_day(start.day),
        times=reading.language.span(start, end),
        city=reading.city(start.zone),
        offset=reading.offset(start),
    )


def _offsets(reading: Reading, moments: Sequence[Moment]) -> str:
    before, after = reading.offset(moments[0]), reading.offset(moments[-1])
    if before == after:
        return before
    return reading.say(words.OFFSET_CHANGES, before=before, after=after)


def _difference(reading: Reading, moment: Moment, home: str) -> str:
    if not reading.is_elsewhere(home, moment):
        return ""
    ahead = _offset(moment) - _offset(moment.in_zone(home))
    hours, rest = divmod(abs(ahead), _HOUR)
    city = reading.city(home)
    if rest:
        message = words.LENGTH_AHEAD if ahead > ZERO else words.LENGTH_BEHIND
        return reading.say(message, length=reading.language.length(abs(ahead)), city=city)
    messages = words.HOURS_AHEAD if ahead > ZERO else words.HOURS_BEHIND
    return reading.count(messages, hours, city=city)


def _offset(moment: Moment) -> timedelta:
    return moment.local.utcoffset() or ZERO
