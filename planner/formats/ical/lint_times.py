"""Faults of times and zones in an iCalendar file: what readers would place at another instant."""

from collections.abc import Iterator
from datetime import date, datetime, time

from planner.domain.times import Moment
from planner.domain.zones import known_zone
from planner.formats.ical.content_lines import Line, Part, every_part

_Faults = Iterator[tuple[int, str]]

_IN_ZONES = frozenset({"COMMENT", "RDATE", "EXDATE"})
_RULE_PARTS = {"FREQ", "BYMONTH", "BYDAY"}


def time_faults(root: Part) -> _Faults:
    """Yield what is wrong with start and end of events."""
    for calendar in root.inside("VCALENDAR"):
        declared = {zone.value("TZID") for zone in calendar.inside("VTIMEZONE")}
        for event in calendar.inside("VEVENT"):
            for name in ("DTSTART", "DTEND"):
                for line in event.named(name):
                    yield from _one_time(line, declared)
            yield from _both_ends(event)


def zone_faults(root: Part) -> _Faults:
    """Yield what is wrong with VTIMEZONEs: any but the one shape that every calendar reads."""
    for zone in (part for part in every_part(root) if part.name == "VTIMEZONE"):
        standard, daylight = zone.inside("STANDARD"), zone.inside("DAYLIGHT")
        if len(standard) != 1 or len(daylight) > 1:
            yield zone.number, "zone_shape"
        for part in (*standard, *daylight):
            yield from _observance(part)


def _observance(part: Part) -> _Faults:
    for line in part.lines:
        if line.name in _IN_ZONES:
            yield line.number, "zone_shape"
        if line.name == "RRULE":
            parts = dict(piece.partition("=")[::2] for piece in line.value.split(";"))
            if set(parts) != _RULE_PARTS or parts["FREQ"] != "YEARLY" or "," in parts["BYDAY"]:
                yield line.number, "zone_shape"


def _one_time(line: Line, declared: set[str]) -> _Faults:
    zone = line.parameters.get("TZID")
    is_utc = line.value.endswith("Z")
    if _wall(line) is None:
        yield line.number, "bad_time"
        return
    if _is_date(line):
        return
    if zone is None:
        if not is_utc:
            yield line.number, "floating_time"
    elif is_utc:
        yield line.number, "utc_with_zone"
    elif zone.upper() in {"UTC", "GMT", "ETC/UTC"}:
        yield line.number, "zone_utc"
    elif zone not in declared:
        yield line.number, "zone_not_declared"
    elif _is_unclear(line, zone):
        yield line.number, "unclear_wall_time"


def _both_ends(event: Part) -> _Faults:
    starts, ends = event.named("DTSTART"), event.named("DTEND")
    if ends and event.named("DURATION"):
        yield event.named("DURATION")[0].number, "end_and_duration"
    if not starts or not ends:
        return
    if _is_date(starts[0]) != _is_date(ends[0]):
        yield ends[0].number, "date_and_time"
        return
    start, end = _instant(starts[0]), _instant(ends[0])
    if start is not None and end is not None and end <= start:
        yield ends[0].number, "end_before_start"


def _is_date(line: Line) -> bool:
    return line.parameters.get("VALUE") == "DATE"


def _wall(line: Line) -> datetime | None:
    try:
        if _is_date(line):
            return datetime.combine(date.fromisoformat(line.value), time.min)
        return datetime.fromisoformat(line.value.removesuffix("Z"))
    except ValueError:
        return None


def _moment(line: Line, zone: str) -> Moment | None:
    wall = _wall(line)
    if wall is None or not known_zone(zone):
        return None
    return Moment.from_wall(wall.date(), wall.time(), zone)


def _instant(line: Line) -> datetime | None:
    is_plain = line.value.endswith("Z") or _is_date(line)
    zone = "UTC" if is_plain else line.parameters.get("TZID", "UTC")
    moment = _moment(line, zone)
    return moment.instant if moment is not None else None


def _is_unclear(line: Line, zone: str) -> bool:
    moment = _moment(line, zone)
    return moment is not None and (moment.is_skipped or moment.is_repeated)
