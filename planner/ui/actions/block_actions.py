"""Actions on the selected blocks, and on what the timeline shows of a day."""

from collections.abc import Callable

from planner.i18n import mark
from planner.ui.actions.action import Action, Group, Scope, while_open, while_selected
from planner.ui.commands import Commands
from planner.ui.desk import Desk
from planner.ui.timeline import carrying
from planner.ui.timeline.keys import Command


def _does(command: Command) -> Callable[[Commands], object]:
    return lambda window: carrying.carry_out(window.context, command)


def _row(
    command: Command, title: str, keys: tuple[str, ...], icon: str = "", *, is_in_menu: bool = True
) -> Action:
    return Action(
        command.value,
        title,
        Group.BLOCK,
        _does(command),
        keys,
        icon,
        while_selected,
        Scope.TIMELINE,
        is_in_menu=is_in_menu,
    )


def _while_several(desk: Desk) -> bool:
    return while_selected(desk) and len(desk.selection) > 1


def _while_rest(desk: Desk) -> bool:
    """Say whether one break or meal that has a time is selected, and nothing else."""
    if not desk.is_open or len(desk.selection) != 1:
        return False
    block = desk.plan.blocks.get(desk.selection[0])
    return block is not None and block.is_rest and block.timebox is not None


def _make_safer(window: Commands) -> None:
    window.open_dialog("buffers", rest=window.context.desk.selection[0])


def _left_to_the_timeline(_window: Commands) -> None:
    """Do nothing here: the timeline itself hears that the action was chosen."""


_STEPS = (
    _row(Command.MOVE_EARLIER, mark("Move 5 minutes earlier"), ("Alt+Up",), "arrow-up"),
    _row(Command.MOVE_LATER, mark("Move 5 minutes later"), ("Alt+Down",), "arrow-down"),
    _row(Command.NUDGE_EARLIER, mark("Move 1 minute earlier"), ("Alt+PgUp",)),
    _row(Command.NUDGE_LATER, mark("Move 1 minute later"), ("Alt+PgDown",)),
    _row(Command.PUSH_EARLIER, mark("Move with all that follows, earlier"), ("Ctrl+Shift+Up",)),
    _row(Command.PUSH_LATER, mark("Move with all that follows, later"), ("Ctrl+Shift+Down",)),
    _row(Command.END_EARLIER, mark("End 5 minutes earlier"), ("Shift+Alt+Up",)),
    _row(Command.END_LATER, mark("End 5 minutes later"), ("Shift+Alt+Down",)),
    _row(Command.START_EARLIER, mark("Start 5 minutes earlier"), ("Ctrl+Alt+Up",)),
    _row(Command.START_LATER, mark("Start 5 minutes later"), ("Ctrl+Alt+Down",)),
    _row(
        Command.STRETCH_EARLIER,
        mark("End 5 minutes earlier, and all that follows"),
        ("Ctrl+Shift+Alt+Up",),
    ),
    _row(
        Command.STRETCH_LATER,
        mark("End 5 minutes later, and push what follows"),
        ("Ctrl+Shift+Alt+Down",),
    ),
    _row(Command.TO_PREVIOUS_COLUMN, mark("Give to the column at the left"), ("Alt+Left",)),
    _row(Command.TO_NEXT_COLUMN, mark("Give to the column at the right"), ("Alt+Right",)),
    _row(Command.SWAP_EARLIER, mark("Swap with the block before"), ("Ctrl+Up",)),
    _row(Command.SWAP_LATER, mark("Swap with the block after"), ("Ctrl+Down",)),
)

_WHOLES = (
    Action(
        "edit_title",
        mark("Edit the title"),
        Group.BLOCK,
        _left_to_the_timeline,
        ("F2", "Return"),
        "pencil",
        while_selected,
        Scope.TIMELINE,
        is_in_menu=False,
    ),
    Action(
        "copy",
        mark("Copy"),
        Group.BLOCK,
        lambda window: carrying.copy_selected(window.context),
        ("Ctrl+C",),
        "copy",
        while_selected,
        Scope.TIMELINE,
    ),
    Action(
        "paste",
        mark("Paste"),
        Group.BLOCK,
        lambda window: carrying.paste_copied(window.context),
        ("Ctrl+V",),
        "clipboard",
        while_open,
        Scope.TIMELINE,
    ),
    _row(Command.DUPLICATE, mark("Duplicate"), ("Ctrl+D",), "copy"),
    _row(Command.SPLIT, mark("Split in the middle"), ("Ctrl+Shift+D",), "cut"),
    _row(Command.BREAK_AFTER, mark("Insert a break after it"), ("Ctrl+B",), "coffee"),
    Action(
        "make_safer",
        mark("Make a break safer\u2026"),
        Group.BLOCK,
        _make_safer,
        (),
        "hourglass",
        _while_rest,
        also=mark("buffer lunch risk minutes advice"),
    ),
    _row(Command.FOLLOW_PREVIOUS, mark("Follow what comes before"), ("Ctrl+J",), "link"),
    Action(
        Command.COMPACT.value,
        mark("Close the gaps between them"),
        Group.BLOCK,
        _does(Command.COMPACT),
        ("Ctrl+L",),
        "arrows-vertical",
        _while_several,
        Scope.TIMELINE,
    ),
    _row(Command.UNSCHEDULE, mark("Take off the day"), ("Ctrl+Backspace",), "inbox"),
    _row(Command.DELETE, mark("Delete"), ("Del", "Backspace", "Ctrl+Del"), "trash"),
)

_VIEWS = (
    Action(
        "select_day",
        mark("Select the whole day"),
        Group.VIEW,
        lambda window: carrying.select_day(window.context),
        ("Ctrl+A",),
        is_enabled=while_open,
        scope=Scope.TIMELINE,
    ),
    Action(
        "zoom_in",
        mark("Show fewer hours"),
        Group.VIEW,
        _left_to_the_timeline,
        ("Ctrl++", "Ctrl+="),
        "zoom-in",
        while_open,
        Scope.TIMELINE,
        is_in_menu=False,
    ),
    Action(
        "zoom_out",
        mark("Show more hours"),
        Group.VIEW,
        _left_to_the_timeline,
        ("Ctrl+-",),
        "zoom-out",
        while_open,
        Scope.TIMELINE,
        is_in_menu=False,
    ),
    Action(
        "fit_day",
        mark("Fit the day"),
        Group.VIEW,
        _left_to_the_timeline,
        ("Ctrl+0",),
        "zoom-reset",
        while_open,
        Scope.TIMELINE,
        is_in_menu=False,
    ),
    Action(
        "earlier_day",
        mark("Earlier day"),
        Group.VIEW,
        lambda window: carrying.show_neighbour_day(window.context, -1),
        ("Ctrl+PgUp",),
        "chevron-left",
        while_open,
    ),
    Action(
        "later_day",
        mark("Later day"),
        Group.VIEW,
        lambda window: carrying.show_neighbour_day(window.context, 1),
        ("Ctrl+PgDown",),
        "chevron-right",
        while_open,
    ),
)

BLOCK_ACTIONS: tuple[Action, ...] = (*_WHOLES, *_STEPS, *_VIEWS)
"""In the order of menu and key sheet."""
