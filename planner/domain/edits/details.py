"""Edits of what a block is about: its title, kind, candidates, focus areas, rules and notes."""

from dataclasses import dataclass, replace
from datetime import timedelta

from planner.domain.blocks import Kind, Notes, StartRule
from planner.domain.edits.requirements import with_changed
from planner.domain.edits.unchanged import UNCHANGED, Unchanged, changed_fields
from planner.domain.errors import InvalidValue
from planner.domain.ids import BlockId, CandidateId, FocusAreaId, LoopId, OfficeId
from planner.domain.plan import Plan
from planner.domain.times import ZERO


@dataclass(frozen=True, slots=True)
class ChangeDetails:
    """Change what a block is about; a field that is left out stays, None takes a value away."""

    block: BlockId
    title: str | Unchanged = UNCHANGED
    kind: Kind | Unchanged = UNCHANGED
    place: str | Unchanged = UNCHANGED
    candidates: tuple[CandidateId, ...] | Unchanged = UNCHANGED
    focus_areas: tuple[FocusAreaId, ...] | Unchanged = UNCHANGED
    minimum: timedelta | Unchanged | None = UNCHANGED
    start_rule: StartRule | Unchanged = UNCHANGED
    loop: LoopId | Unchanged | None = UNCHANGED
    office: OfficeId | Unchanged | None = UNCHANGED

    def apply(self, plan: Plan) -> Plan:
        """Return the plan with the changed block.

        Raises:
            UnknownRecord: the plan holds no such block.
            EditRefused: a value names a record that the plan does not hold.
            InvalidValue: the minimum is negative.
        """
        changes = changed_fields(self, self.__slots__[1:])
        if (changes.get("minimum") or ZERO) < ZERO:
            raise InvalidValue(field="minimum", reason="negative")
        return with_changed(plan, replace(plan.block(self.block), **changes))


@dataclass(frozen=True, slots=True)
class ChangeNotes:
    """Put other notes in place of a block's notes."""

    block: BlockId
    notes: Notes

    def apply(self, plan: Plan) -> Plan:
        """Return the plan with the notes.

        Raises:
            UnknownRecord: the plan holds no such block.
        """
        return plan.with_records([replace(plan.block(self.block), notes=self.notes)])
