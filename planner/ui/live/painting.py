"""How pieces of a live day are painted: planned as ghosts, what happens solid, lost time dashed."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPainterPath, QPen

from planner.ui.live.pieces import Piece, Place, Style
from planner.ui.theme import metrics
from planner.ui.theme.fonts import Scale
from planner.ui.timeline.look import Look

_CENTRE = Qt.AlignmentFlag.AlignVCenter
_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft | _CENTRE, Qt.AlignmentFlag.AlignRight | _CENTRE
_SEPARATOR = " \u00b7 "
_LEAST_HEIGHT = 9.0
_DONE_OPACITY = 0.72


class PiecePainter:
    """Paints pieces in one theme; no words stand where a line crosses the picture at ``line_at``.

    Words of what begins above ``words_from`` stand there, as long as there is room.
    """

    def __init__(self, look: Look) -> None:
        self.look = look
        self.line_at: float | None = None
        self.words_from = 0.0
        self._plain = look.theme.font(Scale.BODY)

    def paint(self, painter: QPainter, rect: QRectF, piece: Piece, *, is_chosen: bool) -> None:
        """Paint a piece into a rectangle, and a ring around the one that keys mean."""
        match piece.style:
            case Style.GHOST:
                self._outline(painter, rect, "ghost_line", 1.0)
                self._line(painter, rect, piece, self._plain, "ghost_ink")
            case Style.LOST:
                self._outline(painter, rect, "error", 1.0)
                self._line(painter, rect, piece, self._plain, "error")
            case Style.AFTER:
                self._after(painter, rect, piece)
            case Style.SOLID:
                self._solid(painter, rect, piece)
        if is_chosen:
            ring = rect.adjusted(-2, -2, 2, 2)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.look.colour("focus"), metrics.FOCUS_RING))
            painter.drawRoundedRect(ring, self.look.radius + 2, self.look.radius + 2)

    def _outline(self, painter: QPainter, rect: QRectF, role: str, width: float) -> None:
        pen = QPen(self.look.colour(role), width)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inner = rect.adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(inner, self.look.radius, self.look.radius)

    def _after(self, painter: QPainter, rect: QRectF, piece: Piece) -> None:
        shape = self._shape(rect)
        painter.fillPath(shape, self.look.colour("accent_soft"))
        self._outline(painter, rect, "focus", 1.5)
        self._line(painter, rect, piece, self.look.title, "on_accent_soft")

    def _solid(self, painter: QPainter, rect: QRectF, piece: Piece) -> None:
        look = self.look
        shape = self._shape(rect)
        painter.setOpacity(_DONE_OPACITY if piece.is_done else 1.0)
        painter.setBrushOrigin(rect.topLeft())
        ground = look.stripes(piece.colours) if piece.is_rest else None
        painter.fillPath(shape, ground or look.colour(f"{piece.colours}_fill"))
        painter.save()
        painter.setClipPath(shape, Qt.ClipOperation.IntersectClip)
        bar = QRectF(rect.x(), rect.y(), look.bar, rect.height())
        painter.fillRect(bar, look.colour(f"{piece.colours}_edge"))
        self._marks(painter, rect, piece)
        painter.restore()
        painter.setOpacity(1.0)
        if piece.is_running:
            painter.setPen(look.pen(f"{piece.colours}_edge", 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            edge = rect.adjusted(0.75, 0.75, -0.75, -0.75)
            painter.drawRoundedRect(edge, look.radius, look.radius)
        self._line(painter, rect, piece, look.title, f"{piece.colours}_ink")

    def _marks(self, painter: QPainter, rect: QRectF, piece: Piece) -> None:
        """Paint where the block stood still, and how far it has overrun."""
        length = max(1, piece.end - piece.start)
        for start, end in piece.gaps:
            part = _part(rect, (start - piece.start) / length, (end - piece.start) / length)
            painter.fillRect(part, self.look.faded("error", 0.14))
            part.setWidth(self.look.bar * 2)
            painter.fillRect(part, self.look.colour("error"))
        if piece.over is not None:
            part = _part(rect, (piece.over - piece.start) / length, 1.0)
            painter.fillRect(part, self.look.faded("error", 0.22))

    def _line(self, painter: QPainter, rect: QRectF, piece: Piece, font: QFont, role: str) -> None:
        """Write title, detail and times into the first line, people into the second."""
        look = self.look
        left = look.bar + look.padding
        hidden = min(self.words_from - rect.y(), rect.height() - look.title_height - 2 * look.gap)
        if hidden > 0:
            rect = rect.adjusted(0, hidden, 0, 0)
        inside = rect.adjusted(left, 0, -look.padding, 0)
        height = look.title_height
        if rect.height() < _LEAST_HEIGHT or inside.width() < 2 * look.padding:
            return
        is_low = rect.height() < height + look.gap
        if is_low:
            font = look.tiny if font is look.title else look.caption
            height = rect.height()
        room_above = 0.0 if is_low else min(look.gap * 1.5, (rect.height() - height) / 2)
        line = QRectF(inside.x(), rect.y() + room_above, inside.width(), height)
        self._avoid(line, rect)
        times = self._times_width(piece, line)
        words = line.adjusted(0, 0, -(times + look.padding if times else 0), 0)
        self._words(painter, words, piece, font, role)
        if times:
            ink = role if piece.style in {Style.AFTER, Style.LOST} else _muted(piece)
            self._write(painter, line, look.small, ink, piece.times, _RIGHT)
        second = QRectF(inside.x(), line.bottom(), inside.width(), look.line_height)
        self._avoid(second, rect)
        if piece.people and second.bottom() + look.gap / 2 <= rect.bottom():
            self._write(painter, second, look.small, "ink_muted", piece.people, _LEFT)

    def _avoid(self, line: QRectF, rect: QRectF) -> None:
        """Move words below the line that crosses the picture, where there is room."""
        at, gap = self.line_at, self.look.gap
        if at is None or not line.top() - gap < at < line.bottom():
            return
        if at + gap / 2 + line.height() <= rect.bottom():
            line.moveTop(at + gap / 2)

    def _times_width(self, piece: Piece, line: QRectF) -> float:
        width = self.look.measures(self.look.small).horizontalAdvance(piece.times)
        return width if line.width() > width * 1.9 else 0.0

    def _words(self, painter: QPainter, line: QRectF, piece: Piece, font: QFont, role: str) -> None:
        look = self.look
        measures = look.measures(font)
        said = f"{_SEPARATOR}{piece.detail}" if piece.detail else ""
        plain = look.caption if font in {look.tiny, look.caption} else self._plain
        icon = look.icon + look.gap if piece.icon and piece.place is Place.ACTUAL else 0.0
        detail = look.measures(plain).horizontalAdvance(said)
        wanted = measures.horizontalAdvance(piece.title)
        title = min(wanted, max(line.width() - icon - detail, line.width() * 0.4))
        shown = measures.elidedText(piece.title, Qt.TextElideMode.ElideRight, title + 1)
        used = measures.horizontalAdvance(shown)
        self._write(painter, line, font, role, shown, _LEFT)
        x = line.x() + used
        if icon and used + icon <= line.width():
            y = line.y() + (line.height() - look.icon) / 2
            painter.drawPixmap(QPointF(x + look.gap, y), look.pixmap(piece.icon, role))
            x += icon
        rest = QRectF(x, line.y(), line.right() - x, line.height())
        if said and rest.width() > look.padding * 4:
            self._write(painter, rest, plain, piece.tone, said, _LEFT)

    def _write(
        self,
        painter: QPainter,
        box: QRectF,
        font: QFont,
        role: str,
        text: str,
        side: Qt.AlignmentFlag,
    ) -> None:
        shown = self.look.measures(font).elidedText(
            text, Qt.TextElideMode.ElideRight, box.width() + 1
        )
        painter.setFont(font)
        painter.setPen(self.look.colour(role))
        painter.drawText(box, int(side | Qt.TextFlag.TextSingleLine), shown)

    def _shape(self, rect: QRectF) -> QPainterPath:
        radius = min(self.look.radius, rect.height() / 2, rect.width() / 2)
        shape = QPainterPath()
        shape.addRoundedRect(rect, radius, radius)
        return shape


def _part(rect: QRectF, first: float, last: float) -> QRectF:
    top = rect.y() + rect.height() * min(max(first, 0.0), 1.0)
    bottom = rect.y() + rect.height() * min(max(last, 0.0), 1.0)
    return QRectF(rect.x(), top, rect.width(), bottom - top)


def _muted(piece: Piece) -> str:
    return "ghost_ink" if piece.style is Style.GHOST else "ink_muted"
