"""Whole programs for tests: the window as it is started, on a folder of its own; as often as asked."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from planner.app.locations import data_folder
from planner.app.rehearsal import Rehearsal
from planner.ui.application import Application
from planner.ui.memory import Memory
from planner.ui.shell import Shell


def started(qt: QApplication, rehearsal: Rehearsal | None = None) -> Application:
    """Return a program whose window is shown; it finds what the one before has left."""
    memory = Memory(data_folder())
    shell = Shell(memory)
    shell.show()
    application = Application(qt, shell, memory, data_folder(), rehearsal)
    application.start()
    return application


def ended(application: Application) -> None:
    """Close the window, as a person does, and let nothing of it stay in this process."""
    shell = application.shell
    shell.close()
    shell.deleteLater()
    application.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@contextmanager
def program(qt: QApplication) -> Iterator[Application]:
    """Start a program, and end it."""
    application = started(qt)
    try:
        yield application
    finally:
        ended(application)
