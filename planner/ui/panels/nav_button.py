"""A row that leads to a part of the program, with a number at its right."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from planner.ui.controls.buttons import pressed_with_enter
from planner.ui.controls.elided_label import ElidedLabel
from planner.ui.theme.theme import Theme


class NavButton(QPushButton):
    """Shows what it leads to, shortened where it must be, and how many there are, or when."""

    def __init__(self, theme: Theme, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = title
        self.setProperty("kind", "nav")
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(theme.control_height)
        self._number = QLabel(self)
        self._number.setTextFormat(Qt.TextFormat.PlainText)
        self._number.setProperty("scale", "small")
        self._number.setProperty("tone", "muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.space(2.5), 0, theme.space(2.5), 0)
        row.setSpacing(theme.space(2))
        row.addWidget(ElidedLabel(title, self), 1)
        row.addWidget(self._number)
        for label in self.findChildren(QLabel):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.show_number("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press it with Enter too: where it has the focus, no other button is meant."""
        if not pressed_with_enter(self, event):
            super().keyPressEvent(event)

    @property
    def number(self) -> str:
        """Return the number that is shown."""
        return self._number.text()

    def show_number(self, number: str) -> None:
        """Show how many there are, or when it was."""
        self._number.setText(number)
        self.setAccessibleName(f"{self.title}, {number}" if number else self.title)
