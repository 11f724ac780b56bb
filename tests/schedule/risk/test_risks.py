"""Risks of whole days: exact and sampled say the same, causes are the right ones."""

from datetime import timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from planner.domain.blocks import Block, Kind, StartRule
from planner.domain.ids import BlockId
from planner.domain.log import LogEntry
from planner.domain.plan import Plan
from planner.schedule.live.live_projection import project_live
from planner.schedule.network import network
from planner.schedule.projection import project
from planner.schedule.risk.chances import Chances, chances
from planner.schedule.risk.lines import line_before
from planner.schedule.risk.priors import CERTAIN, Prior, Priors
from planner.schedule.risk.rests import RestRule
from planner.schedule.risk.risks import RestRisk, Risks, risks
from planner.schedule.risk.sampling import sample
from tests.builders import block, minutes, plan
from tests.schedule.live.logs import at, log, told
from tests.schedule.random_days import chains, plans
from tests.schedule.risk.live_days import told_days

LUNCH = BlockId("lunch")
PLAIN = Priors(Prior(cv=6 / 45, no_show=0.0))


def lunch(start: str = "12:00", length: float = 60, least: float = 50) -> Block:
    return block("lunch", start, length, kind=Kind.MEAL, minimum=minutes(least))


def morning(*more: Block, **last: object) -> Plan:
    """Return four interviews in a row and lunch, of ten minutes more than its minimum."""
    blocks = [
        block("A", "09:00"),
        block("B", "09:45"),
        block("C", "10:30"),
        block("D", "11:15", **last),  # type: ignore[arg-type]
    ]
    return plan(*blocks, lunch(), *more)


def lunch_risk(found: Risks) -> RestRisk:
    risk = found.rest(LUNCH)
    assert risk is not None
    return risk


def sampled(known: Chances, index: int) -> tuple[float, float, float]:
    """Return the shares of samples in which a rest fails, is shortened, and the mean lost."""
    rule = RestRule.of(known, known.network.agenda.entries[index])
    starts, ends = sample(known, [index], seed=7).span(index)
    lost = rule.lost(starts, ends)
    return (
        float((rule.missed(starts, ends) > 0).mean()),
        float((lost > 0).mean()),
        float(lost.mean()),
    )


def test_lunch_after_four_interviews_is_that_of_the_reference_table() -> None:
    risk = lunch_risk(risks(morning(), PLAIN))
    assert risk.is_exact
    assert (risk.shortened, risk.below) == pytest.approx((0.707, 0.271), abs=0.003)


def test_lunch_that_waits_for_shared_people_is_sampled_and_says_the_same() -> None:
    shared = block("D", "11:15", people=["ben"])
    other = block("X", "10:30", 45, candidates=["bob"], people=["ben"])
    apart = risks(plan(*morning().blocks.values(), shared), PLAIN)
    joined = risks(plan(*morning().blocks.values(), shared, other), PLAIN)
    assert (lunch_risk(apart).is_exact, lunch_risk(joined).is_exact) == (True, False)
    assert lunch_risk(joined).below > lunch_risk(apart).below + 0.01


@given(chains())
def test_exact_and_sampled_risks_agree(day: Plan) -> None:
    _assert_agreement(chances(network(day), Priors(Prior(cv=0.2, no_show=0.05))))


@given(st.data())
def test_exact_and_sampled_risks_agree_on_the_day(data: st.DataObject) -> None:
    day = data.draw(st.one_of(chains(), plans(rules=(StartRule.NOT_BEFORE,))))
    happened, now = data.draw(told_days(day))
    _assert_agreement(chances(project_live(day, happened, now), Priors(Prior(cv=0.2))))


def _assert_agreement(known: Chances) -> None:
    lines = {index: line_before(known, index) for index in known.rests}
    exact = {index: line for index, line in lines.items() if line is not None}
    assume(exact)
    for index, line in exact.items():
        rule = RestRule.of(known, known.network.agenda.entries[index])
        below, shortened, lost = sampled(known, index)
        assert line.chain.beyond(rule.spill_that_misses) == pytest.approx(below, abs=0.025)
        assert line.chain.beyond(rule.spill_that_shortens) == pytest.approx(shortened, abs=0.025)
        assert line.chain.mean(rule.lost_after) == pytest.approx(lost, abs=40)


@given(plans())
def test_certain_risks_are_the_promises_that_the_projection_breaks(day: Plan) -> None:
    found, projection = risks(day, Priors(CERTAIN), samples=4), project(day)
    for rest in found.rests:
        projected = projection.block(rest.block)
        assert rest.below == (projected.violated > timedelta())
        assert rest.shortened == (projected.shortened > timedelta())
        assert rest.lost == projected.shortened
        assert not rest.is_exact
    for one in found.days:
        projected_day = projection.day(one.candidate, one.day)
        assert one.late == (projected_day.end.instant > projected_day.due.instant)


@given(st.data())
def test_certain_risks_on_the_day_are_the_promises_that_the_projection_breaks(
    data: st.DataObject,
) -> None:
    day = data.draw(plans(rules=(StartRule.NOT_BEFORE, StartRule.FIXED)))
    happened, now = data.draw(told_days(day))
    live = project_live(day, happened, now)
    for rest in risks(live, Priors(CERTAIN), samples=4).rests:
        projected = live.block(rest.block)
        assert rest.below == (projected.violated > timedelta())
        assert rest.lost == projected.shortened


def test_cause_is_the_block_whose_length_is_least_certain() -> None:
    day = morning(kind=Kind.TALK)
    priors = Priors(PLAIN.default, {(Kind.TALK, None): Prior(cv=0.4, no_show=0.0)})
    shared = morning(block("X", "10:30", candidates=["bob"], people=["ben"]), people=["ben"])
    assert lunch_risk(risks(day, priors)).cause == "D"
    assert lunch_risk(risks(shared, PLAIN)).cause in {"C", "D", "X"}


def test_cause_of_a_day_that_cannot_be_late_is_nobody() -> None:
    found = risks(plan(block("A", "09:00"), lunch("15:00")), PLAIN)
    assert [(one.late, one.cause) for one in found.days] == [(0.0, None)]
    assert lunch_risk(found) == RestRisk(LUNCH, 0.0, 0.0, timedelta(), None, is_exact=False)


def test_day_that_ends_at_its_limit_is_late_every_other_time() -> None:
    found = risks(plan(block("A", "17:15")), PLAIN)
    assert [one.late for one in found.days] == pytest.approx([0.5], abs=0.03)
    assert [(one.candidate, one.cause) for one in found.days] == [("ada", "A")]


@pytest.mark.parametrize(
    ("now", "entries", "cause"),
    [
        pytest.param("12:20", [told("11:15", "started", "D")], "D", id="runs over"),
        pytest.param(
            "12:00",
            [
                told("09:00", "started", "A"),
                told("10:20", "ended", "A"),
                told("10:20", "started", "B"),
                told("11:05", "ended", "B"),
                told("11:05", "started", "C"),
                told("11:50", "ended", "C"),
                told("11:50", "started", "D"),
            ],
            "A",
            id="ran over in the morning",
        ),
        pytest.param(
            "11:45",
            [
                told("09:00", "started", "A"),
                told("10:20", "ended", "A"),
                told("10:20", "skipped", "B"),
                told("10:30", "started", "C"),
                told("11:15", "ended", "C"),
            ],
            "D",
            id="what was made up again is no cause",
        ),
        pytest.param(
            "12:10",
            [
                told("11:15", "started", "D"),
                told("11:20", "interrupted", "D"),
                told("11:50", "resumed", "D"),
            ],
            "D",
            id="stood still",
        ),
    ],
)
def test_cause_on_the_day_is_who_made_it_late(
    now: str, entries: list[LogEntry], cause: str
) -> None:
    live = project_live(morning(), log(*entries), at(now))
    assert lunch_risk(risks(live, PLAIN)).cause == cause


def test_running_block_that_is_over_decides_about_lunch() -> None:
    entries = [told("11:15", "started", "D")]
    early = risks(project_live(morning(), log(*entries), at("11:20")), PLAIN)
    late = risks(project_live(morning(), log(*entries), at("12:11")), PLAIN)
    assert lunch_risk(early).is_exact
    assert lunch_risk(early).below == pytest.approx(0.054, abs=0.01)  # one interview alone
    assert lunch_risk(late).below == 1


def test_what_is_over_has_no_risk() -> None:
    day = plan(
        *morning().blocks.values(), block("E", "13:00"), block("rest", "13:45", kind=Kind.BREAK)
    )
    entries = [told("13:00", "started", "E")]
    found = risks(project_live(day, log(*entries), at("13:20")), PLAIN)
    assert [risk.block for risk in found.rests] == ["rest"]
    entries.append(told("13:50", "ended", "E"))
    found = risks(project_live(day, log(*entries), at("15:00")), PLAIN)
    assert found == Risks(samples=10_000)


def test_rest_that_goes_on_is_as_it_is() -> None:
    entries = [told("12:02", "started", "lunch")]
    risk = lunch_risk(risks(project_live(morning(), log(*entries), at("12:20")), PLAIN))
    assert (risk.below, risk.shortened, risk.lost) == (0, 1, minutes(2))


def test_rest_that_was_made_longer_is_counted_as_the_projection_does() -> None:
    entries = [told("11:10", "extended", "lunch", length=10)]
    live = project_live(morning(), log(*entries), at("11:20"))
    risk = lunch_risk(risks(live, PLAIN))
    assert (risk.below > 0.5) == (live.block(LUNCH).violated > timedelta())


def test_rest_without_anything_to_give_up_is_never_shortened() -> None:
    day = plan(block("D", "11:15"), lunch(length=60, least=60))
    risk = lunch_risk(risks(day, PLAIN))
    assert (risk.is_exact, risk.shortened, risk.lost) == (True, 0, timedelta())
    assert risk.below == pytest.approx(0.48, abs=0.01)
