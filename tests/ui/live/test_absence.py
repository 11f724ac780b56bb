"""Somebody is late or has not come: of several people it is asked who."""

from datetime import datetime, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from planner.domain.ids import PersonId
from planner.domain.log import Happening, LogEntry
from planner.ui.panels.live_absence import AbsenceDialog
from planner.ui.panels.live_delay import LateDialog
from tests.builders import block, plan
from tests.schedule.live.logs import at
from tests.ui.desks import Room
from tests.ui.live.stage import Stage, staged


@pytest.fixture
def panel_of_two(room: Room) -> Stage:
    """A day whose first interview is held by two people."""
    room.open(plan(block("first", "10:00", 45, people=["ben", "noor"])))
    return staged(room, "10:05")


def last(stage: Stage) -> LogEntry:
    return stage.live.log.entries[-1]


@pytest.mark.parametrize(("digit", "person"), [("2", "noor"), ("3", None)])
def test_no_show_of_several_is_asked_for(
    panel_of_two: Stage, digit: str, person: str | None
) -> None:
    stage = panel_of_two
    stage.press("N")
    dialog = stage.dialog()
    assert isinstance(dialog, AbsenceDialog)
    [button] = [each for each in dialog.buttons if each.text().startswith(digit)]
    button.click()
    told = (last(stage).what, last(stage).person)
    stage.close()
    assert told == (Happening.NO_SHOW, person)


def test_who_is_late_is_asked_for(panel_of_two: Stage) -> None:
    stage = panel_of_two
    stage.live.asked.emit("late")
    dialog = stage.dialog()
    assert isinstance(dialog, LateDialog)
    texts = [dialog.who.itemText(n) for n in range(dialog.who.count())]
    assert texts[:2] == [
        stage.live.projection.agenda.plan.people[PersonId(p)].name for p in ("ben", "noor")
    ]
    dialog.who.setCurrentIndex(2)
    dialog.time.set_value(time(10, 20))
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    told = last(stage)
    assert (told.what, told.person, told.candidate, told.until) == (
        Happening.LATE,
        None,
        stage.live.candidates[0],
        at("10:20"),
    )
    stage.close()


def test_time_after_midnight_is_the_day_after(room: Room) -> None:
    room.open(plan(block("night", "23:30", 60, people=["ben"])))
    stage = staged(room, "23:35")
    stage.live.asked.emit("late")
    dialog = stage.dialog()
    assert isinstance(dialog, LateDialog)
    dialog.time.set_value(time(0, 10))
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    until = last(stage).until
    assert isinstance(until, datetime)
    assert (until - at("23:30")).total_seconds() == 40 * 60
    stage.close()
