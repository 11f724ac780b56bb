"""An empty state: what a view shows before there is anything, and what to do first."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from planner.ui.theme import metrics
from planner.ui.theme.theme import Theme

_WIDEST = 420


class EmptyState(QWidget):
    """An icon, a headline, one sentence, and the buttons that end the emptiness."""

    def __init__(
        self, theme: Theme, icon: str, headline: str, sentence: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(f"{headline}. {sentence}")
        picture = QLabel(self)
        picture.setPixmap(theme.pixmap(icon, "line_field", theme.length(metrics.HUGE_ICON)))
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(theme.space(2))
        self._column = QVBoxLayout(self)
        self._column.setSpacing(theme.space(2))
        edge = theme.space(6)
        self._column.setContentsMargins(edge, edge, edge, edge)
        self._column.addStretch(1)
        self._column.addWidget(picture, 0, Qt.AlignmentFlag.AlignHCenter)
        widest = theme.length(_WIDEST)  # longer lines are hard to read
        for line in (
            _line(headline, "title", "", widest),
            _line(sentence, "body", "muted", widest),
        ):
            row = QHBoxLayout()
            row.addStretch(1)
            row.addWidget(line, 100)
            row.addStretch(1)
            self._column.addLayout(row)
        self._column.addSpacing(theme.space(2))
        self._column.addLayout(self._buttons)
        self._column.addStretch(2)
        self._buttons.addStretch(1)
        self._buttons.addStretch(1)

    def add_buttons(self, buttons: Sequence[QPushButton]) -> None:
        """Put buttons below the sentence, the most likely first."""
        for button in buttons:
            self._buttons.insertWidget(self._buttons.count() - 1, button)


def _line(text: str, scale: str, tone: str, widest: int) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    label.setProperty("scale", scale)
    label.setProperty("tone", tone)
    label.setWordWrap(True)
    label.setMaximumWidth(widest)
    return label
