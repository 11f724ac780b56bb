"""The paste dialog, with real keys: both sides can be corrected, and nothing is lost."""

from datetime import date, time

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from planner.app.pasting import Pasted, Standing
from planner.domain.blocks import Kind
from planner.domain.plan import Plan
from planner.ui.dialogs.paste_dialog import PasteDialog
from planner.ui.dialogs.paste_reader import LONG
from planner.ui.models.pasted_lines import Column
from tests.ui.dialogs.windows import FakeWindow

TEXT = """\
Friday 25 September 2015
10:15 - 11:00 Interview with Anna Schmidt
11:00 - 11:45 Interview with Ben Weiss
Please bring your passport.
12:00 - 13:00 Lunch
"""
ICS = (
    b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Lunch\r\nDTSTART:20150925T100000Z\r\n"
    b"DTEND:20150925T110000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)


def shown(window: FakeWindow, qtbot: QtBot, pasted: Pasted | None) -> PasteDialog:
    made = PasteDialog(window.context, window, pasted)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    return made


@pytest.fixture
def dialog(window: FakeWindow, qtbot: QtBot) -> PasteDialog:
    return shown(window, qtbot, Pasted(TEXT))


def titles(dialog: PasteDialog) -> list[str]:
    return [row.title for row in dialog.lines.timetable.rows]


def edit(dialog: PasteDialog, row: int, column: Column, text: str) -> None:
    """Type over a cell: Enter opens it, Enter takes it."""
    dialog.table.setFocus()
    dialog.table.setCurrentIndex(dialog.lines.index(row, column))
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    editors = dialog.table.viewport().findChildren(QLineEdit)
    (editor,) = [editor for editor in editors if editor.isVisible()]
    editor.selectAll()
    QTest.keyClicks(editor, text)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()  # Qt takes the text after the key


def type_at(dialog: PasteDialog, line: int, text: str) -> None:
    """Write a line above a line of the text."""
    block = dialog.source.document().findBlockByNumber(line - 1)
    dialog.source.setFocus()
    dialog.source.setTextCursor(QTextCursor(block))
    QTest.keyClicks(dialog.source, text)
    QTest.keyClick(dialog.source, Qt.Key.Key_Return)


def test_the_text_is_understood_line_by_line(dialog: PasteDialog) -> None:
    standings = [dialog.lines.standing(row) for row in range(5)]
    assert standings == [
        *(Standing.UNDERSTOOD, Standing.UNDERSTOOD, Standing.UNDERSTOOD),
        *(Standing.ASIDE, Standing.UNDERSTOOD),
    ]
    assert dialog.make_button.text() == "Make a plan with 3 blocks"


def test_a_cell_is_corrected_and_survives_typing_at_the_left(
    dialog: PasteDialog, qtbot: QtBot
) -> None:
    edit(dialog, 2, Column.TITLE, "Coding")
    type_at(dialog, 2, "9:00 - 10:00 Arrival")
    qtbot.waitUntil(lambda: len(dialog.lines.timetable.rows) == 4)
    assert titles(dialog)[2] == "Coding"
    assert dialog.lines.standing(3) is Standing.CORRECTED


def test_the_text_is_read_again_after_typing(dialog: PasteDialog, qtbot: QtBot) -> None:
    type_at(dialog, 5, "13:30 - 14:00 Tour")
    assert dialog.reader.is_behind
    qtbot.waitUntil(lambda: not dialog.reader.is_behind)
    assert dialog.make_button.text() == "Make a plan with 4 blocks"


def test_enter_in_a_hurry_takes_what_was_typed_last(
    dialog: PasteDialog, window: FakeWindow
) -> None:
    type_at(dialog, 5, "13:30 - 14:00 Tour")
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(made_plan(window).blocks) == 4


def made_plan(window: FakeWindow) -> Plan:
    (name, plan) = window.asked[-1]
    assert name == "add_plan"
    assert isinstance(plan, Plan)
    return plan


def test_a_plan_that_the_library_refuses_leaves_all_corrections(
    dialog: PasteDialog, window: FakeWindow
) -> None:
    window.takes_plans = False
    edit(dialog, 1, Column.START, "10.00")
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert (len(window.asked), dialog.isVisible()) == (1, True)
    assert dialog.lines.standing(1) is Standing.CORRECTED


def test_a_plan_is_made_of_what_was_understood_and_corrected(
    dialog: PasteDialog, window: FakeWindow
) -> None:
    QTest.keyClicks(dialog.form.candidate, "Ada")
    edit(dialog, 1, Column.START, "10.00")
    edit(dialog, 1, Column.PEOPLE, "Anna Schmidt, Carla Sanchez")
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    plan = made_plan(window)
    first = next(iter(plan.blocks.values()))
    assert first.timebox is not None
    assert first.timebox.start.clock == time(10)
    assert [plan.people[p].name for p in first.people] == ["Anna Schmidt", "Carla Sanchez"]
    assert [c.name for c in plan.candidates.values()] == ["Ada"]


def test_blocks_go_into_the_open_plan_as_one_step(dialog: PasteDialog, window: FakeWindow) -> None:
    desk = window.context.desk
    before = len(desk.plan.blocks)
    (choice,) = [b for b in dialog.findChildren(QPushButton) if b.text() == "The open plan"]
    QTest.mouseClick(choice, Qt.MouseButton.LeftButton)
    assert dialog.make_button.text() == "Add 3 blocks to the plan"
    dialog.accept()
    assert len(desk.plan.blocks) == before + 3
    assert (window.asked, desk.day) == ([], date(2015, 9, 25))
    desk.undo()
    assert len(desk.plan.blocks) == before


def test_what_cannot_be_read_is_said_below_the_table(dialog: PasteDialog) -> None:
    edit(dialog, 1, Column.END, "soon")
    assert "soon" in dialog.details.sentences.text()
    assert dialog.lines.timetable.rows[0].end == time(11)


def test_a_kind_is_chosen_from_a_list(dialog: PasteDialog) -> None:
    dialog.table.setFocus()
    dialog.table.setCurrentIndex(dialog.lines.index(1, Column.KIND))
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    editor = dialog.table.viewport().findChild(QComboBox)
    assert isinstance(editor, QComboBox)
    assert editor.currentText() == "Interview"
    editor.setCurrentIndex(editor.findText("Talk"))
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert dialog.lines.timetable.rows[0].kind is Kind.TALK


def test_delete_leaves_a_line_aside_and_takes_it_again(dialog: PasteDialog) -> None:
    dialog.table.setCurrentIndex(dialog.lines.index(1, Column.TITLE))
    counts = []
    for _ in range(2):
        QTest.keyClick(dialog.table, Qt.Key.Key_Delete)
        counts.append(len(dialog.lines.timetable.rows))
    assert counts == [2, 3]


def test_a_line_can_be_as_it_was_read(dialog: PasteDialog) -> None:
    edit(dialog, 1, Column.TITLE, "Mine")
    dialog.table.setCurrentIndex(dialog.lines.index(1, Column.TITLE))
    assert dialog.details.again.isVisible()
    QTest.mouseClick(dialog.details.again, Qt.MouseButton.LeftButton)
    assert titles(dialog)[0] != "Mine"
    assert not dialog.details.again.isVisible()


def test_each_side_marks_the_line_of_the_other(dialog: PasteDialog) -> None:
    dialog.table.setCurrentIndex(dialog.lines.index(4, Column.TITLE))
    (marked,) = dialog.source.extraSelections()
    assert marked.cursor.block().text() == "12:00 - 13:00 Lunch"
    dialog.source.setFocus()
    dialog.source.moveCursor(QTextCursor.MoveOperation.Start)
    QTest.keyClick(dialog.source, Qt.Key.Key_Down)
    assert dialog.table.currentIndex().row() == 1


def test_rows_without_a_day_take_the_one_that_is_chosen(window: FakeWindow, qtbot: QtBot) -> None:
    dialog = shown(window, qtbot, Pasted("10:00 - 11:00 Interview with Anna Schmidt"))
    assert not dialog.make_button.isEnabled()
    assert dialog.note.text().startswith("1 row has no day.")
    dialog.form.day.setFocus()
    QTest.keyClicks(dialog.form.day, "2 Oct 2015")
    QTest.keyClick(dialog.form.day, Qt.Key.Key_Tab)
    qtbot.waitUntil(dialog.make_button.isEnabled)
    assert dialog.lines.timetable.rows[0].day == date(2015, 10, 2)


def test_another_zone_is_used_once_it_is_one(dialog: PasteDialog, qtbot: QtBot) -> None:
    dialog.form.zone.setEditText("Asia/To")
    assert not dialog.reader.is_behind
    dialog.form.zone.setEditText("Asia/Tokyo")
    qtbot.waitUntil(lambda: dialog.lines.timetable.zone == "Asia/Tokyo")


def test_a_calendar_file_shows_its_entries(window: FakeWindow, qtbot: QtBot) -> None:
    dialog = shown(window, qtbot, Pasted(calendar=ICS))
    assert dialog.source.toPlainText() == "2015-09-25 12:00 - 13:00  Lunch"
    assert dialog.source.isReadOnly()
    edit(dialog, 0, Column.TITLE, "Lunch with the team")
    dialog.form.zone.setEditText("Europe/London")
    qtbot.waitUntil(lambda: dialog.lines.timetable.rows[0].start == time(11))
    dialog.accept()
    (block,) = made_plan(window).blocks.values()
    assert block.kind is Kind.MEAL


@pytest.mark.parametrize(
    ("copied", "expected"),
    [(TEXT, TEXT), ("Hello Anna,\nsee you at 10:00.", ""), ("", "")],
)
def test_the_clipboard_is_shown_if_it_looks_like_a_timetable(
    window: FakeWindow, qtbot: QtBot, copied: str, expected: str
) -> None:
    QGuiApplication.clipboard().setText(copied)
    assert shown(window, qtbot, None).source.toPlainText() == expected


def test_a_table_of_a_mail_arrives_as_lines(window: FakeWindow, qtbot: QtBot) -> None:
    mime = QMimeData()
    mime.setHtml("<table><tr><td>10:00 - 11:00</td><td>Anna Schmidt</td></tr></table>")
    mime.setText("10:00 - 11:00\nAnna Schmidt")
    dialog = shown(window, qtbot, None)
    dialog.source.insertFromMimeData(mime)
    assert dialog.source.toPlainText() == "| 10:00 - 11:00 | Anna Schmidt |"


def test_a_long_text_is_read_elsewhere_and_the_last_one_wins(
    window: FakeWindow, qtbot: QtBot
) -> None:
    line = "10:00 - 10:30 Interview with Anna Schmidt\n"
    dialog = shown(window, qtbot, Pasted("25 September 2015\n" + line * (LONG // len(line) + 1)))
    assert dialog.lines.rowCount() == 0
    dialog.source.setPlainText(TEXT)
    qtbot.waitUntil(lambda: dialog.lines.rowCount() == 5 and not dialog.reader.is_behind)


def test_of_two_long_texts_the_later_one_is_shown(window: FakeWindow, qtbot: QtBot) -> None:
    dialog = shown(window, qtbot, Pasted(TEXT))
    for kind in ("Interview", "Talk"):
        line = f"10:00 - 10:30 {kind} about something that takes a while\n"
        dialog.source.setPlainText("25 September 2015\n" + line * (LONG // len(line) + 1))
        dialog.reader.ask_now()
    qtbot.waitUntil(lambda: not dialog.reader.is_behind)
    assert {row.kind for row in dialog.lines.timetable.rows} == {Kind.TALK}


def test_what_is_too_much_is_said(dialog: PasteDialog, qtbot: QtBot) -> None:
    dialog.source.setPlainText("x" * 1_000_001)
    qtbot.waitUntil(lambda: dialog.note.text().startswith("Too much text"), timeout=10_000)
    assert not dialog.make_button.isEnabled()


def test_enter_in_a_field_takes_its_value_and_nothing_more(
    window: FakeWindow, qtbot: QtBot
) -> None:
    dialog = shown(window, qtbot, Pasted(TEXT))
    dialog.form.day.setFocus()
    QTest.keyClicks(dialog.form.day, "2 Oct 2015")
    QTest.keyClick(dialog.form.day, Qt.Key.Key_Return)
    assert dialog.form.day.value == date(2015, 10, 2)
    assert dialog.isVisible()
    assert window.asked == []


def _hearing(zone: QComboBox) -> QWidget:
    """Return what hears the next key: the list of suggestions, which passes it on."""
    completer = zone.completer()
    popup = completer.popup() if completer is not None else None
    assert popup is not None
    assert popup.isVisible()
    return popup


def _type_over(zone: QComboBox, text: str) -> None:
    """Type a text over the one that stands there."""
    line = zone.lineEdit()
    assert line is not None
    zone.setFocus()
    line.selectAll()
    QTest.keyClicks(zone, text)


def test_nothing_is_made_while_a_field_cannot_be_read(
    dialog: PasteDialog, window: FakeWindow
) -> None:
    zone = dialog.form.zone
    _type_over(zone, "Europe/L")
    assert not dialog.make_button.isEnabled()
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    dialog.accept()
    assert (window.asked, dialog.isVisible()) == ([], True)
    QTest.keyClicks(zone, "uxem")
    assert not dialog.make_button.isEnabled()
    QTest.keyClick(_hearing(zone), Qt.Key.Key_Tab)
    assert (zone.zone, zone.currentText()) == ("Europe/Luxembourg", "Europe/Luxembourg")
    assert dialog.make_button.isEnabled()


def test_only_zone_that_fits_is_taken_with_enter(dialog: PasteDialog, window: FakeWindow) -> None:
    zone = dialog.form.zone
    _type_over(zone, "Luxem")
    QTest.keyClick(_hearing(zone), Qt.Key.Key_Return)
    assert (zone.zone, window.asked, dialog.isVisible()) == ("Europe/Luxembourg", [], True)


def test_hurried_ctrl_enter_takes_the_only_zone_first(
    dialog: PasteDialog, window: FakeWindow
) -> None:
    zone = dialog.form.zone
    _type_over(zone, "lisb")
    _hearing(zone).hide()
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert made_plan(window).zone() == "Europe/Lisbon"
