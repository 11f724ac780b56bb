"""The report of a day on paper: figures, a table with a picture of every block, and what was said."""

from collections.abc import Sequence
from typing import Final

from reportlab.platypus import Flowable, HRFlowable

from planner.formats.itinerary.content import Tone
from planner.formats.pdf import style
from planner.formats.pdf.bars import GhostedBar, ScaleMarks
from planner.formats.pdf.documents import PdfDocument
from planner.formats.pdf.page import Sheet, printed
from planner.formats.pdf.paper import Paper
from planner.formats.pdf.tables import Cell, Command, Gap, rows, side_by_side
from planner.formats.pdf.text import Part
from planner.formats.pdf.typesetter import JOINT, Typesetter
from planner.formats.report.content import DayReport, Figure, Passage, ReportRow
from planner.formats.wording import pages
from planner.formats.wording import report as words
from planner.formats.wording.language import language as language_of

_GAP: Final = 16.0
_PICTURE: Final = 250.0
_FEWEST: Final = 60  # characters that a column of words is made for
_WIDEST: Final = 3  # times the narrowest
_LOOKS: Final[list[Command]] = [
    ("LINEBELOW", (0, 0), (-1, -1), 0.5, style.HAIRLINE),
    ("LINEBELOW", (0, 0), (-1, 0), 0.8, style.INK),
    ("RIGHTPADDING", (0, 0), (-2, -1), 8),
    ("TOPPADDING", (0, 0), (-1, -1), 3),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
    ("BOTTOMPADDING", (0, 0), (-1, 0), 2),
    ("VALIGN", (0, 0), (-1, 0), "BOTTOM"),
    # The first and the last hour stand over the edges of the pictures.
    ("LEFTPADDING", (-1, 0), (-1, -1), 14),
    ("RIGHTPADDING", (-1, 0), (-1, -1), 14),
]
# Rests are pale on a strip; here they stand on white.
_BARS: Final = {
    **{tone: swatch.fill for tone, swatch in style.STRIP.items()},
    Tone.REST: style.REST_INK,
    Tone.OTHER: style.MUTED,
}


def report_pdf(content: DayReport, paper: Paper = Paper.A4) -> PdfDocument:
    """Return a report as a document, dated by the moment that it was made for."""
    language = language_of(content.language)
    sheet = Sheet(
        paper=paper,
        language=content.language,
        prepared=content.prepared,
        title=content.title,
        subject=content.heading,
        page_of=language.text(pages.PAGE_OF),
        reader=content.heading,
        dates=content.subtitle,
        footer=content.footer,
        is_landscape=True,
        has_head_on_first=False,
    )
    setting = Typesetter(language, content.prepared, sheet.width, sheet.height)
    file = printed(_story(content, setting), sheet, setting.report)
    return PdfDocument(file, setting.report.found)


def _story(content: DayReport, typesetter: Typesetter) -> list[Flowable]:
    subtitle = f"{content.heading} \u00b7 {content.subtitle}"
    return [
        typesetter.heading(content.title, style.LONG_TITLE),
        typesetter.line(subtitle, style.SUBTITLE),
        HRFlowable(width="100%", thickness=1.2, color=style.INK, spaceBefore=4, spaceAfter=6),
        _beside([_figure(figure, typesetter) for figure in content.figures], typesetter),
        Gap(),
        _table(content, typesetter),
        *_passages(content.passages, typesetter),
    ]


def _beside(columns: Sequence[Cell], typesetter: Typesetter) -> Flowable:
    width = (typesetter.width - _GAP * (len(columns) - 1)) / len(columns)
    return side_by_side(columns, [width] * len(columns), typesetter.height, _GAP)


def _figure(figure: Figure, typesetter: Typesetter) -> Cell:
    detail = [typesetter.line(figure.detail, style.CELL_QUIET)] if figure.detail else []
    return [
        typesetter.line(figure.label, style.COLUMN),
        typesetter.line(figure.value, style.FIGURE),
        *detail,
    ]


def _passages(passages: Sequence[Passage], typesetter: Typesetter) -> list[Flowable]:
    """Return the passages beside each other; those of a long day break like the rows above."""
    if not passages:
        return []
    columns = [
        [
            typesetter.line(passage.heading, style.SECTION),
            *(typesetter.line(line, style.BODY) for line in passage.lines),
        ]
        for passage in passages
    ]
    lengths = [_length(passage) for passage in passages]
    room = typesetter.width - _GAP * (len(columns) - 1)
    widths = [room * length / sum(lengths) for length in lengths]
    return [Gap(), side_by_side(columns, widths, typesetter.height, _GAP)]


def _length(passage: Passage) -> int:
    """Return how much a passage says, in characters, within bounds that keep every column readable."""
    said = sum(len(line) for line in passage.lines)
    return min(max(said, _FEWEST), _FEWEST * _WIDEST)


def _table(content: DayReport, typesetter: Typesetter) -> Flowable:
    say = typesetter.say
    clock = typesetter.language.clock
    marks = [(content.share(hour.instant), clock(hour)) for hour in content.hours]
    heads = [
        say(words.COLUMN_BLOCK),
        say(words.COLUMN_PLANNED),
        say(words.COLUMN_ACTUAL),
        say(words.COLUMN_LOST),
    ]
    zone = typesetter.line(content.zone_line, style.COLUMN)
    cells: list[list[Cell]] = [[[typesetter.line(head, style.COLUMN)] for head in heads]]
    cells[0].append([zone, ScaleMarks(marks, typesetter)])
    cells += [_cells(row, content, typesetter) for row in content.rows]
    looks = list(_LOOKS)
    for number, row in enumerate(content.rows, start=1):
        if row.tone is Tone.REST:
            looks.append(("BACKGROUND", (0, number), (-1, number), style.REST_TINT))
    widths = [0.0, 82.0, 150.0, 116.0, _PICTURE]
    widths[0] = typesetter.width - sum(widths)
    return rows(cells, widths, typesetter.height, looks, heads=1)


def _cells(row: ReportRow, content: DayReport, typesetter: Typesetter) -> list[Cell]:
    texts = row.texts
    about = [texts.candidates if content.has_candidates else "", texts.people]
    facts = JOINT.join(filter(None, (texts.start, texts.length)))
    planned = [texts.zone_mark] if texts.zone_mark else []
    return [
        [
            typesetter.parts([Part(texts.title, bold=True)], style.CELL),
            *typesetter.lines(filter(None, about), style.CELL_QUIET),
        ],
        [
            typesetter.line(texts.planned, style.CELL),
            *typesetter.lines(planned, style.CELL_QUIET),
        ],
        [
            typesetter.parts([Part(texts.actual, bold=row.is_on_time is False)], style.CELL),
            *typesetter.lines([facts] if facts else [], style.CELL_QUIET),
        ],
        [typesetter.line(text, style.CELL) for text in texts.lost],
        [_bar(row, content)],
    ]


def _bar(row: ReportRow, content: DayReport) -> Flowable:
    share = content.share
    actual = None
    if row.start is not None:
        end = row.end or max(row.start, row.planned_end)
        actual = share(row.start.instant), share(end.instant)
    return GhostedBar(
        [share(hour.instant) for hour in content.hours],
        (share(row.planned_start.instant), share(row.planned_end.instant)),
        actual,
        _BARS[row.tone] if row.end is not None else style.RULED,
    )
