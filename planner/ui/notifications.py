"""Notifications of the desktop; where there is nobody to show them, nothing happens.

They go through the desktop portal, which passes them to ``org.freedesktop.Notifications``: calling that
one directly takes an unsigned 32-bit number, which PySide cannot send. Without a portal the program
``notify-send`` does the same, if it is there.
"""

from html import escape
from typing import Protocol

from PySide6.QtCore import QObject, QProcess, QStandardPaths, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher

_SERVICE = "org.freedesktop.portal.Desktop"
_PATH = "/org/freedesktop/portal/desktop"
_INTERFACE = "org.freedesktop.portal.Notification"
_PROGRAM = "notify-send"


class Notifications(Protocol):
    """Tells a person something outside of the window."""

    def send(self, key: str, title: str, text: str) -> None:
        """Show a notification; a later one with the same key takes its place."""
        ...


class DesktopNotifications(QObject):
    """Asks the desktop, and never waits for its answer."""

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        """Send in the name of an application, as the person reads it."""
        super().__init__(parent)
        self._name = name
        self._bus = QDBusConnection.sessionBus()

    def send(self, key: str, title: str, text: str) -> None:
        """Show a notification."""
        if not self._bus.isConnected():
            return
        call = self._bus.asyncCall(portal_message(key, title, text))
        watcher = QDBusPendingCallWatcher(call, self)
        watcher.setProperty("words", [title, text])
        watcher.finished.connect(self._on_finished)

    @Slot(QDBusPendingCallWatcher)
    def _on_finished(self, watcher: QDBusPendingCallWatcher) -> None:
        if watcher.isError():
            title, text = watcher.property("words")
            program = QStandardPaths.findExecutable(_PROGRAM)
            if program:
                QProcess.startDetached(program, program_arguments(self._name, title, text))
        watcher.deleteLater()


def portal_message(key: str, title: str, text: str) -> QDBusMessage:
    """Return the call of ``AddNotification`` (XDG Desktop Portal, version 1): plain texts."""
    message = QDBusMessage.createMethodCall(_SERVICE, _PATH, _INTERFACE, "AddNotification")
    message.setArguments([key, {"title": title, "body": text, "priority": "high"}])
    return message


def program_arguments(name: str, title: str, text: str) -> list[str]:
    """Return the arguments of ``notify-send``; its body is markup, so user text is escaped."""
    return ["--app-name", name, "--icon", "interview-planner", "--", title, escape(text)]
