"""Lines: rests that wait for one chain of blocks alone, whose risk needs no sampling."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from planner.schedule.behaviour import Fixed, Flow, NotBefore, Rest
from planner.schedule.risk.chains import Chain, Link
from planner.schedule.risk.chances import Chances
from planner.schedule.risk.durations import lengths

SETTLED = 4 * 3600
"""Seconds. Nothing overruns that long: what is planned to end so much earlier delays nobody."""


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """The chain before an entry; its links are the blocks with these indexes."""

    chain: Chain
    indexes: Sequence[int]


def line_before(chances: Chances, index: int) -> Line | None:
    """Return the one chain that an entry waits for; None where it is more than that, or nothing.

    One chain it is while each block waits for one other, by the rule that it does not start before
    its time. A rest in between with time to give up passes on what is more than that: it is so much
    more that is allotted to the block before it.
    """
    path = [index]
    while True:
        before = _before(chances, path[-1])
        if before is None or not _is_simple(chances, path[-1]):
            return None
        if not before:
            break
        path.append(before[0])
        if before[0] in chances.begun:
            break
    return _line(chances, path[::-1])


def _before(chances: Chances, index: int) -> Sequence[int] | None:
    """Return what an entry waits for, at most one; None where there are several.

    What has ended in time does not count, nor what the other one waited for itself: a room that the
    block before lunch was in is free when lunch is over.
    """
    found = [b for b in chances.predecessors[index] if not _is_settled(chances, b, index)]
    alone = [b for b in found if not any(_covers(chances, c, b, index) for c in found)]
    return alone if len(alone) <= 1 else None


def _is_settled(chances: Chances, before: int, index: int) -> bool:
    start = chances.floors[index] - _walk(chances, before, index)
    if before in chances.begun and before not in chances.durations:
        return chances.ends[before] <= start
    planned = chances.network.agenda.entries[before].end
    return max(planned, chances.ends[before]) <= start - SETTLED


def _covers(chances: Chances, later: int, before: int, index: int) -> bool:
    """Say whether an entry that is waited for cannot end before another one that is, too."""
    if later == before:
        return False
    entries = chances.network.agenda.entries
    walking = {track for track, _ in chances.network.walks[index]}
    if walking.intersection(entries[before].tracks).difference(entries[later].tracks):
        return False
    earliest = entries[before].start
    open_ = [later]
    while open_:
        waiting = open_.pop()
        if waiting == before:
            return True
        is_bound = waiting not in chances.begun and _is_simple(chances, waiting)
        if is_bound and entries[waiting].start >= earliest:
            open_.extend(chances.predecessors[waiting])
    return False


def _is_simple(chances: Chances, index: int) -> bool:
    if index in chances.network.joins:
        return False
    behaviour: NotBefore = chances.network.behaviours[index]
    if isinstance(behaviour, Rest):
        behaviour = behaviour.opening
    return not isinstance(behaviour, Fixed | Flow)


def _line(chances: Chances, path: Sequence[int]) -> Line | None:
    """Return the chain along a path in order of time, of which the last entry is no part."""
    found: list[tuple[int, int]] = []
    initial = 0
    for index, allotted in _allotted(chances, path):
        duration = chances.durations.get(index)
        if duration is not None:
            if duration.is_certain:
                return None
            found.append((index, allotted))
            continue
        spare = _spare(chances, index, allotted)
        if spare is None or (found and spare < 0):
            return None
        if found:
            found[-1] = (found[-1][0], found[-1][1] + spare)
        else:
            initial = max(0, initial - spare)
    if not found:
        return None
    links = [Link(lengths(chances.durations[index]), allotted) for index, allotted in found]
    return Line(Chain(links, initial=initial), [index for index, _ in found])


def _allotted(chances: Chances, path: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield each entry but the last, and the seconds from its earliest start to the next one's."""
    for index, following in pairwise(path):
        start = chances.begun.get(index, chances.floors[index])
        yield index, chances.floors[following] - _walk(chances, index, following) - start


def _walk(chances: Chances, before: int, index: int) -> int:
    """Return the changeover of those who come from one entry to another."""
    tracks = chances.network.agenda.entries[before].tracks
    walks = chances.network.walks[index]
    return max((seconds for track, seconds in walks if track in tracks), default=0)


def _spare(chances: Chances, index: int, allotted: int) -> int | None:
    """Return what something without uncertainty leaves of what is allotted to it.

    None for a rest that ends later than the next entry may begin, however early it begins itself.
    """
    if index in chances.begun:
        return allotted - (chances.ends[index] - chances.begun[index])
    behaviour = chances.network.behaviours[index]
    planned, minimum = chances.network.agenda.entries[index].start, behaviour.minimum or 0
    if planned + chances.rests[index] > chances.floors[index] + allotted:
        return None
    return allotted - minimum
