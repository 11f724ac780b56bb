"""Local clocks in plain numbers: many blocks start at the same time, so each is read once."""

from datetime import MAXYEAR, MINYEAR, UTC, datetime, time
from functools import lru_cache

from planner.domain.people import WEEKDAYS, Hours
from planner.domain.zones import zone as zone_info

DAY_SECONDS = 86400

_FIRST = int(datetime(MINYEAR, 1, 2, tzinfo=UTC).timestamp())
_LAST = int(datetime(MAXYEAR, 12, 30, tzinfo=UTC).timestamp())

ClockSpan = tuple[int, int, int]
"""A local date (proleptic Gregorian ordinal), and two times in seconds since its midnight."""

Weekly = tuple[tuple[tuple[int, int], ...], ...]
"""For Monday to Sunday: open stretches in seconds since midnight, merged and sorted."""


class Clocks:
    """What the clocks of any zone show at any instant, remembered."""

    def __init__(self) -> None:
        self._shown: dict[str, dict[int, tuple[int, int]]] = {}
        self._unsteady: dict[tuple[str, int], bool] = {}

    def local(self, zone: str, seconds: int) -> tuple[int, int]:
        """Return the local date (proleptic Gregorian ordinal) and the seconds since midnight."""
        known = self._shown.get(zone)
        if known is None:
            known = self._shown[zone] = {}
        shown = known.get(seconds)
        if shown is None:
            at = _shown(seconds, zone)
            shown = known[seconds] = (at.toordinal(), second_of_day(at.time()))
        return shown

    def span(self, zone: str, start: int, end: int) -> ClockSpan:
        """Return a span of instants as the clocks show it; after midnight they go on counting."""
        day, first = self.local(zone, start)
        last_day, last = self.local(zone, end)
        if last_day != day:
            last += (last_day - day) * DAY_SECONDS
        return day, first, last

    def may_repeat(self, zone: str, seconds: int) -> bool:
        """Say whether the clocks of the zone change within a day of the instant."""
        day = seconds // DAY_SECONDS
        key = (zone, day)
        unsteady = self._unsteady.get(key)
        if unsteady is None:
            around = [_shown(date * DAY_SECONDS, zone).utcoffset() for date in (day - 1, day + 2)]
            unsteady = self._unsteady[key] = around[0] != around[1]
        return unsteady


def _shown(seconds: int, zone: str) -> datetime:
    """Return an instant on the clocks of a zone; where the calendar ends, the nearest one it has."""
    try:
        return datetime.fromtimestamp(seconds, zone_info(zone))
    except (ValueError, OverflowError):
        return datetime.fromtimestamp(min(max(seconds, _FIRST), _LAST), zone_info(zone))


def second_of_day(clock: time) -> int:
    """Return the seconds from midnight to a time of day."""
    return clock.hour * 3600 + clock.minute * 60 + clock.second


@lru_cache(maxsize=256)
def weekly(hours: tuple[Hours, ...]) -> Weekly:
    """Return recurring hours by weekday; stretches that touch are one."""
    stretches: list[list[tuple[int, int]]] = [[] for _ in WEEKDAYS]
    for row in sorted(hours, key=lambda row: (row.start, row.end)):
        start, end = second_of_day(row.start), second_of_day(row.end)
        for day in row.days:
            _add(stretches[WEEKDAYS.index(day)], start, end)
    return tuple(tuple(day) for day in stretches)


def is_open(hours: Weekly, span: ClockSpan) -> bool:
    """Say whether a span lies in one stretch of the weekly hours."""
    day, first, last = span
    for start, end in hours[(day - 1) % 7]:  # noqa: SIM110 -- any() costs three times as much
        if start <= first and last <= end:
            return True
    return False


def _add(stretches: list[tuple[int, int]], start: int, end: int) -> None:
    if stretches and start <= stretches[-1][1]:
        stretches[-1] = (stretches[-1][0], max(stretches[-1][1], end))
    else:
        stretches.append((start, end))
