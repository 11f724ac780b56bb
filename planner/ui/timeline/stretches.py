"""Stretches: drags of an edge, of a new block, of one that waits, of a rubber band. Without Qt."""

from dataclasses import replace
from datetime import timedelta

from planner.domain.blocks import Timebox
from planner.domain.edits.blocks import AddBlock
from planner.domain.ids import BlockId
from planner.domain.times import Moment
from planner.ui.timeline import proposals
from planner.ui.timeline.geometry import Rect
from planner.ui.timeline.holds import Drag
from planner.ui.timeline.pointers import Feedback, GestureKind, Modifier, Place
from planner.ui.timeline.snapping import GRID, Magnet, snapped_edge


def resizing(drag: Drag) -> Feedback:
    """Return what would happen to the block whose edge is dragged."""
    hold = drag.hold
    if hold.item is None or drag.pointer.place is not Place.DAY:
        return Feedback(hold.kind, leader=hold.block)
    is_start = hold.kind is GestureKind.RESIZE_START
    placed, block = hold.item.placed, hold.item.block
    edge = placed.start if is_start else placed.end
    at = _on_clock_of(drag, block, edge + drag.seconds)
    wanted, line = snapped_edge(at, drag.magnet(edge))
    is_ripple = drag.pointer.holds(Modifier.SHIFT) and not is_start
    if is_start:
        edit = proposals.resize_start(drag.plan, block, wanted)
    else:
        edit = proposals.resize_end(drag.plan, block, wanted, pushes=is_ripple)
    feedback = Feedback(
        hold.kind,
        edit,
        leader=block,
        start=placed.start,
        end=placed.end,
        line=None if line == edge else line,
        column=hold.item.column,
        is_ripple=is_ripple,
    )
    return _with_times(drag.tried(feedback, {block: block}))


def creating(drag: Drag) -> Feedback:
    """Return what would be created between the press and the pointer, whichever is higher."""
    column = drag.board.strip.column_at(drag.hold.pointer.x)
    if column is None or drag.pointer.place is not Place.DAY:
        return Feedback(GestureKind.CREATE)
    timebox, line = _drawn_timebox(drag, drag.magnet())
    made = drag.hold.made
    if made is None:
        made = proposals.created(drag.plan, drag.board.columns[column], timebox)
    drag.hold.made = made = replace(made, timebox=timebox)
    feedback = Feedback(
        GestureKind.CREATE, AddBlock(made), leader=made.id, line=line, column=column
    )
    return _with_times(drag.tried(feedback, {made.id: made.id}, (None, column)))


def scheduling(drag: Drag) -> Feedback:
    """Return what would happen to a block that is dragged out of the tray."""
    column, block = drag.board.strip.column_at(drag.pointer.x), drag.hold.block
    if block is None or column is None or drag.pointer.place is not Place.DAY:
        return Feedback(GestureKind.SCHEDULE, leader=block)
    at = drag.board.scale.moment_at(drag.pointer.y)
    start, line = snapped_edge(at, drag.magnet())
    edit = proposals.schedule(drag.plan, block, start, drag.board.columns[column])
    feedback = Feedback(GestureKind.SCHEDULE, edit, leader=block, line=line, column=column)
    return _with_times(drag.tried(feedback, {block: block}, (None, column)))


def banding(drag: Drag) -> Feedback:
    """Return the rectangle between the press and the pointer; what it touches is selected."""
    pressed_y = drag.board.scale.y_of(drag.hold.grip)
    left, right = sorted((drag.hold.pointer.x, drag.pointer.x))
    top, bottom = sorted((pressed_y, drag.pointer.y))
    band = Rect(left, top, right - left, bottom - top)
    return Feedback(GestureKind.RUBBER_BAND, band=band)


def _drawn_timebox(drag: Drag, pull: Magnet) -> tuple[Timebox, int | None]:
    scale = drag.board.scale
    fixed, _ = snapped_edge(scale.moment_of(drag.hold.grip), pull)
    moving, line = snapped_edge(scale.moment_at(drag.pointer.y), pull)
    if fixed.instant == moving.instant:
        goes_up = drag.seconds < 0 or fixed.instant.timestamp() >= pull.last
        moving, line = fixed.moved(-GRID if goes_up else GRID), None
    start, end = min(fixed, moving), max(fixed, moving)
    return Timebox(start, end.instant - start.instant), line


def _on_clock_of(drag: Drag, block: BlockId, seconds: float) -> Moment:
    """Return a moment on the clocks of the block's own place, which may not be those of the day."""
    start = drag.board.agenda.by_block[block].timebox.start
    return start.moved(timedelta(seconds=round(seconds - start.instant.timestamp())))


def _with_times(feedback: Feedback) -> Feedback:
    """Return the feedback with the times that its edit gives the leader."""
    for ghost in feedback.ghosts:
        if ghost.block == feedback.leader:
            return replace(feedback, start=ghost.start, end=ghost.end)
    return feedback
