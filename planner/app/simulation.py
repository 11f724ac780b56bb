"""Simulation: a day played through the whole live day, with durations, no-shows and drops of chance."""

import math
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from planner.app.live_day import LiveDay
from planner.app.workspace import Workspace
from planner.domain.blocks import Block
from planner.domain.ids import BlockId, CandidateId
from planner.domain.log import Happening, Log
from planner.domain.plan import Plan
from planner.domain.times import MINUTE
from planner.schedule.agenda import Agenda, Entry, instant
from planner.schedule.live.live_projection import GOING_ON, LiveProjection, Phase
from planner.schedule.repairs.measures import Move
from planner.schedule.repairs.prices import Price, price_of
from planner.schedule.repairs.proposals import Proposal, advise

_TICK = 2 * MINUTE
_SPREAD = 0.13
"""The coefficient of variation of how long an interview takes: the default of the risks."""
_NO_SHOW = 0.03
_DROP = 0.15
_ACCEPTED = 0.5
_TAKEN_BACK = 0.15
_PATIENCE = 30 * MINUTE
"""How long somebody looks for a replacement before the block is given up."""


class SetClock:
    """A clock that shows what it was set to."""

    def __init__(self, now: datetime) -> None:
        self.time = now

    def now(self) -> datetime:
        """Return the instant that it was set to."""
        return self.time


@dataclass(frozen=True, slots=True, eq=False)
class Repaired:
    """A proposal that was taken, the price that was announced, and that which it then had."""

    proposal: Proposal
    announced: Price
    obtained: Price
    was_taken_back: bool


@dataclass(frozen=True, slots=True, eq=False)
class Played:
    """A day that is over: its plan at the end, its log, and what was repaired."""

    plan: Plan
    log: Log
    end: datetime
    repaired: tuple[Repaired, ...]


@dataclass(slots=True)
class _Fate:
    """What chance has in store for a block: all but the coordinator's decisions."""

    late: timedelta
    factor: float
    is_missed: bool
    drops_after: timedelta | None
    stands_still: timedelta
    found_after: timedelta
    has_dropped: bool = False


@dataclass(slots=True)
class _Stage:
    workspace: Workspace
    live: LiveDay
    clock: SetClock
    chance: random.Random
    fates: dict[BlockId, _Fate] = field(default_factory=dict)
    repaired: list[Repaired] = field(default_factory=list)
    asked: set[tuple[BlockId, Move]] = field(default_factory=set)
    known: tuple[object, LiveProjection] | None = None

    @property
    def plan(self) -> Plan:
        """Return the plan as it is now."""
        return self.workspace.plan

    def projection(self) -> LiveProjection:
        """Return how the day goes; worked out again only where something has happened."""
        key = (id(self.plan), len(self.live.log.entries), self.clock.time)
        if self.known is None or self.known[0] != key:
            self.known = key, self.live.projection(self.plan)
        return self.known[1]


def play(workspace: Workspace, live: LiveDay, clock: SetClock, seed: str) -> Played:
    """Play the last date of a plan, from half an hour before its first block until all is over.

    Everything goes through the live day: what happens is told, and proposals are applied and
    sometimes taken back. The same seed gives the same day.

    Raises:
        PlannerError: something was refused; nothing of that kind is to be expected.
    """
    chance = random.Random(seed)  # noqa: S311 -- a play, and the same one again
    stage = _Stage(workspace, live, clock, chance)
    today = _today(Agenda(stage.plan))
    if not today:
        return Played(stage.plan, live.log, clock.time, ())
    clock.time = instant(today[0].start) - _PATIENCE
    limit = instant(max(entry.end for entry in today)) + 4 * _PATIENCE
    for candidate in dict.fromkeys(c for entry in today for c in entry.block.candidates):
        _arrive(stage, candidate)
    while clock.time < limit and _is_open(stage):
        _step(stage)
        clock.time += _TICK
    return Played(stage.plan, live.log, clock.time, tuple(stage.repaired))


def _today(agenda: Agenda) -> Sequence[Entry]:
    day = max(agenda.dates, default=None)
    return [e for e, date_ in zip(agenda.entries, agenda.dates, strict=True) if date_ == day]


def _arrive(stage: _Stage, candidate: CandidateId) -> None:
    stage.live.tell(Happening.ARRIVED, None, candidate=candidate)


def _is_open(stage: _Stage) -> bool:
    over = {Phase.DONE, Phase.SKIPPED}
    phases = stage.projection().phases
    return any(phases[entry.block.id] not in over for entry in _today(stage.projection().agenda))


def _step(stage: _Stage) -> None:
    """Let happen what is to happen until now, in order of start; then decide about repairs."""
    for entry in _today(stage.projection().agenda):
        if not entry.block.is_rest:
            _happen(stage, entry)
    projection = stage.projection()
    is_late = any(projection.shortfalls.values()) or any(
        block.shortened for block in projection.blocks.values()
    )
    if is_late and stage.chance.random() < _ACCEPTED:
        _repair(stage)


def _happen(stage: _Stage, entry: Entry) -> None:
    projection = stage.projection()
    block, now = projection.agenda.plan.block(entry.block.id), stage.clock.time
    phase = projection.phase(block.id)
    fate = _fate(stage, block)
    if phase in GOING_ON:
        _go_on(stage, block, projection, fate)
    elif phase in {Phase.NO_SHOW, Phase.SUSPECTED}:
        _miss(stage, block, phase, instant(entry.start))
    elif phase is Phase.REPLACED or (phase is Phase.DUE and not fate.is_missed):
        ready = max(entry.start, projection.run.ready.get(entry.index, entry.start))
        begins = max(instant(ready) + fate.late, now - _TICK)
        if now >= begins and not _is_busy(projection, entry):
            stage.live.tell(Happening.STARTED, block, at=begins)


def _is_busy(projection: LiveProjection, entry: Entry) -> bool:
    """Say whether somebody of a block is still in another one that goes on."""
    others = (projection.agenda.entries[index] for index in projection.run.going_on)
    return any(set(other.tracks) & set(entry.tracks) for other in others)


def _go_on(stage: _Stage, block: Block, projection: LiveProjection, fate: _Fate) -> None:
    elapsed, box = projection.elapsed(block.id), block.timebox
    planned = box.duration if box is not None and box.duration is not None else _PATIENCE
    if projection.phase(block.id) is Phase.INTERRUPTED:
        stretch = projection.facts[block.id].interruptions[-1]
        if stage.clock.time >= instant(stretch.start) + fate.stands_still:
            stage.live.tell(Happening.RESUMED, block)
    elif not fate.has_dropped and fate.drops_after is not None and elapsed >= fate.drops_after:
        fate.has_dropped = True
        stage.live.tell(Happening.INTERRUPTED, block, reason="dropped")
    elif elapsed >= planned * fate.factor or (
        projection.phase(block.id) is Phase.OVER and fate.factor <= 1
    ):
        stage.live.tell(Happening.ENDED, block)


def _miss(stage: _Stage, block: Block, phase: Phase, planned: datetime) -> None:
    """Say that nobody came, look for somebody else, and give up in the end."""
    if phase is Phase.SUSPECTED:
        person = next(iter(block.attendees), None)
        stage.live.tell(Happening.NO_SHOW, block, person=person)
    elif stage.clock.time >= planned + stage.fates[block.id].found_after:
        _repair(stage)
        stage.fates[block.id].is_missed = False
        if stage.projection().phase(block.id) is Phase.NO_SHOW:
            stage.live.tell(Happening.SKIPPED, block)


def _repair(stage: _Stage) -> None:
    """Take one of the proposals, mostly the best; sometimes think better of it."""
    now = stage.clock.time
    advice = advise(stage.plan, stage.live.log, now)
    found = [p for p in advice.proposals if not stage.asked & set(_keys(p))]
    if not found:
        return
    taken = found[0] if stage.chance.random() < _ACCEPTED else stage.chance.choice(found)
    stage.asked.update(_keys(taken))
    stage.live.apply(taken.measures, stage.workspace)
    obtained = price_of(stage.projection())
    is_taken_back = stage.chance.random() < _TAKEN_BACK
    if is_taken_back:
        stage.live.take_back(workspace=stage.workspace)
    stage.repaired.append(Repaired(taken, taken.price, obtained, is_taken_back))


def _keys(proposal: Proposal) -> Iterator[tuple[BlockId, Move]]:
    yield from ((measure.block, measure.move) for measure in proposal.measures)


def _fate(stage: _Stage, block: Block) -> _Fate:
    """Return what chance has in store, drawn the first time that it is asked."""
    if block.id not in stage.fates:
        chance = stage.chance
        sigma = math.sqrt(math.log(1 + _SPREAD**2))
        drops = chance.random() < _DROP and block.is_call
        is_missed = chance.random() < _NO_SHOW or (block.is_assessing and not block.attendees)
        stage.fates[block.id] = _Fate(
            late=timedelta(seconds=max(0, round(chance.gauss(0, 90)))),
            factor=chance.lognormvariate(-sigma * sigma / 2, sigma),
            is_missed=is_missed,
            drops_after=chance.randrange(1, 20) * MINUTE if drops else None,
            stands_still=chance.randrange(1, 8) * MINUTE,
            found_after=chance.randrange(10, 30) * MINUTE,
        )
    return stage.fates[block.id]


def start_of_play(plan: Plan) -> datetime:
    """Return a moment before anything of a plan; the clock of a play is set to it at first."""
    starts = [entry.start for entry in Agenda(plan).entries]
    return instant(min(starts, default=0)).astimezone(UTC) - _PATIENCE
