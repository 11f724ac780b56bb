"""One calendar entry as a VEVENT: zones that read right everywhere, plain text, fixed order."""

from datetime import datetime, timedelta

from icalendar import Alarm, Event, vDuration

from planner.domain.errors import InvalidValue
from planner.domain.times import ZERO, Moment
from planner.domain.zones import zone as zone_info
from planner.formats.ical.timezones import needs_utc
from planner.formats.itinerary.content import Entry

_MINUTE = timedelta(minutes=1)


def event(entry: Entry, stamp: datetime) -> Event:
    """Return the VEVENT of an entry.

    Both ends of a timed entry keep their own zone, as a flight needs; both are in UTC where one of
    the zones would be read differently by different calendars, and the text then says the local
    time. What does not block the calendar says so twice: Outlook reads its own property first
    (MS-OXCICAL section 2.1.3.1.1.20.25).

    Raises:
        InvalidValue: the entry ends before it starts.
    """
    result = Event()
    result.add("UID", entry.uid)
    result.add("DTSTAMP", stamp.replace(microsecond=0))
    result.add("SEQUENCE", entry.sequence)
    _add_times(result, entry)
    _add_texts(result, entry)
    result.add("TRANSP", "OPAQUE" if entry.is_busy else "TRANSPARENT")
    result.add("X-MICROSOFT-CDO-BUSYSTATUS", "BUSY" if entry.is_busy else "FREE")
    if entry.alarm is not None:  # last in the event: some readers stop at it
        result.add_component(_alarm(entry.summary, entry.alarm))
    return result


def is_in_utc(entry: Entry) -> bool:
    """Say whether a timed entry is written in UTC because a zone could be misread."""
    return any(_is_unsafe(moment) for moment in (entry.start, entry.end) if moment is not None)


def zones_of(entry: Entry) -> dict[str, set[int]]:
    """Return the zones that an entry names, with the local years in which it relies on them."""
    zones: dict[str, set[int]] = {}
    if not is_in_utc(entry):
        for moment in (entry.start, entry.end):
            if moment is not None:
                zones.setdefault(moment.zone, set()).add(moment.day.year)
    return zones


def _add_times(result: Event, entry: Entry) -> None:
    if entry.first_day is not None and entry.day_after is not None:
        result.add("DTSTART", entry.first_day)
        result.add("DTEND", entry.day_after)
        return
    if entry.start is None or entry.end is None:
        raise InvalidValue(field="entry", reason="no_time", value=entry.summary)
    if entry.end.instant - entry.start.instant <= ZERO:
        raise InvalidValue(field="entry", reason="end_before_start", value=entry.summary)
    in_utc = is_in_utc(entry)
    for name, moment in (("DTSTART", entry.start), ("DTEND", entry.end)):
        result.add(name, moment.instant if in_utc else _zoned(moment))


def _zoned(moment: Moment) -> datetime:
    return moment.instant.astimezone(zone_info(moment.zone))


def _is_unsafe(moment: Moment) -> bool:
    return moment.is_skipped or needs_utc(moment.instant, moment.zone)


def _add_texts(result: Event, entry: Entry) -> None:
    lines = list(entry.description)
    if is_in_utc(entry):
        lines.insert(0, entry.local_times)
    result.add("SUMMARY", entry.summary)
    if entry.location:
        result.add("LOCATION", entry.location)
    if lines:
        result.add("DESCRIPTION", "\n".join(lines))


def _alarm(text: str, before: timedelta) -> Alarm:
    alarm = Alarm()
    alarm.add("ACTION", "DISPLAY")
    alarm.add("DESCRIPTION", text)
    # Minutes only: hours and days are valid, but calendars that read them are fewer.
    alarm["TRIGGER"] = _Minutes(-before)
    return alarm


class _Minutes(vDuration):
    """A duration told in minutes however long it is."""

    def to_ical(self) -> bytes:
        """Return the duration as ``-PT180M``."""
        sign = "-" if self.td < ZERO else ""
        return f"{sign}PT{abs(self.td) // _MINUTE}M".encode()
