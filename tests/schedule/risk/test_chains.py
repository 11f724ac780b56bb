"""Chains against closed forms and published tables; minutes. None of these comes from our code."""

from math import comb, exp, sqrt

import numpy as np
import pytest

from planner.schedule.risk.chains import Chain, Link
from planner.schedule.risk.durations import Duration, lengths
from planner.schedule.risk.priors import Prior
from tests.schedule.risk.tables import CELLS, Table, gamma, normal, uniform

_LOGNORMAL = lengths(Duration(45 * 60, sigma=Prior(cv=6 / 45).sigma))
_NORMAL = normal(45, 6)


def chain(table: Table, *slots: float) -> Chain:
    """Return blocks with one distribution and these slots in minutes."""
    return Chain([Link(table, round(slot * 60)) for slot in slots])


def row(of: Chain) -> tuple[float, ...]:
    """Return the columns of the reference table: P beyond 0, 5, 10, 15, mean, 80 %, 90 %."""
    beyond = (of.beyond(minutes * 60) for minutes in (0, 5, 10, 15))
    return (*beyond, of.mean() / 60, of.quantile(0.8) / 60, of.quantile(0.9) / 60)


@pytest.mark.parametrize(
    ("table", "slots", "expected"),
    [
        (gamma(45, 6), [45], (0.481, 0.197, 0.054, 0.010, 2.39, 5.0, 7.9)),
        (gamma(45, 6), [45] * 2, (0.608, 0.330, 0.139, 0.047, 4.08, 8.1, 11.7)),
        (gamma(45, 6), [45] * 3, (0.673, 0.416, 0.213, 0.093, 5.46, 10.5, 14.7)),
        (gamma(45, 6), [45] * 4, (0.713, 0.476, 0.273, 0.139, 6.66, 12.5, 17.2)),
        (_LOGNORMAL, [45] * 4, (0.707, 0.469, 0.271, 0.140, 6.64, 12.5, 17.4)),
        (gamma(45, 6), [45, 45, 45, 60], (0.139, 0.063, 0.026, 0.009, 0.82, 0.0, 2.2)),
        (gamma(45, 6), [49, 49, 49, 48], (0.388, 0.167, 0.059, 0.018, 2.12, 4.0, 7.6)),
        (gamma(30, 5), [30] * 4, (0.710, 0.428, 0.211, 0.089, 5.55, 10.4, 14.4)),
        (gamma(30, 5), [35] * 4, (0.199, 0.052, 0.010, 0.002, 0.73, 0.0, 2.8)),
        (gamma(48, 6), [45] * 3, (0.890, 0.717, 0.499, 0.298, 11.06, 18.2, 22.8)),
    ],
)
def test_spill_into_a_break_is_that_of_the_reference_table(
    table: Table, slots: list[float], expected: tuple[float, ...]
) -> None:
    found = row(chain(table, *slots))
    assert found[:4] == pytest.approx(expected[:4], abs=0.002)
    assert found[4] == pytest.approx(expected[4], abs=0.015)
    assert found[5:] == pytest.approx(expected[5:], abs=0.11)


@pytest.mark.parametrize("deviation", [2, 6])
@pytest.mark.parametrize("blocks", range(1, 7))
def test_break_is_touched_as_sparre_andersen_says_whatever_the_spread(
    blocks: int, deviation: float
) -> None:
    expected = 1 - comb(2 * blocks, blocks) / 4**blocks
    for table in (normal(45, deviation), uniform(45, deviation)):
        assert chain(table, *[45] * blocks).beyond(0) == pytest.approx(expected, abs=0.004)


@pytest.mark.parametrize("blocks", range(1, 7))
def test_mean_spill_is_that_of_spitzers_identity(blocks: int) -> None:
    factor = sum(0.398942 / sqrt(k) for k in range(1, blocks + 1))
    assert chain(_NORMAL, *[45] * blocks).mean() / 60 == pytest.approx(factor * 6, abs=0.015)


@pytest.mark.parametrize(
    ("buffer", "loss"),
    [(0, 0.39894), (0.25, 0.28634), (0.5, 0.19780), (1, 0.08332), (1.5, 0.02931), (2, 0.00849)],
)
def test_one_block_and_a_buffer_lose_what_the_normal_loss_function_says(
    buffer: float, loss: float
) -> None:
    assert chain(_NORMAL, 45 + buffer * 6).mean() / 60 == pytest.approx(6 * loss, abs=0.01)


@pytest.mark.parametrize("buffer", [0, 5, 10])
def test_exponential_overruns_knock_on_as_on_railways(buffer: int) -> None:
    rest = np.zeros(CELLS // 2)
    overruns = -np.log((np.arange(CELLS // 2) + 0.5) / (CELLS // 2)) * 8 * 60
    found = chain(np.concatenate([rest, overruns]) + 45 * 60, 45 + buffer)
    assert found.mean() / 60 == pytest.approx(0.5 * 8 * exp(-buffer / 8), abs=0.01)
    assert found.beyond(0) == pytest.approx(0.5 * exp(-buffer / 8), abs=0.001)


@pytest.mark.parametrize(
    ("shape", "idle_weight", "expected"),
    [
        (5, 0.5, [0.93, 1.93, 2.93, 3.93, 4.93]),
        (2, 0.5, [0.84, 1.84, 2.84]),
        (5, 0.2, [1.34, 2.50, 3.63, 4.73, 5.82]),
    ],
)
def test_newsvendor_slots_are_those_of_the_published_tables(
    shape: int, idle_weight: float, expected: list[float]
) -> None:
    hour = gamma(60, 60 / sqrt(shape))
    found = [chain(hour, *[0] * n).quantile(1 - idle_weight) for n in range(1, len(expected) + 1)]
    assert [seconds / 3600 for seconds in found] == pytest.approx(expected, abs=0.0075)


def test_newsvendor_slots_of_what_goes_on_are_those_of_the_published_tables() -> None:
    hour = gamma(60, 60 / sqrt(5))
    going_on = Link(hour[hour > 1800], 1800)  # half an hour has gone by
    rest = [Link(hour, 0)] * 4
    found = [Chain([going_on, *rest[:n]]).quantile(0.5) / 3600 for n in range(5)]
    assert found == pytest.approx([0.494, 1.503, 2.505, 3.506, 4.506], abs=0.004)


_HAND = np.array([40, 45, 45, 55]) * 60


@pytest.mark.parametrize(
    ("blocks", "masses", "mean", "touched"),
    [
        (1, {0: 3 / 4, 10: 1 / 4}, 5 / 2, 1 / 4),
        (2, {0: 9 / 16, 5: 1 / 16, 10: 5 / 16, 20: 1 / 16}, 75 / 16, 7 / 16),
    ],
)
def test_spill_is_exact_where_it_can_be_worked_out_by_hand(
    blocks: int, masses: dict[int, float], mean: float, touched: float
) -> None:
    found = chain(_HAND, *[45] * blocks)
    assert {n: p for n, p in enumerate(found.distribution.tolist()) if p} == masses
    assert (found.mean() / 60, found.beyond(0)) == (mean, touched)
    assert found.beyond(-1) == 1


def test_lengths_given_that_it_spills_are_exact_where_they_can_be_worked_out_by_hand() -> None:
    two = chain(_HAND, 45, 45)
    assert [seconds / 60 for seconds in two.lengths_given(0)] == pytest.approx([50, 50])
    assert [seconds / 60 for seconds in two.lengths_given(600)] == pytest.approx([55, 55])
    assert [seconds / 60 for seconds in two.lengths_given(9999)] == [46.25, 46.25]
    assert [seconds / 60 for seconds in two.lengths_given(-1)] == [46.25, 46.25]


def test_lengths_given_that_it_spills_are_those_of_simulation() -> None:
    three = chain(gamma(45, 6), 45, 47, 45)
    drawn = np.random.default_rng(1).choice(gamma(45, 6), (3, 400_000))
    spill = np.zeros(400_000)
    for block, slot in zip(drawn, (45, 47, 45), strict=True):
        spill = np.maximum(0, spill + block - slot * 60)
    assert (spill > 300).mean() == pytest.approx(three.beyond(300), abs=0.004)
    assert drawn[:, spill > 300].mean(axis=1) == pytest.approx(three.lengths_given(300), abs=6)


def test_smallest_variance_first_saves_waiting_and_not_the_break() -> None:
    def waiting(*deviations: float) -> tuple[float, float]:
        links = [Link(normal(45, deviation), 45 * 60) for deviation in deviations]
        spills = [Chain(links[:n]).mean() / 60 for n in (1, 2, 3)]
        return spills[0] + spills[1], spills[2]

    rising, falling = waiting(3, 6, 12), waiting(12, 6, 3)
    assert (rising[0], falling[0]) == pytest.approx((4.3, 11.0), abs=0.1)
    assert (rising[1], falling[1]) == pytest.approx((6.66, 6.80), abs=0.25)


@pytest.mark.parametrize("slack", [3, 5, 7])
def test_long_chains_stay_below_kingmans_bound(slack: float) -> None:
    assert chain(_NORMAL, *[45 + slack] * 30).mean() / 60 < 36 / (2 * slack)


def test_chain_that_begins_late_passes_it_on() -> None:
    certain = np.full(1, 45 * 60)
    late = Chain([Link(certain, 45 * 60), Link(certain, 50 * 60)], initial=720)
    assert (late.beyond(419), late.beyond(420), late.mean()) == (1, 0, 420)
    assert Chain([Link(certain, 50 * 60)] * 2, initial=60).mean() == 0
    assert chain(np.full(1, 60 * 60), 45, 45).mean() == 30 * 60
