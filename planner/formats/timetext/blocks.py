"""From an understood timetable to records: blocks, and the people and rooms that they name."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import TypeVar

from planner.domain.blocks import (
    Block,
    CalendarMark,
    Connection,
    Kind,
    Notes,
    Seat,
    SeatRole,
    Timebox,
)
from planner.domain.edits.fresh import fresh_seed
from planner.domain.ids import (
    BlockId,
    CandidateId,
    FocusAreaId,
    LoopId,
    PersonId,
    RoomId,
    SeatId,
    fresh_id,
)
from planner.domain.people import Candidate, FocusArea, Person
from planner.domain.places import Room
from planner.domain.plan import Plan, Record
from planner.domain.times import Moment
from planner.formats.timetext.recognition import is_job_title
from planner.formats.timetext.spelling import folded
from planner.formats.timetext.timetable import Attendee, Row, Timetable
from planner.formats.timetext.vocabulary import ROOM_WORDS, listed

_Id = TypeVar("_Id", RoomId, CandidateId, FocusAreaId)

_ASSESSING = frozenset({Kind.INTERVIEW, Kind.DEBRIEF})
_ROOM_WORDS = tuple(f"{word} " for word in listed(ROOM_WORDS))


@dataclass(frozen=True, slots=True)
class NewIds:
    """Makes identifiers for new records; tests put counters in their place."""

    record: Callable[[str], str] = fresh_id
    seed: Callable[[], str] = fresh_seed


def timetable_blocks(
    timetable: Timetable,
    plan: Plan,
    *,
    candidates: Sequence[CandidateId] = (),
    loop: LoopId | None = None,
    new_ids: NewIds | None = None,
) -> tuple[Record, ...]:
    """Return the records to add for all dated rows: people, rooms, candidates, areas, then blocks.

    People, rooms, candidates and focus areas of the plan are found again by name, whatever the case;
    only new ones are made. Rows that name no candidate get ``candidates``. Rows without a date are
    passed over: see `Timetable.undated`. Without an office a room cannot be made, and its name
    becomes the place of the block.
    """
    maker = _Maker(plan, timetable.zone, new_ids or NewIds())
    dated = [row for row in timetable.rows if row.day is not None]
    blocks = [maker.block(row, tuple(candidates), loop) for row in dated]
    return (*maker.records, *blocks)


class _Maker:
    """Finds records by name among those of the plan and those made so far."""

    def __init__(self, plan: Plan, zone: str, new_ids: NewIds) -> None:
        self.records: list[Record] = []
        self._plan = plan
        self._zone = zone
        self._ids = new_ids
        self._people: dict[str, list[Person]] = {}
        self._rooms = _first({r.id: _room_key(r.name) for r in plan.rooms.values()})
        self._candidates = _first({c.id: folded(c.name) for c in plan.candidates.values()})
        self._areas = _first({area.id: folded(area.name) for area in plan.focus_areas.values()})
        for person in plan.people.values():
            self._remember(person)

    def block(self, row: Row, candidates: tuple[CandidateId, ...], loop: LoopId | None) -> Block:
        """Return the block of one dated row."""
        room = self._room(row)
        return Block(
            id=BlockId(self._ids.record("block")),
            kind=row.kind,
            calendar=CalendarMark(self._ids.seed()),
            title=row.title,
            timebox=self._timebox(row),
            mode=row.mode,
            candidates=(self._candidate(row.candidate),) if row.candidate else candidates,
            seats=self._seats(row),
            room=room,
            place=row.place or (row.room if room is None else ""),
            loop=loop,
            focus_areas=tuple(dict.fromkeys(self._area(name) for name in self._areas_of(row))),
            connection=_connection(row),
            notes=Notes(internal=row.note),
        )

    def _timebox(self, row: Row) -> Timebox | None:
        if row.day is None:
            return None
        start = Moment.from_wall(row.day, row.start, self._zone)
        if row.end is None:
            return Timebox(start)
        day = row.day + timedelta(days=int(row.ends_next_day))
        end = Moment.from_wall(day, row.end, self._zone)
        length = end.instant - start.instant
        return Timebox(start, length if length > timedelta() else None)

    def _seats(self, row: Row) -> tuple[Seat, ...]:
        seats: list[Seat] = []
        for attendee in row.people:
            role = attendee.role or _role(row, has_lead=bool(seats))
            person = self._person(attendee) if attendee.name else None
            seats.append(Seat(SeatId(self._ids.record("seat")), role, person))
        return tuple(seats)

    def _person(self, attendee: Attendee) -> PersonId:
        """Return the person meant; the text may say that it is another one of the same name."""
        same_name = self._people.get(folded(attendee.name), [])
        if attendee.email:
            same_name = [*self._people.get(folded(attendee.email), []), *same_name]
        found = _match(attendee, same_name)
        if found is not None:
            return found.id
        person = Person(
            id=PersonId(self._ids.record("person")),
            name=attendee.name,
            title=attendee.title,
            email=attendee.email,
            note=attendee.remark,
        )
        self.records.append(person)
        self._remember(person)
        return person.id

    def _remember(self, person: Person) -> None:
        for key in {folded(person.name), folded(person.latin_name), folded(person.email)} - {""}:
            self._people.setdefault(key, []).append(person)

    def _room(self, row: Row) -> RoomId | None:
        key = _room_key(row.room or row.place)
        if not key or key in self._rooms or not row.room or self._plan.office is None:
            return self._rooms.get(key)
        room = Room(RoomId(self._ids.record("room")), row.room, self._plan.office)
        self.records.append(room)
        self._rooms[key] = room.id
        return room.id

    def _candidate(self, name: str) -> CandidateId:
        key = folded(name)
        if key not in self._candidates:
            made = Candidate(CandidateId(self._ids.record("candidate")), name)
            self.records.append(made)
            self._candidates[key] = made.id
        return self._candidates[key]

    def _areas_of(self, row: Row) -> Iterable[str]:
        """Yield the focus areas; a name of the plan that holds a comma is put together again."""
        names = list(row.focus_areas)
        while names:
            for count in range(len(names), 0, -1):
                whole = ", ".join(names[:count])
                if count == 1 or folded(whole) in self._areas:
                    yield whole
                    names = names[count:]
                    break

    def _area(self, name: str) -> FocusAreaId:
        key = folded(name)
        if key not in self._areas:
            made = FocusArea(FocusAreaId(self._ids.record("focus_area")), name)
            self.records.append(made)
            self._areas[key] = made.id
        return self._areas[key]


def _first(keys: Mapping[_Id, str]) -> dict[str, _Id]:
    """Return ids by key; of several with the same key the first of the plan."""
    found: dict[str, _Id] = {}
    for record_id, key in keys.items():
        found.setdefault(key, record_id)
    return found


def _match(attendee: Attendee, same_name: Sequence[Person]) -> Person | None:
    """Return the person of that name with that title; else the first one the text does not exclude.

    A job that both sides state and that differs means two people.
    """
    title = folded(attendee.title)
    exact = [person for person in same_name if folded(person.title) == title]
    if exact:
        return exact[0] if not attendee.is_other or title else None
    if attendee.is_other:
        return None
    open_ones = [p for p in same_name if not title or not is_job_title(p.title)]
    return open_ones[0] if open_ones else None


def _role(row: Row, *, has_lead: bool) -> SeatRole:
    if row.kind not in _ASSESSING and not row.focus_areas:
        return SeatRole.HOST
    return SeatRole.PANELIST if has_lead else SeatRole.LEAD


def _room_key(name: str) -> str:
    key = folded(name)
    for word in _ROOM_WORDS:
        if key.startswith(word):
            return key.removeprefix(word)
    return key


def _connection(row: Row) -> Connection | None:
    if not (row.link or row.number):
        return None
    return Connection(number=row.number, link=row.link)
