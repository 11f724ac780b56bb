"""Actions of the live day: single keys, which work only while the live page has the focus."""

from collections.abc import Callable

from planner.i18n import mark
from planner.ui.actions.action import Action, Group, Scope, while_open
from planner.ui.commands import Commands, Page
from planner.ui.live_verbs import LiveVerbs, live_verbs_of
from planner.ui.rehearsing import rehearse

_Run = Callable[[LiveVerbs], object]


def _row(name: str, title: str, keys: tuple[str, ...], run: _Run, icon: str = "") -> Action:
    def run_on(window: Commands) -> None:
        live = live_verbs_of(window.context.desk)
        if live is None:
            window.show_page(Page.LIVE)
        else:
            run(live)

    return Action(
        f"live_{name}", title, Group.LIVE, run_on, keys, icon, while_open, scope=Scope.LIVE
    )


def _asking(what: str) -> _Run:
    return lambda live: live.asked.emit(what)


def _applying(number: int) -> _Run:
    return lambda live: live.apply_number(number)


def _rehearse(window: Commands) -> None:
    rehearse(window.context, window.context.desk.day)


LIVE_ACTIONS = (
    Action(
        "show_live",
        mark("Show the live day"),
        Group.LIVE,
        lambda window: window.show_page(Page.LIVE),
        ("Ctrl+5",),
        "player-play",
        while_open,
    ),
    Action(
        "rehearse",
        mark("Rehearse the day"),
        Group.LIVE,
        _rehearse,
        (),
        "history",
        while_open,
        also=mark("practise, try out, simulate"),
    ),
    _row("start", mark("Start what is due"), ("S",), lambda live: live.start(), "player-play"),
    _row("end", mark("End what runs"), ("E",), lambda live: live.end(), "check"),
    _row("extend", mark("Five minutes more"), ("+", "="), lambda live: live.extend(), "plus"),
    _row("cut", mark("Five minutes less"), ("-",), lambda live: live.cut(), "minus"),
    _row(
        "dropped",
        mark("The call dropped, or people stopped"),
        ("D",),
        lambda live: live.dropped(),
        "link-off",
    ),
    _row("back", mark("It goes on"), ("B",), lambda live: live.back(), "link"),
    _row(
        "no_show",
        mark("Somebody does not come"),
        ("N",),
        lambda live: live.no_show(),
        "user-question",
    ),
    _row("replace", mark("Somebody else takes over"), ("R",), _asking("replace"), "user-plus"),
    _row("note", mark("Write a note into the log"), ("M",), _asking("note"), "note"),
    _row(
        "undo",
        mark("Undo the last entry of the log"),
        ("U",),
        lambda live: live.undo(),
        "arrow-back-up",
    ),
    _row("first", mark("Do the first proposal"), ("1",), _applying(1)),
    _row("second", mark("Do the second proposal"), ("2",), _applying(2)),
    _row("third", mark("Do the third proposal"), ("3",), _applying(3)),
    _row("message", mark("Texts to send"), ("T",), _asking("message"), "message"),
    _row("now", mark("Follow the clock"), ("Home",), _asking("now"), "clock"),
    _row("full_screen", mark("Full screen"), ("F11",), _asking("full_screen"), "device-desktop"),
)
