"""The offscreen platform: it draws into memory, and says of every window what it cannot do with it."""

import sys

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication

_COMPLAINT = "This plugin does not support"


def mute_complaints() -> None:
    """Keep the platform's own complaints from stderr; everything else that Qt says stays there."""
    if QGuiApplication.platformName() == "offscreen":
        qInstallMessageHandler(_pass_on)


def _pass_on(_kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    if not message.startswith(_COMPLAINT):
        sys.stderr.write(f"{message}\n")
