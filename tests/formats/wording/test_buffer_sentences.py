"""Buffers in words: how safe a rest is, and what more minutes bring and cost."""

from datetime import timedelta

import pytest

from planner.domain.blocks import Kind
from planner.domain.edits.ripples import ShiftLater
from planner.domain.ids import BlockId
from planner.domain.plan import Plan
from planner.domain.times import ZERO
from planner.formats.wording.buffers import (
    cost_words,
    end_sentence,
    legend,
    made_sentence,
    moved_sentence,
    placement_words,
    recommendation,
    safety_reason,
    safety_words,
    where_words,
)
from planner.formats.wording.language import language
from planner.schedule.risk.advisor import Advice, Buffer, Placement
from planner.schedule.risk.risks import RestRisk
from tests.builders import block, candidate, minutes, person, plan

ENGLISH = language("en")
LUNCH = block("lunch", "12:00", 60, kind=Kind.MEAL, title="Lunch", minimum=minutes(45))


def risk(below: float, shortened: float = 0.4, cause: str | None = None) -> RestRisk:
    named = None if cause is None else BlockId(cause)
    return RestRisk(BlockId("lunch"), below, shortened, minutes(3), named)


def buffer(below: float, length: float = 5, later: timedelta = ZERO, late: float = 0.0) -> Buffer:
    edit = ShiftLater(BlockId("lunch"), minutes(length))
    return Buffer(Placement.POOLED, minutes(length), edit, risk(below), late, later)


def day(people: int = 1) -> Plan:
    everybody = [person(f"p{n}", name=f"Person {n}") for n in range(people)]
    first = block("first", "11:00", 60, people=[p.id for p in everybody], title="System design")
    return plan(candidate("ada", name="Ada"), *everybody, first, LUNCH)


@pytest.mark.parametrize(
    ("below", "words"),
    [
        (0.06, "Safe: 94 %"),
        (0.4, "At risk: only 60 % safe"),
        (0.7, "Likely too short: only 30 % safe"),
    ],
)
def test_safety_is_a_word_with_a_number(below: float, words: str) -> None:
    assert safety_words(risk(below), ENGLISH) == words


def test_reason_says_what_the_number_means_and_where_it_comes_from() -> None:
    assert safety_reason(risk(0.06, 0.4, "first"), day(), ENGLISH) == (
        "So likely it keeps its minimum of 45 min. As long as planned: 60 %.\n"
        "Largest cause: System design (11:00)."
    )
    assert safety_reason(risk(0.0, 0.0), day(), ENGLISH) == (
        "So likely it keeps its minimum of 45 min. As long as planned: >99 %."
    )


def test_price_is_said_in_few_words() -> None:
    costly = buffer(0.1, later=minutes(5), late=0.02)
    assert cost_words(costly, ENGLISH) == "day +5 min, late 2 %"
    assert cost_words(buffer(0.1), ENGLISH) == "day as long"
    assert end_sentence(costly, 0.0, ENGLISH) == (
        "That it ends after its limit: 2 % instead of <1 %."
    )
    assert end_sentence(costly, 0.021, ENGLISH) == ""


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        (
            0.05,
            0.01,
            "It is safe as it is. If you want more of it to be left: 5 min right before Lunch.",
        ),
        (0.3, 0.08, "Recommended: 5 min right before Lunch. Fewer minutes are not enough."),
        (
            0.6,
            0.4,
            "Recommended: 5 min right before Lunch. It helps most, and is still not enough to be safe.",
        ),
    ],
)
def test_recommendation_gives_its_reason(before: float, after: float, sentence: str) -> None:
    advice = Advice(risk(before), 0.0, (buffer(after),))
    assert recommendation(advice, LUNCH, ENGLISH) == sentence


def test_nothing_is_recommended_where_nothing_helps() -> None:
    assert recommendation(Advice(risk(0.5), 0.0), LUNCH, ENGLISH) == ""


def test_moved_blocks_and_whoever_must_hear_of_it_are_named() -> None:
    both = [BlockId("first"), BlockId("lunch")]
    assert moved_sentence(both, day(), ENGLISH) == (
        "It moves 2 blocks. To be told: Ada and Person 0."
    )
    assert moved_sentence(both, day(6), ENGLISH) == (
        "It moves 2 blocks. To be told: Ada, Person 0, Person 1, Person 2 and 3 others."
    )
    assert moved_sentence(both[1:], day(), ENGLISH) == "It moves Lunch (12:00)."


def test_last_name_is_told_rather_than_counted() -> None:
    assert moved_sentence([BlockId("first")], day(4), ENGLISH) == (
        "It moves System design (11:00). To be told: Ada, Person 0, Person 1, Person 2 and Person 3."
    )


def test_every_placement_has_words() -> None:
    assert [placement_words(p.value, ENGLISH)[0] for p in Placement] == [
        "Right before it",
        "Spread",
        "Between the blocks",
    ]
    assert where_words(buffer(0.1, 10), LUNCH, ENGLISH) == "10 min right before Lunch"
    assert made_sentence(buffer(0.1), LUNCH, ENGLISH) == "There are now 5 min right before Lunch."


def test_legend_names_the_minimum() -> None:
    assert legend(minutes(45), ENGLISH) == (
        "in full, as planned",
        "shorter, but at least 45 min",
        "too short",
    )
