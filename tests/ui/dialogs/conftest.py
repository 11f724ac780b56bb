"""Fixtures of dialogs: a window that notes what it is asked, and an empty clipboard."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from planner.ui.context import Context
from tests.ui.dialogs.windows import FakeWindow


@pytest.fixture
def window(context: Context, qtbot: QtBot) -> Iterator[FakeWindow]:
    """A window above which dialogs stand; nothing is on the clipboard."""
    QGuiApplication.clipboard().clear()
    made = FakeWindow(context)
    qtbot.addWidget(made)
    yield made
    QGuiApplication.clipboard().clear()
