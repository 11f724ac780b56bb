"""The offscreen platform: it draws into memory, and says of every window what it cannot do with it."""

import sys

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication

_COMPLAINT = "This plugin does not support"


def mute_complaints() -> None:
    """Keep the platform's own complaints from stderr; everything else that Qt says stays there."""
    if QGuiApplication.platformName() == "offscreen":
        qInstallMessageHandler(pass_on)


def pass_on(_kind: QtMsgType, _context: QMessageLogContext | None, message: str) -> None:
    """Write what Qt says to stderr, unless it is such a complaint."""
    if not message.startswith(_COMPLAINT):
        sys.stderr.write(f"{message}\n")
