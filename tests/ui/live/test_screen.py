"""The full screen: as large as a screen allows, with what is most urgent, and nothing cut off."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QLabel

from planner.app.clock import RehearsalClock
from planner.ui.context import Context
from planner.ui.controls.elided_label import ElidedLabel
from planner.ui.panels.live_screen import LiveScreen
from tests.ui.desks import Room, furnished
from tests.ui.live.stage import Stage, staged

SIZES = [(1024, 700), (1440, 900), (1920, 1080)]


@pytest.fixture
def german(qapp: QApplication) -> Iterator[Stage]:
    room: Room = furnished(qapp, "dark", "de")
    room.open_sample()
    made = staged(room, "09:45")
    yield made
    made.close()
    room.close()


def screen_of(stage: Stage, size: tuple[int, int], context: Context | None = None) -> LiveScreen:
    made = LiveScreen(context or stage.room.context, stage.live, stage.panel)
    made.resize(*size)
    made.show()
    QCoreApplication.processEvents()
    return made


def closed(screen: LiveScreen) -> None:
    screen.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def cut_off(screen: LiveScreen) -> list[str]:
    """Return the texts of figures that are not shown in full."""
    labels = [
        label
        for label in screen.body.figures.findChildren(QLabel)
        if label.isVisible() and label.text()
    ]
    short = [label for label in labels if label.heightForWidth(label.width()) > label.height()]
    narrow = [label for label in labels if label.minimumSizeHint().width() > label.width()]
    elided = [label for label in labels if isinstance(label, ElidedLabel)]
    return [label.text() for label in (*short, *narrow, *elided)]


@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_wider_than_the_screen_and_no_figure_is_cut_off(
    german: Stage, size: tuple[int, int]
) -> None:
    german.press_at("10:15", "SE")
    german.go("11:12")
    screen = screen_of(german, size)
    assert (screen.width(), screen.height()) == size
    assert cut_off(screen) == []
    closed(screen)


def test_everything_grows_with_the_screen(stage: Stage) -> None:
    screen = screen_of(stage, SIZES[0])
    small = screen.body.figures.height()
    screen.resize(*SIZES[-1])
    QCoreApplication.processEvents()
    assert screen.body.figures.height() > small * 1.5
    assert screen.body.day.picture is not None
    closed(screen)


def test_what_is_most_urgent_stands_above_the_figures(stage: Stage) -> None:
    stage.press_at("10:15", "S")
    screen = screen_of(stage, SIZES[1])
    assert not screen.head.isVisible()
    stage.go("10:20")
    assert stage.live.sound_alarm()
    assert screen.head.urgent.text() == (
        "Fire alarm in 1st interview since 10:20 \u00b7 Leave the building together"
    )
    assert stage.live.end_alarm()
    assert not screen.head.isVisible()
    stage.press_at("11:00", "E")
    stage.go("11:12")
    assert screen.head.urgent.text() == "Nobody in 2nd interview since 11:00"
    closed(screen)


def test_rehearsal_says_that_it_is_one(stage: Stage) -> None:
    context = stage.room.context
    clock = RehearsalClock(context.clock.now() + timedelta(minutes=1), context.clock)
    screen = screen_of(stage, SIZES[1], replace(context, clock=clock))
    assert screen.head.rehearsal.isVisible()
    closed(screen)
    screen = screen_of(stage, SIZES[1])
    assert not screen.head.rehearsal.isVisible()
    closed(screen)
