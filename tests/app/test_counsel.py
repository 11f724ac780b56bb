"""Counsel: proposals with what each does to the risks."""

import pytest

from planner.app.counsel import SAMPLES, Counsel, Prospect, RiskChange, counsel, risk_changes
from planner.app.experience import Experience
from planner.domain.blocks import Kind
from planner.domain.ids import BlockId, CandidateId, JourneyId
from planner.domain.log import Log
from planner.domain.times import ZERO
from planner.schedule.live.live_projection import project_live
from planner.schedule.repairs.proposals import advise
from planner.schedule.risk.priors import CERTAIN, Priors
from planner.schedule.risk.risks import DayRisk, JourneyRisk, RestRisk, Risks, risks
from tests.builders import DAY, block, minutes, moment, plan
from tests.formats.report.days import sample
from tests.schedule.live.logs import at, log, told

ADA = CandidateId("ada")
LATE = log(told("10:15", "started", "interview-1"), told("10:58", "ended", "interview-1"))


def rest(name: str, below: float, *, is_exact: bool = False) -> RestRisk:
    return RestRisk(BlockId(name), below, below, ZERO, is_exact=is_exact)


def day(late: float) -> DayRisk:
    return DayRisk(ADA, DAY, moment("18:00"), late)


def journey(missed: float) -> JourneyRisk:
    return JourneyRisk(ADA, JourneyId("home"), moment("17:25"), missed)


def together(*found: RestRisk | DayRisk | JourneyRisk) -> Risks:
    return Risks(
        tuple(one for one in found if isinstance(one, RestRisk)),
        tuple(one for one in found if isinstance(one, DayRisk)),
        tuple(one for one in found if isinstance(one, JourneyRisk)),
        SAMPLES,
    )


def counselled(known: Log, clock: str, experience: Experience | None = None) -> Counsel:
    projection = project_live(sample(), known, at(clock))
    return counsel(sample(), known, at(clock), experience or Experience(), projection)


def test_changes_for_the_worse_come_first_and_the_best_after_them() -> None:
    before = together(rest("coffee", 0.5), rest("lunch", 0.09), day(0.02), journey(0.03))
    after = together(rest("coffee", 0.1), rest("lunch", 0.01), day(0.05), journey(0.12))
    assert risk_changes(before, after) == (
        RiskChange(Prospect.WAY_HOME, 1 - 0.03, 1 - 0.12, candidate=ADA, by=moment("17:25")),
        RiskChange(Prospect.DAY_END, 1 - 0.02, 1 - 0.05, candidate=ADA, by=moment("18:00")),
        RiskChange(Prospect.REST, 1 - 0.5, 1 - 0.1, block=BlockId("coffee")),
        RiskChange(Prospect.REST, 1 - 0.09, 1 - 0.01, block=BlockId("lunch")),
    )


def test_of_many_that_are_compared_chance_alone_changes_none() -> None:
    before = together(*(rest(f"rest-{number}", 0.5) for number in range(300)))
    seems = together(
        *(rest(f"rest-{number}", 0.5 + 0.002 * (number % 14)) for number in range(300))
    )
    assert risk_changes(before, seems) == ()
    assert len(risk_changes(before, together(rest("rest-0", 0.52)))) == 1


@pytest.mark.parametrize(
    ("before", "after", "is_told"),
    [
        (0.03, 0.021, False),  # less than a point
        (0.03, 0.019, True),
        (0.5, 0.488, False),  # more than a point, and still chance alone
        (0.5, 0.48, True),
    ],
)
def test_change_is_told_from_a_point_that_is_no_chance(
    before: float, after: float, *, is_told: bool
) -> None:
    found = risk_changes(together(rest("lunch", before)), together(rest("lunch", after)))
    assert bool(found) is is_told


def test_what_is_exact_needs_no_allowance_for_chance() -> None:
    before = together(rest("lunch", 0.5, is_exact=True))
    after = together(rest("lunch", 0.489, is_exact=True))
    assert [change.gained for change in risk_changes(before, after)] == [pytest.approx(0.011)]


def test_only_what_is_there_before_and_after_is_compared() -> None:
    everything = together(rest("lunch", 0.5), day(0.5), journey(0.5))
    assert risk_changes(everything, together(rest("coffee", 0.1))) == ()


def test_counsel_is_advice_with_the_risks_of_each_proposal() -> None:
    found = counselled(LATE, "11:12")
    advice = advise(sample(), LATE, at("11:12"))
    assert [p.measures for p in found.advice.proposals] == [p.measures for p in advice.proposals]
    assert found.risks == risks(project_live(sample(), LATE, at("11:12")))
    expected = [
        risk_changes(found.risks, risks(proposal.projection)) for proposal in advice.proposals
    ]
    assert list(found.changes) == expected
    first = found.changes[0]
    assert [(change.prospect, change.block) for change in first] == [
        (Prospect.REST, BlockId("lunch"))
    ]
    assert first[0].before < first[0].after == 1


def test_counsel_rests_on_experience() -> None:
    sure = Experience(Priors(CERTAIN), blocks=5, plans=1)
    found = counselled(LATE, "11:12", sure)
    assert found.experience is sure
    assert found.risks is not None
    assert {risk.below for risk in found.risks.rests} <= {0.0, 1.0}


def test_day_that_needs_nothing_has_risks_and_no_changes() -> None:
    quiet = plan(
        block("A", "10:00"), block("rest", "11:00", 60, kind=Kind.MEAL, minimum=minutes(30))
    )
    found = counsel(
        quiet, Log(), at("09:00"), Experience(), project_live(quiet, Log(), at("09:00"))
    )
    assert (found.advice.proposals, found.changes) == ((), ())
    assert found.risks is not None
    assert [risk.block for risk in found.risks.rests] == [BlockId("rest")]


def test_probability_that_is_off_by_the_last_digit_can_be_compared() -> None:
    before, after = together(rest("lunch", -4e-16, is_exact=True)), together(rest("lunch", 0.0))
    assert risk_changes(before, after) == ()
