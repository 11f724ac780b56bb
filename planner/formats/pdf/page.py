"""Pages: margins, the head and foot that every page carries, and the file made of them."""

import io
import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any, Final

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

from planner.formats.pdf import fonts
from planner.formats.pdf.paper import Paper, size_of
from planner.formats.pdf.reportlab_fixes import date_document
from planner.formats.pdf.style import HAIRLINE, MUTED, RUNNING_SIZE
from planner.formats.pdf.text import MissingGlyphs, fitted

MARGIN: Final = 40.0
PRODUCT: Final = "Interview Day Planner"

_SAFE: Final = 36.0  # 12.7 mm: what any printer reaches
_HEAD: Final = 24.0
_FOOT: Final = 24.0
_GAP: Final = 16.0


@dataclass(frozen=True, slots=True)
class Sheet:
    """What all pages of a document share; every text is finished.

    ``page_of`` has the placeholders ``{page}`` and ``{pages}``. The first page may do without the
    head where its title says the same.
    """

    paper: Paper
    language: str
    prepared: datetime
    title: str
    subject: str
    page_of: str
    reader: str = ""
    dates: str = ""
    footer: str = ""
    is_landscape: bool = False
    has_head_on_first: bool = True

    @property
    def size(self) -> tuple[float, float]:
        """Return width and height of the paper in points."""
        return size_of(self.paper, is_landscape=self.is_landscape)

    @property
    def width(self) -> float:
        """Return the width of the text in points."""
        return self.size[0] - 2 * MARGIN

    @property
    def height(self) -> float:
        """Return the height of the text on a page with a head, in points."""
        return self.size[1] - 2 * _SAFE - _HEAD - _FOOT


def printed(story: Sequence[Flowable], sheet: Sheet, report: MissingGlyphs) -> bytes:
    """Return the PDF file of a story, told of its date and its language."""
    fonts.register()
    buffer = io.BytesIO()
    names = [sheet.title, *([sheet.reader] if sheet.reader not in sheet.title else [])]
    document = BaseDocTemplate(
        buffer,
        pagesize=sheet.size,
        pageTemplates=_templates(sheet, report),
        title=" \u00b7 ".join(names),
        author=PRODUCT,
        creator=PRODUCT,
        subject=sheet.subject,
        lang=sheet.language,
        initialFontName=fonts.REGULAR,
    )
    document.build(list(story), canvasmaker=partial(_NumberedCanvas, sheet=sheet, report=report))
    return buffer.getvalue()


def _templates(sheet: Sheet, report: MissingGlyphs) -> list[PageTemplate]:
    draw = partial(_draw_page, sheet=sheet, report=report)
    first = PageTemplate("first", [_frame(sheet, has_head=sheet.has_head_on_first)], onPage=draw)
    first.autoNextPageTemplate = "later"
    return [first, PageTemplate("later", [_frame(sheet, has_head=True)], onPage=draw)]


def _frame(sheet: Sheet, *, has_head: bool) -> Frame:
    height = sheet.height if has_head else sheet.height + _HEAD
    bare = {"leftPadding": 0, "rightPadding": 0, "topPadding": 0, "bottomPadding": 0}
    return Frame(MARGIN, _SAFE + _FOOT, sheet.width, height, **bare)


def _draw_page(canvas: Any, document: Any, sheet: Sheet, report: MissingGlyphs) -> None:
    if document.page > 1 or sheet.has_head_on_first:
        _draw_head(canvas, sheet, report)
    canvas.doForm(_foot_name(document.page))


def _draw_head(canvas: Any, sheet: Sheet, report: MissingGlyphs) -> None:
    baseline = sheet.size[1] - _SAFE - RUNNING_SIZE
    canvas.setFillColor(MUTED)
    dates = fitted(sheet.dates, fonts.REGULAR, RUNNING_SIZE, sheet.width / 2, report)
    dates.draw(canvas, MARGIN + sheet.width, baseline, "right")
    room = sheet.width - dates.width - _GAP
    reader = sheet.reader if sheet.reader not in sheet.title else ""
    name = fitted(reader, fonts.BOLD, RUNNING_SIZE, room / 2, report)
    name.draw(canvas, MARGIN, baseline)
    start = name.width + _GAP / 2 if reader else 0.0
    title = fitted(sheet.title, fonts.REGULAR, RUNNING_SIZE, room - start, report)
    title.draw(canvas, MARGIN + start, baseline)
    _draw_rule(canvas, sheet, baseline - _GAP / 2)


def _draw_foot(canvas: Any, sheet: Sheet, report: MissingGlyphs, page: int, pages: int) -> None:
    canvas.setFillColor(MUTED)
    of = sheet.page_of.format(page=page, pages=pages)
    number = fitted(of, fonts.REGULAR, RUNNING_SIZE, math.inf, report)
    number.draw(canvas, MARGIN + sheet.width, _SAFE + 2, "right")
    room = sheet.width - number.width - _GAP
    footer = fitted(sheet.footer, fonts.REGULAR, RUNNING_SIZE, room, report)
    footer.draw(canvas, MARGIN, _SAFE + 2)
    _draw_rule(canvas, sheet, _SAFE + 2 + RUNNING_SIZE + _GAP / 4)


def _draw_rule(canvas: Any, sheet: Sheet, height: float) -> None:
    canvas.setStrokeColor(HAIRLINE)
    canvas.setLineWidth(0.5)
    canvas.line(MARGIN, height, MARGIN + sheet.width, height)


def _foot_name(page: int) -> str:
    return f"foot{page}"


class _NumberedCanvas(Canvas):
    """Draws the feet when the last page is known; pages refer to them by name until then."""

    def __init__(self, *args: Any, sheet: Sheet, report: MissingGlyphs, **settings: Any) -> None:
        super().__init__(*args, **settings)
        self._sheet = sheet
        self._report = report
        self.setViewerPreference("DisplayDocTitle", "true")
        date_document(self, sheet.prepared)

    def save(self) -> None:
        """Draw the feet, then write the file."""
        pages = self.getPageNumber() - 1
        for page in range(1, pages + 1):
            self.beginForm(_foot_name(page))
            _draw_foot(self, self._sheet, self._report, page, pages)
            self.endForm()
        super().save()
