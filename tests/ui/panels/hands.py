"""Hands for tests of panels: real mouse and key events, with types."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

_NONE = Qt.KeyboardModifier.NoModifier
_LEFT = Qt.MouseButton.LeftButton


def click(widget: QWidget, place: QRect | None = None) -> None:
    """Click into the middle of a widget, or of a place in it."""
    QTest.mouseClick(widget, _LEFT, _NONE, (place or widget.rect()).center())


def double_click(widget: QWidget) -> None:
    QTest.mouseDClick(widget, _LEFT, _NONE, widget.rect().center())


def point_at(widget: QWidget, place: QPoint) -> None:
    QTest.mouseMove(widget, place)


def press(widget: QWidget, key: Qt.Key) -> None:
    QTest.keyClick(widget, key)


def write(widget: QWidget, text: str) -> None:
    QTest.keyClicks(widget, text)


def button(parent: QWidget, text: str) -> QAbstractButton:
    """Return the only button with a text."""
    [found] = [b for b in parent.findChildren(QAbstractButton) if b.text() == text]
    return found


def texts(parent: QWidget) -> set[str]:
    """Return what the labels say that can be seen."""
    return {label.text() for label in parent.findChildren(QLabel) if label.isVisible()}
