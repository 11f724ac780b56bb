"""The adviser: looks for proposals and risks off the window's thread, for the newest state of the day."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from planner.app.counsel import Counsel, counsel
from planner.app.experience import Archive
from planner.app.locations import workspace_file
from planner.domain.ids import CandidateId
from planner.domain.log import Log
from planner.domain.plan import Plan
from planner.schedule.live.live_projection import LiveProjection
from planner.ui.inquiry import Inquiry
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
    """Answers the last question asked; ``advised(question, counsel)`` comes once for it.

    It has a thread of its own: whoever waits for an export is advised all the same.
    """

    advised = Signal(object, object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        """Answer as a `Counsellor` does."""
        super().__init__(parent)
        self._answer: Callable[[Question], Counsel] = Counsellor()
        self._jobs = Jobs(self)
        self._inquiry = Inquiry(self._jobs, self._answer_to, _TOGETHER, self)
        self._inquiry.answered.connect(self.advised)
        self._inquiry.failed.connect(self.failed)

    @property
    def is_busy(self) -> bool:
        """Say whether an answer is still to come."""
        return self._inquiry.is_busy

    def ask(self, question: Question) -> None:
        """Ask; a question that was asked before and has no answer yet is dropped."""
        self._inquiry.ask(question)

    def answer_by(self, answer: Callable[[Question], Counsel]) -> None:
        """Let something else answer from now on, as a test or a benchmark may want."""
        self._answer = answer

    def stop(self) -> None:
        """Forget every question, and wait for the one in hand."""
        self._inquiry.forget()
        self._jobs.stop()

    def _answer_to(self, question: Question) -> Counsel:
        """Answer as was asked for last; on another thread."""
        return self._answer(question)
