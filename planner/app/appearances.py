"""Appearances: which stored plans name a person, room, office or candidate."""

from collections import defaultdict
from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from planner.app.library import Library
from planner.app.matching import email_key
from planner.domain.blocks import Block
from planner.domain.errors import PlannerError
from planner.domain.ids import PersonId
from planner.domain.people import Candidate, Person
from planner.domain.places import Office, Room
from planner.domain.plan import Plan
from planner.progress import Progress
from planner.store.base import Summary

Appearing = Person | Room | Office | Candidate
_Key = tuple[type[Appearing], str, str]


@dataclass(frozen=True, slots=True)
class Appearance:
    """A record of a plan, and in how many of its blocks it is; none means: only listed there."""

    plan: Summary
    record: Appearing
    blocks: int


@dataclass(frozen=True, slots=True)
class Appearances:
    """All records of all plans; ``unread`` are plans that could not be read, with the reason."""

    found: tuple[Appearance, ...] = ()
    unread: tuple[tuple[Summary, PlannerError], ...] = ()
    _places: Mapping[_Key, Sequence[int]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        places: dict[_Key, list[int]] = defaultdict(list)
        for place, item in enumerate(self.found):
            for key in _keys(item.record):
                places[key].append(place)
        object.__setattr__(self, "_places", places)

    def of(self, record: Appearing) -> tuple[Appearance, ...]:
        """Return where a record appears: by its id, and a person by e-mail address too."""
        places = {place for key in _keys(record) for place in self._places.get(key, ())}
        return tuple(self.found[place] for place in sorted(places))

    @property
    def candidates(self) -> tuple[Appearance, ...]:
        """Return the candidates of all plans."""
        return tuple(item for item in self.found if isinstance(item.record, Candidate))


def appearances(library: Library) -> Generator[Progress, None, Appearances]:
    """Return who and what is in which plan, reading every stored plan.

    Raises:
        StoreFailed: the list of plans cannot be read.
    """
    summaries = tuple(library.all_summaries())
    found: list[Appearance] = []
    unread: list[tuple[Summary, PlannerError]] = []
    for done, summary in enumerate(summaries):
        yield Progress(done, len(summaries), summary.title)
        try:
            plan = library.open(summary.id).plan
        except PlannerError as error:
            unread.append((summary, error))
        else:
            found += appearances_in(plan, summary)
    yield Progress(len(summaries), len(summaries))
    return Appearances(tuple(found), tuple(unread))


def appearances_in(plan: Plan, summary: Summary) -> Iterator[Appearance]:
    """Yield who and what is in one plan."""
    for person in plan.people.values():
        yield Appearance(summary, person, _blocks_of(plan, person.id))
    for room in plan.rooms.values():
        yield Appearance(summary, room, _count(b.room == room.id for b in plan.blocks.values()))
    for office in plan.offices.values():
        yield Appearance(summary, office, _blocks_at(plan, office))
    for candidate in plan.candidates.values():
        blocks = _count(candidate.id in block.candidates for block in plan.blocks.values())
        yield Appearance(summary, candidate, blocks)


def _blocks_of(plan: Plan, person: PersonId) -> int:
    return _count(person in block.people for block in plan.blocks.values())


def _blocks_at(plan: Plan, office: Office) -> int:
    def is_there(block: Block) -> bool:
        place = plan.office_of(block)
        return place is not None and place.id == office.id

    return _count(map(is_there, plan.blocks.values()))


def _count(claims: Iterator[bool]) -> int:
    return sum(claims)


def _keys(record: Appearing) -> Iterator[_Key]:
    """Yield by what a record is the same in several plans."""
    yield type(record), "id", record.id
    if isinstance(record, Person) and email_key(record.email):
        yield Person, "email", email_key(record.email)
