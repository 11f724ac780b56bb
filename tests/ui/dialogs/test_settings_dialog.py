"""The settings dialog, with real keys."""

from dataclasses import fields, replace
from datetime import time, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QFileDialog, QLabel, QLineEdit, QPushButton, QSpinBox
from pytestqt.qtbot import QtBot

from planner.app.settings import Settings, SettingsStore, ThemeChoice
from planner.domain.people import Hours, Weekday
from planner.domain.policy import Policy
from planner.ui.controls.typed_field import TypedField
from planner.ui.dialogs.policy_form import PolicyForm
from planner.ui.dialogs.policy_rows import POLICY_GROUPS, SHOWN_ELSEWHERE
from planner.ui.dialogs.settings_dialog import Area, Reach, SettingsDialog
from tests.ui.desks import Room
from tests.ui.dialogs.windows import FakeWindow


def shown(window: FakeWindow, qtbot: QtBot, area: Area) -> SettingsDialog:
    made = SettingsDialog(window.context, window, area)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    return made


@pytest.fixture
def told(window: FakeWindow) -> list[Settings]:
    """Return what listeners of the settings are told."""
    heard: list[Settings] = []
    window.context.settings.listen(heard.append)
    return heard


def press(dialog: SettingsDialog, text: str) -> None:
    """Click the button with a text that can be seen."""
    buttons = [b for b in dialog.findChildren(QPushButton) if b.text() == text and b.isVisible()]
    QTest.mouseClick(buttons[0], Qt.MouseButton.LeftButton)


def write(form: PolicyForm, name: str, text: str) -> None:
    field = form.field(name)
    assert isinstance(field, QLineEdit)
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Tab)
    field.editingFinished.emit()


def test_language_and_theme_hold_only_once_the_dialog_is_closed(
    window: FakeWindow, qtbot: QtBot, told: list[Settings]
) -> None:
    dialog = shown(window, qtbot, Area.APPEARANCE)
    press(dialog, "Deutsch")
    press(dialog, "Dark")
    assert told == []
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert [(s.language, s.theme) for s in told] == [("de", ThemeChoice.DARK)]


def test_nothing_is_told_where_nothing_was_changed(
    window: FakeWindow, qtbot: QtBot, told: list[Settings]
) -> None:
    shown(window, qtbot, Area.APPEARANCE).accept()
    assert told == []


def test_settings_of_documents_hold_at_once_and_are_written(
    window: FakeWindow, qtbot: QtBot, room: Room
) -> None:
    dialog = shown(window, qtbot, Area.DOCUMENTS)
    press(dialog, "US Letter")
    dialog.zone.setEditText("lisbon")
    written = SettingsStore(Path(room.folder.name)).current
    assert (written.paper, written.zone) == ("letter", "Europe/Lisbon")


def test_a_folder_is_chosen_and_forgotten_again(
    window: FakeWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    dialog = shown(window, qtbot, Area.DOCUMENTS)
    press(dialog, "Choose")
    assert window.context.settings.current.export_folder == str(tmp_path)
    press(dialog, "Ask each time")
    assert window.context.settings.current.export_folder == ""


def test_a_promise_of_the_open_plan_is_an_edit_that_can_be_undone(
    window: FakeWindow, qtbot: QtBot
) -> None:
    desk = window.context.desk
    before = desk.plan.policy
    dialog = shown(window, qtbot, Area.POLICY)
    write(dialog.policy, "break_minimum", "15")
    assert desk.plan.policy == replace(before, break_minimum=timedelta(minutes=15))
    assert window.context.settings.current.policy == Policy()
    desk.undo()
    assert dialog.policy.policy == before


def test_promises_for_new_plans_leave_the_open_one(window: FakeWindow, qtbot: QtBot) -> None:
    before = window.context.desk.plan.policy
    dialog = shown(window, qtbot, Area.POLICY)
    press(dialog, "New plans")
    assert dialog.reach.value() is Reach.NEW
    write(dialog.policy, "day_end", "19:00")
    field = dialog.policy.field("interviews_per_day")
    assert isinstance(field, QSpinBox)
    QTest.keyClick(field, Qt.Key.Key_Up)
    arrival = dialog.policy.field("needs_arrival")
    assert isinstance(arrival, QCheckBox)
    arrival.click()
    assert window.context.settings.current.policy == Policy(
        day_end=time(19), interviews_per_day=5, needs_arrival=False
    )
    assert window.context.desk.plan.policy == before


def test_what_differs_from_the_default_can_be_reset(window: FakeWindow, qtbot: QtBot) -> None:
    window.context.settings.change(policy=Policy(day_end=time(20)))
    dialog = shown(window, qtbot, Area.POLICY)
    press(dialog, "New plans")
    resets = [b for b in dialog.findChildren(QPushButton) if b.text() == "Reset" and b.isVisible()]
    assert len(resets) == 1
    QTest.mouseClick(resets[0], Qt.MouseButton.LeftButton)
    assert window.context.settings.current.policy == Policy()
    assert not resets[0].isVisible()


def test_a_policy_that_cannot_be_is_refused_beside_the_field(
    window: FakeWindow, qtbot: QtBot
) -> None:
    dialog = shown(window, qtbot, Area.POLICY)
    press(dialog, "New plans")
    write(dialog.policy, "meal_window_end", "9:00")
    field = dialog.policy.field("meal_window_end")
    assert window.context.settings.current.policy == Policy()
    assert isinstance(field, TypedField)
    assert (field.text(), field.sentence) == ("09:00", "The end must come after the start.")
    assert field.sentence in {label.text() for label in dialog.findChildren(QLabel)}


def test_without_a_plan_the_promises_are_for_new_ones(window: FakeWindow, qtbot: QtBot) -> None:
    window.context.desk.close()
    dialog = shown(window, qtbot, Area.POLICY)
    write(dialog.policy, "meal_minimum", "45 min")
    assert window.context.settings.current.policy == Policy(meal_minimum=timedelta(minutes=45))


def test_working_hours_of_new_offices_are_kept(window: FakeWindow, qtbot: QtBot) -> None:
    dialog = shown(window, qtbot, Area.HOURS)
    dialog.hours.start.setFocus()
    dialog.hours.start.selectAll()
    QTest.keyClicks(dialog.hours.start, "8:30")
    QTest.keyClick(dialog.hours.start, Qt.Key.Key_Tab)
    QTest.mouseClick(dialog.hours.days[Weekday.FRIDAY], Qt.MouseButton.LeftButton)
    assert window.context.settings.current.hours == Hours(time(8, 30), time(18), tuple(Weekday)[:4])


def test_every_threshold_has_a_row() -> None:
    named = [row.field for _, rows in POLICY_GROUPS for row in rows]
    assert sorted([*named, *SHOWN_ELSEWHERE]) == sorted(item.name for item in fields(Policy))
