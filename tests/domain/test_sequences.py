"""Blocks of a day in order, and the gaps between them: T30, T31 and T33 of the table of cases."""

import pytest

from planner.domain.sequences import blocks_within, gaps, strands
from planner.domain.slots import day_limits
from planner.domain.spans import Span
from tests import builders
from tests.builders import minutes, moment
from tests.domain.edits.layout import at, laid


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        pytest.param([(90, 100), (92.5, 95), (95, 105)], [-7.5, -5], id="T30-to-the-latest-end"),
        pytest.param([(1160, 1195), (1260, 1290)], [65], id="T31-gap"),
        pytest.param([(10, 12), (11, 13)], [-1], id="T31-overlap"),
        pytest.param([(8, 16), (10, 12)], [-6], id="T31-within"),
        pytest.param([(900, 958 + 20 / 60), (960, 990)], [100 / 60], id="T33-gap"),
        pytest.param([(900, 990), (960, 990)], [-30], id="T33-overlap"),
        pytest.param([(900, 990)], [], id="one"),
        pytest.param([], [], id="none"),
        pytest.param([(960, 990), (900, 950)], [10], id="any-order"),
    ],
)
def test_gaps_are_measured_to_the_latest_end(
    spans: list[tuple[float, float]], expected: list[float]
) -> None:
    told = gaps(Span(at(start).instant, at(end).instant) for start, end in spans)
    assert [round(gap / minutes(1), 6) for gap in told] == [round(gap, 6) for gap in expected]


def test_blocks_of_a_day_come_in_order_of_start() -> None:
    plan = builders.plan(
        laid("A", 700, 730),
        laid("B", 600, 660),
        laid("C", 600, 610),
        laid("D", -10, 30),
        laid("E", 1440, 1450),
        builders.block("F"),
    )
    found = blocks_within(plan, day_limits(moment("10:00")))
    assert [item.block.id for item in found] == ["B", "C", "A"]


def test_block_without_candidates_has_a_strand_of_its_own() -> None:
    assert strands(builders.block("A", candidates=["ada", "bob"])) == ("ada", "bob")
    assert strands(builders.block("A", candidates=())) == (None,)
