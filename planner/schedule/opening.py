"""Opening: when offices, rooms and people cannot be booked, as stretches to draw or to avoid."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time, timedelta

from planner.domain.ids import OfficeId, PersonId, RoomId
from planner.domain.people import Hours, Person
from planner.domain.plan import Plan
from planner.domain.spans import Span, intersection, merged
from planner.domain.subjects import Subject
from planner.domain.times import DAY, Moment
from planner.domain.zones import known_zone
from planner.schedule.checks.clocks import Weekly, weekly


def closed_spans(plan: Plan, subject: Subject, within: Span, zone: str) -> tuple[Span, ...]:
    """Return when a person, a room or an office is not to be had inside a span.

    Of people that is what lies outside their weekly hours, on the clocks of their own zone (of
    ``zone`` where that is not known), or outside their availability; of a room, when its office is
    closed. Of whom nothing is known, and of any other subject, nothing is returned.
    """
    return _without(within, _open_spans(plan, subject, within, zone))


def _open_spans(plan: Plan, subject: Subject, within: Span, zone: str) -> tuple[Span, ...]:
    if subject.table == "people":
        person = plan.people.get(PersonId(subject.id))
        return (within,) if person is None else _open_for(person, within, zone)
    room = plan.rooms.get(RoomId(subject.id)) if subject.table == "rooms" else None
    office_id = OfficeId(subject.id) if subject.table == "offices" else None
    office = plan.offices.get(room.office) if room is not None else None
    if office_id is not None:
        office = plan.offices.get(office_id)
    return (within,) if office is None else _recurring(office.hours, within, office.zone)


def _open_for(person: Person, within: Span, zone: str) -> tuple[Span, ...]:
    home = person.zone if known_zone(person.zone) else zone
    opened = _recurring(person.hours, within, home)
    return intersection(opened, person.availability) if person.availability else opened


def _recurring(hours: tuple[Hours, ...], within: Span, zone: str) -> tuple[Span, ...]:
    """Return the spans that weekly hours open; all of it without any hours."""
    if not hours or within.length <= timedelta():
        return (within,)
    first, last = (Moment(at, zone).day for at in (within.start, within.end))
    days = [first + number * DAY for number in range((last - first).days + 1)]
    return merged(_opened(weekly(hours), days, zone))


def _opened(hours: Weekly, days: Iterable[date], zone: str) -> Iterable[Span]:
    for day in days:
        for start, end in hours[day.weekday()]:
            span = [Moment.from_wall(day, _clock(second), zone).instant for second in (start, end)]
            if span[0] < span[1]:
                yield Span(*span)


def _clock(second: int) -> time:
    return (datetime.min.replace(tzinfo=UTC) + timedelta(seconds=second)).time()


def _without(within: Span, opened: Sequence[Span]) -> tuple[Span, ...]:
    """Return what is left of a span without the merged, sorted spans that are open."""
    result: list[Span] = []
    at = within.start
    begin = max(bisect_right(opened, at, key=lambda span: span.end), 0)
    for span in opened[begin:]:
        if span.start >= within.end:
            break
        if at < span.start:
            result.append(Span(at, span.start))
        at = max(at, span.end)
    if at < within.end:
        result.append(Span(at, within.end))
    return tuple(result)
