"""The stage of the live tests: a page, a clock, real keys, and notifications that are kept."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import cast

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from planner.app.counsel import Counsel
from planner.domain.ids import BlockId
from planner.schedule.live.live_projection import Phase
from planner.ui.commands import Commands
from planner.ui.context import Context
from planner.ui.live.adviser import Question
from planner.ui.live.desk import LiveDesk
from planner.ui.panels.live_panel import LivePanel
from tests.fakes import FixedClock
from tests.schedule.live.logs import at
from tests.ui.desks import Room


@dataclass
class FakeNotifications:
    """Keeps what it was asked to show."""

    sent: list[tuple[str, str]] = field(default_factory=list)

    def send(self, _key: str, title: str, text: str) -> None:
        self.sent.append((title, text))


@dataclass
class FakeWindow:
    """As much of a window as the actions of the live day need."""

    context: Context


@dataclass
class Stage:
    """The page, and hands for it."""

    room: Room
    panel: LivePanel
    notifications: FakeNotifications

    @property
    def live(self) -> LiveDesk:
        return self.panel.live

    def go(self, clock: str) -> None:
        """Move the clock, and let the page see it."""
        fixed = self.room.context.clock
        assert isinstance(fixed, FixedClock)
        fixed.move(at(clock) - fixed.now())
        self.live.tick()

    def press(self, keys: str) -> None:
        """Press keys where the focus is."""
        for key in keys:
            QTest.keyClicks(self.panel.body.day, key)

    def press_at(self, clock: str, keys: str) -> None:
        self.go(clock)
        self.press(keys)

    def phase(self, block: str) -> Phase:
        return self.live.projection.phase(BlockId(block))

    def log(self) -> list[str]:
        """Return the log as the page shows it, the oldest line first."""
        return [f"{row.clock} {row.text}" for row in reversed(self.panel.side.model.rows)]

    def figures(self) -> list[str]:
        """Return value and addition of the five figures."""
        cells = (cell.figure for cell in self.panel.body.figures.cells)
        return [f"{f.value} {f.addition}".strip() for f in cells if f is not None]

    def dialog(self) -> QDialog:
        """Return the dialog that is open."""
        [found] = [d for d in self.panel.findChildren(QDialog) if d.isVisible()]
        return found

    def close(self) -> None:
        self.panel.close()
        self.live.stop()
        self.panel.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def staged(room: Room, clock: str, answer: Callable[[Question], Counsel] | None = None) -> Stage:
    """Return the live page of the open plan, shown and active."""
    fixed = room.context.clock
    assert isinstance(fixed, FixedClock)
    fixed.move(at(clock) - fixed.now())
    notifications = FakeNotifications()
    panel = LivePanel(room.context, notifications=notifications)
    if answer is not None:
        panel.live.answer_by(answer)
    room.context.actions.bind(cast(Commands, FakeWindow(room.context)), panel)
    panel.resize(1389, 868)
    panel.show()
    panel.activateWindow()
    assert QTest.qWaitForWindowActive(panel)
    panel.body.day.setFocus(Qt.FocusReason.OtherFocusReason)
    return Stage(room, panel, notifications)
