"""VTIMEZONE components of the one shape that every calendar reads, and where only UTC is safe."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo

from dateutil.relativedelta import relativedelta, weekday
from icalendar import Component, Timezone, TimezoneDaylight, TimezoneStandard

from planner.domain.errors import InvalidValue
from planner.domain.zones import zone as zone_info

_YEARS = range(1971, 9998)  # a component begins in 1970; dates end in 9999
_DAY = timedelta(days=1)
_SECOND = timedelta(seconds=1)
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")

_NAME = r"<[-+\w]+>|[A-Za-z]+"
_CLOCK = r"[-+]?\d{1,3}(?::\d\d){0,2}"
_OFFSETS = re.compile(rf"({_NAME})({_CLOCK})(?:({_NAME})({_CLOCK})?)?", re.ASCII)
_DATE = re.compile(rf"M(1[0-2]|[1-9])\.([1-5])\.([0-6])(?:/({_CLOCK}))?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Yearly:
    """A day of the year such as the last Sunday of March, and a wall time on it."""

    month: int
    day: weekday
    wall: timedelta

    def in_year(self, year: int) -> datetime:
        """Return the naive wall time in ``year``."""
        edge = 1 if self.day.n > 0 else 31  # counted from the start or the end of the month
        day = date(year, self.month, 1) + relativedelta(day=edge, weekday=self.day)
        return datetime.combine(day, time.min) + self.wall

    @property
    def recurrence(self) -> dict[str, object]:
        """Return the parts of an RRULE."""
        day = f"{self.day.n}{_WEEKDAYS[self.day.weekday]}"
        return {"FREQ": "YEARLY", "BYMONTH": self.month, "BYDAY": day}


@dataclass(frozen=True, slots=True)
class Observance:
    """One of a zone's offsets. ``begins`` is told in wall time of ``before``; None is always."""

    name: str
    offset: timedelta
    before: timedelta
    begins: Yearly | None = None

    def onset(self, year: int) -> datetime:
        """Return the naive wall time, by the clocks of ``before``, from which it holds."""
        if self.begins is None:
            return datetime.combine(date(year, 1, 1), time.min)
        return self.begins.in_year(year)


@dataclass(frozen=True, slots=True)
class YearlyRule:
    """One offset for ever, or two that alternate in the same way every year. Smallest first."""

    observances: tuple[Observance, ...]

    def changes(self, year: int) -> list[tuple[datetime, timedelta]]:
        """Return the instants in UTC at which an offset begins, and that offset, in order."""
        return sorted(
            ((each.onset(year) - each.before).replace(tzinfo=UTC), each.offset)
            for each in self.observances
        )


def zone_component(name: str, years: Iterable[int]) -> Timezone | None:
    """Return the VTIMEZONE of a zone, or None where it must not be used and UTC is the way out.

    One STANDARD and at most one DAYLIGHT, each with an RRULE of one month and one weekday: more
    than that calendars misread (MS-OXCICAL section 2.1.3.1.1.19). DAYLIGHT is the larger offset,
    also for Dublin, where the law calls winter the exception.

    Args:
        name: IANA name; it becomes the TZID.
        years: the years, by the clocks of the zone, in which the component is relied upon.

    Raises:
        UnknownZone: the zone data has no such name.
    """
    rule = _rule(name)
    if rule is None or not all(_is_settled(name, year) for year in set(years)):
        return None
    component = Timezone()
    component.add("TZID", name)
    kinds = (TimezoneStandard, TimezoneDaylight)
    for kind, observance in zip(kinds, rule.observances, strict=False):  # most have no DAYLIGHT
        component.add_component(_part(kind, observance))
    return component


def needs_utc(moment: datetime, name: str) -> bool:
    """Say whether ``moment`` must be written in UTC rather than as wall time of the zone ``name``.

    So it must in a year without a component, and when the clocks show the same time twice: readers
    then disagree by an hour. (No instant falls into a gap; a wall time that does was moved before.)

    Raises:
        InvalidValue: the moment is naive.
        UnknownZone: the zone data has no such name.
    """
    if moment.tzinfo is None:
        raise InvalidValue(field="moment", reason="naive", value=moment.isoformat())
    zone = zone_info(name)
    if moment.year not in _YEARS:
        return True
    local = moment.astimezone(zone)
    is_repeated = len({local.replace(fold=fold).utcoffset() for fold in (0, 1)}) > 1
    return is_repeated or not _is_settled(name, local.year)


def read_footer(text: str) -> YearlyRule | None:
    """Return the rule that the last line of a TZif file states, or None for one we cannot write.

    The line is a POSIX TZ string as RFC 9636 section 3.3 extends it. Days of the year (``J60``,
    ``59``) have no weekday. A time outside of the day (``/-1``, ``/26``) means the day before or
    after the n-th weekday, which is not itself always the n-th of its kind: neither fits one BYDAY.
    """
    offsets, *dates = text.split(",")
    head = _OFFSETS.fullmatch(offsets)
    days = [_yearly(day) for day in dates]
    if head is None or None in days or len(days) != (2 if head[3] else 0):
        return None
    usual = -_duration(head[2])
    if not days:
        return YearlyRule((Observance(_bare(head[1]), usual, usual),))
    other = -_duration(head[4]) if head[4] else usual + timedelta(hours=1)
    begins, ends = days
    pair = (
        Observance(_bare(head[1]), usual, other, ends),
        Observance(_bare(head[3]), other, usual, begins),
    )
    return YearlyRule(tuple(sorted(pair, key=lambda each: each.offset)))


def follows(zone: ZoneInfo, rule: YearlyRule, year: int) -> bool:
    """Say whether the clocks of ``zone`` show what ``rule`` tells throughout a year."""
    return all(moment.astimezone(zone).utcoffset() == told for moment, told in _told(rule, year))


@cache
def _rule(name: str) -> YearlyRule | None:
    zone_info(name)  # refuses a name that is not one before it is used as a path
    data = files("tzdata").joinpath("zoneinfo", *name.split("/")).read_bytes()
    rule = read_footer(data[:-1].rpartition(b"\n")[2].decode("ascii"))
    is_utc = rule is not None and [each.name for each in rule.observances] == ["UTC"]
    return None if is_utc else rule  # readers know UTC as "Z" and report TZID=UTC as undeclared


def _is_settled(name: str, year: int) -> bool:
    # Many calendars trust their own zone data over ours, and theirs may be a year old: a zone whose
    # law changed last year is still read an hour wrong by them.
    return _is_regular(name, year - 1) and _is_regular(name, year)


@cache
def _is_regular(name: str, year: int) -> bool:
    rule = _rule(name)
    return rule is not None and year in _YEARS and follows(zone_info(name), rule, year)


def _told(rule: YearlyRule, year: int) -> Iterator[tuple[datetime, timedelta]]:
    # Every midnight finds a change that the rule does not have; the last second before each of its
    # own changes and the change itself find one that comes on another day or at another hour.
    changes = [*rule.changes(year - 1), *rule.changes(year), *rule.changes(year + 1)]
    starts = [start for start, _ in changes]
    eve = datetime(year, 1, 1, tzinfo=UTC) - _DAY  # a local year is not a UTC year
    midnights = [eve + day * _DAY for day in range(368)]
    edges = [start for start in starts if start.year == year]
    for moment in [*midnights, *edges, *(edge - _SECOND for edge in edges)]:
        yield moment, changes[bisect_right(starts, moment) - 1][1]


def _part(kind: type[Component], observance: Observance) -> Component:
    part = kind()
    part.add("DTSTART", observance.onset(1970))
    part.add("TZOFFSETFROM", observance.before)
    part.add("TZOFFSETTO", observance.offset)
    part.add("TZNAME", observance.name)
    if observance.begins is not None:
        part.add("RRULE", observance.begins.recurrence)
    return part


def _yearly(text: str) -> Yearly | None:
    match = _DATE.fullmatch(text)
    if match is None:
        return None
    wall = _duration(match[4] or "2")
    if not timedelta() <= wall < _DAY:
        return None
    week = -1 if match[2] == "5" else int(match[2])
    return Yearly(int(match[1]), weekday((int(match[3]) + 6) % 7, week), wall)  # 0 is Sunday there


def _duration(text: str) -> timedelta:
    hours, minutes, seconds = [*map(int, text.lstrip("+-").split(":")), 0, 0][:3]
    length = timedelta(hours=hours, minutes=minutes, seconds=seconds)
    return -length if text.startswith("-") else length


def _bare(name: str) -> str:
    return name.strip("<>")
