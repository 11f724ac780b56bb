from datetime import timedelta

import pytest

from planner.app.counsel import Prospect, RiskChange
from planner.domain.blocks import Kind
from planner.domain.edits.ripples import ShiftLater
from planner.domain.ids import BlockId, CandidateId, JourneyId
from planner.domain.times import ZERO
from planner.formats.wording.language import language
from planner.formats.wording.risk import (
    Level,
    buffer_sentence,
    cause_line,
    day_risk_chip,
    experience_line,
    journey_risk_chip,
    level,
    likelihood,
    percent,
    rest_risk_chip,
    risk_change_lines,
    sooner_sentence,
    untouched_line,
)
from planner.schedule.risk.advisor import Buffer, Placement
from planner.schedule.risk.risks import DayRisk, JourneyRisk, RestRisk
from tests.builders import DAY, block, minutes, moment, plan

ENGLISH = language("en")
PLAN = plan(
    block("lunch", "12:00", 60, kind=Kind.MEAL, title="Lunch <b>\n"),
    block("pause", "15:00", 15, kind=Kind.BREAK, title=""),
    block("design", "11:00", title="System design"),
)


def rest(below: float, name: str = "lunch", shortened: float = 0.5) -> RestRisk:
    return RestRisk(BlockId(name), below, shortened, timedelta())


@pytest.mark.parametrize(
    ("going_well", "expected"),
    [
        (1, Level.SAFE),
        (0.9, Level.SAFE),
        (0.896, Level.SAFE),  # it is written as 90 %
        (0.894, Level.AT_RISK),
        (0.5, Level.AT_RISK),
        (0.494, Level.LIKELY_LOST),
    ],
)
def test_level_is_called_by_stated_thresholds(going_well: float, expected: Level) -> None:
    assert level(going_well) is expected


@pytest.mark.parametrize(
    ("probability", "text"),
    [(0, "0 %"), (0.001, "<1 %"), (0.006, "1 %"), (0.94, "94 %"), (0.998, ">99 %"), (1, "100 %")],
)
def test_only_certainty_is_none_or_all(probability: float, text: str) -> None:
    assert percent(probability) == text


@pytest.mark.parametrize(
    ("probability", "text"), [(0, "<1 %"), (0.004, "<1 %"), (0.94, "94 %"), (1, ">99 %")]
)
def test_likelihood_is_never_certain(probability: float, text: str) -> None:
    assert likelihood(probability) == text


@pytest.mark.parametrize(
    ("risk", "text"),
    [
        (rest(0.06), "Lunch <b> safe: 94 %"),
        (rest(0.28), "Lunch <b> at risk: only 72 % safe"),
        (rest(0.8, "pause"), "Break likely too short: only 20 % safe"),
    ],
)
def test_rest_is_called_by_how_likely_it_has_its_minimum(risk: RestRisk, text: str) -> None:
    assert rest_risk_chip(risk, PLAN, ENGLISH) == text


@pytest.mark.parametrize(
    ("late", "day", "journey"),
    [
        (0.02, "Over by 18:00: 98 %", "Way home safe, leaving by 17:25: 98 %"),
        (
            0.3,
            "End of the day at risk: over by 18:00 only with 70 %",
            "Way home at risk: leaving by 17:25 only with 70 %",
        ),
        (
            0.9,
            "Likely not over by 18:00: only 10 %",
            "Way home likely missed: leaving by 17:25 only with 10 %",
        ),
    ],
)
def test_ends_of_days_and_ways_home_are_told_with_their_time(
    late: float, day: str, journey: str
) -> None:
    ada = CandidateId("ada")
    assert day_risk_chip(DayRisk(ada, DAY, moment("18:00"), late), ENGLISH) == day
    risk = JourneyRisk(ada, JourneyId("home"), moment("17:25"), late)
    assert journey_risk_chip(risk, ENGLISH) == journey


def test_cause_is_named_where_there_is_one() -> None:
    named = cause_line(BlockId("design"), PLAN, ENGLISH)
    assert named == "Largest cause: System design (11:00)"
    assert cause_line(None, PLAN, ENGLISH) == ""


def test_what_is_not_lost_is_told_too() -> None:
    assert untouched_line(rest(0.1, shortened=0.66), ENGLISH) == "As long as planned: 34 %"


@pytest.mark.parametrize(
    ("placement", "text"),
    [
        (Placement.POOLED, "15 min right before Lunch <b>: "),
        (Placement.SPREAD, "15 min spread over the blocks before Lunch <b>: "),
        (Placement.EARLY, "15 min between the blocks before Lunch <b>: "),
    ],
)
def test_minutes_are_told_with_what_they_are_worth(placement: Placement, text: str) -> None:
    edit = ShiftLater(BlockId("lunch"), minutes(15))
    after = rest(0.02, shortened=0.14)
    worth = "98 % safe instead of 73 %, and 86 % as long as planned instead of 29 %."
    before = rest(0.27, shortened=0.71)
    free = Buffer(placement, minutes(15), edit, after, 0.0, ZERO)
    assert buffer_sentence(free, before, PLAN, ENGLISH) == text + worth
    costly = Buffer(placement, minutes(15), edit, after, 0.0, minutes(10))
    told = buffer_sentence(costly, before, PLAN, ENGLISH)
    assert told == f"{text}{worth} The day ends 10 min later."


def test_surest_interview_is_named_where_it_should_come_earlier() -> None:
    assert sooner_sentence(None, PLAN, ENGLISH) == ""
    assert sooner_sentence(BlockId("design"), PLAN, ENGLISH) == (
        "System design (11:00) is surer of its length than what comes before it: taken earlier, "
        "fewer would wait."
    )


SEVERAL = plan(
    block("lunch", "12:00", 60, kind=Kind.MEAL, title="Lunch", candidates=["ada", "bob"]),
    block("B", "13:00", candidates=["bob"]),
)


def change(what: Prospect, before: float, after: float, **fields: str) -> RiskChange:
    block_id = fields.get("block")
    return RiskChange(
        what,
        before,
        after,
        block=None if block_id is None else BlockId(block_id),
        candidate=None if block_id is not None else CandidateId(fields.get("candidate", "ada")),
        by=None if block_id is not None else moment("17:25"),
    )


@pytest.mark.parametrize(
    ("found", "text"),
    [
        (change(Prospect.REST, 0.91, 0.99, block="lunch"), "Lunch <b> safe 91 \u2192 99 %"),
        (change(Prospect.WAY_HOME, 0.97, 0.88), "way home safe 97 \u2192 88 %"),
        (change(Prospect.DAY_END, 0.999, 0.004), "over by 17:25 >99 \u2192 <1 %"),
        (change(Prospect.DAY_END, 0.9, 1), "over by 17:25 90 \u2192 >99 %"),
    ],
)
def test_change_of_a_risk_has_both_numbers(found: RiskChange, text: str) -> None:
    assert risk_change_lines([found], PLAN, ENGLISH) == [text]


def test_at_most_two_changes_are_told() -> None:
    found = [
        change(Prospect.WAY_HOME, 0.97, 0.88),
        change(Prospect.REST, 0.91, 0.99, block="lunch"),
        change(Prospect.REST, 0.1, 0.9, block="pause"),
    ]
    assert risk_change_lines(found, PLAN, ENGLISH) == [
        "way home safe 97 \u2192 88 %",
        "Lunch <b> safe 91 \u2192 99 %",
    ]
    assert risk_change_lines([], PLAN, ENGLISH) == []


def test_change_says_whose_it_is_where_there_are_several() -> None:
    found = [
        change(Prospect.WAY_HOME, 0.97, 0.88, candidate="bob"),
        change(Prospect.REST, 0.91, 0.99, block="lunch"),
    ]
    assert risk_change_lines(found, SEVERAL, ENGLISH) == [
        "Bob: way home safe 97 \u2192 88 %",
        "Ada and Bob: Lunch safe 91 \u2192 99 %",
    ]
    gone = change(Prospect.WAY_HOME, 0.97, 0.88, candidate="gone")
    assert risk_change_lines([gone], SEVERAL, ENGLISH) == ["way home safe 97 \u2192 88 %"]


def test_prospects_all_have_a_sentence() -> None:
    for prospect in Prospect:
        [text] = risk_change_lines([change(prospect, 0.5, 0.6, block="lunch")], PLAN, ENGLISH)
        assert text.endswith("50 \u2192 60 %")


@pytest.mark.parametrize(
    ("blocks", "plans", "text"),
    [
        (0, 0, ""),
        (5, 1, "Learned from 5 blocks of 1 plan."),
        (23, 4, "Learned from 23 blocks of 4 plans."),
    ],
)
def test_experience_is_told_where_there_is_some(blocks: int, plans: int, text: str) -> None:
    assert experience_line(blocks, plans, ENGLISH) == text
