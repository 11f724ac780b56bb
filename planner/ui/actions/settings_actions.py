"""Actions that open one page of the settings at once."""

from planner.i18n import mark
from planner.ui.actions.action import Action, Group


def _row(
    name: str, title: str, area: str, icon: str, *, is_in_menu: bool = False, also: str = ""
) -> Action:
    return Action(
        name,
        title,
        Group.PLAN,
        lambda window: window.open_dialog("settings", area=area),
        (),
        icon,
        is_in_menu=is_in_menu,
        also=also,
    )


SETTINGS_ACTIONS = (
    _row(
        "promises",
        mark("Promises and limits"),
        "policy",
        "list-check",
        is_in_menu=True,
        also=mark("policy rules thresholds break lunch"),
    ),
    _row(
        "repair_order",
        mark("What repairs weigh first"),
        "repairs",
        "bolt",
        also=mark("order of repairs proposals priorities criteria"),
    ),
    _row(
        "live_settings",
        mark("Notifications of the live day"),
        "live",
        "player-play",
        also=mark("remind tell desktop message no-show"),
    ),
    _row("working_hours", mark("Working hours"), "hours", "clock"),
)
