"""Readable builders with defaults: a test names only what it is about."""

from collections.abc import Iterable
from datetime import date, time, timedelta
from typing import Any

from planner.domain.blocks import Block, CalendarMark, Kind, Mode, Rsvp, Seat, SeatRole, Timebox
from planner.domain.ids import BlockId, CandidateId, OfficeId, PersonId, PlanId, RoomId, SeatId
from planner.domain.people import Candidate, Person
from planner.domain.places import Office, Room
from planner.domain.plan import Plan, Record
from planner.domain.times import Moment

ZONE = "Europe/Luxembourg"
DAY = date(2015, 9, 25)  # a Friday in summer time, UTC+2


def clock(text: str) -> time:
    """Read ``10:15``."""
    return time.fromisoformat(text)


def moment(text: str, *, day: date = DAY, zone: str = ZONE) -> Moment:
    """Return ``10:15`` on the test day."""
    return Moment.from_wall(day, clock(text), zone)


def minutes(count: float) -> timedelta:
    return timedelta(minutes=count)


def timebox(start: str, length: float | None, *, day: date = DAY, zone: str = ZONE) -> Timebox:
    """Return a timebox from a clock time and a length in minutes."""
    duration = None if length is None else minutes(length)
    return Timebox(moment(start, day=day, zone=zone), duration)


def seat(
    person: str | None,
    role: SeatRole = SeatRole.LEAD,
    rsvp: Rsvp = Rsvp.ACCEPTED,
    number: int = 1,
) -> Seat:
    return Seat(SeatId(f"seat-{number}"), role, None if person is None else PersonId(person), rsvp)


def block(
    name: str,
    start: str | None = None,
    length: float | None = 45,
    *,
    kind: Kind = Kind.INTERVIEW,
    people: Iterable[str] = (),
    candidates: Iterable[str] = ("ada",),
    room: str | None = None,
    mode: Mode | None = None,
    day: date = DAY,
    zone: str = ZONE,
    **fields: Any,
) -> Block:
    """Return a block called ``name``; scheduled when it has a start, people sit in lead seats."""
    seats = tuple(seat(person, number=n) for n, person in enumerate(people, start=1))
    return Block(
        id=BlockId(name),
        kind=kind,
        calendar=CalendarMark(f"00000000-0000-4000-8000-{abs(hash_text(name)):012d}"),
        title=fields.pop("title", name),
        timebox=None if start is None else timebox(start, length, day=day, zone=zone),
        mode=mode,
        candidates=tuple(CandidateId(c) for c in candidates),
        seats=fields.pop("seats", seats),
        room=None if room is None else RoomId(room),
        **fields,
    )


def hash_text(text: str) -> int:
    """Return a small number that is the same in every process (``hash`` is not)."""
    return sum(ord(c) * (i + 1) * 31 for i, c in enumerate(text)) % 10**12


def candidate(name: str = "ada", /, **fields: Any) -> Candidate:
    return Candidate(id=CandidateId(name), name=fields.pop("name", name.title()), **fields)


def person(name: str, /, **fields: Any) -> Person:
    return Person(id=PersonId(name), name=fields.pop("name", name.title()), **fields)


def office(name: str = "lux", /, zone: str = ZONE, **fields: Any) -> Office:
    return Office(id=OfficeId(name), name=fields.pop("name", name.title()), zone=zone, **fields)


def room(name: str, /, office_name: str = "lux", **fields: Any) -> Room:
    shown = fields.pop("name", name.title())
    return Room(id=RoomId(name), name=shown, office=OfficeId(office_name), **fields)


def plan(*records: Record, **fields: Any) -> Plan:
    """Return a plan of these records at the Luxembourg office; people, rooms and the candidate
    that blocks name are added where they are missing, so that every reference holds.
    """
    empty = Plan(id=PlanId("plan"), title="Test day", office=OfficeId("lux"), **fields)
    filled = empty.with_records([office(), *records])
    return filled.with_records(_missing(filled))


def _missing(filled: Plan) -> list[Record]:
    records: list[Record] = []
    for item in filled.blocks.values():
        records += [candidate(c) for c in item.candidates if c not in filled.candidates]
        records += [person(p) for p in item.people if p not in filled.people]
        if item.room is not None and item.room not in filled.rooms:
            records.append(room(item.room))
    return records
