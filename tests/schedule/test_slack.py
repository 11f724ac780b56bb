"""Slack by hand and against brute force; minutes after eight."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.blocks import Kind, StartRule
from planner.domain.errors import InvalidValue
from planner.domain.ids import BlockId
from planner.domain.plan import Plan
from planner.domain.times import ZERO
from planner.schedule.assumptions import Assumptions
from planner.schedule.network import network
from planner.schedule.projection import Projection, project
from planner.schedule.promises import BrokenPromise
from planner.schedule.slack import Slack, Slacks, slacks
from tests.builders import block, minutes, moment, plan
from tests.schedule.minute_days import assuming, fixed, flow, item, rest
from tests.schedule.random_days import assumptions, plans
from tests.schedule.test_projection import homeward

SECOND = timedelta(seconds=1)
FOR_EVER = timedelta(days=30)


def of(day: Plan, some: Assumptions | None = None) -> dict[str, tuple[float | None, float | None]]:
    """Return slack and free of every block in minutes."""
    found = slacks(project(day, some or Assumptions())).blocks
    return {name: (in_minutes(s.slack), in_minutes(s.free)) for name, s in found.items()}


def in_minutes(length: timedelta | None) -> float | None:
    return None if length is None else length / minutes(1)


def limits(day: Plan, some: Assumptions | None = None) -> dict[str, tuple[str, str] | None]:
    """Return kind and block of the promise that limits each block."""
    found = slacks(project(day, some or Assumptions()))
    promises = {name: found.limit(name) for name in found.blocks}
    return {n: None if p is None else (p.kind.value, p.block) for n, p in promises.items()}


MORNING = plan(
    block("a", "09:00", 45),
    block("b", "10:00", 45),
    block("lunch", "10:45", 60, kind=Kind.MEAL, minimum=minutes(40)),
    block("c", "11:45", 45),
)


def test_slack_reaches_to_the_first_promise() -> None:
    """Lunch gives 20; the gap before b another 15; c may end at six."""
    assert of(MORNING) == {
        "a": (35, 15),
        "b": (20, 0),
        "lunch": (20, 20),
        "c": (5.5 * 60, None),
    }
    assert limits(MORNING) == {
        "a": ("rest", "lunch"),
        "b": ("rest", "lunch"),
        "lunch": ("rest", "lunch"),
        "c": ("day_end", "c"),
    }


def test_slack_is_told_as_a_moment_too() -> None:
    assert slacks(project(MORNING)).block(BlockId("b")) == Slack(
        block=BlockId("b"), latest_start=moment("10:20"), slack=minutes(20), free=minutes(0)
    )


def test_slack_shrinks_with_the_length_that_is_assumed() -> None:
    assert of(MORNING, assuming({"a": 10}))["a"] == (25, 5)


def test_slack_is_negative_once_the_promise_is_broken() -> None:
    """Lunch can no longer be saved by b, which takes 30 longer and would have to start before."""
    assert of(MORNING, assuming({"b": 30}))["b"] == (-10, 0)


def test_delay_upstream_does_not_change_the_latest_start() -> None:
    assert of(MORNING, assuming({"a": 25}))["b"] == (20, 10)


def test_changeover_is_part_of_what_follows() -> None:
    day = plan(item("a", 0, 30, room="red"), rest("pause", 40, 20, 15, room="blue"))
    assert of(day)["a"] == (10, 5)


def test_fixed_start_has_no_slack_and_leaves_none_behind() -> None:
    day = plan(item("a", 0, 30), fixed("talk", 50, 30))
    assert of(day) == {"a": (20, 20), "talk": (0, None)}
    assert limits(day) == {"a": ("fixed_start", "talk"), "talk": ("fixed_start", "talk")}


def test_fixed_start_that_leads_to_another_promise_is_limited_by_that() -> None:
    day = plan(homeward("09:00"), fixed("talk", 40, 30), item("before", 0, 30))
    assert of(day) == {"before": (10, 10), "talk": (-10, None)}
    assert limits(day) == {"before": ("fixed_start", "talk"), "talk": ("departure", "talk")}


def test_fixed_rest_is_limited_by_its_start() -> None:
    day = plan(item("a", 0, 30), rest("lunch", 40, 30, 10, start_rule=StartRule.FIXED))
    assert of(day) == {"a": (10, 10), "lunch": (0, None)}
    assert limits(day) == {"a": ("fixed_start", "lunch"), "lunch": ("fixed_start", "lunch")}


def test_fixed_rest_is_limited_by_its_start_also_when_it_is_made_shorter() -> None:
    day = plan(rest("lunch", 40, 30, 20, start_rule=StartRule.FIXED))
    shorter = assuming({"lunch": -15})
    assert of(day, shorter) == {"lunch": (0, None)}
    assert limits(day, shorter) == {"lunch": ("fixed_start", "lunch")}


def test_block_without_candidates_and_followers_is_unlimited() -> None:
    day = plan(item("debrief", 0, 30, candidates=[], people=["ines"]))
    assert of(day) == {"debrief": (None, None)}
    assert limits(day) == {"debrief": None}
    assert slacks(project(day)).block(BlockId("debrief")).latest_start is None


def test_departure_comes_before_the_days_end() -> None:
    day = plan(homeward("16:00"), block("a", "15:00", 45))
    assert (of(day), limits(day)) == ({"a": (15, None)}, {"a": ("departure", "a")})


def test_block_is_not_asked_to_help_what_the_plan_itself_starts_too_late() -> None:
    """The last block misses the departure by 30, however early the first one ends."""
    day = plan(homeward("12:00"), block("a", "09:00", 60), block("b", "11:30", 60))
    assert of(day) == {"a": (90, 90), "b": (-30, None)}
    assert limits(day) == {"a": ("departure", "b"), "b": ("departure", "b")}


def test_flow_that_is_too_late_asks_those_before_it_to_be_early() -> None:
    """Unlike a booked block it would follow, with its gap of 10."""
    day = plan(homeward("12:00"), block("a", "10:20", 60), flow("b", 210, 60))
    assert of(day) == {"a": (-30, 10), "b": (-30, None)}


def test_flow_that_is_held_up_until_it_is_too_late_asks_nothing_of_those_before_it() -> None:
    day = plan(homeward("12:00"), block("a", "10:20", 60), flow("b", 210, 60))
    assert of(day, assuming(later={"b": 15}))["a"] == (25, 25)


def test_flow_that_ran_ahead_leaves_less_free() -> None:
    """It starts 10 early and takes 10 longer: to be where it is, it may not even be on time."""
    day = plan(item("a", 0, 30), flow("b", 40, 30), item("c", 70, 30))
    found = of(day, assuming({"a": -10, "b": 10}))
    assert {name: free for name, (_, free) in found.items()} == {"a": 0, "b": -10, "c": None}


def test_flow_that_is_held_up_lets_those_before_it_be_late() -> None:
    day = plan(item("a", 0, 30), flow("b", 40, 30))
    assert of(day, assuming(later={"b": 15}))["a"][1] == 25


def test_somebody_who_is_late_already_may_not_come_later_freely() -> None:
    day = plan(item("a", 0, 30), fixed("talk", 30, 30))
    assert of(day, assuming({"a": 10})) == {"a": (-10, 0), "talk": (0, None)}


def test_two_candidates_share_the_tightest_promise() -> None:
    day = plan(
        item("both", 0, 30, candidates=["ada", "bob"]),
        rest("ada rests", 30, 30, 20),
        rest("bob rests", 30, 30, 25, candidates=["bob"]),
    )
    assert of(day)["both"] == (5, 0)
    assert limits(day)["both"] == ("rest", "bob rests")


def test_block_that_is_not_scheduled_has_no_slack() -> None:
    found = slacks(project(plan(block("a"))))
    for ask in (found.block, found.limit):
        with pytest.raises(InvalidValue):
            ask(BlockId("a"))


@given(st.data())
def test_slack_is_exact(data: st.DataObject) -> None:
    """A block that starts by its latest start makes nothing worse; a second later breaks something
    where all was well.
    """
    day = data.draw(plans(tidy=data.draw(st.booleans())))
    some = data.draw(assumptions(day))
    prepared = network(day)
    before = project(prepared, some)
    for name, found in slacks(before).blocks.items():
        in_time = held_up(before, some, name, FOR_EVER if found.slack is None else found.slack)
        assert worse(before, in_time) == []
        if found.slack is not None and not before.broken:
            too_late = held_up(before, some, name, max(found.slack, ZERO) + SECOND)
            assert worse(before, too_late) != []


@given(st.data())
def test_limit_is_the_promise_that_breaks(data: st.DataObject) -> None:
    day = data.draw(plans(tidy=True))
    before = project(day)
    found = slacks(before)
    for name in [n for n, s in found.blocks.items() if s.slack is not None and not before.broken]:
        too_late = held_up(before, Assumptions(), name, slack_of(found, name) + SECOND)
        assert found.limit(name) in [broken.promise for broken in too_late.broken]


@given(st.data())
def test_free_is_exact(data: st.DataObject) -> None:
    day = data.draw(plans(tidy=data.draw(st.booleans())))
    some = data.draw(assumptions(day))
    before = project(day, some)
    for name, found in slacks(before).blocks.items():
        in_time = held_up(before, some, name, FOR_EVER if found.free is None else found.free)
        assert others(in_time, name) == others(before, name)
        if found.free is not None:
            assert found.free >= before.blocks[name].delay
            too_late = held_up(before, some, name, max(found.free, ZERO) + SECOND)
            assert others(too_late, name) != others(before, name)


def held_up(before: Projection, some: Assumptions, name: BlockId, by: timedelta) -> Projection:
    """Return the projection with a block held up by so much, if it is not already by more."""
    later = max(by, some.later.get(name, ZERO))
    return project(before.network, Assumptions(some.longer, {**some.later, name: later}))


def worse(before: Projection, after: Projection) -> list[BrokenPromise]:
    known = {broken.promise: broken.by for broken in before.broken}
    return [b for b in after.broken if b.by > known.get(b.promise, ZERO)]


def others(projection: Projection, name: BlockId) -> list[object]:
    """Return where all other blocks are, and who comes how late to which of them."""
    run = projection.run
    return [
        (run.starts[e.index], run.ends[e.index], sorted(run.late.get(e.index, ())))
        for e in projection.agenda.entries
        if e.block.id != name
    ]


def slack_of(found: Slacks, name: BlockId) -> timedelta:
    slack = found.block(name).slack
    assert slack is not None
    return slack
