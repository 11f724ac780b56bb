"""Edits that make and unmake blocks: added, inserted, duplicated, split, removed."""

from dataclasses import dataclass, replace
from datetime import timedelta

from planner.domain.blocks import Block, CalendarMark, Rsvp, Seat, StartRule, Timebox
from planner.domain.edits.removal import RemoveRecords
from planner.domain.edits.requirements import scheduled, with_new
from planner.domain.edits.ripples import InsertAt
from planner.domain.errors import EditRefused
from planner.domain.ids import BlockId
from planner.domain.plan import Plan
from planner.domain.references import subject_of
from planner.domain.ripple import EVERY_GAP, Absorption
from planner.domain.times import ZERO, Moment


@dataclass(frozen=True, slots=True)
class AddBlock:
    """Add a block, scheduled or not; nobody moves for it."""

    block: Block

    def apply(self, plan: Plan) -> Plan:
        """Return the plan with the block.

        Raises:
            EditRefused: its id is taken, or it names a record that the plan does not hold.
        """
        return with_new(plan, [self.block])


@dataclass(frozen=True, slots=True)
class InsertAfter:
    """Add a block where another one ends, such as a break.

    ``block`` needs no timebox: it gets one of ``length``. It is for the same candidates and loop,
    at the same office, unless it says otherwise. With ``pushes_later``, the later blocks of its
    candidates make room (as in `InsertAt`).
    """

    after: BlockId
    block: Block
    length: timedelta
    pushes_later: bool = True
    absorption: Absorption = EVERY_GAP

    def apply(self, plan: Plan) -> Plan:
        """Return the plan with the block.

        Raises:
            UnknownRecord: the plan does not hold the block before it.
            EditRefused: that one waits to be scheduled, the new id is taken, or the day ends first.
            InvalidValue: the length is not positive.
        """
        before, box = scheduled(plan, self.after)
        timebox = Timebox(box.start.moved(before.end - before.start), self.length)
        inserted = replace(
            self.block,
            timebox=timebox,
            candidates=self.block.candidates or before.block.candidates,
            loop=self.block.loop or before.block.loop,
            office=self.block.office or before.block.office,
        )
        if self.pushes_later:
            return InsertAt(inserted, self.absorption).apply(plan)
        return AddBlock(inserted).apply(plan)


@dataclass(frozen=True, slots=True)
class DuplicateBlock:
    """Copy a block to ``shift`` later; the invited people of the copy have not answered yet."""

    block: BlockId
    new: BlockId
    calendar: CalendarMark
    shift: timedelta = ZERO

    def apply(self, plan: Plan) -> Plan:
        """Return the plan with the copy.

        Raises:
            UnknownRecord: the plan holds no such block.
            EditRefused: the new id is taken.
        """
        original = plan.block(self.block)
        box = original.timebox
        moved = None if box is None else replace(box, start=box.start.moved(self.shift))
        return with_new(plan, [copied(original, self.new, self.calendar, moved)])


@dataclass(frozen=True, slots=True)
class SplitBlock:
    """Cut a block in two at a moment; the second part is a new block right after the first."""

    block: BlockId
    at: Moment
    new: BlockId
    calendar: CalendarMark

    def apply(self, plan: Plan) -> Plan:
        """Return the plan with both parts; neither has to be longer than it is.

        Raises:
            UnknownRecord: the plan holds no such block.
            EditRefused: it waits to be scheduled, the moment is not inside it, or the id is taken.
        """
        item, box = scheduled(plan, self.block)
        cut = self.at.instant
        if not item.start < cut < item.end:
            raise EditRefused(reason="outside_block", block=subject_of(item.block), at=self.at)
        first = replace(box, duration=cut - item.start)
        rest = replace(box, start=self.at.in_zone(box.start.zone), duration=item.end - cut)
        second = copied(item.block, self.new, self.calendar, rest)
        if second.start_rule is StartRule.FIXED:
            second = replace(second, start_rule=StartRule.NOT_BEFORE)
        grown = with_new(plan, [_within_length(second, rest)])
        return grown.with_records([_within_length(replace(item.block, timebox=first), first)])


@dataclass(frozen=True, slots=True)
class RemoveBlocks:
    """Remove blocks; steps of applications that name them let go of them."""

    blocks: tuple[BlockId, ...]

    def apply(self, plan: Plan) -> Plan:
        """Return the plan without the blocks.

        Raises:
            UnknownRecord: the plan does not hold one of them.
        """
        return RemoveRecords(Block, self.blocks).apply(plan)


def copied(original: Block, new: BlockId, calendar: CalendarMark, timebox: Timebox | None) -> Block:
    """Return a copy of a block that calendars know as another entry and nobody has answered."""
    return replace(
        original, id=new, calendar=calendar, timebox=timebox, seats=_unanswered(original.seats)
    )


def _unanswered(seats: tuple[Seat, ...]) -> tuple[Seat, ...]:
    return tuple(replace(seat, rsvp=Rsvp.PENDING) for seat in seats)


def _within_length(block: Block, timebox: Timebox) -> Block:
    """Return the block with a minimum that its timebox can keep."""
    if block.minimum is None or timebox.duration is None:
        return block
    return replace(block, minimum=min(block.minimum, timebox.duration))
