"""Edits of the plan itself: its title, defaults and policy, and the problems it lives with."""

from dataclasses import dataclass, replace

from planner.domain.edits.unchanged import UNCHANGED, Unchanged, changed_fields
from planner.domain.errors import EditRefused
from planner.domain.ids import OfficeId, PersonId
from planner.domain.people import Person
from planner.domain.places import Office
from planner.domain.plan import Ignored, Plan
from planner.domain.policy import Policy


@dataclass(frozen=True, slots=True)
class ChangePlan:
    """Change what the plan says about itself; a field that is left out stays."""

    title: str | Unchanged = UNCHANGED
    office: OfficeId | Unchanged | None = UNCHANGED
    coordinator: PersonId | Unchanged | None = UNCHANGED
    language: str | Unchanged = UNCHANGED
    note: str | Unchanged = UNCHANGED
    policy: Policy | Unchanged = UNCHANGED

    def apply(self, plan: Plan) -> Plan:
        """Return the plan with the new values.

        Raises:
            UnknownRecord: the plan holds no such office or person.
        """
        changes = changed_fields(self, self.__slots__)
        if changes.get("office") is not None:
            plan.find(Office, changes["office"])
        if changes.get("coordinator") is not None:
            plan.find(Person, changes["coordinator"])
        return replace(plan, **changes)


@dataclass(frozen=True, slots=True)
class IgnoreProblem:
    """Live with a problem, and say why. ``key`` is `Problem.key`; a new reason replaces the old."""

    key: str
    reason: str

    def apply(self, plan: Plan) -> Plan:
        """Return the plan that knows about it."""
        others = tuple(item for item in plan.ignored if item.key != self.key)
        return replace(plan, ignored=(*others, Ignored(self.key, self.reason)))


@dataclass(frozen=True, slots=True)
class UnignoreProblem:
    """Show a problem again."""

    key: str

    def apply(self, plan: Plan) -> Plan:
        """Return the plan that hides it no more.

        Raises:
            EditRefused: nobody ignored it.
        """
        others = tuple(item for item in plan.ignored if item.key != self.key)
        if others == plan.ignored:
            raise EditRefused(reason="not_ignored", key=self.key)
        return replace(plan, ignored=others)
