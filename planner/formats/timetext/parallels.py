"""Tables with a column for each candidate, room or day: their lines hold several rows."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from planner.formats.timetext.cells import SourceLine
from planner.formats.timetext.headings import only_day
from planner.formats.timetext.people import looks_like_full_name
from planner.formats.timetext.recognition import (
    column_of,
    could_be_first_name,
    kind_of,
    room_in,
    says_nothing,
)
from planner.formats.timetext.relative_days import Calendar
from planner.formats.timetext.timeboxes import only_time
from planner.formats.timetext.vocabulary import Column

_TIMES = frozenset({Column.TIME, Column.START, Column.END, Column.LENGTH, Column.NUMBER})
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Parallel:
    """What a column stands for: one of a candidate's name, a room, a day."""

    candidate: str = ""
    room: str = ""
    day: date | None = None

    @property
    def name(self) -> object:
        """Return whatever it is, for a remark."""
        return self.candidate or self.room or self.day


def parallel_columns(line: SourceLine, calendar: Calendar) -> dict[int, Parallel]:
    """Return what the columns behind those of the time stand for; nothing for other headers."""
    first = _first_behind_times(line)
    names = {index: cell for index, cell in enumerate(line.cells) if index >= first and cell}
    if not first or len(names) < _FEWEST or any(only_time(cell) for cell in names.values()):
        return {}
    found: dict[int, Parallel] = {}
    for index, cell in names.items():
        found[index] = _parallel(cell, calendar)
        calendar = replace(calendar, current=found[index].day or calendar.current)
    sorts = {tuple(bool(value) for value in _values(each)) for each in found.values()}
    return found if len(sorts) == 1 and Parallel() not in found.values() else {}


def parallel_lines(line: SourceLine, columns: Sequence[int]) -> list[tuple[int, SourceLine]]:
    """Return the line once for each of these columns that says something, without the others."""
    shared = line.cells[: min(columns)]
    filled = [i for i in columns if i < len(line.cells) and not says_nothing(line.cells[i])]
    return [(index, replace(line, cells=(*shared, line.cells[index]))) for index in filled]


def _first_behind_times(line: SourceLine) -> int:
    """Return the index of the first cell that names no time; 0 when the line begins with none."""
    count = 0
    for cell in line.cells:
        is_corner = not count and not cell and line.is_header
        if not is_corner and column_of(cell) not in _TIMES:
            break
        count += 1
    return count


def _parallel(cell: str, calendar: Calendar) -> Parallel:
    found = only_day(cell, calendar)
    if found is not None and found.day is not None:
        return Parallel(day=found.day)
    if column_of(cell) is not None or kind_of(cell) is not None:
        return Parallel()
    room = room_in(cell)
    if room is not None and room[0].strip() == cell:
        return Parallel(room=cell)
    is_name = looks_like_full_name(cell) or could_be_first_name(cell)
    return Parallel(candidate=cell) if is_name else Parallel()


def _values(parallel: Parallel) -> tuple[object, ...]:
    return (parallel.candidate, parallel.room, parallel.day)
