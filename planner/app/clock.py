"""The only place that asks what time it is; everything below is told."""

from datetime import UTC, date, datetime
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


def local_today(clock: Clock) -> date:
    """Return the date on the clocks of this computer."""
    return clock.now().astimezone().date()
