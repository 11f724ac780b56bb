"""Jobs: long work off the window's thread. Each ends in exactly one of finished, failed, cancelled."""

from collections.abc import Callable, Generator
from threading import Event
from typing import Any

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, QTimer, Signal, Slot

from planner.progress import Progress

Work = Callable[[], Generator[Progress, None, Any]]

_QUEUED = Qt.ConnectionType.QueuedConnection


class Job(QObject):
    """One piece of work. Its signals arrive on the window's thread."""

    progressed = Signal(object)
    finished = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    ended = Signal()

    def __init__(self, title: str, work: Work, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.title = title
        self._work = work
        self._wish = Event()

    def cancel(self) -> None:
        """Ask the work to stop at its next step."""
        self._wish.set()

    def run(self) -> None:
        """Do the work to its end; meant for a thread of the pool."""
        try:
            result = self._through()
        except _Cancelled:
            self.cancelled.emit()
        except Exception as error:  # noqa: BLE001 -- whatever went wrong is told to the person
            self.failed.emit(error)
        else:
            self.finished.emit(result)
        finally:
            self.ended.emit()

    def _through(self) -> Any:
        steps = self._work()
        while True:
            try:
                step = next(steps)
            except StopIteration as end:
                return end.value
            if self._wish.is_set():
                steps.close()
                raise _Cancelled
            self.progressed.emit(step)


class Jobs(QObject):
    """Runs jobs one after the other, and tells who shows their progress."""

    started = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._running: set[Job] = set()

    @property
    def is_busy(self) -> bool:
        """Say whether a job has not ended yet."""
        return bool(self._running)

    def start(
        self,
        work: Work,
        title: str,
        done: Callable[[Any], object],
        failed: Callable[[Exception], object],
        *,
        is_quiet: bool = False,
    ) -> Job:
        """Start a generator of progress; ``done`` gets its result, ``failed`` its exception.

        Of a quiet one nobody is told: it was not asked for, and takes the place of no progress.
        """
        job = Job(title, work)
        # Queued: the signals come from the pool's thread, and the callables may be any.
        job.finished.connect(done, _QUEUED)
        job.failed.connect(failed, _QUEUED)
        job.ended.connect(self._on_ended, _QUEUED)
        self._running.add(job)
        if not is_quiet:
            self.started.emit(job)
        # Not at once: whoever started it still connects to its signals; not any more without a pool.
        QTimer.singleShot(0, self._pool, lambda: self._pool.start(_Runnable(job)))
        return job

    def stop(self) -> None:
        """Cancel everything and wait until it has stopped; for the end of the program."""
        for job in tuple(self._running):
            job.cancel()
        self._pool.waitForDone()

    @Slot()
    def _on_ended(self) -> None:
        job = self.sender()
        if isinstance(job, Job):
            self._running.discard(job)


class _Cancelled(Exception):
    """The person asked for the work to stop."""


class _Runnable(QRunnable):
    def __init__(self, job: Job) -> None:
        super().__init__()
        self._job = job

    def run(self) -> None:
        self._job.run()
