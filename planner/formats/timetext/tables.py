"""Lines of cells: headers that name columns, and rows below them or without any."""

from collections.abc import Sequence

from planner.domain.blocks import Kind
from planner.formats.timetext.cells import Layout, SourceLine
from planner.formats.timetext.drafts import Days, Draft
from planner.formats.timetext.headings import day_at_start, only_day
from planner.formats.timetext.phrases import read_cell, trimmed
from planner.formats.timetext.recognition import column_of, says_nothing
from planner.formats.timetext.spelling import plain, squeezed
from planner.formats.timetext.timeboxes import WrittenTime, only_time, time_at
from planner.formats.timetext.timetable import Sort
from planner.formats.timetext.vocabulary import Column

Cells = list[tuple[Column | None, str]]

_TIME_COLUMNS = frozenset({Column.TIME, Column.START, Column.END})
_FEWEST_KNOWN = 2


class Tables:
    """Reads lines of cells and remembers the columns of the table that is open."""

    def __init__(self, days: Days) -> None:
        self._days = days
        self._columns: tuple[Column | None, ...] = ()
        self._columns_of: tuple[Layout, int] = (Layout.PLAIN, 0)
        self._is_interrupted = False
        self._candidate = ""

    def interrupt(self) -> None:
        """Take note of a line between the rows: what follows may be another table."""
        self._is_interrupted = True

    def read_header(self, draft: Draft) -> bool:
        """Take the names of columns; say whether the line holds any."""
        line = draft.source
        if not _is_header(line):
            return False
        draft.sort = Sort.HEADER
        self._columns = tuple(column_of(cell) for cell in line.cells)
        self._columns_of = (line.layout, line.table)
        self._is_interrupted = False
        self._candidate = ""
        for cell, column in zip(line.cells, self._columns, strict=True):
            if column is None and cell:
                draft.note("unknown_column", text=cell)
        return True

    def read_row(self, draft: Draft) -> None:
        """Read a line of cells: a row, a heading across the table, or something else."""
        line = draft.source
        if len(line.filled) == 1 and self._days.open_by_heading(draft, line.filled[0]):
            return
        columns = self._columns_for(line)
        rest = self._read_times(draft, columns)
        if draft.written is None:
            _read_without_time(draft)
            return
        if Column.DAY in columns and draft.day is None and self._days.known is not None:
            draft.note("day_from_above", day=self._days.known)
        draft.sort = Sort.ROW
        draft.day = draft.day or self._days.known
        _read_contents(draft, rest)
        if Column.CANDIDATE in columns:
            self._share_candidate(draft)

    def _share_candidate(self, draft: Draft) -> None:
        """Let a candidate hold for the rows below that leave the cell empty, as merged cells do."""
        if draft.contents.candidate:
            self._candidate = draft.contents.candidate
        elif self._candidate:
            draft.contents.candidate = self._candidate
            draft.note("candidate_from_above", name=self._candidate)

    def _columns_for(self, line: SourceLine) -> tuple[Column | None, ...]:
        """Return the columns that hold for a row: those of its own table."""
        is_other = self._columns_of != (line.layout, line.table)
        may_differ = self._is_interrupted or line.layout is Layout.GAPS
        if is_other or (may_differ and len(self._columns) != len(line.cells)):
            return (None,) * len(line.cells)
        missing = len(line.cells) - len(self._columns)
        return (self._columns + (None,) * missing)[: len(line.cells)]

    def _read_times(self, draft: Draft, columns: Sequence[Column | None]) -> Cells:
        """Take date and times out of the cells; return the others with their columns."""
        rest: Cells = []
        cells = draft.source.cells
        following = (*cells[1:], "")
        for column, cell, after in zip(columns, cells, following, strict=True):
            if not cell or column is Column.NUMBER or self._is_label(column, cell, after):
                continue
            if column in _TIME_COLUMNS:
                rest += self._read_time(draft, column, cell)
            elif column in {None, Column.DAY} and self._takes_moment(draft, cell):
                continue
            elif column is None and not rest and _begins_with_time(draft, cell):
                rest += self._read_mixed_time(draft, column, cell)
            else:
                rest.append((column, cell))
        return rest

    def _is_label(self, column: Column | None, cell: str, after: str) -> bool:
        """Say whether a cell only names the time or date in the next one."""
        if column is not None or column_of(cell) not in _TIME_COLUMNS | {Column.DAY}:
            return False
        return only_time(after) is not None or only_day(after, self._days.calendar) is not None

    def _takes_moment(self, draft: Draft, cell: str) -> bool:
        """Take a cell that is a date or a time and nothing else."""
        found = only_day(cell, self._days.calendar)
        if found is not None:
            self._days.take(draft, found)
            return True
        return _takes_time(draft, None, cell)

    def _read_time(self, draft: Draft, column: Column | None, cell: str) -> Cells:
        if says_nothing(cell) or _takes_time(draft, column, cell):
            return []
        return self._read_mixed_time(draft, column, cell)

    def _read_mixed_time(self, draft: Draft, column: Column | None, cell: str) -> Cells:
        """Read a cell that should hold a time and holds more, such as "Fri 10:15 - 11:00"."""
        shown = squeezed(cell)
        day = day_at_start(shown, self._days.calendar)
        if day is not None:
            self._days.take(draft, day)
            shown = trimmed(shown[day.last :])
        written = time_at(plain(shown), in_cell=True)
        if written is None:
            draft.ask("unread_time", text=cell)
            return []
        _take(draft, column, written)
        left = trimmed(shown[written.last :])
        return [(None, left)] if left else []


def _is_header(line: SourceLine) -> bool:
    """Say whether the cells name columns: by their place, or because most of them are known."""
    filled = line.filled
    if len(filled) < _FEWEST_KNOWN or any(only_time(cell) for cell in filled):
        return False
    known = sum(column_of(cell) is not None for cell in filled)
    return line.is_header or known >= max(_FEWEST_KNOWN, len(filled) - known)


def _begins_with_time(draft: Draft, cell: str) -> bool:
    """Say whether a cell begins with a time that is more than a number."""
    written = time_at(plain(cell)) if draft.written is None else None
    return written is not None and not written.is_bare


def _takes_time(draft: Draft, column: Column | None, cell: str) -> bool:
    """Take a cell that is nothing but a time; a number alone is one only below a known header."""
    written = only_time(cell)
    if written is None:
        return False
    if column is None and not _may_be_time(draft, cell, written):
        return False
    _take(draft, column, written)
    return True


def _may_be_time(draft: Draft, cell: str, written: WrittenTime) -> bool:
    """Say whether a cell below no header may be a time: no number, no room 1.04, no third time."""
    if draft.written is not None and draft.written.end is not None:
        return False
    is_first = cell == draft.source.filled[0]
    return written.end is not None or not (
        written.is_bare or (written.start.is_dotted and not is_first)
    )


def _take(draft: Draft, column: Column | None, written: WrittenTime) -> None:
    """Keep a time of a cell: as the end where its column says so, or where a start is known."""
    if draft.written is not None:
        draft.written = draft.written.until(written)
    elif column is Column.END:
        draft.ask("end_without_start")
    else:
        draft.written = written


def _read_contents(draft: Draft, rest: Cells) -> None:
    for column, cell in rest:
        read_cell(draft.contents, column, cell)
    has_partners = any(column is Column.PEOPLE for column, _ in rest)
    if has_partners and draft.contents.people and draft.contents.kind is None:
        draft.contents.kind = Kind.INTERVIEW


def _read_without_time(draft: Draft) -> None:
    """Read a row that has no time: a date with its label, or an open question."""
    labels = [cell for cell in draft.source.filled if column_of(cell) is Column.DAY]
    if draft.day is not None and len(draft.source.filled) - len(labels) == 1:
        draft.sort = Sort.DAY
    elif not draft.questions and len(draft.source.filled) == 1:
        draft.note("left_aside")
    elif not draft.questions:
        draft.ask("row_without_time")
