"""Checks: nobody interviews too much, and nobody the same candidate twice in a loop."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from planner.domain.ids import LoopId, PersonId
from planner.domain.subjects import Subject
from planner.schedule.agenda import Entry, Track
from planner.schedule.checks.findings import Finding, block_subject, on_block
from planner.schedule.checks.survey import Survey
from planner.schedule.workload import daily_limit, takes_interviews, weekly_limit


def same_person_twice(survey: Survey, tracks: Iterable[Track]) -> Iterator[Finding]:
    """Find people who interview in more than one block of a loop."""
    for track in tracks:
        by_loop: dict[LoopId, list[Entry]] = defaultdict(list)
        for entry in survey.once(interviews, track):
            if entry.block.loop is not None:
                by_loop[entry.block.loop].append(entry)
        for loop, entries in by_loop.items():
            if len(entries) > 1:
                first, *rest = entries
                others = tuple(block_subject(entry) for entry in rest)
                told = {"person": track.subject, "loop": Subject("loops", loop)}
                blocks = (block_subject(first), *others)
                yield on_block(survey, first, *others, track.subject, blocks=blocks, **told)


def too_many_per_day(survey: Survey, tracks: Iterable[Track]) -> Iterator[Finding]:
    """Find days on which people take more interviews than their limit."""
    for track in tracks:
        limit = daily_limit(survey.plan, PersonId(track.subject.id))
        if len(survey.once(interviews, track)) > limit:
            for day, entries in interviews_by_day(survey, track).items():
                if len(entries) > limit:
                    yield _overload(survey, track.subject, entries, limit, day)


def too_many_per_week(survey: Survey, tracks: Iterable[Track]) -> Iterator[Finding]:
    """Find weeks, Monday to Sunday, in which people take more interviews than their limit."""
    for track in tracks:
        limit = weekly_limit(survey.plan, PersonId(track.subject.id))
        if len(survey.once(interviews, track)) > limit:
            weeks: dict[int, list[Entry]] = defaultdict(list)
            for day, entries in interviews_by_day(survey, track).items():
                weeks[monday_of(day)].extend(entries)
            for monday, entries in weeks.items():
                if len(entries) > limit:
                    yield _overload(survey, track.subject, entries, limit, monday)


def interviews(survey: Survey, track: Track) -> Sequence[Entry]:
    """Return the interviews that the person of a track takes, in order of start."""
    person = PersonId(track.subject.id)
    attending = survey.attending
    return [
        entry
        for entry in track.entries
        if takes_interviews(entry.block, attending[entry.index].get(person))
    ]


def interviews_by_day(survey: Survey, track: Track) -> dict[int, list[Entry]]:
    """Return a person's interviews by date (proleptic Gregorian ordinal) on their own clocks."""
    person = PersonId(track.subject.id)
    days: dict[int, list[Entry]] = defaultdict(list)
    for entry in survey.once(interviews, track):
        zone = survey.person_zone(person, entry)
        days[survey.clocks.local(zone, entry.start)[0]].append(entry)
    return days


def monday_of(day: int) -> int:
    """Return the Monday of the week of a date, both as proleptic Gregorian ordinals."""
    return day - (day - 1) % 7  # ordinal 1 was a Monday


def _overload(
    survey: Survey, person: Subject, entries: Sequence[Entry], limit: int, day: int
) -> Finding:
    """Return a finding on the interviews beyond the limit, the first of them first."""
    first, *rest = entries[limit:]
    others = (block_subject(entry) for entry in rest)
    told = {"person": person, "count": len(entries), "limit": limit}
    return on_block(survey, first, *others, person, day=date.fromordinal(day), **told)
