"""Buttons by their weight: one primary per view, quiet ones, pictures alone, and links."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QPushButton, QToolButton, QWidget

from planner.ui.controls.tips import tip
from planner.ui.theme.theme import Theme

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def pressed_with_enter(button: QAbstractButton, event: QKeyEvent) -> bool:
    """Press a button if a key is Enter, and say whether it was."""
    is_held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if event.key() not in _ENTER or is_held != Qt.KeyboardModifier.NoModifier:
        return False
    if not event.isAutoRepeat():
        button.click()
    return True


class PlainButton(QPushButton):
    """A button with an outline; ``text`` may hold a mnemonic (``&``)."""

    kind = ""
    icon_role = "text"

    def __init__(
        self, theme: Theme, text: str, icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        if self.kind:
            self.setProperty("kind", self.kind)
        self.setAutoDefault(False)
        self.setIconSize(QSize(theme.icon_size, theme.icon_size))
        if icon:
            self.setIcon(theme.icon(icon, self.icon_role))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press it with Enter too: where it has the focus, no other button is meant."""
        if not pressed_with_enter(self, event):
            super().keyPressEvent(event)


class PrimaryButton(PlainButton):
    """The one thing that a view is there for."""

    kind = "primary"
    icon_role = "on_accent"


class QuietButton(PlainButton):
    """A button without an outline, for what is done now and then."""

    kind = "quiet"


class DangerButton(PlainButton):
    """A button for what takes something away."""

    kind = "danger"
    icon_role = "error"


class LinkButton(PlainButton):
    """A button that looks like a link, at the end of a line."""

    kind = "link"
    icon_role = "link"

    def __init__(
        self, theme: Theme, text: str, icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, text, icon, parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)


class IconButton(QToolButton):
    """A button with a picture alone; ``name`` is its tooltip and what a screen reader says."""

    def __init__(
        self,
        theme: Theme,
        icon: str,
        name: str,
        role: str = "text_muted",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._role = role
        self.show_icon(icon, name)
        self.setIconSize(QSize(theme.icon_size, theme.icon_size))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedSize(QSize(theme.control_height, theme.control_height))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press it with Enter too: where it has the focus, no other button is meant."""
        if not pressed_with_enter(self, event):
            super().keyPressEvent(event)

    def show_icon(self, icon: str, name: str) -> None:
        """Show another picture and name, as for a lock that opens."""
        self.setIcon(self._theme.icon(icon, self._role))
        self.setToolTip(tip(name))
        self.setAccessibleName(name)

    def set_framed(self, *, is_framed: bool = True) -> None:
        """Give it an outline, as beside other buttons that have one."""
        self.setProperty("framed", is_framed)
        self.style().polish(self)
