"""Edits that push what comes later: shifts, moves with followers, insertions.

Who moves: the blocks of the same candidates that start later on the same local day. Two kinds stay
where they are, and an overlap with them is left for the checks to find: blocks that somebody
outside has fixed, and blocks shared with a candidate who is not concerned, because moving those
would move the day of somebody who was never asked. What an edit names itself always moves.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from planner.domain.blocks import Block, StartRule
from planner.domain.edits.requirements import scheduled, with_new
from planner.domain.errors import EditRefused
from planner.domain.ids import BlockId, CandidateId
from planner.domain.people import Candidate
from planner.domain.plan import Plan
from planner.domain.references import subject_of
from planner.domain.ripple import EVERY_GAP, Absorption, Ripple, with_links_cut
from planner.domain.sequences import Placed, Strand, blocks_within, placed, strands
from planner.domain.slots import day_limits
from planner.domain.times import Moment


@dataclass(frozen=True, slots=True)
class ShiftLater:
    """Shift a block and everything after it by ``delta``; earlier, where that is negative.

    Concerned are all candidates of the block. Gaps absorb a shift to later times, never one to
    earlier times, and nothing moves before the local midnight.
    """

    block: BlockId
    delta: timedelta
    absorption: Absorption = EVERY_GAP

    def apply(self, plan: Plan) -> Plan:
        """Return the shifted plan; the same plan for a delta of nothing.

        Raises:
            UnknownRecord: the plan holds no such block.
            EditRefused: it waits to be scheduled, or a block would reach into the next day.
        """
        anchor, box = scheduled(plan, self.block)
        limits = day_limits(box.start)
        ripple = Ripple(self.delta, limits, plan.policy, self.absorption)
        day = blocks_within(plan, limits)
        concerns = _concerned(frozenset(strands(anchor.block)))
        followers = [
            item
            for item in day
            if item.start >= anchor.start and (concerns(item) or item.block is anchor.block)
        ]
        return _passed_on(plan, day, followers, ripple)


@dataclass(frozen=True, slots=True)
class ShiftFrom:
    """Shift everything that starts at a moment or later that day.

    ``candidates`` are those concerned; without any, everybody is, and blocks without candidates.
    """

    start: Moment
    delta: timedelta
    candidates: tuple[CandidateId, ...] = ()
    absorption: Absorption = EVERY_GAP

    def apply(self, plan: Plan) -> Plan:
        """Return the shifted plan; the same plan when there is nothing to shift.

        Raises:
            UnknownRecord: the plan does not hold one of the candidates.
            EditRefused: a block would reach into the next day.
        """
        for candidate in self.candidates:
            plan.find(Candidate, candidate)
        limits = day_limits(self.start)
        ripple = Ripple(self.delta, limits, plan.policy, self.absorption)
        day = blocks_within(plan, limits)
        everybody = {None, *plan.candidates}
        concerns = _concerned(frozenset(self.candidates or everybody))
        followers = [i for i in day if i.start >= self.start.instant and concerns(i)]
        return _passed_on(plan, day, followers, ripple)


@dataclass(frozen=True, slots=True)
class MoveAndShift:
    """Move a block on its day, and what started at or after its old end by as much."""

    block: BlockId
    to: Moment
    absorption: Absorption = EVERY_GAP

    def apply(self, plan: Plan) -> Plan:
        """Return the plan with the block and its followers moved.

        Raises:
            UnknownRecord: the plan holds no such block.
            EditRefused: it waits to be scheduled, would leave its day, or pushes others out of it.
        """
        anchor, box = scheduled(plan, self.block)
        limits = day_limits(box.start)
        delta = self.to.instant - anchor.start
        if not limits.start <= self.to.instant < limits.end:
            raise EditRefused(reason="another_day", block=subject_of(anchor.block))
        timebox = replace(box, start=self.to)
        moved = placed(replace(anchor.block, timebox=timebox), timebox, plan.policy)
        own = strands(anchor.block)
        from_old_end = dict.fromkeys(own, anchor.end)
        ripple = Ripple(delta, limits, plan.policy, self.absorption, from_old_end)
        day = blocks_within(plan, limits)
        concerns = _concerned(frozenset(own))
        followers = [item for item in day if item.start >= anchor.end and concerns(item)]
        return _passed_on(plan, day, followers, ripple, {anchor.block.id: moved})


@dataclass(frozen=True, slots=True)
class InsertAt:
    """Add a scheduled block and let the later blocks of its candidates make room for it.

    What started before the new block does not move, even where it reaches into it.
    """

    block: Block
    absorption: Absorption = EVERY_GAP

    def apply(self, plan: Plan) -> Plan:
        """Return the plan with the block and its followers moved.

        Raises:
            EditRefused: the block has no timebox, its id is taken, it names a record that the plan
                does not hold, or a follower would reach into the next day.
        """
        grown = with_new(plan, [self.block])
        item, box = scheduled(grown, self.block.id)
        limits = day_limits(box.start)
        own = strands(item.block)
        from_start = dict.fromkeys(own, item.start)
        length = item.end - item.start
        ripple = Ripple(length, limits, plan.policy, self.absorption, from_start)
        day = blocks_within(grown, limits)
        concerns = _concerned(frozenset(own))
        later = [i for i in day if i.start >= item.start and i.block is not self.block]
        return _passed_on(grown, day, filter(concerns, later), ripple)


def _passed_on(
    plan: Plan,
    day: Sequence[Placed],
    followers: Iterable[Placed],
    ripple: Ripple,
    moved: Mapping[BlockId, Placed] | None = None,
) -> Plan:
    changes = dict(moved or {})
    for item in followers:
        shifted = ripple.shifted(item)
        if shifted is not item:
            changes[item.block.id] = shifted
    return plan.with_records(with_links_cut(day, changes)) if changes else plan


def _concerned(scope: frozenset[Strand]) -> Callable[[Placed], bool]:
    def is_concerned(item: Placed) -> bool:
        is_free = item.block.start_rule is not StartRule.FIXED
        return is_free and scope.issuperset(strands(item.block))

    return is_concerned
