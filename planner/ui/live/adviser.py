"""The adviser: looks for proposals and risks off the window's thread, for the newest state of the day."""

from collections.abc import Callable, Generator
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from planner.app.counsel import Counsel, counsel
from planner.app.experience import Archive
from planner.app.locations import workspace_file
from planner.domain.ids import CandidateId
from planner.domain.log import Log
from planner.domain.plan import Plan
from planner.progress import Progress
from planner.schedule.live.live_projection import LiveProjection
from planner.ui.jobs import Jobs

_TOGETHER = 120  # milliseconds: what changes within them is one change


@dataclass(frozen=True, slots=True, eq=False)
class Question:
    """A state of the day that advice is asked for: for one candidate, or for everybody."""

    plan: Plan
    log: Log
    now: datetime
    projection: LiveProjection
    candidate: CandidateId | None = None


class Counsellor:
    """Answers questions by what the logs of the workspace teach; this may take a second."""

    def __init__(self) -> None:
        self._archive = Archive(workspace_file())

    def __call__(self, question: Question) -> Counsel:
        """Return advice and risks for a state of the day."""
        plan, log, now = question.plan, question.log, question.now
        experience = self._archive.experience(plan, log, now)
        return counsel(plan, log, now, experience, question.projection, question.candidate)


class Adviser(QObject):
    """Answers the last question asked; ``advised(question, counsel)`` comes once for it."""

    advised = Signal(object, object)
    failed = Signal(object)

    def __init__(
        self,
        parent: QObject | None = None,
        answer: Callable[[Question], Counsel] | None = None,
    ) -> None:
        """Answer as a `Counsellor` does, where nothing else is named."""
        super().__init__(parent)
        self._answer = answer if answer is not None else Counsellor()
        self._jobs = Jobs(self)
        self._asked: Question | None = None
        self._working: Question | None = None
        self._later = QTimer(self, singleShot=True, interval=_TOGETHER)
        self._later.timeout.connect(self._start)

    @property
    def is_busy(self) -> bool:
        """Say whether an answer is still to come."""
        return self._asked is not None or self._working is not None

    def ask(self, question: Question) -> None:
        """Ask; a question that was asked before and has no answer yet is dropped."""
        self._asked = question
        if self._working is None:
            self._later.start()

    def answer_by(self, answer: Callable[[Question], Counsel]) -> None:
        """Let something else answer from now on, as a test or a benchmark may want."""
        self._answer = answer

    def stop(self) -> None:
        """Forget every question, and wait for the one in hand."""
        self._later.stop()
        self._asked = None
        self._jobs.stop()

    def _start(self) -> None:
        question, self._asked = self._asked, None
        if question is None:
            return
        self._working = question

        def work() -> Generator[Progress, None, Counsel]:
            yield Progress(0, 1)
            return self._answer(question)

        self._jobs.start(work, "", self._on_done, self._on_failed)

    def _on_done(self, counsel: Counsel) -> None:
        done, self._working = self._working, None
        if self._asked is None:
            self.advised.emit(done, counsel)
        else:
            self._later.start()

    def _on_failed(self, error: Exception) -> None:
        self._working = None
        if self._asked is not None:
            self._later.start()
        self.failed.emit(error)
