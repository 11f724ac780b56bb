"""References: which records the records of a plan name, and which of those it does not hold."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from typing import Any, NamedTuple

from planner.domain.application import Application
from planner.domain.blocks import Block
from planner.domain.loops import Loop
from planner.domain.people import Candidate, FocusArea, Person
from planner.domain.places import Office, Room
from planner.domain.plan import TABLES, Plan, Record
from planner.domain.subjects import Subject
from planner.domain.travel import Journey, Stay

PLAN = "plan"
"""The table of the subject that stands for the plan itself, which names records too."""

_Named = Iterator[tuple[str, str, str]]


class Reference(NamedTuple):
    """A record ``owner`` names the record ``target`` in ``field``, such as ``seats[0].person``."""

    owner: Subject
    field: str
    target: Subject


def references(record: Record) -> Iterator[Reference]:
    """Yield what a record names, in the order of its fields."""
    owner = subject_of(record)
    for field, table, target in _NAMED[type(record)](record):
        yield Reference(owner, field, Subject(table, target))


def references_in(plan: Plan) -> Iterator[Reference]:
    """Yield everything that the plan and its records name, table by table."""
    owner = Subject(PLAN, plan.id)
    defaults = chain(
        _one("office", "offices", plan.office), _one("coordinator", "people", plan.coordinator)
    )
    for field, table, target in defaults:
        yield Reference(owner, field, Subject(table, target))
    for name in TABLES.values():
        for record in getattr(plan, name).values():
            yield from references(record)


def dangling(plan: Plan) -> Iterator[Reference]:
    """Yield the references to records that the plan does not hold."""
    return _missing(plan, references_in(plan))


def dangling_in(plan: Plan, records: Iterable[Record]) -> Iterator[Reference]:
    """Yield the references of these records to records that the plan does not hold."""
    return _missing(plan, chain.from_iterable(map(references, records)))


def subject_of(record: Record) -> Subject:
    """Return the subject that stands for a record: its table and its id."""
    return Subject(TABLES[type(record)], record.id)


def _missing(plan: Plan, named: Iterable[Reference]) -> Iterator[Reference]:
    return (item for item in named if item.target.id not in getattr(plan, item.target.table))


def _one(field: str, table: str, target: str | None) -> _Named:
    if target is not None:
        yield field, table, target


def _each(field: str, table: str, targets: Iterable[str | None]) -> _Named:
    for number, target in enumerate(targets):
        yield from _one(field.format(number), table, target)


def _of_candidate(candidate: Candidate) -> _Named:
    yield from _one("contact", "people", candidate.contact)
    if candidate.application is not None:
        yield from _of_application(candidate.application)


def _of_application(application: Application) -> _Named:
    steps, contacts = application.steps, application.contacts
    yield from _one("application.office", "offices", application.office)
    yield from _each("application.steps[{}].person", "people", (step.person for step in steps))
    yield from _each("application.steps[{}].block", "blocks", (step.block for step in steps))
    yield from _each(
        "application.contacts[{}].person", "people", (item.person for item in contacts)
    )


def _of_person(person: Person) -> _Named:
    return _each("focus_areas[{}]", "focus_areas", person.focus_areas)


def _of_room(room: Room) -> _Named:
    return _one("office", "offices", room.office)


def _of_loop(loop: Loop) -> _Named:
    yield from _one("candidate", "candidates", loop.candidate)
    areas = (demand.focus_area for demand in loop.demands)
    yield from _each("demands[{}].focus_area", "focus_areas", areas)


def _of_block(block: Block) -> _Named:
    yield from _each("candidates[{}]", "candidates", block.candidates)
    yield from _each("seats[{}].person", "people", (seat.person for seat in block.seats))
    yield from _one("room", "rooms", block.room)
    yield from _one("office", "offices", block.office)
    yield from _one("loop", "loops", block.loop)
    yield from _each("focus_areas[{}]", "focus_areas", block.focus_areas)


def _of_traveller(record: Journey | Stay) -> _Named:
    return _one("candidate", "candidates", record.candidate)


def _of_nothing(_record: Record) -> _Named:
    return iter(())


_NAMED: Mapping[type[Any], Callable[[Any], _Named]] = {
    Candidate: _of_candidate,
    Person: _of_person,
    Office: _of_nothing,
    Room: _of_room,
    FocusArea: _of_nothing,
    Loop: _of_loop,
    Block: _of_block,
    Journey: _of_traveller,
    Stay: _of_traveller,
}
