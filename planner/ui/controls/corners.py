"""Round corners of windows of their own, such as menus: what lies behind must show through."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

_MAYBE_OPAQUE = "xcb"


def clear_corners(window: QWidget) -> None:
    """Let the corners of a window be clear, before it is shown.

    Not on X11: without a compositor, which Qt does not tell, they would be black. There they have the
    colour of the window, which is hardly seen.
    """
    if QGuiApplication.platformName() == _MAYBE_OPAQUE:
        return
    window.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
    window.setWindowFlag(Qt.WindowType.FramelessWindowHint)
    window.setWindowFlag(Qt.WindowType.NoDropShadowWindowHint)
