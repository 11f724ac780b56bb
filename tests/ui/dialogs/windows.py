"""A window that only notes what it is asked to do."""

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from planner.app.workspace import Workspace
from planner.domain.ids import PlanId
from planner.domain.plan import Plan
from planner.ui.commands import Page, PlanView
from planner.ui.context import Context


class FakeWindow(QWidget):
    """Keeps the names of what it was asked, and what came with them, in ``asked``."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.asked: list[tuple[str, Any]] = []
        self.takes_plans = True

    @property
    def context(self) -> Context:
        return self._context

    def show_page(self, page: Page) -> None:
        self.asked.append(("show_page", page))

    def show_directory(self, part: str, record: str = "", *, adds: bool = False) -> None:
        self.asked.append(("show_directory", (part, record, adds)))

    def show_view(self, view: PlanView) -> None:
        self.asked.append(("show_view", view))

    def toggle_view(self) -> None:
        self.asked.append(("toggle_view", None))

    def go_to_pane(self, step: int) -> None:
        self.asked.append(("go_to_pane", step))

    def open_dialog(self, name: str, **given: Any) -> None:
        self.asked.append((name, given))

    def open_plan(self, plan_id: PlanId) -> None:
        self.asked.append(("open_plan", plan_id))

    def open_workspace(self, workspace: Workspace) -> None:
        self.asked.append(("open_workspace", workspace.plan))

    def add_plan(self, plan: Plan) -> bool:
        self.asked.append(("add_plan", plan))
        return self.takes_plans

    def open_file(self, path: Path) -> None:
        self.asked.append(("open_file", path))

    def choose_file(self) -> None:
        self.asked.append(("choose_file", None))

    def save_copy(self) -> None:
        self.asked.append(("save_copy", None))

    def open_sample(self) -> None:
        self.asked.append(("open_sample", None))

    def delete_plan(self) -> None:
        self.asked.append(("delete_plan", None))

    def close_window(self) -> None:
        self.asked.append(("close_window", None))
