"""Drafted travel fits the visit, is marked as estimated, and moves as one."""

from dataclasses import replace
from datetime import date, time

import pytest

from planner.app.travel_drafts import (
    departing,
    draft_journey,
    draft_leg,
    draft_stay,
    moved_from,
    with_leg,
    without_leg,
)
from planner.domain.blocks import Mode
from planner.domain.edits.records import AddRecords
from planner.domain.errors import InvalidValue
from planner.domain.ids import LegId
from planner.domain.times import DAY as ONE_DAY
from planner.domain.times import Moment
from planner.domain.travel import Direction, Journey
from tests.builders import DAY, ZONE, block, candidate, moment, plan
from tests.formats.itinerary.plans import ADA, ATHENS, EVE_OF_DAY, journey, leg, stop, whole_day

PLAN = whole_day()


def test_way_there_is_on_the_day_before_on_the_clocks_of_home() -> None:
    made = draft_journey(PLAN, ADA, Direction.OUTBOUND)
    (only,) = made.legs
    assert only.departure.at == Moment.from_wall(EVE_OF_DAY, time(14), ATHENS)
    assert only.arrival.at.zone == ZONE
    assert only.is_estimated


def test_way_back_leaves_an_hour_after_the_last_block() -> None:
    made = draft_journey(PLAN, ADA, Direction.RETURN)
    assert made.departure == moment("16:30")
    assert made.legs[0].arrival.at.zone == ATHENS


def test_call_at_home_asks_for_no_journey_before_it() -> None:
    call = block("call", "08:00", day=date(2015, 9, 1), mode=Mode.PHONE)
    made = draft_journey(whole_day(call), ADA, Direction.OUTBOUND)
    assert made.legs[0].departure.at.day == EVE_OF_DAY


def test_plan_without_blocks_gives_a_journey_that_can_be_added() -> None:
    empty = plan(candidate("ada"))
    for direction in Direction:
        made = draft_journey(empty, ADA, direction)
        assert AddRecords((made,)).apply(empty).journeys == {made.id: made}


def test_next_leg_goes_on_where_the_journey_ends() -> None:
    out = next(iter(PLAN.journeys.values()))
    made = draft_leg(PLAN, out)
    assert (made.departure.name, made.departure.code) == ("Luxembourg", "LUX")
    assert made.departure.at == moment("17:45", day=EVE_OF_DAY)
    assert replace(out, legs=(*out.legs, made)).arrival == made.arrival.at


def test_first_leg_of_an_empty_journey_is_the_drafted_one() -> None:
    made = draft_leg(PLAN, journey("new", Direction.RETURN))
    assert made.departure.at == moment("16:30")


def test_stay_covers_the_nights_of_the_visit() -> None:
    made = draft_stay(PLAN, ADA, "Hotel")
    assert (made.check_in, made.check_out, made.nights) == (EVE_OF_DAY, DAY, 1)


def _two_legs() -> Journey:
    first = leg("a", stop("A", moment("08:00")), stop("B", moment("09:00")))
    second = leg("b", stop("B", moment("10:00")), stop("C", moment("11:00")))
    return journey("trip", Direction.OUTBOUND, first, second)


def test_leg_on_another_date_takes_those_after_it_along() -> None:
    moved = moved_from(_two_legs(), LegId("a"), DAY + ONE_DAY)
    assert [each.departure.at.day for each in moved.legs] == [DAY + ONE_DAY] * 2
    assert [each.departure.at.clock for each in moved.legs] == [time(8), time(10)]


def test_legs_before_stay_where_they_are() -> None:
    moved = moved_from(_two_legs(), LegId("b"), DAY + ONE_DAY)
    assert [each.departure.at.day for each in moved.legs] == [DAY, DAY + ONE_DAY]


def test_leg_cannot_leave_before_the_one_before_it() -> None:
    with pytest.raises(InvalidValue):
        moved_from(_two_legs(), LegId("b"), DAY - ONE_DAY)


def test_leg_that_leaves_later_than_it_arrived_keeps_its_length() -> None:
    later = departing(_two_legs().legs[0], moment("09:30"))
    assert (later.departure.at, later.arrival.at) == (moment("09:30"), moment("10:30"))


def test_leg_that_leaves_earlier_takes_longer() -> None:
    earlier = departing(_two_legs().legs[0], moment("07:30"))
    assert (earlier.departure.at, earlier.arrival.at) == (moment("07:30"), moment("09:00"))


def test_leg_is_replaced_and_taken_out_by_its_id() -> None:
    trip = _two_legs()
    other = replace(trip.legs[1], carrier="Example Rail")
    assert with_leg(trip, other).legs == (trip.legs[0], other)
    assert without_leg(trip, LegId("a")).legs == trip.legs[1:]
