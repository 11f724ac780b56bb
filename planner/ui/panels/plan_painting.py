"""How plans look in the list at the left: captions, titles with their dates, the open one marked."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from planner.ui.models.plans_model import Kind, PlanRole, PlanRow
from planner.ui.theme import metrics
from planner.ui.theme.fonts import Scale
from planner.ui.theme.theme import Theme

_Index = QModelIndex | QPersistentModelIndex
_CENTRE = Qt.AlignmentFlag.AlignVCenter
_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight


class PlanDelegate(QStyledItemDelegate):
    """Paints captions, plans and the offer of more plans."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._fonts = {scale: theme.font(scale) for scale in Scale}

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        """Return the size of a row; the width is the list's."""
        return QSize(0, self._theme.control_height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint a row."""
        row: PlanRow = index.data(PlanRole.ROW)
        space = self._theme.space
        inside = option.rect.adjusted(space(2.5), 0, -space(2.5), 0)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.kind is Kind.HEADING:
            self._write(painter, inside, Scale.CAPTION, "text_muted", row.title.upper())
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
        width = QFontMetrics(self._fonts[Scale.SMALL]).horizontalAdvance(row.date)
        title = inside.adjusted(0, 0, -(width + self._theme.space(2)) if width else 0, 0)
        self._write(painter, title, scale, ink, row.title)
        muted = ink if row.is_open else "text_muted"
        self._write(painter, inside, Scale.SMALL, muted, row.date, _RIGHT)

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
        side: Qt.AlignmentFlag = _LEFT,
    ) -> None:
        font = self._fonts[scale]
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        painter.setFont(font)
        painter.setPen(self._theme.colour(role))
        painter.drawText(place, side | _CENTRE, shown)
