"""The list of problems for mouse and keys: click or Enter jumps, F fixes, I ignores."""

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from planner.ui.context import Context
from planner.ui.models.problem_rows import ProblemRow
from planner.ui.models.problems_model import ProblemRole, ProblemsModel
from planner.ui.panels.problem_painting import Part, ProblemDelegate

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ProblemsView(QListView):
    """Shows problems and says what somebody wants to do about which; it changes nothing itself."""

    jump_asked = Signal(object)
    fix_asked = Signal(object)
    ignore_asked = Signal(object)
    menu_asked = Signal(object, QPoint)

    def __init__(
        self, context: Context, model: ProblemsModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._painter = ProblemDelegate(context.theme, context.language, self)
        self._pressed: tuple[str, Part] | None = None
        self.setModel(model)
        self.setItemDelegate(self._painter)
        self.setAccessibleName(context.language.text("Problems"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)

    @property
    def chosen(self) -> ProblemRow | None:
        """Return the row that keys act on."""
        return _row_at(self.currentIndex())

    def place_of(self, key: str, part: Part) -> QRect:
        """Return where a part of a row is in the viewport; empty where there is no such row."""
        model = self.model()
        index = model.index_of(key) if isinstance(model, ProblemsModel) else QModelIndex()
        row = _row_at(index)
        if row is None:
            return QRect()
        places = self._painter.places(row, self.visualRect(index))
        return {Part.LINK: places.link, Part.MORE: places.more, Part.ROW: places.sentence}[part]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on the current row, or move to another one."""
        row = self.chosen
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        signal = {
            Qt.Key.Key_F: self.fix_asked,
            Qt.Key.Key_I: self.ignore_asked,
            **dict.fromkeys(_ENTER, self.jump_asked),
        }.get(Qt.Key(event.key()))
        if row is None or signal is None or not plain:
            super().keyPressEvent(event)
            return
        signal.emit(row)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember what was pressed, so that only a whole click counts."""
        super().mousePressEvent(event)
        self._pressed = self._at(event.position().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Act on what was clicked."""
        super().mouseReleaseEvent(event)
        point = event.position().toPoint()
        pressed, self._pressed = self._pressed, None
        row = _row_at(self.indexAt(point))
        if row is None or event.button() != Qt.MouseButton.LeftButton:
            return
        if pressed != self._at(point):
            return
        self._act(row, self._part_at(point), point)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show what a click would do."""
        super().mouseMoveEvent(event)
        self._warm(self._at(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        """Show no more what a click would do."""
        super().leaveEvent(event)
        self._warm(None)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of a row, by mouse or by key."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        row = _row_at(index)
        if row is not None:
            point = self.visualRect(index).center() if by_key else event.pos()
            self.menu_asked.emit(row, self.viewport().mapToGlobal(point))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the rows out again: sentences wrap."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def _act(self, row: ProblemRow, part: Part, point: QPoint) -> None:
        if part is Part.MORE:
            self.menu_asked.emit(row, self.viewport().mapToGlobal(point))
        elif part is Part.LINK and (row.fixes or row.is_ignored):
            (self.ignore_asked if row.is_ignored else self.fix_asked).emit(row)
        else:
            self.jump_asked.emit(row)

    def _part_at(self, point: QPoint) -> Part:
        found = self._at(point)
        return Part.ROW if found is None else found[1]

    def _at(self, point: QPoint) -> tuple[str, Part] | None:
        index = self.indexAt(point)
        row = _row_at(index)
        if row is None:
            return None
        return row.key, self._painter.places(row, self.visualRect(index)).at(point)

    def _warm(self, found: tuple[str, Part] | None) -> None:
        if found == self._painter.hot:
            return
        self._painter.hot = found
        is_button = found is not None and found[1] is not Part.ROW
        self.viewport().setCursor(
            Qt.CursorShape.PointingHandCursor if is_button else Qt.CursorShape.ArrowCursor
        )
        self.viewport().update()


def _row_at(index: QModelIndex) -> ProblemRow | None:
    row = index.data(ProblemRole.ROW) if index.isValid() else None
    return row if isinstance(row, ProblemRow) else None
