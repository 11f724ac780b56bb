"""The same files written by the bare libraries, to compare with."""

import io
import warnings
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from tools.bench.days import DAY, ZONE

_HALF = timedelta(minutes=30)
_BODY = getSampleStyleSheet()["BodyText"]


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


def pdf(rows: list[tuple[str, str, str]], around: list[str]) -> bytes:
    """Return a page with a table of three columns and the texts around it."""
    out = io.BytesIO()
    cells = [[Paragraph(cell, _BODY) for cell in row] for row in rows]
    style = TableStyle([("LINEBELOW", (0, 0), (-1, -1), 0.4, "#cccccc")])
    story = [Paragraph(text, _BODY) for text in around]
    story += [Spacer(1, 12), Table(cells, colWidths=(90, 330, 90), style=style, repeatRows=1)]
    SimpleDocTemplate(out, pagesize=A4, title="Bare").build(story)
    return out.getvalue()
