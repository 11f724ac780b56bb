"""Actions that change what the window shows."""

from planner.i18n import mark
from planner.ui.actions.action import Action, Group, while_open
from planner.ui.commands import Page

VIEW_ACTIONS = (
    Action(
        "palette",
        mark("Find anything"),
        Group.VIEW,
        lambda window: window.open_dialog("palette"),
        ("Ctrl+K",),
        "search",
    ),
    Action(
        "show_plan",
        mark("Show the plan"),
        Group.VIEW,
        lambda window: window.show_page(Page.PLAN),
        ("Ctrl+1",),
        "timeline",
        while_open,
    ),
    Action(
        "show_travel",
        mark("Show the journeys"),
        Group.VIEW,
        lambda window: window.show_page(Page.TRAVEL),
        ("Ctrl+2",),
        "plane",
        while_open,
    ),
    Action(
        "show_application",
        mark("Show the application"),
        Group.VIEW,
        lambda window: window.show_page(Page.APPLICATION),
        ("Ctrl+3",),
        "list-check",
        while_open,
    ),
    Action(
        "show_directory",
        mark("Show the directory"),
        Group.VIEW,
        lambda window: window.show_page(Page.DIRECTORY),
        ("Ctrl+4",),
        "users",
    ),
    Action(
        "show_start",
        mark("Show the start page"),
        Group.VIEW,
        lambda window: window.show_page(Page.START),
        ("Ctrl+Home",),
        "calendar",
    ),
    Action(
        "toggle_view",
        mark("Timeline or table"),
        Group.VIEW,
        lambda window: window.toggle_view(),
        ("Ctrl+T",),
        "table",
        while_open,
    ),
    Action(
        "shortcuts",
        mark("Keys and gestures"),
        Group.HELP,
        lambda window: window.open_dialog("shortcuts"),
        ("F1", "?"),
        "keyboard",
    ),
)
