"""The risk of missing the way home: whether the visit is over when one has to leave."""

import pytest

from planner.domain.blocks import CalendarMark, Mode
from planner.domain.ids import CandidateId, JourneyId, LegId
from planner.domain.plan import Plan
from planner.domain.travel import Direction, Journey, Leg, LegKind, Stop
from planner.schedule.live.live_projection import project_live
from planner.schedule.risk.priors import Prior, Priors
from planner.schedule.risk.risks import JourneyRisk, risks
from tests.builders import block, moment, plan
from tests.schedule.live.logs import at, log, told

PRIORS = Priors(Prior(cv=6 / 45, no_show=0.0))


def home(kind: LegKind, departure: str, name: str = "home") -> Journey:
    start = Stop("Here", moment(departure))
    end = Stop("There", moment("23:00"))
    leg = Leg(LegId(name), kind, start, end, CalendarMark("seed"))
    return Journey(JourneyId(name), CandidateId("ada"), Direction.RETURN, (leg,))


def visit(*journeys: Journey) -> Plan:
    return plan(block("A", "15:00", 45, mode=Mode.FACE_TO_FACE), *journeys)


@pytest.mark.parametrize(
    ("journey", "by", "missed"),
    [
        pytest.param(home(LegKind.TRANSFER, "15:50"), "15:50", 0.197, id="transfer at the door"),
        pytest.param(home(LegKind.FLIGHT, "18:40"), "15:55", 0.054, id="less way and lead"),
    ],
)
def test_way_home_is_missed_when_the_visit_runs_into_it(
    journey: Journey, by: str, missed: float
) -> None:
    found = risks(visit(journey), PRIORS)
    assert [(risk.journey, risk.by, risk.cause) for risk in found.journeys] == [
        ("home", moment(by), "A")
    ]
    assert found.journeys[0].missed == pytest.approx(missed, abs=0.012)


def test_ways_home_come_in_order_and_only_while_the_visit_goes_on() -> None:
    early, late = home(LegKind.TRANSFER, "20:00", "early"), home(LegKind.TRANSFER, "21:00", "late")
    day = visit(late, early)
    assert risks(day, PRIORS).journeys == (
        JourneyRisk(CandidateId("ada"), JourneyId("early"), moment("20:00"), 0.0),
        JourneyRisk(CandidateId("ada"), JourneyId("late"), moment("21:00"), 0.0),
    )
    over = log(told("15:00", "started", "A"), told("15:45", "ended", "A"))
    assert risks(project_live(day, over, at("15:50")), PRIORS).journeys == ()
