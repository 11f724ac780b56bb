from collections.abc import Generator, Iterator

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from planner.formats.wording.language import Language
from planner.progress import Progress
from planner.ui.controls.busy_bar import BusyBar
from planner.ui.controls.message_bar import MessageBar
from planner.ui.jobs import Job
from planner.ui.messages import Messages, Offer, Tone
from planner.ui.theme.theme import Theme


@pytest.fixture
def ground(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.resize(800, 400)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def messages() -> Messages:
    return Messages()


@pytest.fixture
def bar(
    theme: Theme, english: Language, messages: Messages, ground: QWidget
) -> Iterator[MessageBar]:
    made = MessageBar(theme, english, messages, ground)
    yield made
    made.close_message()


def _button(bar: QWidget, text: str) -> QPushButton:
    return next(button for button in bar.findChildren(QPushButton) if button.text() == text)


def test_message_appears_within_its_ground(
    bar: MessageBar, messages: Messages, ground: QWidget
) -> None:
    messages.say("The plan was saved.", Tone.GOOD)
    assert bar.isVisible()
    assert bar.accessibleName() == "The plan was saved."
    assert ground.rect().contains(bar.geometry())


def test_long_message_wraps_within_a_narrow_ground(
    bar: MessageBar, messages: Messages, ground: QWidget
) -> None:
    ground.resize(420, 400)
    messages.say("The plan changed in another window and could not be saved. " * 3, Tone.ERROR)
    assert ground.rect().contains(bar.geometry())
    ground.resize(380, 300)
    assert ground.rect().contains(bar.geometry())


def test_offer_runs_and_closes(bar: MessageBar, messages: Messages) -> None:
    ran: list[str] = []
    messages.say("Deleted.", offers=(Offer("Undo", lambda: ran.append("undo")),))
    QTest.mouseClick(_button(bar, "Undo"), Qt.MouseButton.LeftButton)
    assert (ran, bar.isVisible(), bar.message) == (["undo"], False, None)


def test_offer_may_say_the_next_message(bar: MessageBar, messages: Messages) -> None:
    messages.say("First", offers=(Offer("More", lambda: messages.say("Second")),))
    QTest.mouseClick(_button(bar, "More"), Qt.MouseButton.LeftButton)
    assert (bar.isVisible(), bar.accessibleName()) == (True, "Second")


def test_errors_stay_and_others_go(bar: MessageBar, messages: Messages) -> None:
    messages.say("Saved.", Tone.GOOD)
    assert bar.time_left() > 0
    messages.say("Not saved.", Tone.ERROR)
    assert bar.time_left() < 0
    assert bar.isVisible()


def test_time_stands_still_under_the_pointer(bar: MessageBar, messages: Messages) -> None:
    messages.say("Saved.", Tone.GOOD)
    here = QPointF(5, 5)
    bar.enterEvent(QEnterEvent(here, here, here))
    assert bar.time_left() < 0
    bar.leaveEvent(QEvent(QEvent.Type.Leave))
    assert bar.time_left() > 0


def test_news_of_a_step_leaves_with_the_next_one(bar: MessageBar, messages: Messages) -> None:
    messages.say_done("The break was moved.", Offer("Undo", lambda: None))
    assert bar.isVisible()
    messages.settle()
    assert not bar.isVisible()


def test_escape_closes(bar: MessageBar, messages: Messages) -> None:
    messages.say("Not saved.", Tone.ERROR)
    QTest.keyClick(bar, Qt.Key.Key_Escape)
    assert not bar.isVisible()


def test_short_work_shows_nothing(theme: Theme, english: Language, ground: QWidget) -> None:
    bar = BusyBar(theme, english, ground)
    job = Job("Printing", lambda: _steps(2))
    bar.watch(job)
    job.run()
    assert not bar.isVisible()


def test_long_work_shows_its_steps_and_can_be_cancelled(
    theme: Theme, english: Language, ground: QWidget, qtbot: QtBot
) -> None:
    bar = BusyBar(theme, english, ground)
    job = Job("Printing", lambda: _steps(3))
    bar.watch(job)
    qtbot.waitUntil(bar.isVisible, timeout=3000)
    assert ground.rect().contains(bar.geometry())
    cancelled: list[bool] = []
    job.cancelled.connect(lambda: cancelled.append(True))
    QTest.mouseClick(_button(bar, "Cancel"), Qt.MouseButton.LeftButton)
    job.run()
    assert (cancelled, bar.isVisible()) == ([True], False)


def test_bars_do_not_cover_each_other(
    theme: Theme,
    english: Language,
    ground: QWidget,
    bar: MessageBar,
    messages: Messages,
    qtbot: QtBot,
) -> None:
    busy = BusyBar(theme, english, ground)
    messages.say("Not saved.", Tone.ERROR)
    busy.watch(Job("Printing", lambda: _steps(1)))
    qtbot.waitUntil(busy.isVisible, timeout=3000)
    assert not busy.geometry().intersects(bar.geometry())


def _steps(number: int) -> Generator[Progress, None, None]:
    for done in range(number):
        yield Progress(done, number, f"page {done}")


def test_error_leaves_when_work_goes_on_and_a_hint_does_not(
    bar: MessageBar, messages: Messages
) -> None:
    messages.say("It was moved.", Tone.GOOD)
    messages.settle()
    stays = bar.isVisible()
    messages.say("It could not be undone.", Tone.ERROR)
    messages.settle()
    assert (stays, bar.isVisible()) == (True, False)


@pytest.mark.parametrize(("tone", "kind"), [(Tone.ERROR, None), (Tone.INFO, "link")])
def test_way_out_of_an_error_looks_like_a_button(
    bar: MessageBar, messages: Messages, tone: Tone, kind: str | None
) -> None:
    messages.say("Something.", tone, (Offer("Skip this step", lambda: None),))
    assert _button(bar, "Skip this step").property("kind") == kind
