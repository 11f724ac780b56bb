"""Cases of the checks of clashes, hours, panels and loads."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

from planner.domain.blocks import Kind, Mode, Rsvp, SeatRole
from planner.domain.people import Hours, LoadLimit
from planner.domain.policy import Policy
from planner.domain.spans import Span
from tests.builders import (
    DAY,
    block,
    candidate,
    clock,
    minutes,
    moment,
    office,
    person,
    plan,
    seat,
)
from tests.schedule.checks.case import Case, subject, subjects

MORNING = (Hours(time(8), time(12)),)
FREE_UNTIL_NOON = (
    Span(datetime(2015, 9, 25, 6, tzinfo=UTC), datetime(2015, 9, 25, 10, tzinfo=UTC)),
)
HOST = SeatRole.HOST

CLASHES = (
    Case(
        "CLS-101",
        plan(block("a", "10:00"), block("b", "10:30")),
        ("blocks:b", "blocks:a", "candidates:ada"),
        {
            "block": subject("blocks:b"),
            "other": subject("blocks:a"),
            "who": subject("candidates:ada"),
            "day": DAY,
            "overlap": minutes(15),
        },
        plan(block("a", "10:00"), block("b", "10:45")),
    ),
    Case(
        "CLS-102",
        plan(
            block("a", "10:00", people=["ines"]),
            block("b", "10:30", people=["ines"], candidates=["bob"]),
        ),
        ("blocks:b", "blocks:a", "people:ines"),
        {
            "block": subject("blocks:b"),
            "other": subject("blocks:a"),
            "who": subject("people:ines"),
            "day": DAY,
            "overlap": minutes(15),
        },
        plan(
            block("a", "10:00", people=["ines"]),
            block("b", "10:30", seats=(seat("ines", rsvp=Rsvp.DECLINED),), candidates=["bob"]),
        ),
    ),
    Case(
        "CLS-103",
        plan(
            block("a", "10:00", 60, room="red"),
            block("b", "10:15", 10, room="red", candidates=["bob"], kind=Kind.BREAK),
        ),
        ("blocks:b", "blocks:a", "rooms:red"),
        {
            "block": subject("blocks:b"),
            "other": subject("blocks:a"),
            "who": subject("rooms:red"),
            "day": DAY,
            "overlap": minutes(10),
        },
        plan(
            block("a", "10:00", 60, room="red", kind=Kind.MEAL),
            block("b", "10:15", 10, room="red", candidates=["bob"], kind=Kind.BREAK),
        ),
    ),
)

HOURS = (
    Case(
        "HRS-101",
        plan(office(hours=MORNING), block("a", "11:30", room="red")),
        ("blocks:a", "offices:lux"),
        {"block": subject("blocks:a"), "day": DAY, "office": subject("offices:lux")},
        plan(office(hours=MORNING), block("a", "11:15", room="red")),
    ),
    Case(
        "HRS-102",
        plan(person("ines", hours=MORNING), block("a", "07:45", people=["ines"])),
        ("blocks:a", "people:ines"),
        {"block": subject("blocks:a"), "day": DAY, "person": subject("people:ines")},
        plan(person("ines", hours=MORNING), block("a", "08:00", people=["ines"])),
    ),
    Case(
        "HRS-103",
        plan(person("ines", availability=FREE_UNTIL_NOON), block("a", "11:30", people=["ines"])),
        ("blocks:a", "people:ines"),
        {"block": subject("blocks:a"), "day": DAY, "person": subject("people:ines")},
        plan(person("ines", availability=FREE_UNTIL_NOON), block("a", "11:15", people=["ines"])),
    ),
    Case(
        "HRS-104",
        plan(
            person("ines", zone="America/New_York"),
            block("a", "12:45", people=["ines"], mode=Mode.VIDEO),
        ),
        ("blocks:a", "people:ines"),
        {
            "block": subject("blocks:a"),
            "day": DAY,
            "person": subject("people:ines"),
            "start": moment("06:45", zone="America/New_York"),
            "zone": "America/New_York",
        },
        plan(
            person("ines", zone="America/New_York"),
            block("a", "13:00", people=["ines"], mode=Mode.VIDEO),
        ),
    ),
    Case(
        "HRS-105",
        plan(candidate(zone="Europe/Athens"), block("a", "20:30", mode=Mode.PHONE)),
        ("blocks:a", "candidates:ada"),
        {
            "block": subject("blocks:a"),
            "day": DAY,
            "candidate": subject("candidates:ada"),
            "start": moment("21:30", zone="Europe/Athens"),
            "zone": "Europe/Athens",
        },
        plan(candidate(zone="Europe/Athens"), block("a", "20:15", mode=Mode.PHONE)),
    ),
    Case(
        "HRS-106",
        plan(block("a", "09:00", room="red"), block("b", "17:30")),
        ("blocks:b", "candidates:ada"),
        {
            "block": subject("blocks:b"),
            "day": DAY,
            "candidate": subject("candidates:ada"),
            "end": moment("18:15"),
            "limit": clock("18:00"),
        },
        plan(block("a", "09:00", room="red"), block("b", "17:15")),
    ),
)

PANELS = (
    Case(
        "PNL-101",
        plan(block("a", "10:00", people=["ines"], seats=(seat("ines"), seat(None, number=2)))),
        ("blocks:a",),
        {"block": subject("blocks:a"), "day": DAY, "roles": (SeatRole.LEAD,)},
        plan(block("a", "10:00", seats=(seat("ines"), seat("jan", number=2)))),
    ),
    Case(
        "PNL-102",
        plan(block("a", "10:00", seats=(seat("ines", rsvp=Rsvp.DECLINED),))),
        ("blocks:a", "people:ines"),
        {
            "block": subject("blocks:a"),
            "day": DAY,
            "person": subject("people:ines"),
            "role": SeatRole.LEAD,
        },
        plan(block("a", "10:00", seats=(seat("ines", rsvp=Rsvp.TENTATIVE),))),
    ),
    Case(
        "PNL-103",
        plan(
            block(
                "a",
                "10:00",
                seats=(seat("ines", rsvp=Rsvp.PENDING), seat("jan", rsvp=Rsvp.TENTATIVE, number=2)),
            )
        ),
        ("blocks:a", "people:ines", "people:jan"),
        {
            "block": subject("blocks:a"),
            "day": DAY,
            "people": subjects("people:ines", "people:jan"),
        },
        plan(block("a", "10:00", seats=(seat("ines"), seat("jan", number=2)))),
    ),
    Case(
        "PNL-104",
        plan(
            block(
                "a",
                "10:00",
                seats=(
                    seat("ines", SeatRole.SHADOW),
                    seat("jan", HOST, number=2),
                    replace(seat("kim", rsvp=Rsvp.DECLINED, number=3), is_required=False),
                ),
            )
        ),
        ("blocks:a",),
        {"block": subject("blocks:a"), "day": DAY},
        plan(
            block(
                "a",
                "10:00",
                seats=(
                    seat("ines", SeatRole.SHADOW),
                    replace(seat("kim", rsvp=Rsvp.TENTATIVE, number=3), is_required=False),
                ),
            )
        ),
    ),
    Case(
        "PNL-105",
        plan(
            block("a", "10:00", people=["ines"], loop="onsite"),
            block("b", "12:00", people=["ines"], loop="onsite", kind=Kind.MEAL),
        ),
        ("blocks:a", "blocks:b", "people:ines"),
        {
            "block": subject("blocks:a"),
            "day": DAY,
            "person": subject("people:ines"),
            "loop": subject("loops:onsite"),
            "blocks": subjects("blocks:a", "blocks:b"),
        },
        plan(
            block("a", "10:00", people=["ines"], loop="onsite"),
            block("b", "12:00", seats=(seat("ines", HOST),), loop="onsite", kind=Kind.MEAL),
        ),
    ),
    Case(
        "PNL-106",
        plan(
            person("ines", load_limit=LoadLimit(per_day=1)),
            block("a", "10:00", people=["ines"]),
            block("b", "12:00", people=["ines"]),
            block("c", "14:00", people=["ines"]),
        ),
        ("blocks:b", "blocks:c", "people:ines"),
        {
            "block": subject("blocks:b"),
            "day": DAY,
            "person": subject("people:ines"),
            "count": 3,
            "limit": 1,
        },
        plan(
            person("ines", load_limit=LoadLimit(per_day=1)),
            block("a", "10:00", people=["ines"]),
            block("b", "12:00", people=["ines"], day=DAY + timedelta(days=1)),
            block("c", "14:00", people=["ines"], kind=Kind.DEBRIEF),
        ),
    ),
    Case(
        "PNL-107",
        plan(
            block("a", "10:00", people=["ines"], day=DAY - timedelta(days=4)),
            block("b", "10:00", people=["ines"], day=DAY + timedelta(days=2)),
            policy=Policy(interviews_per_week=1),
        ),
        ("blocks:b", "people:ines"),
        {
            "block": subject("blocks:b"),
            "day": DAY - timedelta(days=4),
            "person": subject("people:ines"),
            "count": 2,
            "limit": 1,
        },
        plan(
            block("a", "10:00", people=["ines"], day=DAY - timedelta(days=5)),
            block("b", "10:00", people=["ines"], day=DAY + timedelta(days=2)),
            policy=Policy(interviews_per_week=1),
        ),
    ),
    Case(
        "PNL-108",
        plan(block("a", "10:00", people=["ines"], candidates=())),
        ("blocks:a",),
        {"block": subject("blocks:a"), "day": DAY},
        plan(block("a", "10:00", people=["ines"], candidates=(), kind=Kind.DEBRIEF)),
    ),
    Case(
        "PNL-109",
        plan(block("a", "10:00", candidates=(), kind=Kind.BREAK)),
        ("blocks:a",),
        {"block": subject("blocks:a"), "day": DAY},
        plan(block("a", "10:00", candidates=(), kind=Kind.BREAK, people=["ines"])),
    ),
)

PEOPLE_CASES = (*CLASHES, *HOURS, *PANELS)
