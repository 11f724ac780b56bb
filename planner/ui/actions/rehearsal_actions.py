"""Actions of a rehearsal: nobody has to wait for what the day brings."""

from planner.i18n import mark
from planner.ui.actions.action import Action, Group, Scope, while_open
from planner.ui.commands import Commands
from planner.ui.live_verbs import live_verbs_of

MINUTE, TEN_MINUTES, NEXT = "minute_on", "ten_minutes_on", "next_moment"
"""What the live page is asked for: so much time passes at once, or until something begins or ends."""


def _row(what: str, title: str, *keys: str) -> Action:
    def run(window: Commands) -> None:
        live = live_verbs_of(window.context.desk)
        if live is not None:
            live.asked.emit(what)

    return Action(f"live_{what}", title, Group.LIVE, run, keys, "", while_open, scope=Scope.LIVE)


REHEARSAL_ACTIONS = (
    _row(MINUTE, mark("One minute on"), "Ctrl+Right"),
    _row(TEN_MINUTES, mark("Ten minutes on"), "Ctrl+Shift+Right"),
    _row(NEXT, mark("On to the next moment"), "Ctrl+Down"),
)
