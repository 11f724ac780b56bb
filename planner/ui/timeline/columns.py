"""Columns: who and what a day is shown along, and which blocks stand in each. Without Qt."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

from planner.domain.blocks import Block, Kind, Rsvp, Seat
from planner.domain.ids import BlockId, CandidateId, PersonId, RoomId
from planner.domain.plan import Plan
from planner.domain.spans import Span
from planner.domain.subjects import Subject
from planner.schedule.agenda import Agenda, Entry
from planner.schedule.checks.presence import happens_at_office
from planner.schedule.opening import closed_spans
from planner.schedule.projection import Projection
from planner.ui.timeline.lanes import lanes
from planner.ui.timeline.visible import entries_of

DEAD_BAND = timedelta(seconds=30)
"""What nobody calls late."""


class Arrangement(StrEnum):
    """What stands to the right of the candidates."""

    CANDIDATES = "candidates"
    PEOPLE = "people"
    ROOMS = "rooms"
    EVERYTHING = "everything"


class ColumnKind(StrEnum):
    """What a column stands for."""

    CANDIDATE = "candidate"
    TEAM = "team"
    OPEN_SEATS = "open_seats"
    PERSON = "person"
    NO_ROOM = "no_room"
    ROOM = "room"


_PEOPLE_KINDS = frozenset({ColumnKind.PERSON, ColumnKind.OPEN_SEATS})
_ROOM_KINDS = frozenset({ColumnKind.ROOM, ColumnKind.NO_ROOM})


@dataclass(frozen=True, slots=True)
class Placed:
    """A block in a column: planned start and end in seconds since 1970 UTC, and its lane there.

    ``late`` is by how many seconds it will start later than planned, where anybody would call that
    late.
    """

    block: BlockId
    start: int
    end: int
    lane: int = 0
    lanes: int = 1
    late: int = 0


@dataclass(frozen=True, slots=True)
class Column:
    """One column. ``subject`` is None for team, open seats and no room, which have no title."""

    kind: ColumnKind
    subject: Subject | None = None
    title: str = ""
    subtitle: str = ""
    placed: tuple[Placed, ...] = ()

    @property
    def key(self) -> tuple[str, str]:
        """Return what tells this column from others, also after an edit."""
        return (self.kind.value, self.subject.id if self.subject is not None else "")

    @property
    def is_of_people(self) -> bool:
        """Say whether the column is about who sits in a block."""
        return self.kind in _PEOPLE_KINDS

    @property
    def is_of_rooms(self) -> bool:
        """Say whether the column is about where a block happens."""
        return self.kind in _ROOM_KINDS

    @property
    def person(self) -> PersonId | None:
        """Return the person whose column this is."""
        if self.subject is None or self.kind is not ColumnKind.PERSON:
            return None
        return PersonId(self.subject.id)

    @property
    def room(self) -> RoomId | None:
        """Return the room whose column this is."""
        if self.subject is None or self.kind is not ColumnKind.ROOM:
            return None
        return RoomId(self.subject.id)

    @property
    def candidate(self) -> CandidateId | None:
        """Return the candidate whose column this is."""
        if self.subject is None or self.kind is not ColumnKind.CANDIDATE:
            return None
        return CandidateId(self.subject.id)


def columns(
    agenda: Agenda,
    day: date,
    arrangement: Arrangement = Arrangement.PEOPLE,
    *,
    projection: Projection | None = None,
    also: Collection[Subject] = (),
) -> tuple[Column, ...]:
    """Return the columns of a day: candidates, then open seats and people, then rooms.

    A candidate, person or room has a column if anything of theirs is on that day, or if ``also``
    names them; a plan's only candidate always has one. Each kind keeps the order of the plan, so
    that columns stay where they are while blocks move. With a ``projection``, blocks that will
    start late are marked.
    """
    busy = _busy(agenda, day) if also else frozenset()
    idle = tuple(subject for subject in also if subject not in busy)
    return _made(agenda, day, arrangement, projection, idle)


@lru_cache(maxsize=2)
def _busy(agenda: Agenda, day: date) -> frozenset[Subject]:
    """Return who has anything on a day, and therefore a column anyway."""
    return frozenset(
        track.subject
        for track in agenda.tracks
        if any(agenda.dates[entry.index] == day for entry in track.entries)
    )


@lru_cache(maxsize=2)  # the timeline zooms and keys look at the same day again and again
def _made(
    agenda: Agenda,
    day: date,
    arrangement: Arrangement,
    projection: Projection | None,
    also: tuple[Subject, ...],
) -> tuple[Column, ...]:
    entries = entries_of(agenda, day)
    late = _late(entries, projection)
    kinds = [_candidates(agenda.plan, entries, also)]
    if arrangement in {Arrangement.PEOPLE, Arrangement.EVERYTHING}:
        kinds.append(_people(agenda.plan, entries, also))
    if arrangement in {Arrangement.ROOMS, Arrangement.EVERYTHING}:
        kinds.append(_rooms(agenda.plan, entries, also))
    return tuple(
        Column(kind, subject, *_names(agenda.plan, subject), _placed(found, late))
        for group in kinds
        for kind, subject, found in group
    )


def open_seats(block: Block) -> tuple[Seat, ...]:
    """Return the required seats for which somebody must still be found, empty ones first."""
    needed = [seat for seat in block.seats if seat.is_required]
    empty = [seat for seat in needed if seat.person is None]
    return (*empty, *(s for s in needed if s.person is not None and s.rsvp is Rsvp.DECLINED))


def lacks_people(block: Block) -> bool:
    """Say whether somebody must still be found for a block."""
    return bool(open_seats(block)) or (block.kind is Kind.INTERVIEW and not block.seats)


def lacks_room(block: Block) -> bool:
    """Say whether a block needs a room and has none."""
    return block.room is None and happens_at_office(block) and block.kind is not Kind.ARRIVAL


def unscheduled(plan: Plan) -> tuple[Block, ...]:
    """Return the blocks that wait to be scheduled, in the order of the plan."""
    return tuple(block for block in plan.blocks.values() if block.timebox is None)


def days(agenda: Agenda) -> Mapping[date, int]:
    """Return the local dates on which blocks start, in order, each with how many do."""
    counts: dict[date, int] = {}
    for day in sorted(agenda.dates):
        counts[day] = counts.get(day, 0) + 1
    return counts


def shading(plan: Plan, column: Column, within: Span, zone: str) -> tuple[Span, ...]:
    """Return when what a column stands for cannot be booked; candidates need the plan's office."""
    subject = column.subject
    if column.kind is ColumnKind.CANDIDATE:
        subject = Subject("offices", plan.office) if plan.office is not None else None
    return () if subject is None else closed_spans(plan, subject, within, zone)


_Found = tuple[ColumnKind, Subject | None, list[Entry]]


def _candidates(
    plan: Plan, entries: Sequence[Entry], also: Collection[Subject]
) -> Iterator[_Found]:
    by_id = _by(entries, lambda block: block.candidates)
    wanted = _wanted("candidates", also)
    for candidate in plan.candidates:
        if candidate in by_id or candidate in wanted or len(plan.candidates) == 1:
            subject = Subject("candidates", candidate)
            yield ColumnKind.CANDIDATE, subject, by_id.get(candidate, [])
    team = [entry for entry in entries if not entry.block.candidates]
    if team:
        yield ColumnKind.TEAM, None, team


def _people(plan: Plan, entries: Sequence[Entry], also: Collection[Subject]) -> Iterator[_Found]:
    by_id = _by(entries, lambda block: block.attendees)
    wanted = _wanted("people", also)
    lacking = [entry for entry in entries if lacks_people(entry.block)]
    if lacking:
        yield ColumnKind.OPEN_SEATS, None, lacking
    for person in plan.people:
        if person in by_id or person in wanted:
            yield ColumnKind.PERSON, Subject("people", person), by_id.get(person, [])


def _rooms(plan: Plan, entries: Sequence[Entry], also: Collection[Subject]) -> Iterator[_Found]:
    by_id = _by(entries, lambda block: () if block.room is None else (block.room,))
    wanted = _wanted("rooms", also)
    lacking = [entry for entry in entries if lacks_room(entry.block)]
    if lacking:
        yield ColumnKind.NO_ROOM, None, lacking
    for room in plan.rooms:
        if room in by_id or room in wanted:
            yield ColumnKind.ROOM, Subject("rooms", room), by_id.get(room, [])


def _by(
    entries: Iterable[Entry], ids_of: Callable[[Block], Iterable[str]]
) -> dict[str, list[Entry]]:
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        for record_id in ids_of(entry.block):
            found.setdefault(record_id, []).append(entry)
    return found


def _wanted(table: str, also: Collection[Subject]) -> frozenset[str]:
    return frozenset(subject.id for subject in also if subject.table == table)


def _names(plan: Plan, subject: Subject | None) -> tuple[str, str]:
    """Return title and subtitle of a column, in the words of the plan."""
    if subject is None:
        return "", ""
    if subject.table == "people":
        person = plan.people[PersonId(subject.id)]
        return person.name, person.title
    if subject.table == "rooms":
        room = plan.rooms[RoomId(subject.id)]
        office = plan.offices.get(room.office)
        return room.name, office.name if office is not None and len(plan.offices) > 1 else ""
    candidate = plan.candidates[CandidateId(subject.id)]
    application = candidate.application
    return candidate.name, application.position if application is not None else ""


def _placed(entries: Iterable[Entry], late: Mapping[int, int]) -> tuple[Placed, ...]:
    found = tuple(entries)
    places = lanes([(entry.start, entry.end) for entry in found])
    return tuple(
        Placed(entry.block.id, entry.start, entry.end, *place, late.get(entry.index, 0))
        for entry, place in zip(found, places, strict=True)
    )


def _late(entries: Iterable[Entry], projection: Projection | None) -> dict[int, int]:
    """Return the seconds by which blocks start late, by the index of their entries."""
    if projection is None:
        return {}
    starts, least = projection.run.starts, DEAD_BAND.total_seconds()
    delays = {entry.index: starts[entry.index] - entry.start for entry in entries}
    return {index: delay for index, delay in delays.items() if delay > least}
