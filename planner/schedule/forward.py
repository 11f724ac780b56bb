"""The forward pass: when every block starts and ends, once it is known what holds it up."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from planner.schedule.behaviour import NEVER
from planner.schedule.network import ALONE, Joins, Network, Walks


@dataclass(slots=True, eq=False)
class Run:
    """Seconds since 1970 for each entry of the agenda.

    ``late`` tells, for fixed blocks that did not find everybody ready, who (by track) came how many
    seconds after the earliest start.
    """

    starts: Sequence[int]
    ends: Sequence[int]
    late: Mapping[int, Sequence[tuple[int, int]]]


def forward(network: Network, floors: Sequence[int], lengths: Sequence[int]) -> Run:
    """Run through the days in order of planned start.

    ``floors`` are the earliest starts, ``lengths`` how long the blocks take. A block is ready when
    every track it needs is free after everything planned before it, plus the changeover: the
    Lindley recursion, along each track. Sums of gaps would be wrong, gap and overlap do not cancel.
    What shares a track waits for what shares it with nobody, and what comes after waits for all.
    """
    joins = network.joins
    free = [NEVER] * len(network.agenda.tracks)
    starts: list[int] = []
    ends: list[int] = []
    late: dict[int, list[tuple[int, int]]] = {}
    steps = zip(network.tracks, network.walks, network.behaviours, floors, lengths, strict=True)
    for index, (tracks, walks, behaviour, floor, length) in enumerate(steps):
        ready = NEVER
        for track in tracks:
            if free[track] > ready:  # noqa: PLR1730 -- max() would make the pass a third slower
                ready = free[track]
        for track, walk in walks:
            if free[track] + walk > ready:  # noqa: PLR1730 -- likewise
                ready = free[track] + walk
        shared = joins.get(index, ())
        ready = max(ready, _shared_ready(shared, ends)) if shared else ready
        start = behaviour.begin(ready, floor)
        end = behaviour.finish(start, length)
        starts.append(start)
        ends.append(end)
        if behaviour.is_fixed and ready > floor:
            late[index] = _latecomers(free, tracks, walks, floor)
        for track in tracks:
            free[track] = end
        for track, _ in shared:
            free[track] = max(free[track], end)
        for track, seconds in late.get(index, ()):
            free[track] = max(end, floor + seconds)
    return Run(starts, ends, late)


def _shared_ready(shared: Joins, ends: Sequence[int]) -> int:
    return max(ends[before] if before != ALONE else NEVER for _, before in shared)


def _latecomers(
    free: Sequence[int], tracks: Sequence[int], walks: Walks, floor: int
) -> list[tuple[int, int]]:
    needed = dict(walks)
    arrivals = ((track, free[track] + needed.get(track, 0)) for track in tracks)
    return [(track, arrival - floor) for track, arrival in arrivals if arrival > floor]
