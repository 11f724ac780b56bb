"""The parts of a journey that belong into the day: when to leave, departure, arrival."""

from collections.abc import Iterable, Iterator
from datetime import date

from planner.domain.ids import CandidateId
from planner.domain.travel import Direction, Journey, Leg, LegKind, Stop
from planner.formats.itinerary.content import Cells, Row, Tone
from planner.formats.itinerary.people import shown_name
from planner.formats.itinerary.reading import Reading, joined
from planner.formats.itinerary.rows import shown_times
from planner.formats.itinerary.travel import named_stop, service_of
from planner.formats.plaintext import one_line
from planner.formats.wording import documents as words
from planner.formats.wording.terms import term


def travel_rows(
    reading: Reading, candidates: Iterable[CandidateId], days: Iterable[date]
) -> list[Row]:
    """Return what of the candidates' journeys happens on these days.

    A transfer says when to leave. A flight or train is a row where no transfer leads to or from it;
    else it stands in the travel card alone.
    """
    wanted, shown = set(candidates), set(days)
    journeys = [j for j in reading.plan.journeys.values() if j.candidate in wanted and j.legs]
    rows = (row for journey in journeys for row in _rows_of(reading, journey))
    return [row for row in rows if row.start.day in shown]


def _rows_of(reading: Reading, journey: Journey) -> Iterator[Row]:
    for leg in journey.legs:
        if leg.kind is LegKind.TRANSFER:
            yield _leaving(reading, journey, leg)
    first, last = journey.legs[0], journey.legs[-1]
    if journey.direction is Direction.OUTBOUND and last.kind is not LegKind.TRANSFER:
        yield _arriving(reading, journey, last)
    if journey.direction is not Direction.OUTBOUND and first.kind is not LegKind.TRANSFER:
        yield _departing(reading, journey, first)


def _leaving(reading: Reading, journey: Journey, leg: Leg) -> Row:
    headline = reading.say(words.LEAVE_FOR, place=named_stop(leg.arrival))
    length = reading.language.length(leg.arrival.at.instant - leg.departure.at.instant)
    aside = ", ".join(part for part in (service_of(leg), length) if part)
    return _row(reading, journey, leg, leg.departure, (headline, aside))


def _departing(reading: Reading, journey: Journey, leg: Leg) -> Row:
    kind = term(leg.kind, reading.language)
    headline = reading.say(words.SERVICE_LEAVES, kind=kind, place=named_stop(leg.arrival))
    return _row(reading, journey, leg, leg.departure, (headline, service_of(leg)))


def _arriving(reading: Reading, journey: Journey, leg: Leg) -> Row:
    headline = reading.say(words.SERVICE_ARRIVES, place=named_stop(leg.arrival))
    aside = joined([term(leg.kind, reading.language), service_of(leg)])
    return _row(reading, journey, leg, leg.arrival, (headline, aside))


def _row(reading: Reading, journey: Journey, leg: Leg, stop: Stop, said: tuple[str, str]) -> Row:
    headline, aside = said
    traveller = reading.plan.candidates.get(journey.candidate)
    return Row(
        start=stop.at,
        end=None,
        times=shown_times(reading, stop.at, None),
        tone=Tone.TRAVEL,
        headline=headline,
        aside=aside,
        lines=(reading.say(words.ESTIMATED),) if leg.is_estimated else (),
        place=one_line(stop.name),
        place_detail=one_line(stop.code),
        where=named_stop(stop),
        cells=Cells(
            kind=term(leg.kind, reading.language),
            title=headline,
            candidates=(shown_name(traveller),) if traveller is not None else (),
        ),
    )
