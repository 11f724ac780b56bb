"""An inquiry: questions that take a while, answered off the window's thread, only the newest one."""

from collections.abc import Callable, Generator
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from planner.progress import Progress
from planner.ui.jobs import Jobs


class Inquiry(QObject):
    """``answered(question, answer)`` comes for the newest question; older ones are dropped.

    Questions are told apart by identity, and are immutable: the answer is found on another thread.
    ``delay`` is how many milliseconds nothing new must be asked before work begins.
    """

    answered = Signal(object, object)
    failed = Signal(object)

    def __init__(
        self, jobs: Jobs, answer: Callable[[Any], Any], delay: int, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._answer = answer
        self._asked: object = None
        self._working: object = None
        self._is_awaited = False
        self._later = QTimer(self, singleShot=True, interval=delay)
        self._later.timeout.connect(self._begin)

    @property
    def is_busy(self) -> bool:
        """Say whether an answer is still to come."""
        return self._is_awaited

    def ask(self, question: object) -> None:
        """Ask; what was asked before and has no answer yet is dropped."""
        if self._is_awaited and question is (self._asked or self._working):
            return
        self._asked, self._is_awaited = question, True
        self._later.start()

    def forget(self) -> None:
        """Drop what was asked: nobody waits for an answer."""
        self._later.stop()
        self._asked, self._is_awaited = None, False

    def _begin(self) -> None:
        if self._asked is None or self._working is not None:
            return  # what is in hand begins the next one when it ends
        question, self._asked = self._asked, None
        self._working = question

        def work() -> Generator[Progress, None, Any]:
            yield Progress(0, 1)
            return question, self._answer(question)

        self._jobs.start(work, "", self._on_done, self._on_failed, is_quiet=True)

    def _on_done(self, found: tuple[object, Any]) -> None:
        self._working = None
        if self._asked is not None:
            self._later.start()
        elif self._is_awaited:
            self._is_awaited = False
            self.answered.emit(*found)

    def _on_failed(self, error: Exception) -> None:
        self._working = None
        if self._asked is not None:
            self._later.start()
        elif self._is_awaited:
            self._is_awaited = False
            self.failed.emit(error)
