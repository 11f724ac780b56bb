"""The settings dialog, with real keys."""

from dataclasses import fields, replace
from datetime import time, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QFileDialog, QLabel, QLineEdit, QPushButton, QSpinBox
from pytestqt.qtbot import QtBot

from planner.app.settings import Settings, SettingsStore, ThemeChoice
from planner.domain.people import Hours, Weekday
from planner.domain.policy import REPAIR_ORDER, Policy, RepairCriterion
from planner.ui.controls.typed_field import TypedField
from planner.ui.dialogs.policy_form import PolicyForm
from planner.ui.dialogs.policy_page import Reach
from planner.ui.dialogs.policy_rows import CRITERIA, POLICY_GROUPS, SHOWN_ELSEWHERE
from planner.ui.dialogs.settings_dialog import Area, SettingsDialog
from planner.ui.live.desk import live_of
from planner.ui.live.more_menu import MoreMenu
from planner.ui.reminder_kinds import Kind
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


def order(dialog: SettingsDialog) -> str:
    return " ".join(dialog.order.list.order)


def test_order_of_repairs_is_moved_by_buttons_as_an_edit_of_the_plan(
    window: FakeWindow, qtbot: QtBot
) -> None:
    desk = window.context.desk
    before = desk.plan.policy
    dialog = shown(window, qtbot, Area.REPAIRS)
    dialog.order.list.setCurrentRow(5)
    press(dialog, "Move up")
    press(dialog, "Move up")
    assert order(dialog) == "promises flight late told areas lost moved rest"
    assert desk.plan.policy == replace(before, repair_order=dialog.order.list.order)
    assert window.context.settings.current.policy == Policy()
    desk.undo()
    assert order(dialog) == "promises flight late areas told lost moved rest"


def test_order_of_repairs_is_moved_by_keys_and_the_focus_stays(
    window: FakeWindow, qtbot: QtBot
) -> None:
    dialog = shown(window, qtbot, Area.REPAIRS)
    dialog.order.list.setFocus()
    QTest.keyClick(dialog.order.list, Qt.Key.Key_Down)
    QTest.keyClick(dialog.order.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert order(dialog).startswith("flight promises late")
    QTest.keyClick(dialog.order.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert (dialog.order.list.currentRow(), dialog.order.up.isEnabled()) == (0, False)
    QTest.keyClick(dialog.order.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert window.context.desk.plan.policy.repair_order == REPAIR_ORDER
    assert dialog.order.list.hasFocus()


def test_order_of_repairs_is_moved_by_dragging(window: FakeWindow, qtbot: QtBot) -> None:
    shown_list = shown(window, qtbot, Area.REPAIRS).order.list
    model = shown_list.model()
    model.moveRow(QModelIndex(), 7, QModelIndex(), 0)  # what Qt does with a line that is dropped
    assert [criterion.value for criterion in shown_list.order][:2] == ["rest", "promises"]
    assert window.context.desk.plan.policy.repair_order == shown_list.order
    spoken = shown_list.item(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == (
        "2. Promises kept: Rests have their minimum, and what is fixed starts on time."
    )


def test_order_of_repairs_of_new_plans_is_a_setting_that_can_be_reset(
    window: FakeWindow, qtbot: QtBot
) -> None:
    before = window.context.desk.plan.policy
    dialog = shown(window, qtbot, Area.REPAIRS)
    press(dialog, "New plans")
    press(dialog, "Move down")
    kept = window.context.settings.current.policy
    assert [c.value for c in kept.repair_order][:2] == ["flight", "promises"]
    press(dialog, "Reset")
    assert window.context.settings.current.policy == Policy()
    assert not dialog.order.reset.isEnabled()
    assert window.context.desk.plan.policy == before


def test_criteria_that_a_policy_leaves_out_come_last(window: FakeWindow, qtbot: QtBot) -> None:
    short = replace(Policy(), repair_order=(RepairCriterion.TOLD,))
    window.context.settings.change(policy=short)
    dialog = shown(window, qtbot, Area.REPAIRS)
    press(dialog, "New plans")
    assert order(dialog) == "told promises flight late areas lost moved rest"
    assert window.context.settings.current.policy == short


def test_every_criterion_has_a_sentence() -> None:
    assert list(CRITERIA) == list(REPAIR_ORDER)


@pytest.mark.parametrize("kind", Kind)
def test_switches_of_the_live_day_are_those_of_its_menu(
    window: FakeWindow, qtbot: QtBot, kind: Kind
) -> None:
    live = live_of(window.context)
    live.stop()
    more = MoreMenu(window.context, live, window)
    dialog = shown(window, qtbot, Area.LIVE)
    switch = dialog.live.switches[kind]
    QTest.mouseClick(switch, Qt.MouseButton.LeftButton, pos=QPoint(12, switch.height() // 2))
    more.menu.aboutToShow.emit()
    entry = next(a for a in more.menu.actions() if a.text() == switch.text())
    assert (switch.isChecked(), entry.isChecked()) == (False, False)
    entry.trigger()
    again = shown(window, qtbot, Area.LIVE)
    assert again.live.switches[kind].isChecked()
