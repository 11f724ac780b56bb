"""Days written as minutes after midnight, the way the cases of the reference tables are."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from planner.domain.blocks import Block, Lock, StartRule, Timebox
from planner.domain.ids import BlockId
from planner.domain.plan import Plan
from planner.domain.times import Moment
from tests import builders

A, B, C, D = map(BlockId, "ABCD")
MIDNIGHT = builders.moment("00:00")


def at(minute: float) -> Moment:
    """Return the moment that many minutes after the midnight of the test day."""
    return MIDNIGHT.moved(timedelta(minutes=minute))


def box(start: float, end: float, lock: Lock = Lock.DURATION) -> Timebox:
    return Timebox(at(start), timedelta(minutes=end - start), lock)


def laid(
    name: str, start: float, end: float, *, lock: Lock = Lock.DURATION, **fields: Any
) -> Block:
    """Return a block from minute to minute."""
    block = builders.block(name, **fields)
    return replace(block, timebox=box(start, end, lock))


def flowing(name: str, start: float, end: float, **fields: Any) -> Block:
    return laid(name, start, end, start_rule=StartRule.FLOW, **fields)


def day(*spans: tuple[float, float]) -> Plan:
    """Return a plan of Ada's blocks A, B, C, ... from minute to minute."""
    named = zip("ABCDEFGH", spans, strict=False)
    return builders.plan(*(laid(name, start, end) for name, (start, end) in named))


def spans(plan: Plan) -> Sequence[tuple[float, float] | None]:
    """Return from which minute to which every block goes; None for one that waits."""
    return [_minutes(block.timebox) for block in plan.blocks.values()]


def start_rules(plan: Plan) -> Sequence[StartRule]:
    return [block.start_rule for block in plan.blocks.values()]


def _minutes(timebox: Timebox | None) -> tuple[float, float] | None:
    if timebox is None or timebox.end is None:
        return None
    minute = timedelta(minutes=1)
    start, end = timebox.start.instant, timebox.end.instant
    return (start - MIDNIGHT.instant) / minute, (end - MIDNIGHT.instant) / minute
