"""The coordinator's run sheet: every row of a day with room to write what really happened."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from reportlab.platypus import Flowable, HRFlowable, Spacer

from planner.domain.blocks import Rsvp
from planner.formats.itinerary.content import Card, Day, Itinerary, Participant, Row, Tone
from planner.formats.itinerary.cues import cues
from planner.formats.pdf import style
from planner.formats.pdf.cards import GAP
from planner.formats.pdf.contact_block import appendix
from planner.formats.pdf.notes import TickBox
from planner.formats.pdf.outline import Landmark
from planner.formats.pdf.tables import Cell, Command, Gap, Section, rows, side_by_side
from planner.formats.pdf.text import Part
from planner.formats.pdf.typesetter import JOINT, Typesetter, whole_number
from planner.formats.wording import documents as words
from planner.formats.wording import pages
from planner.formats.wording.terms import term

_MOST_NAMES: Final = 8
_LOOKS: Final[list[Command]] = [
    ("LINEBELOW", (0, 0), (-1, -1), 0.5, style.HAIRLINE),
    ("LINEBELOW", (0, 0), (-1, 0), 0.8, style.INK),
    ("LEFTPADDING", (0, 0), (-1, -1), 4),
    ("RIGHTPADDING", (0, 0), (-1, -1), 4),
    ("TOPPADDING", (0, 0), (-1, -1), 4),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 5),
    ("BOTTOMPADDING", (0, 0), (-1, 0), 2),
    # Lines between what is filled in by hand.
    ("LINEBEFORE", (-4, 1), (-1, -1), 0.5, style.HAIRLINE),
]


@dataclass(frozen=True, slots=True)
class _Column:
    """A column of the table; the one without a width takes what the others leave."""

    heading: str
    cell: Callable[[Row, Typesetter], Cell]
    width: float = 0.0


def run_sheet_story(content: Itinerary, typesetter: Typesetter) -> list[Flowable]:
    """Return the days of a plan in order, then whom to reach, travel, and an empty change log."""
    is_alone = len(content.days) == 1
    story = _head(content, typesetter)
    for day in content.days:
        story += [_day(day, typesetter, is_alone=is_alone), Gap()]
    if not content.days:
        story.append(typesetter.line(typesetter.say(pages.NOTHING_PLANNED), style.LEAD))
    return story + appendix(content, typesetter)


def _head(content: Itinerary, typesetter: Typesetter) -> list[Flowable]:
    told: Cell = [
        typesetter.heading(content.title, style.LONG_TITLE),
        *typesetter.lines([content.subtitle] if len(content.days) > 1 else [], style.SUBTITLE),
    ]
    head = told
    if content.contact is not None:
        half = (typesetter.width - GAP) / 2
        columns = [told, _contact(content.contact, typesetter)]
        head = [side_by_side(columns, [half, half], typesetter.height, GAP)]
    rule = HRFlowable(width="100%", thickness=1.2, color=style.INK, spaceBefore=4, spaceAfter=4)
    return [*head, rule]


def _contact(card: Card, typesetter: Typesetter) -> Cell:
    label = Part(f"{card.heading}: ", bold=True, colour=style.ACCENT)
    return [
        typesetter.heading(card.title, style.BODY_RIGHT, lambda name: [label, Part(name)]),
        *typesetter.links(card.links, style.CALL_RIGHT),
    ]


def _day(day: Day, typesetter: Typesetter, *, is_alone: bool) -> Flowable:
    candidates = {row.cells.candidates for row in day.rows if row.cells.candidates}
    is_shared = len(candidates) != 1
    names = "" if is_shared else JOINT + typesetter.language.join(min(candidates))
    date = Part(day.heading, bold=True)
    zone = Part(f"  {day.zone_line}", colour=style.MUTED, size=style.BODY.fontSize)
    marks: list[Flowable] = [] if is_alone else [Landmark(day.heading)]
    table = _table(day, _columns(day, typesetter, has_candidates=is_shared), typesetter)
    heading = typesetter.heading(
        names, style.DAY_LINE, lambda name: [date, Part(name, bold=True), zone]
    )
    return Section([*marks, heading, Spacer(0, style.GRID), table], typesetter.height)


def _table(day: Day, columns: Sequence[_Column], typesetter: Typesetter) -> Flowable:
    looks = [*_LOOKS, *_time_lines(day)]
    for number, row in enumerate(day.rows, start=1):
        if row.tone is Tone.REST:
            looks.append(("BACKGROUND", (0, number), (-1, number), style.REST_TINT))
    cells = [[[typesetter.line(column.heading, style.COLUMN)] for column in columns]]
    cells += [[column.cell(row, typesetter) for column in columns] for row in day.rows]
    free = typesetter.width - sum(column.width for column in columns)
    widths = [column.width or free for column in columns]
    return rows(cells, widths, typesetter.height, looks, heads=1)


def _time_lines(day: Day) -> list[Command]:
    """Return stronger lines where another time begins, if much happens at the same time."""
    starts = [row.start.instant for row in day.rows]
    if len(set(starts)) == len(starts):
        return []
    return [
        ("LINEABOVE", (0, number), (-1, number), 0.8, style.RULED)
        for number in range(2, len(starts) + 1)
        if starts[number - 1] != starts[number - 2]
    ]


def _columns(day: Day, typesetter: Typesetter, *, has_candidates: bool) -> list[_Column]:
    say = typesetter.say
    candidates = [_Column(say(words.COLUMN_CANDIDATE), _candidates, 96)] if has_candidates else []
    return [
        _Column(typesetter.language.short_day(day.day), _time, 76),
        _Column(say(words.COLUMN_WHAT), _what),
        *candidates,
        _Column(say(pages.COLUMN_WHO), _who, 138),
        _Column(say(words.COLUMN_WHERE), _where, 78),
        _Column(say(pages.COLUMN_STARTED), _nothing, 44),
        _Column(say(pages.COLUMN_ENDED), _nothing, 44),
        _Column(say(pages.COLUMN_DONE), _tick_box, 36),
        _Column(say(pages.COLUMN_NOTES), _nothing, 84),
    ]


def _nothing(_: Row, __: Typesetter) -> Cell:
    return []


def _tick_box(_: Row, __: Typesetter) -> Cell:
    return [TickBox()]


def _time(row: Row, typesetter: Typesetter) -> Cell:
    length = ""
    if row.end is not None:
        length = typesetter.language.length(row.end.instant - row.start.instant)
    below = [text for text in (length, row.zone_mark) if text]
    return [
        typesetter.line(row.times, style.CELL_TIME),
        *typesetter.lines(below, style.CELL_QUIET),
    ]


def _what(row: Row, typesetter: Typesetter) -> Cell:
    title = row.cells.title or row.cells.kind
    facts = [row.cells.mode, row.aside if row.tone is Tone.TRAVEL else ""]
    told = [fact for fact in facts if fact]
    return [
        typesetter.parts(
            [Part(title, bold=True), *(Part(f"{JOINT}{t}") for t in told)], style.CELL
        ),
        *typesetter.lines(cues(row, typesetter.language), style.CELL_QUIET),
        *typesetter.links(row.links, style.CELL_QUIET),
    ]


def _candidates(row: Row, typesetter: Typesetter) -> Cell:
    names = row.cells.candidates
    shown = list(names[:_MOST_NAMES])
    if left := len(names) - len(shown):
        one, many = pages.MORE_PEOPLE
        shown.append(typesetter.language.count(one, many, left))
    return [typesetter.line(name, style.CELL) for name in shown]


def _who(row: Row, typesetter: Typesetter) -> Cell:
    return [_participant(who, typesetter) for who in row.cells.participants]


def _participant(who: Participant, typesetter: Typesetter) -> Flowable:
    accepted = term(Rsvp.ACCEPTED, typesetter.language)
    is_open = who.name == typesetter.say(words.NOBODY_YET)
    parts = [Part(who.name, bold=not is_open, italic=is_open)]
    facts = [who.title, who.role, who.answer if who.answer != accepted else ""]
    told = [Part(fact, colour=style.MUTED) for fact in facts if fact]
    phones = [link for link in who.links if link.target.startswith("tel:")]
    told += [
        Part(whole_number(phone.text), colour=style.ACCENT, link=phone.target) for phone in phones
    ]
    for number, part in enumerate(told):
        parts += [Part(JOINT if number else "\n"), part]
    return typesetter.parts(parts, style.CELL)


def _where(row: Row, typesetter: Typesetter) -> Cell:
    cell = [typesetter.line(row.place, style.CELL)] if row.place else []
    return [
        *cell,
        *typesetter.lines([row.place_detail] if row.place_detail else [], style.CELL_QUIET),
    ]
