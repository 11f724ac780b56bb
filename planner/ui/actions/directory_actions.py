"""Actions on the directory: lists in, duplicates together."""

from planner.i18n import mark
from planner.ui.actions.action import Action, Group

DIRECTORY_ACTIONS = (
    Action(
        "import",
        mark("Import people or rooms"),
        Group.DIRECTORY,
        lambda window: window.open_dialog("import"),
        (),
        "file-import",
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
