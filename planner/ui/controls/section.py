"""A section: a quiet caption, perhaps a button at its right, and what belongs to it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLayout, QVBoxLayout, QWidget

from planner.ui.theme.theme import Theme


class Section(QWidget):
    """Holds widgets and layouts below a caption, without a frame around them."""

    def __init__(self, theme: Theme, caption: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(caption)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.space(1.5))
        self._head = QHBoxLayout()
        self._head.setSpacing(theme.space(2))
        self._head.setContentsMargins(0, 0, 0, theme.space(0.5))
        self.caption = QLabel(caption, self)
        self.caption.setTextFormat(Qt.TextFormat.PlainText)
        self.caption.setProperty("scale", "caption")
        self._head.addWidget(self.caption, 1)
        self._column.addLayout(self._head)

    def add(self, widget: QWidget) -> None:
        """Put a widget below the others."""
        self._column.addWidget(widget)

    def add_layout(self, layout: QLayout) -> None:
        """Put a layout below the others."""
        self._column.addLayout(layout)

    def add_to_head(self, widget: QWidget) -> None:
        """Put a widget at the right of the caption."""
        self._head.addWidget(widget)
