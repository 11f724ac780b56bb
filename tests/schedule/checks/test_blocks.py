"""Blocks: panels, loads, places, walks, calls and focus areas beyond the plain cases."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from planner.domain.blocks import Connection, Kind, Mode, Rsvp, Seat, SeatRole, Timebox
from planner.domain.edits.blocks import AddBlock
from planner.domain.ids import BlockId, CandidateId, FocusAreaId
from planner.domain.loops import Demand
from planner.domain.people import FocusArea, LoadLimit
from planner.domain.plan import Record
from planner.domain.policy import Policy
from planner.domain.times import Moment
from planner.schedule.checks.examination import check
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
from tests.schedule.checks.block_cases import DEPTH, TRUST, loop
from tests.schedule.checks.case import found, where

HOST, SHADOW = SeatRole.HOST, SeatRole.SHADOW


def optional(a_seat: Seat) -> Seat:
    return replace(a_seat, is_required=False)


def test_optional_seats_may_stay_empty_or_be_declined() -> None:
    seats = (
        seat("ines"),
        optional(seat(None, SHADOW, number=2)),
        optional(seat("jan", SHADOW, Rsvp.DECLINED, 3)),
        optional(seat("kim", SHADOW, Rsvp.PENDING, 4)),
    )
    easy = plan(block("a", "10:00", seats=seats))
    assert [where(easy, code) for code in ("PNL-101", "PNL-102", "PNL-103")] == [[], [], []]


def test_blocks_are_told_apart_by_who_has_answered() -> None:
    open_one = block("open", "10:00", seats=(seat("ines", rsvp=Rsvp.PENDING),))
    assert where(plan(open_one, block("firm", "11:00", people=["ines"])), "PNL-103") == ["open"]


def test_roles_of_empty_seats_are_named_once() -> None:
    empty = [seat(None, role, number=n) for n, role in enumerate((HOST, SHADOW, HOST), start=1)]
    [(_, facts)] = found(plan(block("a", "10:00", seats=tuple(empty))), "PNL-101")
    assert facts["roles"] == (HOST, SHADOW)


def test_person_who_declined_two_seats_of_a_block_is_told_once() -> None:
    seats = (seat("ines", HOST, Rsvp.DECLINED), seat("ines", SHADOW, Rsvp.DECLINED, 2))
    assert where(plan(block("a", "10:00", seats=seats)), "PNL-102") == ["a"]


@pytest.mark.parametrize(
    ("seats", "is_told"),
    [
        ((), True),
        ((seat(None),), False),  # told as an empty seat
        ((optional(seat(None)),), True),
        ((optional(seat("ines")),), False),
        ((optional(seat("ines", rsvp=Rsvp.DECLINED)), seat("jan", SHADOW, number=2)), True),
        ((seat("ines", rsvp=Rsvp.DECLINED), seat("jan", SHADOW, number=2)), False),  # as declined
        ((seat("ines", rsvp=Rsvp.DECLINED),), False),  # told as declined
    ],
)
def test_interview_needs_somebody_who_interviews(seats: tuple[Seat, ...], *, is_told: bool) -> None:
    assert where(plan(block("a", "10:00", seats=seats)), "PNL-104") == (["a"] if is_told else [])
    talk = plan(block("a", "10:00", seats=seats, kind=Kind.TALK))
    assert where(talk, "PNL-104") == []


@pytest.mark.parametrize(
    ("fields", "is_told"),
    [
        ({"kind": Kind.DEBRIEF, "people": ["ines"]}, False),
        ({"kind": Kind.TALK, "people": ["ines"]}, False),
        ({"kind": Kind.TALK}, True),
        ({"kind": Kind.DEBRIEF, "seats": (seat(None),)}, False),  # told as an empty seat
        ({"kind": Kind.INTERVIEW}, False),  # told as an interview of nobody
    ],
)
def test_block_without_candidates_has_people(fields: dict[str, Any], *, is_told: bool) -> None:
    lonely = plan(block("a", "10:00", candidates=(), **fields))
    assert where(lonely, "PNL-109") == (["a"] if is_told else [])


def test_load_counts_what_one_interviews_in() -> None:
    counted: list[Record] = [
        block("interview", "09:00", people=["ines"]),
        block("lunch", "12:00", people=["ines"], kind=Kind.MEAL),
        block("talk", "14:00", people=["ines"], kind=Kind.TALK, focus_areas=(DEPTH,)),
    ]
    other: list[Record] = [
        block("debrief", "17:00", people=["ines"], kind=Kind.DEBRIEF, focus_areas=(DEPTH,)),
        block("arrival", "08:30", 30, people=["ines"], kind=Kind.ARRIVAL),
        block("hosted", "10:00", seats=(seat("ines", HOST),)),
        block("shadowed", "11:00", seats=(seat("ines", SHADOW),)),
        block("declined", "15:00", seats=(seat("ines", rsvp=Rsvp.DECLINED),)),
    ]
    limited = person("ines", load_limit=LoadLimit(per_day=2))
    [(_, facts)] = found(plan(limited, *counted, *other), "PNL-106")
    assert (facts["count"], facts["limit"]) == (3, 2)


def test_load_goes_by_the_days_of_the_person() -> None:
    """At half past midnight in Luxembourg it is still the day before in New York."""
    late = [
        block("a", "00:30", people=["lee"], day=DAY + timedelta(days=1)),
        block("b", "10:00", people=["lee"]),
    ]
    far = person("lee", zone="America/New_York", load_limit=LoadLimit(per_day=1))
    assert [facts["day"] for _, facts in found(plan(far, *late), "PNL-106")] == [DAY]
    near = person("lee", load_limit=LoadLimit(per_day=1))
    assert found(plan(near, *late), "PNL-106") == []


def test_weeks_are_iso_weeks_also_at_new_year() -> None:
    days = [date(2015, 12, 28), date(2016, 1, 3), date(2016, 1, 4)]
    blocks = [block(f"{day}", "10:00", people=["ines"], day=day) for day in days]
    [(_, facts)] = found(plan(*blocks, policy=Policy(interviews_per_week=1)), "PNL-107")
    assert (facts["day"], facts["count"]) == (date(2015, 12, 28), 2)


def test_own_limit_goes_before_that_of_the_policy() -> None:
    blocks = [block(f"{hour}", f"{hour}:00", people=["ines"]) for hour in range(10, 15)]
    assert where(plan(*blocks), "PNL-106") == ["14"]
    generous = person("ines", load_limit=LoadLimit(per_day=5, per_week=4))
    assert where(plan(generous, *blocks), "PNL-106") == []
    assert where(plan(generous, *blocks), "PNL-107") == ["14"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"loop": "calls"}, {"loop": "onsite"}),
        ({}, {}),
        ({"loop": "onsite"}, {"loop": "onsite", "kind": Kind.DEBRIEF}),
        ({"loop": "onsite"}, {"loop": "onsite", "kind": Kind.TALK}),
    ],
)
def test_meeting_somebody_again_outside_the_loop_is_fine(
    first: dict[str, Any], second: dict[str, Any]
) -> None:
    blocks = (
        block("a", "10:00", people=["ines"], **first),
        block("b", "12:00", people=["ines"], **second),
    )
    assert where(plan(*blocks), "PNL-105") == []


@pytest.mark.parametrize(
    ("mode", "count"),
    [(None, 4), (Mode.FACE_TO_FACE, 4), (Mode.VIDEO, 3), (Mode.PHONE, 3)],
)
def test_room_holds_who_is_there(mode: Mode | None, count: int) -> None:
    seats = (seat("kim", HOST), seat("ines", number=2), seat("jan", rsvp=Rsvp.DECLINED, number=3))
    crowd = block("a", "10:00", candidates=["ada", "bob"], seats=seats, room="red", mode=mode)
    told = found(plan(room("red", capacity=count - 1), crowd), "PLC-101")
    assert [facts["count"] for _, facts in told] == [count]
    assert found(plan(room("red", capacity=count), crowd), "PLC-101") == []


def test_room_of_unknown_size_is_large_enough() -> None:
    assert where(plan(block("a", "10:00", people=["ines"], room="red")), "PLC-101") == []


def test_walks_lead_round_rest_that_may_be_anywhere() -> None:
    munich = (office("muc", "Europe/Berlin"), room("m", "muc"), room("n", "muc"))
    day = plan(
        *munich,
        block("a", "10:00", room="m"),
        block("lunch", "10:50", 40, kind=Kind.MEAL),
        block("b", "11:30", room="n"),
    )
    assert where(day, "PLC-104") == []


def test_escort_is_the_way_itself() -> None:
    munich = (office("muc", "Europe/Berlin"), room("m", "muc"))
    day = plan(
        *munich,
        block("a", "10:00", room="red"),
        block("car", "10:45", 120, kind=Kind.ESCORT),
        block("b", "12:45", room="m"),
    )
    assert where(day, "PLC-104") == []


def test_walks_between_offices_take_longer() -> None:
    munich = (office("muc", "Europe/Berlin"), room("m", "muc"))
    day = plan(*munich, block("a", "10:00", room="red"), block("b", "11:14", room="m"))
    assert where(day, "PLC-104") == ["b"]


def test_candidate_at_home_does_not_walk_between_rooms_of_callers() -> None:
    calls = (
        block("a", "10:00", room="red", mode=Mode.VIDEO),
        block("b", "10:45", room="blue", mode=Mode.VIDEO),
    )
    assert where(plan(*calls), "PLC-104") == []
    on_site = block("in", "09:00", kind=Kind.ARRIVAL)
    assert where(plan(on_site, *calls), "PLC-104") == ["b"]


def test_caller_does_not_walk_but_a_host_does() -> None:
    call = block("call", "10:00", room="red", people=["ines"], mode=Mode.PHONE)
    next_one = block("next", "10:45", room="blue", people=["ines"], candidates=["bob"])
    assert where(plan(call, next_one), "PLC-105") == []
    hosted = replace(call, seats=(seat("ines", HOST),))
    assert where(plan(hosted, next_one), "PLC-105") == ["next"]
    declined = replace(hosted, seats=(seat("ines", HOST, Rsvp.DECLINED),))
    assert where(plan(declined, next_one), "PLC-105") == []


def test_clash_is_no_hurry() -> None:
    day = plan(block("a", "10:00", room="red"), block("b", "10:30", room="blue"))
    assert where(day, "PLC-104") == []


def test_policy_may_do_without_fallback() -> None:
    call = block("a", "10:00", mode=Mode.PHONE)
    assert where(plan(call, policy=Policy(needs_fallback=False)), "MOD-301") == []


def test_calls_among_colleagues_need_no_connection_in_the_plan() -> None:
    call = block("a", "10:00", mode=Mode.VIDEO, candidates=(), kind=Kind.DEBRIEF, people=["ines"])
    phone = replace(call, id=BlockId("b"), mode=Mode.PHONE)
    codes = ("MOD-301", "MOD-302", "MOD-303")
    assert [where(plan(call, phone), code) for code in codes] == [[], [], []]


@pytest.mark.parametrize(
    ("records", "connection", "is_told"),
    [
        ((candidate(phone="1"), candidate("bob")), None, True),
        ((candidate(phone="1"), candidate("bob", phone="2")), None, False),
        ((), Connection(number="1"), False),
        ((), Connection(link="https://x.test"), False),
        ((room("red", phone="1"),), None, False),
        ((room("red"),), None, True),
    ],
)
def test_phone_call_needs_one_number_for_all(
    records: tuple[Record, ...], connection: Connection | None, *, is_told: bool
) -> None:
    call = block(
        "a",
        "10:00",
        candidates=["ada", "bob"],
        mode=Mode.PHONE,
        room="red",
        connection=connection,
    )
    assert where(plan(*records, call), "MOD-302") == (["a"] if is_told else [])


def test_demands_for_one_area_are_not_added_up() -> None:
    asked = loop(Demand(DEPTH), Demand(DEPTH, 2))
    area = FocusArea(DEPTH, "Dive Deep")
    once = block("a", "10:00", loop="onsite", focus_areas=(DEPTH, DEPTH))
    [(_, facts)] = found(plan(asked, area, once), "COV-110")
    assert (facts["times"], facts["wanted"]) == (1, 2)


def test_blocks_of_other_loops_do_not_cover() -> None:
    area = FocusArea(DEPTH, "Dive Deep")
    other = block("a", "10:00", loop="calls", focus_areas=(DEPTH,))
    loose = block("b", "11:00", focus_areas=(DEPTH,))
    assert where(plan(loop(Demand(DEPTH)), area, other, loose), "COV-109") == ["onsite"]


@pytest.mark.parametrize(
    "seats",
    [
        pytest.param((seat("jan"),), id="does not tell"),
        pytest.param((seat("ines"), seat("jan", number=2)), id="one does not tell"),
        pytest.param((seat("ines", HOST),), id="only hosts"),
        pytest.param((seat("ines", rsvp=Rsvp.DECLINED),), id="declined"),
        pytest.param((), id="nobody"),
    ],
)
def test_panel_that_does_not_tell_its_areas_may_assess_all(seats: tuple[Seat, ...]) -> None:
    areas = (FocusArea(DEPTH, "Dive Deep"), FocusArea(TRUST, "Earn Trust"))
    ines = person("ines", focus_areas=(TRUST,))
    day = plan(*areas, ines, block("a", "10:00", seats=seats, focus_areas=(FocusAreaId("depth"),)))
    assert where(day, "COV-111") == []


def test_policy_may_do_without_arrival() -> None:
    met = block("a", "10:00", mode=Mode.FACE_TO_FACE)
    assert where(plan(met, policy=Policy(needs_arrival=False)), "DAY-101") == []


@pytest.mark.parametrize(
    ("blocks", "told"),
    [
        pytest.param([block("call", "10:00", mode=Mode.PHONE)], [], id="calls"),
        pytest.param([block("dinner", "19:00", kind=Kind.MEAL, room="red")], [], id="dinner"),
        pytest.param(
            [block("in", "10:30", kind=Kind.ARRIVAL), block("a", "10:00", room="red")],
            ["a"],
            id="too late",
        ),
        pytest.param(
            [
                block("call", "08:00", mode=Mode.PHONE),
                block("in", "09:00", kind=Kind.ARRIVAL),
                block("a", "10:00", room="red"),
            ],
            [],
            id="call from the hotel",
        ),
    ],
)
def test_arrival_comes_before_the_first_meeting_on_site(
    blocks: list[Record], told: list[str]
) -> None:
    assert where(plan(*blocks), "DAY-101") == told


def test_contact_who_is_not_in_the_plan_leaves_it_to_the_coordinator() -> None:
    met = block("a", "10:00", mode=Mode.FACE_TO_FACE)
    lost = candidate(contact="gone")
    kim = person("kim", phone="1")
    assert where(plan(kim, lost, met, coordinator="kim"), "DAY-102") == []
    assert where(plan(kim, lost, met, coordinator="gone too"), "DAY-102") == ["ada"]


def test_candidate_of_calls_needs_no_contact() -> None:
    assert where(plan(block("a", "10:00", mode=Mode.PHONE)), "DAY-102") == []


def test_contact_is_missed_once_per_candidate() -> None:
    days = [block(f"{n}", "10:00", room="red", day=DAY + timedelta(days=n)) for n in range(3)]
    assert where(plan(*days), "DAY-102") == ["ada"]


def test_stretch_without_rest_may_be_one_long_block_but_not_one_long_meal() -> None:
    assert where(plan(block("talk", "10:00", 121, kind=Kind.TALK)), "BRK-202") == ["talk"]
    dinner = block("dinner", "19:00", 180, people=["ines"], kind=Kind.MEAL)
    assert where(plan(dinner), "BRK-202") == []


def test_lunch_that_is_an_interview_is_no_rest() -> None:
    lunch: dict[str, Any] = {"kind": Kind.MEAL, "people": ["ines"]}
    blocks = (
        block("a", "11:00", 45),
        block("lunch", "11:45", 60, **lunch),
        block("b", "12:45", 45),
    )
    [(subjects, _)] = found(plan(*blocks), "BRK-202")
    assert subjects == ("blocks:a", "blocks:b", "candidates:ada")


def test_rest_that_is_cut_below_a_break_is_no_rest() -> None:
    blocks = (
        block("a", "10:00", 65),
        block("rest", "11:00", 15, kind=Kind.BREAK, minimum=timedelta(minutes=5)),
        block("b", "11:10", 60),
    )
    assert where(plan(*blocks), "BRK-202") == ["a"]


def test_stretch_ends_with_the_block_that_ends_last() -> None:
    blocks = (block("a", "10:00", 125), block("b", "10:30", 30))
    [(subjects, _)] = found(plan(*blocks), "BRK-202")
    assert subjects == ("blocks:a", "candidates:ada")


def test_time_that_comes_twice_is_told_for_both_of_them() -> None:
    second = Moment.parse("2015-10-25T02:30+01:00[Europe/Luxembourg]")
    later = replace(block("later"), timebox=Timebox(second, minutes(30)))
    evening = block("evening", "20:00", day=date(2015, 10, 25))
    [(_, facts)] = found(plan(later, evening), "TIM-102")
    assert facts["offset"] == "+01:00"


def test_missing_arrival_is_offered_before_the_first_block() -> None:
    day = plan(block("a", "10:00", mode=Mode.FACE_TO_FACE))
    [lack] = [problem for problem in check(day) if problem.code == "DAY-101"]
    [again] = [problem for problem in check(day) if problem.code == "DAY-101"]
    [fix] = lack.fixes
    assert isinstance(fix, AddBlock)
    assert fix.block.timebox == Timebox(moment("09:35"), minutes(25))
    assert (fix.block.kind, fix.block.candidates) == (Kind.ARRIVAL, (CandidateId("ada"),))
    assert lack == again


def test_arrival_that_was_added_and_moved_away_is_not_offered_again() -> None:
    day = plan(block("a", "10:00", mode=Mode.FACE_TO_FACE))
    [lack] = [problem for problem in check(day) if problem.code == "DAY-101"]
    added = lack.fixes[0].apply(day)
    [arrival] = [each for each in added.blocks.values() if each.kind is Kind.ARRIVAL]
    late = added.with_records([replace(arrival, timebox=Timebox(moment("12:00"), minutes(25)))])
    [still] = [problem for problem in check(late) if problem.code == "DAY-101"]
    assert still.fixes == ()
