"""The left side of the window: the plans, the directory, the reports, and the way to a new plan."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from planner.app.reports import History
from planner.domain.errors import PlannerError
from planner.formats.wording.risk import percent
from planner.i18n import mark
from planner.ui.context import Context
from planner.ui.controls.buttons import PlainButton
from planner.ui.controls.search_field import SearchField
from planner.ui.models.plans_model import PlansModel
from planner.ui.panels.nav_button import NavButton
from planner.ui.panels.plans_view import PlansView
from planner.ui.reports.reader import history_of

_SEARCH_FROM = 9  # plans; fewer are found by looking
_WIDTH = 54  # steps of the grid
_LEAST_WIDTH = 44
_REFRESH_MS = 800
_PARTS = {
    "candidates": mark("Candidates"),
    "people": mark("Interviewers"),
    "rooms": mark("Rooms"),
    "offices": mark("Offices"),
}


class Sidebar(QFrame):
    """``plan_chosen(id)`` asks for a plan, ``directory_chosen(part)`` for a part of the directory.

    ``copy_asked(id)`` and ``delete_asked(id)`` come from the menu of a plan.
    Parts are ``candidates``, ``people``, ``rooms`` and ``offices``. ``reports_chosen`` asks for what
    past days were like.
    """

    plan_chosen = Signal(str)
    directory_chosen = Signal(str)
    reports_chosen = Signal()
    copy_asked = Signal(str)
    delete_asked = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        words = context.language
        self.model = PlansModel(context.library, words, context.clock, self)
        self.view = PlansView(context, self.model, self)
        self.search = SearchField(context.theme, words, words.text("Search plans"), self)
        self._nothing = QLabel(self)
        self.parts = {
            part: NavButton(context.theme, words.text(title), self)
            for part, title in _PARTS.items()
        }
        self.reports = NavButton(context.theme, words.text("Reports"), self)
        self._past = history_of(context)
        self._timer = QTimer(self, interval=_REFRESH_MS)
        self._build()
        self._listen()
        self._on_opened()
        self.refresh()

    def refresh(self) -> None:
        """Show what others have changed in the library; cheap enough for a timer."""
        self.model.refresh()

    def refresh_counts(self) -> None:
        """Count the directory anew; it reads all of it, so nothing that a timer should do."""
        try:
            directory = self._context.library.directory()
        except PlannerError:
            return  # whoever opens the directory is told why
        self.parts["people"].show_number(str(len(directory.people)))
        self.parts["rooms"].show_number(str(len(directory.rooms)))
        self.parts["offices"].show_number(str(len(directory.offices)))

    def showEvent(self, event: QShowEvent) -> None:
        """Look for changes of others as long as somebody sees them."""
        super().showEvent(event)
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest."""
        self._timer.stop()
        super().hideEvent(event)

    def _build(self) -> None:
        space, words = self._context.theme.space, self._context.language
        self.setProperty("surface", "surface")
        self.setProperty("line", "right")
        self.setMinimumWidth(space(_LEAST_WIDTH))
        self.resize(space(_WIDTH), self.height())
        self._nothing.setProperty("tone", "muted")
        self._nothing.setWordWrap(True)
        self._nothing.setContentsMargins(space(2.5), space(1), space(2.5), space(1))
        new = PlainButton(self._context.theme, words.text("New plan"), "plus", self)
        new.clicked.connect(lambda: self._context.actions.run("new"))
        column = QVBoxLayout(self)
        column.setContentsMargins(space(2), space(3), space(2), space(3))
        column.setSpacing(0)
        column.addWidget(self.search)
        column.addSpacing(space(1))
        column.addWidget(self._nothing)
        column.addWidget(self.view)
        column.addSpacing(space(3))
        column.addWidget(self._caption(words.text("Directory")))
        for button in self.parts.values():
            column.addWidget(button)
        column.addSpacing(space(3))
        column.addWidget(self.reports)
        column.addStretch(1)
        column.addSpacing(space(3))
        column.addWidget(new)

    def _caption(self, text: str) -> QLabel:
        space = self._context.theme.space
        caption = QLabel(text.upper(), self)
        caption.setAccessibleName(text)
        caption.setProperty("scale", "caption")
        caption.setContentsMargins(space(2.5), space(2), space(2.5), space(2))
        return caption

    def _listen(self) -> None:
        desk = self._context.desk
        self.view.plan_chosen.connect(self.plan_chosen)
        self.view.copy_asked.connect(self.copy_asked)
        self.view.delete_asked.connect(self.delete_asked)
        self.search.searched.connect(self.model.search)
        self.search.descended.connect(self.view.go_to_first)
        for part, button in self.parts.items():
            button.clicked.connect(lambda _=False, part=part: self.directory_chosen.emit(part))
        self.reports.clicked.connect(self.reports_chosen)
        self._past.read.connect(self._on_past_read)
        if self._past.history is not None:
            self._on_past_read(self._past.history)
        self.model.refreshed.connect(self._on_refreshed)
        desk.opened.connect(self._on_opened)
        desk.changed.connect(self._on_changed)
        self._timer.timeout.connect(self.refresh)
        self._timer.timeout.connect(self._past.ensure)

    def _on_opened(self) -> None:
        desk = self._context.desk
        self.model.refresh()
        self.model.mark_open(desk.plan.id if desk.is_open else None)
        self.refresh_counts()

    def _on_past_read(self, found: History) -> None:
        rate = found.rate
        on_time = self._context.language.text("{rate} on time", rate=percent(rate or 0.0))
        self.reports.show_number("" if rate is None else on_time)

    def _on_changed(self, _change: object) -> None:
        self.refresh()

    def _on_refreshed(self) -> None:
        summaries, words = self.model.summaries, self._context.language
        self.search.setVisible(len(summaries) >= _SEARCH_FROM)
        is_empty = not self.model.rowCount()
        self.view.setVisible(not is_empty)
        self._nothing.setVisible(is_empty)
        self._nothing.setText(
            words.text("No plan has these words.") if summaries else words.text("No plans yet.")
        )
        names = {name.casefold() for summary in summaries for name in summary.candidates}
        more = "+" if self.model.has_more else ""
        self.parts["candidates"].show_number(f"{len(names)}{more}")
