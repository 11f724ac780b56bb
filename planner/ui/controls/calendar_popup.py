"""A calendar that opens below a field and closes when a day is chosen."""

from datetime import date

from PySide6.QtCore import QDate, QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QTableView, QToolButton, QVBoxLayout, QWidget

from planner.formats.wording.language import Language
from planner.ui.controls.corners import clear_corners
from planner.ui.theme.fonts import Scale
from planner.ui.theme.theme import Theme

_WIDTH, _HEIGHT = 292, 272
_ARROWS = {"qt_calendar_prevmonth": "chevron-left", "qt_calendar_nextmonth": "chevron-right"}


class CalendarPopup(QFrame):
    """One month; ``chosen(date)`` tells the day that was clicked or confirmed with Enter."""

    chosen = Signal(object)

    def __init__(
        self, theme: Theme, language: Language, day: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        clear_corners(self)
        self.calendar = _calendar(theme, language)
        self.calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self.calendar.clicked.connect(self._on_chosen)
        self.calendar.activated.connect(self._on_chosen)
        ground = QFrame(self)
        ground.setProperty("kind", "popup")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(ground)
        column = QVBoxLayout(ground)
        edge = theme.space(2)
        column.setContentsMargins(edge, edge, edge, edge)
        column.addWidget(self.calendar)
        self.setFixedSize(theme.length(_WIDTH), theme.length(_HEIGHT))

    def open_below(self, field: QWidget) -> None:
        """Show it below a field, or above where the screen ends."""
        place = field.mapToGlobal(QPoint(0, field.height() + 4))
        screen = field.screen().availableGeometry()
        if place.y() + self.height() > screen.bottom():
            place = field.mapToGlobal(QPoint(0, -self.height() - 4))
        place.setX(max(screen.left(), min(place.x(), screen.right() - self.width())))
        self.move(place)
        self.show()
        self.calendar.setFocus()

    def _on_chosen(self, day: QDate) -> None:
        self.chosen.emit(date(day.year(), day.month(), day.day()))
        self.close()


def _calendar(theme: Theme, language: Language) -> QCalendarWidget:
    calendar = QCalendarWidget()
    calendar.setLocale(QLocale(language.tag.replace("-", "_")))
    calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    calendar.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
    head = QTextCharFormat()
    head.setForeground(theme.colour("text_muted"))
    head.setFont(theme.font(Scale.CAPTION))
    calendar.setHeaderTextFormat(head)
    plain = QTextCharFormat()
    plain.setForeground(theme.colour("text"))
    for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        weekend = QTextCharFormat(plain)
        weekend.setForeground(theme.colour("text_muted"))
        calendar.setWeekdayTextFormat(day, weekend)
    for name, icon in _ARROWS.items():
        button = calendar.findChild(QToolButton, name)
        if isinstance(button, QToolButton):
            button.setIcon(theme.icon(icon, "text_muted"))
    view = calendar.findChild(QTableView)
    if isinstance(view, QTableView):
        view.setShowGrid(False)
    return calendar
