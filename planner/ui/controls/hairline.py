"""A line that separates without framing."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget


class Hairline(QFrame):
    """One pixel, lying or upright."""

    def __init__(
        self,
        orientation: Qt.Orientation = Qt.Orientation.Horizontal,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        is_lying = orientation is Qt.Orientation.Horizontal
        self.setProperty("kind", "hairline" if is_lying else "upright")
