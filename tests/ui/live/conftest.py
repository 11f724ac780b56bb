"""A live page on the reference day, with a clock that the tests move."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.desks import Room
from tests.ui.live.stage import Stage, staged


@pytest.fixture
def stage(room: Room) -> Iterator[Stage]:
    """The live page of the sample plan at 09:45, shown and with the focus."""
    room.open_sample()
    made = staged(room, "09:45")
    yield made
    made.close()


@pytest.fixture
def clipboard(qapp: QApplication) -> Iterator[list[str]]:
    """What lies on the clipboard, read when it is asked for; empty again afterwards."""
    qapp.clipboard().clear()
    yield [qapp.clipboard().text()]
    qapp.clipboard().clear()
