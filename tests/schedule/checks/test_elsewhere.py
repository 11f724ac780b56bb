"""Zones, offices and links that belong to something else, blanks, and the ends of the calendar."""

from dataclasses import replace
from typing import Any

import pytest

from planner.domain.blocks import Connection, Kind, Mode, Timebox
from planner.domain.ids import OfficeId, RoomId
from planner.domain.places import Equipment
from planner.domain.plan import Record
from planner.domain.times import Moment
from planner.schedule.checks.examination import check
from tests.builders import block, candidate, minutes, office, person, plan, room
from tests.schedule.checks.case import found, where

TOKYO, BERLIN = "Asia/Tokyo", "Europe/Berlin"
LINE = Connection(link="https://x.test")


def at_nine(**fields: Any) -> Record:
    return block("a", "09:00", zone=TOKYO, **fields)


@pytest.mark.parametrize(
    ("records", "is_told"),
    [
        pytest.param([at_nine(kind=Kind.ARRIVAL)], True, id="arrival"),
        pytest.param([at_nine(mode=Mode.FACE_TO_FACE)], True, id="face to face"),
        pytest.param([at_nine(mode=Mode.FACE_TO_FACE, place="A café")], False, id="in words"),
        pytest.param([at_nine()], False, id="nowhere"),
        pytest.param([at_nine(mode=Mode.VIDEO)], False, id="call from anywhere"),
        pytest.param([at_nine(mode=Mode.VIDEO, room="red")], True, id="call of nobody there"),
        pytest.param(
            [candidate(zone=TOKYO), at_nine(mode=Mode.VIDEO, room="red")], False, id="at home"
        ),
        pytest.param(
            [person("ines", zone=TOKYO), at_nine(mode=Mode.VIDEO, room="red", people=["ines"])],
            False,
            id="interviewer at home",
        ),
        pytest.param([candidate(zone=TOKYO), at_nine(room="red")], True, id="comes from there"),
        pytest.param(
            [office("tyo", TOKYO), room("red", "tyo"), at_nine(room="red")], False, id="there"
        ),
        pytest.param([office("lux", "Not/A_Zone"), at_nine(room="red")], False, id="unknown"),
    ],
)
def test_time_goes_by_the_clocks_of_the_office(records: list[Record], *, is_told: bool) -> None:
    assert bool(found(plan(*records), "TIM-105")) is is_told


def test_room_of_no_office_that_the_plan_holds_has_no_clocks() -> None:
    assert found(plan(at_nine(room="red"), room("red", "gone")), "TIM-105") == []


def test_two_zones_may_show_the_same_time() -> None:
    offices = (office("ber", BERLIN), office("tyo", TOKYO))
    assert found(plan(*offices, block("a", "09:00", zone=BERLIN, room="red")), "TIM-105") == []


def test_office_without_a_room_and_room_without_an_office_agree() -> None:
    alone = block("a", "10:00", office=OfficeId("lux"))
    unknown = replace(block("b", "12:00", office=OfficeId("lux")), room=RoomId("gone"))
    assert where(plan(alone).with_records([unknown, block("c", "14:00")]), "PLC-107") == []


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        pytest.param({"candidates": ["ada"]}, [], id="the same people"),
        pytest.param({"candidates": ["ada"], "people": ["ines"]}, ["b"], id="one more"),
        pytest.param({"candidates": ["bob"]}, ["b"], id="others"),
        pytest.param({"candidates": ["bob"], "mode": Mode.PHONE}, [], id="by phone"),
    ],
)
def test_link_is_for_one_call_at_a_time(fields: dict[str, Any], told: list[str]) -> None:
    second = block("b", "10:30", connection=LINE, **{"mode": Mode.VIDEO, **fields})
    first = block("a", "10:00", mode=Mode.VIDEO, connection=LINE)
    assert where(plan(first, second), "MOD-304") == told


def test_blank_link_is_none() -> None:
    calls = [
        block(name, "10:00", mode=Mode.VIDEO, candidates=[name], connection=Connection(link=" "))
        for name in ("ada", "bob")
    ]
    assert where(plan(*calls), "MOD-304") == []
    assert where(plan(*calls), "MOD-303") == ["ada", "bob"]


def test_blanks_are_no_phone() -> None:
    call = block("a", "10:00", mode=Mode.PHONE, room="red")
    blank = plan(room("red", phone=" "), candidate(phone=" "), call)
    assert (where(blank, "PLC-103"), where(blank, "MOD-302")) == (["a"], ["a"])
    visit = block("a", "10:00", room="red")
    silent = plan(candidate(contact="kim"), person("kim", phone=" ", email=" "), visit)
    assert where(silent, "DAY-103") == ["kim"]


def test_blank_is_no_place_outside_the_office() -> None:
    shut = plan(office(zone=TOKYO), block("a", "10:00", mode=Mode.FACE_TO_FACE, place=" "))
    assert where(shut, "TIM-105") == ["a"]


@pytest.mark.parametrize(
    "text", ["9999-12-30T10:30[Pacific/Kiritimati]", "0001-01-02T00:30[America/New_York]"]
)
@pytest.mark.parametrize("mode", [Mode.VIDEO, Mode.FACE_TO_FACE])
def test_ends_of_the_calendar_are_checked_too(text: str, mode: Mode) -> None:
    at_the_end = Timebox(Moment.parse(text), minutes(45))
    edge = plan(
        candidate(zone=TOKYO, phone="1"),
        room("red", equipment=(Equipment.VIDEO,)),
        replace(block("a", mode=mode, room="red", people=["ines"]), timebox=at_the_end),
    )
    assert where(edge, "TIM-102") == []
    assert check(edge) != ()
