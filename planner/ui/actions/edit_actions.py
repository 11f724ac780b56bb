"""Actions that every view has: undo, redo."""

from planner.i18n import mark
from planner.ui.actions.action import Action, Group
from planner.ui.desk import Desk


def _undo_label(desk: Desk) -> str:
    return desk.language.text("Undo: {label}", label=desk.undo_label) if desk.undo_label else ""


def _redo_label(desk: Desk) -> str:
    return desk.language.text("Redo: {label}", label=desk.redo_label) if desk.redo_label else ""


EDIT_ACTIONS = (
    Action(
        "undo",
        mark("Undo"),
        Group.EDIT,
        lambda window: window.context.desk.undo(),
        ("Ctrl+Z",),
        "arrow-back-up",
        lambda desk: bool(desk.undo_label),
        label=_undo_label,
    ),
    Action(
        "redo",
        mark("Redo"),
        Group.EDIT,
        lambda window: window.context.desk.redo(),
        ("Ctrl+Shift+Z", "Ctrl+Y"),
        "arrow-forward-up",
        lambda desk: bool(desk.redo_label),
        label=_redo_label,
    ),
)
