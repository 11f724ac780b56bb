"""Sequences: a day's scheduled blocks in order, whose days they belong to, the gaps between."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import NamedTuple

from planner.domain.blocks import Block, Kind, Timebox
from planner.domain.ids import CandidateId
from planner.domain.plan import Plan
from planner.domain.policy import Policy
from planner.domain.slots import SHORTEST
from planner.domain.spans import Span
from planner.domain.times import MINUTE

Strand = CandidateId | None
"""Whose day a block is part of; None stands for the blocks that have no candidate."""


class Placed(NamedTuple):
    """A scheduled block with its planned instants."""

    block: Block
    timebox: Timebox
    start: datetime
    end: datetime


def strands(block: Block) -> tuple[Strand, ...]:
    """Return whose days the block is part of; blocks without candidates share one strand."""
    return block.candidates or (None,)


def length_of(timebox: Timebox, policy: Policy) -> timedelta:
    """Return the planned length; the policy's default where nobody said when it ends."""
    return policy.default_duration if timebox.duration is None else timebox.duration


def placed(block: Block, timebox: Timebox, policy: Policy) -> Placed:
    """Return the block with the instants that its timebox means."""
    start = timebox.start.instant
    return Placed(block, timebox, start, start + length_of(timebox, policy))


def blocks_within(plan: Plan, limits: Span) -> list[Placed]:
    """Return the blocks that start inside the limits, in order of start, then as in the plan."""
    found = [
        placed(block, block.timebox, plan.policy)
        for block in plan.blocks.values()
        if block.timebox is not None and limits.start <= block.timebox.start.instant < limits.end
    ]
    return sorted(found, key=lambda item: item.start)


def rest_minimum(block: Block, policy: Policy) -> timedelta:
    """Return the shortest that rest may become: its own minimum, else the policy's for its kind."""
    if block.minimum is not None:
        return block.minimum
    return policy.meal_minimum if block.kind is Kind.MEAL else policy.break_minimum


def shortest(item: Placed, policy: Policy) -> timedelta:
    """Return the length below which the block should not be pressed.

    That is its own minimum, or the policy's for rest, or five minutes; never more than it has. Where
    the minimum is nothing, a minute is left: a timebox without a length cannot be.
    """
    block = item.block
    has_minimum = block.is_rest or block.minimum is not None
    least = rest_minimum(block, policy) if has_minimum else SHORTEST
    return min(max(least, MINUTE), item.end - item.start)


def gaps(spans: Iterable[Span]) -> tuple[timedelta, ...]:
    """Return the time before each span but the first, in order of start.

    A gap is measured to the latest end so far, not to the neighbour; a negative one is an overlap.
    """
    result: list[timedelta] = []
    latest: datetime | None = None
    for span in sorted(spans):
        if latest is not None:
            result.append(span.start - latest)
        latest = span.end if latest is None else max(latest, span.end)
    return tuple(result)
