"""The risk watch: how safe the rests of the open plan are, worked out off the window's thread."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from planner.app.clock import Clock
from planner.domain.ids import BlockId
from planner.domain.plan import Plan
from planner.ui.context import Context
from planner.ui.desk import Desk
from planner.ui.experience import Beliefs
from planner.ui.inquiry import Inquiry
from planner.ui.jobs import Jobs

if TYPE_CHECKING:
    from planner.schedule.risk.risks import RestRisk, Risks

_CALM = 300  # milliseconds after a change: whoever still edits needs no number yet


def risk_watch_of(context: Context) -> "RiskWatch":
    """Return the watch beside a desk; it is made when it is first asked for, and then stays."""
    found = context.desk.findChild(RiskWatch)
    return RiskWatch(context.desk, context.jobs, context.clock) if found is None else found


class RiskWatch(QObject):
    """Works only where somebody asks. ``learned`` tells that there is an answer for the open plan.

    ``beliefs`` is what it works with; whoever asks for other risks of the plan takes the same.
    """

    learned = Signal()

    def __init__(self, desk: Desk, jobs: Jobs, clock: Clock) -> None:
        super().__init__(desk)
        self.beliefs = Beliefs(clock)
        self._desk = desk
        self._known: tuple[Plan, Risks] | None = None
        self._inquiry = Inquiry(jobs, partial(_risks_of, self.beliefs), _CALM, self)
        self._inquiry.answered.connect(self._on_answered)
        desk.opened.connect(self._on_opened)

    @property
    def is_known(self) -> bool:
        """Say whether the risks of the plan as it is now are known."""
        return self._known is not None and self._known[0] is self._desk.plan

    @property
    def is_asked(self) -> bool:
        """Say whether an answer is still to come."""
        return self._inquiry.is_busy

    def rest(self, block: BlockId) -> "RestRisk | None":
        """Return the risk to a rest; None where it is not known yet, which is asked for then.

        While the plan has just changed it is the one from before, until there is another.
        """
        if not self.is_known:
            self._inquiry.ask(self._desk.plan)
        found = None if self._known is None else self._known[1].rest(block)
        if found is None or found.cause is None or found.cause in self._desk.plan.blocks:
            return found
        return replace(found, cause=None)

    def _on_opened(self) -> None:
        self._known = None
        self._inquiry.forget()

    def _on_answered(self, plan: Plan, found: "Risks") -> None:
        if self._desk.is_open and plan is self._desk.plan:
            self._known = (plan, found)
            self.learned.emit()


def _risks_of(beliefs: Beliefs, plan: Plan) -> "Risks":
    from planner.schedule.risk.risks import risks  # noqa: PLC0415 -- slow import

    return risks(plan, beliefs.priors(plan))
