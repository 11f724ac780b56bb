"""The command palette: type a few letters, press Enter; finds actions, plans, people, rooms, blocks."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAction, QFontMetrics, QIcon, QKeyEvent, QPainter, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from planner.domain.ids import PlanId
from planner.ui.context import Context
from planner.ui.controls.plain_label import plain_label
from planner.ui.dialogs.frame import window_of
from planner.ui.models.palette_entries import (
    ENTRY_ROLE,
    Entry,
    PaletteEntries,
    palette_entries,
)
from planner.ui.theme.fonts import Scale
from planner.ui.theme.theme import Theme

_WIDTH, _LIST_HEIGHT, _TOP, _ROW = 600, 380, 72, 34
_LIST_KEYS = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CommandPalette(QDialog):
    """A popup at the top of the window. Arrows move, Enter runs, Escape or a click outside closes."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self._context = context
        language, theme = context.language, context.theme
        self.setAccessibleName(language.text("Find anything"))
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.entries = PaletteEntries(theme, palette_entries(context, self._open_plan))
        self.search = _search_field(
            theme, language.text("Find an action, a plan, a person, a room")
        )
        self.list = _ListView(theme, self.entries)
        self.list.setAccessibleName(language.text("What was found"))
        self.nothing = plain_label(language.text("Nothing is called like that."), tone="muted")
        self.nothing.setContentsMargins(theme.space(3), theme.space(2), 0, theme.space(3))
        self.nothing.hide()
        self._arrange(theme)
        self.search.textChanged.connect(self._on_typed)
        self.list.clicked.connect(self._on_clicked)
        self._select(0)

    def showEvent(self, event: QShowEvent) -> None:
        """Stand at the top of the window, in its middle."""
        super().showEvent(event)
        window = self.parentWidget()
        if window is not None:
            middle = (window.width() - self.width()) // 2
            top = min(self._context.theme.length(_TOP), window.height() // 8)
            self.move(window.mapToGlobal(QPoint(middle, top)))
        self.search.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move in the list while the field keeps the focus; run with Enter."""
        if event.key() in _LIST_KEYS:
            self._move(Qt.Key(event.key()))
        elif event.key() in _ENTER:
            self._run(self.list.currentIndex())
        else:
            super().keyPressEvent(event)

    def _arrange(self, theme: Theme) -> None:
        surface = QFrame(self)
        surface.setProperty("kind", "popup")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(surface)
        column = QVBoxLayout(surface)
        edge = theme.space(2)
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(edge)
        for widget in (self.search, self.list, self.nothing):
            column.addWidget(widget)
        self.setFixedWidth(theme.length(_WIDTH))
        self.list.setFixedHeight(theme.length(_LIST_HEIGHT))

    def _on_typed(self, text: str) -> None:
        self.entries.search(text.strip())
        is_empty = not self.entries.rowCount()
        self.nothing.setVisible(is_empty)
        self.list.setHidden(is_empty)
        self.adjustSize()
        self._select(0)

    def _on_clicked(self, index: QModelIndex) -> None:
        self._run(index)

    def _move(self, key: Qt.Key) -> None:
        page = max(1, self.list.height() // self._context.theme.length(_ROW) - 1)
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -page}.get(key, page)
        count = self.entries.rowCount()
        if count:
            row = self.list.currentIndex().row() + steps
            is_single = abs(steps) == 1
            self._select(row % count if is_single else max(0, min(row, count - 1)))

    def _select(self, row: int) -> None:
        if row < self.entries.rowCount():
            self.list.setCurrentIndex(self.entries.index(row))

    def _run(self, index: QModelIndex) -> None:
        """Close, and then do it: what it opens must not be below the popup."""
        if not index.isValid():
            return
        entry = self.entries.entry(index.row())
        self.accept()
        entry.run()

    def _open_plan(self, plan_id: PlanId) -> None:
        commands = window_of(self)
        if commands is not None:
            commands.open_plan(plan_id)


class _ListView(QListView):
    """The list; it never takes the focus, so that typing goes on."""

    def __init__(self, theme: Theme, entries: PaletteEntries) -> None:
        super().__init__()
        self.setModel(entries)
        self.setItemDelegate(_EntryDelegate(theme, self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setStyleSheet("QListView { background: transparent; }")  # it lies on a popup


class _EntryDelegate(QStyledItemDelegate):
    """Draws an entry: icon, title, what is known of it, and its key at the right."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the size of a row."""
        return QSize(0, self._theme.length(_ROW))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one row."""
        entry = index.data(ENTRY_ROLE)
        if not isinstance(entry, Entry):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box: QRect = option.rect
        state = option.state
        self._draw_ground(painter, box, state)
        inside = box.adjusted(self._theme.space(2.5), 0, -self._theme.space(2.5), 0)
        inside = self._draw_icon(painter, inside, index.data(Qt.ItemDataRole.DecorationRole))
        inside = self._draw_key(painter, inside, entry.key)
        self._draw_words(painter, inside, entry)
        painter.restore()

    def _draw_ground(self, painter: QPainter, box: QRect, state: QStyle.StateFlag) -> None:
        role = ""
        if state & QStyle.StateFlag.State_MouseOver:
            role = "hover"
        if state & QStyle.StateFlag.State_Selected:
            role = "selected"
        if role:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour(role))
            painter.drawRoundedRect(box, self._theme.radius, self._theme.radius)

    def _draw_icon(self, painter: QPainter, box: QRect, icon: object) -> QRect:
        side = self._theme.icon_size
        if isinstance(icon, QIcon):
            icon.paint(painter, QRect(box.left(), box.center().y() - side // 2, side, side))
        return box.adjusted(side + self._theme.space(2.5), 0, 0, 0)

    def _draw_key(self, painter: QPainter, box: QRect, key: str) -> QRect:
        if not key:
            return box
        font = self._theme.font(Scale.SMALL)
        painter.setFont(font)
        painter.setPen(self._theme.colour("text_muted"))
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, key)
        width = QFontMetrics(font).horizontalAdvance(key) + self._theme.space(3)
        return box.adjusted(0, 0, -width, 0)

    def _draw_words(self, painter: QPainter, box: QRect, entry: Entry) -> None:
        font, small = self._theme.font(Scale.BODY), self._theme.font(Scale.SMALL)
        metrics, small_metrics = QFontMetrics(font), QFontMetrics(small)
        least = min(small_metrics.horizontalAdvance(entry.detail), box.width() // 3)
        room = box.width() - least - self._theme.space(3)
        title = metrics.elidedText(entry.title, Qt.TextElideMode.ElideRight, room)
        painter.setFont(font)
        painter.setPen(self._theme.colour("text"))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, title)
        rest = box.adjusted(metrics.horizontalAdvance(title) + self._theme.space(2), 0, 0, 0)
        detail = small_metrics.elidedText(entry.detail, Qt.TextElideMode.ElideRight, rest.width())
        painter.setFont(small)
        painter.setPen(self._theme.colour("text_muted"))
        painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter, detail)


def _search_field(theme: Theme, placeholder: str) -> QLineEdit:
    field = QLineEdit()
    field.setPlaceholderText(placeholder)
    field.setAccessibleName(placeholder)
    field.addAction(
        QAction(theme.icon("search", "text_muted"), "", field),
        QLineEdit.ActionPosition.LeadingPosition,
    )
    return field
