"""Who sits in a block, as somebody types it, read as the edit that it means. Without Qt."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from planner.domain.blocks import Block, Kind, Seat, SeatRole
from planner.domain.directory import Directory
from planner.domain.edits.base import Edit
from planner.domain.edits.fresh import new_seat
from planner.domain.edits.panel import AddSeat, AssignSeat, RemoveSeat, UnassignSeat
from planner.domain.edits.together import Together
from planner.domain.ids import BlockId, PersonId, SeatId, fresh_id
from planner.domain.people import Person
from planner.domain.plan import Plan, Record
from planner.formats.plaintext import one_line
from planner.formats.wording.facts import NOBODY
from planner.ui.models.typed_names import found, names_in
from planner.ui.models.typed_steps import adding, joined

_ASSESSING = frozenset({Kind.INTERVIEW, Kind.TALK, Kind.DEBRIEF})


def next_role(block: Block) -> SeatRole:
    """Return the role of the next person who comes to a block: they lead, sit by, or host."""
    if not (block.kind in _ASSESSING or block.is_assessing):
        return SeatRole.HOST
    has_lead = any(seat.role is SeatRole.LEAD for seat in block.seats)
    return SeatRole.PANELIST if has_lead else SeatRole.LEAD


def person_named(plan: Plan, directory: Directory, name: str) -> tuple[Person, list[Record]]:
    """Return the person of that name, and what to add to the plan first: them, if they are new to it."""
    known = found(name, plan.people.values())
    if known is not None:
        return known, []
    others = (who for key, who in directory.people.items() if key not in plan.people)
    person = found(name, others)
    person = person or Person(PersonId(fresh_id("person")), one_line(name))
    return person, [taken_over(plan, person)]


def taken_over(plan: Plan, person: Person) -> Person:
    """Return a person of the directory without focus areas that the plan does not know."""
    return replace(
        person, focus_areas=tuple(a for a in person.focus_areas if a in plan.focus_areas)
    )


def seat_edit(plan: Plan, directory: Directory, block: BlockId, seat: SeatId, name: str) -> Edit:
    """Return the edit that gives a seat to the person of a name; no name leaves it empty.

    Whoever is not in the plan yet is added in the same step.
    """
    if not name.strip() or one_line(name) == NOBODY:
        return UnassignSeat(block, seat)
    person, new = person_named(plan, directory, name)
    return joined([*adding(new), AssignSeat(block, seat, person.id)])


def person_edit(
    plan: Plan, directory: Directory, block: BlockId, seat: SeatId, person: str
) -> Edit:
    """Return the edit that gives a seat to a person of the plan or the directory, by id."""
    who = PersonId(person)
    is_new = who not in plan.people and who in directory.people
    new: list[Record] = [taken_over(plan, directory.people[who])] if is_new else []
    return joined([*adding(new), AssignSeat(block, seat, who)])


def people_edit(plan: Plan, directory: Directory, block: Block, text: str) -> Edit:
    """Return the edit that makes the panel of a block what a text says, role by role as it was.

    New names take empty seats first, then those of who is named no more, then seats of their own.
    ``???`` stands for a seat that nobody has yet. An empty text empties the seats and keeps them.
    """
    known = (person.name for person in chain(plan.people.values(), directory.people.values()))
    names = names_in(text, [*known, NOBODY])
    found_people = [person_named(plan, directory, name) for name in names if name != NOBODY]
    records = [record for _, new in found_people for record in new]
    wanted = [person.id for person, _ in found_people]
    open_seats = text.count(NOBODY) if names else len(block.seats)
    edits = _seating(block, list(dict.fromkeys(wanted)), open_seats)
    return Together((*adding(records), *edits))


def _seating(block: Block, wanted: list[PersonId], open_seats: int) -> Iterator[Edit]:
    kept = {seat.id for seat in block.seats if seat.person in wanted}
    seated = {seat.person for seat in block.seats}
    new = [person for person in wanted if person not in seated]
    free = sorted(
        (seat for seat in block.seats if seat.id not in kept),
        key=lambda seat: seat.person is not None,
    )
    for seat, person in zip(free, new, strict=False):
        yield AssignSeat(block.id, seat.id, person)
    yield from _beyond(block, new[len(free) :])
    left = free[len(new) :]
    yield from _left_over(block, left, open_seats)
    for _ in range(open_seats - len(left)):
        yield AddSeat(block.id, new_seat(next_role(block)))


def _beyond(block: Block, people: Iterable[PersonId]) -> Iterator[Edit]:
    for person in people:
        seat = new_seat(next_role(block), person)
        block = replace(block, seats=(*block.seats, seat))
        yield AddSeat(block.id, seat)


def _left_over(block: Block, seats: Iterable[Seat], open_seats: int) -> Iterator[Edit]:
    for number, seat in enumerate(seats):
        if number >= open_seats:
            yield RemoveSeat(block.id, seat.id)
        elif seat.person is not None:
            yield UnassignSeat(block.id, seat.id)
