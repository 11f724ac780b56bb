"""How many interviews began on time, a bar for each day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from planner.app.reports import PastDay
from planner.formats.wording.language import Language
from planner.formats.wording.risk import percent
from planner.ui.reports.plot import Brush
from planner.ui.theme.theme import Theme

_HEIGHT = 196
_WIDEST_BAR = 40
_NARROWEST_SLOT = 24
_MARKS = (0.0, 0.5, 1.0)
_MOST_SAID = 12
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_CENTRE = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class DayRate:
    """How many interviews of a date began on time, and of how many."""

    day: date
    on_time: int
    interviews: int

    @property
    def rate(self) -> float:
        """Return the share, from 0 to 1."""
        return self.on_time / self.interviews


def day_rates(days: Sequence[PastDay]) -> tuple[DayRate, ...]:
    """Return the dates on which somebody was interviewed, all plans together."""
    sums: dict[date, tuple[int, int]] = {}
    for one in days:
        if one.interviews:
            on_time, interviews = sums.get(one.day, (0, 0))
            sums[one.day] = on_time + one.on_time, interviews + one.interviews
    return tuple(DayRate(day, *found) for day, found in sorted(sums.items()))


class OnTimePlot:
    """Bars from 0 to 100 per cent; where there are more days than room, the last ones."""

    def __init__(self, theme: Theme, language: Language, days: Sequence[DayRate]) -> None:
        self._brush, self._language, self._days = Brush(theme), language, days
        self.title = language.text("Interviews that began on time, by day")
        self.legend = language.text("On time: no later than half a minute after the plan.")

    @property
    def alternative(self) -> str:
        """Return the days in words, the last dozen of them."""
        words = self._language
        told = [
            words.text(
                "{day}: {rate}, {on_time} of {all}",
                day=words.short_day(one.day),
                rate=percent(one.rate),
                on_time=one.on_time,
                all=one.interviews,
            )
            for one in self._days[-_MOST_SAID:]
        ]
        return ". ".join(told)

    def height(self) -> int:
        """Return how high it is."""
        return self._brush.theme.length(_HEIGHT)

    def paint(self, painter: QPainter, box: QRectF) -> None:
        """Paint scale and bars."""
        brush = self._brush
        space, line = brush.theme.space, brush.line_height
        left = brush.width_of("100 %") + space(2)
        ground = box.adjusted(left, line + space(1), 0, -line - space(2))
        for mark in _MARKS:
            y = ground.bottom() - mark * ground.height()
            role = "line_strong" if mark == 0 else "line"
            brush.stroke(painter, QPointF(ground.left(), y), QPointF(ground.right(), y), role)
            label = QRectF(box.left(), y - line / 2, left - space(2), line)
            brush.write(painter, label, f"{mark:.0%}".replace("%", " %"), side=_RIGHT)
        self._paint_bars(painter, ground)

    def _paint_bars(self, painter: QPainter, ground: QRectF) -> None:
        theme = self._brush.theme
        room = max(1, int(ground.width() // theme.length(_NARROWEST_SLOT)))
        days = self._days[-room:]
        slot = min(ground.width() / len(days), theme.length(3 * _WIDEST_BAR))
        free = ground.left()
        widest = max(self._brush.width_of(percent(one.rate)) for one in days)
        has_labels = widest <= slot - theme.space(1)
        for number, one in enumerate(days):
            place = QRectF(ground.left() + number * slot, ground.top(), slot, ground.height())
            self._paint_bar(painter, place, one)
            if has_labels:
                self._paint_label(painter, place, one)
            free = self._paint_date(painter, place, one, free)

    def _paint_bar(self, painter: QPainter, place: QRectF, one: DayRate) -> None:
        brush = self._brush
        theme = brush.theme
        width = min(place.width() * 0.64, theme.length(_WIDEST_BAR))
        track = QRectF(place.center().x() - width / 2, place.top(), width, place.height())
        radius = min(theme.length(3), width / 2)
        brush.fill(painter, track, "sunken", radius)
        high = max(theme.length(2), one.rate * track.height())
        bar = QRectF(track.left(), track.bottom() - high, width, high)
        brush.fill(painter, bar, "accent", min(radius, high / 2))

    def _paint_label(self, painter: QPainter, place: QRectF, one: DayRate) -> None:
        brush = self._brush
        top = place.top() - brush.line_height - brush.theme.space(0.5)
        above = QRectF(place.left(), top, place.width(), brush.line_height)
        brush.write(painter, above, percent(one.rate), "text", _CENTRE)

    def _paint_date(self, painter: QPainter, place: QRectF, one: DayRate, free: float) -> float:
        """Write the date below a bar where there is room, and return from where there is more."""
        brush = self._brush
        text = self._language.short_day(one.day)
        width = brush.width_of(text)
        left = place.center().x() - width / 2
        if left < free - brush.theme.space(3):
            return free
        top = place.bottom() + brush.theme.space(1)
        brush.write(painter, QRectF(left, top, width, brush.line_height), text)
        return left + width + brush.theme.space(4)
