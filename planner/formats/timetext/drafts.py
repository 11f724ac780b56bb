"""Drafts of lines while a paste is being read, and the day that holds for them."""

from dataclasses import dataclass, field, replace
from datetime import date

from planner.formats.timetext.cells import SourceLine
from planner.formats.timetext.contents import Contents
from planner.formats.timetext.headings import day_heading
from planner.formats.timetext.relative_days import (
    Calendar,
    WrittenDay,
    vague_day,
    weekday_named,
)
from planner.formats.timetext.timeboxes import WrittenTime
from planner.formats.timetext.timetable import Remark, Sort


@dataclass(slots=True)
class Draft:
    """A line on its way: its row has written times that are not resolved yet."""

    source: SourceLine
    sort: Sort = Sort.TEXT
    day: date | None = None
    written: WrittenTime | None = None
    contents: Contents = field(default_factory=Contents)
    notes: list[Remark] = field(default_factory=list)
    questions: list[Remark] = field(default_factory=list)
    is_cancelled: bool = False

    def note(self, code: str, **facts: object) -> None:
        """Add something worth knowing."""
        self.notes.append(Remark(code, facts))

    def ask(self, code: str, **facts: object) -> None:
        """Add something that was not understood."""
        self.questions.append(Remark(code, facts))


class Days:
    """Which day holds: the last one that the text named, else the one that the user chose."""

    def __init__(self, calendar: Calendar) -> None:
        self.calendar = calendar
        self._is_open = False
        self._doubtful_line = 0

    @property
    def known(self) -> date | None:
        """Return the day for a row that names none; None below a date that stayed a question."""
        return None if self._is_open else self.calendar.current or self.calendar.given

    def take(self, draft: Draft, found: WrittenDay) -> None:
        """Let a date hold from here on."""
        draft.day = found.day
        draft.notes += found.notes
        draft.questions += found.questions
        self._is_open = found.day is None
        self._doubtful_line = 0
        self.calendar = replace(
            self.calendar,
            current=found.day or self.calendar.current,
            first=self.calendar.first or found.day,
        )

    def hold_for(self, draft: Draft) -> None:
        """Let the day hold for a row that names none; ask if a line above may name another."""
        if draft.day is not None:
            return
        draft.day = self.known
        if self._doubtful_line and draft.day is not None:
            draft.ask("day_in_doubt", line=self._doubtful_line, day=draft.day)

    def cancel(self, draft: Draft) -> None:
        """Set a struck-out line aside; where it was a date, the rows below may be on another."""
        draft.sort = Sort.CANCELLED
        draft.note("not_taken")
        if day_heading(draft.source.struck, self.calendar) is not None:
            self._doubtful_line = draft.source.number

    def doubt(self, draft: Draft, text: str) -> bool:
        """Take note of a line that may name another day, but not for sure; say whether it does."""
        found = vague_day(text)
        if found is None or (self.known and weekday_named(found[0]) == self.known.weekday()):
            return False
        self._doubtful_line = draft.source.number
        return True

    def open_by_heading(self, draft: Draft, text: str, *, is_marked: bool = False) -> bool:
        """Take the date of a line that is a heading; say whether it is one."""
        found = day_heading(text, self.calendar, is_marked=is_marked)
        if found is None:
            return False
        draft.sort = Sort.DAY
        self.take(draft, found)
        return True
