"""By when one leaves for a journey home: transfer, escort, or the way and lead of the policy."""

from dataclasses import replace

import pytest

from planner.domain.blocks import CalendarMark, Kind, Mode
from planner.domain.ids import CandidateId, JourneyId, LegId
from planner.domain.plan import Record
from planner.domain.policy import Policy
from planner.domain.times import ZERO
from planner.domain.travel import Direction, Journey, Leg, LegKind, Stop
from planner.schedule.agenda import Agenda
from planner.schedule.checks.examination import check
from planner.schedule.leaving import Leaving, Reckoning, lead_of, leaving
from planner.schedule.network import Network
from planner.schedule.projection import project
from planner.schedule.promises import PromiseKind
from planner.schedule.risk.departures import leavings
from tests.builders import block, minutes, moment, plan

WAY, FLIGHT, TRAIN = minutes(45), minutes(120), minutes(15)
VISIT = block("visit", "13:40", 45, mode=Mode.FACE_TO_FACE)


def home(kind: LegKind, departure: str) -> Journey:
    at = moment(departure)
    stops = Stop("Here", at), Stop("There", at.moved(minutes(60)))
    leg = Leg(LegId("leg"), kind, *stops, CalendarMark("seed"))
    return Journey(JourneyId("home"), CandidateId("ada"), Direction.RETURN, (leg,))


def left(journey: Journey, *records: Record, policy: Policy | None = None) -> Leaving | None:
    return leaving(Agenda(plan(journey, *records, policy=policy or Policy())), journey)


@pytest.mark.parametrize(
    ("kind", "by", "lead"),
    [(LegKind.FLIGHT, "12:15", FLIGHT), (LegKind.TRAIN, "14:00", TRAIN)],
)
def test_way_and_lead_come_before_a_departure(kind: LegKind, by: str, lead: object) -> None:
    found = left(home(kind, "15:00"), VISIT)
    assert found == Leaving(moment(by), moment("15:00"), Reckoning.POLICY, lead, WAY)  # type: ignore[arg-type]


def test_policy_says_how_long_before() -> None:
    policy = Policy(way_to_station=minutes(20), flight_lead=minutes(70))
    found = left(home(LegKind.FLIGHT, "15:00"), VISIT, policy=policy)
    assert found is not None
    assert found.by == moment("13:30")


def test_transfer_is_left_for_when_it_departs() -> None:
    found = left(home(LegKind.TRANSFER, "15:00"), VISIT)
    assert found == Leaving(moment("15:00"), moment("15:00"), Reckoning.TRANSFER)
    assert lead_of(LegKind.TRANSFER, Policy()) == ZERO


@pytest.mark.parametrize(
    ("starts", "by", "reckoning"),
    [
        pytest.param("12:30", "12:30", Reckoning.ESCORT, id="knows a shorter way"),
        pytest.param("12:00", "12:15", Reckoning.POLICY, id="begins early"),
        pytest.param("15:10", "12:15", Reckoning.POLICY, id="comes after it"),
        pytest.param("08:00", "12:15", Reckoning.POLICY, id="belongs to the morning"),
    ],
)
def test_escort_leads_to_the_departure(starts: str, by: str, reckoning: Reckoning) -> None:
    escort = block("escort", starts, 30, kind=Kind.ESCORT)
    found = left(home(LegKind.FLIGHT, "15:00"), VISIT, escort)
    assert found is not None
    assert (found.by, found.reckoning) == (moment(by), reckoning)


def test_journey_without_legs_is_never_left_for() -> None:
    assert left(replace(home(LegKind.FLIGHT, "15:00"), legs=())) is None


def test_journeys_without_legs_are_no_departures() -> None:
    empty = replace(home(LegKind.FLIGHT, "15:00"), id=JourneyId("empty"), legs=())
    whole = plan(VISIT, home(LegKind.FLIGHT, "15:00"), empty)
    assert [(one.journey, one.by) for one in leavings(Agenda(whole))] == [("home", moment("12:15"))]


def test_flight_soon_after_the_visit_is_a_problem() -> None:
    found = check(plan(VISIT, home(LegKind.FLIGHT, "15:00")))
    [close] = [problem for problem in found if problem.code.startswith("TRV-10")]
    assert (close.code, close.facts["gap"], close.facts["needed"]) == (
        "TRV-106",
        minutes(35),
        minutes(165),
    )


def test_promise_is_to_leave_in_time_and_calls_may_be_taken_on_the_way() -> None:
    call = block("call", "14:30", 20, mode=Mode.PHONE)
    whole = plan(VISIT, call, home(LegKind.FLIGHT, "15:00"))
    bounds = Network(Agenda(whole)).bounds
    found = [b.promise for b in bounds if b.promise.kind is PromiseKind.DEPARTURE]
    assert [(promise.block, promise.due) for promise in found] == [
        ("visit", moment("12:15")),
        ("call", moment("15:00")),
    ]
    broken = [b for b in project(whole).broken if b.promise.kind is PromiseKind.DEPARTURE]
    assert [(one.promise.block, one.by) for one in broken] == [("visit", minutes(130))]
