"""Forms about one record: nothing that somebody types is lost, whoever else changes the plan."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from planner.domain.edits.base import Edit
from planner.domain.edits.document import ChangePlan
from planner.domain.edits.timing import MoveBlocks
from planner.domain.ids import BlockId, OfficeId
from planner.domain.plan import Plan
from planner.domain.times import MINUTE
from planner.ui.context import Context
from planner.ui.controls.text_area import TextArea
from planner.ui.controls.typed_field import TypedField
from planner.ui.messages import Message
from planner.ui.records.form import RecordForm
from tests.ui.desks import Room

NOWHERE = OfficeId("nowhere")


def _commit(plan: Plan) -> Edit:
    return ChangePlan(title=plan.title, office=plan.office, note=plan.note)


@pytest.fixture
def form(context: Context, qtbot: QtBot) -> RecordForm:
    """A form about the open plan, which refuses every title: it names an office that is not there."""
    made = RecordForm(context, _commit)
    qtbot.addWidget(made)
    made.add_row(made.text("Title", lambda plan: plan.title, _titled))
    made.add_row(made.note("Note", lambda plan: plan.note, lambda p, v: replace(p, note=v)))
    made.show_record(context.desk.plan)
    context.desk.changed.connect(lambda _change: made.show_record(context.desk.plan))
    made.show()
    return made


def _titled(plan: Plan, title: Any) -> Plan:
    return replace(plan, title=str(title), office=NOWHERE)


def test_a_note_that_is_being_written_survives_a_change_of_others(
    form: RecordForm, context: Context, qtbot: QtBot
) -> None:
    note = form.findChildren(TextArea)[0]
    note.setPlainText("")
    note.take()
    QTest.keyClicks(note, "Half writ")
    context.desk.apply(MoveBlocks((BlockId("lunch"),), 5 * MINUTE))
    assert note.text() == "Half writ"
    QTest.keyClicks(note, "ten")
    qtbot.waitUntil(lambda: context.desk.plan.note == "Half written")


def test_a_text_that_the_plan_refuses_stays_in_its_field(
    form: RecordForm, context: Context
) -> None:
    before, title = context.desk.plan, form.findChildren(TypedField)[0]
    title.setText("Another title")
    title.take()
    assert (title.text(), bool(title.sentence)) == ("Another title", True)
    assert context.desk.plan == before


def test_a_note_that_the_plan_refuses_stays_and_the_bar_says_why(
    context: Context, room: Room, qtbot: QtBot
) -> None:
    form = RecordForm(context, lambda plan: ChangePlan(office=NOWHERE, note=plan.note))
    qtbot.addWidget(form)
    form.add_row(form.note("Note", lambda plan: plan.note, lambda p, v: replace(p, note=v)))
    form.show_record(context.desk.plan)
    note = form.findChildren(TextArea)[0]
    note.setPlainText("Bring water")
    note.take()
    assert note.text() == "Bring water"
    assert [type(message) for message in room.said] == [Message]
