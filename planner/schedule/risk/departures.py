"""Departures: when candidates have to leave for their journeys home."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter

from planner.domain.ids import CandidateId, JourneyId
from planner.domain.times import Moment
from planner.domain.travel import LegKind
from planner.schedule.agenda import Agenda, Entry
from planner.schedule.checks.survey import Survey
from planner.schedule.checks.trips import trips


@dataclass(frozen=True, slots=True)
class Leaving:
    """A journey home: by when one leaves for it, and what of the visit is planned to end last.

    One leaves when the transfer departs with which the journey begins; without one, at the departure
    less the policy's time between two offices, as in `planner.schedule.day_figures`.
    """

    candidate: CandidateId
    journey: JourneyId
    by: Moment
    last: Entry


def leavings(agenda: Agenda) -> Sequence[Leaving]:
    """Return when candidates leave for home, the first one first."""
    return sorted(_leavings(agenda), key=attrgetter("by"))


def _leavings(agenda: Agenda) -> Iterator[Leaving]:
    survey = Survey(agenda)
    for trip in trips(survey, agenda):
        for journey in trip.returns:
            first = journey.legs[0]
            at = first.departure.at
            is_led = first.kind is LegKind.TRANSFER
            by = at if is_led else at.moved(-survey.policy.office_changeover)
            yield Leaving(trip.candidate, journey.id, by, trip.last)
