"""Assumptions: what is taken to hold blocks up, beyond what the plan says."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from planner.domain.errors import InvalidValue
from planner.domain.ids import BlockId
from planner.domain.times import ZERO
from planner.schedule.network import Network


@dataclass(frozen=True, slots=True)
class Assumptions:
    """Delays by block.

    ``longer``: it takes that much longer (or less, where negative) than planned, never less than
    no time. ``later``: it cannot start before that long after its planned start, as when somebody
    is late.
    """

    longer: Mapping[BlockId, timedelta] = field(default_factory=dict)
    later: Mapping[BlockId, timedelta] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if any(delay < ZERO for delay in self.later.values()):
            raise InvalidValue(field="later", reason="negative")

    @property
    def blocks(self) -> frozenset[BlockId]:
        """Return the blocks about which something is assumed."""
        return frozenset({*self.longer, *self.later})

    def adding(
        self, block: BlockId, *, longer: timedelta = ZERO, later: timedelta = ZERO
    ) -> "Assumptions":
        """Return the assumptions with more delay for one block.

        Raises:
            InvalidValue: the block would be assumed to start before its planned start.
        """
        return self.plus(Assumptions({block: longer}, {block: later}))

    def plus(self, others: "Assumptions") -> "Assumptions":
        """Return both sets of assumptions; where both are about a block, the delays add up."""
        return Assumptions(_sums(self.longer, others.longer), _sums(self.later, others.later))

    def earliest_starts(self, network: Network) -> Sequence[int]:
        """Return the seconds before which blocks cannot start, in the order of the entries.

        Raises:
            UnknownRecord: the plan does not hold one of the blocks.
            InvalidValue: one of the blocks is not scheduled.
        """
        return _changed(network, network.starts, self.later)

    def lengths(self, network: Network) -> Sequence[int]:
        """Return the seconds that blocks take, in the order of the entries.

        Raises:
            UnknownRecord: the plan does not hold one of the blocks.
            InvalidValue: one of the blocks is not scheduled.
        """
        return _changed(network, network.lengths, self.longer)


NOTHING = Assumptions()


def _sums(
    first: Mapping[BlockId, timedelta], second: Mapping[BlockId, timedelta]
) -> Mapping[BlockId, timedelta]:
    added = {block: first.get(block, ZERO) + delay for block, delay in second.items()}
    return {**first, **added}


def _changed(
    network: Network, planned: Sequence[int], changes: Mapping[BlockId, timedelta]
) -> Sequence[int]:
    if not changes:
        return planned
    seconds = list(planned)
    for block, change in changes.items():
        index = network.agenda.entry(block).index
        seconds[index] = max(0, seconds[index] + int(change.total_seconds()))
    return seconds
