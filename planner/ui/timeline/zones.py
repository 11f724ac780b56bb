"""Zones: which part of a block a pointer is on, also where blocks are low. Without Qt.

A low block keeps its whole body to be grabbed; its handles lie outside of it. Between neighbours
each pixel belongs to one of them: to the nearest, or to the one that is selected.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum

from planner.ui.timeline.geometry import Rect

EDGE = 6.0
"""How far from an edge a pointer still holds it, in pixels."""

LOW = 24.0
"""Blocks that are lower than this have their handles outside."""

SMALLEST = 14.0
"""What a block is drawn with at the least where nothing lies in the way."""


class Zone(StrEnum):
    """A part of a block."""

    BODY = "body"
    TOP = "top"
    BOTTOM = "bottom"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Hit:
    """Which of several rectangles is meant, and which part of it."""

    index: int
    zone: Zone


def zone_at(rect: Rect, x: float, y: float) -> Zone:
    """Return which part of a block, alone in the picture, lies under a point."""
    if not rect.x <= x < rect.right:
        return Zone.NONE
    out = EDGE if rect.height < LOW else 0.0
    stretches = (
        (Zone.TOP, rect.y - out, rect.y - out + EDGE),
        (Zone.BODY, rect.y - out + EDGE, rect.bottom + out - EDGE),
        (Zone.BOTTOM, rect.bottom + out - EDGE, rect.bottom + out),
    )
    return next((zone for zone, top, bottom in stretches if top <= y < bottom), Zone.NONE)


def hit(
    rects: Sequence[Rect], x: float, y: float, preferred: Collection[int] = frozenset()
) -> Hit | None:
    """Return what lies under a point; None where nothing does.

    Later rectangles lie above earlier ones. ``preferred`` are those that are selected: their
    handles win over their neighbours, of which a low one still keeps most of its body.
    """
    below = next((i for i in reversed(range(len(rects))) if rects[i].contains(x, y)), None)
    is_taken = below in preferred
    handles = [
        (_distance(rects[i], y), i)
        for i in range(len(rects))
        if i != below and (i in preferred or not is_taken) and _is_outside_handle(rects[i], x, y)
    ]
    for distance, index in sorted(handles, key=lambda found: (found[1] not in preferred, found)):
        if below is None or distance <= _reach(rects[below], is_preferred=index in preferred):
            return Hit(index, zone_at(rects[index], x, y))
    return None if below is None else Hit(below, zone_at(rects[below], x, y))


def drawn(rects: Sequence[Rect], smallest: float = SMALLEST) -> tuple[Rect, ...]:
    """Return the rectangles with low ones made higher, as far as no other one is in the way.

    A low one grows downwards first, then upwards; none gets lower, and none reaches over another
    that it did not overlap before.
    """
    result = list(rects)
    for index in sorted(range(len(rects)), key=lambda index: (rects[index].y, index)):
        rect = rects[index]
        missing = smallest - rect.height
        if missing <= 0:
            continue
        room_below, room_above = _room(result, index)
        below = min(missing, room_below)
        above = min(missing - below, room_above)
        result[index] = Rect(rect.x, rect.y - above, rect.width, rect.height + above + below)
    return tuple(result)


def _is_outside_handle(rect: Rect, x: float, y: float) -> bool:
    return rect.height < LOW and zone_at(rect, x, y) in {Zone.TOP, Zone.BOTTOM}


def _distance(rect: Rect, y: float) -> float:
    return rect.y - y if y < rect.y else y - rect.bottom


def _reach(below: Rect, *, is_preferred: bool) -> float:
    """Return how far a handle may reach into the block that lies there."""
    if below.height < LOW:
        return below.height / 3 if is_preferred else -1.0
    return EDGE if is_preferred else EDGE / 2


def _room(rects: Sequence[Rect], index: int) -> tuple[float, float]:
    """Return the free pixels below and above a rectangle, where others share its width."""
    own = rects[index]
    below = above = float("inf")
    for other_index, other in enumerate(rects):
        if other_index == index or other.x >= own.right or own.x >= other.right:
            continue
        if other.y >= own.bottom:
            below = min(below, other.y - own.bottom)
        elif other.bottom <= own.y:
            above = min(above, own.y - other.bottom)
        else:
            below = above = 0.0
    return below, above
