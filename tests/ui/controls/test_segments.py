import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from planner.ui.controls.segments import Segments
from planner.ui.theme.theme import Theme


@pytest.fixture
def segments(qtbot: QtBot, theme: Theme) -> Segments:
    made = Segments(theme, [("plan", "Plan"), ("live", "Live"), ("travel", "Travel")], "View")
    made.set_value("plan")
    qtbot.addWidget(made)
    made.show()
    return made


def _chosen(segments: Segments) -> list[object]:
    told: list[object] = []
    segments.chosen.connect(told.append)
    return told


def _buttons(segments: Segments) -> list[QPushButton]:
    return list(segments.findChildren(QPushButton))


def test_click_chooses(segments: Segments) -> None:
    told = _chosen(segments)
    QTest.mouseClick(_buttons(segments)[1], Qt.MouseButton.LeftButton)
    assert (told, segments.value()) == (["live"], "live")


def test_value_is_set_in_silence(segments: Segments) -> None:
    told = _chosen(segments)
    segments.set_value("travel")
    assert (told, segments.value()) == ([], "travel")
    segments.set_value("unheard of")
    assert (told, segments.value()) == ([], None)


def test_arrows_move_the_choice_past_what_is_disabled(segments: Segments) -> None:
    told = _chosen(segments)
    segments.set_enabled("live", is_enabled=False)
    first = _buttons(segments)[0]
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Right)
    QTest.keyClick(_buttons(segments)[2], Qt.Key.Key_Right)
    assert told == ["travel", "plan"]


def test_choosing_moves_nothing(segments: Segments) -> None:
    before = [button.sizeHint().width() for button in _buttons(segments)]
    segments.set_value("live")
    after = [button.sizeHint().width() for button in _buttons(segments)]
    assert [abs(one - other) <= 1 for one, other in zip(before, after, strict=True)] == [True] * 3


def test_segments_have_names(segments: Segments) -> None:
    assert segments.accessibleName() == "View"
    assert [button.accessibleName() for button in _buttons(segments)] == ["Plan", "Live", "Travel"]
