"""The new-plan dialog, with real keys."""

from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from planner.domain.plan import Plan
from planner.domain.policy import Policy
from planner.domain.templates import Template
from planner.ui.context import Context
from planner.ui.dialogs.new_plan_dialog import NewPlanDialog
from tests.builders import office
from tests.ui.dialogs.windows import FakeWindow


@pytest.fixture
def dialog(window: FakeWindow, qtbot: QtBot) -> NewPlanDialog:
    window.context.settings.change(zone="Europe/Berlin", policy=Policy(interviews_per_day=7))
    return shown(window, qtbot)


def shown(window: FakeWindow, qtbot: QtBot) -> NewPlanDialog:
    made = NewPlanDialog(window.context, window)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    return made


def made_plan(window: FakeWindow) -> Plan:
    (name, plan) = window.asked[-1]
    assert name == "add_plan"
    assert isinstance(plan, Plan)
    return plan


def press(dialog: NewPlanDialog, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
    QTest.keyClick(dialog, key, modifier or Qt.KeyboardModifier.NoModifier)


def test_a_name_and_enter_make_a_plan_of_the_usual_day(
    dialog: NewPlanDialog, window: FakeWindow
) -> None:
    QTest.keyClicks(dialog.candidate, "Ada Lovelace")
    QTest.keyClicks(dialog.position, "Engineer")
    QTest.keyClick(dialog.position, Qt.Key.Key_Return)
    plan = made_plan(window)
    starts = [b.timebox.start for b in plan.blocks.values() if b.timebox is not None]
    assert plan.title == "Engineer, Ada Lovelace"
    assert (len(starts), min(starts).day, min(starts).clock) == (8, date(2015, 9, 28), time(10))
    assert (plan.zone(), plan.policy.interviews_per_day) == ("Europe/Berlin", 7)
    assert not dialog.isVisible()


def test_a_plan_that_the_library_refuses_leaves_all_that_was_typed(
    dialog: NewPlanDialog, window: FakeWindow
) -> None:
    window.takes_plans = False
    QTest.keyClicks(dialog.candidate, "Ada Lovelace")
    QTest.keyClick(dialog.candidate, Qt.Key.Key_Return)
    assert (len(window.asked), dialog.isVisible()) == (1, True)
    assert dialog.candidate.text() == "Ada Lovelace"


def test_without_a_name_it_says_so_beside_the_field_and_makes_nothing(
    dialog: NewPlanDialog, window: FakeWindow
) -> None:
    press(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert window.asked == []
    assert "Write who comes." in {label.text() for label in dialog.findChildren(QLabel)}
    assert dialog.focusWidget() is dialog.candidate
    QTest.keyClicks(dialog.candidate, "A")
    assert "Write who comes." not in {label.text() for label in dialog.findChildren(QLabel)}


def test_the_button_says_what_will_be_made(dialog: NewPlanDialog) -> None:
    said = [dialog.make_button.text()]
    for number in (1, 0):
        dialog.template.setCurrentIndex(number)
        said.append(dialog.make_button.text())
    assert said == ["Make a plan with 8 blocks", "Make a plan with 1 block", "Make an empty plan"]


def test_the_day_is_typed_and_read_with_the_same_enter(
    dialog: NewPlanDialog, window: FakeWindow
) -> None:
    QTest.keyClicks(dialog.candidate, "Ada")
    dialog.day.selectAll()
    QTest.keyClicks(dialog.day, "2.11.2015")
    dialog.start.selectAll()
    QTest.keyClicks(dialog.start, "8h30")
    press(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    starts = [b.timebox.start for b in made_plan(window).blocks.values() if b.timebox is not None]
    assert (min(starts).day, min(starts).clock) == (date(2015, 11, 2), time(8, 30))


def test_what_cannot_be_read_stays_to_be_mended(dialog: NewPlanDialog, window: FakeWindow) -> None:
    QTest.keyClicks(dialog.candidate, "Ada")
    dialog.day.selectAll()
    QTest.keyClicks(dialog.day, "31.2.2016")
    press(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert window.asked == []
    assert dialog.day.sentence
    assert dialog.isVisible()


def test_an_office_of_the_directory_brings_its_zone(window: FakeWindow, qtbot: QtBot) -> None:
    known = office("lux", name="Luxembourg")
    window.context.library.keep(known)
    dialog = shown(window, qtbot)
    QTest.keyClicks(dialog.candidate, "Ada")
    QTest.keyClicks(dialog.office, "luxembourg")
    assert (dialog.zone.zone, dialog.zone.isEnabled()) == (known.zone, False)
    dialog.accept()
    assert dict(made_plan(window).offices) == {known.id: known}


def test_a_new_office_needs_a_zone_that_there_is(dialog: NewPlanDialog, window: FakeWindow) -> None:
    QTest.keyClicks(dialog.candidate, "Ada")
    dialog.zone.setEditText("Atlantis")
    dialog.accept()
    assert window.asked == []
    dialog.zone.setEditText("lisbon")
    QTest.keyClicks(dialog.office, "Harbour")
    dialog.accept()
    (place,) = made_plan(window).offices.values()
    assert (place.name, place.zone) == ("Harbour", "Europe/Lisbon")


def test_templates_of_the_library_are_offered(window: FakeWindow, qtbot: QtBot) -> None:
    window.context.library.keep(Template("mine", "Our loop", ()))  # type: ignore[arg-type]
    dialog = shown(window, qtbot)
    names = [dialog.template.itemText(number) for number in range(dialog.template.count())]
    assert names[0] == "Empty, without blocks"
    assert names[-1] == "Our loop"


def test_escape_makes_nothing(dialog: NewPlanDialog, window: FakeWindow) -> None:
    QTest.keyClicks(dialog.candidate, "Ada")
    press(dialog, Qt.Key.Key_Escape)
    assert (window.asked, dialog.isVisible()) == ([], False)


def test_without_a_window_the_plan_is_told(context: Context, qtbot: QtBot) -> None:
    dialog = NewPlanDialog(context)
    qtbot.addWidget(dialog)
    dialog.candidate.setText("Ada")
    with qtbot.waitSignal(dialog.plan_made) as told:
        dialog.accept()
    assert told.args is not None
    assert told.args[0].title == "Ada"
