"""Checks: blocks lie within the hours of offices and people."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter

from planner.domain.blocks import MEETING_KINDS, Mode, SeatRole
from planner.domain.ids import PersonId
from planner.domain.subjects import Subject
from planner.schedule.agenda import Entry
from planner.schedule.checks.clocks import ClockSpan, is_open, second_of_day
from planner.schedule.checks.findings import Finding, end_of, on_block
from planner.schedule.checks.presence import happens_at_office
from planner.schedule.checks.survey import Day, Survey

_FACE_TO_FACE, _HOST = Mode.FACE_TO_FACE, SeatRole.HOST


def outside_office_hours(survey: Survey, entries: Iterable[Entry]) -> Iterator[Finding]:
    """Find blocks in an office that is closed then."""
    known = survey.office_hours
    for entry in entries if known else ():
        office = survey.plan.office_of(entry.block) if happens_at_office(entry.block) else None
        hours = known.get(office.id) if office is not None else None
        if office is None or hours is None:
            continue
        if not is_open(hours, _at(survey, office.zone, entry)):
            subject = Subject("offices", office.id)
            yield on_block(survey, entry, subject, office=subject)


def outside_working_hours(survey: Survey, entries: Iterable[Entry]) -> Iterator[Finding]:
    """Find people who are booked outside their weekly hours.

    The hours are on the clocks of the person's zone; who comes in person keeps the clocks there.
    """
    known = survey.person_hours
    for entry in entries if known else ():
        for person in survey.attending[entry.index]:
            if person in known and not works_then(survey, person, entry):
                subject = Subject("people", person)
                yield on_block(survey, entry, subject, person=subject)


def outside_availability(survey: Survey, entries: Iterable[Entry]) -> Iterator[Finding]:
    """Find people who are booked when they cannot be; without any rows they always can."""
    known = survey.availability
    for entry in entries if known else ():
        for person in survey.attending[entry.index]:
            if person in known and not can_be_booked(survey, person, entry):
                subject = Subject("people", person)
                yield on_block(survey, entry, subject, person=subject)


def interviewer_asleep(survey: Survey, entries: Iterable[Entry]) -> Iterator[Finding]:
    """Find people called outside waking hours where they live; a host is with the candidate.

    Not asked of those whose hours or availability are known: these say it better.
    """
    for entry in entries:
        if not entry.block.is_call:
            continue
        for person, role in survey.attending[entry.index].items():
            if role is not _HOST and not is_awake(survey, person, entry):
                subject = Subject("people", person)
                zone = survey.person_zone(person, entry)
                start = entry.timebox.start.in_zone(zone)
                yield on_block(survey, entry, subject, person=subject, start=start, zone=zone)


def candidate_asleep(survey: Survey, days: Iterable[Day]) -> Iterator[Finding]:
    """Find candidates called outside waking hours where they live; on site they live with us."""
    waking = _waking(survey)
    for day in days:
        zone = survey.candidate_zone(day.candidate)
        if not zone or day.is_on_site:
            continue
        for entry in day.entries:
            if not entry.block.is_call:
                continue
            if not _is_within(waking, _at(survey, zone, entry)):
                subject = Subject("candidates", day.candidate)
                start = entry.timebox.start.in_zone(zone)
                yield on_block(survey, entry, subject, candidate=subject, start=start, zone=zone)


def day_too_late(survey: Survey, days: Iterable[Day]) -> Iterator[Finding]:
    """Find days on site that end after the policy's end of day; dinner and the way back may."""
    limit = survey.policy.day_end
    for day in days:
        if not day.is_on_site:
            continue
        meetings = [entry for entry in day.entries if entry.block.kind in MEETING_KINDS]
        if not meetings:
            continue
        last = max(meetings, key=lambda entry: entry.end)
        if survey.spans[last.index][2] > second_of_day(limit):
            subject = Subject("candidates", day.candidate)
            end = end_of(last)
            yield on_block(survey, last, subject, candidate=subject, end=end, limit=limit)


def works_then(survey: Survey, person: PersonId, entry: Entry) -> bool:
    """Say whether a block lies in somebody's weekly hours; it does where these are not known."""
    hours = survey.person_hours.get(person)
    if hours is None:
        return True
    is_in_person = entry.block.mode is _FACE_TO_FACE
    zone = entry.timebox.start.zone if is_in_person else survey.person_zone(person, entry)
    return is_open(hours, _at(survey, zone, entry))


def can_be_booked(survey: Survey, person: PersonId, entry: Entry) -> bool:
    """Say whether somebody is available for a block; without any rows they always are."""
    windows = survey.availability.get(person)
    return windows is None or _is_free(windows, entry)


def is_awake(survey: Survey, person: PersonId, entry: Entry) -> bool:
    """Say whether a block lies in waking hours where somebody lives.

    It counts as such for those whose hours or availability are known: these say it better.
    """
    if person in survey.person_hours or person in survey.availability:
        return True
    zone = survey.person_zone(person, entry)
    return _is_within(_waking(survey), _at(survey, zone, entry))


def _waking(survey: Survey) -> tuple[int, int]:
    policy = survey.policy
    return second_of_day(policy.waking_start), second_of_day(policy.waking_end)


def _at(survey: Survey, zone: str, entry: Entry) -> ClockSpan:
    """Return an entry on the clocks of a zone."""
    if zone == entry.timebox.start.zone:
        return survey.spans[entry.index]
    return survey.clocks.span(zone, entry.start, entry.end)


def _is_within(clock_span: tuple[int, int], span: ClockSpan) -> bool:
    return clock_span[0] <= span[1] and span[2] <= clock_span[1]


def _is_free(windows: Sequence[tuple[int, int]], entry: Entry) -> bool:
    place = bisect_right(windows, entry.start, key=itemgetter(0)) - 1
    return place >= 0 and entry.end <= windows[place][1]
