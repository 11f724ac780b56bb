"""Meals: which ones are lunch, who needs one, and on whose clocks."""

from datetime import date

import pytest

from planner.domain.blocks import Kind, Mode, SeatRole
from planner.domain.plan import Record
from planner.domain.policy import Policy
from tests.builders import block, candidate, minutes, moment, plan, seat
from tests.schedule.checks.case import found, where
from tests.schedule.checks.day_cases import MEAL, long_day

HOST = SeatRole.HOST
VIDEO = Mode.VIDEO


def calls(*spans: tuple[str, int]) -> list[Record]:
    return [block(f"call-{start}", start, length, mode=VIDEO) for start, length in spans]


def test_candidate_at_home_eats_at_noon_of_their_own_clocks() -> None:
    new_york = candidate(zone="America/New_York")
    day = plan(new_york, *calls(("15:00", 160), ("18:00", 180)))
    [(_, facts)] = found(day, "BRK-205")
    assert (facts["start"], facts["end"]) == (
        moment("09:00", zone="America/New_York"),
        moment("15:00", zone="America/New_York"),
    )
    assert where(plan(new_york, *calls(("15:00", 160), ("18:10", 180))), "BRK-205") == []


def test_short_break_at_home_is_part_of_the_gap() -> None:
    rest = block("rest", "12:00", 10, kind=Kind.BREAK)
    assert where(plan(*calls(("09:00", 180), ("12:30", 180)), rest), "BRK-205") == []
    assert where(plan(*calls(("09:00", 180), ("12:29", 180)), rest), "BRK-205") == ["call-09:00"]


def test_home_whose_clocks_pass_midnight_between_calls_needs_no_lunch() -> None:
    tokyo = candidate(zone="Asia/Tokyo")
    assert where(plan(tokyo, *calls(("13:00", 180), ("16:00", 180))), "BRK-205") == []


def test_home_of_unknown_zone_keeps_the_clocks_of_the_plan() -> None:
    assert where(plan(*calls(("09:00", 180), ("12:00", 180))), "BRK-205") == ["call-09:00"]
    assert where(plan(*calls(("09:00", 180), ("12:30", 180))), "BRK-205") == []


@pytest.mark.parametrize(
    ("first", "last"),
    [
        pytest.param(("11:31", 60), ("13:00", 240), id="begins in the window"),
        pytest.param(("08:00", 60), ("12:00", 119), id="ends in the window"),
        pytest.param(("09:00", 60), ("13:00", 60), id="is short"),
    ],
)
def test_day_that_does_not_span_noon_needs_no_meal(
    first: tuple[str, int], last: tuple[str, int]
) -> None:
    day = plan(block("a", *first, room="red"), block("b", *last, room="red"))
    assert where(day, "BRK-205") == []


def test_day_on_site_without_anything_to_attend_needs_no_meal() -> None:
    assert where(plan(block("taxi", "08:00", 600, kind=Kind.ESCORT)), "BRK-205") == []


@pytest.mark.parametrize(
    ("start", "length", "minimum", "is_told"),
    [
        ("11:00", 60, None, False),  # half an hour of it lies in the window
        ("10:59", 60, None, True),
        ("13:30", 90, None, False),
        ("13:31", 90, None, True),
        ("13:45", 15, None, False),  # all of it
        ("13:30", 90, minutes(45), True),  # its own minimum
    ],
)
def test_lunch_is_in_time_when_its_minimum_lies_in_the_window(
    start: str, length: int, minimum: object, *, is_told: bool
) -> None:
    meetings = (
        block("a", "08:00", 30, room="red"),
        block("b", "15:30", 30, room="red"),
    )
    day = plan(*meetings, block("lunch", start, length, kind=MEAL, minimum=minimum))
    assert where(day, "BRK-203") == (["lunch"] if is_told else [])


@pytest.mark.parametrize(
    ("meal", "meetings"),
    [
        pytest.param("18:00", ["09:00", "15:00"], id="dinner"),
        pytest.param("08:00", ["09:00", "15:00"], id="breakfast"),
        pytest.param("15:00", ["14:00", "16:00"], id="coffee of a short afternoon"),
        pytest.param("10:00", ["09:00", "10:45"], id="snack of a short morning"),
    ],
)
def test_meal_that_is_no_lunch_may_lie_outside_the_window(meal: str, meetings: list[str]) -> None:
    blocks = [block(start, start, 45, room="red") for start in meetings]
    assert where(plan(*blocks, block("food", meal, 30, kind=MEAL)), "BRK-203") == []


def test_second_meal_of_a_day_may_lie_outside_the_window() -> None:
    lunch = block("lunch", "12:00", 60, kind=MEAL)
    cake = block("cake", "14:30", 15, kind=MEAL)
    assert where(plan(*long_day(lunch, cake)), "BRK-203") == []


def test_lunch_of_several_candidates_is_told_once() -> None:
    lunch = block("lunch", "12:00", 60, kind=MEAL, candidates=["bob", "ada"], room="cafeteria")
    assert [subjects for subjects, _ in found(plan(*long_day(lunch)), "BRK-204")] == [
        ("blocks:lunch", "candidates:bob")
    ]


def test_anybody_at_the_table_is_company() -> None:
    lunch = block("lunch", "12:00", 60, kind=MEAL, seats=(seat("kim", SeatRole.LEAD),))
    assert where(plan(*long_day(lunch)), "BRK-204") == []


def test_company_may_be_unwanted_by_the_policy() -> None:
    lunch = block("lunch", "12:00", 60, kind=MEAL)
    assert where(plan(*long_day(lunch)), "BRK-204") == ["lunch"]
    assert where(plan(*long_day(lunch), policy=Policy(needs_meal_host=False)), "BRK-204") == []


def test_required_host_is_missed_once_and_under_one_code() -> None:
    empty = (seat(None, HOST),)
    lunch = plan(*long_day(block("lunch", "12:00", 60, kind=MEAL, seats=empty)))
    assert (where(lunch, "BRK-204"), where(lunch, "PNL-101")) == (["lunch"], [])
    dinner = plan(*long_day(block("dinner", "19:00", 60, kind=MEAL, seats=empty)))
    assert (where(dinner, "BRK-204"), where(dinner, "PNL-101")) == (["dinner"], [])
    at_home = plan(block("lunch", "12:00", 60, kind=MEAL, seats=empty))
    assert (where(at_home, "BRK-204"), where(at_home, "PNL-101")) == (["lunch"], [])
    strict = Policy(needs_meal_host=False)
    unwanted = plan(*long_day(block("lunch", "12:00", 60, kind=MEAL, seats=empty)), policy=strict)
    assert (where(unwanted, "BRK-204"), where(unwanted, "PNL-101")) == ([], ["lunch"])
    seats = (seat("jan", SeatRole.SHADOW), seat(None, HOST, number=2))
    shadowed = plan(*long_day(block("lunch", "12:00", 60, kind=MEAL, seats=seats)))
    assert (where(shadowed, "BRK-204"), where(shadowed, "PNL-101")) == ([], ["lunch"])


def test_dinner_and_lunch_at_home_need_no_host() -> None:
    dinner = plan(*long_day(block("dinner", "19:00", 60, kind=MEAL)))
    at_home = plan(block("lunch", "12:00", 60, kind=MEAL), *calls(("09:00", 60), ("14:00", 60)))
    assert (where(dinner, "BRK-204"), where(at_home, "BRK-204")) == ([], [])


def test_interview_over_lunch_is_told_unless_a_break_makes_up_for_it() -> None:
    lunch = block("lunch", "12:00", 30, kind=MEAL, people=["kim"])
    assert where(plan(*long_day(lunch)), "BRK-208") == ["lunch"]
    rest = block("rest", "12:30", 30, kind=Kind.BREAK)
    assert where(plan(*long_day(lunch, rest)), "BRK-208") == []


def test_late_lunch_in_peace_is_only_late() -> None:
    late = plan(*long_day(block("food", "14:15", 30, kind=MEAL)))
    assert [where(late, code) for code in ("BRK-203", "BRK-205", "BRK-208")] == [["food"], [], []]


def test_days_are_looked_at_one_by_one() -> None:
    lunch = block("lunch", "12:00", 60, kind=MEAL, day=date(2015, 9, 28))
    assert where(plan(*long_day(lunch)), "BRK-205") == ["morning"]
