"""The inspector, with real keys: one field, one step; nothing typed is lost."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QKeySequence, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLineEdit,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from planner.domain.blocks import Kind, Lock, Mode, Rsvp, SeatRole, StartRule
from planner.domain.edits.blocks import RemoveBlocks
from planner.domain.edits.details import ChangeDetails
from planner.domain.edits.timing import MoveBlocks, Reschedule
from planner.domain.ids import BlockId, OfficeId, PersonId
from planner.domain.people import Person
from planner.formats.wording.terms import term
from planner.ui.context import Context
from planner.ui.controls.record_combo import RecordCombo
from planner.ui.controls.typed_field import TypedField
from planner.ui.panels.inspector import Inspector
from planner.ui.risk_watch import risk_watch_of
from tests.builders import minutes, moment, office
from tests.ui.desks import Room
from tests.ui.dialogs.windows import FakeWindow
from tests.ui.panels.hands import click

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

FIRST, SECOND, LUNCH = BlockId("interview-1"), BlockId("interview-2"), BlockId("lunch")
ENTER, TAB = Qt.Key.Key_Return, Qt.Key.Key_Tab


@pytest.fixture
def inspector(context: Context, qtbot: QtBot) -> Iterator[Inspector]:
    made = Inspector(context)
    qtbot.addWidget(made)
    made.resize(320, 900)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    yield made
    made.close()


def write(field: QWidget, text: str, end: Qt.Key = ENTER) -> None:
    """Type a text over what stands in a field, and leave it with a key."""
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(field, text)
    QTest.keyClick(field, end)


def test_inspector_shows_the_plan_while_nothing_is_selected(inspector: Inspector) -> None:
    assert inspector.title.whole_text() == "About this plan"
    assert inspector.plan_form.title.text() == "Senior Solutions Architect, Luxembourg"


def test_plan_title_is_changed_by_typing(inspector: Inspector, context: Context) -> None:
    write(inspector.plan_form.title, "Luxembourg onsite")
    assert context.desk.plan.title == "Luxembourg onsite"
    write(inspector.plan_form.name, "Ada", TAB)
    assert [c.name for c in context.desk.plan.candidates.values()] == ["Ada"]


def test_block_is_shown_when_it_is_selected(inspector: Inspector, context: Context) -> None:
    context.desk.select([SECOND])
    form = inspector.block_form
    assert (inspector.title.whole_text(), inspector.subtitle.whole_text()) == (
        "2nd interview",
        "Interview \u00b7 Phone",
    )
    shown = [form.when.start.text(), form.when.length.text(), form.when.end.text()]
    assert shown == ["11:00", "45 min", "11:45"]
    assert form.how.fields["number"].text() == "+352 555 0104"
    assert [row.note.whole_text() for row in form.panel.rows] == ["not assigned"]


def test_only_what_matters_is_shown(inspector: Inspector, context: Context) -> None:
    form = inspector.block_form
    context.desk.select([LUNCH])
    hidden = {type(part).__name__ for part in form.parts if part.isHidden()}
    assert hidden == {"BenchPart", "HowPart", "FocusPart"}
    context.desk.select([FIRST])
    hidden = {type(part).__name__ for part in form.parts if part.isHidden()}
    assert hidden == {"ProblemsPart", "SafetyPart", "BenchPart"}
    assert not form.how.fields["number"].isVisibleTo(form)


def test_start_length_and_end_are_linked(inspector: Inspector, context: Context) -> None:
    context.desk.select([FIRST])
    when = inspector.block_form.when
    write(when.start, "10:00")
    assert (when.length.text(), when.end.text()) == ("45 min", "10:45")
    write(when.end, "11:00", TAB)
    assert when.length.text() == "1 h"
    write(when.length, "+15")
    assert when.end.text() == "11:15"
    for _ in range(3):
        context.desk.undo()
    box = context.desk.plan.block(FIRST).timebox
    assert box is not None
    assert (box.start, box.duration) == (moment("10:15"), minutes(45))
    assert when.start.text() == "10:15"


def test_lock_says_what_gives_way(inspector: Inspector, context: Context) -> None:
    context.desk.select([FIRST])
    when = inspector.block_form.when
    assert when.lock.text() == "The length stays"
    QTest.mouseClick(when.lock, Qt.MouseButton.LeftButton)
    assert when.lock.text() == "The end stays"
    write(when.start, "10:00")
    box = context.desk.plan.block(FIRST).timebox
    assert box is not None
    assert (box.duration, box.lock) == (minutes(60), Lock.END)


def test_refused_text_stays_with_a_sentence(inspector: Inspector, context: Context) -> None:
    context.desk.select([FIRST])
    when = inspector.block_form.when
    before = context.desk.plan
    write(when.end, "09:00", TAB)
    assert when.end.text() == "09:00"
    assert when.end.property("invalid") is True
    assert when.end.sentence.startswith("The end (09:00) is not after the start (10:15).")
    assert context.desk.plan is before
    context.desk.apply(MoveBlocks((LUNCH,), minutes(5)))
    assert when.end.text() == "09:00"
    when.end.setFocus()
    QTest.keyClick(when.end, Qt.Key.Key_Escape)
    assert (when.end.text(), when.end.sentence) == ("11:00", "")


def test_typing_is_not_overwritten_by_changes_elsewhere(
    inspector: Inspector, context: Context
) -> None:
    context.desk.select([FIRST])
    form = inspector.block_form
    form.what.title.setFocus()
    form.what.title.selectAll()
    QTest.keyClicks(form.what.title, "Half typ")
    context.desk.apply(MoveBlocks((FIRST,), minutes(15)))
    assert (form.what.title.text(), form.when.start.text()) == ("Half typ", "10:30")
    QTest.keyClicks(form.what.title, "ed")
    QTest.keyClick(form.what.title, ENTER)
    assert context.desk.plan.block(FIRST).title == "Half typed"


def test_what_is_typed_goes_to_the_block_it_was_typed_for(
    inspector: Inspector, context: Context
) -> None:
    context.desk.select([FIRST])
    note = inspector.block_form.notes.fields["internal"]
    note.setFocus()
    QTest.keyClicks(note, "Bring water")
    before = context.desk.plan
    context.desk.select([LUNCH])
    after = context.desk.plan
    written = "Bring water" + before.block(FIRST).notes.internal
    assert after.block(FIRST).notes.internal == written
    assert after.block(LUNCH) == before.block(LUNCH)
    assert note.text() == before.block(LUNCH).notes.internal


def test_notes_are_taken_after_a_pause(
    inspector: Inspector, context: Context, qtbot: QtBot
) -> None:
    context.desk.select([LUNCH])
    note = inspector.block_form.notes.fields["internal"]
    note.setFocus()
    QTest.keyClicks(note, "Vegan")
    qtbot.waitUntil(lambda: context.desk.plan.block(LUNCH).notes.internal == "Vegan", timeout=3000)
    QTest.keyClicks(note, " please")
    QTest.keyClick(note, ENTER, Qt.KeyboardModifier.ControlModifier)
    assert context.desk.plan.block(LUNCH).notes.internal == "Vegan please"
    assert note.text() == "Vegan please"


def test_mode_is_chosen_with_a_click(inspector: Inspector, context: Context) -> None:
    context.desk.select([FIRST])
    how = inspector.block_form.how
    how.mode.chosen.emit(Mode.VIDEO)
    assert context.desk.plan.block(FIRST).mode is Mode.VIDEO
    write(how.fields["link"], "https://meet.example.org/1")
    connection = context.desk.plan.block(FIRST).connection
    assert connection is not None
    assert connection.link == "https://meet.example.org/1"
    write(how.fields["link"], "", Qt.Key.Key_Backspace)
    QTest.keyClick(how.fields["link"], ENTER)
    assert context.desk.plan.block(FIRST).connection is None


def test_bench_fills_the_open_seat_with_one_click(
    inspector: Inspector, context: Context, qtbot: QtBot
) -> None:
    context.library.keep(Person(PersonId("zoe"), "Aaron Able"))
    inspector.hide()
    inspector.show()
    context.desk.select([SECOND])
    bench = inspector.block_form.bench
    qtbot.waitUntil(lambda: len(bench.rows) == 5)
    names = [row.name.whole_text() for row in bench.rows]
    place = names.index("Aaron Able")
    QTest.mouseClick(bench.rows[place].use, Qt.MouseButton.LeftButton)
    seat = context.desk.plan.block(SECOND).seats[0]
    assert (seat.person, seat.rsvp) == ("zoe", Rsvp.PENDING)
    assert bench.isHidden()
    context.desk.undo()
    assert "zoe" not in context.desk.plan.people


def test_bench_tells_people_of_one_name_apart(
    inspector: Inspector, context: Context, qtbot: QtBot
) -> None:
    for each, title in (("one", "Sales"), ("two", "Support")):
        context.library.keep(Person(PersonId(each), "Aaron Able", title))
    inspector.hide()
    inspector.show()
    context.desk.select([SECOND])
    bench = inspector.block_form.bench
    qtbot.waitUntil(lambda: len(bench.rows) == 5)
    rows = [row for row in bench.rows if row.name.whole_text() == "Aaron Able"]
    assert [row.use.accessibleName() for row in rows] == [
        "Use Aaron Able \u00b7 Sales",
        "Use Aaron Able \u00b7 Support",
    ]
    assert [row.merits.text().split(" \u00b7 ")[0] for row in rows] == ["Sales", "Support"]


def test_bench_shows_the_rest_on_demand(
    inspector: Inspector, context: Context, qtbot: QtBot
) -> None:
    context.desk.select([SECOND])
    bench = inspector.block_form.bench
    qtbot.waitUntil(lambda: len(bench.rows) == 5)
    QTest.mouseClick(bench.more, Qt.MouseButton.LeftButton)
    assert len(bench.rows) == len(context.desk.plan.people)


def test_seat_is_assigned_by_typing_a_new_name(inspector: Inspector, context: Context) -> None:
    context.desk.select([SECOND])
    panel = inspector.block_form.panel
    QTest.mouseClick(panel.rows[0].assign, Qt.MouseButton.LeftButton)
    assert panel.person.isVisible()
    panel.person.create_wanted.emit("Zoe New")
    person = context.desk.plan.block(SECOND).seats[0].person
    assert person is not None
    assert context.desk.plan.people[person].name == "Zoe New"
    assert panel.person.isHidden()


def test_seat_menu_changes_role_and_answer(inspector: Inspector, context: Context) -> None:
    context.desk.select([FIRST])
    panel = inspector.block_form.panel
    row, seat = panel.rows[0], context.desk.plan.block(FIRST).seats[0]
    menu = row.menu()
    titles = [action.text() for action in menu.actions() if not action.isSeparator()]
    menu.close()
    assert titles == ["Somebody else", "Role", "Answer", "Leave the seat open", "Remove this seat"]
    row.role_chosen.emit(seat, SeatRole.BAR_RAISER)
    row.answer_chosen.emit(seat, Rsvp.DECLINED)
    changed = context.desk.plan.block(FIRST).seats[0]
    assert (changed.role, changed.rsvp) == (SeatRole.BAR_RAISER, Rsvp.DECLINED)
    assert panel.rows[0].note.whole_text() == "Bar raiser \u00b7 Declined"


def test_seats_are_added_emptied_and_removed(inspector: Inspector, context: Context) -> None:
    context.desk.select([LUNCH])
    panel = inspector.block_form.panel
    QTest.mouseClick(panel.add, Qt.MouseButton.LeftButton)
    assert [seat.role for seat in context.desk.plan.block(LUNCH).seats] == [SeatRole.HOST]
    panel.rows[0].removed.emit(context.desk.plan.block(LUNCH).seats[0])
    assert context.desk.plan.block(LUNCH).seats == ()


def test_focus_areas_are_taken_away_and_added(inspector: Inspector, context: Context) -> None:
    context.desk.select([FIRST])
    focus = inspector.block_form.focus
    assert [chip.text() for chip in focus.chips] == [
        "Dive Deep",
        "Invent and Simplify",
        "Think Big",
    ]
    QTest.mouseClick(focus.chips[0], Qt.MouseButton.LeftButton)
    focus.add.create_wanted.emit("Curiosity")
    assert [chip.text() for chip in focus.chips] == [
        "Invent and Simplify",
        "Think Big",
        "Curiosity",
    ]


def test_room_is_picked_or_made(inspector: Inspector, context: Context) -> None:
    context.desk.select([FIRST])
    where = inspector.block_form.where
    where.room.create_wanted.emit("Room 2.01")
    room = context.desk.plan.block(FIRST).room
    assert room is not None
    assert context.desk.plan.rooms[room].name == "Room 2.01"
    where.room.picked.emit(None)
    assert context.desk.plan.block(FIRST).room is None
    assert where.place.isVisible()


def test_rules_of_a_rest(inspector: Inspector, context: Context) -> None:
    context.desk.select([LUNCH])
    rules = inspector.block_form.rules
    write(rules.minimum, "1 h")
    rules.rule.chosen.emit(StartRule.FIXED)
    lunch = context.desk.plan.block(LUNCH)
    assert (lunch.minimum, lunch.start_rule) == (minutes(60), StartRule.FIXED)
    write(rules.minimum, "", Qt.Key.Key_Delete)
    QTest.keyClick(rules.minimum, ENTER)
    assert context.desk.plan.block(LUNCH).minimum is None
    assert rules.minimum.placeholderText() == "30 min by policy"


def test_kind_decides_which_parts_there_are(inspector: Inspector, context: Context) -> None:
    context.desk.select([FIRST])
    context.desk.apply(ChangeDetails(FIRST, kind=Kind.BREAK, focus_areas=()))
    assert inspector.block_form.focus.isHidden()


def test_problem_of_the_block_is_mended_by_its_link(room: Room, qtbot: QtBot) -> None:
    room.open_sample()
    desk = room.context.desk
    desk.apply(MoveBlocks((SECOND,), minutes(-15)))
    inspector = Inspector(room.context)
    qtbot.addWidget(inspector)
    inspector.show()
    desk.select([SECOND])
    rows = inspector.block_form.problems.rows
    links = [link for row in rows for link in row.fixes if not link.isHidden()]
    assert links != []
    before = desk.plan
    QTest.mouseClick(links[0], Qt.MouseButton.LeftButton)
    assert desk.plan is not before
    inspector.close()


def test_several_blocks_are_moved_as_one_step(inspector: Inspector, context: Context) -> None:
    context.desk.select([FIRST, LUNCH])
    form = inspector.several_form
    assert inspector.title.whole_text() == "2 blocks selected"
    assert form.length.placeholderText() == "several"
    write(form.shift, "-15")
    starts = [context.desk.plan.block(b).timebox.start for b in (FIRST, LUNCH)]  # type: ignore[union-attr]
    assert starts == [moment("10:00"), moment("11:30")]
    write(form.length, "30")
    lengths = [context.desk.plan.block(b).timebox.duration for b in (FIRST, LUNCH)]  # type: ignore[union-attr]
    assert lengths == [minutes(30), minutes(30)]
    context.desk.undo()
    context.desk.undo()
    assert context.desk.undo_label == ""


def test_several_blocks_share_mode_kind_and_room(inspector: Inspector, context: Context) -> None:
    context.desk.select([FIRST, SECOND])
    form = inspector.several_form
    assert (form.mode.value(), form.room.record) == (None, "room-1-04")
    form.mode.chosen.emit(Mode.VIDEO)
    assert {context.desk.plan.block(b).mode for b in (FIRST, SECOND)} == {Mode.VIDEO}
    form.room.picked.emit(None)
    assert {context.desk.plan.block(b).room for b in (FIRST, SECOND)} == {None}
    context.desk.undo()
    context.desk.undo()
    assert form.mode.value() is None


def test_tab_goes_from_top_to_bottom(inspector: Inspector, context: Context, qtbot: QtBot) -> None:
    context.desk.select([SECOND])
    form = inspector.block_form
    qtbot.waitUntil(lambda: len(form.bench.rows) == 5)
    form.when.end.setFocus()
    visited = []
    for _ in range(6):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, TAB)
        visited.append(QApplication.focusWidget())
    row = form.panel.rows[0]
    bench = form.bench.rows
    assert visited == [
        form.when.lock,
        form.panel.add,
        row.assign,
        row.more,
        bench[0].use,
        bench[1].use,
    ]


def test_wheel_scrolls_and_chooses_nothing(inspector: Inspector, context: Context) -> None:
    context.desk.select([LUNCH])
    kind, room = inspector.block_form.what.kind, inspector.block_form.where.room
    for box in (kind, room):
        turn_wheel(box)
    assert (kind.value, room.record) == (Kind.MEAL, None)


def turn_wheel(box: QWidget) -> None:
    turned = QWheelEvent(
        QPointF(5, 5),
        box.mapToGlobal(QPointF(5, 5)),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 -- not inverted
    )
    QApplication.sendEvent(box, turned)


def test_forms_never_scroll_sideways(inspector: Inspector, context: Context) -> None:
    for block in context.desk.plan.blocks:
        context.desk.select([block])
        assert inspector.block_form.minimumSizeHint().width() <= 320 - 16 - 6, block


def test_closed_desk_shows_what_to_do(inspector: Inspector, context: Context) -> None:
    context.desk.select([FIRST])
    context.desk.close()
    assert inspector.title.isHidden()


def test_every_field_has_a_name_for_screen_readers(inspector: Inspector, context: Context) -> None:
    context.desk.select([SECOND])
    fields = inspector.findChildren(TypedField)
    assert [field for field in fields if not field.accessibleName()] == []


def test_undo_in_a_field_that_has_nothing_typed_takes_back_the_step(
    inspector: Inspector, context: Context
) -> None:
    undo = QAction(inspector)
    undo.setShortcut(QKeySequence("Ctrl+Z"))
    undo.triggered.connect(context.desk.undo)
    inspector.addAction(undo)
    context.desk.select([FIRST])
    title = inspector.block_form.what.title
    write(title, "Another title")
    QTest.keyClick(title, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (title.text(), context.desk.undo_label) == ("1st interview", "")
    QTest.keyClicks(title, "x")
    QTest.keyClick(title, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert title.text() == "1st interview"


def test_problem_without_an_edit_leads_to_its_field(inspector: Inspector, context: Context) -> None:
    context.desk.select([SECOND])
    form = inspector.block_form
    links = [row.fixes[0] for row in form.problems.rows]
    assert [link.text() for link in links] == ["Choose somebody", "Add a fallback"]
    QTest.mouseClick(links[1], Qt.MouseButton.LeftButton)
    assert form.how.fields["fallback"].hasFocus()
    QTest.mouseClick(links[0], Qt.MouseButton.LeftButton)
    assert form.panel.person.isVisible()
    assert inspector.lead_to("PLC-106")
    assert not inspector.lead_to("COV-110")


def test_inspector_is_as_wide_as_its_forms_are_made_for(inspector: Inspector) -> None:
    assert (inspector.sizeHint().width(), inspector.minimumSizeHint().width()) == (320, 320)


def choose(combo: RecordCombo, text: str, end: Qt.Key = ENTER) -> None:
    """Type into a list that searches, and take what it finds with a key."""
    line = combo.lineEdit()
    assert line is not None
    combo.setFocus()
    line.selectAll()
    QTest.keyClicks(combo, text)
    QTest.keyClick(hearing(combo), end)


def hearing(field: QLineEdit | QComboBox) -> QWidget:
    """Return what hears the next key: a list of suggestions, which passes it on, or the field."""
    completer = field.completer()
    popup = completer.popup() if completer is not None else None
    return popup if popup is not None and popup.isVisible() else field


def test_office_of_the_directory_is_brought_into_the_plan(
    inspector: Inspector, context: Context
) -> None:
    context.library.keep(office("paris", name="Paris", zone="Europe/Paris"))
    inspector.hide()
    inspector.show()  # comes back from the page of the directory
    inspector.activateWindow()
    at = inspector.plan_form.at
    choose(at.office, "paris")
    plan = context.desk.plan
    assert (plan.office, plan.zone()) == ("paris", "Europe/Paris")
    assert (at.office.currentText(), at.zone.text()) == ("Paris", "Europe/Paris")
    context.desk.undo()
    assert "paris" not in context.desk.plan.offices


@pytest.mark.parametrize("end", [ENTER, TAB])
def test_new_office_is_added_by_its_name(
    inspector: Inspector, context: Context, end: Qt.Key
) -> None:
    at = inspector.plan_form.at
    zone = context.desk.plan.zone()
    choose(at.office, "Harbour", end)
    made = context.desk.plan.offices[OfficeId(context.desk.plan.office or "")]
    assert (made.name, made.zone, at.office.currentText()) == ("Harbour", zone, "Harbour")


def test_zone_of_the_office_is_typed_in_part(inspector: Inspector, context: Context) -> None:
    zone = inspector.plan_form.at.zone
    zone.setFocus()
    zone.selectAll()
    QTest.keyClicks(zone, "Lisb")
    QTest.keyClick(hearing(zone), TAB)
    assert (context.desk.plan.zone(), zone.text()) == ("Europe/Lisbon", "Europe/Lisbon")
    write(zone, "Atlantis")
    assert zone.property("invalid") is True
    assert context.desk.plan.zone() == "Europe/Lisbon"
    QTest.keyClick(zone, Qt.Key.Key_Escape)
    write(zone, "")
    assert (context.desk.plan.zone(), zone.text()) == ("Europe/Lisbon", "Europe/Lisbon")


def test_coordinator_may_come_from_outside_the_plan(inspector: Inspector, context: Context) -> None:
    choose(inspector.plan_form.coordinator, "Nora New")
    plan = context.desk.plan
    assert plan.coordinator is not None
    assert plan.people[plan.coordinator].name == "Nora New"


def test_field_stays_under_the_pointer_when_problems_come_above_it(
    inspector: Inspector, context: Context
) -> None:
    inspector.resize(320, 560)
    context.desk.select([FIRST])
    form = inspector.block_form
    mode = form.how.mode
    (area,) = [a for a in inspector.findChildren(QScrollArea) if a.isAncestorOf(form)]
    area.ensureWidgetVisible(mode)
    [video] = [b for b in mode.findChildren(QAbstractButton) if b.text() == "Video"]
    before = video.mapTo(inspector, QPoint())
    assert not form.problems.isVisible()
    QTest.mouseClick(video, Qt.MouseButton.LeftButton)
    assert context.desk.plan.block(FIRST).mode is Mode.VIDEO
    QApplication.processEvents()
    assert form.problems.isVisible()
    assert video.mapTo(inspector, QPoint()) == before
    context.desk.undo()
    QApplication.processEvents()
    assert not form.problems.isVisible()
    assert video.mapTo(inspector, QPoint()) == before


def test_kind_of_a_meal_makes_hosts_in_one_step(inspector: Inspector, context: Context) -> None:
    context.desk.select([FIRST])
    kind = inspector.block_form.what.kind
    kind.setFocus()
    QTest.keyClicks(kind, term(Kind.MEAL, context.language)[:2])
    block = context.desk.plan.block(FIRST)
    assert (block.kind, block.is_assessing) == (Kind.MEAL, False)
    assert SeatRole.LEAD not in {seat.role for seat in block.seats}
    context.desk.undo()
    assert context.desk.plan.block(FIRST).kind is Kind.INTERVIEW


def test_rest_says_how_safe_it_is_once_that_is_known(
    inspector: Inspector, context: Context, qtbot: QtBot
) -> None:
    context.desk.select([LUNCH])
    safety = inspector.block_form.safety
    assert safety.words.text() == "Working it out\u2026"
    qtbot.waitUntil(lambda: risk_watch_of(context).is_known)
    assert (safety.words.text(), safety.words.property("tone")) == ("Safe: 99 %", "good")
    assert safety.reason.text() == (
        "So likely it keeps its minimum of 45 min. As long as planned: 34 %.\n"
        "Largest cause: 2nd interview (11:00)."
    )


def test_safety_follows_the_plan_and_stays_until_there_is_another(
    inspector: Inspector, context: Context, qtbot: QtBot
) -> None:
    context.desk.select([LUNCH])
    watch, safety = risk_watch_of(context), inspector.block_form.safety
    qtbot.waitUntil(lambda: watch.is_known)
    context.desk.apply(ChangeDetails(LUNCH, minimum=minutes(85)))
    assert (safety.words.text(), watch.is_known) == ("Safe: 99 %", False)
    qtbot.waitUntil(lambda: watch.is_known)
    assert safety.words.text() == "At risk: only 60 % safe"
    context.desk.apply(RemoveBlocks((SECOND,)))  # the largest cause
    assert safety.reason.text().splitlines()[1:] == []
    qtbot.waitUntil(lambda: watch.is_known)


def test_button_asks_for_what_makes_a_rest_safer(
    inspector: Inspector, context: Context, qtbot: QtBot
) -> None:
    window = FakeWindow(context)
    qtbot.addWidget(window)
    context.actions.bind(window, window)
    context.desk.select([LUNCH])
    click(inspector.block_form.safety.safer)
    assert window.asked == [("buffers", {"rest": LUNCH})]


def test_only_a_rest_with_a_time_can_be_made_safer(context: Context) -> None:
    desk, action = context.desk, context.actions.action("make_safer")
    found = []
    for chosen in ([LUNCH], [FIRST], [LUNCH, FIRST], []):
        desk.select(chosen)
        found.append(action.isEnabled())
    desk.select([LUNCH])
    desk.apply(Reschedule(LUNCH, None))
    assert (found, action.isEnabled()) == ([True, False, False, False], False)
