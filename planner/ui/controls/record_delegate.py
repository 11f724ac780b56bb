"""Draws a row of a list of records: its label, and a quiet hint at the right."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QIcon, QPainter
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from planner.ui.theme.fonts import Scale
from planner.ui.theme.theme import Theme

HINT_ROLE = int(Qt.ItemDataRole.UserRole) + 1
"""The hint of a row, beside its label in the display role."""

_MOST_FOR_HINT = 0.5


class RecordDelegate(QStyledItemDelegate):
    """Label at the left, hint at the right; both shortened where the room ends."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._small = theme.font(Scale.SMALL)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw the ground as the style sheet says, then both texts."""
        self.initStyleOption(option, index)
        label, option.text = option.text, ""
        icon, option.icon = QIcon(option.icon), QIcon()
        option.features &= ~QStyleOptionViewItem.ViewItemFeature.HasDecoration
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        inset = self._theme.space(2.5)
        room = option.rect.adjusted(inset, 0, -inset, 0)
        if not icon.isNull():
            side = self._theme.icon_size
            top = room.center().y() - side // 2
            icon.paint(painter, QRect(room.left(), top, side, side))
            room.setLeft(room.left() + side + self._theme.space(1.5))
        room.setRight(room.right() - self._draw_hint(painter, room, index))
        painter.setFont(option.font)
        is_enabled = bool(option.state & QStyle.StateFlag.State_Enabled)
        painter.setPen(self._theme.colour("text" if is_enabled else "text_disabled"))
        self._draw(painter, room, label, Qt.AlignmentFlag.AlignLeft)

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return a height that a pointer meets easily."""
        return QSize(super().sizeHint(option, index).width(), self._theme.control_height)

    def _draw_hint(
        self, painter: QPainter, room: QRect, index: QModelIndex | QPersistentModelIndex
    ) -> int:
        """Draw the hint and return the width that it takes from the label."""
        hint = str(index.data(HINT_ROLE) or "")
        if not hint:
            return 0
        wanted = QFontMetrics(self._small).horizontalAdvance(hint) + 1
        width = min(wanted, round(room.width() * _MOST_FOR_HINT))
        painter.setFont(self._small)
        painter.setPen(self._theme.colour("text_muted"))
        place = QRect(room.right() - width + 1, room.top(), width, room.height())
        self._draw(painter, place, hint, Qt.AlignmentFlag.AlignRight)
        return width + self._theme.space(3)

    def _draw(self, painter: QPainter, room: QRect, text: str, side: Qt.AlignmentFlag) -> None:
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter, shown)
