"""The only place that asks what time it is; everything below is told."""

from datetime import UTC, date, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """Tells the time; tests bring one that stands still."""

    def now(self) -> datetime:
        """Return the present instant, aware, in UTC."""
        ...


class SystemClock:
    """The clock of this computer."""

    def now(self) -> datetime:
        """Return the present instant, aware, in UTC, to the second as plans keep it."""
        return datetime.now(UTC).replace(microsecond=0)  # noqa: TID251 -- this is the one place


class RehearsalClock:
    """A clock that begins at another moment than the present and runs on from there.

    It can be put forward, so that nobody has to wait for what a day brings; never back.
    """

    def __init__(self, begin: datetime, real: Clock) -> None:
        """Show ``begin`` now, and run as fast as ``real``."""
        self._ahead = begin - real.now()
        self._real = real

    def now(self) -> datetime:
        """Return the moment that is rehearsed, aware, in UTC."""
        return self._real.now() + self._ahead

    def put_forward(self, by: timedelta) -> None:
        """Let so much time pass at once."""
        self._ahead += max(by, timedelta())


def local_today(clock: Clock) -> date:
    """Return the date on the clocks of this computer."""
    return clock.now().astimezone().date()
