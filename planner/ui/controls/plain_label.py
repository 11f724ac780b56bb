"""A label that takes its text as it stands, whatever it looks like."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget


def plain_label(
    text: str = "",
    scale: str = "",
    tone: str = "",
    *,
    is_wrapped: bool = False,
    parent: QWidget | None = None,
) -> QLabel:
    """Return a label in a scale and tone of the style sheet; wrapped where it may take several lines."""
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setWordWrap(is_wrapped)
    for name, value in (("scale", scale), ("tone", tone)):
        if value:
            label.setProperty(name, value)
    return label
