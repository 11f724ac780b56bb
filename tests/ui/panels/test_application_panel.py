"""The application through real clicks and keys: next step on top, edited where it stands."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from planner.domain.application import Application, PortalState
from planner.domain.edits.records import AddRecords
from planner.domain.ids import CandidateId
from planner.domain.people import Candidate
from planner.domain.subjects import Subject
from planner.ui.context import Context
from planner.ui.panels.application_panel import ApplicationPanel
from tests.builders import candidate
from tests.builders import plan as made_plan
from tests.ui.desks import Room
from tests.ui.panels.hands import button, click, press, texts, write

CANDIDATE = CandidateId("candidate")


@pytest.fixture
def panel(context: Context, qtbot: QtBot) -> ApplicationPanel:
    return _shown(context, qtbot)


def _shown(context: Context, qtbot: QtBot) -> ApplicationPanel:
    made = ApplicationPanel(context)
    qtbot.addWidget(made)
    made.resize(1100, 900)
    made.show()
    qtbot.waitExposed(made)
    return made


def _application(context: Context) -> Application:
    found = context.desk.plan.find(Candidate, CANDIDATE).application
    assert found is not None
    return found


def _field(parent: QWidget | None, name: str) -> QLineEdit:
    assert parent is not None
    return next(f for f in parent.findChildren(QLineEdit) if f.accessibleName() == name)


def _enter(field: QLineEdit, text: str) -> None:
    field.setFocus()
    field.selectAll()
    press(field, Qt.Key.Key_Delete)
    write(field, text)
    press(field, Qt.Key.Key_Return)


def _titles(panel: ApplicationPanel) -> list[str]:
    return [panel.line.row(key).head.accessibleName() for key in panel.line.keys]


def test_next_step_is_on_top_and_what_is_over_comes_last_first(panel: ApplicationPanel) -> None:
    titles = _titles(panel)
    assert titles[0] == "25 Sep 2015, Next: Inhouse day, today, 5 different people"
    assert titles[1].startswith("25 Sep 2015, Expenses form handed in, today")
    assert titles[2].startswith("29 Sep 2015, Note of unsuccessful interview day, in 4 days")
    assert titles[-1] == "5 Aug 2015, Application, Careers portal"


def test_step_is_added_with_the_keyboard(panel: ApplicationPanel, context: Context) -> None:
    _enter(panel.new_step.day, "28 Sep 2015")
    _enter(panel.new_step.event_line, "Call with the recruiter")
    steps = [(s.date, s.event) for s in _application(context).steps if "recruiter" in s.event]
    assert steps == [(date(2015, 9, 28), "Call with the recruiter")]
    assert panel.new_step.event_line.text() == ""
    assert not panel.new_step.add.isEnabled()


def test_step_without_words_is_not_added(panel: ApplicationPanel, context: Context) -> None:
    before = _application(context)
    _enter(panel.new_step.event_line, "   ")
    assert _application(context) == before


def test_step_that_gets_another_date_stays_open_in_its_new_place(
    panel: ApplicationPanel, context: Context
) -> None:
    key = panel.line.keys[0]
    click(panel.line.row(key).head)
    _enter(_field(panel.line.row(key).form, "Date"), "1 Oct 2015")
    moved = next(s for s in _application(context).steps if s.event == "Inhouse day")
    place = _application(context).steps.index(moved)
    assert moved.date == date(2015, 10, 1)
    assert panel.line.row(f"{CANDIDATE} {place}").is_open
    assert sum(panel.line.row(each).is_open for each in panel.line.keys) == 1


def test_words_of_a_step_are_edited_and_undone(panel: ApplicationPanel, context: Context) -> None:
    key = panel.line.keys[0]
    panel.line.open(key)
    _enter(_field(panel.line.row(key).form, "What happens"), "Day in Luxembourg")
    assert _titles(panel)[0].startswith("25 Sep 2015, Next: Day in Luxembourg")
    context.desk.undo()
    assert _field(panel.line.row(key).form, "What happens").text() == "Inhouse day"


def test_step_is_removed(panel: ApplicationPanel, context: Context) -> None:
    key = panel.line.keys[0]
    panel.line.open(key)
    click(button(panel.line.row(key), "Remove this step"))
    assert "Inhouse day" not in {step.event for step in _application(context).steps}
    assert not any(panel.line.row(each).is_open for each in panel.line.keys)


def test_portal_state_is_noted_with_today(panel: ApplicationPanel, context: Context) -> None:
    _enter(panel.new_state, "Offer")
    today = context.clock.now().date()
    assert _application(context).portal_states[-1] == PortalState("Offer", today)
    first = panel.portal.row(panel.portal.keys[0])
    assert first.head.accessibleName().startswith("Offer")


def test_portal_state_is_edited(panel: ApplicationPanel, context: Context) -> None:
    key = panel.portal.keys[0]
    click(panel.portal.row(key).head)
    _enter(_field(panel.portal.row(key).form, "Seen on"), "2 Oct 2015")
    assert _application(context).portal_states[-1].seen == date(2015, 10, 2)


def test_contact_is_added_and_edited(panel: ApplicationPanel, context: Context) -> None:
    click(panel.add_contact)
    row = panel.contacts.row(panel.contacts.keys[-1])
    assert row.is_open
    _enter(_field(row.form, "Name"), "Cora Example")
    assert _application(context).contacts[-1].name == "Cora Example"
    click(button(row, "Remove"))
    assert "Cora Example" not in {contact.name for contact in _application(context).contacts}


def test_contact_shows_what_the_plan_knows_of_the_person(panel: ApplicationPanel) -> None:
    name = panel.contacts.row(panel.contacts.keys[0]).head.accessibleName()
    assert (
        name == "Senior EMEA Recruiter, Recruiter \u00b7 +352 555 0100 \u00b7 recruiter@example.com"
    )


def test_about_is_edited_in_place(panel: ApplicationPanel, context: Context) -> None:
    _enter(_field(panel.form, "Position"), "Principal Architect")
    _enter(_field(panel.form, "Other locations, separated by semicolons"), "Oslo;  ; Rome")
    _enter(_field(panel.form, "Can apply again from"), "")
    found = _application(context)
    assert (found.position, found.other_locations, found.reapply_from) == (
        "Principal Architect",
        ("Oslo", "Rome"),
        None,
    )
    assert "Candidate \u00b7 Principal Architect" in texts(panel)


def test_office_is_chosen_with_the_keyboard(panel: ApplicationPanel, context: Context) -> None:
    field = next(f for f in panel.form.findChildren(QWidget) if f.accessibleName() == "Office")
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert _application(context).office is None


def test_candidate_without_application_is_offered_one(
    context: Context, room: Room, qtbot: QtBot
) -> None:
    room.open(made_plan(candidate("ada")))
    panel = _shown(context, qtbot)
    assert "No application yet" in texts(panel)
    assert not panel.new_step.isVisible()
    click(panel.begin)
    assert panel.new_step.isVisible()
    assert context.desk.plan.candidates[CandidateId("ada")].application is not None


def test_plan_without_candidates_says_what_to_do(room: Room, qtbot: QtBot) -> None:
    room.open(made_plan())
    panel = _shown(room.context, qtbot)
    assert "Nobody applies yet" in texts(panel)


def test_other_plan_replaces_every_row(panel: ApplicationPanel, room: Room) -> None:
    panel.line.open(panel.line.keys[0])
    room.open(made_plan(candidate("ada")))
    assert (panel.line.keys, panel.portal.keys, panel.contacts.keys) == ((), (), ())


def test_revealed_candidate_is_shown(panel: ApplicationPanel, context: Context) -> None:
    bob = replace(candidate("bob"), application=Application("Engineer"))
    context.desk.apply(AddRecords((bob,)))
    context.desk.reveal(Subject("candidates", "bob"))
    assert panel.page.candidate == "bob"
