"""A list of criteria in order; they are moved by dragging, or by Alt and the arrows."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from planner.domain.policy import RepairCriterion
from planner.formats.wording.language import Language
from planner.ui.dialogs.policy_rows import CRITERIA
from planner.ui.theme.fonts import Scale
from planner.ui.theme.theme import Theme

_HEIGHT = 40
_NUMBER_WIDTH = 24
_GRIP = "menu-2"
_CRITERION = Qt.ItemDataRole.UserRole
_SENTENCE = Qt.ItemDataRole.AccessibleDescriptionRole
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class OrderList(QListWidget):
    """``ordered(criteria)`` tells the new order after somebody moved one."""

    ordered = Signal(tuple)

    def __init__(
        self, theme: Theme, language: Language, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._language = language
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setItemDelegate(_CriterionDelegate(theme, self))
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(len(CRITERIA) * theme.length(_HEIGHT))
        self.addItems([""] * len(CRITERIA))
        for row in range(self.count()):  # a line is dropped between others, never on one
            self.item(row).setFlags(self.item(row).flags() & ~Qt.ItemFlag.ItemIsDropEnabled)
        self.model().rowsMoved.connect(self._on_moved)

    @property
    def order(self) -> tuple[RepairCriterion, ...]:
        """Return the criteria from top to bottom."""
        items = (self.item(row) for row in range(self.count()))
        return tuple(RepairCriterion(item.data(_CRITERION)) for item in items)

    def show_order(self, order: Sequence[RepairCriterion]) -> None:
        """Show all criteria in an order; the one that is current stays current."""
        current = self.currentItem().data(_CRITERION) if self.currentRow() >= 0 else order[0]
        for row, criterion in enumerate(order):
            title, sentence = (self._language.text(words) for words in CRITERIA[criterion])
            item = self.item(row)
            item.setText(title)
            item.setData(_CRITERION, criterion.value)
            item.setData(_SENTENCE, sentence)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{row + 1}. {title}: {sentence}")
        self.setCurrentRow(list(order).index(RepairCriterion(current)))

    def shift(self, step: int) -> None:
        """Move the current criterion up (-1) or down (1), where it can go there."""
        row, order = self.currentRow(), list(self.order)
        if row < 0 or not 0 <= row + step < len(order):
            return
        order.insert(row + step, order.pop(row))
        self.show_order(order)
        self.ordered.emit(tuple(order))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move a criterion with Alt and the arrows; without Alt they choose another."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.shift(step)
        else:
            super().keyPressEvent(event)

    def _on_moved(self) -> None:
        self.ordered.emit(self.order)


class _CriterionDelegate(QStyledItemDelegate):
    """Draws number, title, sentence below it, and the grip that says that it can be dragged."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw the ground as the style sheet says, then the words."""
        self.initStyleOption(option, index)
        title, option.text = option.text, ""
        style, space = option.widget.style(), self._theme.space
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        room = option.rect.adjusted(space(2.5), space(1), -space(2.5), -space(1))
        grip = self._theme.icon(_GRIP, "text_muted")
        side = self._theme.icon_size
        grip.paint(painter, QRect(room.right() - side, room.center().y() - side // 2, side, side))
        room.setRight(room.right() - side - space(2))
        number = QRect(room.left(), room.top(), self._theme.length(_NUMBER_WIDTH), room.height())
        self._draw(painter, number, str(index.row() + 1), Scale.BODY, "text_muted")
        room.setLeft(number.right())
        half = room.height() // 2
        upper, lower = room.adjusted(0, 0, 0, -half), room.adjusted(0, half, 0, 0)
        self._draw(painter, upper, title, Scale.STRONG, "text")
        self._draw(painter, lower, str(index.data(_SENTENCE)), Scale.SMALL, "text_muted")

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the height of two lines."""
        return QSize(super().sizeHint(option, index).width(), self._theme.length(_HEIGHT))

    def _draw(self, painter: QPainter, room: QRect, text: str, scale: Scale, role: str) -> None:
        painter.setFont(self._theme.font(scale))
        painter.setPen(self._theme.colour(role))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
