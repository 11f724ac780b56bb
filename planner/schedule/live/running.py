"""The live pass: when every block starts and ends, from what has happened and the present moment."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from planner.domain.blocks import Kind
from planner.schedule.agenda import Entry
from planner.schedule.behaviour import NEVER
from planner.schedule.forward import Run
from planner.schedule.live.facts import BlockFacts
from planner.schedule.live.past import Past, past_of
from planner.schedule.live.presence import run_by_clock
from planner.schedule.network import ALONE, Network

_NO_FACTS = BlockFacts()
_NIGHT = 10 * 3600
"""Seconds. Where all before it was dropped, a block does not follow what was over so long before."""


@dataclass(slots=True, eq=False)
class LiveRun(Run):
    """A run, and which entries (by index) are over, are going on, or will not take place.

    ``floors`` are the earliest starts that the log and the present moment leave. ``ready`` is when
    everybody is free for an entry, for those of which nobody has said that they began. ``by_clock``
    are those of them that begin and end though nobody says so, and ``unseen`` the arrivals among
    these that would have begun, but whose candidate nobody has seen.
    """

    floors: Sequence[int]
    done: frozenset[int]
    going_on: frozenset[int]
    dropped: frozenset[int]
    ready: Mapping[int, int]
    by_clock: frozenset[int]
    unseen: frozenset[int]


@dataclass(frozen=True, slots=True, eq=False)
class _Times:
    """What one pass fills in, by index; as in `LiveRun`."""

    starts: list[int]
    ends: list[int]
    late: dict[int, list[tuple[int, int]]]
    floors: list[int]


def live_forward(
    network: Network,
    facts: Mapping[int, BlockFacts],
    now: int,
    arrived: Mapping[int, int] | None = None,
) -> LiveRun:
    """Run through the day: first what has happened, as it was, then the rest in order of start.

    ``facts`` are by index of the agenda's entries, as are the times at which candidates have
    ``arrived`` (`planner.schedule.live.presence.arrived`). Nothing that has happened moves; what goes
    on cannot have ended; what has not begun is bounded by ``now``, except a rest: it begins by itself
    as soon as its people are free. Otherwise this is the recursion of `planner.schedule.forward`.

    What nobody holds runs by the clock too (`planner.schedule.live.presence.runs_by_clock`): it begins
    when it is planned to and its candidates are free, an arrival not before they are there, and takes
    as long as planned; whoever logs its start or end knows better. So an arrival of which nobody
    said anything delays no day. Where nobody has seen the candidate it goes on only by the clock
    (``unseen``): that is to be asked for, and what somebody waits with is late from its own start on.
    """
    there = {} if arrived is None else arrived
    past = past_of(network, facts, now, there)
    clocked = {i for i in run_by_clock(network.agenda) if i not in facts or _is_clocked(facts[i])}
    run, readiness = _gone_through(network, facts, now, past, {i: there.get(i) for i in clocked})
    starts, ends = run.starts, run.ends
    by_clock = frozenset(clocked & readiness.keys())
    begun = [i for i in by_clock if starts[i] <= now and readiness[i] < now]
    done = past.done.union(index for index in begun if ends[index] <= now)
    return LiveRun(
        starts,
        ends,
        run.late,
        run.floors,
        done=done,
        going_on=frozenset({*past.starts, *begun}) - done,
        dropped=past.dropped,
        ready=readiness,
        by_clock=by_clock,
        unseen=_unseen(network, {*begun} - there.keys(), past),
    )


def moved_by(entry: Entry, fact: BlockFacts) -> int:
    """Return by how many seconds the log moved the end of a block that has not begun."""
    return fact.added + (0 if fact.moved is None else fact.moved - entry.start)


def _gone_through(
    network: Network,
    facts: Mapping[int, BlockFacts],
    now: int,
    past: Past,
    clocked: Mapping[int, int | None],
) -> tuple[_Times, dict[int, int]]:
    """Return the times of all entries, and when everybody is free for those that have not happened.

    ``clocked`` are those that run by the clock, each with when its candidates arrived, if they did.
    """
    entries = network.agenda.entries
    starts = [past.starts.get(entry.index, entry.start) for entry in entries]
    ends = [past.ends.get(entry.index, entry.start) for entry in entries]
    times = _Times(starts, ends, {}, list(network.starts))
    free = _free(network, past)
    readiness: dict[int, int] = {}
    for index in _waiting(network, facts, past):
        fact, is_clocked = facts.get(index, _NO_FACTS), index in clocked
        since = _arrival(network, index, fact, clocked[index]) if is_clocked else None
        floor = _floor(network, index, fact, now) if since is None else since
        ready = _ready(network, index, free, ends)
        readiness[index] = ready
        behaviour = network.behaviours[index]
        is_alone = ready < network.starts[index] - _NIGHT
        start = floor if is_alone else behaviour.begin(ready, floor)
        if start < now and behaviour.minimum is None and not is_clocked:
            start = now
        end = _finish(network, index, start, fact) + (fact.lost(now) if is_clocked else 0)
        times.floors[index], starts[index], ends[index] = floor, start, end
        late_by = _latecomers(network, index, free, floor) if behaviour.is_fixed else []
        if late_by:
            times.late[index] = late_by
        _occupy(network, index, free, end)
        for track, seconds in late_by:
            free[track] = max(free[track], floor + seconds)
    return times, readiness


def _free(network: Network, past: Past) -> list[int]:
    """Return when each track is free after all that has happened."""
    free = [NEVER] * len(network.agenda.tracks)
    for index, end in past.ends.items():
        for track in network.agenda.entries[index].tracks:
            free[track] = max(free[track], end)
    return free


def _waiting(network: Network, facts: Mapping[int, BlockFacts], past: Past) -> Sequence[int]:
    """Return what has not happened, in order of start: where the plan, or the log, moved it."""
    entries = network.agenda.entries
    waiting = [i for i in range(len(entries)) if i not in past.starts and i not in past.dropped]
    moved = {i: fact.moved for i, fact in facts.items() if fact.moved is not None}
    if moved:
        waiting.sort(key=lambda i: (moved.get(i, entries[i].start), i))
    return waiting


def _is_clocked(fact: BlockFacts) -> bool:
    """Say whether what the log says of a block leaves it to the clock."""
    return not fact.is_missed


def _unseen(network: Network, begun: Iterable[int], past: Past) -> frozenset[int]:
    """Return those that are arrivals of candidates of whom nothing else of that day has begun."""
    agenda = network.agenda
    found: set[int] = set()
    for index in begun:
        block, day = agenda.entries[index].block, agenda.dates[index]
        if block.kind is Kind.ARRIVAL and not all(
            any(other.index in past.starts for other in agenda.days.get((candidate, day), ()))
            for candidate in block.candidates
        ):
            found.add(index)
    return frozenset(found)


def _arrival(network: Network, index: int, fact: BlockFacts, arrived: int | None) -> int:
    """Return the earliest start of what runs by the clock: who is there is no longer late."""
    planned = network.starts[index] if fact.moved is None else fact.moved
    if arrived is not None:
        return max(planned, arrived)
    return max([planned, *fact.late.values()])


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
