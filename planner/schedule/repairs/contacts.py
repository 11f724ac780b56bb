"""Contacts: whom or what a step of a playbook is about, with the number at hand."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from planner.domain.ids import CandidateId, PersonId
from planner.domain.subjects import Subject
from planner.schedule.agenda import Entry
from planner.schedule.live.live_projection import LiveProjection
from planner.schedule.repairs.staffing import opening

_ASKED_OF_BENCH = 3


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom (or what) a step is about, with the number to dial where one is known."""

    subject: Subject
    number: str = ""


def people_called(projection: LiveProjection, people: Iterable[PersonId]) -> Iterator[Contact]:
    """Yield people of the plan with their numbers, in the order given."""
    known = projection.agenda.plan.people
    there = (known[person] for person in people if person in known)
    yield from (Contact(Subject("people", person.id), person.phone) for person in there)


def candidates_called(
    projection: LiveProjection, candidates: Iterable[CandidateId]
) -> Iterator[Contact]:
    """Yield candidates with their numbers, in the order given."""
    known = projection.agenda.plan.candidates
    there = (known[candidate] for candidate in candidates if candidate in known)
    yield from (Contact(Subject("candidates", who.id), who.phone) for who in there)


def bench_called(projection: LiveProjection, entry: Entry) -> Iterator[Contact]:
    """Yield the first few who could take over a block, in the order of the bench."""
    found = opening(projection, entry)
    if found is not None:
        yield from people_called(projection, [one.person for one in found.able[:_ASKED_OF_BENCH]])


def free_rooms(projection: LiveProjection, entry: Entry) -> Iterator[Contact]:
    """Yield the rooms of the same office in which nothing is until the block would be over."""
    plan, run = projection.agenda.plan, projection.run
    own = plan.rooms.get(entry.block.room) if entry.block.room is not None else None
    start, end = projection.now, run.ends[entry.index]
    for room in plan.rooms.values():
        taken = any(
            run.starts[other.index] < end and start < run.ends[other.index]
            for other in projection.agenda.room(room.id)
            if other.index not in run.dropped
        )
        if own is not None and room.office == own.office and room.id != own.id and not taken:
            yield Contact(Subject("rooms", room.id))
