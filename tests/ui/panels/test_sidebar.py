from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from planner.domain.edits.document import ChangePlan
from planner.domain.ids import PlanId
from planner.domain.plan import Plan
from planner.ui.models.plans_model import PAGE
from planner.ui.panels.sidebar import Sidebar
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
    assert sidebar.view.height() == 3 * room.context.theme.control_height
