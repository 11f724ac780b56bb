"""Turns: work of many small steps on the window's own thread, a few in each turn of the event loop.

For what needs the library, which only the thread that opened it may use; `planner.ui.jobs` is for
the rest. A step must be short: between two of them the window draws and answers.
"""

from collections.abc import Callable, Generator
from typing import Any

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from planner.domain.errors import PlannerError
from planner.progress import Progress

_SLICE_MS = 8  # half of what a screen gives to one picture


class Turns(QObject):
    """Runs one generator of progress to its end; goes with its parent."""

    progressed = Signal(object)

    def __init__(
        self,
        work: Generator[Progress, None, Any],
        done: Callable[[Any], object],
        failed: Callable[[PlannerError], object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._work = work
        self._done = done
        self._failed = failed
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._on_turn)
        self._timer.start()

    def stop(self) -> None:
        """Do no further step, and tell nobody."""
        self._timer.stop()
        self._work.close()
        self.deleteLater()

    def _on_turn(self) -> None:
        clock = QElapsedTimer()
        clock.start()
        try:
            while clock.elapsed() < _SLICE_MS:
                self.progressed.emit(next(self._work))
        except StopIteration as end:
            self._end()
            self._done(end.value)
        except PlannerError as error:
            self._end()
            self._failed(error)

    def _end(self) -> None:
        self._timer.stop()
        self.deleteLater()
