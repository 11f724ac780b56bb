"""Merging in the window: who stays, which values, and the way back."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from planner.domain.ids import FocusAreaId, PersonId
from planner.domain.people import Person
from planner.ui.dialogs.merge_dialog import MergeDialog
from planner.ui.messages import Tone
from tests.builders import block, person, plan
from tests.ui.desks import Room

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
"""The offscreen screen has no window manager to tell sizes."""

ANN = person("ann", name="Ann Lee", title="Boss", focus_areas=(FocusAreaId("Python"),))
LEE = person("lee", name="Lee, Ann", email="ann@example.com", focus_areas=(FocusAreaId("Teams"),))


def dialog(qtbot: QtBot, room: Room, *people: Person) -> MergeDialog:
    room.open(plan(block("one", "10:00", people=["lee"])))
    for one in (ANN, LEE, person("zoe")):
        room.context.library.keep(one)
    made = MergeDialog(room.context, people=people)
    qtbot.addWidget(made)
    made.show()
    return made


def test_those_who_seem_to_be_one_are_proposed(qtbot: QtBot, room: Room) -> None:
    made = dialog(qtbot, room)
    assert (made.kept.record, made.gone.record) == ("ann", "lee")
    other = dialog_for(qtbot, room, LEE)
    assert (other.kept.record, other.gone.record) == ("lee", "ann")
    lone = dialog_for(qtbot, room, person("zoe"))
    assert (lone.kept.record, lone.gone.record) == ("zoe", None)
    assert not lone.merge.isEnabled()
    assert lone.result_person is None


def dialog_for(qtbot: QtBot, room: Room, one: Person) -> MergeDialog:
    made = MergeDialog(room.context, people=(one,))
    qtbot.addWidget(made)
    return made


def test_value_of_either_can_be_chosen(qtbot: QtBot, room: Room) -> None:
    made = dialog(qtbot, room)
    both = (FocusAreaId("Python"), FocusAreaId("Teams"))
    expected = replace(ANN, email="ann@example.com", focus_areas=both)
    assert made.result_person == expected
    made.choose_value("name", from_gone=True)
    made.choose_value("email", from_gone=False)
    assert made.result_person == replace(expected, name="Lee, Ann", email="")


def test_merge_reaches_the_open_plan_and_can_be_taken_back(qtbot: QtBot, room: Room) -> None:
    made = dialog(qtbot, room)
    with qtbot.waitSignal(made.finished):
        made.merge.click()
    library, desk = room.context.library, room.context.desk
    assert set(library.directory().people) == {"ann", "zoe"}
    assert set(desk.plan.people) == {"ann"}
    assert room.said[-1].text == "Lee, Ann and Ann Lee are one now, also in 1 plan."
    room.said[-1].offers[0].run()
    qtbot.waitUntil(lambda: room.said[-1].text == "Lee, Ann is back.")
    assert library.directory().people == {"ann": ANN, "lee": LEE, "zoe": person("zoe")}
    assert set(desk.plan.people) == {"lee"}


def test_refusal_is_told_and_the_dialog_stays(qtbot: QtBot, room: Room) -> None:
    made = dialog(qtbot, room)
    room.context.library.forget(LEE)
    made.merge.click()
    qtbot.waitUntil(lambda: made.refusal.text() != "")
    assert "no longer in the directory" in made.refusal.text()
    assert made.isVisible()
    assert made.merge.isEnabled()
    assert room.context.library.directory().people[PersonId("ann")] == ANN
    assert all(message.tone is not Tone.GOOD for message in room.said)
