"""Removal: records go, and whatever names them lets go of them first."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from planner.domain.application import Application
from planner.domain.blocks import Block, Rsvp
from planner.domain.errors import EditRefused
from planner.domain.loops import Loop
from planner.domain.people import Candidate, FocusArea, Person
from planner.domain.places import Office, Room
from planner.domain.plan import TABLES, Plan, Record
from planner.domain.references import PLAN, references_in
from planner.domain.travel import Journey, Stay

Gone = frozenset[Any]
"""The ids of records that are being removed."""


@dataclass(frozen=True, slots=True)
class RemoveRecords:
    """Remove records of one kind, and what names them lets go of them.

    - A person leaves their seats empty, and is no contact or coordinator any more.
    - A room leaves the blocks in it without a room, at the same office.
    - A candidate leaves the blocks that are shared; blocks for them alone, their loops, journeys
      and stays go too.
    - A loop, a focus area or a block is taken out wherever it is named.
    - An office that is still named anywhere is not removed.

    Problems that were ignored about a removed record are forgotten.
    """

    kind: type[Record]
    ids: tuple[str, ...]

    def apply(self, plan: Plan) -> Plan:
        """Return the plan without the records.

        Raises:
            UnknownRecord: the plan does not hold one of them.
            EditRefused: an office is still in use.
        """
        gone = frozenset(self.ids)
        for record_id in self.ids:
            plan.find(self.kind, record_id)
        released = _RELEASES[self.kind](plan, gone)
        return _without_ignored(released, TABLES[self.kind], gone).without(self.kind, gone)


def without_room(plan: Plan, block: Block) -> Block:
    """Return the block without its room, at the office where the room is."""
    office = plan.office_of(block)
    is_default = office is None or office.id == plan.office
    return replace(block, room=None, office=None if office is None or is_default else office.id)


def _without_ignored(plan: Plan, table: str, gone: Gone) -> Plan:
    names = {f"{table}:{record_id}" for record_id in gone}
    kept = tuple(item for item in plan.ignored if names.isdisjoint(item.key.split(" ")))
    return replace(plan, ignored=kept)


def _release_candidates(plan: Plan, gone: Gone) -> Plan:
    named = [block for block in plan.blocks.values() if gone.intersection(block.candidates)]
    alone = tuple(block.id for block in named if gone.issuperset(block.candidates))
    shared = [
        replace(block, candidates=tuple(c for c in block.candidates if c not in gone))
        for block in named
        if not gone.issuperset(block.candidates)
    ]
    released = RemoveRecords(Block, alone).apply(plan.with_records(shared))
    loops = tuple(loop.id for loop in plan.loops.values() if loop.candidate in gone)
    released = RemoveRecords(Loop, loops).apply(released)
    journeys = tuple(item.id for item in plan.journeys.values() if item.candidate in gone)
    released = RemoveRecords(Journey, journeys).apply(released)
    stays = tuple(item.id for item in plan.stays.values() if item.candidate in gone)
    return RemoveRecords(Stay, stays).apply(released)


def _release_people(plan: Plan, gone: Gone) -> Plan:
    coordinator = None if plan.coordinator in gone else plan.coordinator
    blocks = [
        _without_people(block, gone)
        for block in plan.blocks.values()
        if gone.intersection(block.people)
    ]
    candidates = _without_named(plan, gone, "person")
    contacts = [
        replace(candidate, contact=None)
        for candidate in plan.with_records(candidates).candidates.values()
        if candidate.contact in gone
    ]
    changed = plan.with_records([*blocks, *candidates, *contacts])
    return replace(changed, coordinator=coordinator)


def _without_people(block: Block, gone: Gone) -> Block:
    seats = tuple(
        replace(seat, person=None, rsvp=Rsvp.PENDING) if seat.person in gone else seat
        for seat in block.seats
    )
    return replace(block, seats=seats)


def _without_named(plan: Plan, gone: Gone, field: str) -> list[Candidate]:
    """Return the candidates whose applications name what goes, without that."""
    result = []
    for candidate in plan.candidates.values():
        if candidate.application is not None:
            application = _application_without(candidate.application, gone, field)
            if application != candidate.application:
                result.append(replace(candidate, application=application))
    return result


def _application_without(application: Application, gone: Gone, field: str) -> Application:
    changes: dict[str, Any] = {"steps": _cleared(application.steps, gone, field)}
    if field == "person":
        changes["contacts"] = _cleared(application.contacts, gone, field)
    return replace(application, **changes)


def _cleared(items: Iterable[Any], gone: Gone, field: str) -> tuple[Any, ...]:
    return tuple(
        replace(item, **{field: None}) if getattr(item, field) in gone else item for item in items
    )


def _release_offices(plan: Plan, gone: Gone) -> Plan:
    for owner, _, target in references_in(plan):
        if target.table == TABLES[Office] and target.id in gone:
            if owner.table == PLAN:
                raise EditRefused(reason="office_of_plan", office=target)
            raise EditRefused(reason="office_in_use", office=target, user=owner)
    return plan


def _release_rooms(plan: Plan, gone: Gone) -> Plan:
    blocks = [without_room(plan, b) for b in plan.blocks.values() if b.room in gone]
    return plan.with_records(blocks)


def _release_focus_areas(plan: Plan, gone: Gone) -> Plan:
    named: list[Block | Person] = [*plan.blocks.values(), *plan.people.values()]
    changed: list[Record] = [
        replace(record, focus_areas=tuple(a for a in record.focus_areas if a not in gone))
        for record in named
        if gone.intersection(record.focus_areas)
    ]
    loops = [
        replace(loop, demands=tuple(d for d in loop.demands if d.focus_area not in gone))
        for loop in plan.loops.values()
        if any(demand.focus_area in gone for demand in loop.demands)
    ]
    return plan.with_records([*changed, *loops])


def _release_loops(plan: Plan, gone: Gone) -> Plan:
    blocks = [replace(b, loop=None) for b in plan.blocks.values() if b.loop in gone]
    return plan.with_records(blocks)


def _release_blocks(plan: Plan, gone: Gone) -> Plan:
    return plan.with_records(_without_named(plan, gone, "block"))


def _release_travel(plan: Plan, _gone: Gone) -> Plan:
    return plan


_RELEASES: Mapping[type[Any], Callable[[Plan, Gone], Plan]] = {
    Candidate: _release_candidates,
    Person: _release_people,
    Office: _release_offices,
    Room: _release_rooms,
    FocusArea: _release_focus_areas,
    Loop: _release_loops,
    Block: _release_blocks,
    Journey: _release_travel,
    Stay: _release_travel,
}
