"""Calendars, tables and pages as simple HTML for the preview; nothing in it loads anything."""

import csv
import io
import re
from collections.abc import Iterable
from html import escape

from planner.app.exchange import Document
from planner.formats.itinerary.content import Entry, Itinerary
from planner.formats.itinerary.names import Format
from planner.formats.wording.language import Language
from planner.ui.theme.colours import Colours

_NOT_SHOWN = re.compile(
    r'<(style|title)\b.*?</\1>|<meta\b[^>]*>|<div class="strip".*?</div>', re.DOTALL
)
_ZONE = '<small class="zone">'


def readable(document: Document, content: Itinerary, language: Language) -> str:
    """Return what a calendar, table or page says, as HTML without style."""
    if document.what is Format.CALENDAR:
        return _calendar(content, language)
    text = document.data.decode("utf-8-sig")
    return _table(text) if document.what is Format.TIMETABLE else _page(text)


def style_of(colours: Colours) -> str:
    """Return the style of the preview, in the colours of the window."""
    return f"""
        body {{ color: {colours.text}; }}
        h1 {{ font-size: 20px; font-weight: 600; margin: 0 0 4px 0; }}
        h2 {{ font-size: 14px; font-weight: 600; color: {colours.link}; margin: 20px 0 6px 0; }}
        h3 {{ font-size: 13px; font-weight: 600; margin: 14px 0 0 0; }}
        p {{ margin: 2px 0; }}
        small, .quiet, .line, .aside, .zone, .subtitle, .where {{ color: {colours.text_muted}; }}
        a {{ color: {colours.link}; text-decoration: none; }}
        th {{ text-align: left; font-weight: 600; padding: 6px 12px 6px 0; }}
        td {{ padding: 6px 12px 6px 0; }}
        .cell {{ white-space: nowrap; padding: 6px 20px 6px 0; }}
    """


def _page(text: str) -> str:
    """Return the page without what this view cannot draw: its style and the strip of the day."""
    return _NOT_SHOWN.sub("", text).replace(_ZONE, f"<br/>{_ZONE}")


def _calendar(content: Itinerary, language: Language) -> str:
    return "".join(_entry(entry, language) for entry in content.entries)


def _entry(entry: Entry, language: Language) -> str:
    lines = dict.fromkeys([entry.location, *entry.description])
    told = "".join(f'<p class="line">{escape(line)}</p>' for line in lines if line)
    when = escape(_when(entry, language))
    return f"<h3>{escape(entry.summary)}</h3><p>{when}</p>{told}"


def _when(entry: Entry, language: Language) -> str:
    if entry.start is not None:
        day = language.day(entry.start.day)
        times = language.span(entry.start, entry.end)
        return f"{day} \u00b7 {times} ({language.offset(entry.start)})"
    days = [day for day in (entry.first_day, entry.day_after) if day is not None]
    return " \u2013 ".join(language.day(day) for day in days)


def _table(text: str) -> str:
    head, *rows = list(csv.reader(io.StringIO(text))) or [[]]
    kept = [n for n in range(len(head)) if any(n < len(row) and row[n] for row in rows)]
    shown = "".join(_row([row[n] for n in kept], "td") for row in rows)
    return f'<table cellspacing="0">{_row([head[n] for n in kept], "th")}{shown}</table>'


def _row(cells: Iterable[str], tag: str) -> str:
    shown = (f'<{tag} class="cell">{escape(cell)}</{tag}>' for cell in cells)
    return f"<tr>{''.join(shown)}</tr>"
