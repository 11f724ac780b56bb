"""The view of a day: turns mouse, wheel and scrolling into gestures; edits nothing itself."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessibleInterface,
    QContextMenuEvent,
    QCursor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QGraphicsView, QWidget

from planner.domain.ids import BlockId
from planner.formats.wording.language import Language
from planner.ui.timeline.board import Board, Target
from planner.ui.timeline.edges import ColumnHeader, HourGutter
from planner.ui.timeline.gestures import Gestures
from planner.ui.timeline.look import Look
from planner.ui.timeline.pointers import Button, Feedback, Modifier, Place, Pointer, Release
from planner.ui.timeline.scene import DayScene
from planner.ui.timeline.zones import Zone

_BUTTONS = {
    Qt.MouseButton.LeftButton: Button.LEFT,
    Qt.MouseButton.MiddleButton: Button.MIDDLE,
    Qt.MouseButton.RightButton: Button.RIGHT,
}

_CURSORS: Mapping[Zone, Qt.CursorShape] = {
    Zone.BODY: Qt.CursorShape.OpenHandCursor,
    Zone.TOP: Qt.CursorShape.SizeVerCursor,
    Zone.BOTTOM: Qt.CursorShape.SizeVerCursor,
}

_MODIFIER_KEYS = {
    Qt.Key.Key_Shift: Modifier.SHIFT,
    Qt.Key.Key_Control: Modifier.CTRL,
    Qt.Key.Key_Alt: Modifier.ALT,
}

_ZOOM_STEP = 1.15
_WHEEL_STEP = 120
_EDGE = 28
_TICK = 16
_FASTEST = 24


class DayView(QGraphicsView):
    """Shows a `DayScene` with hours and names that stay in place.

    ``dragged`` tells what would happen, None when that ends; ``released`` how a gesture ended.
    ``zoomed`` asks for another scale: by a factor, and the view's y that stays in place.
    """

    dragged = Signal(object)
    released = Signal(object)
    pressed = Signal(object, object)
    opened = Signal(object)
    hovered = Signal(object)
    zoomed = Signal(float, float)
    resized = Signal()
    scrolled = Signal()
    menu_asked = Signal(QPoint)
    tip_asked = Signal(QPoint, QPoint)
    focus_changed = Signal()

    def __init__(self, look: Look, language: Language, scene: DayScene, parent: QWidget) -> None:
        super().__init__(scene, parent)
        self._day_scene = scene  # Qt does not own it, and would show one that is gone.
        self.gestures: Gestures | None = None
        self.tray: QWidget | None = None
        self.accessible: QAccessibleInterface | None = None
        self.is_pressed = False
        self._hovered: Target | None = None
        self._last: QPointF | None = None
        self._keys = Modifier.NONE
        self.header = ColumnHeader(look, language, self)
        self.gutter = HourGutter(look, language, self)
        self.corner = QWidget(self)
        self._look = look
        self._autoscroll = QTimer(self, interval=_TICK)
        self._autoscroll.timeout.connect(self._on_autoscroll)
        self._build()

    @property
    def board(self) -> Board | None:
        """Return the board that is shown."""
        return None if self.gestures is None else self.gestures.board

    @property
    def pointer_place(self) -> QPoint:
        """Return where the pointer was last seen, in the coordinates of this widget."""
        last = QPointF() if self._last is None else self._last
        return self.viewport().mapTo(self, last.toPoint())

    def show_board(self, board: Board | None, selection: tuple[BlockId, ...] = ()) -> None:
        """Show a board, also in the middle of a gesture; or none."""
        if board is None:
            self.gestures = None
            return
        if self.gestures is None:
            self.gestures = Gestures(board)
        self.gestures.board = board
        self.gestures.selection = selection
        self._show_edges()

    def begin_waiting(self, block: BlockId, at: QPoint) -> None:
        """Begin to drag a waiting block, pressed at a place on the screen."""
        if self.gestures is not None:
            pointer = self._pointer(self._local(at))
            self.pressed.emit(self.gestures.press_waiting(block, pointer), None)

    def drag_to(self, at: QPoint, keys: Qt.KeyboardModifier) -> None:
        """Go on with a drag whose mouse events another widget gets."""
        self._keys = _modifiers(keys)
        self._drag(self._local(at))

    def drop_at(self, at: QPoint, keys: Qt.KeyboardModifier) -> None:
        """End a drag whose mouse events another widget gets."""
        self._keys = _modifiers(keys)
        self._drop(self._local(at))

    def cancel(self) -> bool:
        """End a drag without an edit; say whether there was one."""
        if self.gestures is None or not self.gestures.is_dragging:
            return False
        self.gestures.cancel()
        self._end_drag()
        return True

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl around the pointer, scroll sideways with Shift, else scroll."""
        delta = event.angleDelta().y() or event.angleDelta().x()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoomed.emit(_ZOOM_STEP ** (delta / _WHEEL_STEP), event.position().y())
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() - delta)
        else:
            super().wheelEvent(event)
            return
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a gesture."""
        self._keys = _modifiers(event.modifiers())
        if self.gestures is not None:
            self._last = event.position()
            self.is_pressed = True
            button = _BUTTONS.get(event.button(), Button.MIDDLE)
            target = self.target_at(event.position().toPoint())
            selection = self.gestures.press(self._pointer(event.position(), button))
            self.pressed.emit(selection, None if target is None else target.item.column)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with a gesture, or show what lies under the pointer."""
        self._keys = _modifiers(event.modifiers())
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._drag(event.position())
        else:
            self._hover(event.position())
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a gesture."""
        self._keys = _modifiers(event.modifiers())
        self.is_pressed = False
        if event.button() is Qt.MouseButton.LeftButton:
            self._drop(event.position())
            self._hover(event.position())
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open a block, or make one where there is none."""
        self._keys = _modifiers(event.modifiers())
        if self.gestures is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        pointer = self._pointer(event.position())
        target = self.gestures.board.target_at(pointer.x, pointer.y, self.gestures.selection)
        if target is not None:
            self.opened.emit(target.item.block)
        else:
            self.released.emit(self.gestures.double_click(pointer))
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        """Show that nothing lies under the pointer."""
        self._show_hovered(None)
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Cancel with Escape, and follow keys that are pressed while something is dragged."""
        if event.key() == Qt.Key.Key_Escape and self.cancel():
            event.accept()
            return
        self._on_keys(event, is_pressed=True)
        event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Follow keys that are let go while something is dragged."""
        self._on_keys(event, is_pressed=False)
        event.ignore()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu."""
        if self.gestures is not None and not self.gestures.is_dragging:
            is_key = event.reason() is QContextMenuEvent.Reason.Keyboard
            chosen = [b for b in self.gestures.selection if b in self.gestures.board.of_block]
            if is_key and chosen:
                self.menu_asked.emit(self.viewport().mapToGlobal(self.place_of(chosen[-1])))
            else:
                self.menu_asked.emit(event.globalPos())
        event.accept()

    def viewportEvent(self, event: QEvent) -> bool:
        """Ask for a tooltip."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            self.tip_asked.emit(event.pos(), event.globalPos())
            return True
        return super().viewportEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.focus_changed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the ring; a drag that the focus leaves is over."""
        super().focusOutEvent(event)
        self.cancel()
        self.focus_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep hours and names in their places."""
        super().resizeEvent(event)
        self._place_edges()
        self.resized.emit()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Scroll hours and names along."""
        super().scrollContentsBy(dx, dy)
        self._show_edges()
        self.scrolled.emit()

    def target_at(self, at: QPoint) -> Target | None:
        """Return what lies at a place of the viewport."""
        if self.gestures is None:
            return None
        place = self.mapToScene(at)
        return self.gestures.board.target_at(place.x(), place.y(), self.gestures.selection)

    def near_columns(self, board: Board) -> range:
        """Return the columns in sight, and those that one more windowful at each side would show."""
        left, width = self.horizontalScrollBar().value(), self.viewport().width()
        return board.strip.columns_within(left - width, left + 2 * width)

    def place_of(self, block: BlockId) -> QPoint:
        """Return the middle of a block's first item, in the coordinates of the viewport.

        Raises:
            LookupError: the block is not shown.
        """
        items = () if self.board is None else self.board.of_block.get(block, ())
        if not items:
            raise LookupError(block)
        rect = items[0].rect
        return self.mapFromScene(rect.x + rect.width / 2, rect.y + rect.height / 2)

    def _build(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.MinimalViewportUpdate)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontSavePainterState)
        self.setCacheMode(QGraphicsView.CacheModeFlag.CacheBackground)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        look = self._look
        self.setViewportMargins(look.gutter_width, look.header_height, 0, 0)
        self.corner.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        for widget in (self.viewport(), self.header, self.gutter):
            # They fill all of their ground: what lies below them need not be painted each time.
            widget.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def _place_edges(self) -> None:
        inside = self.viewport().geometry()
        look = self._look
        self.header.setGeometry(QRect(inside.x(), 0, inside.width(), look.header_height))
        self.gutter.setGeometry(QRect(0, inside.y(), look.gutter_width, inside.height()))
        self.corner.setGeometry(QRect(0, 0, look.gutter_width, look.header_height))

    def _show_edges(self) -> None:
        if self.board is not None:
            self.header.show_board(self.board, self.horizontalScrollBar().value())
            top = self.mapToScene(QPoint(0, 0)).y()
            self.gutter.show_board(self.board, round(top))

    def _local(self, on_screen: QPoint) -> QPointF:
        return QPointF(self.viewport().mapFromGlobal(on_screen))

    def _pointer(self, at: QPointF, button: Button = Button.LEFT) -> Pointer:
        place = self.mapToScene(at.toPoint())
        return Pointer(place.x(), place.y(), self._keys, button, self._place_of(at))

    def _place_of(self, at: QPointF) -> Place:
        point = at.toPoint()
        if self.viewport().rect().contains(point):
            return Place.DAY
        on_screen = self.viewport().mapToGlobal(point)
        if self.tray is not None and self.tray.isVisible():
            inside = self.tray.mapFromGlobal(on_screen)
            if self.tray.rect().contains(inside):
                return Place.TRAY
        return Place.OUTSIDE

    def _drag(self, at: QPointF) -> None:
        if self.gestures is None:
            return
        self._last = at
        feedback = self.gestures.move(self._pointer(at))
        if feedback is None:
            return
        self._show_cursor(Qt.CursorShape.ClosedHandCursor if feedback.leader else None, feedback)
        self.dragged.emit(feedback)
        is_near_edge = _speed(at.y(), self.viewport().height()) or _speed(
            at.x(), self.viewport().width()
        )
        if is_near_edge and not self._autoscroll.isActive():
            self._autoscroll.start()

    def _drop(self, at: QPointF) -> None:
        if self.gestures is None:
            return
        found: Release = self.gestures.release(self._pointer(at))
        self._end_drag()
        self.released.emit(found)

    def _end_drag(self) -> None:
        self._autoscroll.stop()
        self._last = None
        self._show_cursor(None)
        self.dragged.emit(None)

    def _on_keys(self, event: QKeyEvent, *, is_pressed: bool) -> None:
        """Let a key that is pressed or let go in the middle of a drag count at once."""
        key = _MODIFIER_KEYS.get(Qt.Key(event.key()))
        is_dragging = self.gestures is not None and self.gestures.is_dragging
        if key is not None and is_dragging and self._last is not None:
            self._keys = self._keys | key if is_pressed else self._keys & ~key
            self._drag(self._last)

    def _on_autoscroll(self) -> None:
        if self.gestures is None or not self.gestures.is_dragging or self._last is None:
            self._autoscroll.stop()
            return
        down = _speed(self._last.y(), self.viewport().height())
        right = _speed(self._last.x(), self.viewport().width())
        before = (self.verticalScrollBar().value(), self.horizontalScrollBar().value())
        self.verticalScrollBar().setValue(before[0] + down)
        self.horizontalScrollBar().setValue(before[1] + right)
        after = (self.verticalScrollBar().value(), self.horizontalScrollBar().value())
        if before == after:
            self._autoscroll.stop()
        else:
            self._drag(self._last)

    def _hover(self, at: QPointF) -> None:
        self._show_hovered(self.target_at(at.toPoint()))

    def _show_hovered(self, target: Target | None) -> None:
        if target != self._hovered:
            self._hovered = target
            self._show_cursor(None if target is None else _CURSORS[target.zone])
            self.hovered.emit(None if target is None else target.item)

    def _show_cursor(self, shape: Qt.CursorShape | None, feedback: Feedback | None = None) -> None:
        if feedback is not None and feedback.is_copy:
            shape = Qt.CursorShape.DragCopyCursor
        if feedback is not None and feedback.refusal is not None:
            shape = Qt.CursorShape.ForbiddenCursor
        if shape is None:
            self.viewport().unsetCursor()
        else:
            self.viewport().setCursor(QCursor(shape))


def _modifiers(keys: Qt.KeyboardModifier) -> Modifier:
    found = Modifier.NONE
    if keys & Qt.KeyboardModifier.ShiftModifier:
        found |= Modifier.SHIFT
    if keys & Qt.KeyboardModifier.ControlModifier:
        found |= Modifier.CTRL
    if keys & Qt.KeyboardModifier.AltModifier:
        found |= Modifier.ALT
    return found


def _speed(at: float, length: int) -> int:
    """Return by how many pixels to scroll at a step, for a pointer near an end or beyond it."""
    if at < _EDGE:
        return -min(round((_EDGE - at) / 2) + 1, _FASTEST)
    if at > length - _EDGE:
        return min(round((at - length + _EDGE) / 2) + 1, _FASTEST)
    return 0
