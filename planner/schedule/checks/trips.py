"""Trips: days on site in a row, with the journeys that belong to them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from planner.domain.blocks import MEETING_KINDS, Kind
from planner.domain.ids import CandidateId
from planner.domain.times import Moment
from planner.domain.travel import Direction, Journey
from planner.schedule.agenda import Agenda, Entry
from planner.schedule.checks.survey import Survey

ONE_TRIP = 4 * 86400
"""Seconds. Thursday and the Monday after it are one trip, if no journey home lies between."""

_VISIT_KINDS = MEETING_KINDS | {Kind.ARRIVAL, Kind.MEAL}


@dataclass(slots=True, eq=False)
class Trip:
    """What a candidate comes for, from ``first`` to the block that ends ``last``."""

    candidate: CandidateId
    first: Entry
    last: Entry
    outbound: list[Journey] = field(default_factory=list)
    returns: list[Journey] = field(default_factory=list)

    def distance(self, moment: Moment) -> float:
        """Return how far a moment lies from the visit, in seconds; 0 inside it."""
        return seconds_between(moment, self.first, self.last)


def seconds_between(moment: Moment, first: Entry, last: Entry) -> float:
    """Return how far a moment lies from the time between two entries, in seconds; 0 inside it."""
    seconds = moment.instant.timestamp()
    return max(first.start - seconds, seconds - last.end, 0)


def trips(survey: Survey, agenda: Agenda) -> Sequence[Trip]:
    """Return the trips of all candidates who have a journey or a hotel; others live nearby.

    A journey belongs to the nearest trip, and to none that is more than four days away.
    """
    plan = agenda.plan
    journeys: dict[CandidateId, list[Journey]] = defaultdict(list)
    for journey in plan.journeys.values():
        journeys[journey.candidate].append(journey)
    found: list[Trip] = []
    for candidate in dict.fromkeys([*journeys, *(s.candidate for s in plan.stays.values())]):
        visits = (
            entry
            for entry in agenda.candidate(candidate)
            if _is_visit(entry) and survey.is_on_site(candidate, entry)
        )
        own = _split(candidate, visits, journeys[candidate])
        _assign(own, journeys[candidate])
        found.extend(own)
    return found


def _is_visit(entry: Entry) -> bool:
    """Say whether the candidate must be there; the way to the airport may overlap the flight."""
    block = entry.block
    return block.kind in _VISIT_KINDS and not block.is_call_from_anywhere


def _split(
    candidate: CandidateId, visits: Iterable[Entry], journeys: Sequence[Journey]
) -> list[Trip]:
    found: list[Trip] = []
    for entry in visits:
        if not found or not _continues(found[-1], entry, journeys):
            found.append(Trip(candidate, entry, entry))
        elif entry.end > found[-1].last.end:
            found[-1].last = entry
    return found


def _continues(trip: Trip, entry: Entry, journeys: Sequence[Journey]) -> bool:
    """Say whether the candidate stays until the entry, instead of going home and coming again."""
    if entry.start - trip.last.end > ONE_TRIP:
        return False
    homeward = _departures(journeys, Direction.RETURN)
    again = _departures(journeys, Direction.OUTBOUND)
    return not any(trip.last.end <= home <= out <= entry.end for home in homeward for out in again)


def _departures(journeys: Sequence[Journey], direction: Direction) -> list[float]:
    return [
        journey.departure.instant.timestamp()
        for journey in journeys
        if journey.direction is direction and journey.departure is not None
    ]


def _assign(found: Sequence[Trip], journeys: Sequence[Journey]) -> None:
    for journey in journeys:
        is_outbound = journey.direction is Direction.OUTBOUND
        moment = journey.arrival if is_outbound else journey.departure
        if moment is None or journey.direction is Direction.BETWEEN or not found:
            continue
        distance, _, trip = min((t.distance(moment), n, t) for n, t in enumerate(found))
        if distance <= ONE_TRIP:
            (trip.outbound if is_outbound else trip.returns).append(journey)
