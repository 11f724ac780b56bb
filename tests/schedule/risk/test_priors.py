from dataclasses import replace
from math import exp, sqrt
from math import log as ln

import pytest

from planner.domain.blocks import Kind, Mode
from planner.domain.errors import InvalidValue
from planner.domain.log import Log, LogEntry
from planner.domain.times import MINUTE
from planner.schedule.risk.priors import (
    Observation,
    Prior,
    Priors,
    learned,
    learned_priors,
    observations,
)
from tests.builders import block, plan
from tests.schedule.live.logs import log, told

CALL = (Kind.INTERVIEW, Mode.PHONE)


def seen(*factors: float | None) -> list[Observation]:
    return [Observation(CALL, factor, was_missed=factor is None) for factor in factors]


@pytest.mark.parametrize(
    "fields",
    [{"mean": 0}, {"mean": float("nan")}, {"cv": -0.1}, {"no_show": 1.1}, {"search": -MINUTE}],
)
def test_prior_refuses_what_cannot_be(fields: dict[str, float]) -> None:
    with pytest.raises(InvalidValue) as refused:
        replace(Prior(), **fields)  # type: ignore[arg-type]
    assert refused.value.facts["field"] == next(iter(fields))


def test_prior_of_the_reference_day_costs_about_half_an_hour() -> None:
    assert plan().policy.no_show_grace + Prior().search == 31 * MINUTE


def test_fewer_than_five_observations_teach_nothing() -> None:
    assert learned(Prior(), seen(1.5, 1.5, None, 1.5)) == Prior()


def test_five_observations_move_the_prior_by_a_fifth() -> None:
    found = learned(Prior(), seen(1.5, 1.5, 1.5, 1.5, 1.5))
    prior = Prior()
    location = (20 * prior.location + 5 * ln(1.5)) / 25
    variance = (20 * prior.sigma**2 + 4 * (ln(1.5) - prior.location) ** 2) / 25
    assert found.location == pytest.approx(location)
    assert found.sigma == pytest.approx(sqrt(variance))
    assert found.mean == pytest.approx(exp(location + variance / 2))
    assert found.no_show == pytest.approx(0.6 / 25)


def test_no_shows_count_where_lengths_are_too_few() -> None:
    found = learned(Prior(), seen(1, 1, 1, None, None))
    assert found == replace(Prior(), no_show=2.6 / 25)


def test_many_observations_win_over_the_prior() -> None:
    found = learned(Prior(), seen(*[1.0, 1.2] * 2000))
    assert found.mean == pytest.approx(1.1, abs=0.01)
    assert found.cv == pytest.approx(0.091, abs=0.003)


def test_each_kind_learns_for_itself() -> None:
    phone, video = block("A", mode=Mode.PHONE), block("B", mode=Mode.VIDEO)
    after = learned_priors(Priors(), seen(*[1.3] * 10))
    assert after.of(phone) == learned(Prior(), seen(*[1.3] * 10))
    assert after.of(video) == Prior()
    again = learned_priors(after, seen(*[1.3] * 10))
    assert again.of(phone) == learned(after.of(phone), seen(*[1.3] * 10))


DAY = plan(
    block("A", "10:00", 40, mode=Mode.PHONE),
    block("B", "11:00", 45, mode=Mode.PHONE),
    block("lunch", "12:00", 60, kind=Kind.MEAL),
    block("C"),
)


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        pytest.param(
            [
                told("10:02", "started", "A"),
                told("10:10", "interrupted", "A"),
                told("10:20", "resumed", "A"),
                told("11:02", "ended", "A"),
            ],
            seen(1.25),
            id="effective minutes",
        ),
        pytest.param([told("10:02", "started", "A")], [], id="not over"),
        pytest.param([told("10:40", "ended", "A")], [], id="start unknown"),
        pytest.param(
            [told("12:02", "started", "lunch"), told("12:40", "ended", "lunch")], [], id="a rest"
        ),
        pytest.param(
            [told("12:02", "started", "C"), told("12:40", "ended", "C")], [], id="never scheduled"
        ),
        pytest.param(
            [told("12:02", "started", "gone"), told("12:40", "ended", "gone")], [], id="removed"
        ),
        pytest.param(
            [told("10:00", "started", "A"), told("15:00", "ended", "A")], [], id="forgotten button"
        ),
        pytest.param(
            [
                told("10:00", "started", "A", reason="as_planned"),
                told("10:40", "ended", "A", reason="as_planned"),
            ],
            [],
            id="taken over from the plan",
        ),
        pytest.param(
            [
                told("11:10", "no_show", "B"),
                told("11:30", "started", "B"),
                told("11:50", "ended", "B"),
            ],
            seen(None),
            id="no-show",
        ),
    ],
)
def test_log_teaches_what_really_was(entries: list[LogEntry], expected: list[Observation]) -> None:
    assert list(observations(DAY, log(*entries))) == expected


def test_empty_log_teaches_nothing() -> None:
    assert observations(DAY, Log()) == ()
