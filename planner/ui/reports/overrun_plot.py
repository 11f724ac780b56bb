"""How much longer blocks take than planned, a row for each kind: a box, or a dot for each block."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from planner.app.reports import Overruns
from planner.formats.wording.language import Language
from planner.formats.wording.terms import term
from planner.ui.reports.plot import Brush, round_marks
from planner.ui.theme.theme import Theme

_ROW = 32
_BOX = 14
_DOT = 3.5
_FEWEST = 5  # blocks for which percentiles say more than the blocks themselves
_MOST_MARKS = 9
_CENTRE = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class OverrunPlot:
    """Half of the blocks lie in the box, eight of ten between the whiskers; the stroke is the median."""

    def __init__(self, theme: Theme, language: Language, kinds: Sequence[Overruns]) -> None:
        self._brush, self._language, self._kinds = Brush(theme), language, kinds
        self.title = language.text("Longer or shorter than planned, by kind")
        self.legend = language.text(
            "The box holds half of the blocks, the whiskers eight of ten, the stroke is the median."
        )

    @property
    def alternative(self) -> str:
        """Return median and spread of every kind in words."""
        words = self._language
        told = [
            words.count(
                "{kind}: {n} block, median {median} min",
                "{kind}: {n} blocks, median {median} min, eight of ten from {low} to {high} min",
                len(one.minutes),
                kind=term(one.kind, words),
                median=_signed(one.percentile(50)),
                low=_signed(one.percentile(10)),
                high=_signed(one.percentile(90)),
            )
            for one in self._kinds
        ]
        return ". ".join(told)

    def height(self) -> int:
        """Return how high it is."""
        theme = self._brush.theme
        axis = self._brush.line_height + theme.space(2)
        return round(len(self._kinds) * theme.length(_ROW) + axis)

    def paint(self, painter: QPainter, box: QRectF) -> None:
        """Paint the scale of minutes, then the rows over it."""
        brush, words = self._brush, self._language
        space, row = brush.theme.space, brush.theme.length(_ROW)
        names = [term(one.kind, words) for one in self._kinds]
        counts = [words.count("{n} block", "{n} blocks", len(one.minutes)) for one in self._kinds]
        left = max(map(brush.width_of, names)) + space(5)
        right = max(map(brush.width_of, counts)) + space(5)
        ground = box.adjusted(left, 0, -right, -brush.line_height - space(2))
        marks = round_marks(*self._reach(), _MOST_MARKS)
        self._paint_marks(painter, ground, marks)
        for number, one in enumerate(self._kinds):
            place = QRectF(ground.left(), ground.top() + number * row, ground.width(), row)
            name = QRectF(box.left(), place.top(), left - space(5), row)
            brush.write(painter, name, names[number], "text")
            count = QRectF(ground.right() + space(5), place.top(), right - space(5), row)
            brush.write(painter, count, counts[number], side=_RIGHT)
            self._paint_row(painter, place, one, marks)

    def _reach(self) -> tuple[float, float]:
        """Return the least and the most minutes that are painted."""
        lows, highs = [0.0], [0.0]
        for one in self._kinds:
            is_box = len(one.minutes) >= _FEWEST
            lows.append(one.percentile(10) if is_box else one.minutes[0])
            highs.append(one.percentile(90) if is_box else one.minutes[-1])
        return min(lows), max(highs)

    def _paint_marks(self, painter: QPainter, ground: QRectF, marks: Sequence[int]) -> None:
        brush = self._brush
        for mark in marks:
            x = _place(ground, mark, marks)
            role = "line_strong" if mark == 0 else "line"
            brush.stroke(painter, QPointF(x, ground.top()), QPointF(x, ground.bottom()), role)
            text = self._language.text("{n} min", n=_signed(mark)) if mark else "0"
            width = brush.width_of(text)
            top = ground.bottom() + brush.theme.space(1)
            label = QRectF(x - width, top, 2 * width, brush.line_height)
            brush.write(painter, label, text, side=_CENTRE)

    def _paint_row(
        self, painter: QPainter, place: QRectF, one: Overruns, marks: Sequence[int]
    ) -> None:
        brush, middle = self._brush, place.center().y()
        if len(one.minutes) < _FEWEST:
            for minutes in one.minutes:
                spot = QPointF(_place(place, minutes, marks), middle)
                brush.dot(painter, spot, brush.theme.zoom * _DOT, "interview_edge")
            return
        low, first, median, third, high = (
            _place(place, one.percentile(percent), marks) for percent in (10, 25, 50, 75, 90)
        )
        half = brush.theme.length(_BOX) / 2
        brush.stroke(painter, QPointF(low, middle), QPointF(high, middle), "interview_edge", 1.5)
        for end in (low, high):
            cap = QPointF(0, half / 2)
            spot = QPointF(end, middle)
            brush.stroke(painter, spot - cap, spot + cap, "interview_edge", 1.5)
        box = QRectF(first, middle - half, max(1.0, third - first), 2 * half)
        brush.frame(painter, box, "interview_fill", "interview_edge", brush.theme.length(3))
        top = QPointF(median, middle - half)
        brush.stroke(painter, top, QPointF(median, middle + half), "interview_edge", 2.5)


def _place(ground: QRectF, minutes: float, marks: Sequence[int]) -> float:
    share = (minutes - marks[0]) / (marks[-1] - marks[0])
    return ground.left() + share * ground.width()


def _signed(minutes: float) -> str:
    whole = round(minutes)
    sign = "+" if whole > 0 else "\u2212" if whole < 0 else ""
    return f"{sign}{abs(whole)}"
