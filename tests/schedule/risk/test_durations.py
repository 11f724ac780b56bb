from math import exp, log

import numpy as np
import pytest

from planner.schedule.risk.durations import CELLS, Duration, lengths
from planner.schedule.risk.priors import Prior

HOUR = 3600
PRIOR = Prior()


def test_lengths_have_the_mean_and_the_spread_of_the_prior() -> None:
    table = lengths(Duration(HOUR, mean=1.1, sigma=PRIOR.sigma))
    assert table.size == CELLS
    assert table.mean() == pytest.approx(1.1 * HOUR, rel=1e-3)
    assert table.std() / table.mean() == pytest.approx(0.13, rel=5e-3)
    assert np.median(table) == pytest.approx(1.1 * HOUR * exp(-(PRIOR.sigma**2) / 2), rel=1e-3)


def test_lengths_with_a_no_show_cost_so_much_more_as_often() -> None:
    plain = Duration(HOUR, sigma=PRIOR.sigma)
    missed = Duration(HOUR, sigma=PRIOR.sigma, no_show=0.25, cost=1860)
    assert lengths(missed).mean() - lengths(plain).mean() == pytest.approx(465, abs=3)
    assert lengths(missed)[-CELLS // 4 :].mean() == pytest.approx(HOUR + 1860, abs=5)


@pytest.mark.parametrize("elapsed", [1200, HOUR, 4500])
def test_what_goes_on_has_the_tail_of_the_distribution(elapsed: int) -> None:
    whole = lengths(Duration(HOUR, sigma=PRIOR.sigma))
    tail = whole[whole > elapsed]
    found = lengths(Duration(HOUR, sigma=PRIOR.sigma, elapsed=elapsed))
    assert found.min() >= elapsed
    assert found.mean() == pytest.approx(tail.mean(), abs=10)
    assert np.percentile(found, [10, 50, 90]) == pytest.approx(
        np.percentile(tail, [10, 50, 90]), abs=25
    )


def test_what_goes_on_for_ever_could_be_over_at_any_moment() -> None:
    found = lengths(Duration(HOUR, sigma=PRIOR.sigma, elapsed=500 * HOUR))
    assert set(found.tolist()) == {500 * HOUR}


@pytest.mark.parametrize(
    ("duration", "length"),
    [
        (Duration(HOUR), HOUR),
        (Duration(HOUR, mean=1.5), 5400),
        (Duration(HOUR, elapsed=4000), 4000),
        (Duration(0, sigma=0.1), 0),
        (Duration(0, sigma=0.1, elapsed=60), 60),
        (Duration(HOUR, no_show=1, cost=600), 4200),
        (Duration(HOUR, no_show=0.5), HOUR),
    ],
)
def test_certain_lengths_are_all_the_same(duration: Duration, length: int) -> None:
    assert duration.is_certain
    assert set(lengths(duration).tolist()) == {length}


@pytest.mark.parametrize(
    "duration", [Duration(HOUR, sigma=log(1.1)), Duration(HOUR, no_show=0.5, cost=60)]
)
def test_uncertain_lengths_differ(duration: Duration) -> None:
    assert not duration.is_certain
    assert len(set(lengths(duration).tolist())) > 1
