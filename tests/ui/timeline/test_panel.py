"""The timeline with real mouse and key events, and what they leave on the desk."""

from dataclasses import replace
from types import SimpleNamespace
from typing import cast

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.domain.blocks import Kind
from planner.domain.edits.base import Edit
from planner.domain.edits.blocks import AddBlock, DuplicateBlock
from planner.domain.edits.panel import AssignSeat
from planner.domain.edits.records import AddRecords
from planner.domain.edits.ripples import MoveAndShift
from planner.domain.edits.timing import MoveBlocks, Reschedule, ResizeBlock
from planner.domain.edits.together import Together
from planner.domain.ids import BlockId, PersonId, PlanId
from planner.domain.plan import Plan
from planner.domain.references import subject_of
from planner.ui.commands import Commands
from planner.ui.panels.timeline_panel import TimelinePanel
from planner.ui.timeline.board import Board, Item
from planner.ui.timeline.columns import Arrangement
from planner.ui.timeline.context_menu import columns_menu
from planner.ui.timeline.focus import Selection
from tests.builders import block, candidate, minutes, moment, person, plan, seat
from tests.ui.desks import Room

LUNCH, A, B = BlockId("lunch"), BlockId("a"), BlockId("b")
LEFT = Qt.MouseButton.LeftButton
NO_KEY = Qt.KeyboardModifier.NoModifier
SHIFT, CTRL, ALT = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)
ZOOMS = pytest.mark.parametrize("zoom", [0.5, 1.0, 2.0])


def day_plan() -> Plan:
    return plan(
        person("max"),
        person("eva"),
        block("a", "10:00", 45, people=["max"]),
        block("b", "11:00", 45, seats=(seat(None),)),
        block("lunch", "11:45", 90, kind=Kind.MEAL, minimum=minutes(45)),
        block("c", "13:30", 45, people=["eva"]),
        block("waiting", title="Waiting", people=["max"]),
    )


class Day:
    """A panel on a room's desk, and the mouse on it."""

    def __init__(self, room: Room, panel: TimelinePanel) -> None:
        self.desk = room.context.desk
        self.room = room
        self.panel = panel
        self.view = panel.view

    @property
    def board(self) -> Board:
        assert self.panel.stage.board is not None
        return self.panel.stage.board

    @property
    def last(self) -> Edit | None:
        step = self.desk.workspace.undoable
        return None if step is None else step.edit

    @property
    def selected(self) -> list[str]:
        return list(self.desk.selection)

    def zoom_to(self, pixels_per_minute: float) -> None:
        self.panel.stage.zoom(pixels_per_minute / self.panel.stage.pixels_per_minute)
        self.panel.stage.select(self.panel.stage.selection)

    def item(self, name: str, column: str = "") -> Item:
        items = self.board.of_block[BlockId(name)]
        return next(i for i in items if column in {"", self.board.columns[i.column].key[1]})

    def middle(self, name: str, column: str = "") -> QPoint:
        rect = self.item(name, column).rect
        self.view.ensureVisible(rect.x, rect.y, rect.width, rect.height, 40, 40)
        return self.view.mapFromScene(rect.x + rect.width / 2, rect.y + rect.height / 2)

    def at(self, column: str, clock: str) -> QPoint:
        number = [c.key[1] for c in self.board.columns].index(column)
        hours, rest = clock.split(":")
        start = self.board.scale.day_start.instant.timestamp()
        y = self.board.scale.y_of(start + int(hours) * 3600 + int(rest) * 60)
        x = self.board.strip.x_of(number) + self.board.strip.widths[number] / 2
        self.view.ensureVisible(x, y, 1, 1, 40, 150)
        return self.view.mapFromScene(x, y)

    def press(self, at: QPoint, keys: Qt.KeyboardModifier = NO_KEY) -> None:
        QTest.mousePress(self.view.viewport(), LEFT, keys, at)

    def move(self, to: QPoint) -> None:
        QTest.mouseMove(self.view.viewport(), to)

    def release(self, at: QPoint, keys: Qt.KeyboardModifier = NO_KEY) -> None:
        QTest.mouseRelease(self.view.viewport(), LEFT, keys, at)

    def drag(self, start: QPoint, end: QPoint, keys: Qt.KeyboardModifier = NO_KEY) -> None:
        self.press(start)
        for part in (0.3, 0.7, 1.0):
            self.move(start + (end - start) * part)
        self.release(end, keys)

    def key(self, key: Qt.Key, keys: Qt.KeyboardModifier = NO_KEY) -> None:
        QTest.keyClick(self.view, key, keys)


@pytest.fixture
def day(room: Room, qtbot: QtBot) -> Day:
    room.open(day_plan())
    panel = TimelinePanel(room.context)
    qtbot.addWidget(panel)
    room.context.actions.bind(cast("Commands", SimpleNamespace(context=room.context)), panel)
    panel.resize(1000, 700)
    with qtbot.waitExposed(panel):
        panel.show()
    panel.activateWindow()
    panel.view.setFocus()
    qtbot.waitUntil(panel.view.hasFocus)
    return Day(room, panel)


class TestMouse:
    @ZOOMS
    def test_lunch_dragged_by_15_minutes_is_one_edit_and_one_undo(
        self, day: Day, zoom: float
    ) -> None:
        day.zoom_to(zoom)
        before = day.desk.plan.blocks
        start = day.middle("lunch")
        day.drag(start, start + QPoint(0, round(15 * zoom)))
        after = (day.last, day.selected)
        assert day.desk.undo()
        assert after == (MoveBlocks((LUNCH,), minutes(15)), ["lunch"])
        assert (day.last, day.selected, day.desk.plan.blocks) == (None, ["lunch"], before)

    def test_click_is_not_a_move(self, day: Day) -> None:
        start = day.middle("lunch")
        day.drag(start, start + QPoint(2, 3))
        assert (day.last, day.desk.selection) == (None, (LUNCH,))

    def test_escape_leaves_everything_as_it_was(self, day: Day) -> None:
        start = day.middle("lunch")
        before = day.item("lunch").rect
        day.press(start)
        day.move(start + QPoint(0, 60))
        was_on = day.panel.stage.bubble.isVisible()
        day.key(Qt.Key.Key_Escape)
        is_on = day.panel.stage.bubble.isVisible()
        day.move(start + QPoint(0, 90))
        day.release(start + QPoint(0, 90))
        assert (was_on, is_on) == (True, False)
        assert (day.last, day.item("lunch").rect) == (None, before)

    def test_ctrl_copies(self, day: Day) -> None:
        day.zoom_to(1)
        start = day.middle("a")
        day.drag(start, start - QPoint(0, 60), CTRL)
        assert isinstance(day.last, DuplicateBlock)
        assert day.last.shift == -minutes(60)
        assert day.desk.selection == (day.last.new,)

    def test_shift_moves_what_follows(self, day: Day) -> None:
        day.zoom_to(1)
        start = day.middle("b")
        day.drag(start, start + QPoint(0, 30), SHIFT)
        assert isinstance(day.last, MoveAndShift)

    def test_block_goes_to_another_person(self, day: Day) -> None:
        target = day.at("eva", "10:22")
        start = day.middle("a", "max")
        day.drag(start, QPoint(target.x(), start.y()))
        assert day.last == AssignSeat(
            A, day_plan().block(A).seats[0].id, day_plan().block(BlockId("c")).people[0]
        )

    def test_interview_dragged_from_the_candidate_gets_the_person(self, day: Day) -> None:
        target = day.at("eva", "10:22")
        start = day.middle("a", "ada")
        day.drag(start, QPoint(target.x(), start.y() + 6))
        seat_id = day_plan().block(A).seats[0].id
        assert day.last == AssignSeat(A, seat_id, PersonId("eva"))

    def test_column_of_somebody_whose_last_interview_goes_stays(self, day: Day) -> None:
        before = [column.key for column in day.board.columns]
        target = day.at("eva", "10:22")
        start = day.middle("a", "max")
        day.drag(start, QPoint(target.x(), start.y()))
        after = {column.key: len(column.placed) for column in day.board.columns}
        assert [key for key in before if key in after] == before
        assert after["person", "max"] == 0
        day.room.open(replace(day_plan(), id=PlanId("another")))
        day.room.open(
            replace(plan(person("max"), block("z", "10:00", people=["eva"])), id=PlanId("third"))
        )
        assert ("person", "max") not in [column.key for column in day.board.columns]

    def test_seat_that_cannot_be_given_says_why_in_the_bubble(self, day: Day, qtbot: QtBot) -> None:
        target = day.at("max", "12:30")
        start = day.middle("lunch", "ada")
        day.press(start)
        day.move(QPoint((start.x() + target.x()) // 2, start.y()))
        day.move(QPoint(target.x(), start.y()))
        bubble = day.panel.stage.bubble
        said = "has no seat to be filled: add Max in the inspector."
        qtbot.waitUntil(lambda: any(said in line.text for line in bubble.lines))
        day.release(QPoint(target.x(), start.y()))
        assert day.last is None

    @ZOOMS
    def test_lower_edge_is_dragged(self, day: Day, zoom: float) -> None:
        day.zoom_to(zoom)
        rect = day.item("lunch").rect
        day.middle("lunch")
        start = day.view.mapFromScene(rect.x + 20, rect.bottom - 3)
        day.drag(start, start + QPoint(0, round(20 * zoom)))
        assert isinstance(day.last, ResizeBlock)
        timebox = day.desk.plan.block(LUNCH).timebox
        assert timebox is not None
        assert timebox.duration == minutes(110)

    @ZOOMS
    @pytest.mark.parametrize("clocks", [("15:00", "16:00"), ("16:00", "15:00")])
    def test_drag_on_the_empty_day_makes_a_block(
        self, day: Day, zoom: float, clocks: tuple[str, str]
    ) -> None:
        day.zoom_to(zoom)
        first = day.at("eva", clocks[0])
        step = 60 if clocks[0] < clocks[1] else -60
        day.drag(first, first + QPoint(0, round(step * zoom)))
        assert isinstance(day.last, AddBlock)
        box = day.last.block.timebox
        assert box is not None
        assert (day.room.context.language.clock(box.start), box.duration) == ("15:00", minutes(60))
        assert day.desk.selection == (day.last.block.id,)

    def test_double_click_on_the_empty_day_makes_a_block(self, day: Day) -> None:
        QTest.mouseDClick(day.view.viewport(), LEFT, NO_KEY, day.at("eva", "16:00"))
        assert isinstance(day.last, AddBlock)

    def test_double_click_on_a_block_edits_its_title(self, day: Day) -> None:
        QTest.mouseDClick(day.view.viewport(), LEFT, NO_KEY, day.middle("lunch"))
        assert day.panel.editor.isVisible()
        QTest.keyClicks(day.panel.editor, "Soup & salad")
        QTest.keyClick(day.panel.editor, Qt.Key.Key_Return)
        assert day.desk.plan.block(LUNCH).title == "Soup & salad"
        assert not day.panel.editor.isVisible()

    def test_drop_outside_changes_nothing(self, day: Day) -> None:
        start = day.middle("lunch")
        day.drag(start, QPoint(start.x(), -200))
        assert day.last is None

    def test_drop_on_the_tray_takes_a_block_off_the_day(self, day: Day) -> None:
        start = day.middle("lunch")
        inside = day.panel.tray.mapToGlobal(day.panel.tray.rect().center())
        day.drag(start, day.view.viewport().mapFromGlobal(inside))
        assert day.last == Reschedule(LUNCH, None)
        assert [card.block for card in day.panel.tray.cards] == ["lunch", "waiting"]

    def test_waiting_block_is_dragged_onto_the_day(self, day: Day) -> None:
        card = day.panel.tray.cards[0]
        target = day.view.viewport().mapToGlobal(day.at("ada", "16:00"))
        QTest.mousePress(card, LEFT, NO_KEY, QPoint(20, 12))
        for part in (0.5, 1.0):
            QTest.mouseMove(
                card, QPoint(20, 12) + (card.mapFromGlobal(target) - QPoint(20, 12)) * part
            )
        QTest.mouseRelease(card, LEFT, NO_KEY, card.mapFromGlobal(target))
        box = day.desk.plan.block(BlockId("waiting")).timebox
        assert box is not None
        assert day.room.context.language.clock(box.start) == "16:00"

    def test_wheel_zooms_around_the_pointer(self, day: Day) -> None:
        day.zoom_to(1)
        at = QPointF(200, 300)
        before = day.board.scale.seconds_at(day.view.mapToScene(at.toPoint()).y())
        event = QWheelEvent(
            at,
            day.view.viewport().mapToGlobal(at),
            QPoint(),
            QPoint(0, 240),
            Qt.MouseButton.NoButton,
            CTRL,
            Qt.ScrollPhase.NoScrollPhase,
            False,  # noqa: FBT003 -- Qt's own signature
        )
        QApplication.sendEvent(day.view.viewport(), event)
        after = day.board.scale.seconds_at(day.view.mapToScene(at.toPoint()).y())
        assert day.panel.stage.pixels_per_minute == pytest.approx(1.15**2)
        assert after == pytest.approx(before, abs=60)


class TestFeedback:
    def test_ghosts_and_times_follow_the_pointer(self, day: Day, qtbot: QtBot) -> None:
        day.zoom_to(1)
        start = day.middle("lunch")
        day.press(start)
        day.move(start + QPoint(0, 30))
        bubble = day.panel.stage.bubble
        shown = (bubble.title, bubble.isVisible())
        qtbot.waitUntil(lambda: bool(bubble.lines))
        day.release(start + QPoint(0, 30))
        assert shown == ("12:15 \u2013 13:45", True)
        assert not bubble.isVisible()

    def test_dragged_block_is_dimmed_and_its_column_marked(self, day: Day) -> None:
        start = day.middle("a")
        day.press(start)
        day.move(start + QPoint(0, 40))
        dimmed = {i.item.block for i in day.panel.stage.scene.blocks if i.state.is_dimmed}
        day.release(start)
        after = {i.item.block for i in day.panel.stage.scene.blocks if i.state.is_dimmed}
        assert (dimmed, after) == ({A}, set())


class TestKeys:
    def test_arrows_move_the_focus(self, day: Day) -> None:
        day.key(Qt.Key.Key_Down)
        day.key(Qt.Key.Key_Down)
        assert day.selected == ["b"]
        day.key(Qt.Key.Key_Down, SHIFT)
        assert day.selected == ["b", "lunch"]

    def test_alt_arrow_moves_as_the_mouse_does(self, day: Day) -> None:
        day.desk.select((LUNCH,))
        day.room.context.actions.run("move_later")
        assert day.last == MoveBlocks((LUNCH,), minutes(5))
        assert day.desk.selection == (LUNCH,)

    def test_delete_leaves_the_selection_beside_it(self, day: Day) -> None:
        day.desk.select((B,))
        day.key(Qt.Key.Key_Delete)
        assert B not in day.desk.plan.blocks
        assert day.desk.selection == (LUNCH,)

    def test_duplicate_is_selected(self, day: Day) -> None:
        day.desk.select((A,))
        day.key(Qt.Key.Key_D, CTRL)
        assert isinstance(day.last, DuplicateBlock)
        assert day.desk.selection == (day.last.new,)

    def test_copy_and_paste(self, day: Day) -> None:
        day.desk.select((A, B))
        day.key(Qt.Key.Key_C, CTRL)
        day.key(Qt.Key.Key_V, CTRL)
        assert isinstance(day.last, Together)
        assert len(day.desk.selection) == 2
        assert QApplication.clipboard().text().startswith("10:00 \u2013 10:45 a")

    def test_paste_of_nothing_does_nothing(self, day: Day) -> None:
        QApplication.clipboard().clear()
        day.key(Qt.Key.Key_V, CTRL)
        assert day.last is None

    def test_return_edits_the_title(self, day: Day) -> None:
        day.desk.select((A,))
        day.key(Qt.Key.Key_F2)
        assert day.panel.editor.isVisible()
        QTest.keyClick(day.panel.editor, Qt.Key.Key_Escape)
        assert (day.panel.editor.isVisible(), day.last) == (False, None)

    def test_return_takes_the_title_and_does_not_begin_anew(self, day: Day) -> None:
        day.desk.select((A,))
        day.key(Qt.Key.Key_Return)
        QTest.keyClicks(day.panel.editor, "Coding")
        QTest.keyClick(day.panel.editor, Qt.Key.Key_Return)
        assert (day.panel.editor.isVisible(), day.desk.plan.block(A).title) == (False, "Coding")

    def test_waiting_block_gets_a_time_by_return(self, day: Day) -> None:
        card = day.panel.tray.cards[0]
        QTest.keyClick(card, Qt.Key.Key_Return)
        box = day.desk.plan.block(BlockId("waiting")).timebox
        assert box is not None
        assert day.room.context.language.clock(box.start) == "09:00"

    def test_focus_ring_is_on_one_item_only(self, day: Day) -> None:
        day.key(Qt.Key.Key_Down)
        focused = [i.item for i in day.panel.stage.scene.blocks if i.state.is_focused]
        selected = [i.item for i in day.panel.stage.scene.blocks if i.state.is_selected]
        assert (len(focused), len(selected)) == (1, 2)


class TestChanges:
    def test_items_stay_when_others_change(self, day: Day) -> None:
        scene = day.panel.stage.scene
        before = {id(item) for item in scene.blocks}
        day.desk.apply(MoveBlocks((LUNCH,), minutes(5)))
        assert {id(item) for item in scene.blocks} == before

    def test_columns_out_of_sight_have_items_once_they_come_near(self, day: Day) -> None:
        people = [person(f"more-{number}") for number in range(60)]
        blocks = [block(f"talk-{n}", "15:00", 30, people=[f"more-{n}"]) for n in range(60)]
        day.desk.apply(Together((AddRecords(tuple(people)), *map(AddBlock, blocks))))
        scene = day.panel.stage.scene
        last, column = BlockId("talk-59"), ("person", "more-59")
        assert scene.item_of(last, column) is None
        day.panel.stage.select(Selection((last,), column))
        shown = scene.item_of(last, column)
        assert shown is not None
        assert shown.state.is_selected

    def test_card_that_is_dragged_stays_when_others_change(self, day: Day) -> None:
        card = day.panel.tray.cards[0]
        QTest.mousePress(card, LEFT, NO_KEY, QPoint(20, 12))
        day.desk.apply(MoveBlocks((LUNCH,), minutes(5)))
        target = day.view.viewport().mapToGlobal(day.at("ada", "16:00"))
        QTest.mouseMove(card, card.mapFromGlobal(target))
        QTest.mouseRelease(card, LEFT, NO_KEY, card.mapFromGlobal(target))
        assert day.desk.plan.block(BlockId("waiting")).timebox is not None

    def test_arrangement_is_remembered(self, day: Day, qtbot: QtBot) -> None:
        day.panel.bar.arrangement.chosen.emit(Arrangement.ROOMS)
        again = TimelinePanel(day.room.context)
        qtbot.addWidget(again)
        assert again.stage.arrangement is Arrangement.ROOMS
        assert again.bar.arrangement.value() is Arrangement.ROOMS

    def test_plan_without_times_shows_today(self, room: Room, qtbot: QtBot) -> None:
        room.open(plan(candidate()))
        panel = TimelinePanel(room.context)
        qtbot.addWidget(panel)
        assert room.context.desk.day == room.context.clock.now().date()
        assert panel.stage.board is not None

    def test_closed_desk_shows_nothing(self, day: Day) -> None:
        day.desk.close()
        assert (day.panel.stage.board, len(day.panel.stage.scene.blocks)) == (None, 0)
        day.move(QPoint(100, 100))
        day.press(QPoint(100, 100))
        day.release(QPoint(100, 100))

    def test_somebody_who_is_free_gets_a_column(self, day: Day, qtbot: QtBot) -> None:
        day.desk.apply(AddRecords((person("zoe"),)))
        menu = columns_menu(day.room.context, day.board, (), day.panel.stage.show_also, day.panel)
        qtbot.addWidget(menu)
        zoe = next(a for a in menu.actions() if a.text() == "Zoe")
        zoe.setChecked(True)
        assert [c.key[1] for c in day.board.columns][-1] == "zoe"
        zoe.setChecked(False)
        assert "zoe" not in [c.key[1] for c in day.board.columns]

    def test_plan_that_others_change_in_a_drag_keeps_it(self, day: Day) -> None:
        day.zoom_to(1)
        start = day.middle("lunch")
        day.press(start)
        day.move(start + QPoint(0, 20))
        day.desk.apply(MoveBlocks((A,), -minutes(30)))
        day.move(start + QPoint(0, 15))
        day.release(start + QPoint(0, 15))
        assert day.last == MoveBlocks((LUNCH,), minutes(15))


class TestScrolling:
    def test_drag_at_the_edge_scrolls_until_it_ends(self, day: Day, qtbot: QtBot) -> None:
        day.zoom_to(4)
        start = day.middle("lunch")
        bar = day.view.verticalScrollBar()
        before = bar.value()
        bottom = QPoint(start.x(), day.view.viewport().height() - 4)
        day.press(start)
        day.move(start + QPoint(0, 20))
        day.move(bottom)
        qtbot.waitUntil(lambda: bar.value() > before + 60)
        day.key(Qt.Key.Key_Escape)
        after = bar.value()
        day.release(bottom)
        assert (day.last, bar.value()) == (None, after)

    def test_shift_wheel_scrolls_columns(self, day: Day) -> None:
        others = [person(f"p{number}") for number in range(9)]
        day.desk.apply(AddRecords(tuple(others)))
        day.panel.stage.show_also(tuple(subject_of(other) for other in others))
        at = QPointF(100, 100)
        event = QWheelEvent(
            at,
            day.view.viewport().mapToGlobal(at),
            QPoint(),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            SHIFT,
            Qt.ScrollPhase.NoScrollPhase,
            False,  # noqa: FBT003 -- Qt's own signature
        )
        QApplication.sendEvent(day.view.viewport(), event)
        assert day.view.horizontalScrollBar().value() > 0

    def test_block_that_is_selected_elsewhere_comes_into_view(self, day: Day) -> None:
        day.zoom_to(6)
        day.view.verticalScrollBar().setValue(0)
        day.desk.select((LUNCH,))
        assert day.view.viewport().rect().contains(day.view.place_of(LUNCH))


class TestHover:
    def test_handles_and_cursor_show_what_can_be_held(self, day: Day) -> None:
        day.zoom_to(1)
        day.move(day.middle("lunch"))
        shape = day.view.viewport().cursor().shape()
        hovered = [i.item.block for i in day.panel.stage.scene.blocks if i.state.is_hovered]
        assert (shape, hovered) == (Qt.CursorShape.OpenHandCursor, [LUNCH])
        rect = day.item("lunch").rect
        day.move(day.view.mapFromScene(rect.x + 30, rect.bottom - 2))
        assert day.view.viewport().cursor().shape() is Qt.CursorShape.SizeVerCursor

    def test_key_that_is_pressed_in_a_drag_counts_at_once(self, day: Day) -> None:
        start = day.middle("a")
        day.press(start)
        day.move(start - QPoint(0, 30))
        QTest.keyPress(day.view, Qt.Key.Key_Control)
        is_copy = day.view.viewport().cursor().shape() is Qt.CursorShape.DragCopyCursor
        QTest.keyRelease(day.view, Qt.Key.Key_Control)
        is_move = day.view.viewport().cursor().shape() is Qt.CursorShape.ClosedHandCursor
        day.key(Qt.Key.Key_Escape)
        day.release(start)
        assert (is_copy, is_move) == (True, True)


def test_line_says_by_when_the_candidate_of_the_sample_leaves(room: Room, qtbot: QtBot) -> None:
    room.open_sample()
    panel = TimelinePanel(room.context)
    qtbot.addWidget(panel)
    panel.resize(1000, 700)
    with qtbot.waitExposed(panel):
        panel.show()
    [mark] = panel.stage.scene.leave_marks
    board = panel.stage.board
    assert board is not None
    assert (mark.text, mark.is_late) == ("Leave by 17:25", False)
    assert mark.line.y == board.scale.y_of(moment("17:25"))
    assert board.columns[0].candidate is not None
    assert mark.line.right <= board.strip.x_of(1)
    assert panel.view.mapFromScene(0, mark.line.y).y() < panel.view.viewport().height()
    room.context.desk.close()
    assert panel.stage.scene.leave_marks == []
