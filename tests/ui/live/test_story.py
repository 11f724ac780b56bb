"""The reference day by single keys: from the first interview to the end of the day."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from planner.domain.ids import BlockId
from planner.domain.log import Happening
from planner.schedule.live.live_projection import Phase
from planner.ui.panels.live_replacement import ReplaceDialog
from tests.builders import minutes
from tests.ui.live.stage import Stage


def until_noon(stage: Stage) -> None:
    """Play the morning: a no-show, a replacement by the coordinator, two drops."""
    stage.press_at("09:52", "S")
    stage.press_at("10:15", "S")
    stage.press_at("10:58", "E")
    stage.go("11:00")
    stage.go("11:10")
    stage.press_at("11:30", "R")
    dialog = stage.dialog()
    assert isinstance(dialog, ReplaceDialog)
    names = [row.name.whole_text() for row in dialog.rows]
    dialog.rows[names.index("Recruitment Coordinator")].use.click()
    stage.press_at("11:31", "S")
    for clock, key in (("11:37", "D"), ("11:40", "B"), ("11:44", "D"), ("11:47", "B")):
        stage.press_at(clock, key)


def test_day_is_told_with_single_keys(stage: Stage) -> None:
    until_noon(stage)
    assert stage.log() == [
        "09:52 Arrival and security check started (+2)",
        "10:15 Arrival and security check ended",
        "10:15 1st interview started",
        "10:58 1st interview ended (\u22122)",
        "11:10 no-show suspected in 2nd interview",
        "11:30 Recruitment Coordinator takes over 2nd interview",
        "11:31 2nd interview started (+31)",
        "11:37 call dropped",
        "11:40 call goes on",
        "11:44 call dropped (2 times so far)",
        "11:47 call goes on",
    ]


def test_at_1112_the_page_asks_for_a_replacement(stage: Stage, qtbot: QtBot) -> None:
    stage.press_at("10:15", "S")
    stage.press_at("10:58", "E")
    stage.go("11:10")
    stage.go("11:12")
    assert stage.phase("interview-2") is Phase.SUSPECTED
    assert stage.panel.side.buttons["live_replace"].property("kind") == "primary"
    qtbot.waitUntil(lambda: bool(stage.live.proposals))
    assert stage.figures()[:3] == [
        "11:12 nobody there for 12 min",
        "+12 min late",
        "78 min of 90 \u00b7 min 45",
    ]
    best = stage.panel.side.proposals.cards[0]
    assert best.title.text().startswith(
        "Ask Partner Development Manager to take over 2nd interview"
    )
    stage.press("1")
    assert stage.phase("interview-2") is Phase.REPLACED
    stage.press("U")
    assert stage.phase("interview-2") is Phase.SUSPECTED


def test_afternoon_is_on_time_after_the_call_ends_late(stage: Stage) -> None:
    until_noon(stage)
    stage.press_at("11:57", "E")
    lunch = stage.live.projection.block(BlockId("lunch"))
    assert (lunch.shortened, lunch.violated) == (minutes(12), minutes(0))
    assert stage.live.projection.elapsed(BlockId("interview-2")) == minutes(20)
    for clock, keys in (("13:15", "S"), ("14:00", "S"), ("15:00", "E"), ("16:00", "S")):
        stage.press_at(clock, keys)
    assert stage.figures()[1] == "on time"
    stage.press_at("17:00", "E")
    assert stage.panel.side.title.whole_text() == "The day is over"
    told = [entry.what for entry in stage.live.log.effective]
    assert told.count(Happening.STARTED) == 6


def test_keys_are_letters_while_a_note_is_typed(stage: Stage) -> None:
    stage.press_at("10:15", "S")
    stage.press("M")
    field = stage.panel.side.note
    assert field.isVisible()

    QTest.keyClicks(field, "Needs <water>")
    assert field.text() == "Needs <water>"
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert stage.log()[-1] == "10:15 Needs <water>"
    assert stage.phase("interview-1") is Phase.RUNNING


def test_escape_leaves_a_note_unwritten(stage: Stage) -> None:
    stage.press_at("10:15", "SM")
    field = stage.panel.side.note
    QTest.keyClicks(field, "never mind")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not field.isVisible()
    assert stage.log() == ["10:15 1st interview started"]
    assert stage.panel.body.day.hasFocus()


def test_plus_and_minus_move_the_end(stage: Stage) -> None:
    stage.press_at("10:15", "S")
    stage.press_at("10:20", "++-")
    assert stage.live.projection.remaining(BlockId("interview-1")) == minutes(45)
    stage.press("UUU")
    assert stage.live.projection.remaining(BlockId("interview-1")) == minutes(40)


def test_keys_that_fit_nothing_say_why(stage: Stage) -> None:
    stage.press_at("10:15", "S")
    stage.press_at("10:20", "S")
    assert stage.room.said[-1].text == "1st interview still runs: end it first."
    stage.press("B")
    assert stage.room.said[-1].text == "Nothing is interrupted."
