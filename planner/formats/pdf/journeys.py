"""The way there and back: a card for each journey, a line for each end of a leg."""

from typing import Final

from reportlab.platypus import Flowable

from planner.formats.itinerary.content import Itinerary, LegLine, StopLine, TravelCard
from planner.formats.pdf import style
from planner.formats.pdf.cards import Headed, inner_width
from planner.formats.pdf.tables import Cell, Command, rows
from planner.formats.pdf.text import Part
from planner.formats.pdf.typesetter import JOINT, Typesetter

_TIME: Final = 56.0
_ZONE: Final = 48.0
_ZONES: Final[list[Command]] = [
    ("RIGHTPADDING", (1, 0), (1, -1), 8),
    ("BOTTOMPADDING", (0, 1), (-1, -1), 2),
]


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
    lines = [line for leg in journey.legs for line in _leg(leg, typesetter)]
    room = inner_width(typesetter) - _TIME - _ZONE
    return rows(lines, [_TIME, room, _ZONE], typesetter.height, _ZONES)


def _leg(leg: LegLine, typesetter: Typesetter) -> list[list[Cell]]:
    departs, arrives = leg.departure, leg.arrival
    facts = [leg.kind, leg.service, leg.length, *leg.details]
    told = [JOINT.join(fact for fact in facts if fact), leg.change]
    below = typesetter.lines([text for text in told if text])
    below += typesetter.lines([leg.estimate] if leg.estimate else [], style.ESTIMATE)
    new_day: list[list[Cell]] = []
    if leg.day:
        new_day = [[[], [typesetter.line(leg.day, style.STRONG)], []]]
    return [
        *new_day,
        [_clock(departs, "", typesetter), [_place(departs, typesetter)], _zone(departs, typesetter)],
        [
            _clock(arrives, leg.day_shift, typesetter),
            [_place(arrives, typesetter), *below],
            _zone(arrives, typesetter),
        ],
    ]


def _clock(stop: StopLine, day_shift: str, typesetter: Typesetter) -> Cell:
    shift = [Part(f" {day_shift}", bold=True, size=style.QUIET.fontSize)] if day_shift else []
    return [typesetter.parts([Part(stop.clock), *shift], style.TIME)]


def _place(stop: StopLine, typesetter: Typesetter) -> Flowable:
    code = f" {stop.code}" if stop.code and stop.name else stop.code
    parts = [Part(stop.name), Part(code, bold=True)]
    if stop.terminal:
        parts.append(Part(f"{JOINT}{stop.terminal}"))
    return typesetter.parts([part for part in parts if part.text], style.BODY)


def _zone(stop: StopLine, typesetter: Typesetter) -> Cell:
    return [typesetter.line(stop.zone, style.PLACE_DETAIL)]
