"""The workbench: everything inside the window, and what actions can ask of it."""

import importlib
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from planner.app.clock import RehearsalClock
from planner.app.plan_files import PLAN_ENDING
from planner.app.workspace import Workspace
from planner.domain.errors import PlannerError
from planner.domain.ids import PlanId
from planner.domain.plan import Plan
from planner.domain.subjects import Subject
from planner.formats.plaintext import safe_file_name
from planner.formats.wording.refusals import refusal
from planner.ui.commands import Page, PlanView
from planner.ui.context import Context
from planner.ui.controls.busy_bar import BusyBar
from planner.ui.controls.message_bar import MessageBar
from planner.ui.dialogs import DIALOGS
from planner.ui.messages import Tone
from planner.ui.opening import accepts, open_path, opened
from planner.ui.pages import Pages
from planner.ui.panels.sidebar import Sidebar
from planner.ui.panels.top_bar import TopBar
from planner.ui.panes import go_on
from planner.ui.shelf import Shelf

_PAGE_OF_TABLE = {
    "journeys": Page.TRAVEL,
    "stays": Page.TRAVEL,
    "candidates": Page.APPLICATION,
}
_SIDEBAR_WIDTH = 232


class Workbench(QWidget):
    """Top bar, side bar and pages around one desk. ``titled`` tells what the window is called."""

    titled = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._shelf = Shelf(context)
        self._pages = Pages(context, self)
        self._top_bar = TopBar(context, self)
        self._sidebar = Sidebar(context, self)
        self._bar = MessageBar(context.theme, context.language, context.messages, self)
        self._busy = BusyBar(context.theme, context.language, self)
        self._beside = QSplitter(Qt.Orientation.Horizontal, self)
        self._build()
        self._connect()
        context.actions.bind(self, self)

    def begin(self, page: Page | None = None) -> None:
        """Show a page, or the one that fits the desk; once everybody listens."""
        self._on_opened()
        if page is not None:
            self.show_page(page)
        self._pages.focus_shown()

    @property
    def context(self) -> Context:
        """Return what is around all widgets."""
        return self._context

    @property
    def page(self) -> Page:
        """Return the page that is shown."""
        return self._pages.page

    def show_page(self, page: Page) -> None:
        """Show a page; those of a plan only while one is open."""
        self._pages.show_page(page)
        self._top_bar.show_page(self._pages.page)

    def show_directory(self, part: str, record: str = "", *, adds: bool = False) -> None:
        """Show a part of the directory, perhaps one record there, or an empty form for a new one."""
        self.show_page(Page.DIRECTORY)
        self._pages.show_directory(part, record, adds=adds)

    def show_view(self, view: PlanView) -> None:
        """Show the day as a timeline or as a table."""
        self.show_page(Page.PLAN)
        self._pages.plan_page.show_view(view)

    def toggle_view(self) -> None:
        """Change from timeline to table, or back."""
        is_table = self.page is Page.PLAN and self._pages.plan_page.view is PlanView.TABLE
        self.show_view(PlanView.TIMELINE if is_table else PlanView.TABLE)

    def go_to_pane(self, step: int) -> None:
        """Put the focus so many parts of the window further; after the last comes the first."""
        go_on((self._sidebar, *self._pages.panes), step)

    def open_dialog(self, name: str, **given: Any) -> None:
        """Open a dialog over this window, which stays usable where the dialog allows it."""
        module, class_name = DIALOGS[name]
        kind = getattr(importlib.import_module(f"planner.ui.dialogs.{module}"), class_name)
        try:
            dialog: QDialog = kind(self._context, self, **given)
        except PlannerError as error:  # such as an import while the directory cannot be read
            self._context.messages.say(refusal(error, self._context.language), Tone.ERROR)
            return
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def open_plan(self, plan_id: PlanId) -> None:
        """Open a plan of the library."""
        if self._shelf.open(plan_id):
            self._show_plan()

    def open_workspace(self, workspace: Workspace) -> None:
        """Put a plan that is open already on the desk, and show it."""
        self._context.desk.open(workspace)

    def add_plan(self, plan: Plan) -> bool:
        """Put a new plan into the library and show it; return whether it is there now."""
        return self._shelf.add(plan)

    def open_file(self, path: Path) -> None:
        """Open what a person dropped or chose: a plan, a calendar file, a text, a table."""
        open_path(path, self)

    def choose_file(self) -> None:
        """Ask for a file, and open it."""
        title = self._context.language.text("Open a file")
        name, _ = QFileDialog.getOpenFileName(self, title)
        if name:
            self.open_file(Path(name))

    def save_copy(self) -> None:
        """Ask for a file name, and write the open plan there."""
        title = self._context.language.text("Save a copy")
        proposed = safe_file_name(self._context.desk.plan.title, "plan") + PLAN_ENDING
        name, _ = QFileDialog.getSaveFileName(self, title, proposed, f"*{PLAN_ENDING}")
        if name:
            self._shelf.save_copy(Path(name))

    def open_sample(self) -> None:
        """Put the sample plan into the library and show it."""
        self._shelf.open_sample()

    def delete_plan(self) -> None:
        """Take the open plan from the library, with a way back."""
        self._shelf.delete(self._context.desk.plan.id)

    def close_window(self) -> None:
        """Close the window."""
        self.window().close()

    def remember(self) -> None:
        """Keep how everything was left."""
        self._context.memory.keep("window/sidebar", self._beside.saveState())
        self._pages.remember()

    def accepts(self, mime: QMimeData) -> bool:
        """Say whether what hovers above the window can be opened."""
        return accepts(mime)

    def open_dropped(self, mime: QMimeData) -> bool:
        """Open what was dropped, and say whether it was something to open."""
        return opened(mime, self)

    def _build(self) -> None:
        self._beside.addWidget(self._sidebar)
        self._beside.addWidget(self._pages)
        self._beside.setStretchFactor(0, 0)
        self._beside.setStretchFactor(1, 1)
        self._beside.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._top_bar)
        column.addWidget(self._beside, 1)
        memory = self._context.memory
        if not self._beside.restoreState(memory.state("window/sidebar")):
            width = self._context.theme.length(_SIDEBAR_WIDTH)
            self._beside.setSizes([width, 5 * width])

    def _connect(self) -> None:
        desk = self._context.desk
        self._context.jobs.started.connect(self._busy.watch)
        self._top_bar.page_chosen.connect(self.show_page)
        self._sidebar.plan_chosen.connect(self.open_plan)
        self._sidebar.copy_asked.connect(self._shelf.duplicate)
        self._sidebar.delete_asked.connect(self._shelf.delete)
        self._sidebar.directory_chosen.connect(self.show_directory)
        self._sidebar.reports_chosen.connect(lambda: self.show_page(Page.REPORTS))
        self._pages.directory_changed.connect(self._sidebar.refresh_counts)
        desk.opened.connect(self._on_opened)
        desk.changed.connect(self._show_title)
        desk.revealed.connect(self._on_revealed)

    def _on_opened(self) -> None:
        is_open = self._context.desk.is_open
        self._top_bar.set_pages_enabled(enabled=is_open)
        self.show_page(Page.PLAN if is_open else Page.START)
        self._show_title()

    def _show_plan(self) -> None:
        if self.page in {Page.START, Page.DIRECTORY, Page.REPORTS}:
            self.show_page(Page.PLAN)

    def _show_title(self, _change: object = None) -> None:
        text, desk = self._context.language.text, self._context.desk
        name = text("Interview Day Planner")
        if isinstance(self._context.clock, RehearsalClock):
            name = text("Rehearsal") + f" \u2013 {name}"
        self.titled.emit(f"{desk.plan.title} \u2013 {name}" if desk.is_open else name)

    def _on_revealed(self, subject: Subject) -> None:
        self.show_page(_PAGE_OF_TABLE.get(subject.table, Page.PLAN))
        self._pages.reveal(subject)  # a page that was made just now has not heard of it
