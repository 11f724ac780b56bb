"""Slack: the backward pass. How late each block may start before a promise is touched."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property

from planner.domain.ids import BlockId
from planner.domain.times import Moment
from planner.schedule.agenda import Entry
from planner.schedule.behaviour import ALWAYS, NotBefore
from planner.schedule.network import Network
from planner.schedule.projection import Projection
from planner.schedule.promises import Promise, fixed_promise, rest_promise

_UNBOUND = ALWAYS // 2
"""From here on a latest start is `ALWAYS` minus the lengths of the blocks in between."""


@dataclass(frozen=True, slots=True)
class Slack:
    """How much delay a block can take; None where nothing limits it.

    ``latest_start`` touches no promise, ``slack`` is its distance to the planned start: negative
    where the block would have to start earlier than planned. ``free`` is how long after its planned
    start it may begin before anything else moves at all, or somebody comes later to a fixed block;
    never less than its projected delay. The last block of a day is free without limit, though its
    slack is not.
    """

    block: BlockId
    latest_start: Moment | None
    slack: timedelta | None
    free: timedelta | None


class Slacks:
    """The slack of every block under a projection. Made by `slacks`; plain seconds inside.

    The promises are: a rest keeps its minimum before its pinned end, a fixed block starts when it
    was to start and finds everybody ready, a candidate's day ends in time, and nobody is still
    in a block when the journey home departs.
    """

    def __init__(self, projection: Projection) -> None:
        self._projection = projection
        self.latest_starts = latest_starts(projection)

    @cached_property
    def unmoving_starts(self) -> Sequence[int]:
        """Return the latest starts that move nothing else, in the order of the entries."""
        return unmoving_starts(self._projection)

    @cached_property
    def blocks(self) -> Mapping[BlockId, Slack]:
        """Return the slack of every scheduled block, in order of planned start."""
        return {e.block.id: self._slack(e) for e in self._projection.agenda.entries}

    def block(self, block_id: BlockId) -> Slack:
        """Return the slack of one block.

        Raises:
            UnknownRecord: the plan holds no such block.
            InvalidValue: the block is not scheduled.
        """
        return self._slack(self._projection.agenda.entry(block_id))

    def limit(self, block_id: BlockId) -> Promise | None:
        """Return the promise that a block touches first when it starts too late, if there is one.

        The window's inspector asks it: the slack says how much, this says why.

        Raises:
            UnknownRecord: the plan holds no such block.
            InvalidValue: the block is not scheduled.
        """
        entry = self._projection.agenda.entry(block_id)
        promise = self._promise_at(entry, is_asked=True)
        while promise is None:
            follower = self._tightest_follower(entry)
            if follower is None:
                return None
            entry = follower
            promise = self._promise_at(entry)
        return promise

    def _slack(self, entry: Entry) -> Slack:
        slack = _bounded(self.latest_starts[entry.index] - entry.start)
        free = _bounded(self.unmoving_starts[entry.index] - entry.start)
        return Slack(
            block=entry.block.id,
            latest_start=None if slack is None else entry.timebox.start.moved(slack),
            slack=slack,
            free=free,
        )

    def _promise_at(self, entry: Entry, *, is_asked: bool = False) -> Promise | None:
        """Return the promise that binds this very block, not one that comes after it."""
        latest, network = self.latest_starts[entry.index], self._projection.network
        behaviour = network.behaviours[entry.index]
        if behaviour.is_fixed and (latest == entry.start or not is_asked):
            return fixed_promise(entry)
        if behaviour.minimum is not None:
            return rest_promise(entry)
        end = latest + self._projection.lengths[entry.index]
        limits = (b.promise for b in network.bounds if b.due == end and entry.index in b.indexes)
        return next(limits, None)

    def _tightest_follower(self, entry: Entry) -> Entry | None:
        """Return the next block on a track that leaves this one no more time than it has."""
        end = self.latest_starts[entry.index] + self._projection.lengths[entry.index]
        for track in entry.tracks:
            follower = self._projection.agenda.follower(entry, track)
            if follower is not None and self._wanted(follower, track) == end:
                return follower
        return None

    def _wanted(self, entry: Entry, track: int) -> int:
        """Return by when a block wants those before it on a track to be done."""
        network, index = self._projection.network, entry.index
        ready = network.behaviours[index].latest_ready(
            self.latest_starts[index], self._projection.floors[index]
        )
        return ready - dict(network.walks[index]).get(track, 0)


def slacks(projection: Projection) -> Slacks:
    """Return how late every block may start under a projection."""
    return Slacks(projection)


def latest_starts(projection: Projection) -> Sequence[int]:
    """Return the latest starts that touch no promise, in seconds, by the entries of the agenda.

    Runs through the days from their end, along the same tracks as the forward pass: what a block
    asks of those before it on a track is that they be done by a certain second.
    """
    network = projection.network
    wanted = [ALWAYS] * len(network.agenda.tracks)
    asked: dict[int, int] = {}
    latest = list(network.limits)
    for index in reversed(range(len(latest))):
        end = min(latest[index], _shared_end(network, index, wanted, asked))
        for track in network.tracks[index]:
            if wanted[track] < end:  # noqa: PLR1730 -- min() would make the pass a third slower
                end = wanted[track]
        behaviour = network.behaviours[index]
        start = behaviour.promised_start(end, projection.lengths[index])
        ready = behaviour.latest_ready(start, projection.floors[index])
        for track in network.tracks[index]:
            wanted[track] = ready
        for track, walk in network.walks[index]:
            wanted[track] = ready - walk
        if _waits(behaviour):
            _ask(network, index, ready, asked)
        latest[index] = start
    return latest


def unmoving_starts(projection: Projection) -> Sequence[int]:
    """Return the latest starts that move nothing else, in seconds, by the entries of the agenda.

    Somebody who comes late to a fixed block counts as moved when they would come later still.
    """
    network, run = projection.network, projection.run
    wanted = [ALWAYS] * len(network.agenda.tracks)
    asked: dict[int, int] = {}
    latest = list(run.starts)
    for index in reversed(range(len(latest))):
        tracks, behaviour = network.tracks[index], network.behaviours[index]
        end = min((wanted[track] for track in tracks), default=ALWAYS)
        end = min(end, _shared_end(network, index, wanted, asked))
        latest[index] = behaviour.latest_start(end, projection.lengths[index])
        ready = behaviour.latest_ready(run.starts[index], projection.floors[index])
        for track in tracks:
            wanted[track] = ready
        for track, walk in network.walks[index]:
            wanted[track] = ready - walk
        if _waits(behaviour):  # a rest that begins late already is not moved before that
            _ask(network, index, max(ready, run.starts[index]), asked)
        for track, seconds in run.late.get(index, ()):
            wanted[track] += seconds
    return latest


def _shared_end(
    network: Network, index: int, wanted: Sequence[int], asked: Mapping[int, int]
) -> int:
    """Return by when a block must be done for those after it that share a track, or come after."""
    end = asked.get(index, ALWAYS)
    for track, _ in network.joins.get(index, ()):
        end = min(end, wanted[track])
    return end


def _waits(behaviour: NotBefore) -> bool:
    """Say whether a block begins later where others are late; a fixed one that is no rest does not."""
    return not behaviour.is_fixed or behaviour.minimum is not None


def _ask(network: Network, index: int, ready: int, asked: dict[int, int]) -> None:
    """Note by when a block that shares a track wants that done which shares it with nobody."""
    for _, before in network.joins.get(index, ()):
        asked[before] = min(asked.get(before, ALWAYS), ready)


def _bounded(seconds: int) -> timedelta | None:
    return timedelta(seconds=seconds) if seconds < _UNBOUND else None
