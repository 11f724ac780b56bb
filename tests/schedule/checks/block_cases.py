"""Cases of the checks of timeboxes, rooms, walks, calls and focus areas."""

from datetime import date, time

from planner.domain.blocks import Connection, Kind, Mode, SeatRole
from planner.domain.ids import CandidateId, FocusAreaId, LoopId, OfficeId
from planner.domain.loops import Demand, Loop
from planner.domain.people import FocusArea
from planner.domain.places import Equipment
from tests.builders import (
    DAY,
    block,
    candidate,
    minutes,
    moment,
    office,
    person,
    plan,
    room,
    seat,
)
from tests.schedule.checks.case import Case, subject, subjects

SPRING, AUTUMN = date(2015, 3, 29), date(2015, 10, 25)
DEPTH, TRUST = FocusAreaId("depth"), FocusAreaId("trust")


def loop(*demands: Demand) -> Loop:
    return Loop(LoopId("onsite"), CandidateId("ada"), "Onsite", demands)


TIMEBOXES = (
    Case(
        "TIM-101",
        plan(block("a", "02:30", day=SPRING)),
        ("blocks:a",),
        {
            "block": subject("blocks:a"),
            "day": SPRING,
            "written": time(2, 30),
            "zone": "Europe/Luxembourg",
        },
        plan(block("a", "03:30", day=SPRING)),
    ),
    Case(
        "TIM-102",
        plan(block("a", "02:30", day=AUTUMN)),
        ("blocks:a",),
        {
            "block": subject("blocks:a"),
            "day": AUTUMN,
            "start": moment("02:30", day=AUTUMN),
            "offset": "+02:00",
            "zone": "Europe/Luxembourg",
        },
        plan(block("a", "03:00", day=AUTUMN)),
    ),
    Case(
        "TIM-103",
        plan(block("a", "10:00", None)),
        ("blocks:a",),
        {"block": subject("blocks:a"), "day": DAY, "assumed": minutes(30)},
        plan(block("a", "10:00", 30)),
    ),
    Case(
        "TIM-104",
        plan(block("a")),
        ("blocks:a",),
        {"block": subject("blocks:a")},
        plan(block("a", "10:00", None)),
    ),
    Case(
        "TIM-105",
        plan(block("a", "09:00", room="red", zone="Asia/Tokyo")),
        ("blocks:a", "offices:lux"),
        {
            "block": subject("blocks:a"),
            "day": DAY,
            "office": subject("offices:lux"),
            "start": moment("09:00", zone="Asia/Tokyo"),
            "zone": "Asia/Tokyo",
            "shown": moment("02:00"),
        },
        plan(block("a", "09:00", room="red", zone="Europe/Berlin")),
    ),
)

PLACES = (
    Case(
        "PLC-101",
        plan(room("red", capacity=2), block("a", "10:00", people=["ines", "jan"], room="red")),
        ("blocks:a", "rooms:red"),
        {
            "block": subject("blocks:a"),
            "day": DAY,
            "room": subject("rooms:red"),
            "count": 3,
            "capacity": 2,
        },
        plan(room("red", capacity=3), block("a", "10:00", people=["ines", "jan"], room="red")),
    ),
    Case(
        "PLC-102",
        plan(
            room("red", equipment=(Equipment.PHONE,)),
            block("a", "10:00", room="red", mode=Mode.VIDEO),
        ),
        ("blocks:a", "rooms:red"),
        {"block": subject("blocks:a"), "day": DAY, "room": subject("rooms:red")},
        plan(
            room("red", equipment=(Equipment.VIDEO,)),
            block("a", "10:00", room="red", mode=Mode.VIDEO),
        ),
    ),
    Case(
        "PLC-103",
        plan(room("red"), block("a", "10:00", room="red", mode=Mode.PHONE)),
        ("blocks:a", "rooms:red"),
        {"block": subject("blocks:a"), "day": DAY, "room": subject("rooms:red")},
        plan(room("red", phone="+352 1"), block("a", "10:00", room="red", mode=Mode.PHONE)),
    ),
    Case(
        "PLC-104",
        plan(block("a", "10:00", room="red"), block("b", "10:49", room="blue")),
        ("blocks:b", "blocks:a", "candidates:ada"),
        {
            "block": subject("blocks:b"),
            "day": DAY,
            "who": subject("candidates:ada"),
            "previous": subject("blocks:a"),
            "gap": minutes(4),
            "needed": minutes(5),
        },
        plan(block("a", "10:00", room="red"), block("b", "10:50", room="blue")),
    ),
    Case(
        "PLC-105",
        plan(
            room("attic", floor="9"),
            block("a", "10:00", room="red", people=["ines"]),
            block("b", "10:50", room="attic", people=["ines"], candidates=["bob"]),
        ),
        ("blocks:b", "blocks:a", "people:ines"),
        {
            "block": subject("blocks:b"),
            "day": DAY,
            "who": subject("people:ines"),
            "previous": subject("blocks:a"),
            "gap": minutes(5),
            "needed": minutes(10),
        },
        plan(
            room("attic", floor="9"),
            block("a", "10:00", room="red", people=["ines"]),
            block("b", "10:55", room="attic", people=["ines"], candidates=["bob"]),
        ),
    ),
    Case(
        "PLC-106",
        plan(block("a", "10:00", mode=Mode.FACE_TO_FACE, place=" ")),
        ("blocks:a",),
        {"block": subject("blocks:a"), "day": DAY},
        plan(block("a", "10:00", mode=Mode.FACE_TO_FACE, place="The café round the corner")),
    ),
    Case(
        "PLC-107",
        plan(office("trier"), block("a", "10:00", room="red", office=OfficeId("trier"))),
        ("blocks:a", "rooms:red", "offices:trier"),
        {
            "block": subject("blocks:a"),
            "day": DAY,
            "room": subject("rooms:red"),
            "office": subject("offices:trier"),
            "other": subject("offices:lux"),
        },
        plan(office("trier"), block("a", "10:00", room="red", office=OfficeId("lux"))),
    ),
)

CALLS = (
    Case(
        "MOD-301",
        plan(block("a", "10:00", mode=Mode.PHONE, connection=Connection(number="1"))),
        ("blocks:a",),
        {"block": subject("blocks:a"), "day": DAY, "mode": Mode.PHONE},
        plan(block("a", "10:00", mode=Mode.PHONE, connection=Connection(fallback="Call Kim"))),
    ),
    Case(
        "MOD-302",
        plan(block("a", "10:00", mode=Mode.PHONE, connection=Connection(number=" "))),
        ("blocks:a",),
        {"block": subject("blocks:a"), "day": DAY},
        plan(candidate(phone="+30 1"), block("a", "10:00", mode=Mode.PHONE)),
    ),
    Case(
        "MOD-303",
        plan(candidate(phone="+30 1"), block("a", "10:00", mode=Mode.VIDEO)),
        ("blocks:a",),
        {"block": subject("blocks:a"), "day": DAY},
        plan(block("a", "10:00", mode=Mode.VIDEO, connection=Connection(link="https://x.test"))),
    ),
    Case(
        "MOD-304",
        plan(
            block("a", "10:00", mode=Mode.VIDEO, connection=Connection(link="https://x.test")),
            block(
                "b",
                "10:40",
                mode=Mode.VIDEO,
                connection=Connection(link="https://x.test "),
                candidates=["bob"],
            ),
        ),
        ("blocks:b", "blocks:a"),
        {
            "block": subject("blocks:b"),
            "day": DAY,
            "other": subject("blocks:a"),
            "overlap": minutes(5),
        },
        plan(
            block("a", "10:00", mode=Mode.VIDEO, connection=Connection(link="https://x.test")),
            block(
                "b",
                "10:45",
                mode=Mode.VIDEO,
                connection=Connection(link="https://x.test"),
                candidates=["bob"],
            ),
        ),
    ),
)

FOCUS = (
    Case(
        "COV-109",
        plan(loop(Demand(DEPTH)), FocusArea(DEPTH, "Dive Deep"), block("a", "10:00")),
        ("loops:onsite", "focus_areas:depth"),
        {
            "loop": subject("loops:onsite"),
            "area": subject("focus_areas:depth"),
            "candidate": subject("candidates:ada"),
            "times": 0,
            "wanted": 1,
        },
        plan(
            loop(Demand(DEPTH)),
            FocusArea(DEPTH, "Dive Deep"),
            block("a", loop="onsite", focus_areas=(DEPTH,)),
        ),
    ),
    Case(
        "COV-110",
        plan(
            loop(Demand(DEPTH, 2)),
            FocusArea(DEPTH, "Dive Deep"),
            block("a", "10:00", loop="onsite", focus_areas=(DEPTH,)),
        ),
        ("loops:onsite", "focus_areas:depth"),
        {
            "loop": subject("loops:onsite"),
            "area": subject("focus_areas:depth"),
            "candidate": subject("candidates:ada"),
            "times": 1,
            "wanted": 2,
        },
        plan(
            loop(Demand(DEPTH, 2)),
            FocusArea(DEPTH, "Dive Deep"),
            block("a", "10:00", loop="onsite", focus_areas=(DEPTH,)),
            block("lunch", "12:00", kind=Kind.MEAL, loop="onsite", focus_areas=(DEPTH,)),
        ),
    ),
    Case(
        "COV-111",
        plan(
            FocusArea(DEPTH, "Dive Deep"),
            FocusArea(TRUST, "Earn Trust"),
            person("ines", focus_areas=(TRUST,)),
            block("a", "10:00", people=["ines"], focus_areas=(TRUST, DEPTH)),
        ),
        ("blocks:a", "focus_areas:depth"),
        {
            "block": subject("blocks:a"),
            "day": DAY,
            "areas": subjects("focus_areas:depth"),
            "people": subjects("people:ines"),
        },
        plan(
            FocusArea(DEPTH, "Dive Deep"),
            FocusArea(TRUST, "Earn Trust"),
            person("ines", focus_areas=(TRUST,)),
            person("jan", focus_areas=(DEPTH,)),
            block(
                "a",
                "10:00",
                seats=(seat("ines"), seat("jan", SeatRole.BAR_RAISER, number=2)),
                focus_areas=(TRUST, DEPTH),
            ),
        ),
    ),
)

BLOCK_CASES = (*TIMEBOXES, *PLACES, *CALLS, *FOCUS)
