"""The five figures over the live view, large enough to be read from a step away."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from planner.ui.controls.elided_label import ElidedLabel
from planner.ui.controls.hairline import Hairline
from planner.ui.controls.tips import tip
from planner.ui.live.figures import Figure
from planner.ui.theme.theme import Theme

_NUMBER = 5


class FigureBar(QFrame):
    """One row of figures with hairlines between them."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
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
            cell = FigureCell(theme, self)
            self.cells.append(cell)
            row.addWidget(cell, 1)

    def show_figures(self, figures: Sequence[Figure]) -> None:
        """Show figures; cells without one stay empty."""
        for number, cell in enumerate(self.cells):
            cell.show_figure(figures[number] if number < len(figures) else Figure("", ""))


class FigureCell(QWidget):
    """Caption above, value and addition below."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._figure: Figure | None = None
        self._caption = ElidedLabel("", self)
        self._caption.setProperty("scale", "small")
        self._caption.setProperty("tone", "muted")
        self._value = QLabel(self)
        self._value.setTextFormat(Qt.TextFormat.PlainText)
        self._value.setProperty("scale", "figure")
        self._addition = _small(self)
        self._note = _small(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.space(4), theme.space(2.5), theme.space(2), theme.space(2))
        column.setSpacing(theme.space(0.5))
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
        self._caption.set_text(figure.caption)
        self._value.setText(figure.value)
        self._addition.set_text(figure.addition)
        self._note.set_text(figure.note)
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


def _small(parent: QWidget) -> ElidedLabel:
    label = ElidedLabel("", parent)
    label.setProperty("scale", "small")
    return label
