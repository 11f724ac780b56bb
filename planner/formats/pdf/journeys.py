"""The way there and back: a card for each journey, a line for each end of a leg."""

from typing import Final

from reportlab.platypus import Flowable

from planner.formats.itinerary.content import Itinerary, LegLine, StopLine, TravelCard
from planner.formats.pdf import style
from planner.formats.pdf.cards import Headed, inner_width
from planner.formats.pdf.tables import Cell, Command, rows
from planner.formats.pdf.text import Part
from planner.formats.pdf.typesetter import JOINT, Typesetter
from planner.formats.wording import documents as words

_TIME: Final = 56.0
_ZONE: Final = 48.0
_COMMON: Final[list[Command]] = [("TOPPADDING", (0, 0), (-1, 0), 4)]


def journey_cards(content: Itinerary, typesetter: Typesetter) -> list[Headed]:
    """Return a card for each journey; their heading stands above the first."""
    headings = [content.travel_heading] + [""] * len(content.journeys)
    return [
        Headed(heading, _journey(journey, typesetter))
        for heading, journey in zip(headings, content.journeys, strict=False)
    ]


def _journey(journey: TravelCard, typesetter: Typesetter) -> Cell:
    payer = [part for part in (journey.payer,) if part]
    estimate = [part for part in (journey.estimate,) if part]
    return [
        typesetter.line(journey.heading, style.STRONG),
        *typesetter.lines([text for text in (journey.traveller,) if text], style.BODY),
        _legs(journey, typesetter),
        *typesetter.lines(payer),
        *typesetter.lines(estimate, style.ESTIMATE),
    ]


def _legs(journey: TravelCard, typesetter: Typesetter) -> Flowable:
    cells: list[list[Cell]] = []
    looks: list[Command] = []
    for leg in journey.legs:
        if leg.day:
            cells.append([[], [typesetter.line(leg.day, style.STRONG)], []])
        cells += [_end(leg.departure, "", typesetter), _end(leg.arrival, leg.day_shift, typesetter)]
        cells.append([[], _about(leg, typesetter), []])
        looks += [
            ("SPAN", (1, len(cells) - 1), (2, len(cells) - 1)),
            ("BOTTOMPADDING", (0, len(cells) - 1), (-1, len(cells) - 1), 6),
        ]
    room = inner_width(typesetter) - _TIME - _ZONE
    return rows(cells, [_TIME, room, _ZONE], typesetter.height, [*_COMMON, *looks])


def _end(stop: StopLine, day_shift: str, typesetter: Typesetter) -> list[Cell]:
    return [
        _clock(stop, day_shift, typesetter),
        [_place(stop, typesetter)],
        [typesetter.line(stop.zone, style.PLACE_DETAIL)],
    ]


def _about(leg: LegLine, typesetter: Typesetter) -> Cell:
    """Return what is told below the ends of a leg; an arrival on another day before all else."""
    another_day = typesetter.say(words.ARRIVES_ON, day=leg.arrival.day) if leg.day_shift else ""
    facts = [leg.kind, leg.service, leg.length, *(d for d in leg.details if d != another_day)]
    told = [JOINT.join(fact for fact in facts if fact), leg.change]
    return [
        *typesetter.lines([another_day] if another_day else [], style.STRONG),
        *typesetter.lines([text for text in told if text]),
        *typesetter.lines([leg.estimate] if leg.estimate else [], style.ESTIMATE),
    ]


def _clock(stop: StopLine, day_shift: str, typesetter: Typesetter) -> Cell:
    shift = [Part(f" {day_shift}", bold=True, size=style.QUIET.fontSize)] if day_shift else []
    return [typesetter.parts([Part(stop.clock, bold=True), *shift], style.TIME)]


def _place(stop: StopLine, typesetter: Typesetter) -> Flowable:
    code = f" {stop.code}" if stop.code and stop.name else stop.code
    parts = [Part(stop.name), Part(code, bold=True)]
    if stop.terminal:
        parts.append(Part(f"{JOINT}{stop.terminal}"))
    return typesetter.parts([part for part in parts if part.text], style.BODY)
