"""Cases of the checks of breaks, meals, visits and travel."""

from datetime import date, timedelta

from planner.domain.blocks import CalendarMark, Kind, Mode, SeatRole
from planner.domain.ids import CandidateId, JourneyId, LegId, StayId
from planner.domain.plan import Record
from planner.domain.travel import Direction, Journey, Leg, LegKind, Stay, Stop
from tests.builders import DAY, block, candidate, clock, minutes, moment, person, plan, seat
from tests.schedule.checks.case import Case, subject

MEAL, BREAK, ARRIVAL = Kind.MEAL, Kind.BREAK, Kind.ARRIVAL
NEXT_DAY = DAY + timedelta(days=1)
EVE = DAY - timedelta(days=1)
_MARK = CalendarMark("00000000-0000-4000-8000-000000000000")


def journey(
    direction: Direction, *times: tuple[str, str], day: date = DAY, name: str = ""
) -> Journey:
    """Return Ada's journey with one leg for each pair of clock times in Luxembourg."""
    legs = tuple(
        Leg(
            LegId(f"leg-{number}"),
            LegKind.FLIGHT,
            Stop("Athens", moment(start, day=day)),
            Stop("Luxembourg", moment(end, day=day)),
            _MARK,
        )
        for number, (start, end) in enumerate(times)
    )
    return Journey(JourneyId(name or direction.value), CandidateId("ada"), direction, legs)


def stay(check_in: date = EVE, nights: int = 1, name: str = "hotel") -> Stay:
    """Return Ada's hotel."""
    check_out = check_in + timedelta(days=nights)
    return Stay(StayId(name), CandidateId("ada"), name.title(), check_in, check_out, _MARK)


def long_day(*others: Record) -> tuple[Record, ...]:
    """Return a day on site from nine to half past three with a gap from noon to one."""
    return (
        block("morning", "09:00", 180, room="red", people=["ines"]),
        block("afternoon", "13:00", 150, room="red", people=["jan"]),
        *others,
    )


BREAKS = (
    Case(
        "BRK-201",
        plan(block("a", "10:00"), block("rest", "10:45", 5, kind=BREAK), block("b", "10:50")),
        ("blocks:rest",),
        {
            "block": subject("blocks:rest"),
            "day": DAY,
            "length": minutes(5),
            "minimum": minutes(10),
        },
        plan(block("rest", "10:45", 5, kind=BREAK, minimum=minutes(5))),
    ),
    Case(
        "BRK-202",
        plan(block("a", "10:00", 60), block("b", "11:09", 60)),
        ("blocks:a", "blocks:b", "candidates:ada"),
        {
            "block": subject("blocks:a"),
            "day": DAY,
            "candidate": subject("candidates:ada"),
            "start": moment("10:00"),
            "end": moment("12:09"),
            "length": minutes(129),
            "limit": minutes(120),
            "least": minutes(10),
        },
        plan(block("a", "10:00", 60), block("b", "11:10", 60)),
    ),
    Case(
        "BRK-203",
        plan(
            *long_day(
                block("lunch", "12:00", 15, kind=BREAK), block("food", "14:30", 30, kind=MEAL)
            )
        ),
        ("blocks:food", "candidates:ada"),
        {
            "block": subject("blocks:food"),
            "day": DAY,
            "candidate": subject("candidates:ada"),
            "start": moment("14:30"),
            "end": moment("15:00"),
            "opens": clock("11:30"),
            "closes": clock("14:00"),
        },
        plan(*long_day(block("food", "13:30", 60, kind=MEAL))),
    ),
    Case(
        "BRK-204",
        plan(*long_day(block("lunch", "12:00", 60, kind=MEAL, seats=(seat(None, SeatRole.HOST),)))),
        ("blocks:lunch", "candidates:ada"),
        {
            "block": subject("blocks:lunch"),
            "day": DAY,
            "candidate": subject("candidates:ada"),
            "start": moment("12:00"),
            "end": moment("13:00"),
        },
        plan(
            *long_day(block("lunch", "12:00", 60, kind=MEAL, seats=(seat("kim", SeatRole.HOST),)))
        ),
    ),
    Case(
        "BRK-205",
        plan(*long_day(block("pause", "12:00", 29, kind=BREAK))),
        ("blocks:morning", "candidates:ada"),
        {
            "block": subject("blocks:morning"),
            "day": DAY,
            "candidate": subject("candidates:ada"),
            "start": moment("09:00"),
            "end": moment("15:30"),
            "opens": clock("11:30"),
            "closes": clock("14:00"),
        },
        plan(*long_day(block("pause", "12:00", 30, kind=BREAK))),
    ),
    Case(
        "BRK-206",
        plan(block("a", "11:45", 50), block("lunch", "12:30", kind=MEAL, minimum=minutes(30))),
        ("blocks:lunch", "candidates:ada"),
        {
            "block": subject("blocks:lunch"),
            "day": DAY,
            "candidate": subject("candidates:ada"),
            "planned": minutes(45),
            "left": minutes(40),
            "minimum": minutes(30),
        },
        plan(block("a", "11:45", 45), block("lunch", "12:30", kind=MEAL, minimum=minutes(30))),
    ),
    Case(
        "BRK-207",
        plan(
            block("a", "11:45", 50),
            block("lunch", "12:30", kind=MEAL, minimum=minutes(30)),
            block("b", "13:04"),
        ),
        ("blocks:lunch", "candidates:ada"),
        {
            "block": subject("blocks:lunch"),
            "day": DAY,
            "candidate": subject("candidates:ada"),
            "planned": minutes(45),
            "left": minutes(29),
            "minimum": minutes(30),
        },
        plan(
            block("a", "11:45", 50),
            block("lunch", "12:30", kind=MEAL, minimum=minutes(30)),
            block("b", "13:05"),
        ),
    ),
    Case(
        "BRK-208",
        plan(*long_day(block("lunch", "12:00", 60, kind=MEAL, people=["kim"]))),
        ("blocks:lunch", "candidates:ada"),
        {
            "block": subject("blocks:lunch"),
            "day": DAY,
            "candidate": subject("candidates:ada"),
            "start": moment("12:00"),
            "end": moment("13:00"),
            "least": minutes(30),
        },
        plan(
            *long_day(block("lunch", "12:00", 60, kind=MEAL, seats=(seat("kim", SeatRole.SHADOW),)))
        ),
    ),
)

VISITS = (
    Case(
        "DAY-101",
        plan(block("a", "10:00", mode=Mode.FACE_TO_FACE)),
        ("blocks:a", "candidates:ada"),
        {"block": subject("blocks:a"), "day": DAY, "candidate": subject("candidates:ada")},
        plan(block("in", "09:50", 10, kind=ARRIVAL), block("a", "10:00", mode=Mode.FACE_TO_FACE)),
    ),
    Case(
        "DAY-102",
        plan(block("a", "10:00", mode=Mode.FACE_TO_FACE)),
        ("candidates:ada",),
        {"day": DAY, "candidate": subject("candidates:ada")},
        plan(
            person("kim", phone="+352 1"),
            block("a", "10:00", mode=Mode.FACE_TO_FACE),
            coordinator="kim",
        ),
    ),
    Case(
        "DAY-103",
        plan(
            person("kim"),
            candidate(contact="kim"),
            block("a", "10:00", mode=Mode.FACE_TO_FACE),
        ),
        ("people:kim", "candidates:ada"),
        {"day": DAY, "candidate": subject("candidates:ada"), "person": subject("people:kim")},
        plan(
            person("kim", email="kim@example.org"),
            candidate(contact="kim"),
            block("a", "10:00", mode=Mode.FACE_TO_FACE),
        ),
    ),
)

TRAVEL = (
    Case(
        "TRV-101",
        plan(block("a", "10:00", room="red"), journey(Direction.OUTBOUND, ("08:00", "10:01"))),
        ("blocks:a", "journeys:outbound", "candidates:ada"),
        {
            "block": subject("blocks:a"),
            "day": DAY,
            "candidate": subject("candidates:ada"),
            "moment": moment("10:01"),
            "on": DAY,
            "direction": Direction.OUTBOUND,
        },
        plan(block("a", "10:00", room="red"), journey(Direction.OUTBOUND, ("08:00", "10:00"))),
    ),
    Case(
        "TRV-102",
        plan(block("a", "10:00", room="red"), journey(Direction.RETURN, ("10:44", "12:00"))),
        ("blocks:a", "journeys:return", "candidates:ada"),
        {
            "block": subject("blocks:a"),
            "day": DAY,
            "candidate": subject("candidates:ada"),
            "moment": moment("10:44"),
            "on": DAY,
            "direction": Direction.RETURN,
        },
        plan(block("a", "10:00", room="red"), journey(Direction.RETURN, ("10:45", "12:00"))),
    ),
    Case(
        "TRV-103",
        plan(
            block("a", "10:00", room="red"),
            block("b", "10:00", room="red", day=NEXT_DAY),
            stay(),
        ),
        ("candidates:ada", "blocks:a"),
        {"candidate": subject("candidates:ada"), "nights": (DAY,)},
        plan(
            block("a", "10:00", room="red"),
            block("b", "10:00", room="red", day=NEXT_DAY),
        ),
    ),
    Case(
        "TRV-104",
        plan(
            block("a", "10:00", mode=Mode.PHONE),
            journey(Direction.OUTBOUND, ("08:00", "09:00"), ("10:44", "12:00")),
        ),
        ("blocks:a", "journeys:outbound", "candidates:ada"),
        {
            "block": subject("blocks:a"),
            "day": DAY,
            "candidate": subject("candidates:ada"),
            "moment": moment("10:44"),
            "on": DAY,
            "direction": Direction.OUTBOUND,
        },
        plan(
            block("a", "10:00", mode=Mode.PHONE),
            journey(Direction.OUTBOUND, ("08:00", "10:00"), ("10:45", "12:00")),
        ),
    ),
    Case(
        "TRV-105",
        plan(block("a", "10:00", room="red"), journey(Direction.OUTBOUND, ("08:00", "09:16"))),
        ("blocks:a", "journeys:outbound", "candidates:ada"),
        {
            "block": subject("blocks:a"),
            "day": DAY,
            "candidate": subject("candidates:ada"),
            "moment": moment("09:16"),
            "on": DAY,
            "direction": Direction.OUTBOUND,
            "gap": minutes(44),
            "needed": minutes(45),
        },
        plan(block("a", "10:00", room="red"), journey(Direction.OUTBOUND, ("08:00", "09:15"))),
    ),
    Case(
        "TRV-106",
        plan(block("a", "10:00", room="red"), journey(Direction.RETURN, ("13:29", "14:00"))),
        ("blocks:a", "journeys:return", "candidates:ada"),
        {
            "block": subject("blocks:a"),
            "day": DAY,
            "candidate": subject("candidates:ada"),
            "moment": moment("13:29"),
            "on": DAY,
            "direction": Direction.RETURN,
            "gap": minutes(164),
            "needed": minutes(165),
        },
        plan(block("a", "10:00", room="red"), journey(Direction.RETURN, ("13:30", "14:00"))),
    ),
    Case(
        "TRV-107",
        plan(
            block("a", "10:00", room="red"),
            journey(Direction.OUTBOUND, ("08:00", "09:59"), day=DAY - timedelta(days=4)),
        ),
        ("journeys:outbound", "candidates:ada"),
        {
            "candidate": subject("candidates:ada"),
            "moment": moment("09:59", day=DAY - timedelta(days=4)),
            "on": DAY - timedelta(days=4),
            "direction": Direction.OUTBOUND,
            "year": 2015,
        },
        plan(
            block("a", "10:00", room="red"),
            journey(Direction.OUTBOUND, ("08:00", "10:00"), day=DAY - timedelta(days=4)),
        ),
    ),
    Case(
        "TRV-108",
        plan(block("a", "10:00", room="red"), stay(DAY - timedelta(days=6))),
        ("stays:hotel", "candidates:ada"),
        {
            "candidate": subject("candidates:ada"),
            "stay": subject("stays:hotel"),
            "start": DAY - timedelta(days=6),
            "end": DAY - timedelta(days=5),
            "year": 2015,
        },
        plan(block("a", "10:00", room="red"), stay(DAY - timedelta(days=5))),
    ),
    Case(
        "TRV-109",
        plan(
            block("a", "19:00", room="red"),
            journey(Direction.OUTBOUND, ("08:00", "10:00"), ("12:00", "14:00")),
            journey(Direction.OUTBOUND, ("13:50", "15:00"), name="again"),
        ),
        ("journeys:again", "journeys:outbound", "candidates:ada"),
        {
            "candidate": subject("candidates:ada"),
            "moment": moment("13:50"),
            "on": DAY,
            "other": moment("08:00"),
            "overlap": minutes(10),
        },
        plan(
            block("a", "19:00", room="red"),
            journey(Direction.OUTBOUND, ("08:00", "10:00"), ("12:00", "14:00")),
            journey(Direction.OUTBOUND, ("14:00", "15:00"), name="again"),
        ),
    ),
    Case(
        "TRV-110",
        plan(block("a", "10:00", room="red"), stay(EVE, 2), stay(DAY, 2, "inn")),
        ("stays:inn", "stays:hotel", "candidates:ada"),
        {
            "candidate": subject("candidates:ada"),
            "stay": subject("stays:inn"),
            "other": subject("stays:hotel"),
            "start": DAY,
            "end": NEXT_DAY,
        },
        plan(block("a", "10:00", room="red"), stay(EVE, 1), stay(DAY, 2, "inn")),
    ),
)

DAY_CASES = (*BREAKS, *VISITS, *TRAVEL)
