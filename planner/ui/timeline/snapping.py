"""Snapping: where a dragged edge comes to rest. Edges of neighbours win over the grid. No Qt."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from planner.domain.slots import snapped, snapped_delta
from planner.domain.times import MINUTE, Moment

GRID = 5 * MINUTE
FINE_GRID = MINUTE
"""Steps on the local clock; the fine one is for those who hold Alt."""

REACH = 6.0
"""From how many pixels away an edge draws."""

LONGEST_REACH = 3 * MINUTE
"""The most that these pixels may mean: far out, an edge would hide the grid beside it."""


@dataclass(frozen=True, slots=True)
class Magnet:
    """What draws a dragged edge. All in seconds since 1970 UTC.

    ``edges`` are starts and ends of other blocks, in order; ``reach`` is how near one must come;
    ``first`` and ``last`` are the limits of the day.
    """

    step: timedelta
    edges: tuple[int, ...]
    reach: float
    first: float
    last: float


@dataclass(frozen=True, slots=True)
class Snapped:
    """A delta in whole seconds, and the edge that drew it, if one did."""

    delta: timedelta
    line: int | None = None


def magnet(
    edges: Iterable[int], seconds_per_pixel: float, limits: tuple[float, float], *, is_fine: bool
) -> Magnet:
    """Return what draws at this zoom; with ``is_fine`` only minutes do."""
    if is_fine:
        return Magnet(FINE_GRID, (), 0.0, *limits)
    reach = min(REACH * seconds_per_pixel, LONGEST_REACH.total_seconds())
    return Magnet(GRID, tuple(sorted(set(edges))), reach, *limits)


def snapped_move(
    leader: Moment, length: timedelta, delta: timedelta, pull: Magnet, reach_of: tuple[int, int]
) -> Snapped:
    """Return the one delta by which all that are dragged move.

    The leader's start or end comes to rest on the nearest edge in reach, else its start on the
    grid. ``reach_of`` is from where to where all of them together lie: they stay inside the limits,
    or where they were outside before, go no further.
    """
    start = leader.instant.timestamp()
    raw = delta.total_seconds()
    found = _nearest([start + raw, start + raw + length.total_seconds()], pull)
    if found is None:
        result = Snapped(snapped_delta(leader, delta, pull.step))
    else:
        result = Snapped(timedelta(seconds=round(raw + found[0])), found[1])
    return _limited(result, pull, reach_of)


def snapped_edge(moment: Moment, pull: Magnet) -> tuple[Moment, int | None]:
    """Return where one edge comes to rest, and the neighbour's edge that drew it."""
    seconds = moment.instant.timestamp()
    found = _nearest([seconds], pull)
    if found is not None:
        return moment.moved(timedelta(seconds=round(found[0]))), found[1]
    on_grid = snapped(moment, pull.step)
    inside = min(max(on_grid.instant.timestamp(), pull.first), pull.last)
    return on_grid.moved(timedelta(seconds=inside - on_grid.instant.timestamp())), None


def _nearest(points: Sequence[float], pull: Magnet) -> tuple[float, int] | None:
    """Return the shift that brings one of the points onto the nearest edge, and that edge."""
    best: tuple[float, int] | None = None
    for point in points:
        place = bisect_left(pull.edges, point)
        for edge in pull.edges[max(place - 1, 0) : place + 1]:
            shift = edge - point
            is_inside = pull.first <= edge <= pull.last
            if is_inside and abs(shift) <= (pull.reach if best is None else abs(best[0])):
                best = (shift, edge)
    return best


def _limited(result: Snapped, pull: Magnet, reach_of: tuple[int, int]) -> Snapped:
    lowest = min(pull.first - reach_of[0], 0.0)
    highest = max(pull.last - reach_of[1], 0.0)
    seconds = result.delta.total_seconds()
    inside = min(max(seconds, lowest), highest)
    return result if inside == seconds else Snapped(timedelta(seconds=inside))
