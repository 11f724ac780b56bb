"""What stands behind a run sheet: whom to reach, who travels how, an empty log of changes."""

from collections.abc import Sequence
from typing import Final

from reportlab.platypus import Flowable

from planner.formats.itinerary.content import Card, Itinerary, LegLine, TravelCard
from planner.formats.pdf import style
from planner.formats.pdf.tables import Cell, Command, Gap, Section, rows
from planner.formats.pdf.text import Part
from planner.formats.pdf.typesetter import JOINT, Typesetter
from planner.formats.wording import documents as words
from planner.formats.wording import pages

_COLUMNS: Final = 3
_LOG_LINES: Final = 6
_LOG_HEIGHT: Final = 24.0
_LOG_TIME: Final = 64.0
_GRID: Final[list[Command]] = [
    ("LINEABOVE", (0, 0), (-1, -1), 0.5, style.HAIRLINE),
    ("RIGHTPADDING", (0, 0), (-1, -1), 12),
    ("TOPPADDING", (0, 0), (-1, -1), 4),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 8),
]
_LOG: Final[list[Command]] = [
    ("LINEBELOW", (0, 0), (-1, -1), 0.5, style.RULED),
    ("LINEBEFORE", (1, 1), (-1, -1), 0.5, style.HAIRLINE),
    ("LEFTPADDING", (0, 0), (-1, -1), 4),
    ("BOTTOMPADDING", (0, 0), (-1, 0), 2),
    ("BOTTOMPADDING", (0, 1), (-1, -1), _LOG_HEIGHT),
]


def appendix(content: Itinerary, typesetter: Typesetter) -> list[Flowable]:
    """Return the blocks that follow the days of a run sheet."""
    people = [_person(card, typesetter) for card in content.people]
    travel = [_journey(journey, typesetter) for journey in content.journeys]
    travel += [_stay(card, typesetter) for card in content.stays]
    story = _grid(pages.WHOM_TO_REACH, people, typesetter)
    story += _grid(pages.TRAVEL_AND_HOTEL, travel, typesetter)
    if content.unscheduled is not None:
        lines = typesetter.lines(content.unscheduled.lines, style.CELL)
        heading = typesetter.line(content.unscheduled.heading, style.SECTION)
        story += [Section([heading, *lines], typesetter.height), Gap()]
    return [*story, _change_log(typesetter)]


def _grid(heading: str, cells: Sequence[Cell], typesetter: Typesetter) -> list[Flowable]:
    if not cells:
        return []
    full = [*cells, *([[]] * (-len(cells) % _COLUMNS))]
    lines = [full[start : start + _COLUMNS] for start in range(0, len(full), _COLUMNS)]
    widths = [typesetter.width / _COLUMNS] * _COLUMNS
    table = rows(lines, widths, typesetter.height, _GRID)
    title = typesetter.line(typesetter.say(heading), style.SECTION)
    return [Section([title, table], typesetter.height), Gap()]


def _person(card: Card, typesetter: Typesetter) -> Cell:
    name = [Part(card.title, bold=True), Part(f"{JOINT}{card.heading}", colour=style.MUTED)]
    return [
        typesetter.parts(name, style.CELL),
        *typesetter.lines(card.lines, style.CELL_QUIET),
        *typesetter.links(card.links, style.CELL),
    ]


def _journey(journey: TravelCard, typesetter: Typesetter) -> Cell:
    """Return when somebody travels; references and seats are theirs."""
    name = [Part(journey.traveller, bold=True), Part(f"{JOINT}{journey.heading}")]
    estimates = [text for text in (journey.estimate,) if text]
    return [
        typesetter.parts(name, style.CELL),
        *typesetter.lines([_leg(leg, typesetter) for leg in journey.legs], style.CELL_QUIET),
        *typesetter.lines(estimates, style.CELL_QUIET),
    ]


def _leg(leg: LegLine, typesetter: Typesetter) -> str:
    stops = [f"{stop.clock} {stop.code or stop.name}" for stop in (leg.departure, leg.arrival)]
    way = typesetter.say(pages.LEG, departure=stops[0], arrival=stops[1], zones=leg.zones)
    another_day = typesetter.say(words.ARRIVES_ON, day=leg.arrival.day) if leg.day_shift else ""
    facts = [leg.day, way, another_day, leg.service or leg.kind, leg.estimate]
    return JOINT.join(fact for fact in facts if fact)


def _stay(card: Card, typesetter: Typesetter) -> Cell:
    name = [Part(card.subject, bold=True), Part(f"{JOINT}{card.title}")]
    estimates = [text for text in (card.estimate,) if text]
    return [
        typesetter.parts(name, style.CELL),
        *typesetter.lines([*card.lines, *estimates], style.CELL_QUIET),
        *typesetter.links(card.links, style.CELL_QUIET),
    ]


def _change_log(typesetter: Typesetter) -> Flowable:
    texts = (words.COLUMN_TIME, pages.COLUMN_CHANGE, pages.COLUMN_TOLD, pages.COLUMN_BY)
    heads = [[typesetter.line(typesetter.say(text), style.COLUMN)] for text in texts]
    empty: list[Cell] = [[], [], [], []]
    free = typesetter.width - _LOG_TIME
    widths = [_LOG_TIME, free * 0.52, free * 0.32, free * 0.16]
    table = rows([heads, *([empty] * _LOG_LINES)], widths, typesetter.height, _LOG, heads=1)
    title = typesetter.line(typesetter.say(pages.CHANGE_LOG), style.SECTION)
    return Section([title, table], typesetter.height)
