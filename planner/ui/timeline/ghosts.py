"""Ghosts: where blocks would be after an edit that is only being thought of. Without Qt."""

from collections.abc import Collection, Iterator, Mapping

from planner.domain.blocks import Block, Timebox
from planner.domain.ids import BlockId
from planner.domain.plan import Plan
from planner.domain.sequences import length_of
from planner.ui.timeline.board import Board
from planner.ui.timeline.columns import Column
from planner.ui.timeline.pointers import Ghost

_ALONE = (0, 1)


def ghosts_after(
    board: Board,
    after: Plan,
    dragged: Mapping[BlockId, BlockId],
    step: tuple[int | None, int | None] = (None, None),
) -> tuple[Ghost, ...]:
    """Return the blocks that are other in the plan ``after``, in each column that shows them.

    ``dragged`` names what the pointer holds: a block, or a copy, and the block where it comes from.
    ``step`` is the column from which, and to which, it goes. All others are followers.
    """
    return tuple(
        ghost
        for block, timebox in _changed(board.plan, after)
        for ghost in _ghosts(board, after, block, timebox, dragged, step)
    )


def ghosts_moved(board: Board, dragged: Collection[BlockId], seconds: int) -> tuple[Ghost, ...]:
    """Return the dragged blocks in their columns, so many seconds later; where no edit is made."""
    return tuple(
        Ghost(
            item.block,
            item.column,
            item.placed.start + seconds,
            item.placed.end + seconds,
            (item.placed.lane, item.placed.lanes),
        )
        for block in dragged
        for item in board.of_block.get(block, ())
    )


def _changed(before: Plan, after: Plan) -> Iterator[tuple[Block, Timebox]]:
    for block_id, block in after.blocks.items():
        if block.timebox is not None and before.blocks.get(block_id) is not block:
            yield block, block.timebox


def _ghosts(
    board: Board,
    after: Plan,
    block: Block,
    timebox: Timebox,
    dragged: Mapping[BlockId, BlockId],
    step: tuple[int | None, int | None],
) -> Iterator[Ghost]:
    start = int(timebox.start.instant.timestamp())
    end = start + int(length_of(timebox, after.policy).total_seconds())
    original = dragged.get(block.id, block.id)
    items = board.of_block.get(original, ())
    lanes = {item.column: (item.placed.lane, item.placed.lanes) for item in items}
    is_dragged = block.id in dragged
    if is_dragged:
        lanes = _stepped(board, lanes, *step)
    for column, lane in lanes.items():
        yield Ghost(block.id, column, start, end, lane, is_follower=not is_dragged)


def _stepped(
    board: Board,
    lanes: Mapping[int, tuple[int, int]],
    source: int | None,
    target: int | None,
) -> dict[int, tuple[int, int]]:
    """Return the columns after a step: a person takes another's place, and comes to a candidate."""
    if target is None or target == source:
        return dict(lanes)
    leaves = source is not None and _are_alike(board.columns[source], board.columns[target])
    kept = {c: lane for c, lane in lanes.items() if not (leaves and c == source)}
    return {**kept, target: _ALONE}


def _are_alike(one: Column, other: Column) -> bool:
    if one.is_of_people or one.is_of_rooms:
        return one.is_of_people == other.is_of_people and one.is_of_rooms == other.is_of_rooms
    return one.kind is other.kind
