"""What a test may leave behind and must not: windows, running timers, threads, warnings of Qt."""

import gc
import re
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QMessageLogContext,
    QObject,
    QThread,
    QThreadPool,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

_RUNNERS = (QTimer, QThread, QThreadPool)
_CALM = frozenset({QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg})


class Remains:
    """Remembers what is there when it is made, and finds what has come since."""

    def __init__(self) -> None:
        _freeze()
        self._windows = set(map(id, QApplication.topLevelWidgets()))
        self._threads = set(_own_threads())
        self._busy = {id(thing) for thing in _living() if _what_runs(thing)}

    def found(self) -> list[str]:
        """Return what has been left since, each as a line; nothing where all is tidy."""
        for _ in range(2):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            gc.collect()
        return [*self._left_windows(), *self._left_threads(), *self._left_running()]

    def _left_windows(self) -> Iterator[str]:
        """Yield windows that nobody has deleted, whether they can be seen or not."""
        for window in QApplication.topLevelWidgets():
            if id(window) not in self._windows:
                yield f"window: {type(window).__name__} {window.objectName()!r}"

    def _left_threads(self) -> Iterator[str]:
        for thread in _own_threads():
            if thread not in self._threads:
                yield f"thread: {thread.name}"

    def _left_running(self) -> Iterator[str]:
        for thing in _living():
            if id(thing) not in self._busy and (line := _what_runs(thing)):
                yield line


@contextmanager
def qt_messages(ignored: Sequence[str] = ()) -> Iterator[list[str]]:
    """Collect what Qt warns of, but for what matches any of these regular expressions."""
    said: list[str] = []

    def hear(kind: QtMsgType, _where: QMessageLogContext, message: str) -> None:
        if kind not in _CALM and not any(re.search(known, message) for known in ignored):
            said.append(message)

    before: Callable[..., object] | None = qInstallMessageHandler(hear)
    try:
        yield said
    finally:
        qInstallMessageHandler(before)


def _what_runs(thing: QObject) -> str:
    """Return what a timer, thread or pool is busy with; nothing where it rests."""
    if isinstance(thing, QTimer) and thing.isActive():
        return f"timer: of {type(thing.parent()).__name__}, every {thing.interval()} ms"
    if isinstance(thing, QThreadPool) and thing.activeThreadCount():
        return f"jobs: {thing.activeThreadCount()} of {type(thing.parent()).__name__}"
    if isinstance(thing, QThread) and thing.isRunning() and not thing.isCurrentThread():
        return f"thread: {type(thing).__name__}"
    return ""


def _own_threads() -> Iterator[threading.Thread]:
    """Yield Python's threads; one of Qt's pool is a dummy, which says nothing of whether it runs."""
    return (t for t in threading.enumerate() if not t.name.startswith("Dummy-"))


def _living() -> Iterator[QObject]:
    """Yield all timers, threads and pools that Python knows and Qt has not deleted."""
    found = (thing for thing in gc.get_objects() if isinstance(thing, _RUNNERS))
    yield from (thing for thing in (*found, QThreadPool.globalInstance()) if isValid(thing))


@cache
def _freeze() -> None:
    """Take what was imported out of sight of the collector: it looks through the rest much faster."""
    gc.collect()
    gc.freeze()
