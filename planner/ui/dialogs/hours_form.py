"""A form for weekly hours: from, to, and on which days."""

from datetime import time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from planner.domain.errors import InvalidValue
from planner.domain.people import WEEKDAYS, Hours, Weekday
from planner.i18n import mark
from planner.ui.context import Context
from planner.ui.controls.form_grid import FormGrid
from planner.ui.controls.time_field import TimeField

_NAMES = {
    Weekday.MONDAY: mark("Mon"),
    Weekday.TUESDAY: mark("Tue"),
    Weekday.WEDNESDAY: mark("Wed"),
    Weekday.THURSDAY: mark("Thu"),
    Weekday.FRIDAY: mark("Fri"),
    Weekday.SATURDAY: mark("Sat"),
    Weekday.SUNDAY: mark("Sun"),
}


class HoursForm(FormGrid):
    """Edits `Hours`. ``changed(Hours)`` tells hours that can exist."""

    changed = Signal(object)

    def __init__(self, context: Context, hours: Hours, parent: QWidget | None = None) -> None:
        super().__init__(context.theme, parent)
        language = context.language
        self._said = language.text("The end must come after the start.")
        self.start = TimeField(context.theme, language, language.text("Opens at"))
        self.end = TimeField(context.theme, language, language.text("Closes at"))
        self.start.set_value(hours.start)
        self.end.set_value(hours.end)
        rows = self.add_row(
            [(language.text("Opens at"), self.start), (language.text("Closes at"), self.end)]
        )
        self._end_row = rows[1]
        self.days: dict[Weekday, QPushButton] = {}
        days = QWidget()
        row = QHBoxLayout(days)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(context.theme.space(1))
        for day in WEEKDAYS:
            button = QPushButton(language.text(_NAMES[day]))
            button.setProperty("kind", "chip")
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setChecked(day in hours.days)
            button.clicked.connect(self._on_entered)
            self.days[day] = button
            row.addWidget(button)
        row.addStretch(1)
        self.add(language.text("Days"), days)
        for field in (self.start, self.end):
            field.entered.connect(self._on_entered)

    def _on_entered(self) -> None:
        days = tuple(day for day, button in self.days.items() if button.isChecked())
        start, end = self.start.value or time(0), self.end.value or time(0)
        try:
            hours = Hours(start, end, days)
        except InvalidValue:
            self._end_row.show_error(self._said)
            return
        self._end_row.show_error("")
        self.changed.emit(hours)
