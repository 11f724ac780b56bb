"""Aims: which block a key means for a candidate at a moment. Without Qt."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

from planner.domain.blocks import Kind
from planner.domain.ids import BlockId, CandidateId
from planner.schedule.agenda import Entry
from planner.schedule.live.live_projection import GOING_ON, LiveProjection, Phase

_LOGISTICS = frozenset({Kind.ARRIVAL, Kind.TOUR, Kind.ESCORT})
_AWAITED = frozenset({Phase.DUE, Phase.SUSPECTED, Phase.REPLACED})
_ENDING = frozenset({Phase.WRAP_UP, Phase.OVER})
_GOES = GOING_ON - {Phase.INTERRUPTED}


class Verb(StrEnum):
    """What a coordinator says of a block with one key."""

    START = "start"
    END = "end"
    EXTEND = "extend"
    CUT = "cut"
    DROPPED = "dropped"
    BACK = "back"
    NO_SHOW = "no_show"
    REPLACE = "replace"
    SKIP = "skip"


_PHASES: Mapping[Verb, frozenset[Phase]] = {
    Verb.START: frozenset({*_AWAITED, Phase.NO_SHOW, Phase.UPCOMING}),
    Verb.END: GOING_ON,
    Verb.EXTEND: GOING_ON,
    Verb.CUT: GOING_ON,
    Verb.DROPPED: _GOES,
    Verb.BACK: frozenset({Phase.INTERRUPTED}),
    Verb.NO_SHOW: frozenset({*_AWAITED, Phase.UPCOMING}),
    Verb.REPLACE: frozenset({*_AWAITED, *GOING_ON, Phase.NO_SHOW, Phase.UPCOMING}),
    Verb.SKIP: frozenset({*_AWAITED, Phase.NO_SHOW, Phase.UPCOMING}),
}
"""In which phase of a block each can be said of it."""

_SOON = 15 * 60
_NOT_OF_REST = frozenset({Verb.DROPPED, Verb.BACK, Verb.NO_SHOW, Verb.REPLACE})


@dataclass(frozen=True, eq=False)
class Aims:
    """One candidate's day at a moment; ``chosen`` is the block that somebody pointed at."""

    projection: LiveProjection
    candidate: CandidateId
    day: date
    chosen: BlockId | None = None

    @cached_property
    def entries(self) -> Sequence[Entry]:
        """Return the day in order of planned start."""
        return self.projection.agenda.days.get((self.candidate, self.day), ())

    @cached_property
    def running(self) -> Entry | None:
        """Return what goes on, by the log or by the clock; not a rest, which leaves people free."""
        going = [e for e in self.entries if self._phase(e) in GOING_ON and not e.block.is_rest]
        return max(going, key=self._start, default=None)

    @cached_property
    def resting(self) -> Entry | None:
        """Return the rest that the candidate has now."""
        return next(
            (e for e in self.entries if e.block.is_rest and self._phase(e) in GOING_ON), None
        )

    @cached_property
    def awaited(self) -> Entry | None:
        """Return what is due: the first that could have begun, past formalities left aside."""
        due = [e for e in self.entries if self._is_due(e) and not e.block.is_rest]
        real = [e for e in due if not self._is_past_formality(e)]
        return min(real or due, key=self._start, default=None)

    @cached_property
    def missed(self) -> Entry | None:
        """Return the last block to which somebody did not come and that nobody has taken over."""
        missed = [e for e in self.entries if self._phase(e) is Phase.NO_SHOW]
        return missed[-1] if missed else None

    @cached_property
    def open_miss(self) -> Entry | None:
        """Return the missed block while its time has not passed, so that somebody may still come."""
        missed = self.missed
        return missed if missed is not None and self.projection.now < missed.end else None

    @cached_property
    def upcoming(self) -> Entry | None:
        """Return what comes next of what people start; a rest begins by itself."""
        waiting = (
            e for e in self.entries if self._phase(e) is Phase.UPCOMING and not e.block.is_rest
        )
        return min(waiting, key=self._start, default=None)

    @cached_property
    def to_come(self) -> Sequence[Entry]:
        """Return what of the day has not begun and is this candidate's alone."""
        over = GOING_ON | {Phase.DONE, Phase.SKIPPED}
        own = (e for e in self.entries if e.block.candidates == (self.candidate,))
        return [entry for entry in own if self._phase(entry) not in over]

    @cached_property
    def main(self) -> Entry | None:
        """Return what the day is about now: the chosen block, what runs, what is due, what comes."""
        found = (self._chosen, self.running, self.awaited, self.open_miss, self.resting)
        return next((entry for entry in found if entry is not None), self.upcoming)

    @cached_property
    def gives_way(self) -> bool:
        """Say whether something else may begin: nothing runs, or what does should be over soon."""
        running = self.running
        if running is None or running.block.kind in _LOGISTICS:
            return True
        return self._phase(running) in _ENDING

    def of(self, verb: Verb) -> Entry | None:
        """Return the block that a verb means now; None where there is nothing to say it of."""
        if self._chosen is not None and self._can(self._chosen, verb):
            return self._chosen
        return next((e for e in self._sought(verb) if e is not None and self._can(e, verb)), None)

    @cached_property
    def _chosen(self) -> Entry | None:
        return next((e for e in self.entries if e.block.id == self.chosen), None)

    def _sought(self, verb: Verb) -> Sequence[Entry | None]:
        """Return what a verb may mean, the most likely first."""
        if verb is Verb.START and not self.gives_way:
            return ()
        free = self.upcoming if self.running is None else None
        sought: Mapping[Verb, Sequence[Entry | None]] = {
            Verb.START: (self.awaited, self.open_miss, free or self._soon, self._unlogged),
            Verb.NO_SHOW: (self.awaited, self._soon if self.open_miss is None else None),
            Verb.REPLACE: (self.missed, self.awaited, self._stuck, self.upcoming),
            Verb.SKIP: (self.missed, self.awaited, self.upcoming),
        }
        return sought.get(verb, (self.running, self.resting))

    @cached_property
    def _soon(self) -> Entry | None:
        """Return what is planned to begin within minutes, while what runs comes to its end."""
        entry = self.upcoming
        is_soon = entry is not None and entry.start - self.projection.now <= _SOON
        return entry if is_soon else None

    @cached_property
    def _stuck(self) -> Entry | None:
        running = self.running
        is_stuck = running is not None and self._phase(running) is Phase.INTERRUPTED
        return running if is_stuck else None

    @cached_property
    def _unlogged(self) -> Entry | None:
        """Return what goes on by the clock alone: somebody may say when it really began."""
        running = self.running
        is_clocked = running is not None and running.index in self.projection.run.by_clock
        return running if is_clocked else None

    def _can(self, entry: Entry, verb: Verb) -> bool:
        if verb is Verb.START and entry is self._unlogged:
            return True
        is_fit = not (entry.block.is_rest and verb in _NOT_OF_REST)
        return is_fit and self._phase(entry) in _PHASES[verb]

    def _phase(self, entry: Entry) -> Phase:
        return self.projection.phases[entry.block.id]

    def _start(self, entry: Entry) -> tuple[int, int]:
        return self.projection.run.starts[entry.index], entry.index

    def _is_due(self, entry: Entry) -> bool:
        """Say whether a block is awaited, or would be if a formality before it had been logged."""
        phase = self._phase(entry)
        is_late = phase is Phase.UPCOMING and entry.start <= self.projection.now
        return is_late or phase in _AWAITED

    def _is_past_formality(self, entry: Entry) -> bool:
        """Nobody presses a button for everything: an arrival that is over as planned took place."""
        return entry.block.kind in _LOGISTICS and entry.end <= self.projection.now
