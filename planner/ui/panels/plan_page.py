"""The page of a plan: header, the day as timeline or table, the problems, and the inspector."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from planner.ui.commands import PlanView
from planner.ui.context import Context
from planner.ui.panels.inspector import Inspector
from planner.ui.panels.plan_header import PlanHeader
from planner.ui.panels.problems_panel import ProblemsPanel
from planner.ui.panels.timeline_panel import TimelinePanel

if TYPE_CHECKING:
    from planner.ui.panels.table_panel import TablePanel

_SHARES = (1, 0)  # a larger window shows more of the day
_DAY_HEIGHT, _PROBLEMS_HEIGHT = 560, 176
_DAY_WIDTH, _INSPECTOR_WIDTH = 872, 328


class PlanPage(QWidget):
    """One day of the open plan from every side."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._header = PlanHeader(context, self)
        self.timeline = TimelinePanel(context, self)
        self._table: TablePanel | None = None
        self.problems = ProblemsPanel(context, self)
        self.inspector = Inspector(context, self)
        self._views = QStackedWidget(self)
        self._views.addWidget(self.timeline)
        self._day_and_problems = QSplitter(Qt.Orientation.Vertical, self)
        self._beside = QSplitter(Qt.Orientation.Horizontal, self)
        self._build()
        self.problems.jumped.connect(self.inspector.lead_to)
        self._header.problems_asked.connect(self.problems.show_severity)

    @property
    def view(self) -> PlanView:
        """Return which view of the day is shown."""
        shown = self._views.currentWidget()
        return PlanView.TIMELINE if shown is self.timeline else PlanView.TABLE

    @property
    def panes(self) -> tuple[QWidget, ...]:
        """Return the day, the problems and the inspector."""
        return (self._views, self.problems, self.inspector)

    def show_view(self, view: PlanView) -> None:
        """Show the day as a timeline or as a table, with the focus in it."""
        widget = self.timeline if view is PlanView.TIMELINE else self._made_table()
        self._views.setCurrentWidget(widget)
        widget.setFocus()
        self._context.memory.keep("plan/view", view.value)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus on: a focus proxy would let Tab pass by what stands before it."""
        shown = self._views.currentWidget()
        if shown is not None:
            shown.setFocus(event.reason())

    def remember(self) -> None:
        """Keep how the page was left."""
        self._context.memory.keep("plan/problems", self._day_and_problems.saveState())
        self._context.memory.keep("plan/inspector", self._beside.saveState())

    def _made_table(self) -> "TablePanel":
        from planner.ui.panels.table_panel import TablePanel  # noqa: PLC0415 -- slow import

        if self._table is None:
            self._table = TablePanel(self._context, self)
            self._views.addWidget(self._table)
            self.setTabOrder(self.timeline.view, self._table.view)
            self.setTabOrder(self._table.view, self._table.add)
        return self._table

    def _build(self) -> None:
        self._day_and_problems.addWidget(self._views)
        self._day_and_problems.addWidget(self.problems)
        self._day_and_problems.setChildrenCollapsible(False)
        middle = QWidget(self)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header)
        column.addWidget(self._day_and_problems, 1)
        self._beside.addWidget(middle)
        self._beside.addWidget(self.inspector)
        self._beside.setChildrenCollapsible(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._beside)
        for index, share in enumerate(_SHARES):
            self._day_and_problems.setStretchFactor(index, share)
        self._beside.setStretchFactor(0, 1)
        self._beside.setStretchFactor(1, 0)
        memory = self._context.memory
        length = self._context.theme.length
        if not self._day_and_problems.restoreState(memory.state("plan/problems")):
            self._day_and_problems.setSizes([length(_DAY_HEIGHT), length(_PROBLEMS_HEIGHT)])
        if not self._beside.restoreState(memory.state("plan/inspector")):
            self._beside.setSizes([length(_DAY_WIDTH), length(_INSPECTOR_WIDTH)])
        if memory.text("plan/view") == PlanView.TABLE.value:
            self._views.setCurrentWidget(self._made_table())
