"""History: undo and redo by keeping the plans before and after each edit."""

from collections import deque
from dataclasses import dataclass, replace

from planner.app.differences import difference, laid_over
from planner.domain.edits.base import Edit
from planner.domain.errors import EditRefused
from planner.domain.plan import Plan
from planner.domain.references import dangling

MOST_STEPS = 200
"""Plans share what an edit left alone, so this many steps of a large plan take about 10 MB."""


@dataclass(frozen=True, slots=True)
class Step:
    """An edit that was made, and the plan on both sides of it."""

    edit: Edit
    before: Plan
    after: Plan


@dataclass(frozen=True, slots=True)
class Restore:
    """The edit that takes a plan from one side of a step to the other.

    On a plan that others have changed meanwhile only the step's own parts are taken back.
    """

    start: Plan
    end: Plan

    def apply(self, plan: Plan) -> Plan:
        """Return the plan as it is on the other side.

        Raises:
            EditRefused: others have changed the same since.
        """
        if not difference(plan, self.start):
            return replace(self.end, changed=plan.changed)
        restored = laid_over(plan, difference(self.start, self.end))
        lost = next(dangling(restored), None)
        if lost is not None:  # others have removed what this would bring back into use
            raise EditRefused(reason="changed_elsewhere", record=lost.target)
        return restored


class History:
    """The steps that can be undone and redone; the oldest are forgotten."""

    def __init__(self, most: int = MOST_STEPS) -> None:
        self._done: deque[Step] = deque(maxlen=most)
        self._undone: list[Step] = []

    @property
    def undoable(self) -> Step | None:
        """Return the step that would be undone next."""
        return self._done[-1] if self._done else None

    @property
    def redoable(self) -> Step | None:
        """Return the step that would be done again next."""
        return self._undone[-1] if self._undone else None

    def record(self, step: Step) -> None:
        """Remember a new step; what was undone before can no longer be redone."""
        self._done.append(step)
        self._undone.clear()

    def step_back(self) -> None:
        """Note that the last step was undone."""
        self._undone.append(self._done.pop())

    def forget_undoable(self) -> None:
        """Forget the last step, so that those before it can be undone."""
        self._done.pop()

    def step_forward(self) -> None:
        """Note that the last undone step was redone."""
        self._done.append(self._undone.pop())
