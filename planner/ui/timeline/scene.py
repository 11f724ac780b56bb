"""The scene of a day: one item for each block in each column, ghosts, and the grid behind them."""

from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import UTC, datetime
from itertools import chain

from PySide6.QtCore import QLineF, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QGraphicsLineItem, QGraphicsRectItem, QGraphicsScene

from planner.domain.ids import BlockId
from planner.domain.spans import Span
from planner.ui.timeline.block_item import BlockItem
from planner.ui.timeline.block_painting import BlockPainter, State
from planner.ui.timeline.board import Board, Item
from planner.ui.timeline.columns import shading
from planner.ui.timeline.faces import Face
from planner.ui.timeline.focus import Selection, focused_item
from planner.ui.timeline.geometry import Rect
from planner.ui.timeline.ghost_item import GhostFace, GhostItem
from planner.ui.timeline.leave_item import LeaveItem, LeaveMark
from planner.ui.timeline.look import Look

_Key = tuple[BlockId, tuple[str, str]]

LINE_GAP = 44.0
"""The least pixels between two labelled lines."""

_ABOVE_ALL = 20.0


class DayScene(QGraphicsScene):
    """Shows a board. An item is used again as long as its block stands in its column."""

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look
        self._painter = BlockPainter(look)
        self._board: Board | None = None
        self._items: dict[_Key, BlockItem] = {}
        self._ghosts: list[GhostItem] = []
        self._leaves: list[LeaveItem] = []
        self._near = range(0)
        self._face_of: Callable[[Item], Face] | None = None
        self._of_block: dict[BlockId, list[BlockItem]] = {}
        self._marked: set[BlockId] = set()
        self._shades: dict[int, tuple[Rect, ...]] = {}
        self._lines: list[tuple[float, str]] = []
        self._line = self._made_line()
        self._band = self._made_band()

    @property
    def blocks(self) -> Collection[BlockItem]:
        """Return all items of blocks."""
        return self._items.values()

    def item_of(self, block: BlockId, column: tuple[str, str]) -> BlockItem | None:
        """Return the item of a block in the column with a key."""
        return self._items.get((block, column))

    def show_board(self, board: Board, face_of: Callable[[Item], Face], near: range) -> None:
        """Show a board; only the columns that are ``near`` have items, for others see `go_near`."""
        self._face_of, self._near = face_of, near
        self._place_items(board, face_of)
        self._show_ground(board)

    def go_near(self, near: range) -> bool:
        """Let these columns have items and no others; say whether they are other ones than before.

        The states of items that come are not known here: show them next.
        """
        if near == self._near or self._board is None or self._face_of is None:
            return False
        self._near = near
        self._place_items(self._board, self._face_of)
        return True

    def _place_items(self, board: Board, face_of: Callable[[Item], Face]) -> None:
        """Move items that stay, remove those that are gone, and add others."""
        before, self._items = self._items, {}
        self._of_block = {}
        for item in chain.from_iterable(board.by_column[column] for column in self._near):
            key = (item.block, board.columns[item.column].key)
            shown = before.pop(key, None)
            if shown is None:
                shown = BlockItem(self._painter, item, face_of(item))
                self.addItem(shown)
            else:
                shown.show_item(item, face_of(item))
            self._items[key] = shown
            self._of_block.setdefault(item.block, []).append(shown)
        for gone in before.values():
            self.removeItem(gone)

    def show_nothing(self) -> None:
        """Show an empty page."""
        for gone in self._items.values():
            self.removeItem(gone)
        self._items, self._of_block, self._near = {}, {}, range(0)
        self._board = None
        self.show_leaves(())
        self._shades, self._lines = {}, []
        self.setSceneRect(0, 0, 1, 1)
        self.invalidate()

    def show_states(
        self,
        selection: Selection,
        *,
        has_focus: bool,
        hovered: Item | None = None,
        dimmed: Collection[BlockId] = (),
    ) -> None:
        """Show what is selected, focused, under the pointer and being dragged."""
        if self._board is None:
            return
        chosen = frozenset(selection.blocks)
        focused = focused_item(self._board, selection) if has_focus else None
        marked = {*chosen, *dimmed}
        if hovered is not None:
            marked.add(hovered.block)
        for block in marked | self._marked:
            for shown in self._of_block.get(block, ()):
                shown.show_state(
                    State(
                        is_selected=block in chosen,
                        is_focused=focused is not None and shown.item == focused,
                        is_hovered=shown.item == hovered,
                        is_dimmed=block in dimmed,
                    )
                )
        self._marked = marked

    def show_ghosts(self, ghosts: Sequence[tuple[Rect, GhostFace]]) -> None:
        """Show these ghosts and no others."""
        while len(self._ghosts) < len(ghosts):
            ghost = GhostItem(self._look)
            self._ghosts.append(ghost)
            self.addItem(ghost)
        for ghost, (rect, face) in zip(self._ghosts, ghosts, strict=False):
            ghost.show_ghost(rect, face)
        for spare in self._ghosts[len(ghosts) :]:
            spare.hide()

    @property
    def leave_marks(self) -> Sequence[LeaveMark]:
        """Return which departures are shown."""
        return [item.mark for item in self._leaves if item.isVisible()]

    def show_leaves(self, marks: Sequence[LeaveMark]) -> None:
        """Show these departures and no others."""
        while len(self._leaves) < len(marks):
            made = LeaveItem(self._look)
            self._leaves.append(made)
            self.addItem(made)
        for item, mark in zip(self._leaves, marks, strict=False):
            item.show_mark(mark)
        for spare in self._leaves[len(marks) :]:
            spare.hide()

    def show_line(self, y: float | None) -> None:
        """Show the edge of a neighbour that draws what is dragged."""
        self._line.setVisible(y is not None)
        if y is not None:
            self._line.setLine(QLineF(0, y, self.sceneRect().right(), y))

    def show_band(self, band: Rect | None) -> None:
        """Show the rectangle with which blocks are selected."""
        self._band.setVisible(band is not None)
        if band is not None:
            self._band.setRect(QRectF(band.x, band.y, band.width, band.height))

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        """Paint hours, columns, and when whom they stand for is not to be had."""
        area = QRectF(rect)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.fillRect(area, self._look.colour("window"))
        if self._board is None:
            return
        columns = self._board.strip.columns_within(area.left(), area.right())
        for column in columns:
            for shade in self._shades_of(self._board, column):
                painter.fillRect(
                    QRectF(shade.x, shade.y, shade.width, shade.height).intersected(area),
                    self._look.colour("shade"),
                )
        for y, role in self._lines:
            if area.top() - 1 <= y <= area.bottom() + 1:
                painter.setPen(self._look.pen(role))
                painter.drawLine(QLineF(area.left(), y, area.right(), y))
        painter.setPen(self._look.pen("line"))
        for column in columns:
            x = self._board.strip.x_of(column + 1)
            painter.drawLine(QLineF(x, area.top(), x, area.bottom()))

    def _show_ground(self, board: Board) -> None:
        """Paint the grid anew, but only where it is another one."""
        lines = list(_grid(board))
        shades = {column: self._shaded(board, column) for column in self._near}
        width = max(board.strip.right, 1.0)
        area = QRectF(0, board.scale.top, width, board.scale.height)
        is_same = self._board is not None and self._board.strip == board.strip
        before = {column: self._shades.get(column) for column in self._near}
        is_same = is_same and (lines, shades) == (self._lines, before)
        self._board, self._lines, self._shades = board, lines, shades
        if not is_same or area != self.sceneRect():
            self.setSceneRect(area)
            self.invalidate(area, QGraphicsScene.SceneLayer.BackgroundLayer)
            self.update()

    def _shades_of(self, board: Board, column: int) -> tuple[Rect, ...]:
        if column not in self._shades:
            self._shades[column] = self._shaded(board, column)
        return self._shades[column]

    def _shaded(self, board: Board, column: int) -> tuple[Rect, ...]:
        scale = board.scale
        within = Span(scale.day_start.instant, scale.day_end.instant)
        spans = shading(board.plan, board.columns[column], within, board.zone)
        return tuple(
            board.strip.column_rect(
                column, scale.y_of(_seconds(s.start)), scale.y_of(_seconds(s.end))
            )
            for s in spans
        )

    def _made_line(self) -> QGraphicsLineItem:
        line = QGraphicsLineItem()
        line.setPen(QPen(self._look.colour("accent"), 1.0, Qt.PenStyle.DashLine))
        line.setZValue(_ABOVE_ALL)
        line.hide()
        self.addItem(line)
        return line

    def _made_band(self) -> QGraphicsRectItem:
        band = QGraphicsRectItem()
        band.setPen(self._look.pen("accent"))
        band.setBrush(self._look.faded("accent", 0.12))
        band.setZValue(_ABOVE_ALL)
        band.hide()
        self.addItem(band)
        return band


def _grid(board: Board) -> Iterator[tuple[float, str]]:
    """Yield the lines of a day: where the labels are, and fainter ones half way between."""
    scale = board.scale
    step = scale.tick_step(LINE_GAP)
    pixels = step * scale.pixels_per_minute
    for tick in scale.ticks(LINE_GAP):
        y = scale.y_of(tick.moment)
        yield y + pixels / 2, "grid_half"
        yield y, "grid"


def _seconds(at: datetime) -> float:
    return at.astimezone(UTC).timestamp()
