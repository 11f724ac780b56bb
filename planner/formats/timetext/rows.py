"""From cells to drafts of lines: what each line is, which day it belongs to, what it says."""

from collections.abc import Sequence

from planner.formats.timetext.cells import SourceLine
from planner.formats.timetext.contents import Contents
from planner.formats.timetext.drafts import Days, Draft
from planner.formats.timetext.errors import PasteTooLarge
from planner.formats.timetext.prose import Prose
from planner.formats.timetext.relative_days import Calendar
from planner.formats.timetext.sections import name_sections
from planner.formats.timetext.tables import Tables
from planner.formats.timetext.timetable import Sort

LONGEST_LINE = 1000
MOST_CELLS = 60
"""Longer lines, or such of more cells, are no rows; they are shown, but not read."""

MOST_LINES = 20_000
"""So many lines at the most; one with rows for several candidates counts once for each."""

_SHOWN = 40


def read_lines(lines: Sequence[SourceLine], calendar: Calendar) -> list[Draft]:
    """Return a draft for each line, in order.

    Raises:
        PasteTooLarge: there are more than `MOST_LINES`.
    """
    days = Days(calendar)
    tables, prose = Tables(days), Prose(days)
    drafts: list[Draft] = []
    for line in lines:
        for part, column in tables.parts(line):
            draft = Draft(part)
            if part.struck and not part.filled:
                days.cancel(draft)
            elif not 0 < len(part.cells) <= MOST_CELLS or len(part.text) > LONGEST_LINE:
                _pass_over(draft)
            elif len(part.cells) == 1:
                tables.interrupt()
                prose.read(draft, part.cells[0], drafts[-1] if drafts else None)
            elif not tables.read_header(draft):
                tables.read_row(draft, column)
            drafts.append(draft)
        if len(drafts) > MOST_LINES:
            raise PasteTooLarge(reason="lines", limit=MOST_LINES, found=len(drafts))
    name_sections(drafts)
    for draft in drafts:
        _settle(draft)
    return drafts


def _pass_over(draft: Draft) -> None:
    if draft.source.is_rule:
        draft.sort = Sort.RULE
    else:
        draft.ask("line_too_long")


def _settle(draft: Draft) -> None:
    """Tell the end of the day and times that no clock shows from rows, once all was read."""
    if draft.source.struck and draft.source.filled:
        draft.note("struck_out", text=draft.source.struck)
    if draft.written is None:
        return
    if not draft.written.exists:
        draft.ask("no_such_time", text=draft.source.text.strip()[:_SHOWN])
        draft.sort, draft.written = Sort.TEXT, None
    elif draft.is_cancelled or (draft.source.struck and draft.contents.is_empty):
        draft.sort, draft.written = Sort.CANCELLED, None
        draft.contents = Contents()
        draft.note("not_taken")
    elif draft.contents.is_closing:
        draft.sort = Sort.CLOSING
        draft.note("closes_day")
