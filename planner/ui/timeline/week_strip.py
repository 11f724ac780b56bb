"""The week around the shown day: seven dates, those with blocks marked. For the mouse only."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from planner.formats.wording.language import Language
from planner.ui.context import Context
from planner.ui.theme.fonts import Scale
from planner.ui.timeline.visible import week_of

_CELL = 26
_DAYS = 7
_DOT = 2.0


class WeekStrip(QWidget):
    """Paints a week; `DayBar` has the buttons that do the same by keyboard."""

    day_chosen = Signal(object)

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = context.theme
        self._language: Language = context.language
        self._day: date | None = None
        self._counts: Mapping[date, int] = {}
        self._hovered: int | None = None
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_day(self, day: date, counts: Mapping[date, int]) -> None:
        """Show the week of a day; ``counts`` says how many blocks are on which date."""
        self._day, self._counts = day, counts
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of seven cells."""
        return QSize(_DAYS * self._theme.length(_CELL), self._theme.control_height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the dates."""
        if self._day is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, day in enumerate(week_of(self._day)):
            self._paint_day(painter, self._cell(number), day, is_hovered=number == self._hovered)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show which date would be chosen."""
        self._show_hovered(self._number_at(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        """Show that none would be."""
        self._show_hovered(None)
        super().leaveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a date."""
        number = self._number_at(event.position().toPoint())
        if self._day is not None and number is not None:
            self.day_chosen.emit(week_of(self._day)[number])

    def event(self, event: QEvent) -> bool:
        """Say the whole date and how much is on it."""
        if isinstance(event, QHelpEvent) and self._day is not None:
            number = self._number_at(event.pos())
            if number is not None:
                day = week_of(self._day)[number]
                count = self._counts.get(day, 0)
                said = self._language.count("{n} block", "{n} blocks", count)
                QToolTip.showText(event.globalPos(), f"{self._language.day(day)}\n{said}", self)
            return True
        return super().event(event)

    def _paint_day(self, painter: QPainter, cell: QRectF, day: date, *, is_hovered: bool) -> None:
        theme = self._theme
        is_shown, has_blocks = day == self._day, day in self._counts
        inside = cell.adjusted(1, 1, -1, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if is_shown or is_hovered:
            painter.setBrush(theme.colour("accent_soft" if is_shown else "hover"))
            painter.drawRoundedRect(inside, theme.radius, theme.radius)
        role = "on_accent_soft" if is_shown else "text" if has_blocks else "text_muted"
        strong = is_shown or has_blocks
        painter.setFont(theme.font(Scale.STRONG if strong else Scale.BODY))
        painter.setPen(theme.colour(role))
        painter.drawText(
            inside.adjusted(0, 0, 0, -theme.space(1)),
            int(Qt.AlignmentFlag.AlignCenter),
            str(day.day),
        )
        if has_blocks:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent"))
            dot = QPointF(inside.center().x(), inside.bottom() - theme.space(1.25))
            painter.drawEllipse(dot, _DOT, _DOT)

    def _cell(self, number: int) -> QRectF:
        width = self.width() / _DAYS
        return QRectF(number * width, 0, width, self.height())

    def _number_at(self, at: QPoint) -> int | None:
        number = int(at.x() // (self.width() / _DAYS))
        return number if self.rect().contains(at) and number < _DAYS else None

    def _show_hovered(self, number: int | None) -> None:
        if number != self._hovered:
            self._hovered = number
            self.update()
