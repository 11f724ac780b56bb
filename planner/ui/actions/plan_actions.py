"""Actions on whole plans: new, open, paste, share, settings."""

from planner.i18n import mark
from planner.ui.actions.action import Action, Group, while_open

PLAN_ACTIONS = (
    Action(
        "new",
        mark("New plan"),
        Group.PLAN,
        lambda window: window.open_dialog("new_plan"),
        ("Ctrl+N",),
        "plus",
    ),
    Action(
        "paste_timetable",
        mark("Paste a timetable"),
        Group.PLAN,
        lambda window: window.open_dialog("paste"),
        ("Ctrl+Shift+V",),
        "clipboard-text",
    ),
    Action(
        "open_file",
        mark("Open a file"),
        Group.PLAN,
        lambda window: window.choose_file(),
        ("Ctrl+O",),
        "folder-open",
    ),
    Action(
        "open_sample",
        mark("Open the sample plan"),
        Group.PLAN,
        lambda window: window.open_sample(),
        (),
        "star",
    ),
    Action(
        "save_copy",
        mark("Save a copy"),
        Group.PLAN,
        lambda window: window.save_copy(),
        ("Ctrl+Shift+S",),
        "device-floppy",
        while_open,
    ),
    Action(
        "share",
        mark("Share"),
        Group.PLAN,
        lambda window: window.open_dialog("share"),
        ("Ctrl+E", "Ctrl+P"),
        "share",
        while_open,
    ),
    Action(
        "delete_plan",
        mark("Delete this plan"),
        Group.PLAN,
        lambda window: window.delete_plan(),
        (),
        "trash",
        while_open,
    ),
    Action(
        "settings",
        mark("Settings"),
        Group.PLAN,
        lambda window: window.open_dialog("settings"),
        ("Ctrl+,",),
        "settings",
    ),
    Action(
        "quit",
        mark("Quit"),
        Group.PLAN,
        lambda window: window.close_window(),
        ("Ctrl+Q",),
        "x",
    ),
)
