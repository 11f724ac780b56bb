"""From cells to drafts of lines: what each line is, which day it belongs to, what it says."""

from collections.abc import Sequence

from planner.formats.timetext.cells import SourceLine
from planner.formats.timetext.drafts import Days, Draft
from planner.formats.timetext.headings import Calendar
from planner.formats.timetext.prose import Prose
from planner.formats.timetext.tables import Tables
from planner.formats.timetext.timetable import Sort

LONGEST_LINE = 1000
MOST_CELLS = 60
"""Longer lines, or such of more cells, are no rows; they are shown, but not read."""

_SHOWN = 40


def read_lines(lines: Sequence[SourceLine], calendar: Calendar) -> list[Draft]:
    """Return a draft for each line, in order."""
    days = Days(calendar)
    tables, prose = Tables(days), Prose(days)
    drafts: list[Draft] = []
    for line in lines:
        draft = Draft(line)
        if line.is_rule:
            draft.sort = Sort.RULE
        elif not 0 < len(line.cells) <= MOST_CELLS or len(line.text) > LONGEST_LINE:
            draft.ask("line_too_long")
        elif len(line.cells) == 1:
            tables.interrupt()
            prose.read(draft, line.cells[0], drafts[-1] if drafts else None)
        elif not tables.read_header(draft):
            tables.read_row(draft)
        drafts.append(draft)
    for draft in drafts:
        _settle(draft)
    return drafts


def _settle(draft: Draft) -> None:
    """Tell the end of the day and times that no clock shows from rows, once all was read."""
    if draft.written is None:
        return
    if not draft.written.exists:
        draft.ask("no_such_time", text=draft.source.text.strip()[:_SHOWN])
        draft.sort, draft.written = Sort.TEXT, None
    elif draft.contents.is_closing:
        draft.sort = Sort.CLOSING
        draft.note("closes_day")
