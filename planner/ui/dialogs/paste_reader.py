"""Reads what is pasted while it is typed: after a pause, and off the window's thread where it is long."""

from collections.abc import Generator
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QObject, QTimer, Signal

from planner.app.pasting import Pasted
from planner.domain.errors import PlannerError
from planner.formats.timetext.timetable import Timetable
from planner.progress import Progress
from planner.ui.context import Context

PAUSE_MS = 200
LONG = 20_000  # characters, read in about a tenth of a second


@dataclass(frozen=True, slots=True)
class _Question:
    """What is to be read, and on which footing."""

    pasted: Pasted
    day: date | None
    zone: str
    today: date

    def answer(self) -> Timetable:
        return self.pasted.read(day=self.day, zone=self.zone, today=self.today)


class PasteReader(QObject):
    """``read(Timetable)`` or ``failed(error)`` answer what was asked last; earlier answers are dropped."""

    read = Signal(object)
    failed = Signal(object)

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._question: _Question | None = None
        self._asked: _Question | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.ask_now)

    @property
    def is_behind(self) -> bool:
        """Say whether an answer is still to come."""
        return self._pause.isActive() or self._asked is not None

    def ask(self, pasted: Pasted, *, day: date | None, zone: str, today: date) -> None:
        """Read this after a pause in which nothing else is asked."""
        self._question = _Question(pasted, day, zone, today)
        self._pause.start()

    def ask_now(self) -> None:
        """Read what was asked last without waiting any longer."""
        self._pause.stop()
        question = self._question
        if question is None:
            return
        if max(len(question.pasted.text), len(question.pasted.calendar)) > LONG:
            self._ask_elsewhere(question)
            return
        try:
            timetable = question.answer()
        except PlannerError as error:
            self.failed.emit(error)
        else:
            self.read.emit(timetable)

    def _ask_elsewhere(self, question: _Question) -> None:
        if self._asked is not None:  # its answer will see that another question was asked
            return
        self._asked = question
        title = self._context.language.text("Reading the timetable")
        self._context.jobs.start(lambda: _steps(question), title, self._on_read, self._on_failed)

    def _on_read(self, timetable: Timetable) -> None:
        if not self._is_outdated():
            self.read.emit(timetable)

    def _on_failed(self, error: Exception) -> None:
        if not self._is_outdated():
            self.failed.emit(error)

    def _is_outdated(self) -> bool:
        """Say whether something else was asked meanwhile, and ask that."""
        asked, self._asked = self._asked, None
        if asked is self._question:
            return False
        if not self._pause.isActive():
            self.ask_now()
        return True


def _steps(question: _Question) -> Generator[Progress, None, Timetable]:
    yield Progress(0, 1)
    return question.answer()
