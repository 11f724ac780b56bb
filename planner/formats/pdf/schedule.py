"""The rows of a day as a table: when, what and who, where."""

from collections.abc import Sequence
from typing import Final

from reportlab.lib.colors import Color
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Spacer

from planner.formats.itinerary.content import Day, Row, Tone
from planner.formats.pdf import style
from planner.formats.pdf.strip import strips
from planner.formats.pdf.tables import Cell, Command, Section, rows
from planner.formats.pdf.text import Part
from planner.formats.pdf.typesetter import JOINT, Typesetter
from planner.formats.wording import documents as words

_TIME: Final = 100.0
_WHERE: Final = 116.0
_BAR: Final = 3.0


def day_section(
    day: Day, heading: Sequence[Flowable], typesetter: Typesetter
) -> Section:
    """Return a day under its heading: whose clocks, the strip, the rows."""
    shown = strips(day, typesetter)
    return Section(
        [
            *heading,
            _glance(day, typesetter, has_strip=bool(shown)),
            Spacer(0, style.GRID),
            *shown,
            Spacer(0, style.GRID),
            schedule(day, typesetter),
        ],
        typesetter.height,
    )


def schedule(day: Day, typesetter: Typesetter) -> Flowable:
    """Return the table of a day; its head tells the date again on every page."""
    has_others = any(not row.is_own for row in day.rows)
    heads = [_heads(day, typesetter)]
    body = [[_time(row, typesetter), _what(row, typesetter), _where(row, typesetter)] for row in day.rows]
    looks: list[Command] = []
    for number, row in enumerate(day.rows, start=1):
        looks += _looks(row, number, is_marked=has_others and row.is_own)
    return rows(
        [*heads, *body],
        [_TIME, typesetter.width - _TIME - _WHERE, _WHERE],
        typesetter.height,
        [*_COMMON, *looks],
        heads=1,
    )


_COMMON: Final[Sequence[Command]] = [
    ("LINEBELOW", (0, 0), (-1, -1), 0.5, style.HAIRLINE),
    ("TOPPADDING", (0, 1), (-1, -1), 5),
    ("BOTTOMPADDING", (0, 1), (-1, -1), 5),
    ("BOTTOMPADDING", (0, 0), (-1, 0), 2),
    ("LEFTPADDING", (0, 0), (0, -1), 8),
    ("RIGHTPADDING", (-1, 0), (-1, -1), 8),
    ("RIGHTPADDING", (1, 0), (1, -1), 8),
]


def _glance(day: Day, typesetter: Typesetter, *, has_strip: bool) -> Flowable:
    parts = [Part(f"{day.glance}  ", bold=True, colour=style.ACCENT)] if has_strip else []
    parts.append(Part(day.zone_line, colour=style.MUTED))
    if has_strip and day.summary:
        parts.append(Part(f"\n{day.summary}"))
    return typesetter.parts(parts, style.BODY)


def _heads(day: Day, typesetter: Typesetter) -> list[Cell]:
    date = typesetter.language.short_day(day.day)
    what, where = (typesetter.say(text) for text in (words.COLUMN_WHAT, words.COLUMN_WHERE))
    return [
        [typesetter.line(date, style.COLUMN)],
        [typesetter.line(what, style.COLUMN)],
        [typesetter.line(where, style.COLUMN_RIGHT)],
    ]


def _looks(row: Row, number: int, *, is_marked: bool) -> list[Command]:
    first, last = (0, number), (-1, number)
    if is_marked:
        return [
            ("BACKGROUND", first, last, style.OWN_TINT),
            ("LINEBEFORE", first, first, _BAR, style.ACCENT, "butt"),
        ]
    return [("BACKGROUND", first, last, style.REST_TINT)] if row.tone is Tone.REST else []


def _time(row: Row, typesetter: Typesetter) -> Cell:
    look = style.TIME if row.is_own else style.OTHER_TIME
    if row.tone is Tone.REST:
        look = style.REST_TIME
    cell = [typesetter.line(row.times, look)]
    return [*cell, *typesetter.lines([row.zone_mark])] if row.zone_mark else cell


def _what(row: Row, typesetter: Typesetter) -> Cell:
    is_rest = row.tone is Tone.REST
    colour: Color | None = style.REST_INK if is_rest else None
    if not row.is_own and not is_rest:
        colour = style.MUTED
    # Regular and sloped: what is not certain looks so on grey paper too.
    is_bold = row.is_own and not row.is_unconfirmed
    parts = [Part(row.headline, bold=is_bold, italic=row.is_unconfirmed, colour=colour)]
    aside = row.aside or _kind_of_rest(row)
    if aside:
        parts.append(Part(f"{JOINT}{aside}", colour=colour))
    return [
        typesetter.parts(parts, style.BODY),
        *typesetter.lines(row.lines),
        *typesetter.links(row.links, style.QUIET),
    ]


def _kind_of_rest(row: Row) -> str:
    """Return in a word that a row is rest, where its title does not say so: tint is not enough."""
    kind = row.cells.kind if row.tone is Tone.REST else ""
    return "" if kind.casefold() in row.headline.casefold() else kind


def _where(row: Row, typesetter: Typesetter) -> Cell:
    look: ParagraphStyle = style.REST_PLACE if row.tone is Tone.REST else style.PLACE
    cell = [typesetter.line(row.place, look)] if row.place else []
    if row.place_detail:
        cell.append(typesetter.line(row.place_detail, style.PLACE_DETAIL))
    return cell
