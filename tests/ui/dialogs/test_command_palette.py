"""The command palette, with real keys."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from planner.domain.subjects import Subject
from planner.ui.dialogs.command_palette import CommandPalette
from tests.builders import block, office, person, plan, room
from tests.ui.dialogs.windows import FakeWindow


@pytest.fixture
def palette(window: FakeWindow, qtbot: QtBot) -> CommandPalette:
    window.context.library.add(plan(block("talk", "10:00"), note="x"))
    return shown(window, qtbot)


def shown(window: FakeWindow, qtbot: QtBot) -> CommandPalette:
    window.context.actions.bind(window, window)
    made = CommandPalette(window.context, window)
    qtbot.addWidget(made)
    return made


def titles(palette: CommandPalette) -> list[str]:
    return [palette.entries.entry(row).title for row in range(palette.entries.rowCount())]


def current(palette: CommandPalette) -> str:
    return palette.entries.entry(palette.list.currentIndex().row()).title


def test_at_first_all_actions_that_can_be_chosen_are_there(palette: CommandPalette) -> None:
    assert titles(palette)[:2] == ["New plan", "Paste a timetable"]
    assert "Undo" not in titles(palette)
    assert "Find anything" not in titles(palette)


def test_letters_and_enter_run_an_action(palette: CommandPalette, window: FakeWindow) -> None:
    QTest.keyClicks(palette.search, "sett")
    assert current(palette) == "Settings"
    QTest.keyClick(palette.search, Qt.Key.Key_Return)
    assert window.asked == [("settings", {})]
    assert palette.result() == CommandPalette.DialogCode.Accepted


def test_a_plan_is_opened_by_its_title(palette: CommandPalette, window: FakeWindow) -> None:
    QTest.keyClicks(palette.search, "test day")
    QTest.keyClick(palette.search, Qt.Key.Key_Return)
    assert window.asked == [("open_plan", "plan")]


@pytest.mark.parametrize(
    ("typed", "table"),
    [("2nd interview", "blocks"), ("recruitment", "people"), ("1.04", "rooms")],
)
def test_what_the_open_plan_holds_is_shown(
    palette: CommandPalette, window: FakeWindow, typed: str, table: str
) -> None:
    shown: list[Subject] = []
    window.context.desk.revealed.connect(shown.append)
    QTest.keyClicks(palette.search, typed)
    QTest.keyClick(palette.search, Qt.Key.Key_Return)
    assert [subject.table for subject in shown] == [table]


@pytest.mark.parametrize(
    ("typed", "part", "record"),
    [
        ("zoe zander", "people", "zoe"),
        ("blue lagoon", "rooms", "blue"),
        ("berlin", "offices", "ber"),
    ],
)
def test_what_only_the_directory_holds_is_shown_there(
    window: FakeWindow, qtbot: QtBot, typed: str, part: str, record: str
) -> None:
    for kept in (
        person("zoe", name="Zoe Zander"),
        replace(room("blue"), name="Blue Lagoon"),
        replace(office("ber"), name="Berlin"),
    ):
        window.context.library.keep(kept)
    palette = shown(window, qtbot)
    QTest.keyClicks(palette.search, typed)
    QTest.keyClick(palette.search, Qt.Key.Key_Return)
    assert window.asked == [("show_directory", (part, record, False))]


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("add", "Add a person to the directory"),
        ("time zone", "Settings"),
        ("rooms", "Show the rooms"),
        ("print", "Share"),
    ],
)
def test_verbs_of_a_new_user_find_actions(palette: CommandPalette, typed: str, wanted: str) -> None:
    QTest.keyClicks(palette.search, typed)
    assert wanted in titles(palette)[:4]


@pytest.mark.parametrize("typed", ["kind", "lunchroom"])
def test_nobody_is_offered_whose_name_has_only_the_letters(
    palette: CommandPalette, typed: str
) -> None:
    QTest.keyClicks(palette.search, typed)
    assert "Nikos Papadakis" not in titles(palette)


def test_arrows_move_and_come_round(palette: CommandPalette) -> None:
    first = current(palette)
    QTest.keyClick(palette.search, Qt.Key.Key_Up)
    assert current(palette) == titles(palette)[-1]
    QTest.keyClick(palette.search, Qt.Key.Key_Down)
    QTest.keyClick(palette.search, Qt.Key.Key_PageDown)
    QTest.keyClick(palette.search, Qt.Key.Key_PageUp)
    assert current(palette) == first


def test_nothing_found_is_said_and_enter_does_nothing(
    palette: CommandPalette, window: FakeWindow
) -> None:
    QTest.keyClicks(palette.search, "qqqqq")
    QTest.keyClick(palette.search, Qt.Key.Key_Return)
    assert not palette.nothing.isHidden()
    assert window.asked == []


def test_the_entries_are_a_good_model(palette: CommandPalette) -> None:
    model: QAbstractItemModel = palette.entries
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for text in ("p", "pl", "", "zzz", "a"):
        palette.entries.search(text)
    assert tester.model() is model


def test_it_stands_at_the_top_of_the_window_and_closes_with_escape(
    palette: CommandPalette, window: FakeWindow
) -> None:
    window.setGeometry(40, 20, 720, 560)
    window.show()
    palette.open()
    top = window.mapFromGlobal(palette.pos())
    assert top.x() == (window.width() - palette.width()) // 2
    assert 0 < top.y() < window.height() // 4
    QTest.keyClick(palette.search, Qt.Key.Key_Escape)
    assert not palette.isVisible()


def test_an_action_is_not_found_by_the_heading_it_stands_under(palette: CommandPalette) -> None:
    QTest.keyClicks(palette.search, "plan")
    assert "Quit" not in titles(palette)
    assert titles(palette)[0] == "New plan"
