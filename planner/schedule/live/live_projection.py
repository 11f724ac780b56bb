"""The projection on the day itself: plan, log and the present moment in, the rest of the day out."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from enum import StrEnum
from functools import cached_property
from itertools import takewhile

from planner.domain.ids import BlockId, CandidateId
from planner.domain.log import Log
from planner.domain.plan import Plan
from planner.domain.times import Moment
from planner.schedule.agenda import Entry, instant
from planner.schedule.live.facts import BlockFacts, facts_of, seconds
from planner.schedule.live.parting import without_those_gone_on
from planner.schedule.live.past import due_end
from planner.schedule.live.presence import arrived
from planner.schedule.live.running import LiveRun, live_forward, moved_by
from planner.schedule.live.standing import as_it_stands
from planner.schedule.network import Network, network
from planner.schedule.projection import Projection
from planner.schedule.promises import PromiseKind

WRAP_UP = 5 * 60
"""Seconds before its end from which on a block is to be brought to its close."""

DEAD_BAND = timedelta(seconds=30)
"""Offsets up to this count as on time: nobody presses a button to the second."""

_NO_FACTS = BlockFacts()


class Phase(StrEnum):
    """What a block is doing at the present moment."""

    UPCOMING = "upcoming"
    DUE = "due"
    SUSPECTED = "suspected"
    NO_SHOW = "no_show"
    REPLACED = "replaced"
    RUNNING = "running"
    WRAP_UP = "wrap_up"
    OVER = "over"
    INTERRUPTED = "interrupted"
    DONE = "done"
    SKIPPED = "skipped"


GOING_ON = frozenset({Phase.RUNNING, Phase.WRAP_UP, Phase.OVER, Phase.INTERRUPTED})

_WITHOUT_PEOPLE = frozenset({Phase.NO_SHOW, Phase.SUSPECTED})


class LiveProjection(Projection):
    """A day as it is going. Made by `project_live`; the planned times stay those of the plan."""

    run: LiveRun

    def __init__(
        self,
        prepared: Network,
        log: Log,
        now: int,
        facts: Mapping[BlockId, BlockFacts] | None = None,
    ) -> None:
        """Project; ``facts`` are those of the log, where somebody has them already."""
        self.log = log
        self.now = now
        self.facts: Mapping[BlockId, BlockFacts] = facts_of(log) if facts is None else facts
        by_block = prepared.agenda.by_block
        self._by_index = {by_block[b].index: f for b, f in self.facts.items() if b in by_block}
        prepared = without_those_gone_on(prepared, self._by_index)
        there = arrived(prepared.agenda, log)
        run = live_forward(prepared, self._by_index, now, there)
        super().__init__(prepared, run.floors, prepared.lengths, run)

    @cached_property
    def phases(self) -> Mapping[BlockId, Phase]:
        """Return what every scheduled block is doing, in order of planned start."""
        return {entry.block.id: self._phase(entry) for entry in self.agenda.entries}

    @cached_property
    def holders(self) -> Mapping[int, Entry]:
        """Return what somebody said to go on now, by each track that it keeps; the last begun where two do."""
        run = self.run
        told = sorted(run.going_on - run.by_clock, key=lambda index: (run.starts[index], index))
        entries = self.agenda.entries
        return {track: entries[index] for index in told for track in entries[index].tracks}

    def keeper(self, entry: Entry) -> Entry | None:
        """Return what goes on and keeps somebody from a block that should have begun, if anything does.

        Where it is the candidate's own that goes on, it is that; a room alone is nobody.
        """
        if self.now < self._planned(entry) or self._has_begun(entry.index):
            return None
        subjects = ((track, self.agenda.tracks[track].subject.table) for track in entry.tracks)
        people = sorted((table, track) for track, table in subjects if table != "rooms")
        found = (self.holders.get(track) for _, track in people)
        return next((one for one in found if one is not None and one is not entry), None)

    def due_since(self, entry: Entry) -> int:
        """Return since when a block could have begun, in seconds; what still goes on moves it no further."""
        fact = self._by_index.get(entry.index, _NO_FACTS)
        late = [self._planned(entry), *fact.late.values()]
        if not self._is_held(entry):
            return max([*late, self.run.ready.get(entry.index, entry.start)])
        return max(late)

    @cached_property
    def absent(self) -> frozenset[int]:
        """Return the entries (by index) that lack their people: no-shows, known or suspected."""
        entries = self.agenda.entries
        late = set(takewhile(lambda i: entries[i].start <= self.now, range(len(entries))))
        return frozenset(i for i in late | set(self._by_index) if self._lacks_people(entries[i]))

    @cached_property
    def shortfalls(self) -> Mapping[PromiseKind, int]:
        """Return by how many seconds the promises of each kind will be missed, in sum.

        It is the sum over `broken`, without making a record of each.
        """
        found = dict.fromkeys(PromiseKind, 0)
        for entry, behaviour in zip(self.agenda.entries, self.network.behaviours, strict=True):
            if behaviour.minimum is not None:
                found[PromiseKind.REST] += self._missed_rest(entry)
            if behaviour.is_fixed:
                missed = sum(int(b.by.total_seconds()) for b in self._missed_start(entry))
                found[PromiseKind.FIXED_START] += missed
        ends = self.run.ends
        for bound in self.network.bounds:
            missing = max([ends[index] for index in bound.indexes]) - bound.due
            found[bound.promise.kind] += max(0, missing)
        return found

    def phase(self, block: BlockId) -> Phase:
        """Return what a block is doing.

        Raises:
            UnknownRecord: the plan holds no such block.
            InvalidValue: the block is not scheduled.
        """
        return self._phase(self.agenda.entry(block))

    def remaining(self, block: BlockId) -> timedelta:
        """Return how long a block still has; negative once it is over its end. T51, T52."""
        entry = self.agenda.entry(block)
        return timedelta(seconds=self._due_end(entry) - self.now)

    def elapsed(self, block: BlockId) -> timedelta:
        """Return the effective minutes of a block: running, without what it stood still."""
        entry = self.agenda.entry(block)
        index = entry.index
        is_awaited = index in self.run.unseen and index not in self.run.done
        if is_awaited or index not in self.run.done | self.run.going_on:
            return timedelta()
        until = self.run.ends[index] if index in self.run.done else self.now
        fact = self._by_index.get(index, _NO_FACTS)
        return timedelta(seconds=max(0, until - self.run.starts[index] - fact.lost(until)))

    def stood_still(self, block: BlockId) -> timedelta:
        """Return how long a block stood still so far."""
        fact = self.facts.get(block, _NO_FACTS)
        return timedelta(seconds=fact.lost(self.now))

    def current(self, candidate: CandidateId) -> Entry | None:
        """Return what a candidate is in now, if anything: what was started, else a rest."""
        going = [e for e in self.agenda.candidate(candidate) if self._phase(e) in GOING_ON]
        started = [entry for entry in going if entry.index in self.run.going_on]
        return next(iter(started or going), None)

    def following(self, candidate: CandidateId) -> Entry | None:
        """Return what comes next for a candidate: the first that has not begun."""
        waiting = (
            entry
            for entry in self.agenda.candidate(candidate)
            if self._phase(entry) not in GOING_ON | {Phase.DONE, Phase.SKIPPED}
        )
        return min(waiting, key=lambda entry: self.run.starts[entry.index], default=None)

    def offset(self, candidate: CandidateId) -> timedelta:
        """Return by how much a candidate's day runs late (+) or early; within 30 s it is on time.

        It is the delay with which the present block will end; in between, that with which the next
        one will start; after the last, that with which it ended.
        """
        entry = self.current(candidate)
        if entry is not None:
            delay = self.run.ends[entry.index] - entry.end
        elif (entry := self.following(candidate)) is not None:
            delay = self.run.starts[entry.index] - entry.start
        else:
            delay = self._last_delay(candidate)
        found = timedelta(seconds=delay)
        return found if abs(found) > DEAD_BAND else timedelta()

    def relative_offset(self, candidate: CandidateId) -> timedelta:
        """Return the offset measured from when the candidate's day really began. T45."""
        first = self._first(candidate)
        if first is None or first.index not in self.run.done | self.run.going_on:
            return self.offset(candidate)
        shift = timedelta(seconds=self.run.starts[first.index] - first.start)
        return self.offset(candidate) - shift

    def _first(self, candidate: CandidateId) -> Entry | None:
        """Return what the candidate's present day began with; of another day the first of all."""
        zone = self.agenda.plan.zone()
        today = self.agenda.days.get((candidate, Moment(instant(self.now), zone).day), ())
        return next(iter(today or self.agenda.candidate(candidate)), None)

    def _promised_end(self, entry: Entry) -> int:
        """Return by when a rest must have had its minimum: later where somebody moved it."""
        fact = self._by_index.get(entry.index, _NO_FACTS)
        return super()._promised_end(entry) + max(0, moved_by(entry, fact))

    def _last_delay(self, candidate: CandidateId) -> int:
        over = [e for e in self.agenda.candidate(candidate) if e.index in self.run.done]
        return self.run.ends[over[-1].index] - over[-1].end if over else 0

    def _due_end(self, entry: Entry) -> int:
        """Return when a block is to end, as if there were no present moment to bound it."""
        if entry.index not in self.run.going_on or entry.index in self.run.by_clock:
            return self.run.ends[entry.index]
        fact = self._by_index.get(entry.index, _NO_FACTS)
        return due_end(entry, self.network, fact, self.run.starts[entry.index], self.now)

    def _phase(self, entry: Entry) -> Phase:
        index, fact = entry.index, self._by_index.get(entry.index, _NO_FACTS)
        if fact.is_missed and not fact.is_skipped:
            return Phase.NO_SHOW
        if index in self.run.dropped:
            return Phase.SKIPPED
        if index in self.run.done:
            return Phase.DONE
        if index in self.run.unseen:
            return self._unseen_phase(index, fact)
        if index in self.run.going_on:
            return self._running_phase(entry, fact)
        return self._awaited_phase(entry, fact)

    def _planned(self, entry: Entry) -> int:
        moved = self._by_index.get(entry.index, _NO_FACTS).moved
        return entry.start if moved is None else moved

    def _has_begun(self, index: int) -> bool:
        run = self.run
        return index in run.done or index in run.going_on or index in run.dropped

    def _is_held(self, entry: Entry) -> bool:
        """Say whether something that goes on keeps the room, or anybody, of a block that has not begun."""
        return any(self.holders.get(track, entry) is not entry for track in entry.tracks)

    def _lacks_people(self, entry: Entry) -> bool:
        run = self.run
        if entry.index in run.done or entry.index in run.going_on:
            return False
        return self._phase(entry) in _WITHOUT_PEOPLE

    def _awaited_phase(self, entry: Entry, fact: BlockFacts) -> Phase:
        index = entry.index
        if self.network.behaviours[index].minimum is not None:
            return self._resting_phase(index)
        return self._waiting_phase(entry, fact)

    def _running_phase(self, entry: Entry, fact: BlockFacts) -> Phase:
        """T54: at the very threshold the stricter phase holds."""
        if fact.is_interrupted:
            return Phase.INTERRUPTED
        left = self._due_end(entry) - self.now
        if left <= 0:
            return Phase.OVER
        return Phase.WRAP_UP if left <= WRAP_UP else Phase.RUNNING

    def _unseen_phase(self, index: int, fact: BlockFacts) -> Phase:
        """It runs by the clock, but nobody has seen the candidate: after a grace somebody asks."""
        grace = int(self.agenda.plan.policy.no_show_grace.total_seconds())
        is_overdue = self.now - self.run.starts[index] >= grace or fact.suspected is not None
        return Phase.SUSPECTED if is_overdue else Phase.DUE

    def _resting_phase(self, index: int) -> Phase:
        """Rest begins and ends by itself: nobody presses a button for it."""
        if self.now < self.run.starts[index]:
            return Phase.UPCOMING
        return Phase.RUNNING if self.now < self.run.ends[index] else Phase.DONE

    def _waiting_phase(self, entry: Entry, fact: BlockFacts) -> Phase:
        """T49: due once all could begin, suspected after a grace in which nobody said so.

        Whoever takes over has a grace of their own. Nobody is missing who is kept by what goes on.
        """
        if self.now < self._planned(entry):  # most of a large day: nothing else needs to be known
            return Phase.UPCOMING
        due = self.due_since(entry)
        if self.now < max(due, self.run.ready[entry.index]):
            return Phase.UPCOMING
        since = due if fact.replaced is None else max(due, fact.replaced)
        grace = int(self.agenda.plan.policy.no_show_grace.total_seconds())
        is_overdue = self.now - since >= grace or fact.suspected is not None
        if (
            is_overdue
            and not self._is_held(entry)
            and (entry.block.attendees or entry.block.is_assessing)
        ):
            return Phase.SUSPECTED
        return Phase.DUE if fact.replaced is None else Phase.REPLACED


def project_live(plan: Plan | Network, log: Log, now: datetime) -> LiveProjection:
    """Return how the rest of the day will go.

    A network must be that of `planner.schedule.live.standing.as_it_stands`. Who asks for many moments
    keeps it; what the log says of blocks that the plan does not hold any more is left out.
    """
    source = plan if isinstance(plan, Network) else network(as_it_stands(plan, log))
    return LiveProjection(source, log, seconds(now))
