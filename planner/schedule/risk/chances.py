"""Chances: what is known of each block of a day, and what is not, as plain seconds."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial

from planner.domain.blocks import Block
from planner.schedule.agenda import Entry
from planner.schedule.behaviour import NEVER
from planner.schedule.live.facts import BlockFacts
from planner.schedule.live.live_projection import LiveProjection, Phase
from planner.schedule.live.past import due_end
from planner.schedule.live.running import moved_by
from planner.schedule.network import Network
from planner.schedule.projection import project
from planner.schedule.risk.durations import Duration
from planner.schedule.risk.priors import Prior, Priors

_NO_FACTS = BlockFacts()
_ABSENT = frozenset({Phase.NO_SHOW, Phase.SUSPECTED})


@dataclass(frozen=True)
class Chances:
    """A day about which not all is known; numbers are indexes of the agenda's entries.

    ``order`` are those that have not begun, in the order in which they are gone through, ``floors``
    their earliest starts. ``begun`` are those that have, with when: those with a duration go on
    from then for that long, the others end as ``ends`` say. ``ends`` and ``starts`` are otherwise as
    projected. ``rests`` say how long after its planned start each rest has its pinned end; what is in
    none of them will not take place. ``shifts`` say by how much the log moved the ends that are
    promised. ``now`` is None before the day; nothing begins before it but rests and what runs
    ``by_clock``.
    """

    network: Network
    order: Sequence[int]
    floors: Sequence[int]
    begun: Mapping[int, int]
    starts: Sequence[int]
    ends: Sequence[int]
    rests: Mapping[int, int]
    durations: Mapping[int, Duration]
    shifts: Mapping[int, int] = field(default_factory=dict)
    now: int | None = None
    by_clock: frozenset[int] = frozenset()

    @cached_property
    def predecessors(self) -> Mapping[int, tuple[int, ...]]:
        """Return for what each entry waits: the last ones before it on its tracks."""
        last: dict[int, tuple[int, ...]] = {}
        found: dict[int, tuple[int, ...]] = {}
        for index in sorted(self.begun, key=self.begun.__getitem__):
            tracks = self.network.agenda.entries[index].tracks
            found[index] = _united(last.get(track, ()) for track in tracks)
            for track in tracks:
                last[track] = (*filter(partial(self._outlasts, index), last.get(track, ())), index)
        for index in self.order:
            joins = self.network.joins.get(index, ())
            alone = [before for _, before in joins if before in found]
            tracks = self.network.tracks[index]
            found[index] = _united([*(last.get(track, ()) for track in tracks), alone])
            for track in tracks:
                last[track] = (index,)
            for track, _ in joins:
                last[track] = (*last.get(track, ()), index)
        return found

    @cached_property
    def lateness(self) -> Mapping[int, int]:
        """Return by how many seconds each entry is known to begin late by itself.

        That is what those before it do not account for: nobody began, somebody told to be late.
        """
        return {index: late for index, late in self._lateness() if late > 0}

    def ancestors(self, indexes: Iterable[int]) -> frozenset[int]:
        """Return everything that can delay one of these entries, and the entries themselves.

        What is over and ended before the next was to begin delays nobody any more.
        """
        found = set(indexes)
        open_ = list(found)
        while open_:
            index = open_.pop()
            own = self.predecessors.get(index, ())
            before = [b for b in own if b not in found and self._presses(b, index)]
            found.update(before)
            open_.extend(before)
        return frozenset(found)

    def delay(self, index: int, length: float) -> float | None:
        """Return how many seconds later than planned an entry makes what comes after it.

        That is by itself, when it takes ``length``, which counts only where that is not known. None
        for a rest that is still to come: it makes nothing late that was not late before.
        """
        late = self.lateness.get(index, 0) - self.network.lengths[index]
        if index in self.durations:
            stood_still = self.begun[index] - self.starts[index] if index in self.begun else 0
            return late + stood_still + length
        return late + self.ends[index] - self.starts[index] if index in self.begun else None

    def _outlasts(self, index: int, before: int) -> bool:
        """Say whether something that began before an entry may end after it."""
        return before in self.durations or self.ends[before] > self.ends[index]

    def _presses(self, before: int, index: int) -> bool:
        if before in self.durations or before not in self.begun:
            return True
        walk = max((seconds for _, seconds in self.network.walks[index]), default=0)
        return self.ends[before] + walk > self.network.starts[index]

    def _lateness(self) -> Iterator[tuple[int, int]]:
        if self.now is None:
            return
        for index, before in self.predecessors.items():
            ready = max((self.ends[b] for b in before), default=NEVER)
            start = self.starts[index] if index in self.begun else self.floors[index]
            yield index, start - max(self.network.starts[index], ready)


def chances(source: Network | LiveProjection, priors: Priors) -> Chances:
    """Return what is known of a day: before it, or while it goes on."""
    if isinstance(source, LiveProjection):
        return _live(source, priors)
    projection = project(source)
    entries = source.agenda.entries
    rests, durations = {}, {}
    for entry, behaviour in zip(entries, source.behaviours, strict=True):
        length = source.lengths[entry.index]
        if behaviour.minimum is not None:
            rests[entry.index] = length
        else:
            durations[entry.index] = _fresh(entry.block, length, priors, _grace(source))
    return Chances(
        network=source,
        order=range(len(entries)),
        floors=source.starts,
        begun={},
        starts=projection.run.starts,
        ends=projection.run.ends,
        rests=rests,
        durations=durations,
    )


def _united(groups: Iterable[Iterable[int]]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(index for group in groups for index in group))


def _live(live: LiveProjection, priors: Priors) -> Chances:
    network, run = live.network, live.run
    by_block = network.agenda.by_block
    facts = {by_block[b].index: f for b, f in live.facts.items() if b in by_block}
    under_way = run.done | run.going_on
    begun = {index: run.starts[index] for index in under_way - run.by_clock}
    shifts = {i: moved_by(network.agenda.entries[i], fact) for i, fact in facts.items()}
    rests, durations = {}, {}
    for index in run.ready:
        fact = facts.get(index, _NO_FACTS)
        entry, length = network.agenda.entries[index], network.lengths[index]
        if network.behaviours[index].minimum is not None:
            rests[index] = length + shifts.get(index, 0)
        else:
            length = max(0, length + fact.added)
            if index in under_way:  # by the clock: as long as planned, and as it stood still
                durations[index] = Duration(length + fact.lost(live.now), 1.0, 0.0)
            else:
                durations[index] = _awaited(live, entry, fact, length, priors)
    for index in run.going_on - run.by_clock:
        if network.behaviours[index].minimum is None:
            entry, fact = network.agenda.entries[index], facts[index]
            begun[index] += fact.lost(live.now)  # it stood still: as if begun so much later
            durations[index] = _going_on(live, entry, fact, begun[index], priors)
    return Chances(
        network=network,
        order=tuple(run.ready),
        floors=run.floors,
        begun=begun,
        starts=run.starts,
        ends=run.ends,
        rests=rests,
        durations=durations,
        shifts=shifts,
        now=live.now,
        by_clock=run.by_clock,
    )


def _going_on(
    live: LiveProjection, entry: Entry, fact: BlockFacts, start: int, priors: Priors
) -> Duration:
    prior = priors.of(entry.block)
    due = due_end(entry, live.network, fact, live.run.starts[entry.index], live.now)
    elapsed = max(0, live.now - start)
    return Duration(max(0, due - start), prior.mean, prior.sigma, elapsed=elapsed)


def _awaited(
    live: LiveProjection, entry: Entry, fact: BlockFacts, length: int, priors: Priors
) -> Duration:
    """Return the length of what has not begun: who is not there may still come, or may not.

    Of those who come, as many press the button in the first as in the last minute of the grace: so
    the longer nobody does, the likelier it is that nobody will (Bayes). The time that has gone by is
    part of what a no-show costs.
    """
    prior, grace = priors.of(entry.block), _grace(live.network)
    chance = 0.0 if fact.replaced is not None else _no_show(entry.block, prior)
    waited = max(0, live.now - _due(live, entry, fact))
    if waited > 0 and chance > 0:
        is_absent = live.phase(entry.block.id) in _ABSENT or waited >= grace
        left = 0.0 if is_absent else 1 - waited / grace
        chance = chance / (chance + (1 - chance) * left)
    cost = max(0, _cost(prior, grace) - waited)
    return Duration(length, prior.mean, prior.sigma, chance, cost)


def _due(live: LiveProjection, entry: Entry, fact: BlockFacts) -> int:
    planned = entry.start if fact.moved is None else fact.moved
    return max(planned, live.run.ready[entry.index], *fact.late.values())


def _fresh(block: Block, length: int, priors: Priors, grace: int) -> Duration:
    prior = priors.of(block)
    return Duration(length, prior.mean, prior.sigma, _no_show(block, prior), _cost(prior, grace))


def _no_show(block: Block, prior: Prior) -> float:
    """Return how likely it is that somebody is missing: only where somebody of ours is to come."""
    return prior.no_show if block.is_assessing or block.attendees else 0.0


def _cost(prior: Prior, grace: int) -> int:
    return grace + int(prior.search.total_seconds())


def _grace(network: Network) -> int:
    return int(network.agenda.plan.policy.no_show_grace.total_seconds())
