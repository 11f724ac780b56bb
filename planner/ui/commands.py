"""Commands: what the window can be asked to do by menus, buttons, the palette and keys."""

from enum import StrEnum
from pathlib import Path
from typing import Any, Protocol

from planner.app.workspace import Workspace
from planner.domain.ids import PlanId
from planner.domain.plan import Plan
from planner.ui.context import Context


class Page(StrEnum):
    """What the middle of the window shows."""

    START = "start"
    PLAN = "plan"
    LIVE = "live"
    TRAVEL = "travel"
    APPLICATION = "application"
    DIRECTORY = "directory"
    REPORTS = "reports"


class PlanView(StrEnum):
    """The two views of the same day."""

    TIMELINE = "timeline"
    TABLE = "table"


class Commands(Protocol):
    """The window, as far as actions know it."""

    @property
    def context(self) -> Context:
        """Return what is around all widgets."""
        ...

    def show_page(self, page: Page) -> None:
        """Show a page; those of a plan only while one is open."""
        ...

    def show_directory(self, part: str, record: str = "", *, adds: bool = False) -> None:
        """Show a part of the directory, perhaps one record there, or an empty form for a new one."""
        ...

    def show_view(self, view: PlanView) -> None:
        """Show the day as a timeline or as a table."""
        ...

    def toggle_view(self) -> None:
        """Change from timeline to table, or back."""
        ...

    def go_to_pane(self, step: int) -> None:
        """Put the focus so many parts of the window further; after the last comes the first."""
        ...

    def open_dialog(self, name: str, **given: Any) -> None:
        """Open a dialog by its name in `planner.ui.dialogs.DIALOGS`."""
        ...

    def open_plan(self, plan_id: PlanId) -> None:
        """Open a plan of the library."""
        ...

    def open_workspace(self, workspace: Workspace) -> None:
        """Put a plan that is open already on the desk, and show it."""
        ...

    def add_plan(self, plan: Plan) -> bool:
        """Put a new plan into the library and show it; return whether it is there now."""
        ...

    def open_file(self, path: Path) -> None:
        """Open what a person dropped or chose: a plan, a calendar file, a text, a table."""
        ...

    def choose_file(self) -> None:
        """Ask for a file, and open it."""
        ...

    def save_copy(self) -> None:
        """Ask for a file name, and write the open plan there."""
        ...

    def open_sample(self) -> None:
        """Put the sample plan into the library and show it."""
        ...

    def delete_plan(self) -> None:
        """Take the open plan from the library, with a way back."""
        ...

    def close_window(self) -> None:
        """Close the window."""
        ...
