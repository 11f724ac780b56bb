"""The shown day: which day of the open plan the live view is about, and at which moment. Without widgets."""

from collections.abc import Mapping
from datetime import date, datetime

from planner.app.clock import Clock
from planner.domain.times import DAY, Moment
from planner.schedule.agenda import Agenda, instant
from planner.ui.desk import Desk

_BEFORE, _AFTER = 3600, 2 * 3600
"""A day is the present one from so many seconds before it begins until so many after it ends."""


class ShownDay:
    """The day of the open plan that is shown by a clock: today, else the next one, else the last.

    A day that goes on after midnight, or in another zone, is today's for as long as it goes on.
    """

    def __init__(self, desk: Desk, clock: Clock) -> None:
        self._desk, self._clock = desk, clock
        self._known: tuple[object, date | None] = (None, None)
        self._spans: tuple[Agenda | None, Mapping[date, tuple[int, int]]] = (None, {})
        self._dated: tuple[object, date] = (None, date.min)

    @property
    def present(self) -> datetime:
        """Return what the clock shows, whatever day is shown."""
        return self._clock.now()

    @property
    def now(self) -> datetime:
        """Return the moment that is shown: the present, or the end of a day that is over."""
        now, day = self.present, self.day
        if day is None or day >= self._today:
            return now
        midnight = Moment.from_wall(day + DAY, datetime.min.time(), self.zone).instant
        return max(midnight, instant(self._span_of_days()[day][1]))

    @property
    def zone(self) -> str:
        """Return the zone of the plan's office."""
        return self._desk.plan.zone()

    @property
    def day(self) -> date | None:
        """Return the date that is shown; None where nothing is planned."""
        if not self._desk.is_open:
            return None
        key = (self._desk.agenda, self._today)
        if self._known[0] != key:
            coming = [day for day in self._desk.days if day >= self._today]
            self._known = (key, next(iter(coming or self._desk.days[-1:]), None))
        return self._known[1]

    @property
    def is_today(self) -> bool:
        """Say whether it is today."""
        return self.day == self._today

    @property
    def is_over(self) -> bool:
        """Say whether it is a past one."""
        return self.day is not None and self.day < self._today

    @property
    def _today(self) -> date:
        if not self._desk.is_open:
            return Moment(self.present, "UTC").day
        key = self.present, self._desk.agenda
        if self._dated[0] != key:  # asked for dozens of times at every stroke of a key
            self._dated = key, self._lived(self.present)
        return self._dated[1]

    def _lived(self, present: datetime) -> date:
        """Return the latest day that goes on at a moment, else the date at the plan's office."""
        now = int(present.timestamp())
        spans = self._span_of_days().items()
        under_way = [day for day, (start, end) in spans if start - _BEFORE <= now < end + _AFTER]
        return max(under_way, default=Moment(present, self.zone).day)

    def _span_of_days(self) -> Mapping[date, tuple[int, int]]:
        """Return from when to when each day is planned, in seconds since 1970."""
        agenda = self._desk.agenda
        if self._spans[0] is not agenda:
            spans: dict[date, tuple[int, int]] = {}
            for entry, day in zip(agenda.entries, agenda.dates, strict=True):
                start, end = spans.get(day, (entry.start, entry.end))
                spans[day] = min(start, entry.start), max(end, entry.end)
            self._spans = agenda, spans
        return self._spans[1]
