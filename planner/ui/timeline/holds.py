"""Holds: what was pressed and is being dragged, with all that a drag looks up. Without Qt."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from planner.domain.blocks import Block
from planner.domain.edits.blocks import DuplicateBlock
from planner.domain.edits.fresh import copy_of
from planner.domain.errors import PlannerError
from planner.domain.ids import BlockId
from planner.domain.plan import Plan
from planner.domain.times import MINUTE
from planner.ui.timeline.board import Board, Item
from planner.ui.timeline.ghosts import ghosts_after, ghosts_moved
from planner.ui.timeline.pointers import Feedback, GestureKind, Modifier, Pointer
from planner.ui.timeline.snapping import Magnet, magnet


@dataclass(slots=True, eq=False)
class Hold:
    """What was pressed, and where: ``grip`` is the moment under the pointer, in seconds.

    The ids of copies and of a new block are drawn once, so that they stay the same for the whole
    gesture.
    """

    pointer: Pointer
    kind: GestureKind
    grip: float
    item: Item | None = None
    block: BlockId | None = None
    column_key: tuple[str, str] | None = None
    is_dragging: bool = False
    copies: dict[BlockId, DuplicateBlock] = field(default_factory=dict)
    made: Block | None = None

    def copy_of(self, block: BlockId) -> DuplicateBlock:
        """Return the draft of a block's copy."""
        if block not in self.copies:
            self.copies[block] = copy_of(block)
        return self.copies[block]


@dataclass(frozen=True, slots=True, eq=False)
class Drag:
    """One step of a drag: the board, what is held and what moves with it, and the pointer."""

    board: Board
    hold: Hold
    pointer: Pointer
    dragged: tuple[BlockId, ...]

    @property
    def plan(self) -> Plan:
        """Return the plan as it is."""
        return self.board.plan

    @property
    def seconds(self) -> float:
        """Return how far the pointer has gone, in seconds of the day."""
        return self.board.scale.seconds_at(self.pointer.y) - self.hold.grip

    def magnet(self, *own: int) -> Magnet:
        """Return what draws what is dragged: others' edges, and its ``own`` old ones.

        Its old place draws too, so that what was on no grid can be put back where it was.
        """
        is_fine = self.pointer.holds(Modifier.ALT)
        edges = self.board.edges(self.dragged)
        seconds_per_pixel = MINUTE.total_seconds() / self.board.scale.pixels_per_minute
        return magnet({*edges, *own}, seconds_per_pixel, self.board.limits, is_fine=is_fine)

    def tried(
        self,
        feedback: Feedback,
        dragged: Mapping[BlockId, BlockId],
        step: tuple[int | None, int | None] = (None, None),
    ) -> Feedback:
        """Return the feedback with ghosts of all that would change; if refused, with the reason."""
        shift = feedback.start - self.hold.item.placed.start if self.hold.item is not None else 0
        if feedback.edit is None:
            return replace(feedback, ghosts=ghosts_moved(self.board, self.dragged, shift))
        try:
            after = feedback.edit.apply(self.plan)
        except PlannerError as refusal:
            ghosts = ghosts_moved(self.board, self.dragged, shift)
            return replace(feedback, edit=None, ghosts=ghosts, refusal=refusal)
        return replace(feedback, ghosts=ghosts_after(self.board, after, dragged, step))
