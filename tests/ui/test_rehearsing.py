"""Rehearsals in the window: a program of its own, a bar that lets time pass, nothing that stays."""

import sys
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from planner.app.plan_files import sample_plan
from planner.app.rehearsal import Rehearsal, rehearsal_clock
from planner.ui.application import Application
from planner.ui.commands import Page
from planner.ui.panels.live_panel import LivePanel
from planner.ui.rehearsing import rehearse
from tests.fakes import FixedClock
from tests.schedule.live.logs import at
from tests.ui.desks import Room
from tests.ui.programs import ended, started

DAY = date(2015, 9, 25)


@pytest.fixture
def rehearsed(qapp: QApplication) -> Iterator[Application]:
    """A rehearsal of the sample day, opened shortly after 09:49."""
    plan = sample_plan()
    clock = rehearsal_clock(plan, "2015-09-25T09:49:41", FixedClock())
    application = started(qapp, Rehearsal(plan, clock))
    assert QTest.qWaitForWindowActive(application.shell)
    yield application
    ended(application)


def _panel(application: Application) -> LivePanel:
    found = application.workbench.findChild(LivePanel)
    assert isinstance(found, LivePanel)
    return found


def test_rehearsal_opens_on_the_live_day_and_says_that_it_is_one(rehearsed: Application) -> None:
    bar = _panel(rehearsed).rehearsal
    assert bar is not None
    assert rehearsed.workbench.page is Page.LIVE
    assert bar.said.text() == "Rehearsal: Friday 25 September 2015, 09:49"
    assert rehearsed.shell.windowTitle().endswith("Rehearsal \u2013 Interview Day Planner")


@pytest.mark.parametrize(
    ("key", "modifiers", "clock"),
    [
        (Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier, "09:50:00"),
        (
            Qt.Key.Key_Right,
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
            "09:59:00",
        ),
        (Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier, "09:50:00"),
    ],
)
def test_keys_let_time_pass_to_a_full_minute_or_to_the_next_block(
    rehearsed: Application, key: Qt.Key, modifiers: Qt.KeyboardModifier, clock: str
) -> None:
    panel = _panel(rehearsed)
    QTest.keyClick(panel.body.day, key, modifiers)
    assert panel.live.now == at(clock)


def test_button_of_a_day_that_is_not_today_offers_a_rehearsal(room: Room) -> None:
    room.open_sample()
    clock = room.context.clock
    assert isinstance(clock, FixedClock)
    clock.move(timedelta(days=7))
    panel = LivePanel(room.context)
    panel.show()
    try:
        assert panel.rehearsal is None
        assert panel.rehearse.isVisibleTo(panel)
    finally:
        panel.live.stop()
        panel.close()
        panel.deleteLater()


def test_rehearsal_is_started_as_a_program_of_its_own(room: Room) -> None:
    room.open_sample()
    begun: list[tuple[str, Sequence[str]]] = []

    def start(program: str, arguments: Sequence[str]) -> bool:
        begun.append((program, arguments))
        return True

    rehearse(room.context, DAY, start)
    plan = room.context.desk.plan.id
    told = ["-m", "planner", "window", "--rehearse", "--plan", plan, "--at", "2015-09-25"]
    assert begun == [(sys.executable, told)]


def test_rehearsal_that_cannot_be_started_is_said(room: Room) -> None:
    room.open_sample()
    rehearse(room.context, None, lambda _program, _arguments: False)
    assert [message.text for message in room.said] == ["The rehearsal could not be started."]
