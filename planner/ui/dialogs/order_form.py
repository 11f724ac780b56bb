"""The form of what repairs of a live day weigh first: criteria that move up and down."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.domain.policy import REPAIR_ORDER, Policy, RepairCriterion
from planner.ui.context import Context
from planner.ui.controls.buttons import LinkButton, PlainButton
from planner.ui.controls.plain_label import plain_label
from planner.ui.dialogs.order_list import OrderList


class OrderForm(QWidget):
    """Edits `Policy.repair_order`. ``changed(Policy)`` tells each new order."""

    changed = Signal(object)
    fields = ("repair_order",)

    def __init__(self, context: Context, policy: Policy, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._policy = policy
        text, theme = context.language.text, context.theme
        self.list = OrderList(theme, context.language, text("What repairs weigh first"), self)
        self.up = PlainButton(theme, text("Move up"), "arrow-up", self)
        self.down = PlainButton(theme, text("Move down"), "arrow-down", self)
        self.reset = LinkButton(theme, text("Reset"), parent=self)
        self._arrange()
        self.list.ordered.connect(self._on_ordered)
        self.list.currentRowChanged.connect(self._enable)
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self.reset.clicked.connect(lambda: self._on_ordered(REPAIR_ORDER))
        self.show_policy(policy)

    @property
    def policy(self) -> Policy:
        """Return the policy as it is shown."""
        return self._policy

    def show_policy(self, policy: Policy) -> None:
        """Show another policy, without a signal; criteria that it leaves out come last."""
        self._policy = policy
        order = (*policy.repair_order, *(c for c in REPAIR_ORDER if c not in policy.repair_order))
        self.list.show_order(order)
        self.reset.setEnabled(policy.repair_order != REPAIR_ORDER)
        self._enable()

    def _move(self, step: int) -> None:
        self.list.shift(step)
        button = self.up if step < 0 else self.down
        if not button.isEnabled():  # at the end of the list the focus would leave it
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_ordered(self, order: tuple[RepairCriterion, ...]) -> None:
        if order != self._policy.repair_order:
            self.show_policy(replace(self._policy, repair_order=order))
            self.changed.emit(self._policy)

    def _enable(self, _row: int = 0) -> None:
        row = self.list.currentRow()
        for button, last in ((self.up, 0), (self.down, self.list.count() - 1)):
            button.setEnabled(row not in (-1, last))

    def _arrange(self) -> None:
        text, space = self._context.language.text, self._context.theme.space
        said = text(
            "Where the live day needs a repair, proposals are compared by the first of these. Only where "
            "they are equal in it, the next one counts. Drag a line, or move it with Alt and the arrows."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(3))
        column.addWidget(plain_label(said, is_wrapped=True))
        row = QHBoxLayout()
        row.setSpacing(space(2))
        row.addWidget(self.up)
        row.addWidget(self.down)
        row.addStretch(1)
        row.addWidget(self.reset)
        column.addLayout(row)
        column.addWidget(self.list)
