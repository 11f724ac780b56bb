"""The context: what every panel and dialog is given; made anew when language or theme change."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planner.app.clock import Clock
from planner.app.library import Library
from planner.app.settings import SettingsStore
from planner.formats.wording.language import Language
from planner.ui.desk import Desk
from planner.ui.jobs import Jobs
from planner.ui.memory import Memory
from planner.ui.messages import Messages
from planner.ui.theme.theme import Theme

if TYPE_CHECKING:
    from planner.ui.actions.actions import Actions


@dataclass(frozen=True, slots=True, eq=False)
class Context:
    """Everything around a widget. ``language`` is the window's; documents have their own."""

    desk: Desk
    library: Library
    settings: SettingsStore
    memory: Memory
    language: Language
    theme: Theme
    messages: Messages
    jobs: Jobs
    clock: Clock
    actions: "Actions"
