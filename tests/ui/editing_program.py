"""The window, edited without end by mouse and keys, to be killed. Run by `test_kill.py`.

    python -m tests.ui.editing_program

A child is started for each line on standard input: ``started PID``, then ``done NUMBER`` after every
gesture, and ``dead`` when somebody has killed it. Everything is imported before the fork, and Qt is
begun after it, which it needs; a child is a whole window, and yet there at once.
"""

import os
import sys

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from planner.domain.ids import BlockId
from planner.domain.plan import Plan
from planner.ui.panels.plan_page import PlanPage
from planner.ui.panels.timeline_panel import TimelinePanel
from tests.builders import block, candidate, moment, person, plan
from tests.ui.programs import started
from tools.monkey import settle

LUNCH = BlockId("lunch")
START = plan(
    person("max"),
    candidate("ada"),
    block("first", "10:00", 45, people=["max"]),
    block("lunch", "12:00", 60, title="0"),
    block("last", "15:00", 45, people=["max"]),
)
_QUARTER = 15
_LEFT = Qt.MouseButton.LeftButton
_NO_KEYS = Qt.KeyboardModifier.NoModifier


def number_of(value: Plan) -> int:
    """Return how many gestures a plan has seen: each fourth one leads back, but for the title."""
    lunch = value.block(LUNCH)
    assert lunch.timebox is not None
    named = int(lunch.title)
    is_late = lunch.timebox.start == moment("12:15")
    return named if is_late == (named % 4 == 2) else named + 1


def state_after(number: int) -> tuple[str, bool]:
    """Return the title of lunch after so many gestures, and whether it is late."""
    return str(number - number % 2), number % 4 in {1, 2}


class Editor:
    """Drags lunch a quarter of an hour later, names it, drags it back, names it, and so on."""

    def __init__(self) -> None:
        qt = QApplication.instance() or QApplication(["interview-planner"])
        assert isinstance(qt, QApplication)
        self._application = started(qt)
        self._application.shell.activateWindow()
        settle()
        self._desk = self._application.workbench.context.desk
        self.number = number_of(self._desk.plan)

    @property
    def _timeline(self) -> TimelinePanel:
        page = self._application.workbench.findChild(PlanPage)
        assert page is not None
        return page.timeline

    def make_gesture(self) -> None:
        """Make the next gesture."""
        self.number += 1
        if self.number % 2:
            self._drag(_QUARTER if self.number % 4 == 1 else -_QUARTER)
        else:
            self._name(str(self.number))
        QApplication.processEvents()
        lunch = self._desk.plan.block(LUNCH)
        assert lunch.timebox is not None
        found = lunch.title, lunch.timebox.start == moment("12:15")
        assert found == state_after(self.number)

    def _drag(self, minutes: int) -> None:
        view = self._timeline.view
        start = view.place_of(LUNCH)
        down = QPoint(0, round(minutes * self._timeline.stage.pixels_per_minute))
        QTest.mousePress(view.viewport(), _LEFT, _NO_KEYS, start)
        for part in (0.5, 1.0):
            QTest.mouseMove(view.viewport(), start + down * part)
            QApplication.processEvents()
        QTest.mouseRelease(view.viewport(), _LEFT, _NO_KEYS, start + down)

    def _name(self, title: str) -> None:
        self._desk.select([LUNCH])
        self._timeline.view.setFocus()
        QTest.keyClick(self._timeline.view, Qt.Key.Key_F2)
        QTest.keyClicks(self._timeline.editor, title)
        QTest.keyClick(self._timeline.editor, Qt.Key.Key_Return)


def report(line: str) -> None:
    os.write(1, line.encode() + b"\n")


def edit_for_ever() -> None:
    editor = Editor()
    while True:
        editor.make_gesture()
        report(f"done {editor.number}")


if __name__ == "__main__":
    for _ in sys.stdin:
        child = os.fork()
        if child == 0:
            edit_for_ever()
        report(f"started {child}")
        os.waitpid(child, 0)
        report("dead")
