from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from planner.domain.ids import PlanId
from planner.domain.plan import Plan
from planner.ui.panels.start_panel import StartPanel
from tests import builders as b
from tests.ui.desks import Room
from tests.ui.panels.hands import click, press, texts

# The offscreen platform has no window manager to tell sizes to, and says so.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def titled(title: str) -> Plan:
    made = b.plan(b.block("block", "10:00", 45))
    return replace(made, id=PlanId(f"plan-{title}"), title=title)


def shown(room: Room, qtbot: QtBot) -> StartPanel:
    panel = StartPanel(room.context)
    qtbot.addWidget(panel)
    panel.resize(1000, 700)
    panel.show()
    qtbot.waitExposed(panel)
    return panel


@pytest.mark.parametrize("action", ["open_sample", "new", "paste_timetable", "open_file"])
def test_card_runs_its_action_by_mouse_and_by_key(room: Room, qtbot: QtBot, action: str) -> None:
    panel = shown(room, qtbot)
    runs: list[str] = []
    room.context.actions.action(action).triggered.connect(lambda *_: runs.append(action))
    click(panel.cards[action])
    press(panel.cards[action], Qt.Key.Key_Return)
    press(panel.cards[action], Qt.Key.Key_Space)
    assert len(runs) == 3


def test_first_start_says_what_this_is_and_names_no_plans(room: Room, qtbot: QtBot) -> None:
    panel = shown(room, qtbot)
    said = texts(panel)
    assert "Interview Day Planner" in said
    assert "Or drop a plan, a calendar file or a text anywhere in this window." in said
    assert "CHANGED LAST" not in said


def test_plans_that_were_changed_last_are_opened_by_a_click(room: Room, qtbot: QtBot) -> None:
    for number in range(7):
        room.context.library.add(titled(f"Plan {number}"))
    panel = shown(room, qtbot)
    assert len(panel.recent) == 5
    title = panel.recent[0].title
    click(panel.recent[0])
    assert room.context.desk.plan.title == title


def test_recent_plans_follow_when_a_plan_is_closed(room: Room, qtbot: QtBot) -> None:
    panel = shown(room, qtbot)
    room.open(titled("One & only"))
    room.context.desk.close()
    assert [recent.accessibleName() for recent in panel.recent] == ["One & only, 25 Sep 2015"]


def test_cards_tell_a_screen_reader_what_they_do(room: Room, qtbot: QtBot) -> None:
    card = shown(room, qtbot).cards["open_file"]
    assert (card.accessibleName(), card.accessibleDescription()) == (
        "Open a file",
        "A plan, a calendar file, a table or a text.",
    )
