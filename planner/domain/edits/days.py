"""Edits of whole days: copied or moved to another date, with the same times on the clock.

Travel stays where it is: another day needs another flight. A time that the clocks of the new day
skip is kept as it was written, as `Moment` does.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from planner.domain.blocks import Block, Timebox
from planner.domain.edits.blocks import copied
from planner.domain.edits.derivation import derived_block_id, derived_mark
from planner.domain.edits.requirements import with_new
from planner.domain.errors import EditRefused
from planner.domain.ids import CandidateId
from planner.domain.people import Candidate
from planner.domain.plan import Plan
from planner.domain.sequences import strands


@dataclass(frozen=True, slots=True)
class CopyDay:
    """Copy the blocks of a local date to another one.

    With ``candidates``, only their blocks, and shared ones only for them; without, all blocks.
    Ids and calendar marks of the copies follow from ``seed`` (a UUID), so that the same edit makes
    the same copies again. The invited people of the copies have not answered yet.
    """

    day: date
    to: date
    seed: str
    candidates: tuple[CandidateId, ...] = ()

    def apply(self, plan: Plan) -> Plan:
        """Return the plan with the copies.

        Raises:
            UnknownRecord: the plan does not hold one of the candidates.
            EditRefused: both dates are the same, nothing happens on that day, or it was copied
                with this seed before.
            InvalidValue: the seed is not a UUID.
        """
        found = _blocks_on(plan, self.day, self.to, self.candidates)
        return with_new(plan, [self._copy(block, box) for block, box in found])

    def _copy(self, block: Block, box: Timebox) -> Block:
        copy = copied(
            block,
            derived_block_id(self.seed, block.id),
            derived_mark(self.seed, block.id),
            replace(box, start=box.start.on(self.to)),
        )
        if not self.candidates:
            return copy
        kept = tuple(c for c in block.candidates if c in self.candidates)
        return replace(copy, candidates=kept)


@dataclass(frozen=True, slots=True)
class MoveDay:
    """Move the blocks of a local date to another one.

    With ``candidates``, only their blocks; one that they share with others stays.
    """

    day: date
    to: date
    candidates: tuple[CandidateId, ...] = ()

    def apply(self, plan: Plan) -> Plan:
        """Return the plan with the blocks on the other date.

        Raises:
            UnknownRecord: the plan does not hold one of the candidates.
            EditRefused: both dates are the same, or nothing happens on that day.
        """
        found = _blocks_on(plan, self.day, self.to, self.candidates)
        return plan.with_records(
            replace(block, timebox=replace(box, start=box.start.on(self.to)))
            for block, box in found
            if not self.candidates or set(self.candidates).issuperset(block.candidates)
        )


def _blocks_on(
    plan: Plan, day: date, to: date, candidates: tuple[CandidateId, ...]
) -> list[tuple[Block, Timebox]]:
    if day == to:
        raise EditRefused(reason="same_day", day=day)
    for candidate in candidates:
        plan.find(Candidate, candidate)
    found = [
        (block, box)
        for block, box in _scheduled(plan)
        if box.start.day == day
        and (not candidates or not set(candidates).isdisjoint(strands(block)))
    ]
    if not found:
        raise EditRefused(reason="nothing_on_day", day=day)
    return found


def _scheduled(plan: Plan) -> Iterator[tuple[Block, Timebox]]:
    for block in plan.blocks.values():
        if block.timebox is not None:
            yield block, block.timebox
