"""The bar above a day: which day, which columns, how large."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from planner.ui.context import Context
from planner.ui.controls.buttons import IconButton, QuietButton
from planner.ui.controls.calendar_popup import CalendarPopup
from planner.ui.controls.segments import Segments
from planner.ui.timeline.columns import Arrangement
from planner.ui.timeline.visible import neighbour_day
from planner.ui.timeline.week_strip import WeekStrip

_MOST_WITHOUT_STRIP = 3
_EDGE, _BETWEEN = 3, 0.5  # steps of the grid


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
        self._zoom = (self.smaller, self.larger)
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
        """Return the next date in a direction, so that a day without blocks can be filled."""
        return None if self._day is None else neighbour_day(self._day, direction)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show what there is room for."""
        super().resizeEvent(event)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """Return the size without what goes where there is no room: it must not hold the window open."""
        hint = super().minimumSizeHint()
        hint.setWidth(self._least_width())
        return hint

    def _build(self) -> None:
        space = self._context.theme.space
        self.setProperty("surface", "window")
        self.setProperty("line", "bottom")
        row = QHBoxLayout(self)
        row.setContentsMargins(space(_EDGE), space(1), space(_EDGE), space(1))
        row.setSpacing(space(_BETWEEN))
        for widget in (self.earlier, self.date, self.later):
            row.addWidget(widget)
        row.addSpacing(space(1))
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
        """Show the zoom where there is room for it, and the week where there is even more."""
        zoom = sum(self._taken_by(button) for button in self._zoom)
        room = self.width() - self._least_width() - zoom
        for button in self._zoom:
            button.setVisible(room >= 0)
        has_many = len(self._counts) > _MOST_WITHOUT_STRIP
        self.strip.setVisible(has_many and room >= self._taken_by(self.strip))

    def _least_width(self) -> int:
        """Return the width of what is always there, with all space between."""
        space = self._context.theme.space
        always = (self.earlier, self.date, self.later, self.arrangement, self.more, self.fit)
        return sum(map(self._taken_by, always)) + 2 * space(_EDGE) + 2 * space(1)

    def _taken_by(self, widget: QWidget) -> int:
        return widget.sizeHint().width() + self._context.theme.space(_BETWEEN)
