"""Geometry of a day: time to pixels and back, hour lines, columns and lanes. Without Qt.

Pixels grow downwards with real time, not with the clock: on the day on which the clocks go back,
the hour that happens twice has two places, and the one that is skipped in spring has none.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import time, timedelta
from itertools import accumulate

from planner.domain.slots import snapped
from planner.domain.times import MINUTE, Moment

MIN_PIXELS_PER_MINUTE = 0.15
MAX_PIXELS_PER_MINUTE = 16.0
"""A whole day in a small window, and five minutes as high as a hand's width."""

_TICK_MINUTES = (5, 10, 15, 30, 60, 120, 180, 240, 360, 720)
_HOUR = 60


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle in pixels; right and bottom edges are outside of it."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Return where the rectangle ends to the right."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Return where the rectangle ends below."""
        return self.y + self.height

    def contains(self, x: float, y: float) -> bool:
        """Say whether a point lies inside."""
        return self.x <= x < self.right and self.y <= y < self.bottom

    def intersects(self, other: "Rect") -> bool:
        """Say whether the two share more than an edge."""
        is_beside = self.x >= other.right or other.x >= self.right
        is_apart = self.y >= other.bottom or other.y >= self.bottom
        return not (is_beside or is_apart)


@dataclass(frozen=True, slots=True)
class Tick:
    """A line across the day; ``is_second`` where the clocks show that time once more."""

    moment: Moment
    clock: time
    is_hour: bool
    is_second: bool


@dataclass(frozen=True, slots=True)
class DayScale:
    """Where the moments from ``day_start`` to ``day_end`` lie; ``top`` is the y of ``day_start``.

    What lies outside the two has a place too: they only say what is shown at first.
    """

    day_start: Moment
    day_end: Moment
    pixels_per_minute: float
    top: float = 0.0

    @property
    def minutes(self) -> float:
        """Return the real length of what is shown."""
        return (self.day_end.instant - self.day_start.instant) / MINUTE

    @property
    def height(self) -> float:
        """Return the pixels from the first to the last moment shown."""
        return self.minutes * self.pixels_per_minute

    @property
    def bottom(self) -> float:
        """Return the y of ``day_end``."""
        return self.top + self.height

    def y_of(self, at: Moment | float) -> float:
        """Return the y of a moment, or of a number of seconds since 1970 UTC."""
        seconds = at.instant.timestamp() if isinstance(at, Moment) else at
        return self.top + (seconds - self._first) / _HOUR * self.pixels_per_minute

    def seconds_at(self, y: float) -> float:
        """Return the seconds since 1970 UTC that lie at ``y``."""
        return self._first + (y - self.top) / self.pixels_per_minute * _HOUR

    def moment_at(self, y: float) -> Moment:
        """Return the moment at ``y``, to the second, in the zone of the day."""
        return self.moment_of(self.seconds_at(y))

    def moment_of(self, seconds: float) -> Moment:
        """Return the moment of a number of seconds since 1970 UTC, in the zone of the day."""
        return self.day_start.moved(timedelta(seconds=round(seconds - self._first)))

    def length_of(self, pixels: float) -> timedelta:
        """Return the time that so many pixels stand for."""
        return timedelta(minutes=pixels / self.pixels_per_minute)

    def zoomed(self, factor: float, anchor_y: float) -> "DayScale":
        """Return the scale enlarged by ``factor``; what lies at ``anchor_y`` stays there.

        The scale stays within `MIN_PIXELS_PER_MINUTE` and `MAX_PIXELS_PER_MINUTE`.
        """
        wanted = _bounded(self.pixels_per_minute * factor)
        real = wanted / self.pixels_per_minute
        top = anchor_y - (anchor_y - self.top) * real
        return replace(self, pixels_per_minute=wanted, top=top)

    def fitted(self, height: float) -> "DayScale":
        """Return the scale at which the day takes ``height`` pixels, or as near as may be."""
        return replace(self, pixels_per_minute=_bounded(height / self.minutes))

    def ticks(self, min_gap: float) -> Iterator[Tick]:
        """Yield lines at round times of the local clock, at least ``min_gap`` pixels apart."""
        step = self.tick_step(min_gap)
        seen: set[tuple[object, time]] = set()
        last_y = float("-inf")
        walk = min(step, _HOUR) * MINUTE
        at = _first_on_grid(self.day_start, walk)
        while at.instant <= self.day_end.instant:
            local = at.local
            clock = local.time().replace(fold=0)
            y = self.y_of(at)
            if _is_on_grid(clock, step) and y - last_y >= min_gap:
                is_second = (local.date(), clock) in seen or bool(local.fold)
                yield Tick(at, clock, clock.minute == 0, is_second)
                seen.add((local.date(), clock))
                last_y = y
            at = snapped(at.moved(walk), walk)

    def tick_step(self, min_gap: float) -> int:
        """Return the minutes between two lines that are at least ``min_gap`` pixels apart."""
        for step in _TICK_MINUTES:
            if step * self.pixels_per_minute >= min_gap:
                return step
        return _TICK_MINUTES[-1]

    @property
    def _first(self) -> float:
        return self.day_start.instant.timestamp()


@dataclass(frozen=True, slots=True)
class ColumnStrip:
    """Columns beside each other from ``left`` on; blocks keep ``gutter`` from the edges of theirs."""

    widths: tuple[float, ...]
    gutter: float = 0.0
    left: float = 0.0
    _edges: tuple[float, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_edges", tuple(accumulate(self.widths, initial=self.left)))

    @property
    def right(self) -> float:
        """Return where the last column ends."""
        return self._edges[-1]

    def x_of(self, column: int) -> float:
        """Return where a column begins; for the number of columns, where the last one ends."""
        return self._edges[column]

    def column_at(self, x: float) -> int | None:
        """Return the column at ``x``; None beside all of them."""
        place = bisect_right(self._edges, x) - 1
        return place if 0 <= place < len(self.widths) else None

    def columns_within(self, left: float, right: float) -> range:
        """Return the columns of which any part lies between two places."""
        first = max(bisect_right(self._edges, left) - 1, 0)
        return range(first, min(bisect_left(self._edges, right), len(self.widths)))

    def nearest(self, x: float) -> int | None:
        """Return the column at ``x``, or the one next to it; None where there are no columns."""
        if not self.widths:
            return None
        return min(max(bisect_right(self._edges, x) - 1, 0), len(self.widths) - 1)

    def column_rect(self, column: int, top: float, bottom: float) -> Rect:
        """Return a column from ``top`` to ``bottom``, over its full width."""
        return Rect(self._edges[column], top, self.widths[column], bottom - top)

    def lane_rect(self, column: int, lane: tuple[int, int], top: float, bottom: float) -> Rect:
        """Return the place of a block in a lane, given as (its number, how many there are)."""
        number, count = lane
        inner = max(self.widths[column] - 2 * self.gutter, 1.0)
        gap = min(self.gutter, inner / count / 4) if count > 1 else 0.0
        width = (inner - gap * (count - 1)) / count
        x = self._edges[column] + self.gutter + number * (width + gap)
        return Rect(x, top, width, bottom - top)


def spread(available: float, weights: Sequence[float], least: float) -> tuple[float, ...]:
    """Return widths in proportion to weights that fill what is available.

    None is narrower than ``least`` times its weight: then all together are wider than the window.
    """
    total = sum(weights)
    unit = max(available / total, least) if total else least
    return tuple(weight * unit for weight in weights)


def _bounded(pixels_per_minute: float) -> float:
    return min(max(pixels_per_minute, MIN_PIXELS_PER_MINUTE), MAX_PIXELS_PER_MINUTE)


def _first_on_grid(moment: Moment, step: timedelta) -> Moment:
    nearest = snapped(moment, step)
    return nearest if nearest.instant >= moment.instant else snapped(moment.moved(step), step)


def _is_on_grid(clock: time, step: int) -> bool:
    return clock.second == 0 and (clock.hour * _HOUR + clock.minute) % step == 0
