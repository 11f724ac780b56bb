"""Journeys as cards: both ends of every leg on their own clocks."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from planner.domain.audiences import AudienceKind
from planner.domain.ids import CandidateId
from planner.domain.times import ZERO, Moment
from planner.domain.travel import Direction, Journey, Leg, LegKind, Payer, Stop
from planner.formats.itinerary.content import (
    Entry,
    LegLine,
    StopLine,
    TravelCard,
)
from planner.formats.itinerary.entries import Telling, timed_entry
from planner.formats.itinerary.people import shown_name
from planner.formats.itinerary.reading import Reading, joined
from planner.formats.plaintext import one_line
from planner.formats.wording import documents as words
from planner.formats.wording.terms import term

_ALARMS = {
    LegKind.FLIGHT: timedelta(hours=3),
    LegKind.TRAIN: timedelta(hours=1),
    LegKind.TRANSFER: timedelta(minutes=15),
}
_RECENT = timedelta(days=2)
_ARROW = " \u2192 "


def travel_cards(reading: Reading, candidates: Iterable[CandidateId]) -> tuple[TravelCard, ...]:
    """Return the journeys of candidates that have legs, in order of departure."""
    wanted = set(candidates)
    journeys = [
        journey
        for journey in reading.plan.journeys.values()
        if journey.candidate in wanted
        and journey.legs
        and reading.is_near(journey.legs[0].departure.at.day)
    ]
    journeys.sort(key=lambda journey: (journey.legs[0].departure.at.instant, journey.id))
    return tuple(_travel_card(reading, journey) for journey in journeys)


def arrival_line(reading: Reading, candidate: CandidateId, before: Moment) -> str:
    """Return when a candidate's journey there ended, at most two days before a moment.

    Nothing else about the journey: those who meet the candidate need know no more.
    """
    arrivals = [
        journey.arrival
        for journey in reading.plan.journeys.values()
        if journey.candidate == candidate and journey.direction is Direction.OUTBOUND
    ]
    known = [
        arrival
        for arrival in arrivals
        if arrival is not None and ZERO <= before.instant - arrival.instant <= _RECENT
    ]
    if not known:
        return ""
    last = max(known, key=lambda arrival: arrival.instant)
    return reading.say(
        words.ARRIVES,
        day=reading.language.short_day(last.day),
        clock=reading.language.clock(last),
        city=reading.city(last.zone),
        offset=reading.offset(last),
    )


def service_of(leg: Leg) -> str:
    """Return carrier and number, as ``Example Air EX 397``."""
    carrier, number = one_line(leg.carrier), one_line(leg.number)
    return f"{carrier} {number}".strip()


def named_stop(stop: Stop) -> str:
    """Return name and code, as ``Athens (ATH)``."""
    name, code = one_line(stop.name), one_line(stop.code)
    return f"{name} ({code})" if name and code else name or code


def payer_words(reading: Reading, payer: Payer) -> str:
    """Return who pays, as the reader would be told."""
    if is_own(reading) and payer is Payer.CANDIDATE:
        return reading.say(words.PAID_BY_YOU)
    return term(payer, reading.language)


def is_own(reading: Reading) -> bool:
    """Say whether the reader is the traveller."""
    return reading.audience.kind is AudienceKind.CANDIDATE


def traveller_of(reading: Reading, candidate: CandidateId) -> str:
    """Return who travels; nothing where it is the reader."""
    found = reading.plan.candidates.get(candidate)
    return "" if is_own(reading) or found is None else shown_name(found)


def _travel_card(reading: Reading, journey: Journey) -> TravelCard:
    day = reading.language.short_day(journey.legs[0].departure.at.day)
    legs = journey.legs
    lines = [
        _leg_line(reading, leg, before, after)
        for before, leg, after in zip((None, *legs), legs, (*legs[1:], None), strict=False)
    ]
    estimate = reading.say(words.ESTIMATED) if all(leg.is_estimated for leg in legs) else ""
    return TravelCard(
        heading=reading.say(
            words.JOURNEY_ON, day=day, direction=term(journey.direction, reading.language)
        ),
        traveller=traveller_of(reading, journey.candidate),
        legs=tuple(replace(line, estimate="") if estimate else line for line in lines),
        payer=payer_words(reading, journey.paid_by),
        estimate=estimate,
    )


def _leg_line(reading: Reading, leg: Leg, before: Leg | None, after: Leg | None) -> LegLine:
    departure, arrival = leg.departure.at, leg.arrival.at
    days = (arrival.day - departure.day).days
    is_new_day = before is not None and before.departure.at.day != departure.day
    short_day = reading.language.short_day
    arrives = reading.say(words.ARRIVES_ON, day=short_day(arrival.day)) if days else ""
    return LegLine(
        kind=term(leg.kind, reading.language),
        service=service_of(leg),
        departure=_stop_line(reading, leg.departure),
        arrival=_stop_line(reading, leg.arrival),
        length=reading.language.length(arrival.instant - departure.instant),
        zones=_zones(reading, leg),
        day=short_day(departure.day) if is_new_day else "",
        day_shift=f"{days:+d}".replace("-", "\u2212") if days else "",
        details=(*([arrives] if arrives else []), *_leg_details(reading, leg)),
        estimate=reading.say(words.ESTIMATED) if leg.is_estimated else "",
        change=_change(reading, leg, after),
        entry=_leg_entry(reading, leg),
    )


def _stop_line(reading: Reading, stop: Stop) -> StopLine:
    terminal = one_line(stop.terminal)
    return StopLine(
        at=stop.at,
        clock=reading.language.clock(stop.at),
        zone=reading.offset(stop.at),
        day=reading.language.short_day(stop.at.day),
        name=one_line(stop.name),
        code=one_line(stop.code),
        terminal=_terminal(reading, terminal),
    )


def _terminal(reading: Reading, terminal: str) -> str:
    is_bare = terminal.isdigit() or len(terminal) in {1, 2}
    return reading.say(words.TERMINAL, terminal=terminal) if is_bare else terminal


def _leg_details(reading: Reading, leg: Leg) -> tuple[str, ...]:
    """Return what a traveller shows at the counter, to nobody but the traveller."""
    if not is_own(reading):
        return ()
    seat, reference = one_line(leg.seat), one_line(leg.reference)
    details = [
        one_line(leg.cabin),
        reading.say(words.SEAT, seat=seat) if seat else "",
        reading.say(words.REFERENCE, reference=reference) if reference else "",
    ]
    return tuple(detail for detail in details if detail)


def _zones(reading: Reading, leg: Leg) -> str:
    offsets = [reading.offset(stop.at) for stop in (leg.departure, leg.arrival)]
    return _ARROW.join(dict.fromkeys(offsets))


def _change(reading: Reading, leg: Leg, after: Leg | None) -> str:
    if after is None or LegKind.TRANSFER in {leg.kind, after.kind}:
        return ""
    wait = after.departure.at.instant - leg.arrival.at.instant
    place = one_line(leg.arrival.name) or one_line(leg.arrival.code)
    return reading.say(words.CHANGE_IN, length=reading.language.length(wait), place=place)


def _leg_entry(reading: Reading, leg: Leg) -> Entry:
    ends = [_short_stop(leg.departure), _short_stop(leg.arrival)]
    summary = " ".join(
        [term(leg.kind, reading.language), *([number] if (number := one_line(leg.number)) else [])]
    )
    lines = (
        _stop_words(reading, words.DEPARTURE_AT, leg.departure),
        _stop_words(reading, words.ARRIVAL_AT, leg.arrival),
        joined([service_of(leg), *_leg_details(reading, leg)]),
        reading.say(words.ESTIMATED) if leg.is_estimated else "",
    )
    telling = Telling(
        summary=f"{summary} {_ARROW.join(ends)}",
        location=named_stop(leg.departure),
        description=tuple(line for line in lines if line),
        alarm=_ALARMS[leg.kind] if is_own(reading) else None,
    )
    return timed_entry(reading, leg.calendar, leg.departure.at, leg.arrival.at, telling)


def _stop_words(reading: Reading, message: str, stop: Stop) -> str:
    place = named_stop(stop)
    terminal = _terminal(reading, one_line(stop.terminal))
    return reading.say(
        message,
        place=f"{place}, {terminal}" if terminal else place,
        day=reading.language.short_day(stop.at.day),
        clock=reading.language.clock(stop.at),
        offset=reading.offset(stop.at),
    )


def _short_stop(stop: Stop) -> str:
    return one_line(stop.code) or one_line(stop.name)
