"""Trips: which journeys and nights belong to which days on site."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from planner.domain.blocks import Kind, Mode
from planner.domain.plan import Plan, Record
from planner.domain.travel import Direction, LegKind
from tests.builders import DAY, block, office, plan, room
from tests.schedule.checks.case import found, where
from tests.schedule.checks.day_cases import EVE, NEXT_DAY, journey, stay

OUTBOUND, RETURN, BETWEEN = Direction.OUTBOUND, Direction.RETURN, Direction.BETWEEN
MONDAY = DAY + timedelta(days=3)


def met(name: str, day: date = DAY, start: str = "10:00") -> Record:
    return block(name, start, day=day, room="red", mode=Mode.FACE_TO_FACE)


def nights(away: Plan) -> list[tuple[date, ...]]:
    return [facts["nights"] for _, facts in found(away, "TRV-103")]


@pytest.mark.parametrize(
    ("arrives", "told"),
    [
        pytest.param(EVE, [], id="the day before"),
        pytest.param(DAY, ["first"], id="late"),
        pytest.param(NEXT_DAY, ["first"], id="after all of it"),
        pytest.param(DAY + timedelta(days=10), [], id="for something else"),
    ],
)
def test_outbound_journey_is_held_against_the_nearest_visit(arrives: date, told: list[str]) -> None:
    arrival = journey(OUTBOUND, ("09:00", "12:00"), day=arrives)
    assert where(plan(met("first"), met("last", start="15:00"), arrival), "TRV-101") == told


@pytest.mark.parametrize(
    ("leaves", "told"),
    [
        pytest.param(NEXT_DAY, [], id="the day after"),
        pytest.param(DAY, ["last"], id="early"),
        pytest.param(EVE, ["last"], id="before all of it"),
    ],
)
def test_return_journey_is_held_against_the_end_of_the_visit(leaves: date, told: list[str]) -> None:
    departure = journey(RETURN, ("12:00", "15:00"), day=leaves)
    assert where(plan(met("first"), met("last", start="15:00"), departure), "TRV-102") == told


def test_visit_ends_with_the_block_that_ends_last() -> None:
    long_block = block("long", "10:00", 300, room="red", mode=Mode.FACE_TO_FACE)
    departure = journey(RETURN, ("14:00", "15:00"))
    assert where(plan(long_block, met("short", start="11:00"), departure), "TRV-102") == ["long"]


def test_two_trips_in_a_week_are_told_apart_by_the_journey_home() -> None:
    week = (
        met("monday", DAY - timedelta(days=4)),
        met("friday"),
        journey(RETURN, ("18:00", "20:00"), day=DAY - timedelta(days=4), name="home"),
        journey(OUTBOUND, ("18:00", "20:00"), day=EVE, name="again"),
        stay(),
    )
    assert [where(plan(*week), code) for code in ("TRV-101", "TRV-102", "TRV-103")] == [[], [], []]


def test_weekend_between_two_days_on_site_is_one_trip() -> None:
    away = plan(met("friday"), met("monday", MONDAY), stay(DAY, 1))
    assert nights(away) == [(NEXT_DAY, NEXT_DAY + timedelta(days=1))]


def test_days_on_site_a_week_apart_are_two_trips() -> None:
    away = plan(met("first"), met("second", DAY + timedelta(days=7)), stay())
    assert nights(away) == []


@pytest.mark.parametrize(
    ("departs", "told"),
    [
        pytest.param("03:59", [], id="before the night is over"),
        pytest.param("04:00", [(DAY,)], id="in the morning"),
    ],
)
def test_who_leaves_in_the_night_needs_no_bed(departs: str, told: list[tuple[date]]) -> None:
    home = journey(RETURN, (departs, "08:00"), day=NEXT_DAY)
    assert nights(plan(met("first"), home)) == told


def test_nights_count_from_the_last_arrival() -> None:
    outbound = journey(OUTBOUND, ("09:00", "12:00"), day=DAY - timedelta(days=2))
    connection = journey(OUTBOUND, ("09:00", "12:00"), day=EVE, name="connection")
    assert nights(plan(met("first"), outbound, connection)) == [(EVE,)]


def test_candidate_who_lives_nearby_needs_no_hotel() -> None:
    train = journey(BETWEEN, ("12:00", "13:00"))
    assert nights(plan(met("first"), met("second", NEXT_DAY), train)) == []


def test_hotel_of_another_month_is_told_and_leaves_the_night_without_one() -> None:
    wrong = plan(met("first"), met("second", NEXT_DAY), stay(date(2015, 7, 25), 2))
    assert (nights(wrong), where(wrong, "TRV-108")) == ([(DAY,)], ["hotel"])


def test_flights_of_other_dates_belong_to_no_visit() -> None:
    there = journey(OUTBOUND, ("08:00", "10:00"), day=date(2014, 9, 24))
    back = journey(RETURN, ("19:00", "21:00"), day=date(2015, 10, 25))
    wrong = plan(met("first"), there, back, journey(BETWEEN))
    assert where(wrong, "TRV-107") == ["outbound", "return"]
    assert [facts["year"] for _, facts in found(wrong, "TRV-107")] == [2014, 2015]


def test_travel_to_a_day_of_which_little_is_known_yet_is_no_mistake() -> None:
    draft = plan(block("a", "10:00"), journey(OUTBOUND, ("08:00", "09:00")), stay())
    assert (where(draft, "TRV-107"), where(draft, "TRV-108")) == ([], [])


def test_call_taken_at_home_is_no_visit() -> None:
    call = block("a", "10:00", mode=Mode.PHONE)
    away = plan(call, journey(OUTBOUND, ("11:00", "12:00")), stay())
    assert (where(away, "TRV-107"), where(away, "TRV-108")) == (["outbound"], ["hotel"])


@pytest.mark.parametrize("direction", [OUTBOUND, RETURN])
def test_transfer_or_escort_takes_care_of_the_way(direction: Direction) -> None:
    times, code = {
        OUTBOUND: (("08:00", "09:50"), "TRV-105"),
        RETURN: (("10:50", "12:00"), "TRV-106"),
    }[direction]
    tight = journey(direction, times)
    by_taxi = replace(tight, legs=(replace(tight.legs[0], kind=LegKind.TRANSFER),))
    led = block("led", "09:50" if direction is OUTBOUND else "10:45", 5, kind=Kind.ESCORT)
    plans = (plan(met("a"), tight), plan(met("a"), by_taxi), plan(met("a"), tight, led))
    assert [where(each, code) for each in plans] == [["a"], [], []]


def test_long_journey_holds_on_behind_a_short_one() -> None:
    legs = (("08:00", "18:00"), ("09:00", "10:00"), ("17:00", "19:00"))
    journeys = [journey(OUTBOUND, times, name=times[0]) for times in legs]
    told = [subjects[:2] for subjects, _ in found(plan(*journeys), "TRV-109")]
    assert told == [
        ("journeys:09:00", "journeys:08:00"),
        ("journeys:17:00", "journeys:08:00"),
    ]


def test_long_stay_holds_on_behind_a_short_one() -> None:
    stays = (stay(EVE, 5), stay(DAY, 1, "inn"), stay(NEXT_DAY, 1, "motel"))
    told = [subjects[:2] for subjects, _ in found(plan(*stays), "TRV-110")]
    assert told == [("stays:inn", "stays:hotel"), ("stays:motel", "stays:hotel")]


def test_journeys_without_legs_or_visits_say_nothing() -> None:
    empty = plan(met("first"), journey(OUTBOUND), journey(RETURN), journey(BETWEEN))
    assert [where(empty, code) for code in ("TRV-101", "TRV-102", "TRV-104")] == [[], [], []]
    calls = plan(block("call", "10:00", mode=Mode.PHONE), journey(OUTBOUND, ("12:00", "13:00")))
    assert [where(calls, code) for code in ("TRV-101", "TRV-103")] == [[], []]


def test_pick_up_at_the_airport_is_no_visit() -> None:
    pick_up = block("taxi", "19:00", 60, day=EVE, kind=Kind.ESCORT)
    arrival = journey(OUTBOUND, ("18:00", "19:10"), day=EVE)
    assert where(plan(pick_up, met("first"), arrival), "TRV-101") == []


def test_call_from_the_hotel_is_no_visit_on_a_day_on_site() -> None:
    call = block("call", "08:00", 30, mode=Mode.PHONE)
    arrival = journey(OUTBOUND, ("08:30", "09:30"))
    assert where(plan(call, met("first"), arrival), "TRV-101") == []


def test_meeting_must_not_lie_in_a_journey_between_offices() -> None:
    munich = (office("muc", "Europe/Berlin"), room("m", "muc"))
    there = block("there", "16:00", room="m", mode=Mode.FACE_TO_FACE)
    train = journey(BETWEEN, ("10:30", "15:00"))
    assert where(plan(*munich, met("first"), there, train), "TRV-104") == ["first"]
    later_train = journey(BETWEEN, ("10:45", "15:00"))
    assert where(plan(*munich, met("first"), there, later_train), "TRV-104") == []
