"""Hours: of offices, people and candidates, each on their own clocks."""

from datetime import date, time, timedelta
from typing import Any

import pytest

from planner.domain.blocks import Kind, Mode, Rsvp, SeatRole
from planner.domain.people import Hours, Weekday
from planner.domain.policy import Policy
from tests.builders import DAY, block, candidate, office, person, plan, room, seat
from tests.schedule.checks.case import where

SPLIT = (Hours(time(13), time(18)), Hours(time(9), time(12)), Hours(time(12), time(13)))
FRIDAY = (Hours(time(9), time(17), (Weekday.FRIDAY,)),)
NINE_TO_FIVE = (Hours(time(9), time(17)),)


def test_hours_that_touch_are_one_stretch() -> None:
    open_all_day = plan(office(hours=SPLIT), block("a", "11:30", 120, room="red"))
    assert where(open_all_day, "HRS-101") == []


def test_hours_with_a_gap_are_two() -> None:
    with_siesta = plan(office(hours=SPLIT[:2]), block("a", "11:30", 120, room="red"))
    assert where(with_siesta, "HRS-101") == ["a"]


def test_hours_belong_to_weekdays() -> None:
    records = [block(f"{n}", "10:00", room="red", day=DAY + timedelta(n)) for n in range(-1, 8)]
    assert where(plan(office(hours=FRIDAY), *records), "HRS-101") == [
        *("-1", "1", "2", "3", "4", "5", "6")
    ]


def test_block_past_midnight_lies_outside_any_hours() -> None:
    late = (Hours(time(0), time(23, 59), tuple(Weekday)),)
    assert where(plan(office(hours=late), block("a", "23:30", 60, room="red")), "HRS-101") == ["a"]


def test_office_hours_are_on_the_clocks_of_the_office() -> None:
    dublin = office("dub", "Europe/Dublin", hours=NINE_TO_FIVE)
    early, fine = block("early", "09:30", room="d"), block("fine", "10:00", room="d")
    assert where(plan(dublin, room("d", "dub"), early, fine), "HRS-101") == ["early"]


@pytest.mark.parametrize(
    ("fields", "is_told"),
    [
        ({"mode": Mode.FACE_TO_FACE}, True),
        ({"kind": Kind.ARRIVAL}, True),
        ({"kind": Kind.TOUR}, True),
        ({"mode": Mode.PHONE}, False),
        ({"mode": Mode.PHONE, "room": "red"}, True),
        ({"kind": Kind.MEAL, "mode": Mode.FACE_TO_FACE}, False),
        ({"kind": Kind.ESCORT}, False),
        ({"mode": Mode.FACE_TO_FACE, "place": "University"}, False),
        ({"office": "nowhere", "mode": Mode.FACE_TO_FACE}, False),
    ],
)
def test_office_matters_to_those_who_are_in_it(fields: dict[str, Any], *, is_told: bool) -> None:
    closed = plan(office(hours=NINE_TO_FIVE), block("a", "20:00", **fields))
    assert where(closed, "HRS-101") == (["a"] if is_told else [])


def test_office_without_hours_is_always_open() -> None:
    other = office("other", hours=NINE_TO_FIVE)
    assert where(plan(other, block("a", "20:00", room="red")), "HRS-101") == []


@pytest.mark.parametrize(
    ("mode", "told"),
    [(Mode.VIDEO, ["a"]), (None, ["a"]), (Mode.FACE_TO_FACE, [])],
)
def test_working_hours_are_those_of_home_unless_one_comes_in_person(
    mode: Mode | None, told: list[str]
) -> None:
    far = person("lee", zone="America/New_York", hours=NINE_TO_FIVE)
    known = person("ines", hours=NINE_TO_FIVE)
    day = plan(far, known, block("a", "10:00", people=["lee", "ines", "jan"], mode=mode))
    assert where(day, "HRS-102") == told


def test_who_declined_is_not_asked_for_their_hours() -> None:
    seats = (seat("lee", rsvp=Rsvp.DECLINED),)
    day = plan(person("lee", hours=NINE_TO_FIVE), block("a", "20:00", seats=seats))
    assert where(day, "HRS-102") == []


def test_host_of_a_call_is_with_the_candidate() -> None:
    far = person("lee", zone="America/Los_Angeles")
    call = block("a", "10:00", mode=Mode.VIDEO, seats=(seat("lee", SeatRole.HOST),))
    assert where(plan(far, call), "HRS-104") == []


def test_block_of_unknown_mode_wakes_nobody() -> None:
    far = person("lee", zone="America/Los_Angeles")
    assert where(plan(far, block("a", "10:00", people=["lee"])), "HRS-104") == []


def test_waking_hours_do_not_reach_past_midnight() -> None:
    policy = Policy(waking_end=time(23, 59))
    late = plan(block("a", "23:30", 60, people=["jan"], mode=Mode.PHONE), policy=policy)
    assert where(late, "HRS-104") == ["a"]


def test_candidate_on_site_keeps_the_clocks_there() -> None:
    far = candidate(zone="America/Los_Angeles")
    call = block("call", "11:00", mode=Mode.PHONE)
    met = block("met", "10:00", mode=Mode.FACE_TO_FACE)
    assert where(plan(far, call), "HRS-105") == ["call"]
    assert where(plan(far, met, call), "HRS-105") == []
    assert where(plan(far, block("tray", "11:00")), "HRS-105") == []


def test_candidate_without_zone_is_not_woken() -> None:
    nowhere = candidate(zone="Mars/Base")
    assert where(plan(nowhere, block("call", "03:00", mode=Mode.PHONE)), "HRS-105") == []
    assert where(plan(block("call", "03:00", mode=Mode.PHONE)), "HRS-105") == []


def test_evening_belongs_to_dinner_calls_and_the_way_back() -> None:
    evening = (
        block("a", "16:00", room="red"),
        block("dinner", "18:30", 90, kind=Kind.MEAL, room="red"),
        block("taxi", "20:00", 30, kind=Kind.ESCORT),
    )
    assert where(plan(*evening), "HRS-106") == []
    assert where(plan(block("call", "18:30", mode=Mode.PHONE)), "HRS-106") == []
    assert where(plan(*evening[1:]), "HRS-106") == []


def test_day_end_is_on_the_clocks_of_the_place() -> None:
    summer = date(2015, 7, 1)
    dublin = block("a", "17:30", room="d", zone="Europe/Dublin", day=summer)
    late = block("b", "17:30", room="red", day=summer)
    records = (office("dub", "Europe/Dublin"), room("d", "dub"))
    assert where(plan(*records, dublin, late), "HRS-106") == ["a"]


def test_day_that_ends_after_midnight_ends_too_late() -> None:
    assert where(plan(block("a", "23:30", 60, room="red")), "HRS-106") == ["a"]
