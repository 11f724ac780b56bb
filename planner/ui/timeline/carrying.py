"""Carrying out commands of the keyboard on the desk, wherever they were given."""

from collections.abc import Sequence

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from planner.domain.blocks import Block
from planner.domain.edits.base import Edit
from planner.domain.ids import BlockId
from planner.ui.context import Context
from planner.ui.timeline.board import Board
from planner.ui.timeline.day_layout import DayLayout, laid_out
from planner.ui.timeline.faces import times_of, title_of
from planner.ui.timeline.focus import Selection, Step, focused_item, stepped
from planner.ui.timeline.keys import Command, edit_for, paste
from planner.ui.timeline.places import kept_arrangement, kept_column
from planner.ui.timeline.visible import neighbour_day
from planner.ui.undo_offer import tell_done

ORIGIN = "keys"

_MIME = "application/x-interview-blocks"
_MAKING = frozenset({Command.DUPLICATE, Command.BREAK_AFTER})


def carry_out(context: Context, command: Command) -> None:
    """Do a command to what is selected; new blocks are selected, beside removed ones a neighbour."""
    board = board_of(context)
    if board is None:
        return
    selection = Selection(context.desk.selection, kept_column(context.memory))
    edit = edit_for(command, board, selection)
    if edit is None:
        return
    if command is Command.DELETE:
        _remove(context, edit, _beside(board, selection))
        return
    made = apply(context, edit)
    if made and command in _MAKING:
        context.desk.select(made)


def apply(context: Context, edit: Edit) -> tuple[BlockId, ...]:
    """Make an edit, and return the blocks that came with it."""
    before = context.desk.plan.blocks
    context.desk.apply(edit, ORIGIN)
    return tuple(block for block in context.desk.plan.blocks if block not in before)


def board_of(context: Context) -> Board | None:
    """Return the shown day as keys see it: its columns and blocks; pixels do not matter."""
    desk = context.desk
    if not desk.is_open or desk.day is None:
        return None
    layout = DayLayout(desk.day, kept_arrangement(context.memory))
    return laid_out(desk.agenda, layout, desk.projection)


def copy_selected(context: Context) -> None:
    """Put the selected blocks on the clipboard: for this program, and as lines of text for others."""
    blocks = [context.desk.plan.block(block) for block in context.desk.selection]
    if not blocks:
        return
    data = QMimeData()
    names = "\n".join([context.desk.plan.id, *(block.id for block in blocks)])
    data.setData(_MIME, names.encode())
    data.setText("\n".join(_line(context, block) for block in blocks))
    QGuiApplication.clipboard().setMimeData(data)


def paste_copied(context: Context) -> None:
    """Put copies of the blocks on the clipboard after the focused one, or on the shown day."""
    board = board_of(context)
    blocks = _copied(context)
    if board is None or not blocks:
        return
    selection = Selection(context.desk.selection)
    is_their_day = any(block.id in board.of_block for block in blocks)
    after = selection.focus if selection.focus in board.of_block else None
    edit = paste(board, blocks, after if is_their_day else None)
    made = () if edit is None else apply(context, edit)
    if made:
        context.desk.select(made)


def select_day(context: Context) -> None:
    """Select every block of the shown day."""
    board = board_of(context)
    if board is not None:
        context.desk.select(board.of_block)


def show_neighbour_day(context: Context, direction: int) -> None:
    """Show the next date, or the one before, whether anything is planned on it or not."""
    desk = context.desk
    if desk.is_open and desk.day is not None:
        day = neighbour_day(desk.day, direction)
        if day is not None:
            desk.show_day(day)


def _remove(context: Context, edit: Edit, beside: Sequence[BlockId]) -> None:
    """Remove blocks, select who stands beside them, and offer to take that back."""
    before = context.desk.plan.blocks
    if not context.desk.apply(edit, ORIGIN):
        return
    context.desk.select(block for block in beside if block in context.desk.plan.blocks)
    gone = len(before.keys() - context.desk.plan.blocks.keys())
    told = context.language.count("{n} block was removed.", "{n} blocks were removed.", gone)
    tell_done(context, told, edit)


def _beside(board: Board, selection: Selection) -> Sequence[BlockId]:
    """Return who gets the selection when the selected blocks go: what comes later, or before."""
    item = focused_item(board, selection)
    if item is None:
        return ()
    for step in (Step.LATER, Step.EARLIER):
        found = selection
        for _ in board.by_column[item.column]:
            found = stepped(board, found, step)
            if found.focus is not None and found.focus not in selection.blocks:
                return (found.focus,)
    return ()


def _copied(context: Context) -> list[Block]:
    data: QMimeData | None = QGuiApplication.clipboard().mimeData()  # None: nobody copied yet
    plan = context.desk.plan
    if data is None or not data.hasFormat(_MIME):
        return []
    source, *names = bytes(data.data(_MIME).data()).decode(errors="replace").split("\n")
    found = (plan.blocks.get(BlockId(name)) for name in names if source == plan.id)
    return [block for block in found if block is not None]


def _line(context: Context, block: Block) -> str:
    times = times_of(block, context.desk.plan, context.language)
    return f"{times} {title_of(block, context.language)}".strip()
