"""Grounds for tests of the window: no display, no Qt warnings, nothing left running."""

import os
from collections.abc import Generator, Iterator

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_ACCESSIBILITY", "1")

import pytest
from PySide6.QtWidgets import QApplication

from planner.ui.context import Context
from tests.ui.desks import Room, furnished
from tests.ui.remains import Remains, qt_messages

_OF_QT = frozenset({"qtbot", "qapp", "room", "context"})


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    return ["interview-planner", "-style", "fusion"]


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown(item: pytest.Item) -> Generator[None]:
    """Fail a test whose windows complain while they go; pytest-qt listens only until then."""
    with qt_messages(item.config.getini("qt_log_ignore")) as said:
        result = yield
    assert said == []
    return result


@pytest.fixture(autouse=True)
def _nothing_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that leaves a window, a running timer, a thread or a job behind."""
    if not _OF_QT & set(request.fixturenames):
        yield
        return
    request.getfixturevalue("qapp")
    remains = Remains()
    yield
    assert remains.found() == []


@pytest.fixture
def room(qapp: QApplication) -> Iterator[Room]:
    """A furnished room: a library in memory, a clock that stands still, a theme; no plan open."""
    made = furnished(qapp)
    yield made
    made.close()


@pytest.fixture
def context(room: Room) -> Context:
    """The context of a room with the sample plan open."""
    room.open_sample()
    return room.context
