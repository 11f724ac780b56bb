"""Checks: a candidate who comes in is let in, and knows whom to call."""

from collections.abc import Iterable, Iterator

from planner.domain.blocks import Kind
from planner.domain.ids import CandidateId
from planner.domain.people import Person
from planner.domain.plan import Plan
from planner.domain.subjects import Subject
from planner.schedule.agenda import Entry, Track
from planner.schedule.checks.findings import Finding, on_block
from planner.schedule.checks.presence import MEETING_KINDS, brings_candidate
from planner.schedule.checks.survey import Day, Survey


def no_arrival(survey: Survey, days: Iterable[Day]) -> Iterator[Finding]:
    """Find days whose first meeting on site has no arrival before it."""
    if not survey.policy.needs_arrival:
        return
    for day in days:
        first = next(filter(_is_meeting_on_site, day.entries), None) if day.is_on_site else None
        if first is None:
            continue
        arrivals = (entry for entry in day.entries if entry.block.kind is Kind.ARRIVAL)
        if not any(entry.start <= first.start for entry in arrivals):
            candidate = Subject("candidates", day.candidate)
            yield on_block(survey, first, candidate, candidate=candidate)


def no_contact(survey: Survey, tracks: Iterable[Track]) -> Iterator[Finding]:
    """Find candidates who come in and have nobody to call."""
    for track, first in _visitors(survey, tracks):
        if _contact(survey.plan, track.subject) is None:
            day = survey.agenda.dates[first.index]
            facts = {"candidate": track.subject, "day": day}
            yield Finding((track.subject,), facts, first.timebox.start.instant)


def contact_unreachable(survey: Survey, tracks: Iterable[Track]) -> Iterator[Finding]:
    """Find candidates who come in and whose contact has neither phone nor e-mail."""
    for track, first in _visitors(survey, tracks):
        contact = _contact(survey.plan, track.subject)
        if contact is not None and not (contact.phone + contact.email).strip():
            person = Subject("people", contact.id)
            day = survey.agenda.dates[first.index]
            facts = {"candidate": track.subject, "person": person, "day": day}
            yield Finding((person, track.subject), facts, first.timebox.start.instant)


def _is_meeting_on_site(entry: Entry) -> bool:
    return entry.block.kind in MEETING_KINDS and brings_candidate(entry.block)


def _visitors(survey: Survey, tracks: Iterable[Track]) -> Iterator[tuple[Track, Entry]]:
    """Yield candidates who come in, with the first block of the first day on which they do."""
    for track in tracks:
        for entry in track.entries:
            if survey.is_on_site(track.subject.id, entry):
                yield track, entry
                break


def _contact(plan: Plan, candidate: Subject) -> Person | None:
    record = plan.candidates.get(CandidateId(candidate.id))
    own = record.contact if record is not None else None
    contact = own if own in plan.people else plan.coordinator
    return plan.people.get(contact) if contact is not None else None
