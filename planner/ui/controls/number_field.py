"""A field for a whole number, with small arrows."""

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QSpinBox, QWidget

from planner.ui.theme.theme import Theme


class NumberField(QSpinBox):
    """``valueChanged`` comes once typing is finished; the wheel scrolls the page, not the number."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setKeyboardTracking(False)
        self.setFixedHeight(theme.control_height)
        # A style sheet cannot move the text of a spin box away from its outline.
        self.lineEdit().setTextMargins(theme.space(2), 0, 0, 0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll."""
        event.ignore()
