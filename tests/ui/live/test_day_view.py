"""The view of one day: the present at one third, following, choosing, ghosts of a proposal."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.domain.ids import BlockId
from planner.ui.live.day_view import DayView
from planner.ui.live.pieces import Style
from tests.ui.live.stage import Stage


def wheel(view: DayView, steps: int) -> None:
    middle = QPointF(view.viewport().rect().center())
    event = QWheelEvent(
        middle,
        view.viewport().mapToGlobal(middle),
        QPoint(),
        QPoint(0, 120 * steps),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 -- Qt's signature
    )
    QApplication.sendEvent(view.viewport(), event)


def third(view: DayView) -> float:
    now = view.y_of_now()
    assert now is not None
    return round(now / view.viewport().height(), 2)


def test_present_stays_at_one_third_while_the_day_goes_on(stage: Stage) -> None:
    view = stage.panel.body.day
    stage.press_at("10:15", "S")
    places = []
    for clock in ("11:52", "12:30", "13:45"):
        stage.go(clock)
        places.append(third(view))
    assert places == [0.33, 0.33, 0.33]


def test_scrolling_pauses_and_a_button_brings_the_present_back(stage: Stage) -> None:
    view = stage.panel.body.day
    stage.go("12:30")
    assert not view.now_button.isVisible()
    wheel(view, -2)
    assert (view.is_following, view.now_button.isVisible()) == (False, True)
    place = view.verticalScrollBar().value()
    stage.go("12:40")
    assert view.verticalScrollBar().value() == place
    QTest.mouseClick(view.now_button, Qt.MouseButton.LeftButton)
    assert (view.is_following, view.now_button.isVisible(), third(view)) == (True, False, 0.33)


def test_home_follows_again(stage: Stage) -> None:
    view = stage.panel.body.day
    stage.go("12:30")
    wheel(view, -2)
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.is_following


def test_click_on_a_block_lets_keys_mean_it(stage: Stage) -> None:
    view = stage.panel.body.day
    stage.press_at("10:15", "S")
    stage.go("10:40")
    rect = view.rect_of(BlockId("interview-3"))
    assert rect is not None
    point = rect.center().toPoint()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert stage.panel.side.title.whole_text() == "3rd interview"
    stage.press("N")
    assert stage.live.log.effective[-1].block == "interview-3"
    assert stage.panel.side.title.whole_text() == "1st interview"


def test_escape_lets_keys_mean_the_moment_again(stage: Stage) -> None:
    stage.press_at("10:15", "S")
    stage.live.aim_at(BlockId("interview-5"))
    QTest.keyClick(stage.panel.body.day, Qt.Key.Key_Escape)
    assert stage.panel.side.title.whole_text() == "1st interview"


def test_pointing_at_a_proposal_shows_the_day_with_it(stage: Stage, qtbot: QtBot) -> None:
    stage.press_at("10:15", "SE")
    stage.go("11:12")
    qtbot.waitUntil(lambda: len(stage.live.proposals) == 3)
    card = stage.panel.side.proposals.cards[2]
    card.setFocus(Qt.FocusReason.TabFocusReason)
    ghosts = stage.panel.body.day.after
    assert {piece.style for piece in ghosts} == {Style.AFTER}
    assert "lunch" in {piece.block for piece in ghosts}
    stage.panel.body.day.setFocus()
    assert stage.panel.body.day.after == ()


def test_zoom_keeps_the_present_in_its_place(stage: Stage) -> None:
    view = stage.panel.body.day
    stage.go("12:30")
    view.zoom(1.5)
    assert third(view) == 0.33
