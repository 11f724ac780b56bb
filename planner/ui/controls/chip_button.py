"""A chip: a few words on a soft ground that can be pressed, and checked where it filters."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from planner.ui.controls.buttons import pressed_with_enter
from planner.ui.theme import metrics
from planner.ui.theme.theme import Theme
from planner.ui.theme.tones import Tone


class ChipButton(QPushButton):
    """A chip with ``clicked``; after ``setCheckable(True)`` it shows whether it is on."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        tone: str = Tone.NEUTRAL,
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text.replace("&", "&&"), parent)
        self.setProperty("kind", "chip")
        self.setProperty("tone", str(tone))
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(theme.length(metrics.SMALL_CONTROL_HEIGHT))
        if icon:
            self.setIcon(theme.icon(icon, "text" if tone == Tone.NEUTRAL else Tone(tone).ink))
            self.setIconSize(QSize(theme.length(14), theme.length(14)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press it with Enter too: where it has the focus, no other button is meant."""
        if not pressed_with_enter(self, event):
            super().keyPressEvent(event)
