"""Checks: a candidate who comes in is let in, and knows whom to call."""

from collections.abc import Iterable, Iterator

from planner.domain.blocks import MEETING_KINDS, Block, Kind, Timebox
from planner.domain.edits.blocks import AddBlock
from planner.domain.edits.derivation import derived_block_id, derived_mark
from planner.domain.ids import CandidateId
from planner.domain.people import Person
from planner.domain.plan import Plan
from planner.domain.subjects import Subject
from planner.domain.times import MINUTE
from planner.schedule.agenda import Entry, Track
from planner.schedule.checks.findings import Finding, on_block
from planner.schedule.checks.presence import brings_candidate
from planner.schedule.checks.survey import Day, Survey

_ARRIVAL = 25 * MINUTE
"""What identification, a security pass and the way to the room usually take."""

_ARRIVALS = "0f6f4a52-9f3b-4b0c-8c55-3d1c2f1a7e90"
"""The seed of all arrivals that this check offers."""


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
            told = on_block(survey, first, candidate, candidate=candidate)
            arrival = _arrival(survey, first, day.candidate)
            is_known = arrival.id in survey.plan.blocks
            yield told if is_known else told.mended_by(AddBlock(arrival))


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


def _arrival(survey: Survey, first: Entry, candidate: CandidateId) -> Block:
    """Return the arrival that a day lacks; derived, so that each look at the plan offers the same."""
    office = survey.plan.office_of(first.block)
    name = f"{first.block.calendar.seed} {candidate}"
    return Block(
        id=derived_block_id(_ARRIVALS, name),
        kind=Kind.ARRIVAL,
        calendar=derived_mark(_ARRIVALS, name),
        timebox=Timebox(first.timebox.start.moved(-_ARRIVAL), _ARRIVAL),
        candidates=(candidate,),
        office=office.id if office is not None else None,
    )


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
