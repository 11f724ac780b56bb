"""The live pass: when every block starts and ends, from what has happened and the present moment."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from planner.domain.blocks import Lock
from planner.domain.times import Moment
from planner.schedule.agenda import Entry, instant
from planner.schedule.behaviour import NEVER
from planner.schedule.forward import Run
from planner.schedule.live.facts import BlockFacts
from planner.schedule.network import ALONE, Network

_NO_FACTS = BlockFacts()
_NIGHT = 10 * 3600
"""Seconds. Where all before it was dropped, a block does not follow what was over so long before."""


@dataclass(slots=True, eq=False)
class LiveRun(Run):
    """A run, and which entries (by index) are over, are going on, or will not take place.

    ``floors`` are the earliest starts that the log and the present moment leave. ``ready`` is when everybody is free for an entry, for those that have not begun.
    """

    floors: Sequence[int]
    done: frozenset[int]
    going_on: frozenset[int]
    dropped: frozenset[int]
    ready: Mapping[int, int]


@dataclass(frozen=True, slots=True, eq=False)
class _Past:
    """What has happened: start and expected end of each entry, and which are dropped."""

    starts: Mapping[int, int]
    ends: Mapping[int, int]
    done: frozenset[int]
    dropped: frozenset[int]


def live_forward(network: Network, facts: Mapping[int, BlockFacts], now: int) -> LiveRun:
    """Run through the day: first what has happened, as it was, then the rest in order of start.

    ``facts`` are by index of the agenda's entries. Nothing that has happened moves; what goes on
    cannot have ended; what has not begun is bounded by ``now``, except a rest: it begins by itself as
    soon as its people are free. Otherwise this is the recursion of `planner.schedule.forward`.
    """
    past = _past(network, facts, now)
    entries = network.agenda.entries
    starts = [entry.start for entry in entries]
    ends = [entry.start for entry in entries]
    floors = list(network.starts)
    free = [NEVER] * len(network.agenda.tracks)
    for index in past.starts:
        starts[index], ends[index] = past.starts[index], past.ends[index]
        for track in entries[index].tracks:
            free[track] = max(free[track], ends[index])
    late: dict[int, list[tuple[int, int]]] = {}
    readiness: dict[int, int] = {}
    waiting = [i for i in range(len(entries)) if i not in past.starts and i not in past.dropped]
    moved = {i: fact.moved for i, fact in facts.items() if fact.moved is not None}
    if moved:
        waiting.sort(key=lambda i: (moved.get(i, entries[i].start), i))
    for index in waiting:
        floor = _floor(network, index, facts.get(index, _NO_FACTS), now)
        ready = _ready(network, index, free, ends)
        readiness[index] = ready
        behaviour = network.behaviours[index]
        is_alone = ready < network.starts[index] - _NIGHT
        start = floor if is_alone else behaviour.begin(ready, floor)
        if behaviour.minimum is None and start < now:
            start = now
        end = _finish(network, index, start, facts.get(index, _NO_FACTS))
        floors[index], starts[index], ends[index] = floor, start, end
        late_by = _latecomers(network, index, free, floor) if behaviour.is_fixed else []
        if late_by:
            late[index] = late_by
        _occupy(network, index, free, end)
        for track, seconds in late_by:
            free[track] = max(free[track], floor + seconds)
    going_on = frozenset(past.starts) - past.done
    return LiveRun(starts, ends, late, floors, past.done, going_on, past.dropped, readiness)


def due_end(entry: Entry, network: Network, fact: BlockFacts, start: int, now: int) -> int:
    """Return when something that goes on is to end, which may be over.

    An interview runs for its length, and for as long again as it stood still and was extended. A rest,
    and what keeps its end by the lock of its timebox, ends when it was planned to; a rest has at
    least its minimum.
    """
    length = network.lengths[entry.index]
    behaviour = network.behaviours[entry.index]
    if behaviour.minimum is not None:
        end = behaviour.finish(start, length)
    elif entry.timebox.lock is Lock.END:
        end = max(entry.end, start)
    else:
        end = start + length + fact.lost(now)
    return end + fact.added


def moved_by(entry: Entry, fact: BlockFacts) -> int:
    """Return by how many seconds the log moved the end of a block that has not begun."""
    return fact.added + (0 if fact.moved is None else fact.moved - entry.start)


def _past(network: Network, facts: Mapping[int, BlockFacts], now: int) -> _Past:
    entries = network.agenda.entries
    dropped = {index for index, fact in facts.items() if fact.is_skipped}
    begun = {i: b for i, f in facts.items() if i not in dropped and (b := _begun(entries[i], f))}
    gone_on = _gone_on(network, begun)
    starts, ends, done = dict(begun), {}, set()
    for index, start in begun.items():
        fact = facts[index]
        is_left = network.behaviours[index].minimum is not None and index in gone_on
        if fact.ended is not None or is_left:
            end = gone_on[index] if fact.ended is None else fact.ended
            ends[index] = max(end, start)
            done.add(index)
        else:  # what goes on cannot have ended
            ends[index] = max(due_end(entries[index], network, fact, start, now), now)
    free: dict[str, int] = {}
    for index in sorted({*begun, *gone_on}):
        fact, entry = facts.get(index, _NO_FACTS), entries[index]
        if index not in begun and fact.is_missed:
            dropped.add(index)
        elif index not in begun and index not in dropped and fact.moved is None:
            ready = max([entry.start, *(free.get(c, NEVER) for c in entry.block.candidates)])
            end = network.behaviours[index].finish(ready, network.lengths[index])
            starts[index], ends[index] = min(ready, gone_on[index]), min(end, gone_on[index])
            done.add(index)
        if index in ends:
            for candidate in entry.block.candidates:
                free[candidate] = max(free.get(candidate, NEVER), ends[index])
    for entry in _of_earlier_days(network, now):
        if entry.index not in starts and entry.index not in facts:
            starts[entry.index], ends[entry.index] = entry.start, entry.end
            done.add(entry.index)
    return _Past(starts, ends, frozenset(done), frozenset(dropped))


def _of_earlier_days(network: Network, now: int) -> Iterator[Entry]:
    """Yield what was over before today, by the clocks of its own place: that is not awaited any more."""
    today: dict[str, date] = {}
    for entry, day in zip(network.agenda.entries, network.agenda.dates, strict=True):
        if entry.start > now:
            return
        zone = entry.timebox.start.zone
        if zone not in today:
            today[zone] = Moment(instant(now), zone).day
        if entry.end <= now and day < today[zone]:
            yield entry


def _begun(entry: Entry, fact: BlockFacts) -> int | None:
    """Return when a block began: where only its end is known, as planned."""
    if fact.started is None and fact.ended is not None:
        return min(entry.start, fact.ended)
    return fact.started


def _gone_on(network: Network, begun: Mapping[int, int]) -> Mapping[int, int]:
    """Return when the candidates of a block went on to something planned later, by its index.

    What nobody logged before took place as planned, or as soon as its candidates were free, as far
    as there was time: nobody presses a button for everything. Where somebody did not show up it did
    not take place.
    """
    later: dict[str, int] = {}
    gone: dict[int, int] = {}
    if not begun:
        return gone
    for entry in reversed(network.agenda.entries[: max(begun) + 1]):
        followers = [later[c] for c in entry.block.candidates if c in later]
        if followers and len(followers) == len(entry.block.candidates):
            gone[entry.index] = min(followers)
        if entry.index in begun:
            for candidate in entry.block.candidates:
                later[candidate] = begun[entry.index]
    return gone


def _floor(network: Network, index: int, fact: BlockFacts, now: int) -> int:
    floor = network.starts[index] if fact.moved is None else fact.moved
    floor = max([floor, *fact.late.values()])
    begins_by_itself = network.behaviours[index].minimum is not None
    return floor if begins_by_itself else max(floor, now)


def _finish(network: Network, index: int, start: int, fact: BlockFacts) -> int:
    """Return when what has not begun ends; the pinned end of a rest goes where the log moved it."""
    behaviour, length = network.behaviours[index], network.lengths[index]
    if behaviour.minimum is None:
        return behaviour.finish(start, max(0, length + fact.added))
    moved = moved_by(network.agenda.entries[index], fact)
    return max(behaviour.finish(start - moved, length) + moved, start + behaviour.minimum)


def _ready(network: Network, index: int, free: Sequence[int], ends: Sequence[int]) -> int:
    ready = NEVER
    for track in network.tracks[index]:
        if free[track] > ready:  # noqa: PLR1730 -- max() would make the pass a third slower
            ready = free[track]
    for track, walk in network.walks[index]:
        if free[track] + walk > ready:  # noqa: PLR1730 -- likewise
            ready = free[track] + walk
    for _, before in network.joins.get(index, ()):
        if before != ALONE:
            ready = max(ready, ends[before])
    return ready


def _occupy(network: Network, index: int, free: list[int], end: int) -> None:
    for track in network.tracks[index]:
        if end > free[track]:  # noqa: PLR1730 -- max() would make the pass a third slower
            free[track] = end
    for track, _ in network.joins.get(index, ()):
        free[track] = max(free[track], end)


def _latecomers(
    network: Network, index: int, free: Sequence[int], floor: int
) -> list[tuple[int, int]]:
    needed = dict(network.walks[index])
    arrivals = ((track, free[track] + needed.get(track, 0)) for track in network.tracks[index])
    return [(track, arrival - floor) for track, arrival in arrivals if arrival > floor]
