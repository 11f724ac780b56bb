"""A field for a date, with a calendar to choose from."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from planner.formats.timetext.typed import read_date
from planner.formats.wording.language import Language
from planner.ui.controls.calendar_popup import CalendarPopup
from planner.ui.controls.typed_field import TypedField
from planner.ui.theme.theme import Theme


class DateField(TypedField):
    """Shows ``Fri 25 Sep 2015``; reads dates as people type them, "tomorrow" from ``today()`` on.

    Up and down move by a day, with Shift by three; Alt+Down opens the calendar.
    """

    def __init__(
        self,
        theme: Theme,
        language: Language,
        name: str,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, language, name, parent)
        self._theme = theme
        self._today = today
        icon = theme.icon("calendar", "text_muted")
        self._opener = QAction(icon, language.text("Choose from a calendar"), self)
        self._opener.triggered.connect(self.open_calendar)
        self.addAction(self._opener, QLineEdit.ActionPosition.TrailingPosition)

    @property
    def value(self) -> date | None:
        """Return the date that was entered last."""
        return self._value if isinstance(self._value, date) else None

    def set_value(self, value: date | None) -> None:
        """Show a date without a signal."""
        self.show_value(value)

    def read(self, text: str) -> date:
        """Return the date that a text means."""
        return read_date(text, today=self._today()).day

    def written(self, value: object) -> str:
        """Return ``Fri 25 Sep 2015``."""
        if not isinstance(value, date):
            return ""
        return f"{self.language.short_day(value)} {value.year}"

    def stepped(self, value: object, steps: int) -> object:
        """Return the date so many days on."""
        return value + timedelta(days=steps) if isinstance(value, date) else value

    def open_calendar(self) -> None:
        """Open the calendar below the field."""
        popup = CalendarPopup(self._theme, self.language, self.value or self._today(), self)
        popup.chosen.connect(self._tell)
        popup.open_below(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the calendar with Alt+Down, as a combo box does."""
        is_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if is_alt and event.key() == Qt.Key.Key_Down:
            self.open_calendar()
        else:
            super().keyPressEvent(event)
