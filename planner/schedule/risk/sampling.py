"""Sampling: a whole day many times at once, each block by one pass over all samples.

The rules are those of `planner.schedule.forward` and `planner.schedule.live.running`; only the
lengths differ from sample to sample. Same seed, same samples.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from planner.schedule.behaviour import NEVER, Fixed, Flow, NotBefore, Rest
from planner.schedule.network import ALONE
from planner.schedule.risk.chances import Chances
from planner.schedule.risk.durations import CELLS, lengths

Samples = NDArray[Any]
Times = int | Samples
"""Seconds after the first planned start: the same in every sample, or one for each."""

_LONG_AGO = NEVER // 2
_WIDE = 1 << 30  # seconds; a day that far from the first one is a slip, but must not overflow
_SHIFT = 16 - CELLS.bit_length() + 1  # of 16 random bits so many are too many


@dataclass(eq=False)
class Sampled:
    """What came out of it, in seconds after ``origin``; for those entries that were asked for."""

    origin: int
    count: int
    starts: dict[int, Times] = field(default_factory=dict)
    ends: dict[int, Times] = field(default_factory=dict)
    latest: list[Times] = field(default_factory=list)
    draws: dict[int, Samples] = field(default_factory=dict)

    def span(self, index: int) -> tuple[Samples, Samples]:
        """Return starts and ends of an entry that was asked for, in seconds since 1970."""
        start, end = (np.asarray(times[index], np.int64) for times in (self.starts, self.ends))
        return start + self.origin, end + self.origin

    def length(self, chances: Chances, index: int, chosen: Samples) -> float:
        """Return the mean length of an entry in some of the samples, given by number."""
        duration = chances.durations[index]
        draws = self.draws.get(index)
        table = lengths(duration)
        return float(table[0] if draws is None else table[draws[chosen]].mean())


class _Sampler:
    """One pass. ``free`` is, by track, when whoever it is has finished what came before."""

    def __init__(self, chances: Chances, sampled: Sampled, kept: Collection[int]) -> None:
        self._chances = chances
        self._network = chances.network
        self._sampled = sampled
        self._kept = kept
        self._is_wide = max(chances.network.starts, default=0) - sampled.origin > _WIDE
        self._free: list[Times] = [NEVER] * len(chances.network.agenda.tracks)

    def take_past(self, index: int) -> Times:
        """Take what has begun, and return its end."""
        chances, origin = self._chances, self._sampled.origin
        end: Times = chances.ends[index] - origin
        if index in chances.durations:
            end = chances.begun[index] - origin + self._length(index)
        self._keep(index, chances.starts[index] - origin, end)
        for track in self._network.agenda.entries[index].tracks:
            self._free[track] = _later(self._free[track], end)
        return end

    def take(self, index: int) -> Times:
        """Take what has not begun, and return its end."""
        network, origin = self._network, self._sampled.origin
        behaviour = network.behaviours[index]
        floor = self._chances.floors[index] - origin
        start = _begin(behaviour, self._ready(index), floor, origin)
        now = self._chances.now
        if behaviour.minimum is None and now is not None and index not in self._chances.by_clock:
            start = _later(start, now - origin)
        if isinstance(behaviour, Rest):
            pinned = behaviour.start + self._chances.rests[index] - origin
            end = _later(pinned, start + behaviour.minimum)
        else:
            end = start + self._length(index)
        self._keep(index, start, end)
        self._occupy(index, end, waits=not isinstance(behaviour, Fixed))
        return end

    def _ready(self, index: int) -> Times:
        ready: Times = NEVER
        for track in self._network.tracks[index]:
            ready = _later(ready, self._free[track])
        for track, walk in self._network.walks[index]:
            ready = _later(ready, self._free[track] + walk)
        for _, before in self._network.joins.get(index, ()):
            if before != ALONE:
                planned = self._network.agenda.entries[before].start - self._sampled.origin
                ready = _later(ready, self._sampled.ends.get(before, planned))
        return ready

    def _occupy(self, index: int, end: Times, *, waits: bool) -> None:
        needed = {} if waits else dict(self._network.walks[index])
        for track in self._network.tracks[index]:
            if waits:  # all were ready before it began
                self._free[track] = end
            else:
                self._free[track] = _later(end, self._free[track] + needed.get(track, 0))
        for track, _ in self._network.joins.get(index, ()):
            self._free[track] = _later(self._free[track], end)

    def _length(self, index: int) -> Times:
        table = lengths(self._chances.durations[index])
        draws = self._sampled.draws.get(index)
        if draws is None:
            return int(table[0])
        found: Samples = table.take(draws)
        return found.astype(np.int64) if self._is_wide else found

    def _keep(self, index: int, start: Times, end: Times) -> None:
        if index in self._kept:
            self._sampled.starts[index], self._sampled.ends[index] = start, end


def sample(
    chances: Chances,
    kept: Collection[int],
    groups: Sequence[Collection[int]] = (),
    *,
    samples: int = 10_000,
    seed: int = 0,
) -> Sampled:
    """Return starts and ends of the entries that are ``kept``, and the latest end of each group."""
    sampled = Sampled(min(chances.network.starts, default=0), samples)
    sampled.draws = _draws(chances, samples, seed)
    sampled.latest = [NEVER] * len(groups)
    groups_of: dict[int, list[int]] = {}
    for number, members in enumerate(groups):
        for index in members:
            groups_of.setdefault(index, []).append(number)
    joined = {b for joins in chances.network.joins.values() for _, b in joins}
    sampler = _Sampler(chances, sampled, {*kept, *joined})
    for take, indexes in ((sampler.take_past, chances.begun), (sampler.take, chances.order)):
        for index in indexes:
            end = take(index)
            for number in groups_of.get(index, ()):
                sampled.latest[number] = _later(sampled.latest[number], end)
    return sampled


def _draws(chances: Chances, samples: int, seed: int) -> dict[int, Samples]:
    """Return for each uncertain entry which cells of its table the samples take.

    Raw bits, because nothing else of a random generator stays the same from version to version.
    """
    uncertain = sorted(i for i, d in chances.durations.items() if not d.is_certain)
    words = -(-len(uncertain) * samples // 4)
    bits = np.random.PCG64(seed).random_raw(words).astype("<u8", copy=False).view("<u2")
    cells = bits[: len(uncertain) * samples].reshape(len(uncertain), samples) >> _SHIFT
    return dict(zip(uncertain, cells, strict=True))


def _begin(behaviour: NotBefore, ready: Times, floor: int, origin: int) -> Times:
    """Return the starts, as `NotBefore.begin` and its kin do for one."""
    if isinstance(ready, int):
        is_nowhere = ready < _LONG_AGO  # a way from nowhere takes no time
        absolute = NEVER if is_nowhere else ready + origin
        return behaviour.begin(absolute, floor + origin) - origin
    opening = behaviour.opening if isinstance(behaviour, Rest) else behaviour
    if isinstance(opening, Fixed):
        return floor
    if isinstance(opening, Flow) and floor <= opening.start - origin:
        found: Samples = np.maximum(ready, np.minimum(ready + opening.lead, floor))
        return found
    return _later(ready, floor)


def _later(first: Times, second: Times) -> Times:
    if isinstance(first, int) and isinstance(second, int):
        return max(first, second)
    if isinstance(first, int) and first < _LONG_AGO:  # too far away for the samples' integers
        return second
    if isinstance(second, int) and second < _LONG_AGO:
        return first
    return np.maximum(first, second)
