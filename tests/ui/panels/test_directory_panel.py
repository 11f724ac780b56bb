"""The directory in the window: found, edited, added, deleted, brought back, used."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from planner.domain.ids import OfficeId, PersonId, PlanId
from planner.domain.people import Person
from planner.domain.places import Equipment, Room
from planner.store.base import Summary
from planner.ui.controls.chip_button import ChipButton
from planner.ui.controls.empty_state import EmptyState
from planner.ui.dialogs.import_dialog import ImportDialog
from planner.ui.dialogs.merge_dialog import MergeDialog
from planner.ui.messages import Tone
from planner.ui.models.directory_rows import Part
from planner.ui.panels.directory_panel import DirectoryPanel
from tests.builders import office, person, plan
from tests.builders import room as meeting_room
from tests.ui.desks import Room as Furnished
from tests.ui.dialogs.windows import FakeWindow
from tests.ui.panels.hands import button, click, write
from tests.ui.panels.hands import press as key

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", r"raise\(\)", "grabbing the keyboard")
"""The offscreen screen has no window manager to tell sizes."""


@pytest.fixture
def panel(qtbot: QtBot, room: Furnished) -> DirectoryPanel:
    room.open_sample()
    return shown(qtbot, room)


def shown(qtbot: QtBot, room: Furnished) -> DirectoryPanel:
    made = DirectoryPanel(room.context)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    qtbot.waitUntil(lambda: bool(made.registry.appearances.found) or not room.context.desk.is_open)
    return made


def names(panel: DirectoryPanel) -> list[str]:
    model = panel.tables[panel.part].model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def line(panel: DirectoryPanel, name: str) -> QLineEdit:
    assert panel.details.form is not None
    field = panel.details.form.field(name)
    assert isinstance(field, QLineEdit)
    return field


def begin(panel: DirectoryPanel, part: str) -> None:
    """Begin a new entry, as a click on the button does, with the window in front."""
    panel.activateWindow()
    panel.show_part(part)
    click(panel.add)
    assert QApplication.focusWidget() is line(panel, "name")


def typed(field: QLineEdit, text: str) -> None:
    field.selectAll()
    write(field, text)
    key(field, Qt.Key.Key_Return)


def press(panel: DirectoryPanel, text: str) -> None:
    (button,) = [
        b for b in panel.findChildren(QPushButton) if b.text() == text and b.isVisibleTo(panel)
    ]
    click(button)


def test_empty_directory_says_what_to_do_first(panel: DirectoryPanel) -> None:
    for part, steps in (
        ("people", ["Import a list", "Take over from this plan"]),
        ("rooms", ["Import a list", "Take over from this plan"]),
        ("offices", ["Add an office", "Take over from this plan"]),
    ):
        panel.show_part(part)
        empty = panel.findChildren(EmptyState)[-1]
        assert [button.text() for button in empty.findChildren(QPushButton)] == steps
    press(panel, "Take over from this plan")
    assert names(panel) == ["Luxembourg"]


def test_plan_is_taken_over_and_tells_where_people_are(panel: DirectoryPanel) -> None:
    press(panel, "Take over from this plan")
    assert len(names(panel)) == len(panel.registry.directory.people) == 7
    row = panel.tables[Part.PEOPLE].current_row()
    assert row is not None
    assert [item.plan.title for item in row.appearances] == [
        panel.registry.appearances.found[0].plan.title
    ]


def test_candidates_come_from_the_plans(panel: DirectoryPanel) -> None:
    panel.show_part("candidates")
    assert names(panel) == ["Candidate"]
    assert panel.details.form is None
    assert not panel.add.isVisible()


def test_person_is_added_as_soon_as_there_is_a_name(room: Furnished, panel: DirectoryPanel) -> None:
    click(panel.add)
    typed(line(panel, "email"), "ann@example.com")
    assert room.context.library.directory().people == {}
    typed(line(panel, "name"), "Ann Lee")
    (ann,) = room.context.library.directory().people.values()
    assert (ann.name, ann.email) == ("Ann Lee", "ann@example.com")
    assert names(panel) == ["Ann Lee"]


def test_empty_offices_are_ended_by_adding_one(panel: DirectoryPanel) -> None:
    panel.show_part("offices")
    empty = panel.findChildren(EmptyState)[-1]
    click(button(empty, "Add an office"))
    typed(line(panel, "name"), "Paris")
    typed(line(panel, "zone"), "Europe/Paris")
    (paris,) = panel.registry.directory.offices.values()
    assert (paris.name, paris.zone) == ("Paris", "Europe/Paris")


def test_new_entry_can_be_discarded(panel: DirectoryPanel) -> None:
    click(panel.add)
    press(panel, "Discard")
    assert panel.findChildren(EmptyState)[-1].isVisible()
    assert panel.registry.directory.people == {}


@pytest.mark.parametrize("part", ["people", "offices"])
def test_new_entry_keeps_its_form_when_its_name_is_left_with_tab(
    panel: DirectoryPanel, part: str
) -> None:
    begin(panel, part)
    form, field = panel.details.form, line(panel, "name")
    place = field.mapTo(panel, QPoint())
    write(field, "Nova")
    key(field, Qt.Key.Key_Tab)
    assert names(panel) == ["Nova"]
    assert panel.details.form is form
    assert field.mapTo(panel, QPoint()) == place
    focused = QApplication.focusWidget()
    assert isinstance(focused, QLineEdit)
    assert focused is not field
    assert panel.details.isAncestorOf(focused)
    assert button(panel.details, "Delete").isVisible()
    assert not button(panel.details, "Discard").isVisible()


def test_new_room_is_kept_when_something_else_is_clicked(panel: DirectoryPanel) -> None:
    panel.registry.keep([office(), meeting_room("blue")])
    begin(panel, "rooms")
    write(line(panel, "name"), "Amber")
    table = panel.tables[Part.ROOMS]
    click(table.viewport(), table.visualRect(table.model().index(0, 0)))
    assert names(panel) == ["Amber", "Blue"]
    assert line(panel, "name").text() == names(panel)[table.currentIndex().row()]


def test_focus_stays_in_the_form_after_return(panel: DirectoryPanel) -> None:
    begin(panel, "people")
    typed(line(panel, "name"), "Nova")
    assert QApplication.focusWidget() is line(panel, "name")
    click(line(panel, "title"))
    write(line(panel, "title"), "Engineer")
    key(line(panel, "title"), Qt.Key.Key_Tab)
    (nova,) = panel.registry.directory.people.values()
    assert (nova.name, nova.title) == ("Nova", "Engineer")


def test_record_that_leaves_a_search_may_be_renamed(qtbot: QtBot, panel: DirectoryPanel) -> None:
    panel.registry.keep([person("ann"), person("bob")])
    write(panel.search, "bob")
    qtbot.waitUntil(lambda: names(panel) == ["Bob"])
    click(line(panel, "name"))
    line(panel, "name").selectAll()
    write(line(panel, "name"), "Rob")
    key(line(panel, "name"), Qt.Key.Key_Tab)
    assert {who.name for who in panel.registry.directory.people.values()} == {"Ann", "Rob"}


def test_discarded_name_is_not_kept(panel: DirectoryPanel) -> None:
    begin(panel, "people")
    write(line(panel, "name"), "Nova")
    press(panel, "Discard")
    assert panel.registry.directory.people == {}


def test_typed_name_is_kept_when_another_part_is_shown(panel: DirectoryPanel) -> None:
    begin(panel, "people")
    write(line(panel, "name"), "Nova")
    panel.show_part("offices")
    panel.show_part("people")
    assert names(panel) == ["Nova"]
    assert line(panel, "name").text() == "Nova"


def test_field_that_cannot_be_read_is_marked_and_not_kept(
    room: Furnished, panel: DirectoryPanel
) -> None:
    panel.registry.keep([person("ann")])
    field = line(panel, "zone")
    typed(field, "Mars/Olympus")
    assert field.property("invalid") is True
    assert room.context.library.directory().people == {"ann": person("ann")}
    typed(field, "europe/berlin")
    assert field.property("invalid") is False
    assert room.context.library.directory().people == {"ann": person("ann", zone="Europe/Berlin")}
    typed(line(panel, "name"), " ")
    assert room.context.library.directory().people[PersonId("ann")].name == "Ann"


def test_room_is_edited_in_its_form(room: Furnished, panel: DirectoryPanel) -> None:
    panel.registry.keep([office(), meeting_room("blue")])
    panel.show_part("rooms")
    typed(line(panel, "capacity"), "12")
    assert panel.details.form is not None
    equipment = panel.details.form.field("equipment")
    chip = next(c for c in equipment.findChildren(ChipButton) if c.objectName() == "video")
    click(chip)
    (kept,) = room.context.library.directory().rooms.values()
    assert kept == meeting_room("blue", capacity=12, equipment=(Equipment.VIDEO,))


def test_room_without_any_office_leads_to_the_offices(
    room: Furnished, panel: DirectoryPanel
) -> None:
    panel.show_part("rooms")
    click(panel.add)
    assert panel.part is Part.OFFICES
    assert room.said[-1].text == "A room needs an office: add the office first."


def test_deleted_person_can_be_brought_back(room: Furnished, panel: DirectoryPanel) -> None:
    panel.registry.keep([person("ann"), person("bob")])
    panel.tables[Part.PEOPLE].choose("bob")
    press(panel, "Delete")
    assert names(panel) == ["Ann"]
    room.said[-1].offers[0].run()
    assert names(panel) == ["Ann", "Bob"]


def test_key_deletes_the_current_row(panel: DirectoryPanel) -> None:
    panel.registry.keep([person("ann"), person("bob")])
    key(panel.tables[Part.PEOPLE], Qt.Key.Key_Delete)
    assert names(panel) == ["Bob"]


def test_office_with_rooms_is_not_deleted(room: Furnished, panel: DirectoryPanel) -> None:
    panel.registry.keep([office(), meeting_room("blue")])
    panel.show_part("offices")
    press(panel, "Delete")
    assert set(panel.registry.directory.offices) == {"lux"}
    assert room.said[-1].tone is Tone.WARNING
    assert room.said[-1].text.startswith("1 room is in Lux.")


def test_person_is_used_in_the_open_plan_and_taken_back(
    room: Furnished, panel: DirectoryPanel
) -> None:
    panel.registry.keep([person("ann")])
    press(panel, "Use in this plan")
    assert room.context.desk.plan.people[PersonId("ann")] == person("ann")
    room.said[-1].offers[0].run()
    assert "ann" not in room.context.desk.plan.people


def test_change_by_others_is_told_and_shown(room: Furnished, panel: DirectoryPanel) -> None:
    panel.registry.keep([person("ann")])
    library = room.context.library
    library._versions.clear()  # noqa: SLF001 -- as if another window had saved since
    typed(line(panel, "title"), "Manager")
    assert room.said[-1].tone is Tone.ERROR
    assert library.directory().people == {"ann": person("ann")}
    assert line(panel, "title").text() == ""


def test_search_narrows_the_table_and_arrow_goes_there(qtbot: QtBot, panel: DirectoryPanel) -> None:
    panel.registry.keep([person("ann"), person("bob", note="Speaks Greek")])
    write(panel.search, "greek")
    qtbot.waitUntil(lambda: names(panel) == ["Bob"])
    key(panel.search, Qt.Key.Key_Down)
    assert panel.tables[Part.PEOPLE].currentIndex().data() == "Bob"


def test_duplicates_are_offered_to_be_merged(panel: DirectoryPanel) -> None:
    panel.registry.keep([person("ann", name="Ann Lee")])
    assert not panel.same.isVisible()
    panel.registry.keep([person("lee", name="Lee, Ann")])
    assert panel.same.text() == "1 person seems to be here twice. Have a look."


def test_plan_is_chosen_in_the_list_of_plans(
    qtbot: QtBot, room: Furnished, panel: DirectoryPanel
) -> None:
    window = FakeWindow(room.context)
    qtbot.addWidget(window)
    room.context.actions.bind(window, window)
    panel.registry.take_from_plan(Person)
    links = [
        b
        for b in panel.details.findChildren(QPushButton)
        if b.accessibleName().startswith("Open ") and not b.isHidden()
    ]
    click(links[0])
    assert window.asked == [("open_plan", panel.registry.appearances.found[0].plan.id)]


def test_copy_in_the_plan_is_told_from_a_new_one(panel: DirectoryPanel) -> None:
    panel.registry.take_from_plan(Room)
    (taken,) = panel.registry.directory.rooms.values()
    assert panel.registry.is_in_plan(taken)
    assert not panel.registry.is_in_plan(replace(taken, office=OfficeId("x"), id="other"))  # type: ignore[arg-type]


def test_directory_works_without_a_plan(qtbot: QtBot, room: Furnished) -> None:
    panel = shown(qtbot, room)
    empty = panel.findChildren(EmptyState)[-1]
    assert [b.text() for b in empty.findChildren(QPushButton)] == ["Import a list", "Add a person"]
    with qtbot.waitSignal(panel.directory_changed):
        panel.registry.keep([person("ann")])
    assert not panel.registry.is_in_plan(person("ann"))
    assert names(panel) == ["Ann"]
    visible = [b.text() for b in panel.details.findChildren(QPushButton) if not b.isHidden()]
    assert visible == ["Merge", "Delete"]


def test_import_and_merge_open_over_the_window(qtbot: QtBot, panel: DirectoryPanel) -> None:
    panel.registry.keep([person("ann", name="Ann Lee"), person("lee", name="Lee, Ann")])
    click(panel.bring)
    (bring,) = panel.findChildren(ImportDialog)
    assert bring.isVisible()
    bring.reject()
    click(panel.same)
    (merge,) = panel.findChildren(MergeDialog)
    assert {merge.kept.record, merge.gone.record} == {"ann", "lee"}
    with qtbot.waitSignal(merge.finished):
        merge.merge.click()
    qtbot.waitUntil(lambda: len(names(panel)) == 1)


def test_part_of_the_directory_is_chosen_with_its_segment(panel: DirectoryPanel) -> None:
    press(panel, "Rooms")
    assert panel.part is Part.ROOMS
    panel.registry.keep([office(), meeting_room("blue")])
    assert names(panel) == ["Blue"]
    assert panel.bring.isVisible()


def test_details_tell_all_the_plans_of_a_person_and_stop_at_a_dozen(
    qtbot: QtBot, room: Furnished
) -> None:
    for number in range(14):
        room.context.library.add(replace(plan(person("ann")), id=PlanId(f"plan-{number}")))
    room.context.library.keep(person("ann"))
    made = DirectoryPanel(room.context)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: len(made.registry.appearances.found) == 28)
    labels = {label.text() for label in made.details.findChildren(QLabel)}
    assert "and 2 more" in labels


def test_damaged_plan_does_not_hide_the_others(qtbot: QtBot, room: Furnished) -> None:
    room.context.library.keep(person("ann"))
    room.context.library.add(plan(person("ann")))
    store = room.context.library._store  # noqa: SLF001 -- only a store can hold what is damaged
    store.save(Summary(PlanId("bad"), "Bad", (), None, None, room.context.clock.now()), b"{")
    made = DirectoryPanel(room.context)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: bool(made.registry.appearances.found))
    assert [summary.id for summary, _ in made.registry.appearances.unread] == ["bad"]
