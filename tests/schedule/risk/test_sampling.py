"""Sampling against the projection, which it repeats, and against itself."""

from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.blocks import Kind, StartRule
from planner.domain.ids import BlockId
from planner.domain.log import Log, LogEntry
from planner.domain.plan import Plan
from planner.schedule.live.live_projection import LiveProjection, project_live
from planner.schedule.network import Network, network
from planner.schedule.projection import project
from planner.schedule.risk.chances import chances
from planner.schedule.risk.priors import CERTAIN, Prior, Priors
from planner.schedule.risk.sampling import Sampled, sample
from tests.builders import block, plan, room
from tests.schedule.live.logs import at, log, told
from tests.schedule.random_days import plans
from tests.schedule.risk.live_days import told_days

SAMPLES = 8
AS_PLANNED = st.sampled_from([Priors(CERTAIN), Priors(Prior(cv=1e-9, no_show=0.0))])
"""Certain in two ways: by plain numbers, and by samples that are all the same."""


def spans(source: Network | LiveProjection, priors: Priors) -> dict[int, set[tuple[int, int]]]:
    """Return every start with its end that occurs in the samples."""
    known = chances(source, priors)
    entries = known.network.agenda.entries
    found = sample(known, range(len(entries)), samples=SAMPLES)
    return {index: occurring(found, index) for index in sorted(found.starts)}


def occurring(found: Sampled, index: int) -> set[tuple[int, int]]:
    starts, ends = np.broadcast_arrays(*found.span(index))
    return set(zip(np.atleast_1d(starts).tolist(), np.atleast_1d(ends).tolist(), strict=True))


@given(plans(), AS_PLANNED)
def test_samples_without_uncertainty_are_the_projection(day: Plan, priors: Priors) -> None:
    run = project(network(day)).run
    expected = zip(run.starts, run.ends, strict=True)
    assert spans(network(day), priors) == {i: {span} for i, span in enumerate(expected)}


@given(st.data(), AS_PLANNED)
def test_live_samples_without_uncertainty_are_the_live_projection(
    data: st.DataObject, priors: Priors
) -> None:
    day = data.draw(plans())
    happened, now = data.draw(told_days(day))
    live = project_live(day, happened, now)
    expected = zip(live.run.starts, live.run.ends, strict=True)
    takes_place = {i: {s} for i, s in enumerate(expected) if i not in live.run.dropped}
    assert spans(live, priors) == takes_place


def test_what_was_to_follow_something_dropped_elsewhere_begins_as_planned() -> None:
    """There is a way between the two rooms, but nobody goes it."""
    first = block("A", "09:00", 5, room="red")
    following = block("B", "09:10", 5, room="blue", start_rule=StartRule.FLOW)
    day = plan(room("red", floor="1"), room("blue", floor="2"), first, following)
    live = project_live(day, log(told("09:00", "skipped", "A")), at("09:00"))
    assert spans(live, Priors(CERTAIN)) == {1: {(live.run.starts[1], live.run.ends[1])}}
    assert live.block(BlockId("B")).start.instant == at("09:10")


@given(plans(rules=(StartRule.NOT_BEFORE,)))
def test_samples_depend_on_the_seed_alone(day: Plan) -> None:
    known = chances(network(day), Priors())
    everything = range(len(known.network.agenda.entries))
    first, again, other = (sample(known, everything, samples=500, seed=s) for s in (1, 1, 2))
    ends = [[found.span(i)[1].tolist() for i in everything] for found in (first, again, other)]
    assert ends[0] == ends[1]
    assert ends[0] != ends[2] or not known.durations


def test_groups_end_with_their_last() -> None:
    known = chances(network(plan(block("A", "10:00"), block("B", "10:00"))), Priors())
    found = sample(known, [0, 1], [[0, 1], [1]], samples=100)
    first, second = (np.asarray(found.ends[index]) for index in (0, 1))
    assert np.array_equal(found.latest[0], np.maximum(first, second))
    assert np.array_equal(found.latest[1], second)


def test_slip_of_the_pen_by_a_hundred_years_does_not_overflow() -> None:
    day = plan(block("A", "10:00"), block("B", "10:00", day=date(2115, 9, 25)))
    known = chances(network(day), Priors())
    _, ends = sample(known, [1], samples=100).span(1)
    planned = known.network.agenda.entries[1].end
    assert ends.mean() == pytest.approx(planned, abs=600)


def test_block_that_goes_on_ends_after_now_in_every_sample() -> None:
    day = plan(block("A", "10:00", 45))
    live = project_live(day, log(told("10:05", "started", "A")), at("10:55"))
    _, ends = sample(chances(live, Priors()), [0], samples=1000).span(0)
    assert ends.min() >= at("10:55").timestamp()
    assert 2 < (ends.mean() - at("10:55").timestamp()) / 60 < 4


@pytest.mark.parametrize(
    ("now", "entries", "least", "most"),
    [
        pytest.param("09:00", [], 0.025, 0.035, id="before: 3 %"),
        pytest.param("10:05", [], 0.05, 0.07, id="half the grace is over: twice that"),
        pytest.param("10:10", [], 1, 1, id="the grace is over"),
        pytest.param("10:02", [told("10:01", "suspected", "A")], 1, 1, id="suspected"),
        pytest.param("10:02", [told("10:01", "no_show", "A")], 1, 1, id="certain"),
        pytest.param(
            "10:12",
            [told("10:11", "no_show", "A"), told("10:12", "replaced", "A")],
            0,
            0,
            id="somebody else",
        ),
        pytest.param(
            "10:15",
            [told("09:59", "late", "A", person="ben", until="10:20")],
            0.025,
            0.035,
            id="told to be late",
        ),
    ],
)
def test_longer_nobody_begins_the_likelier_nobody_comes(
    now: str, entries: list[LogEntry], least: float, most: float
) -> None:
    day = plan(block("A", "10:00", 45, people=["ben"]))
    live = project_live(day, log(*entries), at(now))
    known = chances(live, Priors())
    assert least <= known.durations[0].no_show <= most


def test_waiting_is_part_of_what_a_no_show_costs() -> None:
    day = plan(block("A", "10:00", 45, people=["ben"]))
    costs = {
        now: chances(project_live(day, Log(), at(now)), Priors()).durations[0].cost // 60
        for now in ("09:00", "10:00", "10:12", "10:31", "11:00")
    }
    assert costs == {"09:00": 31, "10:00": 31, "10:12": 19, "10:31": 0, "11:00": 0}


def test_block_without_anybody_of_ours_has_no_no_show() -> None:
    day = plan(block("A", "10:00", kind=Kind.ARRIVAL), block("B", "11:00", kind=Kind.INTERVIEW))
    known = chances(network(day), Priors())
    by_block = {e.block.id: known.durations[e.index].no_show for e in known.network.agenda.entries}
    assert by_block == {BlockId("A"): 0.0, BlockId("B"): 0.03}
