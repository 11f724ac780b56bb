"""Gestures: what presses, moves and releases of a pointer mean. A state machine without Qt.

It remembers times, not pixels: zooming or scrolling in the middle of a drag changes nothing.
"""

from collections.abc import Callable, Mapping

from planner.domain.blocks import Timebox
from planner.domain.edits.blocks import AddBlock
from planner.domain.ids import BlockId
from planner.ui.timeline import proposals
from planner.ui.timeline.board import Board, Item, Target
from planner.ui.timeline.holds import Drag, Hold
from planner.ui.timeline.moves import moving
from planner.ui.timeline.pointers import (
    Button,
    Feedback,
    GestureKind,
    Modifier,
    Place,
    Pointer,
    Release,
)
from planner.ui.timeline.snapping import snapped_edge
from planner.ui.timeline.stretches import banding, creating, resizing, scheduling
from planner.ui.timeline.zones import Zone

THRESHOLD = 5.0
"""How far a pointer must go, in pixels, before a click becomes a drag."""

_ADDING = Modifier.CTRL | Modifier.SHIFT

_KINDS: Mapping[Zone, GestureKind] = {
    Zone.BODY: GestureKind.MOVE,
    Zone.TOP: GestureKind.RESIZE_START,
    Zone.BOTTOM: GestureKind.RESIZE_END,
}

_FEEDBACKS: Mapping[GestureKind, Callable[[Drag], Feedback]] = {
    GestureKind.MOVE: moving,
    GestureKind.RESIZE_START: resizing,
    GestureKind.RESIZE_END: resizing,
    GestureKind.CREATE: creating,
    GestureKind.SCHEDULE: scheduling,
    GestureKind.RUBBER_BAND: banding,
}


class Gestures:
    """The gestures on one board. Put another ``board`` in place whenever the picture changes.

    ``selection`` is what is selected; put it in place, too, where others have changed it.
    """

    def __init__(self, board: Board, selection: tuple[BlockId, ...] = ()) -> None:
        self._board = board
        self.selection = selection
        self._hold: Hold | None = None

    @property
    def board(self) -> Board:
        """Return the picture that the gestures are made on."""
        return self._board

    @board.setter
    def board(self, board: Board) -> None:
        self._board = board
        if self._hold is not None and self._hold.item is not None:
            item = _same_item(self._hold.item, self._hold.column_key, board)
            if item is None:  # Somebody else has taken it away meanwhile.
                self._hold = None
            else:
                self._hold.item = item

    @property
    def is_dragging(self) -> bool:
        """Say whether a drag is under way, which `cancel` would end."""
        return self._hold is not None and self._hold.is_dragging

    def press(self, pointer: Pointer) -> tuple[BlockId, ...]:
        """Begin a gesture; return what is selected now."""
        self._hold = None
        if pointer.button is not Button.LEFT or pointer.place is not Place.DAY:
            return self.selection
        target = self.board.target_at(pointer.x, pointer.y, self.selection)
        self._hold = self._held(pointer, target)
        if target is not None and not pointer.modifiers & _ADDING:
            self._select_held(target.item.block)
        return self.selection

    def press_waiting(self, block: BlockId, pointer: Pointer) -> tuple[BlockId, ...]:
        """Begin to drag a block out of the tray; return what is selected now."""
        grip = self.board.scale.seconds_at(pointer.y)
        self._hold = Hold(pointer, GestureKind.SCHEDULE, grip, block=block)
        self.selection = (block,)
        return self.selection

    def move(self, pointer: Pointer) -> Feedback | None:
        """Return what would happen if the pointer was released here; None while nothing is dragged."""
        hold = self._hold
        if hold is None or not _is_drag(hold, pointer):
            return None
        return _FEEDBACKS[hold.kind](Drag(self.board, hold, pointer, self._dragged(hold)))

    def release(self, pointer: Pointer) -> Release:
        """End the gesture; without a drag it was a click, which selects."""
        feedback = self.move(pointer)
        hold, self._hold = self._hold, None
        if hold is None:
            return Release(None, self.selection)
        if feedback is None:
            self.selection = self._clicked(hold, pointer)
            return Release(None, self.selection)
        self.selection = self._after(hold, feedback, pointer)
        return Release(feedback.edit, self.selection)

    def cancel(self) -> None:
        """Forget the gesture; nothing has changed, and what is still held does nothing any more."""
        self._hold = None

    def double_click(self, pointer: Pointer) -> Release:
        """Create a block of the usual length where there is none."""
        self._hold = None
        column = self.board.strip.column_at(pointer.x)
        is_free = self.board.target_at(pointer.x, pointer.y, self.selection) is None
        if column is None or not is_free or pointer.button is not Button.LEFT:
            return Release(None, self.selection)
        plan = self.board.plan
        hold = Hold(pointer, GestureKind.CREATE, self.board.scale.seconds_at(pointer.y))
        pull = Drag(self.board, hold, pointer, ()).magnet()
        start, _ = snapped_edge(self.board.scale.moment_at(pointer.y), pull)
        timebox = Timebox(start, plan.policy.default_duration)
        block = proposals.created(plan, self.board.columns[column], timebox)
        self.selection = (block.id,)
        return Release(AddBlock(block), self.selection)

    def _held(self, pointer: Pointer, target: Target | None) -> Hold:
        grip = self.board.scale.seconds_at(pointer.y)
        if target is not None:
            column = self.board.columns[target.item.column].key
            kind = _KINDS[target.zone]
            return Hold(pointer, kind, grip, target.item, target.item.block, column)
        is_band = pointer.holds(Modifier.SHIFT)
        return Hold(pointer, GestureKind.RUBBER_BAND if is_band else GestureKind.CREATE, grip)

    def _select_held(self, block: BlockId) -> None:
        if block not in self.selection:
            self.selection = (block,)

    def _dragged(self, hold: Hold) -> tuple[BlockId, ...]:
        """Return what moves: the block that is held, with those selected with it on this day."""
        if hold.block is None:
            return ()
        if hold.item is None or hold.block not in self.selection:
            return (hold.block,)
        return tuple(block for block in self.selection if block in self.board.of_block)

    def _clicked(self, hold: Hold, pointer: Pointer) -> tuple[BlockId, ...]:
        adds = bool(pointer.modifiers & _ADDING)
        if hold.block is None:
            return self.selection if adds else ()
        if not adds:
            return (hold.block,)
        if hold.block in self.selection:
            return tuple(block for block in self.selection if block != hold.block)
        return (*self.selection, hold.block)

    def _after(self, hold: Hold, feedback: Feedback, pointer: Pointer) -> tuple[BlockId, ...]:
        """Return what is selected after a drag: copies and new blocks, what a band touches."""
        if feedback.band is not None:
            kept = self.selection if pointer.holds(Modifier.CTRL) else ()
            return tuple(dict.fromkeys((*kept, *self.board.within(feedback.band))))
        if feedback.edit is None:
            return self.selection
        if feedback.is_copy:
            return tuple(draft.new for draft in hold.copies.values())
        if hold.made is not None:
            return (hold.made.id,)
        is_selected = hold.block is None or hold.block in self.selection
        return self.selection if is_selected or hold.block is None else (hold.block,)


def _is_drag(hold: Hold, pointer: Pointer) -> bool:
    away = max(abs(pointer.x - hold.pointer.x), abs(pointer.y - hold.pointer.y))
    hold.is_dragging = hold.is_dragging or away >= THRESHOLD
    return hold.is_dragging


def _same_item(item: Item, column: tuple[str, str] | None, board: Board) -> Item | None:
    """Return the item that is the same block in the same column of another board."""
    items = board.of_block.get(item.block, ())
    return next((i for i in items if board.columns[i.column].key == column), None)
