"""How the table's cells look, and how they are edited: what is refused stays in its editor."""

import re
from collections.abc import Callable

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from planner.domain.problems import Severity
from planner.formats.wording.facts import NOBODY
from planner.ui.models.timetable_model import TimetableRole
from planner.ui.models.timetable_rows import Column
from planner.ui.panels.cell_editor import CellEditor
from planner.ui.theme import metrics
from planner.ui.theme.fonts import Scale
from planner.ui.theme.theme import Theme

Index = QModelIndex | QPersistentModelIndex

_Hint = QAbstractItemDelegate.EndEditHint
_HINTS = {
    Qt.Key.Key_Tab: _Hint.EditNextItem,
    Qt.Key.Key_Backtab: _Hint.EditPreviousItem,
    Qt.Key.Key_Return: _Hint.NoHint,
    Qt.Key.Key_Enter: _Hint.NoHint,
}
_ICONS = {
    Severity.ERROR: "alert-circle",
    Severity.WARNING: "alert-triangle",
    Severity.HINT: "circle",
}
_TONES = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "text_muted"}
_SIDE = 11  # as the heads of the columns have it
_ENDLESS = 10_000
_MOST_SIZES = 5_000
_WORD = re.compile(r"[^\s-]{8,}")  # shorter ones fit; after a hyphen lines break anyway
_BREAK = "\u200b"
_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class TableDelegate(QStyledItemDelegate):
    """Draws cells with their lines wrapped; ``words`` says what an editor offers in a column.

    ``entered`` tells that a text was taken with Enter.
    """

    entered = Signal()

    def __init__(
        self, theme: Theme, words: Callable[[Column], tuple[str, ...]], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = words
        self._sentence = ""
        self._margin, self._side = theme.space(2), theme.length(_SIDE)
        self._fonts = {False: theme.font(Scale.BODY), True: theme.font(Scale.CAPTION)}
        self._sizes: dict[tuple[str, int, bool], QSize] = {}

    def note_refusal(self, sentence: str) -> None:
        """Keep why the model has just refused a text."""
        self._sentence = sentence

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw ground, text or mark, and the line below."""
        painter.save()
        rect: QRect = option.rect
        state = option.state
        self._paint_ground(painter, rect, state)
        if index.column() == Column.MARK and index.data(TimetableRole.BLOCK) is not None:
            self._paint_mark(painter, rect, index)
        else:
            self._paint_text(painter, rect, index)
        if state & QStyle.StateFlag.State_HasFocus and index.data(TimetableRole.BLOCK) is not None:
            ring = metrics.FOCUS_RING
            painter.setPen(QPen(self._theme.colour("focus"), ring))
            painter.drawRect(rect.adjusted(ring // 2, ring // 2, -ring // 2, -ring // 2))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room that all lines of a cell need at its width."""
        rect: QRect = option.rect
        width = max(1, rect.width() - 2 * self._side)
        is_heading = index.data(TimetableRole.BLOCK) is None
        return self._measured(str(index.data() or ""), width, is_heading=is_heading)

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Return a line with what the column offers."""
        editor = CellEditor(self._theme, index, self._words(Column(index.column())), parent)
        title = index.model().headerData(index.column(), Qt.Orientation.Horizontal)
        editor.setAccessibleName(str(title))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show the text to be changed; never over what somebody is typing."""
        if isinstance(editor, CellEditor) and not editor.isModified():
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Pass on the text; what the model refuses stays, with the reason below it."""
        if isinstance(editor, CellEditor):
            self._sentence = ""
            editor.refuse("" if model.setData(index, editor.text()) else self._sentence)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, _index: Index
    ) -> None:
        """Give the editor the whole width of the cell and the height of one line."""
        rect: QRect = option.rect
        editor.setGeometry(rect.x(), rect.y(), rect.width(), self._theme.row_height)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Take a text with Enter, Tab or by leaving; stay where it is refused."""
        if isinstance(editor, CellEditor):
            if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
                return self._on_key(editor, event)
            if isinstance(event, QFocusEvent) and event.type() is QEvent.Type.FocusOut:
                return self._on_left(editor, event)
        return super().eventFilter(editor, event)

    def _on_key(self, editor: CellEditor, event: QKeyEvent) -> bool:
        hint = _HINTS.get(Qt.Key(event.key()))
        if hint is None or editor.is_completing:
            return super().eventFilter(editor, event)
        if self._take(editor):
            self.closeEditor.emit(editor, hint)
            if hint is _Hint.NoHint:
                self.entered.emit()
        return True

    def _on_left(self, editor: CellEditor, event: QFocusEvent) -> bool:
        is_passing = event.reason() in (
            Qt.FocusReason.PopupFocusReason,
            Qt.FocusReason.ActiveWindowFocusReason,
        )
        if not is_passing and not editor.is_completing and self._take(editor):
            self.closeEditor.emit(editor, _Hint.NoHint)
        return False

    def _take(self, editor: CellEditor) -> bool:
        """Make the edit of a text and say whether it was taken."""
        if not editor.index.isValid():
            return True
        self._sentence = ""
        model, at = editor.index.model(), editor.index
        is_taken = model.setData(model.index(at.row(), at.column()), editor.text())
        editor.refuse("" if is_taken else self._sentence)
        return is_taken

    def _measured(self, text: str, width: int, *, is_heading: bool) -> QSize:
        """Return the size of a text; most texts of a table are asked for again and again."""
        key = (text, width, is_heading)
        found = self._sizes.get(key)
        if found is None:
            metrics_of = QFontMetrics(self._fonts[is_heading])
            room = QRect(0, 0, width, _ENDLESS)
            lines = metrics_of.boundingRect(
                room, int(_WRAPPED), _breakable(text, metrics_of, width)
            )
            height = max(self._theme.row_height, lines.height() + 2 * self._margin)
            if len(self._sizes) > _MOST_SIZES:
                self._sizes.clear()
            found = self._sizes[key] = QSize(lines.width() + 2 * self._side, height)
        return found

    def _inside(self, rect: QRect) -> QRect:
        return rect.adjusted(self._side, self._margin, -self._side, -self._margin)

    def _paint_ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, self._theme.colour("selected"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, self._theme.colour("hover"))
        painter.setPen(self._theme.colour("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())

    def _paint_mark(self, painter: QPainter, rect: QRect, index: Index) -> None:
        severity = index.data(TimetableRole.SEVERITY)
        if severity is None:
            return
        size = self._theme.icon_size
        picture = self._theme.pixmap(_ICONS[severity], _TONES[severity], size)
        top = rect.y() + (self._theme.row_height - size) // 2
        painter.drawPixmap(QRect(rect.center().x() - size // 2, top, size, size), picture)

    def _paint_text(self, painter: QPainter, rect: QRect, index: Index) -> None:
        is_heading = index.data(TimetableRole.BLOCK) is None
        painter.setFont(self._fonts[is_heading])
        room = self._inside(rect)
        for line in str(index.data() or "").split("\n"):
            role = "text_muted" if is_heading else "text"
            if index.data(TimetableRole.IS_MISSING) and line.startswith(NOBODY):
                role = "error"
            painter.setPen(self._theme.colour(role))
            shown = _breakable(line, painter.fontMetrics(), room.width())
            painter.drawText(room, int(_WRAPPED), shown)
            height = painter.fontMetrics().boundingRect(room, int(_WRAPPED), shown).height()
            room.setTop(room.top() + height)


def _breakable(text: str, metrics_of: QFontMetrics, width: int) -> str:
    """Return a text in which words that are wider than its cell may be broken anywhere."""
    return _WORD.sub(
        lambda word: (
            word[0] if metrics_of.horizontalAdvance(word[0]) <= width else _BREAK.join(word[0])
        ),
        text,
    )
