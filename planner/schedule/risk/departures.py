"""Departures: when candidates have to leave for their journeys home."""

from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter

from planner.domain.ids import CandidateId, JourneyId
from planner.domain.times import Moment
from planner.schedule.agenda import Agenda, Entry
from planner.schedule.checks.survey import Survey
from planner.schedule.checks.trips import trips
from planner.schedule.leaving import leaving


@dataclass(frozen=True, slots=True)
class Departing:
    """A journey home: by when one leaves for it, and what of the visit is planned to end last.

    `planner.schedule.leaving` reckons it, as for the figures of a day and its promises.
    """

    candidate: CandidateId
    journey: JourneyId
    by: Moment
    last: Entry


def leavings(agenda: Agenda) -> Sequence[Departing]:
    """Return when candidates leave for home, the first one first."""
    found = (
        Departing(trip.candidate, journey.id, left.by, trip.last)
        for trip in trips(Survey(agenda), agenda)
        for journey in trip.returns
        if (left := leaving(agenda, journey)) is not None
    )
    return sorted(found, key=attrgetter("by"))
