"""Drafts of travel: journeys, legs and stays with plausible times, and legs that move together."""

from dataclasses import replace
from datetime import date, time, timedelta

from planner.domain.edits.fresh import fresh_calendar_mark
from planner.domain.ids import CandidateId, JourneyId, LegId, StayId, fresh_id
from planner.domain.plan import Plan
from planner.domain.times import DAY, Moment
from planner.domain.travel import Direction, Journey, Leg, LegKind, Stay, Stop

_HOUR = timedelta(hours=1)
_RIDE = 2 * _HOUR
_LEAVING = time(14)
"""When a way there begins that nobody has booked yet: in time for the evening before the day."""


def draft_journey(plan: Plan, candidate: CandidateId, direction: Direction) -> Journey:
    """Return a journey with one leg whose times are marked as estimated.

    The way there is on the day before the first block, the way back an hour after the last one.
    """
    first, last = _visit(plan, candidate)
    zone, home = plan.zone(), _home(plan, candidate)
    if direction is Direction.OUTBOUND:
        start = Moment.from_wall(first.day - DAY, _LEAVING, home)
        leg = _leg(start, start.moved(_RIDE).in_zone(zone))
    else:
        start = last.moved(_HOUR)
        leg = _leg(start, start.moved(_RIDE).in_zone(home))
    return Journey(JourneyId(fresh_id("journey")), candidate, direction, (leg,))


def draft_leg(plan: Plan, journey: Journey) -> Leg:
    """Return a leg that goes on where and an hour after the journey ends so far."""
    if not journey.legs:
        return draft_journey(plan, journey.candidate, journey.direction).legs[0]
    before = journey.legs[-1].arrival
    start = before.at.moved(_HOUR)
    is_last = journey.direction is Direction.OUTBOUND
    zone = plan.zone() if is_last else _home(plan, journey.candidate)
    leg = _leg(start, start.moved(_RIDE).in_zone(zone))
    return replace(leg, departure=replace(before, at=start))


def draft_stay(plan: Plan, candidate: CandidateId, hotel: str) -> Stay:
    """Return the nights from the one before the first block to the day of the last one."""
    first, last = _visit(plan, candidate)
    start = first.day - DAY
    return Stay(
        StayId(fresh_id("stay")),
        candidate,
        hotel,
        start,
        max(last.day, first.day),
        fresh_calendar_mark(),
        zone=plan.zone(),
        is_estimated=True,
    )


def with_leg(journey: Journey, leg: Leg) -> Journey:
    """Return the journey with a leg in place of the one that has its id.

    Raises:
        InvalidValue: the legs would not follow each other any more.
    """
    return replace(journey, legs=tuple(leg if old.id == leg.id else old for old in journey.legs))


def without_leg(journey: Journey, leg: LegId) -> Journey:
    """Return the journey without a leg."""
    return replace(journey, legs=tuple(old for old in journey.legs if old.id != leg))


def moved_from(journey: Journey, leg: LegId, day: date) -> Journey:
    """Return the journey with a leg leaving on another date, and all legs after it as much later.

    Their times of day stay: a trip that is moved to another day is booked on the same services.

    Raises:
        InvalidValue: the legs would not follow each other any more.
    """
    place = next(n for n, old in enumerate(journey.legs) if old.id == leg)
    shift = day - journey.legs[place].departure.at.day
    later = (_shifted(old, shift) for old in journey.legs[place:])
    return replace(journey, legs=(*journey.legs[:place], *later))


def departing(leg: Leg, at: Moment) -> Leg:
    """Return the leg leaving at another moment; it arrives as much later if it would be over."""
    departure = replace(leg.departure, at=at)
    if at.instant < leg.arrival.at.instant:
        return replace(leg, departure=departure)
    late = at.instant - leg.departure.at.instant
    arrival = replace(leg.arrival, at=leg.arrival.at.moved(late))
    return replace(leg, departure=departure, arrival=arrival)


def _shifted(leg: Leg, shift: timedelta) -> Leg:
    departure, arrival = leg.departure.at, leg.arrival.at
    return replace(
        leg,
        departure=replace(leg.departure, at=departure.on(departure.day + shift)),
        arrival=replace(leg.arrival, at=arrival.on(arrival.day + shift)),
    )


def _leg(start: Moment, end: Moment) -> Leg:
    mark = fresh_calendar_mark()
    stops = Stop("", start), Stop("", end)
    return Leg(LegId(fresh_id("leg")), LegKind.FLIGHT, *stops, mark, is_estimated=True)


def _visit(plan: Plan, candidate: CandidateId) -> tuple[Moment, Moment]:
    """Return when the candidate's visit begins and ends; calls from anywhere are no visit."""
    own = [b for b in plan.blocks.values() if candidate in b.candidates and b.timebox is not None]
    there = [block for block in own if not block.is_call_from_anywhere] or own
    boxes = [block.timebox for block in there if block.timebox is not None]
    if not boxes:
        today = Moment(plan.changed, plan.zone())
        return today.moved(DAY), today.moved(DAY)
    last = max(boxes, key=lambda box: box.start.instant)
    first = min((box.start for box in boxes), key=lambda start: start.instant)
    return first, last.end or last.start


def _home(plan: Plan, candidate: CandidateId) -> str:
    found = plan.candidates.get(candidate)
    return found.zone if found is not None and found.zone else plan.zone()
