"""Moves: drags of whole blocks in time, from column to column, and into the tray. Without Qt."""

from dataclasses import dataclass, replace
from datetime import timedelta

from planner.domain.edits.base import Edit
from planner.domain.errors import PlannerError
from planner.domain.ids import BlockId
from planner.domain.times import MINUTE, ZERO
from planner.ui.timeline import proposals
from planner.ui.timeline.board import Item
from planner.ui.timeline.holds import Drag
from planner.ui.timeline.pointers import Feedback, GestureKind, Modifier, Place
from planner.ui.timeline.snapping import Snapped, snapped_move

_WOBBLE = 8.0
"""Pixels up or down that a drag to another column may go without meaning another time."""


@dataclass(frozen=True, slots=True)
class _Step:
    """From which column to which the blocks go, and the edits that this means for them."""

    source: int
    target: int
    edits: tuple[Edit, ...] = ()
    hindrance: PlannerError | None = None


def moving(drag: Drag) -> Feedback:
    """Return what would happen to the blocks that are dragged, or to copies of them."""
    item, pointer = drag.hold.item, drag.pointer
    if item is None or pointer.place is Place.OUTSIDE:
        return Feedback(GestureKind.MOVE, leader=drag.hold.block)
    if pointer.place is Place.TRAY:
        edit = proposals.unschedule(drag.dragged)
        return Feedback(GestureKind.UNSCHEDULE, edit, leader=drag.hold.block)
    moved = _moved(drag, item)
    if pointer.holds(Modifier.CTRL):
        return _copying(drag, item, moved)
    step = _step(drag, item, {block: block for block in drag.dragged})
    is_ripple = pointer.holds(Modifier.SHIFT)
    if is_ripple:
        edit = proposals.push(drag.plan, drag.dragged, moved.delta)
    else:
        edit = proposals.move(drag.dragged, moved.delta)
    feedback = replace(
        _feedback(item, moved, step.target),
        edit=proposals.together((edit, *step.edits)),
        is_ripple=is_ripple,
        hindrance=step.hindrance,
    )
    own = {block: block for block in drag.dragged}
    return drag.tried(feedback, own, (step.source, step.target))


def _copying(drag: Drag, item: Item, moved: Snapped) -> Feedback:
    drafts = [drag.hold.copy_of(block) for block in drag.dragged]
    origins = {draft.new: draft.block for draft in drafts}
    step = _step(drag, item, origins)
    edit = proposals.together((*(proposals.copy(d, moved.delta) for d in drafts), *step.edits))
    if not moved.delta and not step.edits:
        edit = None  # A copy that lies exactly on its original would not be seen.
    feedback = replace(
        _feedback(item, moved, step.target), edit=edit, is_copy=True, hindrance=step.hindrance
    )
    return drag.tried(feedback, origins, (step.source, step.target))


def _feedback(item: Item, moved: Snapped, column: int) -> Feedback:
    seconds = int(moved.delta.total_seconds())
    return Feedback(
        GestureKind.MOVE,
        leader=item.block,
        start=item.placed.start + seconds,
        end=item.placed.end + seconds,
        line=moved.line,
        column=column,
    )


def _moved(drag: Drag, item: Item) -> Snapped:
    """Return the one delta by which all that are dragged move.

    A hand that goes to another column does not go straight: there a block keeps its time.
    """
    if _is_sideways(drag, item):
        return Snapped(ZERO)
    entry = drag.board.agenda.by_block[item.block]
    placed = [drag.board.of_block[block][0].placed for block in drag.dragged]
    extent = (min(p.start for p in placed), max(p.end for p in placed))
    found = snapped_move(
        entry.timebox.start,
        timedelta(seconds=entry.length),
        timedelta(seconds=drag.seconds),
        drag.magnet(entry.start, entry.end),
        extent,
    )
    return found if found.delta else Snapped(found.delta)


def _is_sideways(drag: Drag, item: Item) -> bool:
    wobble = abs(drag.seconds) / MINUTE.total_seconds() * drag.board.scale.pixels_per_minute
    over = drag.board.strip.column_at(drag.pointer.x)
    is_elsewhere = over is not None and over != item.column
    return is_elsewhere and wobble <= _WOBBLE and not drag.pointer.holds(Modifier.ALT)


def _step(drag: Drag, item: Item, origins: dict[BlockId, BlockId]) -> _Step:
    """Return where the blocks go; they stay where the column says nothing about any of them.

    ``origins`` maps what is moved, which may be a copy, to the block that is there now.
    """
    stays = _Step(item.column, item.column)
    over = drag.board.strip.column_at(drag.pointer.x)
    if over is None or over == item.column:
        return stays
    source, target = drag.board.columns[item.column], drag.board.columns[over]
    own = {placed.block for placed in source.placed}
    blocks = [
        replace(drag.plan.block(origin), id=moved)
        for moved, origin in origins.items()
        if origin in own
    ]
    edits = [proposals.reassignment(block, source, target) for block in blocks]
    real = tuple(edit for edit in edits if edit is not None)
    if real:
        return _Step(item.column, over, real)
    reasons = (proposals.hindrance(block, source, target) for block in blocks)
    found = next((reason for reason in reasons if reason is not None), None)
    return replace(stays, hindrance=found)
