"""The buffer advisor against the reference: the same minutes, pooled, spread and between."""

import pytest

from planner.domain.blocks import Block, Kind, StartRule
from planner.domain.errors import InvalidValue, UnknownRecord
from planner.domain.ids import BlockId
from planner.domain.plan import Plan
from planner.domain.times import ZERO
from planner.schedule.risk.advisor import SAFE, Advice, Buffer, Placement, advise
from planner.schedule.risk.priors import Prior, Priors
from tests.builders import block, minutes, plan

PRIORS = Priors(Prior(cv=6 / 45, no_show=0.0))
LUNCH = block("lunch", "12:00", 60, kind=Kind.MEAL, minimum=minutes(50))
MORNING = [
    block("A", "09:00"),
    block("B", "09:45"),
    block("C", "10:30"),
    block("D", "11:15"),
]


def advice(day: Plan, rest: str = "lunch", **fields: object) -> Advice:
    found = advise(day, BlockId(rest), PRIORS, **fields)  # type: ignore[arg-type]
    assert found is not None
    return found


def clocks(day: Plan) -> dict[str, str]:
    return {b.id: f"{b.timebox.start.local:%H:%M}" for b in day.blocks.values() if b.timebox}


def of_length(found: Advice, length: float) -> list[Buffer]:
    return [buffer for buffer in found.buffers if buffer.length == minutes(length)]


def test_fifteen_minutes_help_most_right_before_lunch() -> None:
    found = advice(plan(*MORNING, LUNCH, block("E", "13:00")))
    assert found.risk.shortened == pytest.approx(0.707, abs=0.003)
    assert {b.placement.value: b.risk.shortened for b in of_length(found, 15)} == pytest.approx(
        {"pooled": 0.14, "spread": 0.385, "early": 0.537}, abs=0.005
    )
    assert [(b.placement, b.length) for b in found.buffers] == [
        (placement, minutes(length)) for length in (5, 10, 15) for placement in Placement
    ]
    assert {(b.length, b.ends_later) for b in found.buffers} == {
        (minutes(n), minutes(n)) for n in (5, 10, 15)
    }


def test_edits_put_the_minutes_where_they_say() -> None:
    day = plan(*MORNING, LUNCH, block("E", "13:00"))
    found = {b.placement: clocks(b.edit.apply(day)) for b in of_length(advice(day), 15)}
    after = {"lunch": "12:15", "E": "13:15"}
    assert found == {
        Placement.POOLED: {**clocks(day), **after},
        Placement.SPREAD: {"A": "09:00", "B": "09:49", "C": "10:38", "D": "11:27", **after},
        Placement.EARLY: {"A": "09:00", "B": "09:50", "C": "10:40", "D": "11:30", **after},
    }


def test_gap_after_lunch_pays_for_it() -> None:
    found = advice(plan(*MORNING, LUNCH, block("E", "13:20")))
    assert {buffer.ends_later for buffer in found.buffers} == {ZERO}


def test_price_is_the_risk_to_the_end_of_the_day() -> None:
    afternoon = [block(f"x{hour}", f"{hour}:00", 60) for hour in (13, 14, 15, 16)]
    found = advice(plan(*MORNING, LUNCH, *afternoon, block("E", "17:00", 35)))
    assert found.late == pytest.approx(0.07, abs=0.04)
    assert of_length(found, 15)[0].late > found.late + 0.15


def test_one_block_before_leaves_one_place_for_minutes() -> None:
    found = advice(plan(MORNING[3], LUNCH))
    assert [buffer.placement for buffer in found.buffers] == [Placement.POOLED] * 3


@pytest.mark.parametrize(
    "before",
    [
        pytest.param(block("B", "09:45", start_rule=StartRule.FIXED), id="fixed"),
        pytest.param(block("B", "09:45", candidates=["ada", "bob"]), id="shared"),
        pytest.param(block("B", "09:45", kind=Kind.BREAK), id="another rest"),
    ],
)
def test_what_cannot_move_is_left_where_it_is(before: Block) -> None:
    day = plan(MORNING[0], before, *MORNING[2:], LUNCH)
    for buffer in advice(day).buffers:
        changed = clocks(buffer.edit.apply(day))
        assert (changed["A"], changed["B"]) == ("09:00", "09:45")


def test_minutes_that_reach_into_the_next_day_are_not_proposed() -> None:
    late = block("lunch", "23:00", 50, kind=Kind.MEAL)
    found = advice(plan(block("A", "22:15"), late), lengths=[minutes(5), minutes(15)])
    assert [buffer.length for buffer in found.buffers] == [minutes(5)]


@pytest.mark.parametrize(
    "day",
    [
        pytest.param(plan(LUNCH), id="first of the day"),
        pytest.param(plan(block("lunch", "12:00", kind=Kind.BREAK, candidates=[])), id="nobody's"),
    ],
)
def test_rest_that_waits_for_nothing_needs_no_minutes(day: Plan) -> None:
    assert (advice(day).buffers, advice(day).sooner) == ((), None)


def test_surest_interview_goes_first() -> None:
    long, short = block("A", "09:00", 90), block("B", "10:30", 30)
    later = block("lunch", "11:00", 60, kind=Kind.MEAL)
    assert advice(plan(long, short, later)).sooner == "B"
    tour = block("B", "10:30", 30, kind=Kind.TOUR)
    assert advice(plan(long, tour, later)).sooner is None
    assert advice(plan(block("A", "09:00", 60), block("B", "10:00", 60), later)).sooner is None


def test_advice_is_about_rests_that_are_planned() -> None:
    day = plan(*MORNING, LUNCH, block("tray", kind=Kind.BREAK))
    assert advise(day, BlockId("A")) is None
    with pytest.raises(InvalidValue):
        advise(day, BlockId("tray"))
    with pytest.raises(UnknownRecord):
        advise(day, BlockId("gone"))


def test_fewest_minutes_that_make_a_rest_safe_are_best() -> None:
    found = advice(plan(*MORNING, LUNCH, block("E", "13:00")))
    assert not found.is_safe
    best = found.best
    assert best is not None
    assert (best.placement, best.length) == (Placement.POOLED, minutes(10))
    assert best.risk.below <= SAFE < found.risk.below


def test_where_nothing_makes_it_safe_most_help_is_best() -> None:
    whole = block("lunch", "12:00", 60, kind=Kind.MEAL, minimum=minutes(60))
    best = advice(plan(*MORNING, whole, block("E", "13:00"))).best
    assert best is not None
    assert (best.placement, best.length) == (Placement.POOLED, minutes(15))
    assert best.risk.below > SAFE


def test_safe_rest_gets_the_fewest_minutes() -> None:
    short = block("lunch", "12:00", 60, kind=Kind.MEAL, minimum=minutes(20))
    found = advice(plan(*MORNING, short, block("E", "13:00")))
    best = found.best
    assert found.is_safe
    assert best is not None
    assert (best.placement, best.length) == (Placement.POOLED, minutes(5))


@pytest.mark.parametrize("last", [pytest.param(25, id="some do"), pytest.param(35, id="all do")])
def test_minutes_that_make_the_day_late_are_passed_over(last: int) -> None:
    whole = block("lunch", "12:00", 60, kind=Kind.MEAL, minimum=minutes(60))
    afternoon = [block(f"x{hour}", f"{hour}:00", 60) for hour in (13, 14, 15, 16)]
    found = advice(plan(*MORNING, whole, *afternoon, block("E", "17:00", last)))
    best = found.best
    assert best is not None
    assert (best.placement, best.length) == (Placement.POOLED, minutes(5))
    assert of_length(found, 15)[0].late > SAFE


def test_no_minutes_no_best() -> None:
    assert advice(plan(LUNCH)).best is None


def test_blocks_that_a_buffer_moves_are_named() -> None:
    found = advice(plan(*MORNING, LUNCH, block("E", "13:00"), block("late", "16:00")))
    moved = {b.placement: set(b.moved) for b in of_length(found, 15)}
    assert moved == {
        Placement.POOLED: {"lunch", "E"},
        Placement.SPREAD: {"B", "C", "D", "lunch", "E"},
        Placement.EARLY: {"B", "C", "D", "lunch", "E"},
    }
