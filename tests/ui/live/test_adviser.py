"""The adviser: the last question alone is answered, on a thread of its own, and the next one after it."""

from collections.abc import Iterator
from threading import current_thread, main_thread

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.app.counsel import Counsel
from planner.domain.log import Log
from planner.schedule.live.live_projection import project_live
from planner.schedule.repairs.prices import price_of
from planner.schedule.repairs.proposals import Advice
from planner.ui.live.adviser import Adviser, Question
from tests.builders import block, plan
from tests.schedule.live.logs import at


def question(clock: str) -> Question:
    source = plan(block("first", "10:00"))
    return Question(source, Log(), at(clock), project_live(source, Log(), at(clock)))


def answer(asked: Question) -> Counsel:
    assert current_thread() is not main_thread()
    return Counsel(Advice(price_of(asked.projection), ()))


@pytest.fixture
def adviser(qapp: QApplication) -> Iterator[Adviser]:
    made = Adviser(qapp)
    made.answer_by(answer)
    yield made
    made.stop()
    made.deleteLater()


def test_last_question_alone_is_answered(adviser: Adviser, qtbot: QtBot) -> None:
    told: list[Question] = []
    adviser.advised.connect(lambda asked, _counsel: told.append(asked))
    first, last = question("10:00"), question("10:01")
    adviser.ask(first)
    adviser.ask(last)
    assert adviser.is_busy
    qtbot.waitUntil(lambda: not adviser.is_busy)
    assert told == [last]


def test_failure_is_told_and_the_next_question_is_answered(adviser: Adviser, qtbot: QtBot) -> None:
    def fail(_question: Question) -> Counsel:
        raise LookupError("nothing is known")

    adviser.answer_by(fail)
    with qtbot.waitSignal(adviser.failed):
        adviser.ask(question("10:00"))
    adviser.answer_by(answer)
    with qtbot.waitSignal(adviser.advised):
        adviser.ask(question("10:01"))


def test_stopped_adviser_tells_nothing(adviser: Adviser) -> None:
    told: list[object] = []
    adviser.advised.connect(lambda asked, _counsel: told.append(asked))
    adviser.ask(question("10:00"))
    adviser.stop()
    assert (adviser.is_busy, told) == (False, [])
