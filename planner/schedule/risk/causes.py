"""Causes: which block makes something late, on average, when it is late."""

from collections.abc import Callable, Iterable

from planner.domain.ids import BlockId
from planner.schedule.risk.chances import Chances

_LEAST = 60
"""Seconds. Who is late by less is nobody's cause."""


def largest_cause(
    chances: Chances, indexes: Iterable[int], length_given: Callable[[int], float]
) -> BlockId | None:
    """Return the block with the largest delay of its own, of all that can delay some entries.

    ``length_given`` returns the expected length of an uncertain entry in the cases in question.
    """
    delays: dict[int, float] = {}
    for index in sorted(chances.ancestors(indexes)):
        length = length_given(index) if index in chances.durations else 0.0
        delay = chances.delay(index, length)
        if delay is not None:
            delays[index] = delay
    largest = max(delays, key=delays.__getitem__, default=None)
    if largest is None or delays[largest] < _LEAST:
        return None
    return chances.network.agenda.entries[largest].block.id
