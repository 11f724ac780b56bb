"""Edits of the order and closeness of blocks: following on, changing places, closing up."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import takewhile

from planner.domain.blocks import Block, Lock, StartRule, Timebox
from planner.domain.edits.requirements import in_order, scheduled
from planner.domain.errors import EditRefused, InvalidValue
from planner.domain.ids import BlockId
from planner.domain.plan import Plan
from planner.domain.references import subject_of
from planner.domain.sequences import Placed, blocks_within, strands
from planner.domain.slots import day_limits
from planner.domain.spans import Span
from planner.domain.times import ZERO, Moment


@dataclass(frozen=True, slots=True)
class FollowPrevious:
    """Let blocks start when what came before them that day ends, and flow from then on.

    What came before is whatever ends last among the blocks of the same candidates that started
    earlier, before any of them was moved here. The lock of the timebox says whether the length or
    the end stays.
    """

    blocks: tuple[BlockId, ...]

    def apply(self, plan: Plan) -> Plan:
        """Return the plan with the blocks joined, the earliest first.

        Raises:
            UnknownRecord: the plan does not hold one of the blocks.
            EditRefused: one of them waits to be scheduled, has nothing before it that day, or keeps
                an end that comes before its new start.
        """
        joined = plan
        for item in in_order(plan, self.blocks):
            ends = [scheduled(joined, other.block.id)[0].end for other in _before(plan, item)]
            joined = joined.with_records([_following(item, max(ends))])
        return joined


@dataclass(frozen=True, slots=True)
class SwapNeighbours:
    """Let two neighbouring blocks change places: the whole they fill, and their gap, stay."""

    first: BlockId
    second: BlockId

    def apply(self, plan: Plan) -> Plan:
        """Return the plan with the two in the other order.

        Raises:
            UnknownRecord: the plan does not hold one of them.
            EditRefused: one waits to be scheduled, one lies within the other, or one of their
                candidates has another block between them.
        """
        pair = (scheduled(plan, self.first)[0], scheduled(plan, self.second)[0])
        before, after = sorted(pair, key=lambda item: item.start)
        _refuse_strangers(plan, before, after)
        old, new = before.timebox, after.timebox
        last_start = new.start.moved(after.end - after.start).in_zone(old.start.zone)
        later = last_start.moved(before.start - before.end)
        boxes = (replace(old, start=later), replace(new, start=old.start.in_zone(new.start.zone)))
        return plan.with_records(
            replace(item.block, timebox=box)
            for item, box in zip((before, after), boxes, strict=True)
        )


@dataclass(frozen=True, slots=True)
class Compact:
    """Close up blocks in order of start, with the same gap between any two.

    The first one starts at ``start``, or where it does now. All that are named move, also fixed
    ones; their lengths stay.
    """

    blocks: tuple[BlockId, ...]
    gap: timedelta = ZERO
    start: Moment | None = None

    def apply(self, plan: Plan) -> Plan:
        """Return the plan with the blocks closed up.

        Raises:
            UnknownRecord: the plan does not hold one of the blocks.
            EditRefused: one of them waits to be scheduled.
            InvalidValue: the gap is negative.
        """
        if self.gap < ZERO:
            raise InvalidValue(field="gap", reason="negative")
        return plan.with_records(self._closed_up(in_order(plan, self.blocks)))

    def _closed_up(self, items: list[Placed]) -> Iterator[Block]:
        at = self.start
        for item in items:
            box = item.timebox
            start = box.start if at is None else at.in_zone(box.start.zone)
            yield replace(item.block, timebox=replace(box, start=start))
            at = start.moved(item.end - item.start + self.gap)


def _before(plan: Plan, item: Placed) -> list[Placed]:
    own = set(strands(item.block))
    day = blocks_within(plan, day_limits(item.timebox.start))
    earlier = takewhile(lambda other: other.block is not item.block, day)
    found = [other for other in earlier if not own.isdisjoint(strands(other.block))]
    if not found:
        raise EditRefused(reason="nothing_before", block=subject_of(item.block))
    return found


def _following(item: Placed, ready: datetime) -> Block:
    box = item.timebox
    start, duration = box.start.moved(ready - item.start), box.duration
    if box.lock is Lock.END and duration is not None:
        duration = item.end - ready
        if duration <= ZERO:
            block = subject_of(item.block)
            raise EditRefused(reason="nothing_left", block=block, start=start, end=box.end)
    timebox = Timebox(start, duration, box.lock)
    return replace(item.block, timebox=timebox, start_rule=StartRule.FLOW)


def _refuse_strangers(plan: Plan, before: Placed, after: Placed) -> None:
    pair = {"first": subject_of(before.block), "second": subject_of(after.block)}
    if after.start == before.start or after.end <= before.end:
        raise EditRefused(reason="one_within_other", **pair)
    own = {*strands(before.block), *strands(after.block)}
    for other in blocks_within(plan, Span(before.start, after.start)):
        is_one_of_them = other.block.id in {before.block.id, after.block.id}
        if not is_one_of_them and not own.isdisjoint(strands(other.block)):
            raise EditRefused(reason="not_neighbours", **pair, between=subject_of(other.block))
