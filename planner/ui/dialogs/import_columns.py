"""What each column of a list holds: its heading, a taste of it, and a choice."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QScrollArea, QVBoxLayout, QWidget

from planner.formats.directory.content import FIELDS, Columns, Field, Reading
from planner.formats.wording.directory import field_word
from planner.ui.context import Context
from planner.ui.controls.elided_label import ElidedLabel

_TASTES = 3


class ImportColumns(QScrollArea):
    """``matched(columns)`` tells what a person said that the columns hold."""

    matched = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.boxes: list[QComboBox] = []
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(context.language.text("Columns"))

    def show_reading(self, reading: Reading) -> None:
        """Show the columns of a table and what they are taken for."""
        theme = self._context.theme
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, theme.space(4), 0)
        column.setSpacing(theme.space(1))
        self.boxes = []
        if reading.table is not None:
            for number, heading in enumerate(reading.table.headings):
                self._add(column, reading, number, heading)
        column.addStretch(1)
        self.setWidget(inside)

    def _add(self, column: QVBoxLayout, reading: Reading, number: int, heading: str) -> None:
        text = self._context.language.text
        name = ElidedLabel(heading or text("Column {number}", number=number + 1))
        name.setProperty("scale", "strong")
        taste = ElidedLabel(_taste(reading, number))
        taste.setProperty("scale", "small")
        taste.setProperty("tone", "muted")
        box = QComboBox()
        box.setAccessibleName(name.whole_text())
        box.addItem(text("Not taken"), None)
        for field in FIELDS[reading.kind]:
            box.addItem(field_word(field, self._context.language), field)
        box.setCurrentIndex(max(0, box.findData(reading.columns[number])))
        box.activated.connect(lambda _index: self.matched.emit(self._columns()))
        self.boxes.append(box)
        for widget in (name, taste, box):
            column.addWidget(widget)
        column.addSpacing(self._context.theme.space(3))

    def _columns(self) -> Columns:
        chosen = (box.currentData() for box in self.boxes)
        return tuple(Field(field) if field is not None else None for field in chosen)


def _taste(reading: Reading, number: int) -> str:
    rows = reading.table.rows if reading.table is not None else ()
    cells = (row.cells[number] for row in rows if number < len(row.cells))
    found = list(dict.fromkeys(cell for cell in cells if cell))
    return " \u00b7 ".join(found[:_TASTES]) or "\u2013"
