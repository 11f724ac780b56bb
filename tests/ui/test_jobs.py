"""Jobs: off the window's thread, and exactly one of finished, failed, cancelled."""

from collections.abc import Generator
from threading import Event, current_thread, main_thread

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.progress import Progress
from planner.ui.jobs import Job, Jobs

Steps = Generator[Progress, None, str]


@pytest.fixture
def jobs(qapp: QApplication) -> Generator[Jobs, None, None]:
    made = Jobs(qapp)
    yield made
    made.stop()


def endings(job: Job) -> list[str]:
    told: list[str] = []
    job.finished.connect(lambda _: told.append("finished"))
    job.failed.connect(lambda _: told.append("failed"))
    job.cancelled.connect(lambda: told.append("cancelled"))
    return told


def test_a_job_works_elsewhere_and_answers_here(jobs: Jobs, qtbot: QtBot) -> None:
    threads: list[bool] = []
    answers: list[tuple[str, bool]] = []
    failures: list[Exception] = []

    def work() -> Steps:
        threads.append(current_thread() is main_thread())
        yield Progress(1, 2)
        return "done"

    def answer(result: str) -> None:
        answers.append((result, current_thread() is main_thread()))

    job = jobs.start(work, "Work", answer, failures.append)
    told = endings(job)
    qtbot.waitUntil(lambda: told != [])
    assert (threads, answers, told) == ([False], [("done", True)], ["finished"])
    assert failures == []


def test_a_job_that_fails_says_with_what(jobs: Jobs, qtbot: QtBot) -> None:
    failures: list[Exception] = []

    def work() -> Steps:
        yield Progress(0, 1)
        raise LookupError("gone")

    told = endings(jobs.start(work, "Work", failures.append, failures.append))
    qtbot.waitUntil(lambda: told != [])
    assert ([str(error) for error in failures], told) == (["gone"], ["failed"])


def test_a_cancelled_job_stops_at_its_next_step_and_cleans_up(jobs: Jobs, qtbot: QtBot) -> None:
    started, go_on = Event(), Event()
    cleaned: list[bool] = []

    def work() -> Steps:
        try:
            started.set()
            go_on.wait()
            yield Progress(1, 2)
            yield Progress(2, 2)
        finally:
            cleaned.append(True)
        return "never"

    job = jobs.start(work, "Work", lambda _: None, lambda _: None)
    told = endings(job)
    qtbot.waitUntil(started.is_set)
    job.cancel()
    go_on.set()
    qtbot.waitUntil(lambda: told != [])
    assert (told, cleaned) == (["cancelled"], [True])


def test_a_job_that_has_not_begun_ends_with_whoever_runs_it(qapp: QApplication) -> None:
    """The window is closed at once after something was asked for."""
    jobs, begun = Jobs(qapp), list[str]()

    def work() -> Steps:
        begun.append("begun")
        yield Progress(1, 1)
        return "done"

    jobs.start(work, "Work", begun.append, lambda _: None)
    jobs.stop()
    jobs.deleteLater()
    QCoreApplication.sendPostedEvents(jobs, QEvent.Type.DeferredDelete)
    qapp.processEvents()
    assert begun == []
