"""Slots: where a block may go. The grid it snaps to, the limits of a day, free stretches."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from planner.domain.errors import InvalidValue
from planner.domain.spans import Span, merged
from planner.domain.times import DAY, ZERO, Moment

SHORTEST = timedelta(minutes=5)
"""What dragging an edge leaves of a block that has no minimum: short, but not lost to sight."""


@dataclass(frozen=True, slots=True)
class FreeSlot:
    """A stretch of the length that was asked for; ``overlaps`` where nothing free was left."""

    span: Span
    overlaps: bool


def snapped(moment: Moment, step: timedelta) -> Moment:
    """Return the nearest moment on the grid of ``step`` that the local clock's midnight begins.

    Half a step goes to the later one.

    Raises:
        InvalidValue: the step is not positive.
    """
    if step <= ZERO:
        raise InvalidValue(field="step", reason="not_positive")
    wall = moment.local.replace(tzinfo=None)
    since_midnight = wall - datetime.combine(wall.date(), time())
    off = (since_midnight + step / 2) // step * step - since_midnight
    return moment.moved(off)


def snapped_delta(leader: Moment, delta: timedelta, step: timedelta) -> timedelta:
    """Return the delta that brings ``leader`` to the grid; all who move with it get the same.

    Raises:
        InvalidValue: the step is not positive.
    """
    return snapped(leader.moved(delta), step).instant - leader.instant


def day_limits(moment: Moment) -> Span:
    """Return the local day of the moment, from midnight to midnight."""
    first = Moment.from_wall(moment.day, time(), moment.zone)
    return Span(first.instant, first.on(moment.day + DAY).instant)


def free_slot(taken: Iterable[Span], length: timedelta, within: Span) -> FreeSlot | None:
    """Return the first free stretch of a length inside ``within``.

    Where none is free, the latest that fits is returned, marked as overlapping; None where even an
    empty day would be too short.

    Raises:
        InvalidValue: the length is not positive.
    """
    if length <= ZERO:
        raise InvalidValue(field="length", reason="not_positive")
    if length > within.length:
        return None
    start = within.start
    for span in merged(taken):
        if span.start - start >= length:
            break
        start = max(start, span.end)
    if start + length <= within.end:
        return FreeSlot(Span(start, start + length), overlaps=False)
    return FreeSlot(Span(within.end - length, within.end), overlaps=True)
