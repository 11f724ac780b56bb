"""Actions that open one page of the settings at once."""

from planner.i18n import mark
from planner.ui.actions.action import Action, Group

SETTINGS_ACTIONS = (
    Action(
        "promises",
        mark("Promises and limits"),
        Group.PLAN,
        lambda window: window.open_dialog("settings", area="policy"),
        (),
        "list-check",
        also=mark("policy rules thresholds break lunch"),
    ),
    Action(
        "working_hours",
        mark("Working hours"),
        Group.PLAN,
        lambda window: window.open_dialog("settings", area="hours"),
        (),
        "clock",
        is_in_menu=False,
    ),
)
