"""The item of a departure: a quiet dashed line through a candidate's column, with a few words."""

from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from planner.ui.timeline.geometry import Rect
from planner.ui.timeline.look import Look

_DASHES = (5.0, 4.0)
_ABOVE_BLOCKS = 2.0


@dataclass(frozen=True, slots=True)
class LeaveMark:
    """By when a candidate leaves: ``line`` is where in the column, of no height."""

    line: Rect
    text: str
    is_late: bool = False


class LeaveItem(QGraphicsItem):
    """Shows a `LeaveMark`; the mouse goes through it."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._mark = LeaveMark(Rect(0, 0, 0, 0), "")
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.setZValue(_ABOVE_BLOCKS)

    @property
    def mark(self) -> LeaveMark:
        """Return what is shown."""
        return self._mark

    def show_mark(self, mark: LeaveMark) -> None:
        """Show a departure at its place."""
        if mark != self._mark:
            self.prepareGeometryChange()
            self._mark = mark
            self.setPos(QPointF(mark.line.x, mark.line.y))
            self.update()
        self.show()

    def boundingRect(self) -> QRectF:
        """Return the line with the words below it."""
        height = self._look.line_height + self._look.gap
        return QRectF(0, -1, self._mark.line.width, height + 2)

    def paint(
        self,
        painter: QPainter,
        _option: QStyleOptionGraphicsItem,
        _widget: QWidget | None = None,
    ) -> None:
        """Paint the line, and the words below it on the ground of the day."""
        look, mark = self._look, self._mark
        role = "error" if mark.is_late else "text_muted"
        pen = QPen(look.colour(role), 1.0)
        pen.setDashPattern(list(_DASHES))
        painter.setPen(pen)
        painter.drawLine(QLineF(0, 0, mark.line.width, 0))
        metrics = look.measures(look.small)
        text = metrics.elidedText(mark.text, Qt.TextElideMode.ElideRight, mark.line.width)
        width = metrics.horizontalAdvance(text) + 2 * look.gap
        box = QRectF(mark.line.width - width, 1, width, look.line_height)
        painter.fillRect(box, look.colour("window"))
        painter.setFont(look.small)
        painter.setPen(look.colour(role))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text)
