"""How a block is painted: as much of its face as there is room for, the most important first."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen

from planner.domain.problems import Severity
from planner.ui.theme import metrics
from planner.ui.timeline.faces import Face
from planner.ui.timeline.look import Look
from planner.ui.timeline.zones import LOW

RING = 4.0
"""What a block paints outside of its own rectangle: rings and handles."""

READABLE = 20.0
"""A low block is painted as high as this while it is under the pointer, focused or selected."""

HANDLE_WIDTH, HANDLE_HEIGHT = 24.0, 4.0

_LEAST_WIDTH = 22.0  # narrower than this there is only colour
_LEAST_ASIDE = 40.0
_WIDTH_FOR_MARK = 72.0
_HEIGHT_FOR_GAP = 10.0
_CENTRE = Qt.AlignmentFlag.AlignVCenter
_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft | _CENTRE, Qt.AlignmentFlag.AlignRight | _CENTRE
_MARKS = {
    Severity.ERROR: ("alert-circle", "error"),
    Severity.WARNING: ("alert-triangle", "warning"),
}


@dataclass(frozen=True, slots=True)
class State:
    """In which state a block is shown."""

    is_selected: bool = False
    is_focused: bool = False
    is_hovered: bool = False
    is_dimmed: bool = False


class BlockPainter:
    """Paints faces in one theme."""

    def __init__(self, look: Look) -> None:
        self._look = look

    def paint(self, painter: QPainter, rect: QRectF, face: Face, state: State) -> None:
        """Paint a block into a rectangle, and rings and handles around it."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(0.45 if state.is_dimmed else 1.0)
        if _is_popped(rect, state):
            grown = (READABLE - rect.height()) / 2
            rect = rect.adjusted(0, -grown, 0, grown)
        elif rect.height() > _HEIGHT_FOR_GAP:
            rect = rect.adjusted(0, 1, 0, -1)  # A hair of space between blocks that touch.
        self._ground(painter, rect, face, state)
        if rect.width() >= _LEAST_WIDTH:
            self._words(painter, rect, face)
        self._rings(painter, rect, state)
        if state.is_hovered and not state.is_dimmed:
            self._handles(painter, rect, face)

    def ground(self, face: Face) -> QColor:
        """Return the colour of a block that is too small to be painted in detail."""
        return self._look.colour(f"{face.colours}_fill")

    def _ground(self, painter: QPainter, rect: QRectF, face: Face, state: State) -> None:
        look = self._look
        radius = min(look.radius, rect.height() / 2, rect.width() / 2)
        shape = QPainterPath()
        shape.addRoundedRect(rect, radius, radius)
        brush = look.stripes(face.colours) if face.is_hatched else None
        painter.setBrushOrigin(rect.topLeft())
        painter.fillPath(shape, brush or look.colour(f"{face.colours}_fill"))
        if state.is_hovered:
            painter.fillPath(shape, look.faded(f"{face.colours}_edge", 0.10))
        painter.save()
        painter.setClipPath(shape)
        bar = QRectF(rect.x(), rect.y(), look.bar, rect.height())
        painter.fillRect(bar, look.colour(f"{face.colours}_edge"))
        painter.restore()

    def _words(self, painter: QPainter, rect: QRectF, face: Face) -> None:
        look = self._look
        font = self._title_font(rect.height())
        if font is None:
            return
        inside = rect.adjusted(look.bar + look.padding, 0, -look.padding, 0)
        second = look.line_height if self._has_second_line(rect, face) else 0.0
        first = min(look.title_height, rect.height())
        # Where there is room, words begin a step below the edge; else they stand in the middle.
        top = min(look.gap, max(0.0, (rect.height() - first - second) / 2))
        if not second and rect.height() < look.title_height + 2 * look.gap:
            top = (rect.height() - first) / 2
        line = QRectF(inside.x(), rect.y() + top, inside.width(), first)
        aside = "" if second else face.line
        self._first_line(painter, rect, line, face, (font, aside))
        if second:
            self._more_lines(painter, inside, line.bottom(), rect.bottom(), face)

    def _has_second_line(self, rect: QRectF, face: Face) -> bool:
        needed = self._look.title_height + self._look.line_height
        is_wide = rect.width() >= self._look.wide
        return bool(face.line or face.chips or not is_wide) and rect.height() >= needed

    def _title_font(self, height: float) -> QFont | None:
        look = self._look
        for font in (look.title, look.tiny):
            if look.measures(font).capHeight() + 3 <= height:
                return font
        return None

    def _first_line(
        self, painter: QPainter, rect: QRectF, line: QRectF, face: Face, words: tuple[QFont, str]
    ) -> None:
        font, aside = words
        look = self._look
        marks_at = line
        if line.width() < _WIDTH_FOR_MARK and rect.height() >= 2 * look.title_height:
            marks_at = line.translated(0, rect.bottom() - line.bottom() - look.gap / 2)
        mark = self._marks(painter, marks_at, face)
        right = line.right() - (mark if marks_at is line else 0.0)
        ink = look.colour(f"{face.colours}_ink")
        title_width = look.measures(font).horizontalAdvance(face.title)
        is_low = font is look.tiny
        times_font = look.caption if is_low else look.small
        times_width = look.measures(times_font).horizontalAdvance(face.times)
        room = right - line.x()
        shows_times = room >= times_width + min(title_width, room * 0.35) + 2 * look.padding
        if shows_times and line.width() + 2 * look.padding >= look.wide:
            box = QRectF(right - times_width, line.y(), times_width, line.height())
            self._write(painter, box, times_font, "ink_muted", face.times, _RIGHT)
            right = box.x() - look.padding
        icon_room = look.icon + look.gap if face.icon else 0.0
        title = QRectF(line.x(), line.y(), right - line.x() - icon_room, line.height())
        elide = Qt.TextElideMode.ElideRight
        shown = look.measures(font).elidedText(face.title, elide, title.width())
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(title, int(_LEFT | Qt.TextFlag.TextSingleLine), shown)
        x = title.x() + look.measures(font).horizontalAdvance(shown) + look.gap
        if face.icon and title.width() > look.icon:
            y = line.y() + (line.height() - look.icon) / 2
            painter.drawPixmap(QPointF(x, y), look.pixmap(face.icon, f"{face.colours}_ink"))
            x += look.icon + look.gap
        beside = QRectF(x + look.gap, line.y(), right - x - look.gap, line.height())
        if aside and beside.width() > _LEAST_ASIDE:
            role = "error" if face.is_open else "ink_muted"
            self._write(painter, beside, times_font, role, aside, _LEFT)

    def _marks(self, painter: QPainter, line: QRectF, face: Face) -> float:
        """Paint the mark of the worst problem at the right; return the width that it takes."""
        mark = _MARKS.get(face.severity) if face.severity is not None else None
        side = min(self._look.icon, int(line.height()))
        if mark is None or line.width() < 2 * side:
            return 0.0
        pixmap = self._look.pixmap(*mark, side)
        y = line.y() + (line.height() - side) / 2
        painter.drawPixmap(QPointF(line.right() - side, y), pixmap)
        return side + self._look.gap

    def _more_lines(
        self, painter: QPainter, inside: QRectF, top: float, bottom: float, face: Face
    ) -> None:
        look = self._look
        y = top
        is_wide = inside.width() + look.bar + 2 * look.padding >= look.wide
        lines = [(face.line, "error" if face.is_open else "ink_muted")]
        if not is_wide:
            fits = look.measures(look.small).horizontalAdvance(face.times) <= inside.width() + 1
            times = face.times if fits else face.times.split(" ", maxsplit=1)[0]
            lines.insert(1 if face.is_open else 0, (times, "ink_muted"))
        for text, role in lines:
            if text and y + look.line_height <= bottom:
                box = QRectF(inside.x(), y, inside.width(), look.line_height)
                self._write(painter, box, look.small, role, text, _LEFT)
                y += look.line_height
        y += look.gap / 2
        if y + look.chip_height <= bottom and face.chips:
            self._chips(painter, QPointF(inside.x(), y), inside.right(), face)

    def _chips(self, painter: QPainter, at: QPointF, right: float, face: Face) -> None:
        look = self._look
        measures = look.measures(look.caption)
        x, inset = at.x(), look.gap * 1.5
        for text in face.chips:
            room = right - x - 2 * inset
            if room < measures.averageCharWidth() * 4:
                return
            shown = measures.elidedText(text, Qt.TextElideMode.ElideRight, room)
            box = QRectF(x, at.y(), measures.horizontalAdvance(shown) + 2 * inset, look.chip_height)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.faded("raised", 0.75))
            painter.drawRoundedRect(box, metrics.RADIUS_SMALL, metrics.RADIUS_SMALL)
            words = box.adjusted(inset, 0, 0, 0)
            self._write(painter, words, look.caption, f"{face.colours}_ink", shown, _LEFT)
            x = box.right() + look.gap

    def _rings(self, painter: QPainter, rect: QRectF, state: State) -> None:
        if not state.is_selected and not state.is_focused:
            return
        look = self._look
        width = float(metrics.FOCUS_RING)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look.colour("focus"), width))
        painter.drawRoundedRect(rect, look.radius, look.radius)
        if state.is_focused:
            outer = rect.adjusted(-3, -3, 3, 3)
            painter.setPen(QPen(look.faded("focus", 0.35), width))
            painter.drawRoundedRect(outer, look.radius + 3, look.radius + 3)

    def _handles(self, painter: QPainter, rect: QRectF, face: Face) -> None:
        is_low = rect.height() < LOW
        width = min(HANDLE_WIDTH, rect.width() / 2)
        x = rect.center().x() - width / 2
        inset = -HANDLE_HEIGHT if is_low else 1.0
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour(f"{face.colours}_edge"))
        for y in (rect.y() + inset, rect.bottom() - inset - HANDLE_HEIGHT):
            handle = QRectF(x, y, width, HANDLE_HEIGHT - 1)
            painter.drawRoundedRect(handle, HANDLE_HEIGHT / 2, HANDLE_HEIGHT / 2)

    def _write(
        self,
        painter: QPainter,
        box: QRectF,
        font: QFont,
        role: str,
        text: str,
        side: Qt.AlignmentFlag,
    ) -> None:
        shown = self._look.measures(font).elidedText(
            text, Qt.TextElideMode.ElideRight, box.width() + 1
        )
        painter.setFont(font)
        painter.setPen(self._look.colour(role))
        painter.drawText(box, int(side | Qt.TextFlag.TextSingleLine), shown)


def _is_popped(rect: QRectF, state: State) -> bool:
    is_asked_for = state.is_hovered or state.is_focused or state.is_selected
    return is_asked_for and not state.is_dimmed and rect.height() < READABLE
