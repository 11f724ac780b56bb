"""Focus: which blocks are selected, which of them keys act from, and how arrows move that. No Qt."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from planner.domain.ids import BlockId
from planner.ui.timeline.board import Board, Item


class Step(StrEnum):
    """Where the focus goes: along a column in time, or to another column."""

    EARLIER = "earlier"
    LATER = "later"
    LEFT = "left"
    RIGHT = "right"
    FIRST = "first"
    LAST = "last"


@dataclass(frozen=True, slots=True)
class Selection:
    """The selected blocks; ``column`` is the key of the column in which the last one has the focus."""

    blocks: tuple[BlockId, ...] = ()
    column: tuple[str, str] | None = None

    @property
    def focus(self) -> BlockId | None:
        """Return the block from which keys act: the one selected last."""
        return self.blocks[-1] if self.blocks else None


def focused_item(board: Board, selection: Selection) -> Item | None:
    """Return the item that has the focus; None where the block is not shown."""
    items = board.of_block.get(selection.focus, ()) if selection.focus is not None else ()
    own = (i for i in items if board.columns[i.column].key == selection.column)
    return next(own, items[0] if items else None)


def stepped(board: Board, selection: Selection, step: Step, *, extends: bool = False) -> Selection:
    """Return the selection after an arrow key; with ``extends`` what was selected stays so."""
    item = focused_item(board, selection)
    found = _STEPS[step](board, item) if item is not None else next(board.items, None)
    if found is None:
        return selection
    others = tuple(block for block in selection.blocks if block != found.block) if extends else ()
    return Selection((*others, found.block), board.columns[found.column].key)


def everything(board: Board, selection: Selection) -> Selection:
    """Return the selection of all blocks that are shown; the focus stays."""
    kept = () if selection.focus is None else (selection.focus,)
    others = tuple(block for block in board.of_block if block not in kept)
    return replace(selection, blocks=(*others, *kept))


def _earlier(board: Board, item: Item) -> Item | None:
    items = board.by_column[item.column]
    place = items.index(item)
    return items[place - 1] if place else None


def _later(board: Board, item: Item) -> Item | None:
    items = board.by_column[item.column]
    place = items.index(item) + 1
    return items[place] if place < len(items) else None


def _left(board: Board, item: Item) -> Item | None:
    return _beside(board, item, range(item.column - 1, -1, -1))


def _right(board: Board, item: Item) -> Item | None:
    return _beside(board, item, range(item.column + 1, len(board.columns)))


def _beside(board: Board, item: Item, columns: Sequence[int]) -> Item | None:
    """Return the item nearest in time in the first of the columns that has any."""
    for column in columns:
        items = board.by_column[column]
        if items:
            return min(items, key=lambda other: _distance(item, other))
    return None


def _distance(item: Item, other: Item) -> tuple[int, int]:
    apart = max(other.placed.start - item.placed.end, item.placed.start - other.placed.end, 0)
    return apart, abs(other.placed.start - item.placed.start)


_STEPS: Mapping[Step, Callable[[Board, Item], Item | None]] = {
    Step.EARLIER: _earlier,
    Step.LATER: _later,
    Step.LEFT: _left,
    Step.RIGHT: _right,
    Step.FIRST: lambda board, item: board.by_column[item.column][0],
    Step.LAST: lambda board, item: board.by_column[item.column][-1],
}
