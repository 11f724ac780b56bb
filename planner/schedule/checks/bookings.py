"""Checks: every journey and hotel belongs to a visit, and nobody is booked twice."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import TypeVar

from planner.domain.ids import CandidateId
from planner.domain.subjects import Subject
from planner.domain.times import Moment
from planner.domain.travel import Direction, Journey, Stay
from planner.schedule.agenda import Agenda, Entry
from planner.schedule.checks.findings import Finding, end_of
from planner.schedule.checks.survey import Survey
from planner.schedule.checks.trips import ONE_TRIP, seconds_between

_Booking = TypeVar("_Booking", Journey, Stay)


def journey_without_visit(survey: Survey, agenda: Agenda) -> Iterator[Finding]:
    """Find journeys with nothing near that the candidate could come for."""
    for journey in agenda.plan.journeys.values():
        moment = journey.arrival if _is_outbound(journey) else journey.departure
        if moment is None:
            continue
        reasons = _reasons(survey, journey.candidate)
        if all(seconds_between(moment, entry, entry) > ONE_TRIP for entry in reasons):
            yield _on_journey(journey, moment, direction=journey.direction, year=moment.day.year)


def stay_without_visit(survey: Survey, agenda: Agenda) -> Iterator[Finding]:
    """Find hotels with nothing near that the candidate could come for."""
    reach = timedelta(seconds=ONE_TRIP)
    for stay in agenda.plan.stays.values():
        reasons = _reasons(survey, stay.candidate)
        if not any(
            entry.timebox.start.day - stay.check_out <= reach
            and stay.check_in - end_of(entry).day <= reach
            for entry in reasons
        ):
            facts = {"start": stay.check_in, "end": stay.check_out, "year": stay.check_in.year}
            yield _on_stay(stay, **facts)


def journeys_at_once(_survey: Survey, agenda: Agenda) -> Iterator[Finding]:
    """Find candidates on two journeys at once."""
    for journeys in _by_candidate(agenda.plan.journeys.values()):
        holding: tuple[Moment, Moment, Journey] | None = None
        for departure, arrival, journey in sorted(_trips_in_time(journeys), key=_departure):
            if holding is not None and departure.instant < holding[1].instant:
                overlap = min(arrival.instant, holding[1].instant) - departure.instant
                told = {"other": holding[0], "overlap": overlap}
                yield _on_journey(journey, departure, Subject("journeys", holding[2].id), **told)
            if holding is None or arrival.instant > holding[1].instant:
                holding = departure, arrival, journey


def stays_at_once(_survey: Survey, agenda: Agenda) -> Iterator[Finding]:
    """Find candidates with two hotels for the same nights."""
    for stays in _by_candidate(agenda.plan.stays.values()):
        holding: Stay | None = None
        for stay in sorted(stays, key=_check_in):
            if holding is not None and stay.check_in < holding.check_out:
                other = Subject("stays", holding.id)
                end = min(stay.check_out, holding.check_out)
                yield _on_stay(stay, other, other=other, start=stay.check_in, end=end)
            if holding is None or stay.check_out > holding.check_out:
                holding = stay


def _is_outbound(journey: Journey) -> bool:
    return journey.direction is Direction.OUTBOUND


def _reasons(survey: Survey, candidate: CandidateId) -> Sequence[Entry]:
    return survey.once(_attended, candidate)


def _attended(survey: Survey, candidate: CandidateId) -> Sequence[Entry]:
    """Return what a candidate may come for: all but calls that they take at home."""
    return [
        entry
        for entry in survey.agenda.candidate(candidate)
        if not entry.block.is_call or survey.is_on_site(candidate, entry)
    ]


def _by_candidate(bookings: Iterable[_Booking]) -> Iterable[Sequence[_Booking]]:
    found: dict[CandidateId, list[_Booking]] = defaultdict(list)
    for booking in bookings:
        found[booking.candidate].append(booking)
    return found.values()


def _trips_in_time(journeys: Iterable[Journey]) -> Iterator[tuple[Moment, Moment, Journey]]:
    for journey in journeys:
        if journey.departure is not None and journey.arrival is not None:
            yield journey.departure, journey.arrival, journey


def _departure(trip: tuple[Moment, Moment, Journey]) -> tuple[datetime, str]:
    return trip[0].instant, trip[2].id


def _check_in(stay: Stay) -> tuple[date, str]:
    return stay.check_in, stay.id


def _on_journey(journey: Journey, moment: Moment, *others: Subject, **facts: object) -> Finding:
    candidate = Subject("candidates", journey.candidate)
    told = {"candidate": candidate, "moment": moment, "on": moment.day, **facts}
    return Finding((Subject("journeys", journey.id), *others, candidate), told, moment.instant)


def _on_stay(stay: Stay, *others: Subject, **facts: object) -> Finding:
    candidate, subject = Subject("candidates", stay.candidate), Subject("stays", stay.id)
    when = datetime.combine(stay.check_in, time(), UTC)
    told = {"candidate": candidate, "stay": subject, **facts}
    return Finding((subject, *others, candidate), told, when)
