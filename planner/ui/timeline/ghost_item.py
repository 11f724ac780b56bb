"""The item of a ghost: where a block would be if the pointer was released."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from planner.ui.timeline.geometry import Rect
from planner.ui.timeline.look import Look

_DASHES = (4.0, 3.0)
_ABOVE_BLOCKS = 10.0


@dataclass(frozen=True, slots=True)
class GhostFace:
    """What a ghost says. ``role`` is the colour: accent, or that of a warning or an error."""

    title: str
    times: str
    role: str = "accent"
    is_follower: bool = False
    is_copy: bool = False


class GhostItem(QGraphicsItem):
    """A dashed outline with the title and the new times; used again from step to step."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._size = QRectF()
        self._face = GhostFace("", "")
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.setZValue(_ABOVE_BLOCKS)

    @property
    def face(self) -> GhostFace:
        """Return what the ghost says."""
        return self._face

    def show_ghost(self, rect: Rect, face: GhostFace) -> None:
        """Show the ghost at a place."""
        size = QRectF(0, 0, rect.width, max(rect.height, 2.0))
        if size != self._size:
            self.prepareGeometryChange()
            self._size = size
        self.setPos(QPointF(rect.x, rect.y))
        if face != self._face:
            self._face = face
            self.update()
        self.show()

    def boundingRect(self) -> QRectF:
        """Return the rectangle of the ghost with its outline."""
        return self._size.adjusted(-2, -2, 2, 2)

    def paint(
        self,
        painter: QPainter,
        _option: QStyleOptionGraphicsItem,
        _widget: QWidget | None = None,
    ) -> None:
        """Paint the outline and as much of the words as there is room for."""
        look, face = self._look, self._face
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.faded("raised", 0.88))
        radius = min(look.radius, self._size.height() / 2)
        painter.drawRoundedRect(self._size, radius, radius)
        painter.setBrush(look.faded(face.role, 0.08 if face.is_follower else 0.20))
        pen = QPen(look.colour(face.role), 1.0 if face.is_follower else 1.5)
        if face.is_follower:
            pen.setDashPattern(_DASHES)
        painter.setPen(pen)
        painter.drawRoundedRect(self._size, radius, radius)
        self._words(painter)

    def _words(self, painter: QPainter) -> None:
        look, face = self._look, self._face
        inside = self._size.adjusted(look.bar + look.padding, 0, -look.padding, 0)
        if self._size.height() < look.line_height or inside.width() < look.icon:
            return
        title = f"+ {face.title}" if face.is_copy else face.title
        line = QRectF(inside.x(), inside.y() + 2, inside.width(), look.line_height)
        painter.setPen(look.colour("text"))
        painter.setFont(look.small)
        text = f"{face.times}  {title}"
        elide = Qt.TextElideMode.ElideRight
        shown = look.measures(look.small).elidedText(text, elide, inside.width())
        painter.drawText(line, int(Qt.AlignmentFlag.AlignLeft), shown)
