"""The pages in the middle of the window; each is built when it is first shown."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from planner.domain.subjects import Subject
from planner.ui.commands import Page
from planner.ui.context import Context
from planner.ui.panels.plan_page import PlanPage

if TYPE_CHECKING:
    from planner.ui.panels.application_panel import ApplicationPanel
    from planner.ui.panels.directory_panel import DirectoryPanel
    from planner.ui.panels.travel_panel import TravelPanel

_OF_RECORDS = frozenset({Page.TRAVEL, Page.APPLICATION})
_WITHOUT_PLAN = frozenset({Page.START, Page.DIRECTORY, Page.REPORTS})


class Pages(QStackedWidget):
    """Shows one page at a time; where no plan is open, the start page in place of a plan's.

    ``directory_changed`` tells that people, rooms or offices are others now.
    """

    directory_changed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._made: dict[Page, QWidget] = {}
        self._page = Page.START

    @property
    def page(self) -> Page:
        """Return the page that is shown."""
        return self._page

    @property
    def plan_page(self) -> PlanPage:
        """Return the page of the plan."""
        page = self._widget(Page.PLAN)
        if not isinstance(page, PlanPage):
            raise TypeError(page)
        return page

    @property
    def panes(self) -> tuple[QWidget, ...]:
        """Return the parts of the shown page, in the order in which a key goes through them."""
        page = self._widget(self._page)
        return page.panes if isinstance(page, PlanPage) else (page,)

    def show_page(self, page: Page) -> None:
        """Show a page."""
        is_possible = self._context.desk.is_open or page in _WITHOUT_PLAN
        self._page = page if is_possible else Page.START
        self.setCurrentWidget(self._widget(self._page))

    def focus_shown(self) -> None:
        """Let the shown page have the keys."""
        self._widget(self._page).setFocus()

    def show_directory(self, part: str, record: str = "", *, adds: bool = False) -> None:
        """Show people, rooms, offices or candidates, perhaps one of them, or a form for a new one."""
        panel: DirectoryPanel = self._widget(Page.DIRECTORY)  # type: ignore[assignment]
        panel.show_part(part)
        if record:
            panel.show_record(record)
        elif adds:
            panel.add_record()

    def reveal(self, subject: Subject) -> None:
        """Let the shown page go to a record, if it is a page of records."""
        if self._page in _OF_RECORDS:
            panel: TravelPanel | ApplicationPanel = self._widget(self._page)  # type: ignore[assignment]
            panel.reveal(subject)

    def remember(self) -> None:
        """Keep how the pages were left."""
        if Page.PLAN in self._made:
            self.plan_page.remember()

    def _widget(self, page: Page) -> QWidget:
        if page not in self._made:
            made = self._made[page] = _MAKERS[page](self._context, self)
            self.addWidget(made)
            if page is Page.DIRECTORY:
                made.directory_changed.connect(self.directory_changed)  # type: ignore[attr-defined]
        return self._made[page]


def _start(context: Context, parent: QWidget) -> QWidget:
    from planner.ui.panels.start_panel import StartPanel  # noqa: PLC0415 -- slow import

    return StartPanel(context, parent)


def _live(context: Context, parent: QWidget) -> QWidget:
    from planner.ui.panels.live_panel import LivePanel  # noqa: PLC0415 -- slow import

    return LivePanel(context, parent)


def _travel(context: Context, parent: QWidget) -> QWidget:
    from planner.ui.panels.travel_panel import TravelPanel  # noqa: PLC0415 -- slow import

    return TravelPanel(context, parent)


def _application(context: Context, parent: QWidget) -> QWidget:
    from planner.ui.panels.application_panel import ApplicationPanel  # noqa: PLC0415 -- slow import

    return ApplicationPanel(context, parent)


def _directory(context: Context, parent: QWidget) -> QWidget:
    from planner.ui.panels.directory_panel import DirectoryPanel  # noqa: PLC0415 -- slow import

    return DirectoryPanel(context, parent)


def _reports(context: Context, parent: QWidget) -> QWidget:
    from planner.ui.panels.reports_panel import ReportsPanel  # noqa: PLC0415 -- slow import

    return ReportsPanel(context, parent)


_MAKERS: dict[Page, Callable[[Context, QWidget], QWidget]] = {
    Page.START: _start,
    Page.PLAN: PlanPage,
    Page.LIVE: _live,
    Page.TRAVEL: _travel,
    Page.APPLICATION: _application,
    Page.DIRECTORY: _directory,
    Page.REPORTS: _reports,
}
