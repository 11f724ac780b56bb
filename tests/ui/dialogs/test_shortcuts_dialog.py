"""The sheet of keys and gestures."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from planner.ui.dialogs.shortcuts_dialog import ShortcutsDialog, key_parts
from planner.ui.gestures_sheet import GESTURES
from tests.ui.dialogs.windows import FakeWindow


def test_every_action_with_a_key_and_every_gesture_is_on_the_sheet(
    window: FakeWindow, qtbot: QtBot
) -> None:
    dialog = ShortcutsDialog(window.context, window)
    qtbot.addWidget(dialog)
    said = {label.text() for label in dialog.findChildren(QLabel)}
    assert {row.title for row in window.context.actions.rows if row.keys} <= said
    assert {gesture.result for group in GESTURES for gesture in group.gestures} <= said


def test_escape_closes_it(window: FakeWindow, qtbot: QtBot) -> None:
    dialog = ShortcutsDialog(window.context, window)
    qtbot.addWidget(dialog)
    dialog.show()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("Ctrl+Shift+Z", ["Ctrl", "Shift", "Z"]),
        ("F1", ["F1"]),
        ("Ctrl++", ["Ctrl", "+"]),
        ("+", ["+"]),
        ("Ctrl+,", ["Ctrl", ","]),
        ("Alt+Up", ["Alt", "Up"]),
    ],
)
def test_a_key_is_shown_part_by_part(key: str, expected: list[str]) -> None:
    assert key_parts(key) == expected
