"""Work in small steps on the window's own thread."""

from collections.abc import Generator

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from planner.domain.errors import PlannerError
from planner.progress import Progress
from planner.store.base import MissingPlan
from planner.ui.turns import Turns


def counting(to: int) -> Generator[Progress, None, str]:
    for number in range(to):
        yield Progress(number, to)
    return "done"


def failing() -> Generator[Progress, None, None]:
    yield Progress(0, 1)
    raise MissingPlan(id="x")


def test_result_and_progress_arrive(qtbot: QtBot) -> None:
    parent = QObject()
    results: list[object] = []
    steps: list[int] = []
    failures: list[PlannerError] = []
    turns = Turns(counting(3), results.append, failures.append, parent)
    turns.progressed.connect(lambda progress: steps.append(progress.done))
    qtbot.waitUntil(lambda: bool(results))
    assert (results, steps, failures) == (["done"], [0, 1, 2], [])


def test_refusal_ends_the_work(qtbot: QtBot) -> None:
    parent = QObject()
    results: list[object] = []
    failures: list[PlannerError] = []
    Turns(failing(), results.append, failures.append, parent)
    qtbot.waitUntil(lambda: bool(failures))
    assert [type(error) for error in failures] == [MissingPlan]
    assert results == []


def test_work_that_is_stopped_tells_nobody(qtbot: QtBot) -> None:
    parent = QObject()
    results: list[object] = []
    later: list[object] = []
    stopped = Turns(counting(1), results.append, results.append, parent)
    stopped.stop()
    Turns(counting(1), later.append, later.append, parent)
    qtbot.waitUntil(lambda: bool(later))
    assert results == []
