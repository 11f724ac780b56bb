from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from planner.domain.blocks import CalendarMark, Kind, Mode
from planner.domain.edits.timing import MoveBlocks
from planner.domain.ids import BlockId, CandidateId, JourneyId, LegId
from planner.domain.plan import Plan
from planner.domain.problems import Severity
from planner.domain.travel import Direction, Journey, Leg, LegKind, Stop
from planner.ui.panels.plan_header import PlanHeader
from planner.ui.risk_watch import risk_watch_of
from tests import builders as b
from tests.ui.desks import Room
from tests.ui.panels.hands import click, double_click, press, write

# The offscreen platform has no window manager to tell sizes to, and says so.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def shown(room: Room, qtbot: QtBot, plan: Plan | None = None) -> PlanHeader:
    if plan is None:
        room.open_sample()
    else:
        room.open(plan)
    header = PlanHeader(room.context)
    qtbot.addWidget(header)
    header.resize(900, 130)
    header.show()
    qtbot.waitExposed(header)
    return header


def chips(header: PlanHeader) -> list[str]:
    return [chip.text() for chip in header.chips if chip.isVisible()]


def with_lunch(lunch: float) -> Plan:
    return b.plan(
        b.person("grace"),
        b.block("first", "10:00", 60, people=("grace",)),
        b.block("lunch", "12:00", lunch, kind=Kind.MEAL, minimum=b.minutes(45), title="Lunch"),
    )


def with_flight(departure: str) -> Plan:
    at = b.moment(departure)
    stops = Stop("Findel", at), Stop("Athens", at.moved(b.minutes(180)))
    leg = Leg(LegId("leg"), LegKind.FLIGHT, *stops, CalendarMark("seed"), number="LH 1")
    home = Journey(JourneyId("home"), CandidateId("ada"), Direction.RETURN, (leg,))
    return b.plan(b.block("last", "13:40", 45, mode=Mode.FACE_TO_FACE), home)


def test_header_answers_for_the_sample_at_a_glance(room: Room, qtbot: QtBot) -> None:
    header = shown(room, qtbot)
    assert header.title.label.whole_text() == room.context.desk.plan.title
    assert header.line.whole_text() == (
        "Friday 25 September 2015 · Luxembourg (UTC+2) · 5 interviews, 4 h 15 min · rest 2 h 30 min"
    )
    assert chips(header)[:3] == ["1 error", "2 warnings", "Lunch safe: 90 of 90 min"]


def test_header_says_that_lunch_is_too_short(room: Room, qtbot: QtBot) -> None:
    header = shown(room, qtbot, with_lunch(30))
    assert "Lunch too short: 30 of at least 45 min" in chips(header)


def test_chip_of_a_severity_asks_for_its_problems(room: Room, qtbot: QtBot) -> None:
    header = shown(room, qtbot)
    asked: list[Severity] = []
    header.problems_asked.connect(asked.append)
    click(header.chips[1])
    assert asked == [Severity.WARNING]


def test_chip_of_the_meal_shows_its_block(room: Room, qtbot: QtBot) -> None:
    header = shown(room, qtbot)
    click(header.chips[2])
    assert room.context.desk.selection == ("lunch",)


def test_chips_follow_an_edit_and_keep_the_focus(room: Room, qtbot: QtBot) -> None:
    plan = b.plan(
        b.person("grace"),
        b.block("first", "10:00", 60, people=("grace",), candidates=("ada",)),
        b.block("second", "10:30", 60, people=("grace",), candidates=("bob",)),
    )
    header = shown(room, qtbot, plan)
    before = chips(header)
    buttons = list(header.chips)
    room.context.desk.apply(MoveBlocks((BlockId("second"),), timedelta(hours=2)))
    assert chips(header) != before
    assert header.chips[: len(buttons)] == buttons


def test_double_click_changes_the_title_in_place(room: Room, qtbot: QtBot) -> None:
    header = shown(room, qtbot)
    double_click(header.title.label)
    write(header.title.field, "Site loop")
    press(header.title.field, Qt.Key.Key_Return)
    assert room.context.desk.plan.title == "Site loop"
    assert header.title.label.whole_text() == "Site loop"
    assert not header.title.is_editing


def test_escape_keeps_the_title(room: Room, qtbot: QtBot) -> None:
    header = shown(room, qtbot)
    title = room.context.desk.plan.title
    click(header.title.pencil)
    write(header.title.field, "Something else")
    press(header.title.field, Qt.Key.Key_Escape)
    assert room.context.desk.plan.title == title
    assert not header.title.is_editing


def test_empty_title_is_not_taken(room: Room, qtbot: QtBot) -> None:
    header = shown(room, qtbot)
    title = room.context.desk.plan.title
    click(header.title.pencil)
    press(header.title.field, Qt.Key.Key_Backspace)
    press(header.title.field, Qt.Key.Key_Return)
    assert room.context.desk.plan.title == title
    assert room.context.desk.undo_label == ""


def test_changed_title_can_be_undone(room: Room, qtbot: QtBot) -> None:
    header = shown(room, qtbot)
    title = room.context.desk.plan.title
    header.title.title_typed.emit("Site loop")
    room.context.desk.undo()
    assert header.title.label.whole_text() == title


def test_header_of_a_plan_without_times_says_so(room: Room, qtbot: QtBot) -> None:
    header = shown(room, qtbot, b.plan())
    assert header.line.whole_text() == "Nothing has a time yet."
    assert chips(header) == ["No problems"]


def test_header_without_a_plan_says_nothing(room: Room, qtbot: QtBot) -> None:
    header = shown(room, qtbot)
    room.context.desk.close()
    assert chips(header) == []


def test_chip_of_the_departure_says_how_it_is_reckoned(room: Room, qtbot: QtBot) -> None:
    header = shown(room, qtbot, with_flight("19:05"))
    [chip] = [chip for chip in header.chips if chip.text().startswith("Leave")]
    assert chip.text() == "Leave the office by 16:20 for LH 1 at 19:05"
    for said in (chip.accessibleDescription(), chip.toolTip()):
        assert "Departure at 19:05, less 2 h to be there before it and 45 min for the way" in said


def test_chip_of_a_flight_too_soon_is_an_error(room: Room, qtbot: QtBot) -> None:
    header = shown(room, qtbot, with_flight("15:00"))
    [chip] = [chip for chip in header.chips if chip.text().startswith("Leave")]
    assert chip.property("tone") == "error"
    assert chip.text() == "Leave the office by 12:15 for LH 1 at 15:00: done only at 14:25"


def test_chip_of_the_meal_says_how_safe_it_is_once_that_is_known(room: Room, qtbot: QtBot) -> None:
    header = shown(room, qtbot)
    watch = risk_watch_of(room.context)
    qtbot.waitUntil(lambda: watch.is_known)
    assert chips(header)[2] == "Lunch safe: 99 %"
    assert header.chips[2].accessibleDescription().splitlines()[0] == "Lunch safe: 90 of 90 min"
    room.context.desk.apply(MoveBlocks((BlockId("interview-5"),), timedelta(minutes=5)))
    assert (chips(header)[2], watch.is_known) == ("Lunch safe: 99 %", False)
    qtbot.waitUntil(lambda: watch.is_known)


def test_lunch_that_the_plan_itself_cuts_has_no_number(room: Room, qtbot: QtBot) -> None:
    header = shown(room, qtbot, with_lunch(30))
    qtbot.waitUntil(lambda: risk_watch_of(room.context).is_known)
    assert "Lunch too short: 30 of at least 45 min" in chips(header)


def test_header_that_nobody_sees_asks_for_no_number(room: Room, qtbot: QtBot) -> None:
    room.open_sample()
    header = PlanHeader(room.context)
    qtbot.addWidget(header)
    watch = risk_watch_of(room.context)
    assert not watch.is_asked
    header.show()
    assert watch.is_asked
