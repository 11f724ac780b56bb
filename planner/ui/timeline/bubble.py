"""The bubble beside the pointer: new times while something is dragged, and what would come of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from planner.domain.problems import Severity
from planner.ui.theme.fonts import Scale
from planner.ui.timeline.look import Look

_ROLES = {Severity.ERROR: "error", Severity.WARNING: "warning"}
_ICONS = {Severity.ERROR: "alert-circle", Severity.WARNING: "alert-triangle"}
_MOST_LINES = 4
_DISTANCE = 5


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence of the bubble, and how bad it is."""

    text: str
    severity: Severity | None = None


class Bubble(QWidget):
    """Follows the pointer inside the view; the mouse goes through it."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._title_font = look.theme.font(Scale.STRONG)
        self._title = ""
        self._aside = ""
        self._lines: tuple[Line, ...] = ()
        self._view = parent
        self._at = QPoint()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    @property
    def title(self) -> str:
        """Return the first line."""
        return self._title

    @property
    def lines(self) -> tuple[Line, ...]:
        """Return the sentences below it."""
        return self._lines

    def show_times(self, title: str, aside: str, at: QPoint) -> None:
        """Show new times, and beside them the length, near a place of the parent."""
        self._title, self._aside = title, aside
        self._arrange(at)
        self.show()
        self.raise_()
        self.update()

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show sentences below the times."""
        shown = tuple(lines[:_MOST_LINES])
        if shown != self._lines:
            self._lines = shown
            self._arrange(None)
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a card in the tone of the worst line."""
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        worst = next((line.severity for line in self._lines if line.severity in _ROLES), None)
        role = _ROLES[worst] if worst is not None else "accent"
        painter.setBrush(look.colour("raised"))
        painter.setPen(QPen(look.colour(role), 1.5))
        card = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(card, look.radius, look.radius)
        inside = card.adjusted(look.padding, look.gap, -look.padding, -look.gap)
        self._paint_title(painter, inside)
        y = inside.y() + self._title_height
        for line in self._lines:
            box = QRectF(inside.x(), y, inside.width(), self._height_of(line, inside.width()))
            self._paint_line(painter, box, line)
            y = box.bottom()

    @property
    def _title_height(self) -> float:
        return self._look.measures(self._title_font).height() + self._look.gap / 2

    def _paint_title(self, painter: QPainter, inside: QRectF) -> None:
        look = self._look
        painter.setFont(self._title_font)
        painter.setPen(look.colour("text"))
        box = QRectF(inside.x(), inside.y(), inside.width(), self._title_height)
        left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        painter.drawText(box, int(left | Qt.TextFlag.TextSingleLine), self._title)
        painter.setFont(look.small)
        painter.setPen(look.colour("text_muted"))
        painter.drawText(box, int(right | Qt.TextFlag.TextSingleLine), self._aside)

    def _paint_line(self, painter: QPainter, box: QRectF, line: Line) -> None:
        look = self._look
        icon = None if line.severity is None else _ICONS.get(line.severity)
        if icon is not None and line.severity is not None:
            painter.drawPixmap(box.topLeft(), look.pixmap(icon, _ROLES[line.severity]))
        painter.setFont(look.small)
        painter.setPen(look.colour("text" if icon else "text_muted"))
        words = box.adjusted(look.icon + look.gap, 0, 0, 0)
        painter.drawText(words, int(Qt.TextFlag.TextWordWrap), line.text)

    def _height_of(self, line: Line, width: float) -> float:
        look = self._look
        room = QRectF(0, 0, width - look.icon - look.gap, 10_000)
        flags = int(Qt.TextFlag.TextWordWrap)
        return (
            look.measures(look.small).boundingRect(room, flags, line.text).height() + look.gap / 2
        )

    def _arrange(self, at: QPoint | None) -> None:
        """Take the size that the lines need, and stay inside the parent."""
        look = self._look
        title = look.measures(self._title_font).horizontalAdvance(self._title)
        aside = look.measures(look.small).horizontalAdvance(self._aside)
        widest = look.theme.length(300)
        around = 2 * look.padding + 2
        width = max(title + aside + 3 * look.padding, widest if self._lines else 0.0)
        inner = width - 2
        height = self._title_height + sum(self._height_of(li, inner) for li in self._lines)
        self.resize(QSize(round(width + around), round(height + 2 * look.gap + 2)))
        if at is not None:
            self._at = at
        place = self._at + QPoint(self._look.theme.space(_DISTANCE), self._look.theme.space(2))
        parent = self._view.rect()
        if place.x() + self.width() > parent.right():
            place.setX(self._at.x() - self.width() - self._look.theme.space(_DISTANCE))
        if place.y() + self.height() > parent.bottom():
            place.setY(parent.bottom() - self.height())
        self.move(max(place.x(), 0), max(place.y(), 0))
