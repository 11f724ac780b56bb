"""The table twin, with real keys: typed in place, Enter moves on, what is refused stays."""

from collections.abc import Iterator
from datetime import timedelta
from types import SimpleNamespace
from typing import cast

import pytest
from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from planner.domain.blocks import Kind, SeatRole, Timebox
from planner.domain.edits.details import ChangeDetails
from planner.domain.edits.fresh import copy_of
from planner.domain.edits.timing import MoveBlocks, Reschedule
from planner.domain.errors import EditRefused
from planner.domain.ids import BlockId
from planner.ui.commands import Commands
from planner.ui.context import Context
from planner.ui.messages import Tone
from planner.ui.models.timetable_rows import HEADING_KEY, Column
from planner.ui.panels.cell_editor import CellEditor
from planner.ui.panels.table_panel import TablePanel
from tests.builders import DAY, minutes, moment
from tests.ui.desks import Room

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

FIRST, SECOND, LUNCH = BlockId("interview-1"), BlockId("interview-2"), BlockId("lunch")
ENTER, TAB = Qt.Key.Key_Return, Qt.Key.Key_Tab


@pytest.fixture
def panel(context: Context, qtbot: QtBot) -> Iterator[TablePanel]:
    made = TablePanel(context)
    qtbot.addWidget(made)
    context.actions.bind(cast(Commands, SimpleNamespace(context=context)), made)
    strict = QAbstractItemModelTester.FailureReportingMode.Fatal
    QAbstractItemModelTester(made.model, strict, made.model)
    made.resize(960, 520)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.view.setFocus()
    yield made
    made.close()


def at(panel: TablePanel, key: str, column: Column) -> QModelIndex:
    return panel.model.index_of(key).siblingAtColumn(column)


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def editor() -> CellEditor:
    widget = focused()
    assert isinstance(widget, CellEditor)
    return widget


def offers(line: CellEditor) -> QAbstractItemView:
    """Return the list of words below an editor."""
    popup = line.completer().popup()
    assert popup is not None
    return popup


def edit(panel: TablePanel, key: str, column: Column) -> CellEditor:
    """Go to a cell and press Enter."""
    panel.view.setCurrentIndex(at(panel, key, column))
    QTest.keyClick(panel.view, ENTER)
    return editor()


def write(text: str, end: Qt.Key = ENTER) -> None:
    """Type a text over what stands in the editor, and leave it with a key."""
    line = editor()
    line.selectAll()
    QTest.keyClicks(line, text)
    if line.is_completing:
        offers(line).hide()
    QTest.keyClick(line, end)


def box_of(context: Context, block: BlockId) -> Timebox | None:
    return context.desk.plan.block(block).timebox


def test_enter_edits_a_cell_and_goes_to_the_one_below(panel: TablePanel, context: Context) -> None:
    assert edit(panel, FIRST, Column.TIMEBOX).text() == "10:15-11:00"
    write("10:10-10:55")
    assert box_of(context, FIRST) == Timebox(moment("10:10"), minutes(45))
    below = at(panel, SECOND, Column.TIMEBOX)
    assert (panel.view.currentIndex().row(), panel.view.currentIndex().column()) == (
        below.row(),
        below.column(),
    )
    assert focused() is panel.view


def test_tab_goes_through_the_cells_of_a_row_and_on(panel: TablePanel) -> None:
    edit(panel, FIRST, Column.TIMEBOX)
    visited = []
    for _ in range(5):
        QTest.keyClick(editor(), TAB)
        visited.append((editor().index.row(), editor().index.column()))
    row = panel.model.index_of(FIRST).row()
    assert visited == [(row, 2), (row, 3), (row, 4), (row, 5), (row + 1, 1)]
    QTest.keyClick(editor(), Qt.Key.Key_Backtab)
    assert (editor().index.row(), editor().index.column()) == (row, 5)


def test_tab_passes_the_heading(panel: TablePanel, context: Context) -> None:
    context.desk.apply(Reschedule(SECOND, None))
    heading = panel.model.index_of(HEADING_KEY).row()
    above = panel.model.index(heading - 1, Column.FOCUS)
    panel.view.setCurrentIndex(above)
    QTest.keyClick(panel.view, ENTER)
    QTest.keyClick(editor(), TAB)
    assert (editor().index.row(), editor().index.column()) == (heading + 1, Column.TIMEBOX)


def test_refused_text_stays_in_its_editor(panel: TablePanel, context: Context) -> None:
    before = context.desk.plan
    line = edit(panel, FIRST, Column.TIMEBOX)
    write("half past")
    assert editor() is line
    assert (line.text(), line.property("invalid")) == ("half past", True)
    sentence = "\u201chalf past\u201d: write the time in digits, such as 8:30."
    assert line.accessibleDescription() == sentence
    assert context.desk.plan is before
    write("10:20")
    assert box_of(context, FIRST) == Timebox(moment("10:20"), minutes(45))


def test_refused_text_is_not_lost_by_clicking_elsewhere(panel: TablePanel) -> None:
    line = edit(panel, FIRST, Column.TIMEBOX)
    line.selectAll()
    QTest.keyClicks(line, "half past")
    place = panel.view.visualRect(at(panel, LUNCH, Column.TYPE)).center()
    QTest.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert line.isVisible()
    assert line.text() == "half past"


def test_escape_gives_up_what_was_typed(panel: TablePanel, context: Context) -> None:
    before = context.desk.plan
    line = edit(panel, FIRST, Column.TYPE)
    QTest.keyClicks(line, "Nonsense")
    if line.is_completing:
        QTest.keyClick(offers(line), Qt.Key.Key_Escape)
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert focused() is panel.view
    assert context.desk.plan is before


def test_typing_begins_to_edit(panel: TablePanel, context: Context) -> None:
    panel.view.setCurrentIndex(at(panel, FIRST, Column.WHERE))
    QTest.keyClicks(panel.view, "L")
    QTest.keyClicks(editor(), "obby")
    QTest.keyClick(editor(), ENTER)
    block = context.desk.plan.block(FIRST)
    assert (block.room, block.place) == (None, "Lobby")


def test_editor_offers_names_for_the_last_part(panel: TablePanel, context: Context) -> None:
    line = edit(panel, FIRST, Column.PARTNER)
    line.selectAll()
    QTest.keyClicks(line, "Recruitment Coordinator; manager m")
    popup = offers(line)
    assert popup.model().index(0, 0).data() == "Manager Marketing"
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, ENTER)
    assert line.text() == "Recruitment Coordinator; Manager Marketing"
    QTest.keyClick(line, ENTER)
    people = context.desk.plan.block(FIRST).people
    assert people == ("recruitment-coordinator", "manager-marketing")


def test_change_elsewhere_leaves_an_open_editor_alone(panel: TablePanel, context: Context) -> None:
    line = edit(panel, FIRST, Column.TYPE)
    line.selectAll()
    QTest.keyClicks(line, "Half")
    context.desk.apply(MoveBlocks((LUNCH,), minutes(5)))
    assert editor() is line
    assert line.text() == "Half"


def test_selection_of_the_table_is_the_desks(panel: TablePanel, context: Context) -> None:
    panel.view.setCurrentIndex(at(panel, LUNCH, Column.TYPE))
    assert context.desk.selection == (LUNCH,)
    rows = QItemSelectionModel.SelectionFlag.Rows | QItemSelectionModel.SelectionFlag.Select
    panel.view.selectionModel().select(at(panel, FIRST, Column.TYPE), rows)
    assert set(context.desk.selection) == {FIRST, LUNCH}
    context.desk.select([SECOND])
    assert panel.view.selected_blocks() == (SECOND,)
    assert panel.view.currentIndex().row() == panel.model.index_of(SECOND).row()


def test_selection_follows_a_row_that_moves(panel: TablePanel, context: Context) -> None:
    context.desk.select([FIRST])
    context.desk.apply(MoveBlocks((FIRST,), minutes(180)))
    assert panel.view.selected_blocks() == (FIRST,)
    assert context.desk.selection == (FIRST,)


def test_other_day_keeps_the_selection(panel: TablePanel, context: Context) -> None:
    day = context.desk.day
    assert day is not None
    context.desk.select([FIRST])
    context.desk.show_day(context.desk.days[0])
    assert context.desk.selection == (FIRST,)
    context.desk.show_day(day)
    assert panel.view.selected_blocks() == (FIRST,)


def test_delete_removes_the_selected_rows_as_one_step(panel: TablePanel, context: Context) -> None:
    context.desk.select([FIRST, LUNCH])
    QTest.keyClick(panel.view, Qt.Key.Key_Delete)
    assert {FIRST, LUNCH}.isdisjoint(context.desk.plan.blocks)
    context.desk.undo()
    assert {FIRST, LUNCH} <= set(context.desk.plan.blocks)


def test_copies_stand_behind_their_blocks_and_are_selected(
    panel: TablePanel, context: Context
) -> None:
    context.desk.select([FIRST])
    QTest.keyClick(panel.view, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    (copy,) = context.desk.selection
    assert box_of(context, copy) == Timebox(moment("11:00"), minutes(45))
    assert copy != FIRST


def test_columns_remember_their_widths(panel: TablePanel, context: Context, qtbot: QtBot) -> None:
    panel.view.setColumnWidth(Column.TYPE, 301)
    again = TablePanel(context)
    qtbot.addWidget(again)
    assert again.view.columnWidth(Column.TYPE) == 301


def test_rows_are_as_high_as_their_text(panel: TablePanel, qtbot: QtBot) -> None:
    row = panel.model.index_of(FIRST).row()
    before = panel.view.rowHeight(row)
    panel.view.setColumnWidth(Column.TYPE, 60)
    qtbot.waitUntil(lambda: panel.view.rowHeight(row) > before)


def test_day_without_blocks_says_what_to_do(panel: TablePanel, context: Context) -> None:
    context.desk.close()
    assert not panel.view.isVisibleTo(panel)


def test_added_block_stands_last_and_asks_for_its_times(
    panel: TablePanel, context: Context
) -> None:
    QTest.mouseClick(panel.add, Qt.MouseButton.LeftButton)
    (added,) = context.desk.selection
    assert box_of(context, added) == Timebox(moment("17:00"), minutes(30))
    assert editor().text() == "17:00-17:30"
    write("17:15 20 min", TAB)
    assert box_of(context, added) == Timebox(moment("17:15"), minutes(20))
    assert editor().index.column() == Column.PARTNER


def test_empty_day_begins_at_nine(panel: TablePanel, context: Context) -> None:
    context.desk.show_day(DAY + timedelta(days=3))
    assert not panel.view.isVisible()
    QTest.mouseClick(panel.add, Qt.MouseButton.LeftButton)
    (added,) = context.desk.selection
    monday = DAY + timedelta(days=3)
    assert box_of(context, added) == Timebox(moment("09:00", day=monday), minutes(30))
    assert context.desk.plan.block(added).candidates == ("candidate",)


def test_hidden_table_catches_up_when_it_is_shown(panel: TablePanel, context: Context) -> None:
    panel.hide()
    context.desk.apply(MoveBlocks((FIRST,), minutes(5)))
    assert at(panel, FIRST, Column.TIMEBOX).data() == "10:15 \u2013 11:00"
    panel.show()
    assert at(panel, FIRST, Column.TIMEBOX).data() == "10:20 \u2013 11:05"


def test_menu_offers_the_actions_on_blocks(panel: TablePanel) -> None:
    place = panel.view.visualRect(at(panel, FIRST, Column.TYPE)).center()
    panel.view.customContextMenuRequested.emit(place)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    offered = [action.objectName() for action in menu.actions() if not action.isSeparator()]
    menu.close()
    assert offered == [
        *("copy", "paste", "duplicate"),
        *("break_after", "split", "follow_previous", "compact"),
        *("swap_earlier", "swap_later"),
        *("unschedule", "delete"),
        *("undo", "redo"),
    ]


def test_keys_of_blocks_move_the_selected_rows(panel: TablePanel, context: Context) -> None:
    context.desk.select([FIRST])
    QTest.keyClick(panel.view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert box_of(context, FIRST) == Timebox(moment("10:10"), minutes(45))


def test_hidden_table_leaves_the_selection_alone(panel: TablePanel, context: Context) -> None:
    context.desk.select((FIRST,))
    panel.hide()
    edit = copy_of(FIRST)
    context.desk.apply(edit)
    context.desk.select((edit.new,))
    assert context.desk.selection == (edit.new,)


def test_what_is_selected_on_another_day_stays_selected(
    panel: TablePanel, context: Context
) -> None:
    edit = copy_of(FIRST, timedelta(days=1))
    context.desk.apply(edit)
    context.desk.select((edit.new, SECOND))
    assert context.desk.selection == (edit.new, SECOND)
    assert panel.view.selected_blocks() == (SECOND,)


def test_enter_on_a_mark_says_nothing(panel: TablePanel) -> None:
    panel.view.setCurrentIndex(at(panel, LUNCH, Column.MARK))
    QTest.keyClick(panel.view, ENTER)
    assert panel.view.state() is not QAbstractItemView.State.EditingState


def test_problem_names_blocks_as_they_are_called_now(panel: TablePanel, context: Context) -> None:
    context.desk.apply(MoveBlocks((FIRST,), minutes(30)))
    told = at(panel, FIRST, Column.MARK).data(Qt.ItemDataRole.ToolTipRole)
    context.desk.apply(ChangeDetails(SECOND, title="Another name"))
    again = at(panel, FIRST, Column.MARK).data(Qt.ItemDataRole.ToolTipRole)
    assert ("Another name" in told, "Another name" in again) == (False, True)


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_delete_empties_the_cell_and_leaves_the_block(
    room: Room, panel: TablePanel, context: Context, key: Qt.Key
) -> None:
    context.desk.apply(ChangeDetails(LUNCH, place="the canteen"))
    panel.view.setCurrentIndex(at(panel, LUNCH, Column.WHERE))
    QTest.keyClick(panel.view, key)
    assert context.desk.plan.block(LUNCH).place == ""
    assert room.said[-1].text == "\u201cWhere\u201d was emptied."
    room.said[-1].offers[0].run()
    assert context.desk.plan.block(LUNCH).place == "the canteen"


def test_delete_in_an_empty_cell_says_nothing(
    room: Room, panel: TablePanel, context: Context
) -> None:
    before = context.desk.plan
    panel.view.setCurrentIndex(at(panel, LUNCH, Column.FOCUS))
    QTest.keyClick(panel.view, Qt.Key.Key_Delete)
    assert (context.desk.plan, room.said) == (before, [])


def test_delete_on_the_mark_of_a_row_removes_the_block(
    room: Room, panel: TablePanel, context: Context
) -> None:
    place = panel.view.visualRect(at(panel, LUNCH, Column.MARK)).center()
    QTest.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.keyClick(panel.view, Qt.Key.Key_Delete)
    assert LUNCH not in context.desk.plan.blocks
    assert room.said[-1].text == "1 block was removed."
    room.said[-1].offers[0].run()
    assert LUNCH in context.desk.plan.blocks


def test_ctrl_delete_removes_the_block_from_any_cell(panel: TablePanel, context: Context) -> None:
    panel.view.setCurrentIndex(at(panel, LUNCH, Column.WHERE))
    QTest.keyClick(panel.view, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    assert LUNCH not in context.desk.plan.blocks


def test_typed_type_is_the_kind_too_and_nobody_interviews_at_lunch(
    panel: TablePanel, context: Context
) -> None:
    edit(panel, FIRST, Column.PARTNER)
    write("Manager Marketing")
    assert context.desk.plan.block(FIRST).is_assessing
    edit(panel, FIRST, Column.TYPE)
    write("Lunch")
    block = context.desk.plan.block(FIRST)
    assert (block.kind, block.title, block.is_assessing) == (Kind.MEAL, "Lunch", False)
    assert {s.role for s in block.seats} == {SeatRole.HOST}
    context.desk.undo()
    assert context.desk.plan.block(FIRST).kind is Kind.INTERVIEW


def test_hours_alone_are_a_range(panel: TablePanel, context: Context) -> None:
    edit(panel, FIRST, Column.TIMEBOX)
    write("12-13")
    assert box_of(context, FIRST) == Timebox(moment("12:00"), minutes(60))


def test_added_block_is_selected_instead_of_the_one_before(
    panel: TablePanel, context: Context
) -> None:
    panel.view.setCurrentIndex(at(panel, FIRST, Column.TYPE))
    before = set(context.desk.plan.blocks)
    QTest.mouseClick(panel.add, Qt.MouseButton.LeftButton)
    assert set(context.desk.selection) == set(context.desk.plan.blocks) - before
    assert panel.view.selected_blocks() == context.desk.selection


def test_cell_that_cannot_be_emptied_says_why(
    room: Room, panel: TablePanel, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = context.desk.plan

    def refuse(_edit: object) -> None:
        raise EditRefused(reason="not_ignored", key="")

    monkeypatch.setattr(context.desk.workspace, "preview", refuse)
    panel.view.setCurrentIndex(at(panel, FIRST, Column.TYPE))
    QTest.keyClick(panel.view, Qt.Key.Key_Delete)
    assert [(message.tone, message.offers) for message in room.said] == [(Tone.ERROR, ())]
    assert context.desk.plan is before
