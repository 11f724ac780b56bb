"""Actions on the directory: lists in, duplicates together."""

from planner.i18n import mark
from planner.ui.actions.action import Action, Group


def _showing(part: str, title: str, icon: str, also: str = "") -> Action:
    return Action(
        f"show_{part}",
        title,
        Group.DIRECTORY,
        lambda window: window.show_directory(part),
        (),
        icon,
        is_in_menu=False,
        also=also,
    )


def _adding(part: str, title: str, also: str) -> Action:
    return Action(
        f"add_{part}",
        title,
        Group.DIRECTORY,
        lambda window: window.show_directory(part, adds=True),
        (),
        "plus",
        is_in_menu=False,
        also=also,
    )


DIRECTORY_ACTIONS = (
    _showing("people", mark("Show the people"), "users", mark("interviewers colleagues")),
    _showing("rooms", mark("Show the rooms"), "door"),
    _showing("offices", mark("Show the offices"), "building", mark("address time zone")),
    _adding("people", mark("Add a person to the directory"), mark("new interviewer colleague")),
    _adding("rooms", mark("Add a room to the directory"), mark("new")),
    _adding("offices", mark("Add an office to the directory"), mark("new time zone")),
    Action(
        "import",
        mark("Import people or rooms"),
        Group.DIRECTORY,
        lambda window: window.open_dialog("import"),
        (),
        "file-import",
        also=mark("add list"),
    ),
    Action(
        "merge",
        mark("Merge people who are there twice"),
        Group.DIRECTORY,
        lambda window: window.open_dialog("merge"),
        (),
        "users",
    ),
)
