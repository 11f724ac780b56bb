"""Lines of cells: headers that name columns, and rows below them or without any."""

from collections.abc import Iterator, Sequence

from planner.domain.blocks import Kind
from planner.formats.timetext.cancellations import says_cancelled
from planner.formats.timetext.cell_times import (
    begins_with_time,
    take,
    takes_length,
    takes_time,
)
from planner.formats.timetext.cells import Layout, SourceLine
from planner.formats.timetext.drafts import Days, Draft
from planner.formats.timetext.headings import day_at_start, only_day
from planner.formats.timetext.parallels import Parallel, parallel_columns, parallel_lines
from planner.formats.timetext.phrases import read_cell, trimmed
from planner.formats.timetext.recognition import column_of, says_nothing
from planner.formats.timetext.relative_days import WrittenDay
from planner.formats.timetext.spelling import plain, squeezed
from planner.formats.timetext.timeboxes import (
    only_time,
    time_at,
)
from planner.formats.timetext.timetable import Sort
from planner.formats.timetext.vocabulary import Column

Cells = list[tuple[Column | None, str]]

_TIME_COLUMNS = frozenset({Column.TIME, Column.START, Column.END})
_FREE_COLUMNS = frozenset({None, Column.TITLE, Column.NOTE})
_FEWEST_KNOWN = 2


class Tables:
    """Reads lines of cells and remembers the columns of the table that is open."""

    def __init__(self, days: Days) -> None:
        self._days = days
        self._columns: tuple[Column | None, ...] = ()
        self._columns_of: tuple[Layout, int] = (Layout.PLAIN, 0)
        self._is_interrupted = False
        self._candidate = ""
        self._parallel: dict[int, Parallel] = {}
        self._empty: tuple[object, ...] = ()

    def interrupt(self) -> None:
        """Take note of a line between the rows: what follows may be another table."""
        self._is_interrupted = True

    def parts(self, line: SourceLine) -> Iterator[tuple[SourceLine, Parallel | None]]:
        """Yield the line; below columns that stand for candidates and the like, once for each."""
        is_below = bool(self._parallel) and self._columns_of == (line.layout, line.table)
        is_row = is_below and len(line.filled) >= _FEWEST_KNOWN and not line.is_rule
        if is_row:
            is_row = not (_is_header(line) or parallel_columns(line, self._days.calendar))
        lines = parallel_lines(line, list(self._parallel)) if is_row else []
        if not lines:
            yield line, None
        blank = [i for i in self._parallel if not line.cells[i : i + 1] or not line.cells[i]]
        self._empty = tuple(self._parallel[index].name for index in blank) if lines else ()
        for index, part in lines:
            yield part, self._parallel[index]

    def read_header(self, draft: Draft) -> bool:
        """Take the names of columns; say whether the line holds any."""
        line = draft.source
        parallel = parallel_columns(line, self._days.calendar)
        if not parallel and not _is_header(line):
            return False
        draft.sort = Sort.HEADER
        self._parallel = parallel
        self._columns = tuple(column_of(cell) for cell in line.cells)
        self._columns_of = (line.layout, line.table)
        self._is_interrupted = False
        self._candidate = ""
        if parallel:
            self._take_parallel(draft)
            return True
        for cell, column in zip(line.cells, self._columns, strict=True):
            if column is None and cell:
                draft.note("unknown_column", text=cell)
        return True

    def _take_parallel(self, draft: Draft) -> None:
        """Keep the columns of times for the parts of the rows below, and say what the others are."""
        times = self._columns[: min(self._parallel)]
        self._columns = (*(column or Column.TIME for column in times), None)
        names = tuple(each.name for each in self._parallel.values())
        first = next(iter(self._parallel.values()))
        if first.candidate:
            draft.note("columns_are_candidates", names=names)
        elif first.room:
            draft.note("columns_are_rooms", names=names)
        else:
            draft.note("columns_are_days", names=names)

    def read_row(self, draft: Draft, column: Parallel | None = None) -> None:
        """Read a line of cells: a row, a heading across the table, or something else.

        ``column`` is what the only cell behind the times stands for, if it stands for something.
        """
        line = draft.source
        if len(line.filled) == 1 and self._days.open_by_heading(draft, line.filled[0]):
            return
        columns = self._columns_for(line)
        rest = self._read_times(draft, columns)
        if draft.written is None:
            _read_without_time(draft)
            return
        if column is not None:
            draft.day = draft.day or column.day
            draft.contents.room = column.room
            draft.contents.candidate = column.candidate
            if self._empty:
                draft.note("empty_for", names=self._empty)
                self._empty = ()
        if Column.DAY in columns and draft.day is None and self._days.known is not None:
            draft.note("day_from_above", day=self._days.known)
        draft.sort = Sort.ROW
        self._days.hold_for(draft)
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
            elif column is None and not rest and begins_with_time(draft, cell):
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
        if takes_length(draft, cell) or takes_time(draft, None, cell):
            return True
        day = day_at_start(cell, self._days.calendar)
        written = only_time(trimmed(cell[day.last :])) if day is not None else None
        if day is None or written is None:
            return False
        self._take_day(draft, day)
        take(draft, None, written)
        return True

    def _take_day(self, draft: Draft, day: WrittenDay) -> None:
        """Take the date in front of a time; that of an end says only whether it is another day."""
        if draft.written is None or draft.day is None:
            self._days.take(draft, day)
        elif day.day is not None and day.day != draft.day:
            draft.ask("ends_on_other_day", day=day.day)

    def _read_time(self, draft: Draft, column: Column | None, cell: str) -> Cells:
        if says_nothing(cell) or takes_time(draft, column, cell):
            return []
        return self._read_mixed_time(draft, column, cell)

    def _read_mixed_time(self, draft: Draft, column: Column | None, cell: str) -> Cells:
        """Read a cell that should hold a time and holds more, such as "Fri 10:15 - 11:00"."""
        shown = squeezed(cell)
        day = day_at_start(shown, self._days.calendar)
        if day is not None:
            self._take_day(draft, day)
            shown = trimmed(shown[day.last :])
        written = time_at(plain(shown), in_cell=True)
        if written is None:
            draft.ask("unread_time", text=cell)
            return []
        take(draft, column, written)
        left = trimmed(shown[written.last :])
        return [(None, left)] if left else []


def _is_header(line: SourceLine) -> bool:
    """Say whether the cells name columns: by their place, or because most of them are known."""
    filled = line.filled
    if len(filled) < _FEWEST_KNOWN or any(only_time(cell) for cell in filled):
        return False
    known = sum(column_of(cell) is not None for cell in filled)
    return line.is_header or known >= max(_FEWEST_KNOWN, len(filled) - known)


def _read_contents(draft: Draft, rest: Cells) -> None:
    for column, cell in rest:
        read_cell(draft.contents, column, cell)
    draft.is_cancelled = any(_calls_off(draft, column, cell) for column, cell in rest)
    has_partners = any(column is Column.PEOPLE for column, _ in rest)
    is_open = draft.contents.kind is None and not draft.contents.is_closing_talk
    if has_partners and draft.contents.people and is_open:
        draft.contents.kind = Kind.INTERVIEW


def _calls_off(draft: Draft, column: Column | None, cell: str) -> bool:
    """Say whether a cell calls the row off; where it may say "n/a" as well, that is taken."""
    if says_nothing(cell):
        is_pause = draft.contents.kind in {Kind.MEAL, Kind.BREAK, Kind.FREE_TIME}
        return column in _FREE_COLUMNS and not is_pause and says_cancelled(cell)
    return says_cancelled(cell)


def _read_without_time(draft: Draft) -> None:
    """Read a row that has no time: a date with its label, or an open question."""
    labels = [cell for cell in draft.source.filled if column_of(cell) is Column.DAY]
    if draft.day is not None and len(draft.source.filled) - len(labels) == 1:
        draft.sort = Sort.DAY
    elif not draft.questions and len(draft.source.filled) == 1:
        draft.note("left_aside")
    elif not draft.questions:
        draft.ask("row_without_time")
