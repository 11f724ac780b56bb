"""The offer to take a step back, told beside the news that it was made."""

from planner.domain.edits.base import Edit
from planner.ui.context import Context
from planner.ui.messages import Offer


def tell_done(context: Context, text: str, edit: Edit) -> None:
    """Say that an edit was made, and offer to undo it."""
    offer = Offer(context.language.text("Undo"), lambda: take_back(context, edit))
    context.messages.say_done(text, offer)


def take_back(context: Context, edit: Edit) -> None:
    """Undo an edit, but never a step that was made after it."""
    desk = context.desk
    step = desk.workspace.undoable if desk.is_open else None
    if step is not None and step.edit is edit:
        desk.undo()
    else:
        text = context.language.text("Other steps came after it. Undo those first.")
        context.messages.say(text)
