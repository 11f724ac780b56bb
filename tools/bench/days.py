"""Super days of any size: five blocks for each candidate, interviewers and rooms shared."""

from datetime import date, time, timedelta

from planner.domain.blocks import Block, CalendarMark, Kind, Mode, Rsvp, Seat, SeatRole, Timebox
from planner.domain.ids import BlockId, CandidateId, OfficeId, PersonId, PlanId, RoomId, SeatId
from planner.domain.people import Candidate, Person
from planner.domain.places import Office, Room
from planner.domain.plan import Plan
from planner.domain.policy import Policy
from planner.domain.times import Moment

ZONE = "Europe/Luxembourg"
DAY = date(2026, 10, 5)
_LENGTH = timedelta(minutes=45)
_STEP = timedelta(minutes=60)
_OFFICE = OfficeId("office")
_COORDINATOR = PersonId("coordinator")


def super_day(blocks: int) -> Plan:
    """Return a plan of one day with that many blocks, each candidate with five of them."""
    count = blocks // 5
    people = [Person(PersonId(f"p{n}"), f"Interviewer {n}", zone=ZONE) for n in range(count)]
    rooms = [Room(RoomId(f"r{n}"), f"Room {n}", _OFFICE, floor=str(n % 4)) for n in range(count)]
    candidates = [Candidate(CandidateId(f"c{n}"), f"Candidate {n}") for n in range(count)]
    people.append(Person(_COORDINATOR, "Coordinator", zone=ZONE, phone="+352 555 0101"))
    plan = Plan(
        PlanId("super-day"),
        "Super day",
        office=_OFFICE,
        coordinator=_COORDINATOR,
        policy=Policy(needs_arrival=False),  # they come together; one welcome is enough
    )
    made = [block(n, place, count) for n in range(count) for place in range(5)]
    office = Office(_OFFICE, "Office", ZONE)
    return plan.with_records([office, *people, *rooms, *candidates, *made])


def block(candidate: int, place: int, count: int, day: date = DAY) -> Block:
    """Return the block at one place of a candidate's day; the third is lunch."""
    start = Moment.from_wall(day, time(9, 45), ZONE).moved(place * _STEP)
    is_lunch = place == 2  # noqa: PLR2004 -- the middle of five
    person = PersonId(f"p{(candidate + place) % count}")
    return Block(
        id=BlockId(f"b{candidate}-{place}"),
        kind=Kind.MEAL if is_lunch else Kind.INTERVIEW,
        calendar=CalendarMark(f"00000000-0000-4000-8000-{candidate * 10 + place:012d}"),
        title="Lunch" if is_lunch else f"Interview {place + 1}",
        timebox=Timebox(start, _LENGTH),
        mode=Mode.FACE_TO_FACE,
        candidates=(CandidateId(f"c{candidate}"),),
        seats=(
            Seat(SeatId("s1"), SeatRole.HOST if is_lunch else SeatRole.LEAD, person, Rsvp.ACCEPTED),
        ),
        room=RoomId(f"r{candidate}"),
    )


def ten_block_day() -> Plan:
    """Return one candidate's day of ten half-hour blocks."""
    plan = super_day(5).without(Block, [f"b0-{n}" for n in range(5)])
    first = Moment.from_wall(DAY, time(9), ZONE)
    half = timedelta(minutes=30)
    blocks = [
        Block(
            id=BlockId(f"b{n}"),
            kind=Kind.INTERVIEW,
            calendar=CalendarMark(f"00000000-0000-4000-8000-{n:012d}"),
            title=f"Interview {n + 1}",
            timebox=Timebox(first.moved(n * half), half),
            mode=Mode.FACE_TO_FACE,
            candidates=(CandidateId("c0"),),
            seats=(Seat(SeatId("s1"), SeatRole.LEAD, PersonId("p0"), Rsvp.ACCEPTED),),
            room=RoomId("r0"),
        )
        for n in range(10)
    ]
    return plan.with_records(blocks)
