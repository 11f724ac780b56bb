"""Resolves written times: which half of the day, which end; every inference is said in a note."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import time

from planner.domain.times import MINUTE
from planner.formats.timetext.clocks import (
    DAY_MINUTES,
    HALF_DAY,
    HOUR_MINUTES,
    Clock,
    Half,
)
from planner.formats.timetext.drafts import Draft
from planner.formats.timetext.timeboxes import WrittenTime
from planner.formats.timetext.timetable import Sort

_HALF = HALF_DAY * HOUR_MINUTES
_FORWARD = 6 * HOUR_MINUTES
"""A time that seems to go back is in the afternoon if that is at most so much later."""

_LONGEST = 10 * HOUR_MINUTES
_EVENING = 17 * HOUR_MINUTES
_EARLY = 6 * HOUR_MINUTES


@dataclass(slots=True)
class Resolved:
    """Start and end in minutes after midnight of the row's day; an end may lie beyond it."""

    start: int
    end: int | None = None


def resolve(drafts: Sequence[Draft]) -> dict[int, Resolved]:
    """Return the times of all rows by their index, and add notes to the drafts.

    Rows are taken in lists: those of one day and one candidate that stand below one heading.
    """
    lists: dict[tuple[object, ...], list[tuple[int, Draft]]] = {}
    section = 0
    for index, draft in enumerate(drafts):
        section += draft.sort is Sort.DAY
        if draft.written is not None:
            key = (section, draft.day, draft.contents.candidate)
            lists.setdefault(key, []).append((index, draft))
    times: dict[int, Resolved] = {}
    for rows in lists.values():
        times.update(_resolved_list(rows))
    return times


def clock_time(minutes: int) -> time:
    """Return minutes after midnight as a time of day; whole days are taken away."""
    return time(*divmod(minutes % DAY_MINUTES, HOUR_MINUTES))


def _resolved_list(rows: Sequence[tuple[int, Draft]]) -> dict[int, Resolved]:
    counts_to_24 = _counts_to_24(draft for _, draft in rows)
    times: dict[int, Resolved] = {}
    latest: int | None = None
    for index, draft in rows:
        if draft.written is None:
            continue
        times[index] = _resolved(draft, draft.written, latest, counts_to_24=counts_to_24)
        latest = max(latest or 0, times[index].start)
    _assume_ends(rows, times)
    return times


def _counts_to_24(rows: Iterable[Draft]) -> bool:
    """Say whether a list uses hours beyond twelve and never am or pm."""
    clocks = [
        clock
        for draft in rows
        if draft.written is not None
        for clock in (draft.written.start, draft.written.end)
        if clock is not None
    ]
    if any(clock.half is not None and clock.hour < HALF_DAY for clock in clocks):
        return False
    unmarked = [clock for clock in clocks if clock.half is None]
    return any(clock.hour > HALF_DAY or clock.hour == 0 for clock in unmarked)


def _resolved(
    draft: Draft, written: WrittenTime, latest: int | None, *, counts_to_24: bool
) -> Resolved:
    start, end = written.start, written.end
    if end is not None and start.could_be_either_half and end.half is not None:
        begin = _start_before(draft, start, end)
    elif start.could_be_either_half and (not counts_to_24 or _is_at_night(draft, start)):
        begin = _start_in_order(draft, start, latest)
    else:
        begin = start.minutes
    if latest is not None and begin < latest:
        draft.note("goes_back", start=clock_time(begin))
    is_exact = counts_to_24 and begin == start.minutes
    return Resolved(begin, _finish(draft, begin, written, counts_to_24=is_exact))


def _is_at_night(draft: Draft, start: Clock) -> bool:
    """Say whether a time, taken as written, is at night, and no leading zero says that it is."""
    return start.minutes < _EARLY and not _is_padded(draft, start)


def _start_before(draft: Draft, start: Clock, end: Clock) -> int:
    """Resolve "11 - 1 p.m.": the half of the end if the start then lies before it, else the other."""
    same = replace(start, half=end.half).minutes
    if same < end.minutes:
        return same
    other = Half.AM if end.half is Half.PM else Half.PM
    begin = replace(start, half=other).minutes
    if end.hour != HALF_DAY:  # before noon there is the morning only: nothing was inferred
        draft.note("inferred_half", start=clock_time(begin))
    return begin


def _start_in_order(draft: Draft, start: Clock, latest: int | None) -> int:
    """Resolve "1:30" after "12:00": it comes in the afternoon, if that is not too far off."""
    morning = start.minutes
    if latest is None or morning >= latest:
        if latest is None and _is_at_night(draft, start):
            draft.note("early_hours", start=clock_time(morning))
        return morning
    afternoon = morning + _HALF
    is_next = latest <= afternoon <= latest + _FORWARD
    if is_next or abs(afternoon - latest) < abs(morning - latest):
        draft.note("inferred_half", start=clock_time(afternoon))
        return afternoon
    return morning


def _is_padded(draft: Draft, start: Clock) -> bool:
    """Say whether the hour has its leading zero, as clocks that count to 24 show it."""
    return any(
        f"0{start.hour}:" in cell or f"0{start.hour}." in cell for cell in draft.source.cells
    )


def _finish(draft: Draft, begin: int, written: WrittenTime, *, counts_to_24: bool) -> int | None:
    """Return the end: as written, or from the length; a length that contradicts it is asked about."""
    length = written.length or draft.contents.length
    by_length = None if length is None else begin + round(length / MINUTE)
    if by_length == begin:
        by_length = None
    if written.end is None:
        return by_length
    finish = _end_after(draft, begin, written, counts_to_24=counts_to_24)
    if finish is not None and by_length is not None and finish != by_length:
        draft.ask("length_differs", length=length, end=clock_time(finish))
    return finish


def _end_after(draft: Draft, begin: int, written: WrittenTime, *, counts_to_24: bool) -> int | None:
    """Return the end after ``begin``: on the same half of the day, on the next, or the next day."""
    end = written.end
    if end is None:
        return None
    is_open = end.could_be_either_half and not counts_to_24
    choices = [end.minutes, end.minutes + _HALF] if is_open else [end.minutes]
    later = [minutes for minutes in choices if minutes > begin]
    if later and (later[0] == end.minutes or later[0] - begin <= _LONGEST):
        if later[0] != end.minutes and begin < _HALF:
            draft.note("inferred_end_half", end=clock_time(later[0]))
        return later[0]
    if end.minutes == 0 or (begin >= _EVENING and end.minutes + DAY_MINUTES - begin <= _HALF):
        draft.note("ends_next_day", end=clock_time(end.minutes))
        return end.minutes + DAY_MINUTES
    code = "no_length" if end.minutes == begin else "end_before_start"
    draft.ask(code, start=clock_time(begin), end=clock_time(end.minutes))
    return None


def _assume_ends(rows: Sequence[tuple[int, Draft]], times: Mapping[int, Resolved]) -> None:
    """Give rows without an end the start of the next row that begins later on the same day.

    Rows that begin at the same time run side by side and share what follows them.
    """
    following: int | None = None
    end: int | None = None
    for index, draft in reversed(rows):
        resolved = times[index]
        if following != resolved.start:
            end = following if following is not None and following > resolved.start else None
        following = resolved.start
        if resolved.end is None and draft.sort is Sort.ROW and not _has_unusable_end(draft):
            _assume_end(draft, resolved, end)


def _has_unusable_end(draft: Draft) -> bool:
    return draft.written is not None and draft.written.end is not None


def _assume_end(draft: Draft, resolved: Resolved, end: int | None) -> None:
    if end is None:
        draft.note("no_end")
        return
    resolved.end = end
    draft.note("assumed_end", end=clock_time(end))
