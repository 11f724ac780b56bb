"""Keys: what each command of the keyboard does to a plan. The same edits as by mouse; no Qt."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from enum import StrEnum
from functools import partial

from planner.domain.blocks import Block
from planner.domain.edits.base import Edit
from planner.domain.edits.blocks import AddBlock, RemoveBlocks, SplitBlock, copied
from planner.domain.edits.fresh import (
    break_after,
    copy_of,
    fresh_block_id,
    fresh_calendar_mark,
    split_of,
)
from planner.domain.edits.sequence import Compact, FollowPrevious, SwapNeighbours
from planner.domain.ids import BlockId
from planner.domain.slots import SHORTEST, snapped
from planner.domain.times import MINUTE, Moment
from planner.schedule.agenda import Entry
from planner.ui.timeline import proposals
from planner.ui.timeline.board import Board
from planner.ui.timeline.focus import Selection, focused_item
from planner.ui.timeline.snapping import FINE_GRID, GRID, Magnet, snapped_edge, snapped_move


class Command(StrEnum):
    """What the keyboard can do to the selected blocks."""

    MOVE_EARLIER = "move_earlier"
    MOVE_LATER = "move_later"
    NUDGE_EARLIER = "nudge_earlier"
    NUDGE_LATER = "nudge_later"
    PUSH_EARLIER = "push_earlier"
    PUSH_LATER = "push_later"
    START_EARLIER = "start_earlier"
    START_LATER = "start_later"
    END_EARLIER = "end_earlier"
    END_LATER = "end_later"
    STRETCH_EARLIER = "stretch_earlier"
    STRETCH_LATER = "stretch_later"
    TO_PREVIOUS_COLUMN = "to_previous_column"
    TO_NEXT_COLUMN = "to_next_column"
    SWAP_EARLIER = "swap_earlier"
    SWAP_LATER = "swap_later"
    DUPLICATE = "duplicate"
    DELETE = "delete"
    UNSCHEDULE = "unschedule"
    SPLIT = "split"
    BREAK_AFTER = "break_after"
    FOLLOW_PREVIOUS = "follow_previous"
    COMPACT = "compact"


def edit_for(command: Command, board: Board, selection: Selection) -> Edit | None:
    """Return the edit that a command means for the selection; None where it means nothing.

    Whether the plan takes the edit shows when it is applied, as for any other.
    """
    waiting = board.plan.blocks if command is Command.DELETE else {}
    blocks = tuple(b for b in selection.blocks if b in board.of_block or _waits(waiting, b))
    chosen = replace(selection, blocks=blocks)
    return _EDITS[command](board, chosen) if chosen.blocks else None


def _waits(blocks: Mapping[BlockId, Block], block: BlockId) -> bool:
    return block in blocks and blocks[block].timebox is None


def paste(board: Board, blocks: Sequence[Block], after: BlockId | None = None) -> Edit | None:
    """Return the edit that adds copies of blocks to the shown day.

    The first one starts where ``after`` ends, else at the time of day that it had; the others keep
    their distance from it. What waits to be scheduled will wait again.
    """
    starts = [block.timebox.start for block in blocks if block.timebox is not None]
    shift = _paste_shift(board, min(starts), after) if starts else timedelta()
    return proposals.together(AddBlock(_pasted(block, shift)) for block in blocks)


def splitting(board: Board, block: BlockId, at: Moment | None = None) -> SplitBlock | None:
    """Return the edit that cuts a block in two at a moment, or in its middle."""
    entry = board.agenda.by_block.get(block)
    if entry is None:
        return None
    start = entry.timebox.start
    middle = snapped(start.moved(timedelta(seconds=entry.length / 2)), GRID)
    cut = middle if at is None else snapped(at, GRID)
    is_inside = entry.start < cut.instant.timestamp() < entry.end
    return split_of(block, cut) if is_inside else None


def _move(board: Board, chosen: Selection, step: timedelta, *, pushes: bool = False) -> Edit | None:
    leader = _leader(board, chosen)
    placed = [board.of_block[block][0].placed for block in chosen.blocks]
    moved = snapped_move(
        leader.timebox.start,
        timedelta(seconds=leader.length),
        step,
        _grid(board, step),
        (min(p.start for p in placed), max(p.end for p in placed)),
    )
    if pushes:
        return proposals.push(board.plan, chosen.blocks, moved.delta)
    return proposals.move(chosen.blocks, moved.delta)


def _move_start(board: Board, chosen: Selection, step: timedelta) -> Edit | None:
    start = _leader(board, chosen).timebox.start.moved(step)
    wanted, _ = snapped_edge(start, _grid(board, step))
    return proposals.resize_start(board.plan, _leader(board, chosen).block.id, wanted)


def _move_end(
    board: Board, chosen: Selection, step: timedelta, *, pushes: bool = False
) -> Edit | None:
    leader = _leader(board, chosen)
    end = leader.timebox.start.moved(timedelta(seconds=leader.length) + step)
    wanted, _ = snapped_edge(end, _grid(board, step))
    return proposals.resize_end(board.plan, leader.block.id, wanted, pushes=pushes)


def _reassign(board: Board, chosen: Selection, direction: int) -> Edit | None:
    """Return the edit for the next column in a direction that means anything for the blocks."""
    item = focused_item(board, chosen)
    if item is None:
        return None
    source = board.columns[item.column]
    own = {placed.block for placed in source.placed}
    blocks = [board.plan.block(block) for block in chosen.blocks if block in own]
    end = len(board.columns) if direction > 0 else -1
    for column in range(item.column + direction, end, direction):
        target = board.columns[column]
        edit = proposals.together(proposals.reassignment(b, source, target) for b in blocks)
        if edit is not None:
            return edit
    return None


def _swap(board: Board, chosen: Selection, direction: int) -> Edit | None:
    item = focused_item(board, chosen)
    if item is None:
        return None
    items = board.by_column[item.column]
    place = items.index(item) + direction
    if not 0 <= place < len(items):
        return None
    first, second = sorted((item, items[place]), key=lambda found: found.placed.start)
    return SwapNeighbours(first.block, second.block)


def _duplicate(board: Board, chosen: Selection) -> Edit | None:
    """Return the edit that puts copies right after what they are copies of."""
    placed = [board.of_block[block][0].placed for block in chosen.blocks]
    extent = max(p.end for p in placed) - min(p.start for p in placed)
    shift = timedelta(seconds=extent)
    return proposals.together(copy_of(block, shift) for block in chosen.blocks)


def _delete(_board: Board, chosen: Selection) -> Edit | None:
    return RemoveBlocks(chosen.blocks)


def _unschedule(_board: Board, chosen: Selection) -> Edit | None:
    return proposals.unschedule(chosen.blocks)


def _split(board: Board, chosen: Selection) -> Edit | None:
    return splitting(board, _leader(board, chosen).block.id)


def _break_after(board: Board, chosen: Selection) -> Edit | None:
    length = max(board.plan.policy.break_minimum, SHORTEST)
    edit = break_after(_leader(board, chosen).block.id, length)
    return replace(edit, absorption=proposals.RIPPLE)


def _follow_previous(_board: Board, chosen: Selection) -> Edit | None:
    return FollowPrevious(chosen.blocks)


def _compact(_board: Board, chosen: Selection) -> Edit | None:
    return Compact(chosen.blocks) if len(chosen.blocks) > 1 else None


def _leader(board: Board, chosen: Selection) -> Entry:
    """Return the block that keys act on where only one can be meant: the one with the focus."""
    return board.agenda.by_block[chosen.blocks[-1]]


def _grid(board: Board, step: timedelta) -> Magnet:
    size = FINE_GRID if abs(step) < GRID else GRID
    return Magnet(size, (), 0.0, *board.limits)


def _paste_shift(board: Board, first: Moment, after: BlockId | None) -> timedelta:
    entry = board.agenda.by_block.get(after) if after is not None else None
    if entry is not None:
        return timedelta(seconds=entry.end - first.instant.timestamp())
    return first.on(board.day).instant - first.instant


def _pasted(block: Block, shift: timedelta) -> Block:
    box = block.timebox
    moved = None if box is None else replace(box, start=box.start.moved(shift))
    return copied(block, fresh_block_id(), fresh_calendar_mark(), moved)


_EDITS: Mapping[Command, Callable[[Board, Selection], Edit | None]] = {
    Command.MOVE_EARLIER: partial(_move, step=-GRID),
    Command.MOVE_LATER: partial(_move, step=GRID),
    Command.NUDGE_EARLIER: partial(_move, step=-MINUTE),
    Command.NUDGE_LATER: partial(_move, step=MINUTE),
    Command.PUSH_EARLIER: partial(_move, step=-GRID, pushes=True),
    Command.PUSH_LATER: partial(_move, step=GRID, pushes=True),
    Command.START_EARLIER: partial(_move_start, step=-GRID),
    Command.START_LATER: partial(_move_start, step=GRID),
    Command.END_EARLIER: partial(_move_end, step=-GRID),
    Command.END_LATER: partial(_move_end, step=GRID),
    Command.STRETCH_EARLIER: partial(_move_end, step=-GRID, pushes=True),
    Command.STRETCH_LATER: partial(_move_end, step=GRID, pushes=True),
    Command.TO_PREVIOUS_COLUMN: partial(_reassign, direction=-1),
    Command.TO_NEXT_COLUMN: partial(_reassign, direction=1),
    Command.SWAP_EARLIER: partial(_swap, direction=-1),
    Command.SWAP_LATER: partial(_swap, direction=1),
    Command.DUPLICATE: _duplicate,
    Command.DELETE: _delete,
    Command.UNSCHEDULE: _unschedule,
    Command.SPLIT: _split,
    Command.BREAK_AFTER: _break_after,
    Command.FOLLOW_PREVIOUS: _follow_previous,
    Command.COMPACT: _compact,
}
