"""Running long work to its end at once."""

from collections.abc import Generator
from typing import TypeVar

from planner.progress import Progress

_R = TypeVar("_R")


def finished(job: Generator[Progress, None, _R]) -> tuple[_R, list[Progress]]:
    """Return what a job returns, and the progress it told."""
    steps: list[Progress] = []
    while True:
        try:
            steps.append(next(job))
        except StopIteration as end:
            return end.value, steps
