"""Times as somebody types them into one cell, read as the edit that they mean. Without Qt."""

import re
from contextlib import suppress
from dataclasses import replace
from datetime import date, time, timedelta

from planner.domain.blocks import Block, Lock, Timebox
from planner.domain.edits.base import Edit
from planner.domain.edits.timing import ChangeTimes, MoveBlocks, Reschedule
from planner.domain.errors import EditRefused, PlannerError
from planner.domain.plan import Plan
from planner.domain.times import DAY, ZERO, Moment
from planner.formats.timetext.errors import UnreadableInput
from planner.formats.timetext.typed import read_clock, read_length

LONGEST_NIGHT = timedelta(hours=12)
"""An end before its start means the next day, if the whole is no longer than this."""

_RANGE = re.compile(
    r"(.*\S)\s*(?:[\u2010-\u2015-]|\b(?:to|until|till|bis)\b)\s*(\S.*)", re.IGNORECASE
)
_UNTIL = re.compile(r"(?:[\u2010-\u2015]|(?:to|until|till|bis)\b)\s*(\S.*)", re.IGNORECASE)
_WITH_LENGTH = re.compile(r"(\S+(?:\s?[ap]\.?m\.?)?)\s*(?:\s|\+|/|,)\s*(\S.*)", re.IGNORECASE)
_SHIFT = re.compile(r"([+\u2212-])\s*(\S.*)")
_HOUR = re.compile(r"\s*\d{1,2}\s*")
_HALF = re.compile(r"([ap])\.?m\.?\s*$", re.IGNORECASE)
_LENGTH_REASONS = frozenset({"length_not_clock", "no_hour"})


def times_edit(plan: Plan, block: Block, text: str, day: date) -> Edit:
    """Return what a typed text makes of the times of a block.

    ``10:15-11:00`` and ``10-11`` give both ends, ``10:15`` the start, ``until 11:00`` the end, ``45 min`` the
    length, ``10:15 45 min`` start and length, ``+15`` and ``-15`` move the block. Nothing takes it
    off the schedule. ``day`` is the date of a block that has none yet.

    Raises:
        UnreadableInput: the text is no time.
        AmbiguousInput: it has several readings.
        EditRefused: the block has no time that could be changed, or would end before it starts.
    """
    written = text.strip()
    if not written:
        return Reschedule(block.id, None)
    if shift := _SHIFT.fullmatch(written):
        return _shifted(block, written, shift)
    on = _on(plan, block, day)
    if until := _UNTIL.fullmatch(written):
        return ChangeTimes(block.id, end=clock_moment(on, _hour_or_clock(until[1])))
    if both := _RANGE.fullmatch(written):
        first, last = _ends(both[1], both[2])
        start = clock_moment(on, first)
        return ChangeTimes(block.id, start=start, end=_end(start, last))
    if pair := _clock_and_length(written):
        return _start_and_length(block, clock_moment(on, pair[0]), pair[1])
    return _single(block, on, written)


def clock_edit(plan: Plan, block: Block, clock: time, day: date) -> Edit:
    """Return the edit that lets a block start at a time of day; the lock decides what gives way."""
    return ChangeTimes(block.id, start=clock_moment(_on(plan, block, day), clock))


def end_at_edit(plan: Plan, block: Block, clock: time, day: date) -> Edit:
    """Return the edit that lets a block end at a time of day, past midnight where that is meant.

    Raises:
        EditRefused: that is before the start.
    """
    start = block.timebox.start if block.timebox else _on(plan, block, day)
    return ChangeTimes(block.id, end=_end(start, clock))


def length_to_edit(block: Block, length: timedelta | None) -> Edit:
    """Return the edit that gives a block a length; where its end is locked, the start gives way.

    None leaves open when it ends.
    """
    box = block.timebox
    if length is None:
        return Reschedule(block.id, None if box is None else replace(box, duration=None))
    if box is not None and box.lock is Lock.END and box.end is not None:
        return ChangeTimes(block.id, end=box.end, duration=length)
    return ChangeTimes(block.id, duration=length)


def date_edit(plan: Plan, block: Block, day: date) -> Edit:
    """Return the edit that takes a block to another date, at the same time of day."""
    if block.timebox is None:
        return Reschedule(block.id, Timebox(clock_moment(_on(plan, block, day), time(9))))
    box = block.timebox
    return Reschedule(block.id, Timebox(box.start.on(day), box.duration, box.lock))


def clock_moment(on: Moment, clock: time) -> Moment:
    """Return when the clocks at a moment's place show a time on its date."""
    return Moment.from_wall(on.day, clock, on.zone)


def _on(plan: Plan, block: Block, day: date) -> Moment:
    """Return a moment on the block's date, where it has one, at its place."""
    if block.timebox is not None:
        return block.timebox.start
    office = plan.office_of(block)
    return Moment.from_wall(day, time(12), office.zone if office is not None else plan.zone())


def _ends(first: str, last: str) -> tuple[time, time]:
    """Return both ends of a range; a bare hour before a time with am or pm is of that half, or before."""
    end = _hour_or_clock(last)
    half = _HALF.search(last)
    if half is None or not _HOUR.fullmatch(first):
        return _hour_or_clock(first), end
    start = read_clock(f"{first}{half[0]}")
    if start < end:
        return start, end
    return read_clock(f"{first}{'am' if half[1].casefold() == 'p' else 'pm'}"), end


def _hour_or_clock(text: str) -> time:
    """Return a time of day; where no length could be meant, a number alone is an hour."""
    return read_clock(f"{text.strip()}:00" if _HOUR.fullmatch(text) else text)


def _shifted(block: Block, text: str, shift: re.Match[str]) -> Edit:
    if block.timebox is None:
        raise UnreadableInput(text=text, reason="needs_base")
    delta = read_length(f"+{shift[2]}", base=ZERO)
    if shift[1] != "+":
        delta = -delta
    if block.timebox.start.moved(delta).day != block.timebox.start.day:
        raise UnreadableInput(text=text, reason="leaves_the_day")
    return MoveBlocks((block.id,), delta)


def _end(start: Moment, clock: time) -> Moment:
    """Return the end at a time of day: past midnight where that is the likely meaning.

    Raises:
        EditRefused: it would come before the start.
    """
    end = clock_moment(start, clock)
    if end.instant > start.instant:
        return end
    later = end.on(end.day + DAY)
    if later.instant - start.instant > LONGEST_NIGHT:
        raise EditRefused(reason="end_before_start", start=start, end=end)
    return later


def _clock_and_length(text: str) -> tuple[time, timedelta] | None:
    match = _WITH_LENGTH.fullmatch(text)
    if match is not None:
        with suppress(PlannerError):
            return read_clock(match[1]), read_length(match[2])
    return None


def _start_and_length(block: Block, start: Moment, length: timedelta) -> Edit:
    lock = block.timebox.lock if block.timebox else Lock.DURATION
    return Reschedule(block.id, Timebox(start, length, lock))


def _single(block: Block, on: Moment, text: str) -> Edit:
    """Return the edit of a single time; what cannot be a time of day is read as a length."""
    try:
        return ChangeTimes(block.id, start=clock_moment(on, read_clock(text)))
    except UnreadableInput as error:
        if error.facts["reason"] not in _LENGTH_REASONS:
            raise
        base = block.timebox.duration if block.timebox else None
        return length_to_edit(block, read_length(text, base=base))
