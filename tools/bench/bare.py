"""The same files written by the bare libraries, to compare with."""

import io
import warnings
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import groupby
from typing import Any, Final
from xml.sax.saxutils import escape
from zoneinfo import ZoneInfo

import segno
from icalendar import Calendar, Event
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from planner.formats.itinerary.content import Itinerary
from planner.formats.pdf.quick_code import calendar_event
from planner.resources import bundled
from tools.bench.days import DAY, ZONE

_HALF = timedelta(minutes=30)
_REGULAR: Final = "Bare"
_BOLD: Final = "Bare-Bold"


def ical(texts: list[str]) -> bytes:
    """Return a calendar with an event for each text, as icalendar's own documentation does it."""
    calendar = Calendar()
    calendar.add("prodid", "-//bare//bare//EN")
    calendar.add("version", "2.0")
    start = datetime(DAY.year, DAY.month, DAY.day, 9, tzinfo=ZoneInfo(ZONE))
    for number, text in enumerate(texts):
        event = Event()
        event.add("uid", f"00000000-0000-4000-8000-{number:012d}")
        event.add("dtstamp", datetime(2026, 1, 1, tzinfo=UTC))
        event.add("dtstart", start + number * _HALF)
        event.add("dtend", start + (number + 1) * _HALF)
        event.add("summary", text.partition("\n")[0])
        event.add("location", "Room 0")
        event.add("description", text)
        event.add("transp", "OPAQUE")
        calendar.add_component(event)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


@dataclass(frozen=True, slots=True)
class Texts:
    """What a day's document says: lines above the table and its cells, each with its style.

    ``code`` is what the QR code holds (empty: none is drawn), ``strip`` the labels and times of the strip, ``running``
    what stands in the foot.
    """

    around: tuple[tuple[str, bool], ...]
    rows: tuple[tuple[str, str, str, str], ...]
    code: str
    strip: tuple[str, ...]
    running: tuple[str, ...]


def texts_of(content: Itinerary) -> Texts:
    """Return the texts of an itinerary of one day, as the document has them."""
    (day,) = content.days
    cards = [card for card in (content.place, content.contact) if card is not None]
    around = [
        (content.reader, True),
        (content.title, True),
        (content.subtitle, False),
        (f"{day.first} {day.hint}", True),
        ("Scan for your calendar", False),
        (content.subtitle, False),
        *((text, False) for card in cards for text in (card.heading, card.title)),
        *((link.text, True) for card in cards for link in card.links),
        (f"{day.glance} {day.zone_line}", False),
        (day.summary, False),
    ]
    ends = {day.strip[-1].end} if day.strip else set()
    times = sorted({piece.start for piece in day.strip} | ends)
    return Texts(
        around=tuple((text, is_bold) for text, is_bold in around if text),
        rows=tuple(
            (row.times, row.headline, ", ".join(row.lines), f"{row.place}, {row.place_detail}")
            for row in day.rows
        ),
        code=calendar_event(content.title, day),
        strip=(*(piece.label for piece in day.strip), *(f"{time:%H:%M}" for time in times)),
        running=("1 / 1", *content.footer),
    )


def pdf(texts: Texts) -> bytes:
    """Return a page with the same texts, fonts, table and code, by reportlab's plain means."""
    plain, bold = _styles()
    out = io.BytesIO()
    story: list[Flowable] = [
        Paragraph(escape(text), bold if is_bold else plain) for text, is_bold in texts.around
    ]
    heads = [Paragraph(text, plain) for text in ("Date", "What", "Where")]
    cells = [
        [
            Paragraph(time, bold),
            [Paragraph(who, bold), Paragraph(what, plain)],
            Paragraph(at, plain),
        ]
        for time, who, what, at in texts.rows
    ]
    style = TableStyle(
        [("LINEBELOW", (0, 0), (-1, -1), 0.4, "#cccccc"), ("VALIGN", (0, 0), (-1, -1), "TOP")]
    )
    table = Table([heads, *cells], colWidths=(90, 330, 90), style=style, repeatRows=1)
    story += [_Code(texts.code)] if texts.code else []
    story += [_Strip(texts.strip), Spacer(1, 12), table]

    def draw_running(canvas: Any, _: Any) -> None:
        canvas.setFont(_REGULAR, 8)
        for number, text in enumerate(texts.running):
            canvas.drawString(40 + 100 * number, 40, text)

    document = SimpleDocTemplate(out, pagesize=A4, title="Bare", topMargin=36, bottomMargin=48)
    document.build(story, onFirstPage=draw_running)
    return out.getvalue()


class _Code(Flowable):  # type: ignore[misc]  # reportlab has no types
    """A QR code as one path; the text is encoded once, as in the document it is compared with."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text
        self.width = self.height = 76.0

    def draw(self) -> None:
        matrix = _matrix(self._text)
        size = self.height / len(matrix)
        path = self.canv.beginPath()
        for number, row in enumerate(matrix, start=1):
            start = 0
            for is_dark, run in groupby(row):
                length = len(list(run))
                if is_dark:
                    path.rect(start * size, self.height - number * size, length * size, size)
                start += length
        self.canv.drawPath(path, stroke=0, fill=1)


class _Strip(Flowable):  # type: ignore[misc]  # likewise
    """Boxes with a text on each."""

    def __init__(self, texts: tuple[str, ...]) -> None:
        super().__init__()
        self._texts = texts
        self.width, self.height = 500.0, 32.0

    def draw(self) -> None:
        for number, text in enumerate(self._texts):
            x = number * self.width / len(self._texts)
            self.canv.setFillColorRGB(0.8, 0.8, 0.9)
            self.canv.rect(x, 12, 20, 20, stroke=0, fill=1)
            self.canv.setFillColorRGB(0, 0, 0)
            self.canv.setFont(_REGULAR, 8)
            self.canv.drawString(x, 16, text)


@cache
def _matrix(text: str) -> tuple[bytearray, ...]:
    return tuple(segno.make_qr(text, error="m", encoding="utf-8").matrix)


@cache
def _styles() -> tuple[ParagraphStyle, ParagraphStyle]:
    """Return a regular and a bold style of fonts that nobody else has loaded."""
    for name, file in ((_REGULAR, "InterTabular-Regular"), (_BOLD, "InterTabular-SemiBold")):
        registerFont(TTFont(name, str(bundled("fonts", "Inter", f"{file}.ttf"))))
    return (
        ParagraphStyle("bare", fontName=_REGULAR, fontSize=9.5, leading=14),
        ParagraphStyle("bare bold", fontName=_BOLD, fontSize=9.5, leading=14),
    )
