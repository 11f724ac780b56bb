"""The item of one block in one column. It paints; pressing and dragging is for the view."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from planner.ui.timeline.block_painting import READABLE, RING, BlockPainter, State
from planner.ui.timeline.board import Item
from planner.ui.timeline.faces import Face
from planner.ui.timeline.geometry import Rect

LEAST_DETAIL = 0.4
"""Below this scale of the picture a block is a coloured rectangle."""


class BlockItem(QGraphicsItem):
    """Keeps its painted picture until its face, state or size change."""

    def __init__(self, painter: BlockPainter, item: Item, face: Face) -> None:
        super().__init__()
        self._painter = painter
        self._item = item
        self._face = face
        self._state = State()
        self._size = QRectF(0, 0, item.rect.width, item.rect.height)
        self._bounds = _bounds(self._size)
        self.setPos(item.rect.x, item.rect.y)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)

    @property
    def item(self) -> Item:
        """Return which block in which column this is."""
        return self._item

    @property
    def face(self) -> Face:
        """Return what is painted."""
        return self._face

    @property
    def state(self) -> State:
        """Return how it is painted."""
        return self._state

    def show_item(self, item: Item, face: Face) -> None:
        """Show the block where it is now; what has not changed is not painted again."""
        if item != self._item:
            self._item = item
            self._place(item.rect)
        if face != self._face:
            self._face = face
            self.update()

    def show_state(self, state: State) -> None:
        """Show that the block is selected, focused, under the pointer, or being dragged."""
        if state != self._state:
            self._state = state
            self.setZValue(1 if state.is_selected or state.is_focused or state.is_hovered else 0)
            self.update()

    def boundingRect(self) -> QRectF:
        """Return the rectangle of the block with its rings and handles."""
        return self._bounds

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        _widget: QWidget | None = None,
    ) -> None:
        """Paint the block."""
        detail = option.levelOfDetailFromTransform(painter.worldTransform())
        if detail < LEAST_DETAIL:
            colour = self._painter.ground(self._face)
            painter.fillRect(self._size, colour)
            return
        self._painter.paint(painter, self._size, self._face, self._state)

    def _place(self, rect: Rect) -> None:
        self.setPos(QPointF(rect.x, rect.y))
        size = QRectF(0, 0, rect.width, rect.height)
        if size != self._size:
            self.prepareGeometryChange()
            self._size = size
            self._bounds = _bounds(size)
            self.update()


def _bounds(size: QRectF) -> QRectF:
    grown = max(0.0, (READABLE - size.height()) / 2) + RING
    return size.adjusted(-RING, -grown, RING, grown)
