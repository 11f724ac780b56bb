"""Buttons by keyboard: Enter presses the one that has the focus."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QDialog, QPushButton, QVBoxLayout
from pytestqt.qtbot import QtBot

from planner.ui.controls.buttons import IconButton, PlainButton
from planner.ui.controls.chip_button import ChipButton
from planner.ui.theme.theme import Theme


@pytest.mark.parametrize("kind", ["plain", "icon", "chip"])
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_key_presses_the_focused_button_and_no_other(
    qtbot: QtBot, theme: Theme, kind: str, key: Qt.Key
) -> None:
    made: dict[str, QAbstractButton] = {
        "plain": PlainButton(theme, "Choose a file"),
        "icon": IconButton(theme, "plus", "Choose a file"),
        "chip": ChipButton(theme, "Choose a file"),
    }
    dialog, default, button = QDialog(), QPushButton("Make"), made[kind]
    qtbot.addWidget(dialog)
    column = QVBoxLayout(dialog)
    column.addWidget(default)
    column.addWidget(button)
    default.setDefault(True)
    pressed: list[str] = []
    default.clicked.connect(lambda: pressed.append("default"))
    button.clicked.connect(lambda: pressed.append("focused"))
    with qtbot.waitActive(dialog):
        dialog.show()
    button.setFocus()
    QTest.keyClick(button, key)
    assert pressed == ["focused"]
