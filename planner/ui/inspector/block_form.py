"""The form of one block: its parts in the order in which people think about it."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.domain.ids import BlockId
from planner.ui.context import Context
from planner.ui.inspector.acquaintances import Acquaintances
from planner.ui.inspector.bench_part import BenchPart
from planner.ui.inspector.fields import flush
from planner.ui.inspector.how_part import HowPart
from planner.ui.inspector.leads import Leads
from planner.ui.inspector.notes_part import NotesPart
from planner.ui.inspector.panel_part import PanelPart
from planner.ui.inspector.part import Part
from planner.ui.inspector.problems_part import ProblemsPart
from planner.ui.inspector.rules_part import RulesPart
from planner.ui.inspector.safety_part import SafetyPart
from planner.ui.inspector.tab_order import TabOrder
from planner.ui.inspector.what_part import FocusPart, WhatPart
from planner.ui.inspector.when_part import WhenPart
from planner.ui.inspector.where_part import WherePart


class BlockForm(QWidget):
    """When, who, where, how, what, rules, notes; each part hides where it does not matter."""

    def __init__(
        self, context: Context, acquaintances: Acquaintances, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self.shown: BlockId | None = None
        self.problems = ProblemsPart(context, self)
        self.when = WhenPart(context, self)
        self.safety = SafetyPart(context, self)
        self.panel = PanelPart(context, acquaintances, self)
        self.bench = BenchPart(context, self.panel, acquaintances, self)
        self.where = WherePart(context, acquaintances, self)
        self.how = HowPart(context, self)
        self.what = WhatPart(context, self)
        self.focus = FocusPart(context, self)
        self.rules = RulesPart(context, self)
        self.notes = NotesPart(context, self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(context.theme.space(4))
        for part in self.parts:
            self._column.addWidget(part)
        self._column.addStretch(1)
        self._tabs = TabOrder(self)
        self.bench.filled.connect(self._tabs.renew)
        self._leads = Leads(self.when, self.panel, self.where, self.how)
        self.problems.lead_asked.connect(self.lead_to)

    @property
    def parts(self) -> tuple[Part, ...]:
        """Return the parts from top to bottom."""
        before = (self.problems, self.when, self.safety, self.panel, self.bench, self.where)
        return (*before, self.how, self.what, self.focus, self.rules, self.notes)

    def show_block(self, block_id: BlockId) -> None:
        """Show a block, as it is in the plan now."""
        self.shown = block_id
        self.setUpdatesEnabled(False)
        try:
            for part in self.parts:
                part.show_block(self._context.desk.plan.block(block_id))
            self._tabs.renew()
        finally:
            self.setUpdatesEnabled(True)

    def lead_to(self, code: str) -> bool:
        """Bring the focus to the field that mends a problem of the block, if there is one."""
        return self._leads.to(code)

    def flush(self) -> None:
        """Take what is typed and not taken yet."""
        flush(self)
