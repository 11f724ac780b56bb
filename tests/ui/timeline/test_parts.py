"""The parts around the day: bar, week, menus, tooltips, what a screen reader finds, faces."""

from datetime import date
from types import SimpleNamespace
from typing import cast

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from planner.domain.blocks import Kind, Mode
from planner.domain.edits.blocks import AddBlock, SplitBlock
from planner.domain.ids import BlockId
from planner.domain.plan import Plan
from planner.domain.problems import Severity
from planner.formats.wording.language import language
from planner.ui.commands import Commands
from planner.ui.panels.timeline_panel import TimelinePanel
from planner.ui.timeline.columns import Column, ColumnKind
from planner.ui.timeline.context_menu import block_menu, day_menu
from planner.ui.timeline.day_bar import DayBar
from planner.ui.timeline.edges import column_subtitle, column_title
from planner.ui.timeline.faces import colours_of, face_of, spoken
from planner.ui.timeline.tooltips import tooltip
from tests.builders import DAY, block, minutes, moment, person, plan, seat
from tests.ui.desks import Room

A, LUNCH = BlockId("a"), BlockId("lunch")
ENGLISH = language("en")
CANDIDATE = Column(ColumnKind.CANDIDATE)


def day_plan() -> Plan:
    return plan(
        person("max", name="Max <b>Muster</b>"),
        block("a", "10:00", 45, people=["max"], room="r1", mode=Mode.PHONE),
        block("b", "11:00", 45, seats=(seat(None),)),
        block("lunch", "11:45", 90, kind=Kind.MEAL, minimum=minutes(45)),
        block("c", "09:00", 30, people=["max"], day=date(2015, 9, 28)),
        block("d", "09:00", 30, people=["max"], day=date(2015, 9, 29)),
        block("e", "09:00", 30, people=["max"], day=date(2015, 10, 1)),
    )


@pytest.fixture
def panel(room: Room, qtbot: QtBot) -> TimelinePanel:
    room.open(day_plan())
    room.context.desk.show_day(DAY)
    made = TimelinePanel(room.context)
    qtbot.addWidget(made)
    room.context.actions.bind(cast("Commands", SimpleNamespace(context=room.context)), made)
    made.resize(1000, 700)
    with qtbot.waitExposed(made):
        made.show()
    return made


def texts(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if not action.isSeparator()]


class TestFace:
    def test_interview_names_its_people_and_room(self) -> None:
        source = day_plan()
        face = face_of(source.block(A), CANDIDATE, source, ENGLISH)
        assert (face.title, face.times, face.icon) == ("a", "10:00 \u2013 10:45", "phone")
        assert (face.line, face.chips) == ("Max <b>Muster</b>", ("R1",))
        assert face.colours == "call"

    def test_open_seat_is_said_on_the_candidates_column(self) -> None:
        source = day_plan()
        block_b = source.block(BlockId("b"))
        assert face_of(block_b, CANDIDATE, source, ENGLISH).is_open
        assert face_of(block_b, CANDIDATE, source, ENGLISH).line == "Nobody assigned yet"

    def test_rest_says_its_promise(self) -> None:
        source = day_plan()
        face = face_of(source.block(LUNCH), CANDIDATE, source, ENGLISH)
        assert (face.line, face.is_hatched) == ("At least 45 min", True)

    def test_person_column_names_the_candidate_among_several(self) -> None:
        source = plan(block("a", "10:00", people=["max"]), block("b", "12:00", candidates=("bob",)))
        column = Column(ColumnKind.PERSON)
        assert face_of(source.block(A), column, source, ENGLISH).line == "Ada"
        rooms = Column(ColumnKind.ROOM)
        assert face_of(source.block(A), rooms, source, ENGLISH).line == "Max"

    def test_delay_and_problem_are_passed_on(self) -> None:
        source = day_plan()
        face = face_of(source.block(A), CANDIDATE, source, ENGLISH, Severity.ERROR, minutes(5))
        assert (face.severity, face.delay) == (Severity.ERROR, "+5 min")

    @pytest.mark.parametrize("kind", Kind)
    def test_every_kind_has_colours(self, kind: Kind) -> None:
        assert colours_of(block("x", "10:00", kind=kind))

    def test_screen_reader_hears_times_title_people_and_room(self) -> None:
        source = day_plan()
        assert spoken(source.block(A), source, ENGLISH) == (
            "10:00 \u2013 10:45, a, Max <b>Muster</b>, R1"
        )


class TestBar:
    def test_arrows_go_to_the_next_dates_also_without_blocks(self, panel: TimelinePanel) -> None:
        bar: DayBar = panel.bar
        assert (bar.neighbour(-1), bar.neighbour(1)) == (date(2015, 9, 24), date(2015, 9, 26))
        bar.show_day(date.min, {})
        assert (bar.earlier.isEnabled(), bar.later.isEnabled()) == (False, True)

    def test_clicked_arrow_shows_the_day(self, panel: TimelinePanel, room: Room) -> None:
        QTest.mouseClick(panel.bar.later, Qt.MouseButton.LeftButton)
        assert room.context.desk.day == date(2015, 9, 26)
        assert panel.bar.date.text() == "Sat 26 Sep 2015"

    def test_week_strip_shows_a_day_that_is_clicked(self, panel: TimelinePanel, room: Room) -> None:
        strip = panel.bar.strip
        assert strip.isVisible()
        thursday = QPoint(strip.width() * 7 // 14, strip.height() // 2)
        QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=thursday)
        assert room.context.desk.day == date(2015, 9, 24)
        assert panel.stage.board is not None
        assert panel.stage.board.of_block == {}

    def test_zoom_buttons_and_fit(self, panel: TimelinePanel) -> None:
        before = panel.stage.pixels_per_minute
        QTest.mouseClick(panel.bar.larger, Qt.MouseButton.LeftButton)
        larger = panel.stage.pixels_per_minute
        QTest.mouseClick(panel.bar.fit, Qt.MouseButton.LeftButton)
        after = [larger, panel.stage.pixels_per_minute]
        assert after == pytest.approx([before * 1.25, before])


class TestMenus:
    def test_menu_of_a_block_offers_fixes_and_verbs(self, panel: TimelinePanel, room: Room) -> None:
        board = panel.stage.board
        assert board is not None
        menu = block_menu(room.context, board, LUNCH, moment("12:31"), panel)
        found = texts(menu)
        assert "Split at 12:30" in found
        assert {"Duplicate", "Delete", "Insert a break after it"} <= set(found)
        split = next(a for a in menu.actions() if a.text() == "Split at 12:30")
        split.trigger()
        step = room.context.desk.workspace.undoable
        assert step is not None
        assert isinstance(step.edit, SplitBlock)

    def test_menu_of_the_day_makes_any_kind_there(self, panel: TimelinePanel, room: Room) -> None:
        board = panel.stage.board
        assert board is not None
        menu = day_menu(room.context, board, board.columns[0], moment("15:00"), panel)
        new = menu.actions()[0].menu()
        assert isinstance(new, QMenu)
        assert texts(new)[:3] == ["Interview", "Break", "Meal"]
        new.actions()[1].trigger()
        step = room.context.desk.workspace.undoable
        assert step is not None
        assert isinstance(step.edit, AddBlock)
        assert room.context.desk.selection == (step.edit.block.id,)


def test_tooltip_escapes_what_people_wrote(room: Room) -> None:
    room.open(day_plan())
    text = tooltip(A, room.context.desk, room.context.language)
    assert text.startswith(
        "<b>a</b><br>10:00 \u2013 10:45 (45 min)<br>Max &lt;b&gt;Muster&lt;/b&gt;"
    )


def test_column_titles_say_what_is_missing() -> None:
    kinds = (ColumnKind.TEAM, ColumnKind.OPEN_SEATS, ColumnKind.NO_ROOM)
    titles = [column_title(Column(kind), ENGLISH) for kind in kinds]
    assert titles == ["Without candidate", "Not assigned", "No room"]
    assert column_subtitle(Column(ColumnKind.NO_ROOM), ENGLISH) == "0 blocks"
    assert column_title(Column(ColumnKind.ROOM, title="A\nB"), ENGLISH) == "A B"


class TestScreenReader:
    def test_blocks_are_items_of_a_list(self, panel: TimelinePanel) -> None:
        heard = QAccessible.queryAccessibleInterface(panel.view)
        names = [heard.child(n).text(QAccessible.Text.Name) for n in range(heard.childCount())]
        assert heard.text(QAccessible.Text.Name) == "Timeline, Friday 25 September 2015"
        assert [name.split(",")[1] for name in names] == [" a", " b", " lunch"]
        assert heard.role() is QAccessible.Role.List
        assert heard.child(0).role() is QAccessible.Role.ListItem

    def test_focused_block_is_told(self, panel: TimelinePanel, room: Room) -> None:
        panel.view.setFocus()
        room.context.desk.select((LUNCH,))
        heard = QAccessible.queryAccessibleInterface(panel.view)
        states = [heard.child(n).state() for n in range(heard.childCount())]
        assert [state.selected for state in states] == [False, False, True]
        assert heard.indexOfChild(heard.focusChild()) == 2

    def test_items_follow_the_plan(self, panel: TimelinePanel, room: Room) -> None:
        heard = QAccessible.queryAccessibleInterface(panel.view)
        last = heard.child(2)
        room.context.desk.select((A,))
        room.context.actions.run("delete")
        assert heard.childCount() == 2
        assert not last.isValid()
        assert last.text(QAccessible.Text.Name) == ""
        assert heard.child(0).text(QAccessible.Text.Name).startswith("11:00")

    def test_item_lies_where_its_block_is_drawn(self, panel: TimelinePanel) -> None:
        heard = QAccessible.queryAccessibleInterface(panel.view)
        rect = heard.child(0).rect()
        found = heard.childAt(rect.center().x(), rect.center().y())
        assert heard.indexOfChild(found) == 0


def test_hint_shows_on_an_empty_day(panel: TimelinePanel, room: Room) -> None:
    was_shown = panel.hint.isVisible()
    room.context.desk.show_day(date(2015, 9, 24))
    assert (was_shown, panel.hint.isVisible()) == (False, True)
