"""The buffer advisor: where a few more minutes help a rest most, and the edits that put them there.

The same minutes protect a rest best when they lie right before it, because there they take up the
overruns of all blocks together; spread over the blocks they keep these on time instead.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from planner.domain.blocks import StartRule
from planner.domain.edits.base import Edit
from planner.domain.edits.ripples import ShiftLater
from planner.domain.edits.timing import MoveBlocks
from planner.domain.edits.together import Together
from planner.domain.errors import EditRefused
from planner.domain.ids import BlockId
from planner.domain.plan import Plan
from planner.domain.times import MINUTE
from planner.schedule.agenda import Agenda, Entry
from planner.schedule.network import network
from planner.schedule.risk.priors import Priors
from planner.schedule.risk.risks import RestRisk, Risks, risks

LENGTHS = (5 * MINUTE, 10 * MINUTE, 15 * MINUTE)

SAFE = 0.1
"""A rest that misses its minimum at most so often is called safe."""

_DIGITS = 3
"""Probabilities that differ by less than they can be trusted are the same."""

_MUCH_SURER = 1.5
"""Where the spreads of two blocks differ by less, their order hardly matters."""


class Placement(StrEnum):
    """Where minutes go: all right before the rest, after every block, or only between the blocks."""

    POOLED = "pooled"
    SPREAD = "spread"
    EARLY = "early"


_ORDER = tuple(Placement)


@dataclass(frozen=True, slots=True)
class Buffer:
    """More minutes before a rest: what it is worth, and what it costs.

    ``risk`` is the one to the rest with them. The candidates' day is planned to end ``ends_later``,
    and will end after its limit with the probability ``late``. ``moved`` are the blocks that would
    have another time, in order of the plan.
    """

    placement: Placement
    length: timedelta
    edit: Edit
    risk: RestRisk
    late: float
    ends_later: timedelta
    moved: tuple[BlockId, ...] = ()


@dataclass(frozen=True, slots=True)
class Advice:
    """What helps a rest: buffers by length, of each length the best first.

    ``risk`` and ``late`` are as planned. ``sooner`` is the interview that should come earlier, if
    there is one: those whose length is surest go first, so that fewer wait for the others (smallest
    variance first: de Kemp, Mandjes and Olver, arXiv 1812.01467).
    """

    risk: RestRisk
    late: float
    buffers: tuple[Buffer, ...] = ()
    sooner: BlockId | None = None

    @property
    def is_safe(self) -> bool:
        """Say whether the rest is safe as it is planned."""
        return self.risk.below <= SAFE

    @property
    def best(self) -> Buffer | None:
        """Return the fewest minutes that make the rest safe; where none do, what helps it most.

        Where it is safe already, the fewest there are. What lets the day end too late (more often
        than `SAFE` allows, and more often than now) is passed over; where everything does, the fewest
        minutes do it least.
        """
        timely = [b for b in self.buffers if b.late <= max(SAFE, self.late)]
        left = timely or self.buffers[:1]
        enough = [b for b in left if b.risk.below <= SAFE]
        return next(iter(enough), None) or min(left, key=_worth, default=None)


def advise(
    plan: Plan,
    rest: BlockId,
    priors: Priors | None = None,
    *,
    lengths: Sequence[timedelta] = LENGTHS,
    samples: int = 10_000,
) -> Advice | None:
    """Return what more minutes before a rest would do; None where the block is no rest.

    The blocks concerned are those of the same candidates since the rest before, or since something
    that cannot move. Lengths are in whole minutes.

    Raises:
        UnknownRecord: the plan holds no such block.
        InvalidValue: the block is not scheduled.
    """
    prepared = network(plan)
    entry = prepared.agenda.entry(rest)
    if not entry.block.is_rest:
        return None
    found = risks(prepared, priors, samples=samples)
    chain = _chain(prepared.agenda, entry)
    before = _Before(plan, prepared.agenda, entry, priors, samples)
    buffers = [b for edit in _edits(chain, rest, lengths) if (b := before.with_edit(*edit))]
    buffers.sort(key=lambda b: (b.length, *_worth(b)))
    late = _late(found, prepared.agenda, entry)
    return Advice(_risk(found, rest), late, tuple(buffers), _sooner(chain, priors or Priors()))


@dataclass(frozen=True, slots=True)
class _Before:
    """A plan to which an edit is tried."""

    plan: Plan
    agenda: Agenda
    entry: Entry
    priors: Priors | None
    samples: int

    def with_edit(self, placement: Placement, length: timedelta, edit: Edit) -> Buffer | None:
        """Return what an edit would do; None where it cannot be made."""
        try:
            changed = network(edit.apply(self.plan))
        except EditRefused:
            return None
        found = risks(changed, self.priors, samples=self.samples)
        risk = _risk(found, self.entry.block.id)
        after = changed.agenda.entry(self.entry.block.id)
        later = _last_end(changed.agenda, after) - _last_end(self.agenda, self.entry)
        late = _late(found, changed.agenda, after)
        moved = tuple(_moved(self.plan, changed.agenda.plan))
        return Buffer(placement, length, edit, risk, late, timedelta(seconds=later), moved)


def _worth(buffer: Buffer) -> tuple[float, ...]:
    """Return what buffers are sorted by, the best first."""
    risk = buffer.risk
    return (
        round(risk.below, _DIGITS),
        round(risk.shortened, _DIGITS),
        _ORDER.index(buffer.placement),
    )


def _moved(before: Plan, after: Plan) -> Iterator[BlockId]:
    for block_id, block in after.blocks.items():
        if block.timebox != before.blocks[block_id].timebox:
            yield block_id


def _chain(agenda: Agenda, entry: Entry) -> Sequence[Entry]:
    """Return the blocks right before a rest that can move with it, in order."""
    if not entry.block.candidates:
        return []
    day = agenda.dates[entry.index]
    before = agenda.days[entry.block.candidates[0], day]
    chain: list[Entry] = []
    for other in reversed([one for one in before if one.index < entry.index]):
        block = other.block
        is_shared = set(block.candidates) != set(entry.block.candidates)
        if block.is_rest or block.start_rule is StartRule.FIXED or is_shared:
            break
        chain.append(other)
    return chain[::-1]


def _edits(
    chain: Sequence[Entry], rest: BlockId, lengths: Sequence[timedelta]
) -> Iterator[tuple[Placement, timedelta, Edit]]:
    for length in lengths:
        shift = ShiftLater(rest, length)
        if chain:
            yield Placement.POOLED, length, shift
        if len(chain) > 1:
            yield Placement.SPREAD, length, _spread(chain, shift, len(chain))
            yield Placement.EARLY, length, _spread(chain, shift, len(chain) - 1)


def _spread(chain: Sequence[Entry], shift: ShiftLater, places: int) -> Edit:
    """Return an edit that puts the minutes after so many blocks, the odd ones early."""
    moves: list[Edit] = []
    for number, entry in enumerate(chain[1:], start=1):
        share = -(-shift.delta * min(number, places) // (places * MINUTE)) * MINUTE
        moves.append(MoveBlocks((entry.block.id,), share))
    return Together((*moves, shift))


def _sooner(chain: Sequence[Entry], priors: Priors) -> BlockId | None:
    """Return the first interview that comes after a much less certain one."""
    widest = 0.0
    for entry in chain:
        if entry.block.is_assessing:
            spread = entry.length * priors.of(entry.block).cv
            if spread * _MUCH_SURER <= widest:
                return entry.block.id
            widest = max(widest, spread)
    return None


def _risk(found: Risks, rest: BlockId) -> RestRisk:
    return next(risk for risk in found.rests if risk.block == rest)


def _late(found: Risks, agenda: Agenda, entry: Entry) -> float:
    """Return the highest probability that the day of one of a block's candidates ends too late."""
    day = agenda.dates[entry.index]
    own = (one for one in found.days if one.day == day and one.candidate in entry.block.candidates)
    return max((one.late for one in own), default=0.0)


def _last_end(agenda: Agenda, entry: Entry) -> int:
    day = agenda.dates[entry.index]
    days = (agenda.days[candidate, day] for candidate in entry.block.candidates)
    return max((one.end for own in days for one in own), default=entry.end)
