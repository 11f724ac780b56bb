"""A candidate's whole day with travel and hotel, for the tests of every export."""

from dataclasses import replace
from datetime import date, time
from typing import Any

from planner.domain.blocks import Block, CalendarMark, Kind, Mode, SeatRole
from planner.domain.ids import CandidateId, JourneyId, LegId, PersonId, StayId
from planner.domain.plan import Plan, Record
from planner.domain.times import Moment
from planner.domain.travel import Direction, Journey, Leg, LegKind, Stay, Stop
from tests.builders import (
    DAY,
    ZONE,
    block,
    candidate,
    hash_text,
    moment,
    office,
    person,
    plan,
    room,
    seat,
)

ADA = CandidateId("ada")
EVE_OF_DAY = date(2015, 9, 24)
ATHENS = "Europe/Athens"


def mark(name: str, sequence: int = 0) -> CalendarMark:
    return CalendarMark(f"10000000-0000-4000-8000-{abs(hash_text(name)):012d}", sequence)


def stop(name: str, at: Moment, code: str = "", terminal: str = "") -> Stop:
    return Stop(name=name, at=at, code=code, terminal=terminal)


def leg(name: str, departure: Stop, arrival: Stop, **fields: Any) -> Leg:
    kind = fields.pop("kind", LegKind.FLIGHT)
    return Leg(LegId(name), kind, departure, arrival, mark(name), **fields)


def journey(name: str, direction: Direction, *legs: Leg, **fields: Any) -> Journey:
    return Journey(JourneyId(name), fields.pop("candidate", ADA), direction, legs, **fields)


def stay(first: date = EVE_OF_DAY, last: date = DAY, **fields: Any) -> Stay:
    hotel = fields.pop("hotel", "Hotel near the office")
    return Stay(StayId("hotel"), ADA, hotel, first, last, mark("hotel"), zone=ZONE, **fields)


def day_blocks() -> list[Block]:
    """Return six interviews (one by phone), two breaks, lunch, an arrival."""
    host = (seat("hal", SeatRole.HOST),)
    return [
        block("arrival", "09:00", 30, kind=Kind.ARRIVAL, seats=host, place="Reception"),
        block("one", "09:30", 45, people=["ivy"], room="red", mode=Mode.FACE_TO_FACE),
        block("two", "10:15", 45, people=["jan"], room="red", mode=Mode.PHONE),
        block("pause", "11:00", 15, kind=Kind.BREAK, room="red"),
        block("three", "11:15", 45, people=["kim"], room="red"),
        block("lunch", "12:00", 60, kind=Kind.MEAL, seats=host, place="Canteen"),
        block("four", "13:00", 45, people=["lee"], room="red"),
        block("five", "13:45", 45, people=["mia"], room="red"),
        block("rest", "14:30", 15, kind=Kind.FREE_TIME, room="red"),
        block("six", "14:45", 45, people=["noa"], room="red"),
    ]


def travel_records() -> list[Record]:
    """Return two flights and a hotel."""
    there = leg(
        "there",
        stop("Athens", moment("14:10", day=EVE_OF_DAY, zone=ATHENS), "ATH"),
        stop("Luxembourg", moment("16:45", day=EVE_OF_DAY), "LUX"),
        carrier="Example Air",
        number="EX 1",
    )
    back = leg(
        "back",
        stop("Luxembourg", moment("19:05"), "LUX"),
        stop("Athens", moment("00:30", day=date(2015, 9, 26), zone=ATHENS), "ATH"),
        carrier="Example Air",
        number="EX 2",
        reference="PNR123",
    )
    return [
        journey("out", Direction.OUTBOUND, there),
        journey("home", Direction.RETURN, back),
        stay(check_in_from=time(15), address="2 Hotel Street", phone="+352 555 0199"),
    ]


def whole_day(*more: Record, **fields: Any) -> Plan:
    """Return the plan of one candidate's day with travel and hotel."""
    people = [
        replace(
            person("cora", phone="+352 555 0101", email="cora@example.com"),
            name="Cora Coordinator",
        ),
        person("ivy", title="Engineer", phone="+352 555 0111", email="ivy@example.com"),
    ]
    records: list[Record] = [
        replace(candidate("ada", zone=ATHENS), name="Ada Lovelace"),
        replace(office("lux", city="Luxembourg", address="1 Example Street"), name="Luxembourg"),
        replace(room("red", floor="1"), name="Room 1.04"),
        *people,
        *day_blocks(),
        *travel_records(),
        *more,
    ]
    return plan(*records, coordinator=PersonId("cora"), **fields)
