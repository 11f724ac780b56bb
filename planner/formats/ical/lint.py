"""What is wrong with an iCalendar file before it leaves. Stricter than readers; mends nothing.

Every rule is one that a calendar program in use breaks on; libraries check few of them.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from planner.formats.ical.content_lines import (
    Line,
    Part,
    content_lines,
    every_part,
    physical_lines,
    tree,
)
from planner.formats.ical.lint_bytes import byte_faults
from planner.formats.ical.lint_times import time_faults, zone_faults


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One fault: the physical line where it stands, counted from 1, and its code."""

    line: int
    code: str


def lint(content: bytes) -> tuple[Finding, ...]:
    """Return what is wrong with the bytes of an iCalendar file, in order of lines."""
    physical = physical_lines(content)
    lines = content_lines(physical)
    root = tree(lines)
    faults = {*byte_faults(content, physical)}
    for rule in _RULES:
        faults.update(rule(root))
    faults.update(_line_faults(lines))
    return tuple(sorted(Finding(line, code) for line, code in faults))


_Faults = Iterator[tuple[int, str]]

_NOT_RFC_5545 = frozenset({"PARTICIPANT", "VLOCATION", "VRESOURCE"})  # RFC 9073
_FEED_NAMES = frozenset({"X-WR-CALNAME", "X-WR-RELCALID", "X-WR-TIMEZONE", "NAME"})
_UNSAFE_IN_UID = frozenset("/+@:&")
_FREE = {"TRANSPARENT": "FREE", "OPAQUE": "BUSY"}


def _line_faults(lines: Iterable[Line]) -> _Faults:
    for line in lines:
        if not line.name:
            yield line.number, "raw_newline"
        elif not line.value:
            yield line.number, "empty_property"


def _frame(root: Part) -> _Faults:
    if not root.inside("VCALENDAR"):
        yield 1, "no_calendar"
    for stray in root.lines:
        if stray.name:
            yield stray.number, "outside_calendar"
    for part in every_part(root):
        if not part.is_closed:
            yield part.number, "not_closed"


def _calendar(root: Part) -> _Faults:
    for calendar in root.inside("VCALENDAR"):
        for name, code in (("PRODID", "no_product"), ("VERSION", "no_version")):
            if not calendar.named(name):
                yield calendar.number, code
        if not calendar.parts:
            yield calendar.number, "no_component"
        for line in calendar.lines:
            if line.name in _FEED_NAMES:
                yield line.number, "calendar_name"


def _order(root: Part) -> _Faults:
    for calendar in root.inside("VCALENDAR"):
        seen_event = False
        for part in calendar.parts:
            seen_event |= part.name == "VEVENT"
            if seen_event and part.name == "VTIMEZONE":
                yield part.number, "zone_after_event"


def _events(root: Part) -> _Faults:
    for event in _all_events(root):
        for name, code in (("UID", "no_uid"), ("DTSTAMP", "no_stamp"), ("DTSTART", "no_start")):
            if not event.named(name):
                yield event.number, code
        for line in event.named("METHOD"):
            yield line.number, "method_in_event"
        for line in event.named("UID"):
            if _UNSAFE_IN_UID & set(line.value):
                yield line.number, "unsafe_uid"
        for line in event.named("X-MICROSOFT-CDO-ALLDAYEVENT"):
            yield line.number, "all_day_property"
        yield from _free_or_busy(event)
        yield from _inside_event(event)


def _free_or_busy(event: Part) -> _Faults:
    told = event.named("X-MICROSOFT-CDO-BUSYSTATUS")
    expected = _FREE.get(event.value("TRANSP") or "OPAQUE", "BUSY")
    if event.value("TRANSP") == "TRANSPARENT" and not told:
        yield event.number, "free_for_some"
    for line in told:
        if (line.value == "FREE") != (expected == "FREE"):
            yield line.number, "free_for_some"


def _inside_event(event: Part) -> _Faults:
    for part in event.parts:
        if part.name in _NOT_RFC_5545:
            yield part.number, "nested_component"
    alarms = event.inside("VALARM")
    for alarm in alarms[1:]:
        yield alarm.number, "several_alarms"
    for alarm in alarms[:1]:
        if any(line.number > alarm.number for line in event.lines):
            yield alarm.number, "alarm_not_last"


def _identity(root: Part) -> _Faults:
    for calendar in root.inside("VCALENDAR"):
        events = calendar.inside("VEVENT")
        keys = [(event.value("UID"), event.value("RECURRENCE-ID")) for event in events]
        counted = Counter(keys)
        for index, (event, key) in enumerate(zip(events, keys, strict=True)):
            if key[0] and counted[key] > 1 and keys.index(key) < index:
                yield event.named("UID")[0].number, "duplicate_uid"
        if calendar.named("METHOD"):
            yield from _message(calendar, events)
        else:
            yield from _handover(events)


def _message(calendar: Part, events: list[Part]) -> _Faults:
    method = calendar.value("METHOD")
    first = events[0].value("UID") if events else ""
    for event in events:
        if event.value("UID") != first:
            yield event.number, "several_uids"
        if not event.named("ORGANIZER"):
            yield event.number, "no_organizer"
        attendees = event.named("ATTENDEE")
        if method == "PUBLISH":
            for line in attendees:
                yield line.number, "attendee_published"
        elif not attendees:
            yield event.number, "no_attendee"
        if method == "CANCEL" and not event.named("SEQUENCE"):
            yield event.number, "no_sequence"


def _handover(events: list[Part]) -> _Faults:
    for event in events:
        for line in event.lines:
            if line.name in {"ORGANIZER", "ATTENDEE"}:
                yield line.number, "people_without_method"


def _all_events(root: Part) -> list[Part]:
    return [part for part in every_part(root) if part.name == "VEVENT"]


_RULES: tuple[Callable[[Part], _Faults], ...] = (
    _frame,
    _calendar,
    _order,
    _events,
    _identity,
    time_faults,
    zone_faults,
)
