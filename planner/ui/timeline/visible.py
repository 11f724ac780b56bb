"""Which hours a day shows at first, and in which zone. Without Qt."""

from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import date, time, timedelta

from planner.domain.people import WEEKDAYS, Hours
from planner.domain.policy import Policy
from planner.domain.slots import day_limits
from planner.domain.times import DAY, Moment
from planner.schedule.agenda import Agenda, Entry, instant

LEAST = timedelta(hours=8)
"""How much of a day is shown at the least."""

_HOUR = timedelta(hours=1)
_MOMENT = timedelta(seconds=1)
_USUAL_START = time(9)


def entries_of(agenda: Agenda, day: date) -> tuple[Entry, ...]:
    """Return what starts on a local date, in order of start."""
    dates = agenda.dates
    return tuple(entry for entry in agenda.entries if dates[entry.index] == day)


def zone_of(agenda: Agenda, entries: Iterable[Entry]) -> str:
    """Return the zone in which a day is drawn: the one most of it happens in, else the plan's."""
    zones = Counter(entry.timebox.start.zone for entry in entries)
    return max(zones, key=zones.__getitem__) if zones else agenda.plan.zone()


def visible_day(
    entries: Sequence[Entry], day: date, zone: str, policy: Policy, hours: Sequence[Hours] = ()
) -> tuple[Moment, Moment]:
    """Return the first and the last moment that a day shows.

    These are the whole hours before the first and after the last block, but at least eight hours:
    what is missing comes from the office ``hours`` of that weekday, then from the rest of the day.
    """
    midnight = Moment.from_wall(day, time(), zone)
    limits = day_limits(midnight)
    first, last = _usual(day, zone, policy, hours)
    if not entries:
        return first, last
    start = _hour_before(Moment(instant(min(entry.start for entry in entries)), zone))
    end = _hour_after(Moment(instant(max(entry.end for entry in entries)), zone))
    end = max(end, min(start.moved(LEAST), last))
    start = min(start, max(end.moved(-LEAST), first))
    end = max(end, min(start.moved(LEAST), Moment(limits.end, zone)))
    return min(start, max(end.moved(-LEAST), midnight)), end


def _usual(day: date, zone: str, policy: Policy, hours: Sequence[Hours]) -> tuple[Moment, Moment]:
    rows = [row for row in hours if WEEKDAYS[day.weekday()] in row.days]
    start = min((row.start for row in rows), default=_USUAL_START)
    end = max((row.end for row in rows), default=max(policy.day_end, time(17)))
    return (
        Moment.from_wall(day, start.replace(minute=0, second=0), zone),
        _hour_after(Moment.from_wall(day, end, zone).moved(-_MOMENT)),
    )


def _hour_before(moment: Moment) -> Moment:
    """Return the last full hour of the clock that lies before the moment."""
    return _hour_of(moment.moved(-_MOMENT))


def _hour_after(moment: Moment) -> Moment:
    """Return the first full hour of the clock that lies after the moment."""
    return _hour_of(moment).moved(_HOUR)


def _hour_of(moment: Moment) -> Moment:
    clock = moment.clock
    return moment.moved(-timedelta(minutes=clock.minute, seconds=clock.second))


def neighbour_day(day: date, direction: int) -> date | None:
    """Return the next date in a direction, with or without blocks; None where the calendar ends."""
    with suppress(OverflowError):
        return day + (DAY if direction > 0 else -DAY)
    return None


def week_of(day: date) -> tuple[date, ...]:
    """Return the seven days of the ISO week of a date, from Monday on."""
    monday = day - day.weekday() * DAY
    return tuple(monday + number * DAY for number in range(7))
