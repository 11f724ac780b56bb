"""The bar above a day: which day, which columns, how large."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from planner.ui.context import Context
from planner.ui.controls.buttons import IconButton, QuietButton
from planner.ui.controls.calendar_popup import CalendarPopup
from planner.ui.controls.segments import Segments
from planner.ui.timeline.columns import Arrangement
from planner.ui.timeline.week_strip import WeekStrip

_MOST_WITHOUT_STRIP = 3
_WIDTH_FOR_STRIP = 830
_WIDTH_FOR_ZOOM = 620


class DayBar(QFrame):
    """Switches between days and arrangements, and zooms. It tells; others do."""

    day_chosen = Signal(object)
    arrangement_chosen = Signal(object)
    zoom_asked = Signal(float)
    fit_asked = Signal()
    columns_asked = Signal()

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._day: date | None = None
        self._counts: Mapping[date, int] = {}
        text, theme = context.language.text, context.theme
        self.earlier = IconButton(theme, "chevron-left", text("Earlier day"), parent=self)
        self.later = IconButton(theme, "chevron-right", text("Later day"), parent=self)
        self.date = QuietButton(theme, "", "calendar", self)
        self.strip = WeekStrip(context, self)
        self.arrangement = Segments(
            theme,
            (
                (Arrangement.CANDIDATES, text("Candidates")),
                (Arrangement.PEOPLE, text("People")),
                (Arrangement.ROOMS, text("Rooms")),
                (Arrangement.EVERYTHING, text("Both")),
            ),
            text("Columns"),
            self,
        )
        self.more = IconButton(theme, "user-plus", text("Show more columns"), parent=self)
        self.smaller = IconButton(theme, "zoom-out", text("Show more hours"), parent=self)
        self.larger = IconButton(theme, "zoom-in", text("Show fewer hours"), parent=self)
        self.fit = IconButton(theme, "zoom-reset", text("Fit the day"), parent=self)
        self._build()
        self._connect()

    def show_day(self, day: date | None, counts: Mapping[date, int]) -> None:
        """Show a day, and how many blocks are on which dates."""
        self._day, self._counts = day, counts
        language = self._context.language
        self.date.setText("" if day is None else f"{language.short_day(day)} {day.year}")
        self.date.setAccessibleName(
            language.text("Day: {day}", day="" if day is None else language.day(day))
        )
        if day is not None:
            self.strip.show_day(day, counts)
        self.earlier.setEnabled(self.neighbour(-1) is not None)
        self.later.setEnabled(self.neighbour(1) is not None)
        self._arrange()

    def neighbour(self, direction: int) -> date | None:
        """Return the next date with blocks in a direction."""
        if self._day is None:
            return None
        days = [d for d in self._counts if (d > self._day if direction > 0 else d < self._day)]
        return (min if direction > 0 else max)(days, default=None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show what there is room for."""
        super().resizeEvent(event)
        self._arrange()

    def _build(self) -> None:
        space = self._context.theme.space
        self.setProperty("surface", "window")
        self.setProperty("line", "bottom")
        row = QHBoxLayout(self)
        row.setContentsMargins(space(3), space(1), space(3), space(1))
        row.setSpacing(space(0.5))
        for widget in (self.earlier, self.date, self.later):
            row.addWidget(widget)
        row.addSpacing(space(2))
        row.addWidget(self.strip)
        row.addStretch(1)
        row.addWidget(self.arrangement)
        row.addSpacing(space(1))
        for widget in (self.more, self.smaller, self.larger, self.fit):
            row.addWidget(widget)

    def _connect(self) -> None:
        self.earlier.clicked.connect(lambda: self._choose(self.neighbour(-1)))
        self.later.clicked.connect(lambda: self._choose(self.neighbour(1)))
        self.date.clicked.connect(self._on_date_clicked)
        self.strip.day_chosen.connect(self.day_chosen)
        self.arrangement.chosen.connect(self.arrangement_chosen)
        self.more.clicked.connect(self.columns_asked)
        self.smaller.clicked.connect(lambda: self.zoom_asked.emit(0.8))
        self.larger.clicked.connect(lambda: self.zoom_asked.emit(1.25))
        self.fit.clicked.connect(self.fit_asked)

    def _choose(self, day: date | None) -> None:
        if day is not None:
            self.day_chosen.emit(day)

    def _on_date_clicked(self) -> None:
        if self._day is not None:
            context = self._context
            popup = CalendarPopup(context.theme, context.language, self._day, self)
            popup.chosen.connect(self.day_chosen)
            popup.open_below(self.date)

    def _arrange(self) -> None:
        length = self._context.theme.length
        has_many = len(self._counts) > _MOST_WITHOUT_STRIP
        self.strip.setVisible(has_many and self.width() >= length(_WIDTH_FOR_STRIP))
        has_room = self.width() >= length(_WIDTH_FOR_ZOOM)
        for button in (self.smaller, self.larger):
            button.setVisible(has_room)
