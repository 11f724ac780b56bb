"""The contract of an edit."""

from typing import TYPE_CHECKING, Protocol, runtime_checkable

if TYPE_CHECKING:
    from planner.domain.plan import Plan


@runtime_checkable
class Edit(Protocol):
    """A frozen value that makes a new plan. Its label is made by `planner.formats.wording`."""

    def apply(self, plan: "Plan") -> "Plan":
        """Return the changed plan.

        Raises:
            EditRefused: the edit does not fit the plan as it is.
            UnknownRecord: it names a record that the plan does not hold.
            InvalidValue: the outcome would be a value that cannot exist.
        """
        ...
