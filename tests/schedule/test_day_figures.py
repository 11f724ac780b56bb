"""A day at a glance: interviews, rest, whether lunch is safe, when to leave."""

from collections.abc import Collection
from datetime import date, timedelta
from itertools import chain

import pytest
from hypothesis import given

from planner.domain.blocks import CalendarMark, Kind, Mode, SeatRole
from planner.domain.ids import BlockId, CandidateId, JourneyId, LegId
from planner.domain.plan import Plan, Record
from planner.domain.times import ZERO, Moment
from planner.domain.travel import Direction, Journey, Leg, LegKind, Stop
from planner.schedule.agenda import Agenda
from planner.schedule.day_figures import DayFigures, LeaveFigure, MealFigure, day_figures, leaves
from planner.schedule.leaving import Leaving, Reckoning
from planner.schedule.projection import project
from planner.schedule.promises import PromiseKind
from tests.builders import DAY, block, candidate, minutes, moment, plan, seat
from tests.schedule.random_days import plans

ADA, BOB = CandidateId("ada"), CandidateId("bob")
LUNCH = block("lunch", "12:00", 60, kind=Kind.MEAL, minimum=minutes(40))


def figures(
    day: Plan, on: date = DAY, candidates: Collection[CandidateId] | None = None
) -> DayFigures:
    agenda = Agenda(day)
    return day_figures(agenda, project(agenda), on, candidates)


def leg(name: str, kind: LegKind, departure: Moment, length: float = 30) -> Leg:
    start, end = Stop("There", departure), Stop("Then", departure.moved(minutes(length)))
    return Leg(LegId(name), kind, start, end, CalendarMark("seed"), number=name)


def home(*legs: Leg, traveller: CandidateId = ADA, name: str = "home") -> Journey:
    return Journey(JourneyId(name), traveller, Direction.RETURN, legs)


def on_site(name: str, start: str, length: float = 45, **fields: object) -> Record:
    return block(name, start, length, mode=Mode.FACE_TO_FACE, **fields)  # type: ignore[arg-type]


def leave_of(*records: Record) -> LeaveFigure | None:
    return figures(plan(on_site("a", "15:00"), *records)).leave


def test_day_without_blocks_has_no_figures() -> None:
    assert figures(plan(block("a"), block("b", "10:00", day=DAY + timedelta(days=1)))) == (
        DayFigures(DAY)
    )


def test_figures_count_interviews_and_rest_and_say_how_long_the_day_is() -> None:
    day = plan(
        block("arrival", "09:40", 20, kind=Kind.ARRIVAL),
        block("a", "10:00", 45),
        block("pause", "10:45", 15, kind=Kind.BREAK),
        block("b", "11:00", 60),
        LUNCH,
        block("tour", "13:00", 30, kind=Kind.TOUR),
        block("other", "10:00", 45, day=DAY + timedelta(days=1)),
    )
    assert figures(day) == DayFigures(
        DAY,
        interviews=2,
        interviewing=minutes(105),
        rest=minutes(75),
        meal=MealFigure(BlockId("lunch"), minutes(60), minutes(60), minutes(40), is_safe=True),
        start=moment("09:40"),
        end=moment("13:30"),
    )


def test_figures_of_one_candidate_leave_out_the_others() -> None:
    day = plan(
        block("a", "10:00", 45),
        block("b", "11:00", 45, candidates=["bob"]),
        block("both", "14:00", 30, candidates=["ada", "bob"]),
        block("debrief", "15:00", 30, kind=Kind.DEBRIEF, candidates=[]),
    )
    assert [
        (found.interviews, found.start, found.end)
        for found in (figures(day), figures(day, candidates={ADA}), figures(day, candidates={BOB}))
    ] == [
        (3, moment("10:00"), moment("15:30")),
        (2, moment("10:00"), moment("14:30")),
        (2, moment("11:00"), moment("14:30")),
    ]


def test_end_and_rest_are_as_projected() -> None:
    day = plan(block("a", "11:00", 70), LUNCH, block("b", "13:00", 45), block("c", "13:30", 45))
    assert (figures(day).rest, figures(day).end) == (minutes(50), moment("14:30"))


@pytest.mark.parametrize(
    ("interview_ends", "projected", "is_safe"),
    [(12 * 60, 60, True), (12 * 60 + 20, 40, True), (12 * 60 + 25, 40, False)],
)
def test_lunch_is_safe_while_it_has_its_minimum_in_time(
    interview_ends: int, projected: int, *, is_safe: bool
) -> None:
    day = plan(block("a", "11:00", interview_ends - 11 * 60), LUNCH)
    assert figures(day).meal == MealFigure(
        BlockId("lunch"), minutes(60), minutes(projected), minutes(40), is_safe
    )


def test_lunch_planned_below_its_minimum_is_not_safe() -> None:
    short = block("lunch", "12:00", 20, kind=Kind.MEAL, minimum=minutes(40))
    assert figures(plan(short)).meal == MealFigure(
        BlockId("lunch"), minutes(20), minutes(20), minutes(40), is_safe=False
    )


def test_meal_of_the_day_is_the_one_with_the_least_to_spare() -> None:
    bobs = block("bobs", "12:00", 45, kind=Kind.MEAL, candidates=["bob"], minimum=minutes(40))
    day = plan(LUNCH, bobs)
    meals = [figures(day, candidates=who).meal for who in (None, {ADA}, {BOB})]
    assert [meal and meal.block for meal in meals] == ["bobs", "lunch", "bobs"]


def test_dinner_is_told_only_where_there_is_no_lunch() -> None:
    dinner = block("dinner", "19:00", 90, kind=Kind.MEAL)
    with_lunch = figures(plan(LUNCH, dinner)).meal
    without = figures(plan(block("a", "10:00"), dinner)).meal
    assert [meal and meal.block for meal in (with_lunch, without)] == ["lunch", "dinner"]


def test_lunch_that_is_an_interview_is_no_rest() -> None:
    day = plan(block("lunch", "12:00", 60, kind=Kind.MEAL, seats=(seat("ben", SeatRole.LEAD),)))
    found = figures(day)
    assert (found.meal, found.interviews, found.rest) == (None, 1, ZERO)


def test_leave_for_the_transfer_and_name_the_flight() -> None:
    taxi, flight = (
        leg("taxi", LegKind.TRANSFER, moment("17:25")),
        leg("LH 123", LegKind.FLIGHT, moment("19:05")),
    )
    assert leave_of(home(taxi, flight)) == LeaveFigure(
        ADA,
        JourneyId("home"),
        Leaving(moment("17:25"), moment("17:25"), Reckoning.TRANSFER),
        flight,
        moment("15:45"),
    )


def test_leave_in_time_for_a_departure_without_a_transfer() -> None:
    train = leg("ICE 1", LegKind.TRAIN, moment("17:25"))
    found = leave_of(home(train))
    assert found is not None
    assert (found.by, found.leg, found.is_late) == (moment("16:25"), train, False)


def test_journey_of_nothing_but_a_transfer_is_named_by_it() -> None:
    taxi = leg("taxi", LegKind.TRANSFER, moment("17:25"))
    found = leave_of(home(taxi))
    assert found is not None
    assert (found.by, found.leg) == (moment("17:25"), taxi)


def test_leaving_is_late_when_the_visit_is_projected_to_last_longer() -> None:
    taxi = leg("taxi", LegKind.TRANSFER, moment("16:00"))
    in_time, late = leave_of(home(taxi)), leave_of(home(taxi), on_site("b", "15:20", 30))
    assert in_time is not None
    assert late is not None
    assert (in_time.is_late, late.is_late, late.end) == (False, True, moment("16:15"))


def test_flight_after_midnight_belongs_to_the_evening_before() -> None:
    tomorrow = DAY + timedelta(days=1)
    night, morning = (moment(text, day=tomorrow) for text in ("00:40", "09:00"))
    found = leave_of(home(leg("night", LegKind.FLIGHT, night)))
    assert found is not None
    assert found.by == moment("21:55")
    assert leave_of(home(leg("morning", LegKind.FLIGHT, morning))) is None


def test_first_of_several_departures_is_told() -> None:
    flights = (
        home(leg("late", LegKind.FLIGHT, moment("20:00"))),
        home(leg("soon", LegKind.FLIGHT, moment("18:00")), traveller=BOB, name="bobs"),
    )
    day = plan(on_site("a", "15:00"), on_site("b", "16:00", candidates=["bob"]), *flights)
    found = [figures(day, candidates=who).leave for who in (None, {ADA}, {BOB})]
    assert [leave and leave.leg.number for leave in found] == ["soon", "late", "soon"]


def test_each_candidate_leaves_for_their_first_journey() -> None:
    journeys = (
        home(leg("late", LegKind.FLIGHT, moment("20:00"))),
        home(leg("soon", LegKind.FLIGHT, moment("19:00")), name="soon"),
        home(leg("bobs", LegKind.FLIGHT, moment("18:00")), traveller=BOB, name="bobs"),
    )
    day = plan(on_site("a", "11:00"), on_site("b", "12:00", candidates=["bob"]), *journeys)
    agenda = Agenda(day)
    found = leaves(agenda, project(agenda), DAY)
    assert {who: one.by for who, one in found.items()} == {
        ADA: moment("16:15"),
        BOB: moment("15:15"),
    }


def test_visit_of_two_days_leaves_on_the_second() -> None:
    tomorrow = DAY + timedelta(days=1)
    flight = home(leg("back", LegKind.FLIGHT, moment("18:00", day=tomorrow)))
    day = plan(on_site("a", "15:00"), on_site("b", "10:00", day=tomorrow), flight, candidate("ada"))
    found = [figures(day, on).leave for on in (DAY, tomorrow)]
    assert [leave and leave.by for leave in found] == [None, moment("15:15", day=tomorrow)]


@given(plans())
def test_meal_is_safe_only_if_its_promise_is_kept(day: Plan) -> None:
    agenda = Agenda(day)
    projection = project(agenda)
    broken = [b.promise for b in projection.broken if b.promise.kind is PromiseKind.REST]
    found = day_figures(agenda, projection, DAY)
    if found.meal is not None and found.meal.is_safe:
        assert found.meal.block not in {promise.block for promise in broken}


@given(plans())
def test_each_interview_is_counted_on_one_day(day: Plan) -> None:
    agenda = Agenda(day)
    projection = project(agenda)
    found = [day_figures(agenda, projection, on) for on in set(agenda.dates)]
    interviews = [entry for entry in agenda.entries if entry.block.is_assessing]
    assert sum(each.interviews for each in found) == len(interviews)
    ends = chain.from_iterable((each.start, each.end) for each in found)
    assert None not in ends
