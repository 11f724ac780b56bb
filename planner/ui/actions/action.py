"""One action: a row of data from which menu, key, palette and key sheet are made."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from planner.i18n import mark
from planner.ui.commands import Commands
from planner.ui.desk import Desk


class Group(StrEnum):
    """Under which heading of menu and key sheet an action stands."""

    PLAN = "plan"
    EDIT = "edit"
    BLOCK = "block"
    LIVE = "live"
    VIEW = "view"
    DIRECTORY = "directory"
    HELP = "help"


GROUP_TITLES = {
    Group.PLAN: mark("Plan"),
    Group.EDIT: mark("Edit"),
    Group.BLOCK: mark("Block"),
    Group.LIVE: mark("Live day"),
    Group.VIEW: mark("View"),
    Group.DIRECTORY: mark("Directory"),
    Group.HELP: mark("Help"),
}


class Scope(StrEnum):
    """Where the keys of an action work: everywhere, or only while timeline or live page have the focus."""

    WINDOW = "window"
    TIMELINE = "timeline"
    LIVE = "live"


def always(_desk: Desk) -> bool:
    """Say that an action can always be chosen."""
    return True


def while_open(desk: Desk) -> bool:
    """Say whether a plan is open."""
    return desk.is_open


def while_selected(desk: Desk) -> bool:
    """Say whether at least one block is selected."""
    return desk.is_open and bool(desk.selection)


@dataclass(frozen=True, slots=True)
class Action:
    """One thing that a person can do.

    ``title`` is a sentence to translate, ``keys`` are key sequences as Qt writes them, ``label`` gives
    a longer text where the title alone says too little, such as which step would be undone.
    ``also`` are other words, to translate, by which somebody may look for it.
    """

    id: str
    title: str
    group: Group
    run: Callable[[Commands], object]
    keys: tuple[str, ...] = ()
    icon: str = ""
    is_enabled: Callable[[Desk], bool] = always
    scope: Scope = Scope.WINDOW
    label: Callable[[Desk], str] | None = None
    is_in_menu: bool = True
    also: str = ""
