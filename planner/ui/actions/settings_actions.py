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
        "repair_order",
        mark("What repairs weigh first"),
        Group.PLAN,
        lambda window: window.open_dialog("settings", area="repairs"),
        (),
        "bolt",
        is_in_menu=False,
        also=mark("order of repairs proposals priorities criteria"),
    ),
    Action(
        "live_settings",
        mark("Notifications of the live day"),
        Group.PLAN,
        lambda window: window.open_dialog("settings", area="live"),
        (),
        "player-play",
        is_in_menu=False,
        also=mark("remind tell desktop message no-show"),
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
