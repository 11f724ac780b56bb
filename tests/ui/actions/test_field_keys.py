"""Keys of the window reach it from its fields; those of editing stay in them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from planner.ui.context import Context
from tests.ui.dialogs.windows import FakeWindow

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(context: Context, qtbot: QtBot) -> FakeWindow:
    made = FakeWindow(context)
    qtbot.addWidget(made)
    column = QVBoxLayout(made)
    combo = QComboBox()
    combo.setEditable(True)
    for field in (QLineEdit(), QPlainTextEdit(), combo):
        column.addWidget(field)
    context.actions.bind(made, made)
    with qtbot.waitActive(made):
        made.show()
    return made


@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit, QComboBox])
@pytest.mark.parametrize(
    ("key", "asked"),
    [
        (Qt.Key.Key_E, "share"),
        (Qt.Key.Key_K, "palette"),
        (Qt.Key.Key_T, "toggle_view"),
        (Qt.Key.Key_1, "show_page"),
    ],
)
def test_key_of_the_window_reaches_it_from_a_field(
    window: FakeWindow, kind: type[QWidget], key: Qt.Key, asked: str
) -> None:
    field = next(f for f in window.findChildren(kind) if f.parentWidget() is window)
    field.setFocus()
    QTest.keyClicks(field, "Lunch")
    QTest.keyClick(field, key, CTRL)
    assert [name for name, _ in window.asked] == [asked]


def test_keys_of_editing_stay_with_the_field(window: FakeWindow, context: Context) -> None:
    field = next(f for f in window.findChildren(QLineEdit) if f.parentWidget() is window)
    before = context.desk.plan
    field.setFocus()
    QTest.keyClicks(field, "Lunch")
    for key in (Qt.Key.Key_A, Qt.Key.Key_X):
        QTest.keyClick(field, key, CTRL)
    assert field.text() == ""
    QTest.keyClick(field, Qt.Key.Key_V, CTRL)
    QTest.keyClick(field, Qt.Key.Key_Home)
    QTest.keyClicks(field, "?")
    assert field.text() == "?Lunch"
    QTest.keyClick(field, Qt.Key.Key_Z, CTRL)
    assert field.text() != "?Lunch"
    assert (window.asked, context.desk.plan) == ([], before)
