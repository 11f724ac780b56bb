"""Together: several edits that are one step for whoever makes or undoes them."""

from dataclasses import dataclass

from planner.domain.edits.base import Edit
from planner.domain.plan import Plan


@dataclass(frozen=True, slots=True)
class Together:
    """Apply edits in order, each to what the one before it made; all of them or none."""

    edits: tuple[Edit, ...]

    def apply(self, plan: Plan) -> Plan:
        """Return the plan after the last edit.

        Raises:
            EditRefused: one of them does not fit.
            UnknownRecord: one of them names a record that is not there.
            InvalidValue: one of them would make a value that cannot exist.
        """
        for edit in self.edits:
            plan = edit.apply(plan)
        return plan
