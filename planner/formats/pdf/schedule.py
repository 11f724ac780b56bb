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
_LEAST_FOR_HEADS: Final = 3
_COMMON: Final[Sequence[Command]] = [
    ("LINEBELOW", (0, 0), (-1, -1), 0.5, style.HAIRLINE),
    ("TOPPADDING", (0, 0), (-1, -1), 4),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
    ("LEFTPADDING", (0, 0), (0, -1), 8),
    ("RIGHTPADDING", (-1, 0), (-1, -1), 8),
    ("RIGHTPADDING", (1, 0), (1, -1), 8),
]
_HEAD_LOOKS: Final[Sequence[Command]] = [
    ("TOPPADDING", (0, 0), (-1, 0), 0),
    ("BOTTOMPADDING", (0, 0), (-1, 0), 2),
]
_FIRST_LINE: Final[Command] = ("LINEABOVE", (0, 0), (-1, 0), 0.5, style.HAIRLINE)


def day_section(day: Day, heading: Sequence[Flowable], typesetter: Typesetter) -> Section:
    """Return a day under its heading: whose clocks, the strip, the rows."""
    shown = strips(day, typesetter)
    return Section(
        [
            *heading,
            _glance(day, typesetter, has_strip=bool(shown)),
            Spacer(0, style.GRID),
            *([*shown, Spacer(0, 2 * style.GRID)] if shown else []),
            schedule(day, typesetter),
        ],
        typesetter.height,
    )


def schedule(day: Day, typesetter: Typesetter) -> Flowable:
    """Return the table of a day; its head tells the date again on every page."""
    has_others = any(not row.is_own for row in day.rows)
    heads = [_heads(day, typesetter)] if len(day.rows) >= _LEAST_FOR_HEADS else []
    cells: list[list[Cell]] = []
    looks: list[Command] = [*_HEAD_LOOKS] if heads else [_FIRST_LINE]
    for number, row in enumerate(day.rows, start=len(heads)):
        is_marked = has_others and row.is_own
        what = _what(row, typesetter, is_marked=is_marked)
        cells.append([_time(row, typesetter), what, _where(row, typesetter)])
        looks += _looks(row, number, is_marked=is_marked)
    return rows(
        [*heads, *cells],
        [_TIME, typesetter.width - _TIME - _WHERE, _WHERE],
        typesetter.height,
        [*_COMMON, *looks],
        heads=len(heads),
    )


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
    times = Part(row.times, bold=row.is_own, colour=_colour(row))
    cell = [typesetter.parts([times], style.TIME)]
    return [*cell, *typesetter.lines([row.zone_mark])] if row.zone_mark else cell


def _what(row: Row, typesetter: Typesetter, *, is_marked: bool) -> Cell:
    # Regular and sloped: what is not certain looks so on grey paper too.
    is_bold = row.is_own and not row.is_unconfirmed
    colour = _colour(row)
    parts = [Part(row.headline, bold=is_bold, italic=row.is_unconfirmed, colour=colour)]
    aside = row.aside or _kind_of_rest(row)
    if aside:
        parts.append(Part(f"{JOINT}{aside}", colour=colour))
    return [
        typesetter.parts(parts, style.BODY),
        *typesetter.lines(row.lines, style.OWN if is_marked else style.QUIET),
        *typesetter.links(row.links, style.QUIET),
    ]


def _colour(row: Row) -> Color | None:
    if row.tone is Tone.REST:
        return style.REST_INK
    return None if row.is_own else style.MUTED


def _kind_of_rest(row: Row) -> str:
    """Return in a word that a row is rest, where its title does not say so: tint is not enough."""
    kind = row.cells.kind if row.tone is Tone.REST and row.is_own else ""
    return "" if kind.casefold() in row.headline.casefold() else kind


def _where(row: Row, typesetter: Typesetter) -> Cell:
    look: ParagraphStyle = style.REST_PLACE if row.tone is Tone.REST else style.PLACE
    told = JOINT.join(part for part in (row.place, row.place_detail) if part)
    return [typesetter.line(told, look)] if told else []
