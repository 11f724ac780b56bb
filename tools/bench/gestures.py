"""Gestures for benchmarks: real mouse and key events on a real window, each until it is painted."""

from collections.abc import Callable
from itertools import cycle
from typing import TypeVar

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from planner.app.locations import data_folder
from planner.domain.ids import BlockId
from planner.domain.plan import Plan
from planner.ui.application import Application
from planner.ui.commands import PlanView
from planner.ui.memory import Memory
from planner.ui.offscreen import mute_complaints
from planner.ui.panels.inspector import Inspector
from planner.ui.shell import Shell
from planner.ui.timeline.view import DayView

_SIZE = (1440, 900)
_TURNS = 20
_LEFT = Qt.MouseButton.LeftButton
_NO_KEYS = Qt.KeyboardModifier.NoModifier

_Kind = TypeVar("_Kind", bound=QWidget)


class Stage:
    """A window with one plan, on which steps are timed."""

    def __init__(self, plan: Plan) -> None:
        self._qt = QApplication([])
        mute_complaints()
        memory = Memory(data_folder())
        self._shell = Shell(memory)
        self._shell.resize(*_SIZE)
        self._shell.show()
        self._application = Application(self._qt, self._shell, memory, data_folder())
        self._application.start()
        self._window = self._application.workbench
        self._window.add_plan(plan)
        self._window.show_view(PlanView.TIMELINE)
        self._view = _found(self._window, DayView)
        settle()

    def drag_step(self) -> Callable[[], object]:
        """Return one mouse move of a drag of a block, up and down."""
        viewport = self._view.viewport()
        at = self._view.place_of(BlockId("b0-1"))
        QTest.mousePress(viewport, _LEFT, _NO_KEYS, at)
        offsets = cycle([*range(60), *range(60, 0, -1)])

        def step() -> None:
            _move(self._view, at + QPoint(0, next(offsets)))

        return step

    def scroll_step(self) -> Callable[[], object]:
        """Return one step of a scroll over all columns, back and forth."""
        bar = self._view.horizontalScrollBar()
        places = cycle([*range(0, bar.maximum(), 40), *range(bar.maximum(), 0, -40)] or [0])

        def step() -> None:
            bar.setValue(next(places))
            QApplication.processEvents()

        return step

    def typing_step(self) -> Callable[[], object]:
        """Return one letter typed into the title of the selected block."""
        self._window.context.desk.select([BlockId("b0-1")])
        settle()
        inspector = _found(self._window, Inspector)
        field = inspector.block_form.what.title
        field.setFocus()
        settle()

        def step() -> None:
            QTest.keyClick(field, Qt.Key.Key_A)
            QApplication.processEvents()

        return step

    def selecting_step(self) -> Callable[[], object]:
        """Return one selection of another block, with its form in the inspector."""
        desk = self._window.context.desk
        blocks = cycle(BlockId(f"b{number}-{place}") for number in range(8) for place in range(5))

        def step() -> None:
            desk.select([next(blocks)])
            QApplication.processEvents()

        return step

    def zoom_step(self) -> Callable[[], object]:
        """Return one notch of the wheel with Ctrl: a few towards the day, as many back."""
        viewport = self._view.viewport()
        notches = cycle([120] * 5 + [-120] * 5)
        at = QPointF(viewport.rect().center())

        def step() -> None:
            _turn_wheel(viewport, at, next(notches))

        return step

    def edit_step(self) -> Callable[[], object]:
        """Return one nudge of the selected block by a key, with everything that follows from it."""
        self._window.context.desk.select([BlockId("b0-1")])
        self._view.setFocus()
        settle()
        keys = cycle([Qt.Key.Key_Down, Qt.Key.Key_Up])

        def step() -> None:
            QTest.keyClick(self._view, next(keys), Qt.KeyboardModifier.AltModifier)
            QApplication.processEvents()

        return step

    def rest(self) -> None:
        """End the gesture in hand, and let everything happen that follows."""
        self._view.cancel()
        settle()

    def close(self) -> None:
        """Close the window."""
        self._shell.close()


def _found(window: QWidget, kind: type[_Kind]) -> _Kind:
    found = window.findChild(kind)
    if found is None:
        raise LookupError(kind.__name__)
    return found


def settle() -> None:
    """Let everything happen that is due."""
    for _ in range(_TURNS):
        QApplication.processEvents()


def _turn_wheel(viewport: QWidget, at: QPointF, notch: int) -> None:
    event = QWheelEvent(
        at,
        viewport.mapToGlobal(at),
        QPoint(),
        QPoint(0, notch),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 -- Qt's own, positional only
    )
    QApplication.sendEvent(viewport, event)
    QApplication.processEvents()


def _move(view: DayView, at: QPoint) -> None:
    viewport = view.viewport()
    on_screen = QPointF(viewport.mapToGlobal(at))
    event = QMouseEvent(QEvent.Type.MouseMove, QPointF(at), on_screen, _LEFT, _LEFT, _NO_KEYS)
    QApplication.sendEvent(viewport, event)
    QApplication.processEvents()
