from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from planner.domain.edits.document import ChangePlan
from planner.domain.ids import PlanId
from planner.domain.plan import Plan
from planner.ui.models.plans_model import PAGE
from planner.ui.panels.sidebar import Sidebar
from planner.ui.shelf import Shelf
from tests import builders as b
from tests.ui.desks import Room
from tests.ui.panels.hands import button, click, press, texts, write

# The offscreen platform has no window manager to tell sizes to, and says so.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

TODAY = date(2015, 9, 26)  # at noon of the 25th in UTC, where the tests run


def dated(title: str, days: int = 0) -> Plan:
    day = TODAY + timedelta(days=days)
    made = b.plan(b.block("block", "10:00", 45, day=day))
    return replace(made, id=PlanId(f"plan-{title}"), title=title)


def shown(room: Room, qtbot: QtBot, *plans: Plan) -> Sidebar:
    for plan in plans:
        room.context.library.add(plan)
    sidebar = Sidebar(room.context)
    qtbot.addWidget(sidebar)
    sidebar.resize(216, 700)
    sidebar.show()
    qtbot.waitExposed(sidebar)
    return sidebar


def titles(sidebar: Sidebar) -> list[str]:
    return [row.title for row in sidebar.model.rows]


def chosen_plans(sidebar: Sidebar) -> list[str]:
    chosen: list[str] = []
    sidebar.plan_chosen.connect(chosen.append)
    return chosen


def click_row(sidebar: Sidebar, number: int) -> None:
    place = sidebar.view.visualRect(sidebar.model.index(number))
    click(sidebar.view.viewport(), place)


def test_click_chooses_a_plan_once(room: Room, qtbot: QtBot) -> None:
    sidebar = shown(room, qtbot, dated("One"), dated("Two", 1))
    chosen = chosen_plans(sidebar)
    click_row(sidebar, 2)
    assert chosen == ["plan-Two"]


def test_click_on_a_caption_chooses_nothing(room: Room, qtbot: QtBot) -> None:
    sidebar = shown(room, qtbot, dated("One"))
    chosen = chosen_plans(sidebar)
    click_row(sidebar, 0)
    assert chosen == []


def test_keys_step_over_captions_and_enter_chooses(room: Room, qtbot: QtBot) -> None:
    sidebar = shown(room, qtbot, dated("One"), dated("Old", -3))
    chosen = chosen_plans(sidebar)
    sidebar.view.go_to_first()
    press(sidebar.view, Qt.Key.Key_Down)
    press(sidebar.view, Qt.Key.Key_Return)
    assert titles(sidebar) == ["Upcoming", "One", "Earlier", "Old"]
    assert chosen == ["plan-Old"]


def test_open_plan_is_marked_and_follows_its_title(room: Room, qtbot: QtBot) -> None:
    sidebar = shown(room, qtbot)
    room.open(dated("One"))
    assert [row.title for row in sidebar.model.rows if row.is_open] == ["One"]
    room.context.desk.apply(ChangePlan(title="New title"))
    assert [row.title for row in sidebar.model.rows if row.is_open] == ["New title"]
    room.context.desk.close()
    assert [row.title for row in sidebar.model.rows if row.is_open] == []


def test_plan_of_another_window_appears_by_itself(room: Room, qtbot: QtBot) -> None:
    sidebar = shown(room, qtbot, dated("One"))
    room.context.library.add(dated("Two", 1))
    qtbot.waitUntil(lambda: titles(sidebar) == ["Upcoming", "One", "Two"])


def test_empty_library_says_so(room: Room, qtbot: QtBot) -> None:
    sidebar = shown(room, qtbot)
    assert "No plans yet." in texts(sidebar)
    assert not sidebar.view.isVisible()


@pytest.mark.parametrize(("count", "is_there"), [(8, False), (9, True)])
def test_search_is_there_when_there_is_enough_to_search(
    room: Room, qtbot: QtBot, count: int, *, is_there: bool
) -> None:
    sidebar = shown(room, qtbot, *(dated(f"Plan {n}") for n in range(count)))
    assert sidebar.search.isVisible() is is_there


def test_search_narrows_the_list_and_arrow_down_goes_into_it(room: Room, qtbot: QtBot) -> None:
    sidebar = shown(room, qtbot, *(dated(f"Plan {n}", n) for n in range(12)))
    chosen = chosen_plans(sidebar)
    write(sidebar.search, "plan 11")
    press(sidebar.search, Qt.Key.Key_Return)
    assert titles(sidebar) == ["Upcoming", "Plan 11"]
    press(sidebar.search, Qt.Key.Key_Down)
    press(sidebar.view, Qt.Key.Key_Return)
    assert chosen == ["plan-Plan 11"]


def test_search_without_a_hit_says_so(room: Room, qtbot: QtBot) -> None:
    sidebar = shown(room, qtbot, *(dated(f"Plan {n}") for n in range(9)))
    write(sidebar.search, "zebra")
    press(sidebar.search, Qt.Key.Key_Return)
    assert "No plan has these words." in texts(sidebar)


def test_last_row_reads_more_plans(room: Room, qtbot: QtBot) -> None:
    sidebar = shown(room, qtbot, *(dated(f"Plan {n:03}") for n in range(PAGE + 2)))
    sidebar.view.scrollToBottom()
    click_row(sidebar, sidebar.model.rowCount() - 1)
    assert len(sidebar.model.summaries) == PAGE + 2


def test_directory_shows_its_counts_and_leads_to_its_parts(room: Room, qtbot: QtBot) -> None:
    for record in (b.person("grace"), b.person("alan"), b.office(), b.room("blue")):
        room.context.library.keep(record)
    sidebar = shown(room, qtbot, dated("One"))
    parts: list[str] = []
    sidebar.directory_chosen.connect(parts.append)
    for part in sidebar.parts.values():
        click(part)
    assert parts == ["candidates", "people", "rooms", "offices"]
    assert [part.accessibleName() for part in sidebar.parts.values()] == [
        "Candidates, 1",
        "Interviewers, 2",
        "Rooms, 1",
        "Offices, 1",
    ]


def test_new_plan_runs_its_action(room: Room, qtbot: QtBot) -> None:
    sidebar = shown(room, qtbot)
    with qtbot.waitSignal(room.context.actions.action("new").triggered):
        click(button(sidebar, "New plan"))


def test_list_is_as_tall_as_its_plans(room: Room, qtbot: QtBot) -> None:
    sidebar = shown(room, qtbot, dated("One"), dated("Two"))
    rows = range(sidebar.model.rowCount())
    heights = [sidebar.view.visualRect(sidebar.model.index(row)).height() for row in rows]
    assert sidebar.view.height() == sum(heights)
    assert heights[0] < heights[1] == heights[2]


def test_second_line_tells_plans_of_one_title_apart(room: Room, qtbot: QtBot) -> None:
    ada = replace(dated("Senior Solutions Architect"), id=PlanId("ada"))
    bob = replace(ada, id=PlanId("bob"), candidates={}, blocks={}).with_records(
        [b.candidate("bob"), b.block("block", "10:00", 45, day=TODAY, candidates=["bob"])]
    )
    sidebar = shown(room, qtbot, ada, bob)
    about = {row.about for row in sidebar.model.rows if row.id}
    assert about == {"Ada · 26 Sep", "Bob · 26 Sep"}


def open_menu(sidebar: Sidebar, number: int, qtbot: QtBot) -> QMenu:
    place = sidebar.view.visualRect(sidebar.model.index(number)).center()
    at = sidebar.view.viewport().mapToGlobal(place)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, at)
    QApplication.sendEvent(sidebar.view.viewport(), event)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


@pytest.mark.parametrize(
    ("row", "signal"), [(0, "plan_chosen"), (1, "copy_asked"), (2, "delete_asked")]
)
def test_menu_of_a_plan_opens_duplicates_and_deletes(
    room: Room, qtbot: QtBot, row: int, signal: str
) -> None:
    sidebar = shown(room, qtbot, dated("One"))
    asked: list[str] = []
    getattr(sidebar, signal).connect(asked.append)
    menu = open_menu(sidebar, 1, qtbot)
    said = [action.text() for action in menu.actions()]
    for _ in range(row + 1):
        press(menu, Qt.Key.Key_Down)
    press(menu, Qt.Key.Key_Return)
    assert said == ["Open", "Duplicate", "Delete"]
    assert asked == ["plan-One"]


def test_shelf_duplicates_and_deletes_with_a_way_back(room: Room) -> None:
    room.open(dated("One"))
    desk, shelf = room.context.desk, Shelf(room.context)
    first = desk.plan.id
    assert shelf.duplicate(first)
    copy = desk.plan
    assert (copy.title, copy.id != first, copy.blocks) == ("One (copy)", True, dated("One").blocks)
    assert shelf.delete(first)
    still = desk.is_open and desk.plan.id == copy.id
    assert shelf.delete(copy.id)
    room.said[-1].offers[0].run()
    assert (still, desk.plan.title) == (True, "One (copy)")
    assert [each.id for each in room.context.library.summaries()] == [copy.id]
    assert not shelf.delete(first)
