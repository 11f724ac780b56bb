"""A monkey at the window: gestures of chance with mouse and keys, each given by a few numbers.

A gesture takes numbers of any size and makes something possible of them, so that a search for the
shortest way to a fault can make them smaller.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QContextMenuEvent, QInputMethodEvent, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QWidget,
)

from planner.app.settings import ThemeChoice
from planner.ui.application import Application
from planner.ui.commands import Page, PlanView
from planner.ui.desk import Desk
from planner.ui.models.timetable_rows import Column
from planner.ui.panels.plan_page import PlanPage
from planner.ui.panels.problem_painting import Part
from planner.ui.panels.table_panel import TablePanel
from planner.ui.panels.timeline_panel import TimelinePanel
from planner.ui.timeline.board import Board, Item
from planner.ui.timeline.view import DayView
from planner.ui.workbench import Workbench

_W = TypeVar("_W", bound=QWidget)
_T = TypeVar("_T")

_LEFT = Qt.MouseButton.LeftButton
_NO_BUTTON = Qt.MouseButton.NoButton
_NO_KEY = Qt.KeyboardModifier.NoModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CTRL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier

HELD: Sequence[Qt.KeyboardModifier] = (
    *(_NO_KEY, _NO_KEY, _SHIFT, _CTRL, _ALT),
    *(_SHIFT | _CTRL, _SHIFT | _ALT, _CTRL | _ALT),
)

KEYS: Sequence[tuple[Qt.Key, Qt.KeyboardModifier]] = (
    *((key, _NO_KEY) for key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left)),
    *((key, _NO_KEY) for key in (Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End)),
    *((key, _NO_KEY) for key in (Qt.Key.Key_Escape, Qt.Key.Key_Delete, Qt.Key.Key_F2)),
    *((key, _SHIFT) for key in (Qt.Key.Key_Up, Qt.Key.Key_Down)),
    *((key, _ALT) for key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)),
    *((key, _ALT) for key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)),
    *((key, _SHIFT | _ALT) for key in (Qt.Key.Key_Up, Qt.Key.Key_Down)),
    *((key, _CTRL | _ALT) for key in (Qt.Key.Key_Up, Qt.Key.Key_Down)),
    *((key, _CTRL | _SHIFT) for key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_D)),
    *((key, _CTRL | _SHIFT | _ALT) for key in (Qt.Key.Key_Up, Qt.Key.Key_Down)),
    *((key, _CTRL) for key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Backspace)),
    *((key, _CTRL) for key in (Qt.Key.Key_A, Qt.Key.Key_B, Qt.Key.Key_C, Qt.Key.Key_D)),
    *((key, _CTRL) for key in (Qt.Key.Key_J, Qt.Key.Key_L, Qt.Key.Key_V)),
    *((key, _CTRL) for key in (Qt.Key.Key_0, Qt.Key.Key_Plus, Qt.Key.Key_Minus)),
    *((key, _CTRL) for key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)),
)
"""All keys that the timeline knows, but for undo and redo."""

TEXTS = (
    *("", "10:00", "9", "13:30-14:15", "24:00", "7 pm", "45", "1 h 30", "0", "-5", "99999"),
    *("Anna", "Ben; Ana", "???", "Talk \u00b7 Video", "Lunch", "26 Sep 2015", "2015-09-25"),
    *("<b>&amp;</b>", "{name} %s %1 &x", "\u05d0\u05d1 \u202eabc", "x" * 400, " ", "\U0001f600"),
)
"""What it types: times, lengths, names, and what programs choke on."""

_ENDINGS = (Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Escape, Qt.Key.Key_Backtab, None)
_SIZES = ((1440, 900), (1024, 700), (1900, 1000), (1200, 620))
_PAGES = (Page.PLAN, Page.TRAVEL, Page.APPLICATION, Page.DIRECTORY, Page.START)
_MOST_POPUPS = 6
_PART = 1000


class Monkey:
    """Plays with the window of a program in which a plan is open."""

    def __init__(self, application: Application) -> None:
        self._application = application

    @property
    def workbench(self) -> Workbench:
        """Return what is inside the window now."""
        return self._application.workbench

    @property
    def desk(self) -> Desk:
        """Return the desk."""
        return self.workbench.context.desk

    @property
    def page(self) -> PlanPage:
        """Return the page of the plan."""
        return _child(self.workbench, PlanPage)

    @property
    def timeline(self) -> TimelinePanel:
        """Return the timeline."""
        return self.page.timeline

    @property
    def view(self) -> DayView:
        """Return the view of the day."""
        return self.timeline.view

    @property
    def board(self) -> Board | None:
        """Return what the timeline shows."""
        return self.timeline.stage.board

    def do(self, hand: str, *numbers: int) -> None:
        """Make a gesture, and let everything happen that follows from it."""
        HANDS[hand].act(self, *numbers)
        settle()
        self._close_popups()

    def drag(self, nth: int, across: int, down: int, keys: int, gives_up: int) -> None:
        """Drag a block; sometimes think better of it."""
        self._show(PlanView.TIMELINE)
        item = self._item(nth)
        if item is not None:
            start = self._inside(item, item.rect.height / 2)
            self._pull(start, start + QPoint(across, down), keys, gives_up=not gives_up % 5)

    def stretch(self, nth: int, is_end: int, down: int, keys: int) -> None:
        """Drag an edge of a block."""
        self._show(PlanView.TIMELINE)
        item = self._item(nth)
        if item is not None:
            edge = item.rect.height - 2 if is_end % 2 else 2
            start = self._inside(item, edge)
            self._pull(start, start + QPoint(0, down), keys)

    def sweep(self, x: int, y: int, across: int, down: int, keys: int) -> None:
        """Drag from anywhere to anywhere: draws a block, spans a band, moves what is there."""
        self._show(PlanView.TIMELINE)
        start = self._anywhere(x, y)
        self._pull(start, start + QPoint(across, down), keys)

    def press(self, nth: int, keys: int) -> None:
        """Click a block."""
        self._show(PlanView.TIMELINE)
        item = self._item(nth)
        if item is not None:
            place = self._inside(item, item.rect.height / 2)
            QTest.mouseClick(self.view.viewport(), _LEFT, _nth(HELD, keys), place)

    def press_twice(self, x: int, y: int, text: int, ending: int) -> None:
        """Double-click anywhere: makes a block, or lets a title be typed."""
        self._show(PlanView.TIMELINE)
        QTest.mouseDClick(self.view.viewport(), _LEFT, _NO_KEY, self._anywhere(x, y))
        settle()
        editor = self.timeline.editor
        if editor.isVisible():
            self._type(editor, text, ending)

    def key(self, number: int) -> None:
        """Press a key of the timeline."""
        self._show(PlanView.TIMELINE)
        self.view.setFocus()
        QTest.keyClick(self.view, *_nth(KEYS, number))
        settle()
        if self.timeline.editor.isVisible():
            self._type(self.timeline.editor, number, number)

    def undo(self) -> None:
        """Undo."""
        QTest.keyClick(self._focus(), Qt.Key.Key_Z, _CTRL)

    def redo(self) -> None:
        """Redo."""
        QTest.keyClick(self._focus(), Qt.Key.Key_Z, _CTRL | _SHIFT)

    def wheel(self, x: int, y: int, turn: int, keys: int) -> None:
        """Zoom and scroll."""
        self._show(PlanView.TIMELINE)
        at = QPointF(self._anywhere(x, y))
        viewport = self.view.viewport()
        event = QWheelEvent(
            at,
            viewport.mapToGlobal(at),
            QPoint(),
            QPoint(0, turn),
            _NO_BUTTON,
            _nth((_CTRL, _NO_KEY, _SHIFT), keys),
            Qt.ScrollPhase.NoScrollPhase,
            False,  # noqa: FBT003 -- Qt's own signature
        )
        QApplication.sendEvent(viewport, event)

    def menu(self, x: int, y: int, choice: int) -> None:
        """Open the menu of what lies anywhere, and choose something."""
        self._show(PlanView.TIMELINE)
        at = self._anywhere(x, y)
        viewport = self.view.viewport()
        mouse = QContextMenuEvent.Reason.Mouse
        QApplication.sendEvent(viewport, QContextMenuEvent(mouse, at, viewport.mapToGlobal(at)))
        self._choose(choice)

    def arrange(self, number: int) -> None:
        """Show other columns."""
        self._show(PlanView.TIMELINE)
        buttons = _shown(self.timeline.bar, QAbstractButton)
        if buttons:
            _click(_nth(buttons, number))
            self._choose(number // 7)

    def turn(self) -> None:
        """Change from timeline to table, or back."""
        if self.workbench.page is Page.PLAN:
            QTest.keyClick(self._focus(), Qt.Key.Key_T, _CTRL)

    def fill_cell(self, row: int, column: int, text: int, ending: int) -> None:
        """Type over a cell of the table."""
        self._show(PlanView.TABLE)
        panel = _child(self.page, TablePanel)
        if not panel.model.rowCount():
            return
        index = panel.model.index(row % panel.model.rowCount(), column % len(Column))
        panel.view.setFocus()
        panel.view.setCurrentIndex(index)
        QTest.keyClick(panel.view, Qt.Key.Key_Return)
        settle()
        editors = _shown(panel.view.viewport(), QLineEdit)
        if editors:
            self._type(editors[0], text, ending)

    def key_in_table(self, row: int, number: int) -> None:
        """Press a key on a row of the table."""
        self._show(PlanView.TABLE)
        panel = _child(self.page, TablePanel)
        panel.view.setFocus()
        if panel.model.rowCount():
            panel.view.selectRow(row % panel.model.rowCount())
        QTest.keyClick(panel.view, *_nth(KEYS, number))

    def inspect(self, nth: int, text: int, ending: int) -> None:
        """Type into a field of the inspector, press one of its buttons, or choose from a list."""
        self.workbench.show_page(Page.PLAN)
        kinds: tuple[type[QWidget], ...] = (QLineEdit, QComboBox, QAbstractButton, QPlainTextEdit)
        found = [w for w in _shown(self.page.inspector, QWidget) if isinstance(w, kinds)]
        fields = [w for w in found if w.isEnabled() and w.focusPolicy()]
        if fields:
            self._use(_nth(fields, nth), text, ending)

    def fix(self, nth: int, part: int) -> None:
        """Click a problem, its link, or its other ways."""
        self.workbench.show_page(Page.PLAN)
        problems = self.page.problems
        rows = problems.model.rows
        if rows:
            key = _nth(rows, nth).key
            problems.view.scrollTo(problems.model.index_of(key))
            place = problems.view.place_of(key, _nth((Part.LINK, Part.ROW, Part.MORE), part))
            if not place.isEmpty() and problems.view.viewport().rect().contains(place.center()):
                QTest.mouseClick(problems.view.viewport(), _LEFT, _NO_KEY, place.center())
                self._choose(part)

    def put_on_day(self, nth: int, x: int, y: int) -> None:
        """Drag a waiting block onto the day, or give it a time by a key."""
        self._show(PlanView.TIMELINE)
        cards = self.timeline.tray.cards
        if not cards:
            return
        card = _nth(cards, nth)
        if x % 4:
            to = card.mapFromGlobal(self.view.viewport().mapToGlobal(self._anywhere(x, y)))
            self._pull_over(card, QPoint(20, 12), to, _NO_KEY)
        else:
            QTest.keyClick(card, Qt.Key.Key_Return)

    def take_off(self, nth: int) -> None:
        """Drag a block to the tray."""
        self._show(PlanView.TIMELINE)
        item, tray = self._item(nth), self.timeline.tray
        if item is not None and tray.isVisible():
            start = self._inside(item, item.rect.height / 2)
            to = self.view.viewport().mapFromGlobal(tray.mapToGlobal(tray.rect().center()))
            self._pull_over(self.view.viewport(), start, to, _NO_KEY)

    def leaf(self, number: int) -> None:
        """Show another page."""
        self.workbench.show_page(_nth(_PAGES, number))

    def resize(self, number: int) -> None:
        """Make the window larger or smaller."""
        self._application.shell.resize(*_nth(_SIZES, number))

    def dress(self, number: int) -> None:
        """Change language or theme, one time in eight: the window is built again."""
        if number % 8:
            return
        settings = self.workbench.context.settings
        theme = _nth((ThemeChoice.LIGHT, ThemeChoice.DARK), number // 8)
        settings.change(theme=theme, language=_nth(("en", "de"), number // 16))

    def _show(self, view: PlanView) -> None:
        if self.workbench.page is not Page.PLAN or self.page.view is not view:
            self.workbench.show_view(view)
            settle()

    def _focus(self) -> QWidget:
        return QApplication.focusWidget() or self.workbench

    def _item(self, nth: int) -> Item | None:
        items = [] if self.board is None else list(self.board.items)
        return _nth(items, nth) if items else None

    def _inside(self, item: Item, down: float) -> QPoint:
        """Return a place of a block in the viewport, which is scrolled to it."""
        rect = item.rect
        self.view.ensureVisible(rect.x, rect.y + down, rect.width, 1, 20, 40)
        place = self.view.mapFromScene(rect.x + rect.width / 2, rect.y + down)
        return _within(self.view.viewport().rect(), place)

    def _anywhere(self, x: int, y: int) -> QPoint:
        room = self.view.viewport().rect()
        return QPoint(x % _PART * room.width() // _PART, y % _PART * room.height() // _PART)

    def _pull(self, start: QPoint, end: QPoint, keys: int, *, gives_up: bool = False) -> None:
        viewport = self.view.viewport()
        self._pull_over(viewport, start, _within(viewport.rect(), end), _nth(HELD, keys), gives_up)

    def _pull_over(
        self,
        widget: QWidget,
        start: QPoint,
        end: QPoint,
        held: Qt.KeyboardModifier,
        gives_up: bool = False,  # noqa: FBT001, FBT002 -- private
    ) -> None:
        QTest.mousePress(widget, _LEFT, held, start)
        for part in (0.4, 1.0):
            _move(widget, start + (end - start) * part, held)
        settle()
        if gives_up:
            QTest.keyClick(self.view, Qt.Key.Key_Escape)
        _release(widget, end, held)

    def _use(self, field: QWidget, text: int, ending: int) -> None:
        if isinstance(field, QAbstractButton):
            _click(field)
            self._choose(text)
        elif isinstance(field, QComboBox):
            field.setFocus()
            line = field.lineEdit()
            if line is not None and text % 3:
                self._type(line, text, ending)
            else:
                QTest.keyClick(field, _nth((Qt.Key.Key_Down, Qt.Key.Key_Up), text))
        else:
            self._type(field, text, ending)

    def _type(self, field: QWidget, text: int, ending: int) -> None:
        field.setFocus()
        QTest.keyClick(field, Qt.Key.Key_A, _CTRL)
        _write(field, _nth(TEXTS, text))
        key = _nth(_ENDINGS, ending)
        if key is not None and field.isVisible():
            QTest.keyClick(field, key)

    def _choose(self, number: int) -> None:
        """Choose something from the menu that is open, if there is one."""
        menu = QApplication.activePopupWidget()
        if not isinstance(menu, QMenu):
            return
        actions = [a for a in menu.actions() if a.isEnabled() and not a.isSeparator()]
        if actions:
            menu.setActiveAction(_nth(actions, number))
            QTest.keyClick(menu, Qt.Key.Key_Return)

    def _close_popups(self) -> None:
        for _ in range(_MOST_POPUPS):
            open_one = QApplication.activePopupWidget() or QApplication.activeModalWidget()
            if open_one is None:
                return
            QTest.keyClick(open_one, Qt.Key.Key_Escape)
            settle()


@dataclass(frozen=True, slots=True)
class Hand:
    """A kind of gesture: what it does, and between which numbers each of its numbers is."""

    act: Callable[..., None]
    ranges: tuple[tuple[int, int], ...] = ()


_MANY, _SOME, _FEW = (0, 999), (0, 30), (0, 9)
_WAY = (-400, 400)

HANDS: Mapping[str, Hand] = {
    "drag": Hand(Monkey.drag, (_SOME, _WAY, _WAY, _FEW, _FEW)),
    "stretch": Hand(Monkey.stretch, (_SOME, (0, 1), _WAY, _FEW)),
    "sweep": Hand(Monkey.sweep, (_MANY, _MANY, _WAY, _WAY, _FEW)),
    "press": Hand(Monkey.press, (_SOME, _FEW)),
    "press_twice": Hand(Monkey.press_twice, (_MANY, _MANY, _SOME, _FEW)),
    "key": Hand(Monkey.key, ((0, len(KEYS) - 1),)),
    "undo": Hand(Monkey.undo),
    "redo": Hand(Monkey.redo),
    "wheel": Hand(Monkey.wheel, (_MANY, _MANY, (-360, 360), _FEW)),
    "menu": Hand(Monkey.menu, (_MANY, _MANY, _SOME)),
    "arrange": Hand(Monkey.arrange, (_SOME,)),
    "turn": Hand(Monkey.turn),
    "fill_cell": Hand(Monkey.fill_cell, (_SOME, _FEW, _SOME, _FEW)),
    "key_in_table": Hand(Monkey.key_in_table, (_SOME, (0, len(KEYS) - 1))),
    "inspect": Hand(Monkey.inspect, ((0, 60), _SOME, _FEW)),
    "fix": Hand(Monkey.fix, (_SOME, _FEW)),
    "put_on_day": Hand(Monkey.put_on_day, (_FEW, _MANY, _MANY)),
    "take_off": Hand(Monkey.take_off, (_SOME,)),
    "leaf": Hand(Monkey.leaf, (_FEW,)),
    "resize": Hand(Monkey.resize, (_FEW,)),
    "dress": Hand(Monkey.dress, ((0, 63),)),
}
"""All gestures by name; those at the beginning are the plainest."""


def settle() -> None:
    """Let everything happen that is due now."""
    for _ in range(2):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()


def _nth(things: Sequence[_T], number: int) -> _T:
    return things[number % len(things)]


def _within(room: QRect, place: QPoint) -> QPoint:
    return QPoint(
        min(max(place.x(), 0), room.width() - 1), min(max(place.y(), 0), room.height() - 1)
    )


def _child(parent: QWidget, kind: type[_W]) -> _W:
    found = parent.findChild(kind)
    if found is None:
        raise LookupError(kind.__name__)
    return found


def _shown(parent: QWidget, kind: type[_W]) -> list[_W]:
    return [child for child in parent.findChildren(kind) if child.isVisible()]


def _click(button: QAbstractButton) -> None:
    QTest.mouseClick(button, _LEFT, _NO_KEY, button.rect().center())


def _write(field: QWidget, text: str) -> None:
    """Type a text; what no key of QTest writes comes as from an input method."""
    if text.isascii():
        QTest.keyClicks(field, text)
    else:
        event = QInputMethodEvent("", [])
        event.setCommitString(text)
        QApplication.sendEvent(field, event)


def _move(widget: QWidget, to: QPoint, held: Qt.KeyboardModifier) -> None:
    """Move the mouse with its left button down; QTest's own knows no modifiers."""
    _send(widget, QEvent.Type.MouseMove, to, _NO_BUTTON, held)


def _release(widget: QWidget, at: QPoint, held: Qt.KeyboardModifier) -> None:
    """Let the button go, also outside of the widget."""
    if widget.rect().contains(at):
        QTest.mouseRelease(widget, _LEFT, held, at)
    else:
        _send(widget, QEvent.Type.MouseButtonRelease, at, _LEFT, held)
        QTest.mouseRelease(widget, _LEFT, held, QPoint(1, 1))


def _send(
    widget: QWidget,
    kind: QEvent.Type,
    at: QPoint,
    button: Qt.MouseButton,
    held: Qt.KeyboardModifier,
) -> None:
    buttons = _LEFT if kind is QEvent.Type.MouseMove else _NO_BUTTON
    place = QPointF(at)
    event = QMouseEvent(kind, place, QPointF(widget.mapToGlobal(at)), button, buttons, held)
    QApplication.sendEvent(widget, event)
