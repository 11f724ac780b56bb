"""The five figures over the live view, large enough to be read from a step away."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from planner.ui.controls.elided_label import ElidedLabel
from planner.ui.controls.hairline import Hairline
from planner.ui.controls.plain_label import plain_label
from planner.ui.controls.tips import tip
from planner.ui.live.figures import Figure
from planner.ui.theme.theme import Theme

_NUMBER = 5


class FigureBar(QFrame):
    """One row of figures with hairlines between them; stacked, nothing in them is shortened."""

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, *, is_stacked: bool = False
    ) -> None:
        super().__init__(parent)
        self.setProperty("surface", "surface")
        self.setProperty("line", "bottom")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.cells: list[FigureCell] = []
        for number in range(_NUMBER):
            if number:
                row.addWidget(Hairline(Qt.Orientation.Vertical, self))
            cell = FigureCell(theme, self, is_stacked=is_stacked)
            self.cells.append(cell)
            row.addWidget(cell, 1)

    def show_figures(self, figures: Sequence[Figure]) -> None:
        """Show figures; cells without one stay empty."""
        for number, cell in enumerate(self.cells):
            cell.show_figure(figures[number] if number < len(figures) else Figure("", ""))


class FigureCell(QWidget):
    """Caption above, value and addition below; stacked, the value and below it all else in full."""

    def __init__(self, theme: Theme, parent: QWidget, *, is_stacked: bool = False) -> None:
        super().__init__(parent)
        self._figure: Figure | None = None
        made = _wrapped if is_stacked else _small
        self._caption = made(self)
        self._caption.setProperty("tone", "muted")
        self._value = QLabel(self)
        self._value.setTextFormat(Qt.TextFormat.PlainText)
        self._value.setProperty("scale", "figure")
        self._addition = made(self)
        self._note = made(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.space(4), theme.space(2.5), theme.space(2), theme.space(2))
        column.setSpacing(theme.space(0.5))
        if is_stacked:
            for label in (self._value, self._caption, self._addition, self._note):
                column.addWidget(label)
            column.addStretch(1)
            return
        column.addWidget(self._caption)
        row = QHBoxLayout()
        row.setSpacing(theme.space(2))
        row.addWidget(self._value)
        beside = QVBoxLayout()
        beside.setSpacing(0)
        beside.addWidget(self._addition)
        beside.addWidget(self._note)
        row.addLayout(beside, 1)
        column.addLayout(row)

    @property
    def figure(self) -> Figure | None:
        """Return what is shown."""
        return self._figure

    def show_figure(self, figure: Figure) -> None:
        """Show a figure; what has not changed is not touched."""
        before, self._figure = self._figure, figure
        if figure == before:
            return
        self._value.setText(figure.value)
        texts = {
            self._caption: figure.caption,
            self._addition: figure.addition,
            self._note: figure.note,
        }
        for small, text in texts.items():
            _say(small, text)
        self._note.setVisible(bool(figure.note))
        self.setToolTip(tip(figure.tip))
        self.setAccessibleDescription(figure.tip)
        said = (figure.value, figure.addition, figure.note)
        self.setAccessibleName(f"{figure.caption}: {' '.join(part for part in said if part)}")
        tones = {
            self._value: figure.tone,
            self._addition: figure.addition_tone,
            self._note: figure.note_tone,
        }
        for label, tone in tones.items():
            if label.property("tone") != tone:
                label.setProperty("tone", tone)
                label.style().polish(label)


def _say(label: QLabel, text: str) -> None:
    if isinstance(label, ElidedLabel):
        label.set_text(text)
    else:
        label.setText(text)


def _wrapped(parent: QWidget) -> QLabel:
    return plain_label("", "small", is_wrapped=True, parent=parent)


def _small(parent: QWidget) -> QLabel:
    label = ElidedLabel("", parent)
    label.setProperty("scale", "small")
    return label
