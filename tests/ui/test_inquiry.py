"""Inquiries: the newest question is answered, off the window's thread, and no other."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.ui.inquiry import Inquiry
from planner.ui.jobs import Jobs


@pytest.fixture
def jobs(qapp: QApplication) -> Iterator[Jobs]:
    made = Jobs(qapp)
    yield made
    made.stop()
    made.deleteLater()


def heard(inquiry: Inquiry) -> list[tuple[object, object]]:
    found: list[tuple[object, object]] = []
    inquiry.answered.connect(lambda question, answer: found.append((question, answer)))
    return found


def test_answer_is_found_on_another_thread(jobs: Jobs, qtbot: QtBot) -> None:
    inquiry = Inquiry(jobs, lambda _question: threading.current_thread(), 0, jobs)
    with qtbot.waitSignal(inquiry.answered) as caught:
        inquiry.ask("how safe")
    assert caught.args is not None
    assert caught.args[0] == "how safe"
    assert caught.args[1] is not threading.current_thread()


def test_newest_question_alone_is_answered(jobs: Jobs, qtbot: QtBot) -> None:
    gate, begun = threading.Event(), threading.Event()
    asked: list[object] = []

    def answer(question: object) -> object:
        asked.append(question)
        begun.set()
        gate.wait()
        return question

    inquiry = Inquiry(jobs, answer, 0, jobs)
    answers = heard(inquiry)
    inquiry.ask("first")
    qtbot.waitUntil(begun.is_set)
    inquiry.ask("second")
    inquiry.ask("third")
    gate.set()
    qtbot.waitUntil(lambda: not inquiry.is_busy)
    assert (asked, answers) == (["first", "third"], [("third", "third")])


def test_forgotten_question_is_not_answered_and_the_next_one_is(jobs: Jobs, qtbot: QtBot) -> None:
    gate, begun = threading.Event(), threading.Event()

    def answer(question: object) -> object:
        begun.set()
        gate.wait()
        return question

    inquiry = Inquiry(jobs, answer, 0, jobs)
    answers = heard(inquiry)
    inquiry.ask("first")
    qtbot.waitUntil(begun.is_set)
    inquiry.forget()
    gate.set()
    qtbot.waitUntil(lambda: not jobs.is_busy)
    assert answers == []
    inquiry.ask("second")
    qtbot.waitUntil(lambda: not inquiry.is_busy)
    assert answers == [("second", "second")]


def test_what_fails_is_told_and_does_not_stop_the_next(jobs: Jobs, qtbot: QtBot) -> None:
    def answer(question: str) -> float:
        return 1 / len(question)

    inquiry = Inquiry(jobs, answer, 0, jobs)
    with qtbot.waitSignal(inquiry.failed) as caught:
        inquiry.ask("")
    assert caught.args is not None
    assert isinstance(caught.args[0], ZeroDivisionError)
    with qtbot.waitSignal(inquiry.answered) as answered:
        inquiry.ask("ab")
    assert answered.args == ["ab", 0.5]


def test_nobody_is_told_of_a_job_that_was_not_asked_for(jobs: Jobs, qtbot: QtBot) -> None:
    told: list[object] = []
    jobs.started.connect(told.append)
    inquiry = Inquiry(jobs, str, 0, jobs)
    with qtbot.waitSignal(inquiry.answered):
        inquiry.ask("how safe")
    assert told == []
