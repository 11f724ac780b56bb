"""Edits of timeboxes, one block at a time or several by one delta. Nobody else moves."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from planner.domain.blocks import Lock, Timebox
from planner.domain.edits.requirements import scheduled
from planner.domain.errors import EditRefused
from planner.domain.ids import BlockId
from planner.domain.plan import Plan
from planner.domain.references import subject_of
from planner.domain.sequences import Placed, shortest
from planner.domain.slots import day_limits
from planner.domain.times import ZERO, Moment


@dataclass(frozen=True, slots=True)
class MoveBlocks:
    """Move blocks by one delta of real time, so that the distances between them stay."""

    blocks: tuple[BlockId, ...]
    delta: timedelta

    def apply(self, plan: Plan) -> Plan:
        """Return the plan with the blocks moved; the same plan for a delta of nothing.

        Raises:
            UnknownRecord: the plan does not hold one of the blocks.
            EditRefused: one of them waits to be scheduled.
        """
        found = [scheduled(plan, block_id) for block_id in dict.fromkeys(self.blocks)]
        if self.delta == ZERO:
            return plan
        return plan.with_records(
            replace(item.block, timebox=replace(box, start=box.start.moved(self.delta)))
            for item, box in found
        )


@dataclass(frozen=True, slots=True)
class MoveBlock:
    """Move one block to a moment, on any day and in any zone; its length stays."""

    block: BlockId
    to: Moment

    def apply(self, plan: Plan) -> Plan:
        """Return the plan with the block moved.

        Raises:
            UnknownRecord: the plan holds no such block.
            EditRefused: it waits to be scheduled.
        """
        item, box = scheduled(plan, self.block)
        return plan.with_records([replace(item.block, timebox=replace(box, start=self.to))])


@dataclass(frozen=True, slots=True)
class Reschedule:
    """Give a block a timebox, or take it away: then it waits to be scheduled."""

    block: BlockId
    timebox: Timebox | None

    def apply(self, plan: Plan) -> Plan:
        """Return the plan with the timebox in place.

        Raises:
            UnknownRecord: the plan holds no such block.
        """
        return plan.with_records([replace(plan.block(self.block), timebox=self.timebox)])


@dataclass(frozen=True, slots=True)
class ResizeBlock:
    """Drag one edge of a block, or both. An edge goes only as far as it may.

    It stops where the block would be shorter than its minimum (its own, the policy's for rest, or
    five minutes; a block that is shorter already may stay so), and at the midnights around its
    local day. The lock plays no part: the other edge stays.
    """

    block: BlockId
    start: Moment | None = None
    end: Moment | None = None

    def apply(self, plan: Plan) -> Plan:
        """Return the plan with the block resized.

        Raises:
            UnknownRecord: the plan holds no such block.
            EditRefused: it waits to be scheduled.
        """
        item, box = scheduled(plan, self.block)
        start, end = self._edges(item, box, shortest(item, plan.policy))
        if (start, end) == (item.start, item.end):
            return plan
        timebox = replace(box, start=box.start.moved(start - item.start), duration=end - start)
        return plan.with_records([replace(item.block, timebox=timebox)])

    def _edges(self, item: Placed, box: Timebox, least: timedelta) -> tuple[datetime, datetime]:
        day = day_limits(box.start)
        earliest, latest = min(day.start, item.start), max(day.end, item.end)
        start = item.start if self.start is None else self.start.instant
        end = item.end if self.end is None else self.end.instant
        last_start = (item.end if self.end is None else latest) - least
        start = max(earliest, min(start, last_start))
        return start, min(latest, max(end, start + least))


@dataclass(frozen=True, slots=True)
class ChangeTimes:
    """Take over times as somebody typed them; what is left out follows from the rest.

    An end is stronger than a duration. End and duration give the start. A start alone keeps the
    duration or the end, as the lock says; ``lock`` changes the lock first.
    """

    block: BlockId
    start: Moment | None = None
    end: Moment | None = None
    duration: timedelta | None = None
    lock: Lock | None = None

    def apply(self, plan: Plan) -> Plan:
        """Return the plan with the new times.

        Raises:
            UnknownRecord: the plan holds no such block.
            EditRefused: the block has no start and none is given, or would end before it starts.
            InvalidValue: the duration is not positive.
        """
        block = plan.block(self.block)
        start = self._start(block.timebox)
        if start is None:
            raise EditRefused(reason="unscheduled", block=subject_of(block))
        lock = self.lock or (block.timebox.lock if block.timebox else Lock.DURATION)
        timebox = Timebox(start, self._duration(block.timebox, start, lock), lock)
        return plan.with_records([replace(block, timebox=timebox)])

    def _start(self, box: Timebox | None) -> Moment | None:
        if self.start is not None:
            return self.start
        if self.end is not None and self.duration is not None:
            return self.end.moved(-self.duration)
        return None if box is None else box.start

    def _duration(self, box: Timebox | None, start: Moment, lock: Lock) -> timedelta | None:
        if self.start is not None and self.end is not None:
            return _length(start, self.end)
        if self.duration is not None:
            return self.duration
        if self.end is not None:
            return _length(start, self.end)
        if box is None or lock is Lock.DURATION or box.end is None:
            return None if box is None else box.duration
        return _length(start, box.end)


@dataclass(frozen=True, slots=True)
class TrimToFit:
    """Shorten a block so that it shares no time with another one.

    If it starts first, it ends when the other starts; else it starts when the other ends.
    """

    block: BlockId
    other: BlockId

    def apply(self, plan: Plan) -> Plan:
        """Return the plan with the block shortened; the same plan if they share no time.

        Raises:
            UnknownRecord: the plan does not hold one of them.
            EditRefused: one waits to be scheduled, or less than the block's minimum would be left.
        """
        item, box = scheduled(plan, self.block)
        other, _ = scheduled(plan, self.other)
        if item.end <= other.start or other.end <= item.start:
            return plan
        keeps_start = item.start < other.start
        start = item.start if keeps_start else other.end
        left = (other.start if keeps_start else item.end) - start
        least = shortest(item, plan.policy)
        if left < least:
            raise EditRefused(
                reason="below_minimum",
                block=subject_of(item.block),
                left=max(left, ZERO),
                minimum=least,
            )
        timebox = replace(box, start=box.start.moved(start - item.start), duration=left)
        return plan.with_records([replace(item.block, timebox=timebox)])


def _length(start: Moment, end: Moment) -> timedelta:
    if end.instant <= start.instant:
        raise EditRefused(reason="end_before_start", start=start, end=end)
    return end.instant - start.instant
