"""A QR code that puts a day into the reader's calendar, drawn as one path."""

from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache
from typing import Final

import segno
from reportlab.pdfgen.pathobject import PDFPathObject
from reportlab.platypus import Flowable, Spacer

from planner.formats.itinerary.content import Day, Row, Tone
from planner.formats.pdf.style import CAPTION, GRID, INK
from planner.formats.pdf.typesetter import Typesetter
from planner.formats.wording import pages as words

SIZE: Final = 76.0
WIDTH: Final = 108.0

# Longer texts make modules too small for a phone's camera at this size.
_LONGEST_TEXT: Final = 80
_STAMP: Final = "%Y%m%dT%H%M%SZ"
_ESCAPED: Final = str.maketrans({"\\": "\\\\", ",": "\\,", ";": "\\;"})


class QuickCode(Flowable):
    """Black modules on the paper; whoever places it leaves four modules of white around it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.width = self.height = SIZE
        self._text = text

    def wrap(self, width: float, _: float) -> tuple[float, float]:
        """Take the whole width; the code stands at its right end."""
        self.width = width
        return self.width, self.height

    def draw(self) -> None:
        """Fill one path, so that no seams show between modules."""
        modules, rectangles = _drawn(self._text)
        canvas = self.canv
        canvas.saveState()
        canvas.translate(self.width - SIZE, 0)
        canvas.scale(SIZE / modules, SIZE / modules)
        canvas.setFillColor(INK)
        canvas.drawPath(PDFPathObject(list(rectangles)), stroke=0, fill=1)
        canvas.restoreState()


def calendar_code(title: str, day: Day, typesetter: Typesetter) -> list[Flowable]:
    """Return the code of a day with what it holds below it; nothing for a day of travel only."""
    text = calendar_event(title, day)
    if not text:
        return []
    first, *_ = meetings = _meetings(day)
    language = typesetter.language
    span = f"{language.short_day(day.day)}, {language.span(first.start, _last(meetings).end)}"
    return [
        QuickCode(text),
        Spacer(0, GRID),
        typesetter.line(f"{typesetter.say(words.ADD_TO_CALENDAR)}\n{span}", CAPTION),
    ]


def calendar_event(title: str, day: Day) -> str:
    """Return a day as one calendar event (RFC 5545 section 3.6.1), from first start to last end.

    Without a UID and unfolded, as cameras read it; empty where nothing but travel happens.
    """
    rows = _meetings(day)
    if not rows:
        return ""
    start, last = rows[0].start.instant, _last(rows)
    end = (last.end or last.start).instant
    where = next((row.where for row in rows if row.where), "")
    lines = [
        "BEGIN:VEVENT",
        f"SUMMARY:{_text(title)}",
        f"DTSTART:{_stamp(start)}",
        *([f"DTEND:{_stamp(end)}"] if end > start else []),
        *([f"LOCATION:{_text(where)}"] if where else []),
        "END:VEVENT",
    ]
    return "\r\n".join(lines)


def _meetings(day: Day) -> list[Row]:
    return [row for row in day.rows if row.tone is not Tone.TRAVEL]


def _last(rows: Sequence[Row]) -> Row:
    return max(rows, key=lambda row: (row.end or row.start).instant)


def _stamp(instant: datetime) -> str:
    return instant.strftime(_STAMP)


def _text(text: str) -> str:
    """Escape a text (RFC 5545 section 3.3.11)."""
    cut = text if len(text) <= _LONGEST_TEXT else f"{text[: _LONGEST_TEXT - 1].rstrip()}\u2026"
    return cut.translate(_ESCAPED)


@lru_cache(maxsize=64)
def _drawn(text: str) -> tuple[int, tuple[str, ...]]:
    """Return how many modules a side has, and its dark ones as rectangles (ISO 32000-1, 8.5.2)."""
    matrix = segno.make_qr(text, error="m", encoding="utf-8").matrix
    rectangles = (
        f"{start} {len(matrix) - number} {stop - start} 1 re"
        for number, row in enumerate(matrix, start=1)
        for start, stop in _dark(row)
    )
    return len(matrix), tuple(rectangles)


def _dark(row: bytearray) -> list[tuple[int, int]]:
    """Return where dark modules begin and end."""
    edges = [
        index
        for index in range(len(row) + 1)
        if (index < len(row) and row[index]) != (index > 0 and row[index - 1])
    ]
    return list(zip(edges[::2], edges[1::2], strict=True))
