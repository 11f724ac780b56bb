"""The shown day: which day of the open plan the live view is about, and at which moment. Without widgets."""

from datetime import date, datetime

from planner.app.clock import Clock
from planner.domain.times import DAY, Moment
from planner.ui.desk import Desk


class ShownDay:
    """The day of the open plan that is shown by a clock: today, else the next one, else the last."""

    def __init__(self, desk: Desk, clock: Clock) -> None:
        self._desk, self._clock = desk, clock
        self._known: tuple[object, date | None] = (None, None)
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
        return Moment.from_wall(day + DAY, datetime.min.time(), self.zone).instant

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
        key = self.present, self._desk.plan.zone() if self._desk.is_open else "UTC"
        if self._dated[0] != key:  # asked for dozens of times at every stroke of a key
            self._dated = key, Moment(*key).day
        return self._dated[1]
