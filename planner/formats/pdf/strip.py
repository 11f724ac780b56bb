"""The day at a glance: a strip of its pieces, to scale, with the times below."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from reportlab.platypus import Flowable

from planner.domain.times import Moment
from planner.formats.itinerary.content import Day, Segment, Tone
from planner.formats.pdf.fonts import BOLD, REGULAR
from planner.formats.pdf.style import (
    GRID,
    MUTED,
    STRIP,
    STRIP_OF_OTHERS,
    STRIP_SIZE,
    TICK_SIZE,
    Swatch,
)
from planner.formats.pdf.text import FittedLine
from planner.formats.pdf.typesetter import Typesetter
from planner.formats.wording import pages as words

_BAR: Final = 20.0
_TICKS: Final = 12.0
_SEAM: Final = 1.0
_CORNER: Final = 4.0
_LEAST_TO_SHOW: Final = 2


@dataclass(frozen=True, slots=True)
class _Scale:
    """Where an instant stands on the strip."""

    start: datetime
    end: datetime
    width: float

    def at(self, instant: datetime) -> float:
        whole = (self.end - self.start).total_seconds()
        return (instant - self.start).total_seconds() / whole * self.width


class Strip(Flowable):
    """The pieces of a day; those of others are paler than one's own."""

    def __init__(self, day: Day, typesetter: Typesetter) -> None:
        super().__init__()
        self._day = day
        self._typesetter = typesetter
        self._modes = {
            (row.start.instant, row.label): row.cells.mode
            for row in day.rows
            if row.tone is Tone.REMOTE
        }

    def wrap(self, width: float, _: float) -> tuple[float, float]:
        """Take the whole width."""
        self.width, self.height = width, _BAR + _TICKS
        return self.width, self.height

    def draw(self) -> None:
        """Draw the bar from first start to last end, then the times under it."""
        pieces = self._day.strip
        scale = _Scale(
            min(piece.start for piece in pieces), max(piece.end for piece in pieces), self.width
        )
        canvas = self.canv
        canvas.saveState()
        outline = canvas.beginPath()
        outline.roundRect(0, _TICKS, self.width, _BAR, _CORNER)
        canvas.clipPath(outline, stroke=0, fill=0)
        for piece in pieces:
            canvas.setFillColor(_swatch(piece).fill)
            left, right = scale.at(piece.start), scale.at(piece.end)
            canvas.rect(left, _TICKS, right - left - _SEAM, _BAR, stroke=0, fill=1)
        canvas.restoreState()
        self._draw_labels(scale)
        self._draw_ticks(scale)

    def _draw_labels(self, scale: _Scale) -> None:
        """Write on the pieces; where two happen at once the first keeps its label."""
        free = 0.0
        for piece in self._day.strip:
            left, right = scale.at(piece.start), scale.at(piece.end) - _SEAM
            label = self._label(piece, right - left - GRID)
            start = (left + right - label.width) / 2 if label is not None else 0.0
            if label is None or start < free:
                continue
            self.canv.setFillColor(_swatch(piece).ink)
            label.draw(self.canv, start, _TICKS + (_BAR - STRIP_SIZE) / 2 + 1)
            free = start + label.width

    def _label(self, piece: Segment, room: float) -> FittedLine | None:
        """Return the label, with the mode of a call where there is room: colour is not enough.

        What would have to be cut is left to the rows below.
        """
        texts = [piece.label]
        if mode := self._modes.get((piece.start, piece.label)):
            texts.insert(0, self._typesetter.say(words.STRIP_LABEL, label=piece.label, mode=mode))
        font = BOLD if piece.is_own else REGULAR
        lines = (self._typesetter.fitted(text, font, STRIP_SIZE, max(room, 0)) for text in texts)
        return next((line for line in lines if not line.is_cut), None)

    def _draw_ticks(self, scale: _Scale) -> None:
        """Draw the times at which something begins or ends, as many as stand side by side."""
        self.canv.setFillColor(MUTED)
        ends = {piece.end for piece in self._day.strip}
        instants = sorted({piece.start for piece in self._day.strip} | ends)
        last = self._tick(instants[-1])
        last.draw(self.canv, self.width, 0, "right")
        free, limit = 0.0, self.width - last.width - GRID
        for instant in instants[:-1]:
            tick, left = self._tick(instant), scale.at(instant)
            if free <= left <= limit - tick.width:
                tick.draw(self.canv, left, 0)
                free = left + tick.width + GRID

    def _tick(self, instant: datetime) -> FittedLine:
        zone = self._day.rows[0].start.zone
        clock = self._typesetter.language.clock(Moment(instant, zone))
        return self._typesetter.fitted(clock, REGULAR, TICK_SIZE, self.width)


def strips(day: Day, typesetter: Typesetter) -> Sequence[Flowable]:
    """Return the strip of a day; none where there is no more than one piece to see."""
    return [Strip(day, typesetter)] if len(day.strip) >= _LEAST_TO_SHOW else []


def _swatch(piece: Segment) -> Swatch:
    return (STRIP if piece.is_own else STRIP_OF_OTHERS)[piece.tone]
