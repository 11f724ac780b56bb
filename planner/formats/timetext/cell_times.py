"""Cells that hold a time, an end or a length, taken into the draft of their row."""

from planner.formats.timetext.drafts import Draft
from planner.formats.timetext.spelling import plain
from planner.formats.timetext.timeboxes import (
    WrittenTime,
    length_before,
    only_length,
    only_time,
    time_at,
)
from planner.formats.timetext.vocabulary import Column


def begins_with_time(draft: Draft, cell: str) -> bool:
    """Say whether a cell begins with a time that is more than a number."""
    written = time_at(plain(cell)) if draft.written is None else None
    return written is not None and not written.is_bare


def takes_length(draft: Draft, cell: str) -> bool:
    """Take a cell behind a time that is a length and nothing else: "1h" is no end at one o'clock."""
    length = only_length(cell) if draft.written is not None and length_before(plain(cell)) else None
    draft.contents.length = draft.contents.length or length
    return length is not None


def takes_time(draft: Draft, column: Column | None, cell: str) -> bool:
    """Take a cell that is nothing but a time; a number alone is one only below a known header."""
    written = only_time(cell)
    if written is None:
        return False
    if column is None and (length_before(plain(cell)) or not _may_be_time(draft, cell, written)):
        return False
    take(draft, column, written)
    return True


def take(draft: Draft, column: Column | None, written: WrittenTime) -> None:
    """Keep a time of a cell: as the end where its column says so, or where a start is known."""
    if draft.written is not None:
        draft.written = draft.written.until(written)
    elif column is Column.END:
        draft.ask("end_without_start")
    else:
        draft.written = written


def _may_be_time(draft: Draft, cell: str, written: WrittenTime) -> bool:
    """Say whether a cell below no header may be a time: no number, no room 1.04, no third time."""
    if draft.written is not None and draft.written.end is not None:
        return False
    is_first = cell == draft.source.filled[0]
    return written.end is not None or not (
        written.is_bare or (written.start.is_dotted and not is_first)
    )
