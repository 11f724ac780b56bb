"""Reads what past days were like, a plan at a time between two breaths of the window."""

from collections.abc import Generator
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from planner.app.clock import Clock
from planner.app.library import Library
from planner.app.locations import data_folder
from planner.app.reports import History, history
from planner.domain.errors import PlannerError
from planner.progress import Progress
from planner.ui.context import Context


def history_of(context: Context) -> "HistoryReader":
    """Return the reader beside a desk; it is made when it is first asked for, and then stays."""
    found = context.desk.findChild(HistoryReader)
    if found is None:
        found = HistoryReader(context.desk, context.library, context.clock, data_folder())
    return found


class HistoryReader(QObject):
    """Holds the history of the library. ``read(history)`` tells that there is a new one.

    The library belongs to the window's thread, so this is no job: it takes a step whenever the
    window has nothing else to do.
    """

    read = Signal(object)

    def __init__(self, parent: QObject, library: Library, clock: Clock, folder: Path) -> None:
        """Stand beside a desk; ``folder`` is where the library keeps its logs."""
        super().__init__(parent)
        self._library, self._clock, self._folder = library, clock, folder
        self._steps: Generator[Progress, None, History] | None = None
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._on_free)
        self.history: History | None = None

    @property
    def is_resting(self) -> bool:
        """Say whether nothing is being read."""
        return self._steps is None

    def ensure(self) -> None:
        """Read, unless that has been done or is being done."""
        if self.history is None and self.is_resting:
            self.refresh()

    def refresh(self) -> None:
        """Read everything anew; where no log has anything to tell, that is done at once."""
        self._steps = history(self._library, self._folder, self._clock.now())
        self._timer.start()
        self._on_free()

    def stop(self) -> None:
        """Leave it as it is."""
        self._timer.stop()
        self._steps = None

    def _on_free(self) -> None:
        steps = self._steps
        if steps is None:
            return
        try:
            step = next(steps)
            if step.done == step.total:
                next(steps)
        except StopIteration as end:
            self._finish(end.value)
        except PlannerError:
            self.stop()  # the library cannot be read; whoever opens a plan is told why

    def _finish(self, found: History) -> None:
        self.stop()
        self.history = found
        self.read.emit(found)
