"""A chip: a few words on a soft ground, to be read; `ChipButton` is the one to be pressed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from planner.ui.theme import metrics
from planner.ui.theme.theme import Theme
from planner.ui.theme.tones import Tone


class Chip(QFrame):
    """A chip such as "1 error". The icon says what the colour says, for those who see none."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        tone: str = Tone.NEUTRAL,
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "chip")
        self.setProperty("tone", str(tone))
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(theme.length(metrics.SMALL_CONTROL_HEIGHT))
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.space(2), 0, theme.space(2), 0)
        row.setSpacing(theme.space(1))
        if icon:
            picture = QLabel(self)
            picture.setPixmap(theme.pixmap(icon, Tone(tone).ink, theme.length(14)))
            row.addWidget(picture)
        self._label = QLabel(text, self)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        row.addWidget(self._label)

    def text(self) -> str:
        """Return the words."""
        return self._label.text()
