"""How plans look in the list at the left: captions, titles above candidates and dates, the open one marked."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from planner.ui.models.plans_model import Kind, PlanRole, PlanRow
from planner.ui.theme import metrics
from planner.ui.theme.fonts import Scale
from planner.ui.theme.theme import Theme

_Index = QModelIndex | QPersistentModelIndex
_CENTRE = Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft


class PlanDelegate(QStyledItemDelegate):
    """Paints captions, plans and the offer of more plans."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._fonts = {scale: theme.font(scale) for scale in Scale}

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the size of a row; the width is the list's."""
        row: PlanRow = index.data(PlanRole.ROW)
        return QSize(0, self.height_of(row))

    def height_of(self, row: PlanRow) -> int:
        """Return the height of a row: a plan has two lines where something is known of it."""
        if row.kind is not Kind.PLAN or not row.about:
            return self._theme.control_height
        return self._line(Scale.STRONG) + self._line(Scale.SMALL) + self._theme.space(2.5)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint a row."""
        row: PlanRow = index.data(PlanRole.ROW)
        space = self._theme.space
        inside = option.rect.adjusted(space(2.5), 0, -space(2.5), 0)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.kind is Kind.HEADING:
            lower = inside.translated(0, space(1))  # nearer to its own plans than to those above
            self._write(painter, lower, Scale.CAPTION, "text_muted", row.title.upper())
        elif row.kind is Kind.MORE:
            self._paint_ground(painter, option, is_open=False)
            self._write(painter, inside, Scale.BODY, "link", row.title)
        else:
            self._paint_ground(painter, option, is_open=row.is_open)
            self._paint_plan(painter, inside, row)
        painter.restore()

    def _paint_plan(self, painter: QPainter, inside: QRect, row: PlanRow) -> None:
        ink = "on_accent_soft" if row.is_open else "text"
        scale = Scale.STRONG if row.is_open else Scale.BODY
        if not row.about:
            self._write(painter, inside, scale, ink, row.title)
            return
        first, second = self._line(Scale.STRONG), self._line(Scale.SMALL)
        top = inside.top() + (inside.height() - first - second) // 2
        title = QRect(inside.left(), top, inside.width(), first)
        self._write(painter, title, scale, ink, row.title)
        muted = ink if row.is_open else "text_muted"
        below = QRect(inside.left(), top + first, inside.width(), second)
        self._paint_about(painter, below, row, muted)

    def _paint_about(self, painter: QPainter, line: QRect, row: PlanRow, ink: str) -> None:
        """Write candidates and date; many names give way, so that the date is always read."""
        ending = row.about[len(row.names) :]
        measures = QFontMetrics(self._fonts[Scale.SMALL])
        room = line.width() - measures.horizontalAdvance(ending)
        shown = measures.elidedText(row.names, Qt.TextElideMode.ElideRight, max(room, 0))
        self._write(painter, line, Scale.SMALL, ink, shown)
        used = measures.horizontalAdvance(shown)
        self._write(painter, line.adjusted(used, 0, 0, 0), Scale.SMALL, ink, ending)

    def _line(self, scale: Scale) -> int:
        return QFontMetrics(self._fonts[scale]).height()

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, *, is_open: bool
    ) -> None:
        radius, rect = self._theme.radius, option.rect.adjusted(0, 1, 0, -1)
        is_hot = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if is_open or is_hot:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("selected" if is_open else "hover"))
            painter.drawRoundedRect(rect, radius, radius)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.colour("focus"), metrics.FOCUS_RING))
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius, radius)

    def _write(
        self,
        painter: QPainter,
        place: QRect,
        scale: Scale,
        role: str,
        text: str,
    ) -> None:
        font = self._fonts[scale]
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        painter.setFont(font)
        painter.setPen(self._theme.colour(role))
        painter.drawText(place, _LEFT | _CENTRE, shown)
