"""A page on which part of the policy is edited: for the open plan, or for the plans to come."""

from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum

from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.domain.edits.document import ChangePlan
from planner.domain.policy import Policy
from planner.formats.plaintext import one_line
from planner.ui.context import Context
from planner.ui.controls.plain_label import plain_label
from planner.ui.controls.segments import Segments
from planner.ui.dialogs.order_form import OrderForm
from planner.ui.dialogs.policy_form import PolicyForm


class Reach(StrEnum):
    """Which plans a policy is for."""

    PLAN = "plan"
    NEW = "new"


class PolicyPage(QWidget):
    """The policy of the open plan is changed by an edit; ``keep`` takes the one for new plans."""

    def __init__(
        self, context: Context, form: PolicyForm | OrderForm, keep: Callable[[Policy], object]
    ) -> None:
        super().__init__()
        self._context = context
        self._form = form
        self._keep = keep
        text = context.language.text
        rows = [(Reach.PLAN, text("This plan")), (Reach.NEW, text("New plans"))]
        self.reach = Segments(context.theme, rows, text("Which plans this is for"), self)
        self.reach.set_value(Reach.PLAN if context.desk.is_open else Reach.NEW)
        self.reach.setVisible(context.desk.is_open)
        self._remark = plain_label(scale="small", tone="muted", is_wrapped=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(context.theme.space(3))
        for widget in (self.reach, self._remark, form):
            column.addWidget(widget)
        form.changed.connect(self._on_policy_changed)
        self.reach.chosen.connect(self._show)
        context.desk.changed.connect(self._on_plan_changed)
        self._show()

    @property
    def _is_for_plan(self) -> bool:
        return self._context.desk.is_open and self.reach.value() is Reach.PLAN

    def _show(self, _reach: object = None) -> None:
        """Show the policy of the plans that were chosen."""
        desk, text = self._context.desk, self._context.language.text
        if self._is_for_plan:
            self._form.show_policy(desk.plan.policy)
            said = text(
                "For \u201c{title}\u201d. Each change is checked at once, and can be undone.",
                title=one_line(desk.plan.title),
            )
        else:
            self._form.show_policy(self._context.settings.current.policy)
            said = text("For plans that you make from now on.")
        self._remark.setText(said)

    def _on_policy_changed(self, policy: Policy) -> None:
        if not self._is_for_plan:
            self._keep(self._merged(policy, self._context.settings.current.policy))
            return
        held = self._context.desk.plan.policy
        merged = self._merged(policy, held)
        if merged != held:
            self._context.desk.apply(ChangePlan(policy=merged), "settings")
        self._show()

    def _merged(self, policy: Policy, held: Policy) -> Policy:
        """Return the held policy with what this page edits."""
        changes = {name: getattr(policy, name) for name in self._form.fields}
        return replace(held, **changes)

    def _on_plan_changed(self) -> None:
        if self._is_for_plan:
            self._form.show_policy(self._context.desk.plan.policy)
