"""The line in which a new step is typed: date, what happens, with whom."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from planner.app.clock import local_today
from planner.domain.application import Step
from planner.formats.plaintext import one_line
from planner.ui.context import Context
from planner.ui.controls.buttons import PlainButton
from planner.ui.controls.date_field import DateField


class NewStep(QWidget):
    """``wanted`` brings a `Step` that is to be added."""

    wanted = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme, words = context.theme, context.language
        self._clock = context.clock
        self.day = DateField(theme, words, words.text("Date of the new step"), self._today, self)
        self.event_line = QLineEdit(self)
        self.event_line.setPlaceholderText(words.text("What happens?"))
        self.event_line.setAccessibleName(words.text("What happens?"))
        self.add = PlainButton(theme, words.text("Add step"), "plus", self)
        self.add.setEnabled(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.space(2))
        row.addWidget(self.day, 1)
        row.addWidget(self.event_line, 2)
        row.addWidget(self.add)
        self.day.set_value(self._today())
        self.event_line.textChanged.connect(lambda text: self.add.setEnabled(bool(text.strip())))
        self.event_line.returnPressed.connect(self._tell)
        self.add.clicked.connect(self._tell)

    def clear(self) -> None:
        """Empty the line: the step is in the plan."""
        self.event_line.clear()

    def _today(self) -> date:
        return local_today(self._clock)

    def _tell(self) -> None:
        self.day.take()
        event = one_line(self.event_line.text())
        day: date | None = self.day.value
        if event and day is not None and not self.day.sentence:
            self.wanted.emit(Step(day, event))
