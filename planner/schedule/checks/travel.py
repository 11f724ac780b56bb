"""Checks: journeys and hotel nights fit the days on site."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, time

from planner.domain.blocks import MEETING_KINDS, Kind
from planner.domain.subjects import Subject
from planner.domain.times import DAY, ZERO, Moment
from planner.domain.travel import Direction, Journey, Leg, LegKind, Stay
from planner.schedule.agenda import Agenda, Entry
from planner.schedule.checks.findings import Finding, block_subject, end_of, on_block
from planner.schedule.checks.survey import Survey
from planner.schedule.checks.trips import Trip, trips
from planner.schedule.leaving import lead_of

_NIGHT_IS_OVER = time(4, 0)
"""Who leaves before that needs no bed for the night."""


def arrives_too_late(survey: Survey, agenda: Agenda) -> Iterator[Finding]:
    """Find outbound journeys that arrive after the visit has begun."""
    for trip in survey.once(trips, agenda):
        for journey in trip.outbound:
            arrival = journey.arrival
            if arrival is not None and arrival.instant.timestamp() > trip.first.start:
                yield _on_journey(survey, trip.first, journey, arrival)


def leaves_too_early(survey: Survey, agenda: Agenda) -> Iterator[Finding]:
    """Find return journeys that depart before the visit is over."""
    for trip in survey.once(trips, agenda):
        for journey in trip.returns:
            departure = journey.departure
            if departure is not None and departure.instant.timestamp() < trip.last.end:
                yield _on_journey(survey, trip.last, journey, departure)


def arrives_too_close(survey: Survey, agenda: Agenda) -> Iterator[Finding]:
    """Find outbound journeys that arrive just before the visit, with no time for the way there."""
    needed = survey.policy.way_to_station
    for trip in survey.once(trips, agenda):
        for journey in trip.outbound:
            arrival = journey.arrival
            if arrival is not None and journey.legs[-1].kind is not LegKind.TRANSFER:
                gap = trip.first.timebox.start.instant - arrival.instant
                span = arrival.instant.timestamp(), trip.first.start
                if ZERO <= gap < needed and not _is_led(agenda, journey, span):
                    told = {"gap": gap, "needed": needed}
                    yield _on_journey(survey, trip.first, journey, arrival, **told)


def leaves_too_close(survey: Survey, agenda: Agenda) -> Iterator[Finding]:
    """Find return journeys that depart soon after the visit: the way, and being there in time."""
    for trip in survey.once(trips, agenda):
        for journey in trip.returns:
            departure = journey.departure
            if departure is not None and journey.legs[0].kind is not LegKind.TRANSFER:
                gap = departure.instant - end_of(trip.last).instant
                needed = survey.policy.way_to_station + lead_of(journey.legs[0].kind, survey.policy)
                span = trip.last.end, departure.instant.timestamp()
                if ZERO <= gap < needed and not _is_led(agenda, journey, span):
                    told = {"gap": gap, "needed": needed}
                    yield _on_journey(survey, trip.last, journey, departure, **told)


def night_without_stay(survey: Survey, agenda: Agenda) -> Iterator[Finding]:
    """Find nights of a trip for which no hotel is planned."""
    stays: dict[str, list[Stay]] = defaultdict(list)
    for stay in agenda.plan.stays.values():
        stays[stay.candidate].append(stay)
    journeys = agenda.plan.journeys.values()
    on_the_way = {j.candidate for j in journeys if j.direction is not Direction.BETWEEN}
    for trip in survey.once(trips, agenda):
        booked = stays[trip.candidate]
        missing = tuple(n for n in _nights(trip) if not any(_covers(stay, n) for stay in booked))
        if missing and (booked or trip.candidate in on_the_way):
            candidate = Subject("candidates", trip.candidate)
            yield Finding(
                (candidate, block_subject(trip.first)),
                {"candidate": candidate, "nights": missing},
                trip.first.timebox.start.instant,
            )


def meeting_under_way(survey: Survey, agenda: Agenda) -> Iterator[Finding]:
    """Find calls, and meetings between two offices, while the candidate travels."""
    for journey in agenda.plan.journeys.values():
        for entry in agenda.candidate(journey.candidate):
            if entry.block.kind in MEETING_KINDS and _is_elsewhere(entry, journey):
                leg = next((leg for leg in journey.legs if _overlap(leg, entry)), None)
                if leg is not None:
                    yield _on_journey(survey, entry, journey, leg.departure.at)


def _covers(stay: Stay, night: date) -> bool:
    return stay.check_in <= night < stay.check_out


def _is_led(agenda: Agenda, journey: Journey, span: tuple[float, float]) -> bool:
    """Say whether an escort of the candidate is planned for the way."""
    return any(
        entry.block.kind is Kind.ESCORT and entry.start <= span[1] and span[0] <= entry.end
        for entry in agenda.candidate(journey.candidate)
    )


def _overlap(leg: Leg, entry: Entry) -> bool:
    departure, arrival = leg.departure.at.instant, leg.arrival.at.instant
    return departure.timestamp() < entry.end and entry.start < arrival.timestamp()


def _is_elsewhere(entry: Entry, journey: Journey) -> bool:
    """Say whether the block is none of those that arrival and departure are checked against."""
    is_call = entry.block.is_call_from_anywhere
    return is_call or journey.direction is Direction.BETWEEN


def _nights(trip: Trip) -> list[date]:
    """Return the dates on whose evening the candidate goes to bed away from home."""
    arrivals = [journey.arrival for journey in trip.outbound if journey.arrival is not None]
    departures = [journey.departure for journey in trip.returns if journey.departure is not None]
    start = max(arrivals, default=trip.first.timebox.start)
    end = min(departures, default=end_of(trip.last))
    evening = end.day - DAY if end.clock >= _NIGHT_IS_OVER else end.day - 2 * DAY
    return [start.day + number * DAY for number in range((evening - start.day).days + 1)]


def _on_journey(
    survey: Survey, entry: Entry, journey: Journey, moment: Moment, **facts: object
) -> Finding:
    candidate = Subject("candidates", journey.candidate)
    return on_block(
        survey,
        entry,
        Subject("journeys", journey.id),
        candidate,
        candidate=candidate,
        moment=moment,
        on=moment.day,
        direction=journey.direction,
        **facts,
    )
