"""The timetable of one reader as a CSV file that a spreadsheet opens without obeying it."""

import csv
import io
from collections.abc import Iterator

from planner.domain.audiences import Audience
from planner.domain.plan import Plan
from planner.formats.itinerary.composition import itinerary
from planner.formats.itinerary.content import ANY_EDITION, Edition, Itinerary, Row
from planner.formats.wording import documents as words
from planner.formats.wording.language import Language
from planner.formats.wording.language import language as language_of

# Excel takes a file without the mark for text of the system's code page and breaks every name that
# is not plain English; LibreOffice, Google Sheets, pandas and Python's utf-8-sig skip the mark.
ENCODING = "utf-8-sig"

# What a spreadsheet takes for a formula, also in full width (OWASP, CSV injection).
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
_LIST_SEPARATOR = "; "

_COLUMNS = (
    words.COLUMN_DATE,
    words.COLUMN_START,
    words.COLUMN_END,
    words.COLUMN_MINUTES,
    words.COLUMN_KIND,
    words.COLUMN_TITLE,
    words.COLUMN_CANDIDATE,
    words.COLUMN_PEOPLE,
    words.COLUMN_MODE,
    words.COLUMN_WHERE,
    words.COLUMN_FOCUS_AREAS,
    words.COLUMN_ZONE,
    words.COLUMN_OFFSET,
)


def timetable_csv(
    plan: Plan, audience: Audience, language: Language, edition: Edition = ANY_EDITION
) -> bytes:
    """Return the rows of one audience's days (RFC 4180, UTF-8 with a byte order mark).

    Every audience gets the same columns; those that it may not see are empty.

    Raises:
        UnknownRecord: the plan holds no such candidate, person or room.
    """
    return table(itinerary(plan, audience, language, edition))


def table(content: Itinerary) -> bytes:
    """Return the rows of an itinerary as a table with a head."""
    language = language_of(content.language)
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([language.text(column) for column in _COLUMNS])
    for row in _rows(content):
        writer.writerow([harmless(cell) for cell in _cells(row, language)])
    return text.getvalue().encode(ENCODING)


def harmless(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula: an apostrophe before what looks so."""
    return f"'{cell}" if cell.lstrip(" \u00a0\u3000").startswith(_FORMULA_STARTS) else cell


def _rows(content: Itinerary) -> Iterator[Row]:
    told: set[str] = set()
    for day in content.days:
        for row in day.rows:
            # A block with two candidates stands in the day of each; here it is one row.
            uid = row.entry.uid if row.entry is not None else ""
            if uid not in told:
                yield row
            told |= {uid} - {""}


def _cells(row: Row, language: Language) -> tuple[str, ...]:
    start, end = row.start.local, row.end.local if row.end is not None else None
    length = row.end.instant - row.start.instant if row.end is not None else None
    return (
        f"{start:%Y-%m-%d}",
        f"{start:%H:%M}",
        f"{end:%H:%M}" if end is not None else "",
        str(round(length.total_seconds() / 60)) if length is not None else "",
        row.cells.kind,
        row.cells.title,
        _LIST_SEPARATOR.join(row.cells.candidates),
        _LIST_SEPARATOR.join(participant.short for participant in row.cells.participants),
        row.cells.mode,
        row.where,
        _LIST_SEPARATOR.join(row.cells.focus_areas),
        row.start.zone,
        language.offset(row.start),
    )
