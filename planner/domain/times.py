"""Moments: a UTC instant with the zone it was promised in. Naive values are refused."""

import re
from datetime import MAXYEAR, MINYEAR, UTC, date, datetime, time, timedelta
from functools import total_ordering

from planner.domain.errors import InvalidValue
from planner.domain.zones import zone as zone_info

ZERO = timedelta()
MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)

_RFC_9557 = re.compile(
    r"(?P<wall>\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?)"
    r"(?P<offset>Z|[+-]\d{2}:\d{2})?"
    r"\[(?P<zone>[^\[\]]+)\]"
)

_EDGES = frozenset({MINYEAR, MAXYEAR})
"""The years in which an instant can be one that the clocks of some zone cannot show."""


@total_ordering
class Moment:
    """An instant, to the second, and the zone of the place where it was promised. Immutable.

    ``written`` holds the wall time as it was given when the zone skips it (a DST gap): the instant
    is then the one RFC 5545 section 3.3.5 asks for (the offset before the gap), and the wall time
    goes back to the file unchanged. Compared and ordered by instant, then zone, then ``written``.
    """

    __slots__ = ("_instant", "_written", "_zone")

    def __init__(self, instant: datetime, zone: str, *, written: datetime | None = None) -> None:
        """Hold ``instant`` (aware) in ``zone`` (IANA name).

        Raises:
            InvalidValue: the instant is naive, or outside of what the calendar of the zone can hold.
            UnknownZone: the zone data knows no such zone.
        """
        if instant.tzinfo is None:
            raise InvalidValue(field="moment", reason="naive", value=instant.isoformat())
        clocks = zone_info(zone)
        try:
            self._instant = instant.astimezone(UTC).replace(microsecond=0)
            if self._instant.year in _EDGES:
                self._instant.astimezone(clocks)
        except OverflowError:
            raise _out_of_range(instant) from None
        self._zone = zone
        self._written = written

    @classmethod
    def from_wall(cls, day: date, clock: time, zone: str, *, second: bool = False) -> "Moment":
        """Return the moment when the clocks of ``zone`` show ``clock`` on ``day``.

        ``second`` picks the later one of a wall time that happens twice. A wall time that the zone
        skips is kept in ``written``.

        Raises:
            UnknownZone: the zone data knows no such zone.
            InvalidValue: the date lies outside of what a calendar can hold.
        """
        wall = datetime.combine(day, clock.replace(tzinfo=None), zone_info(zone))
        try:
            instant = wall.replace(fold=int(second)).astimezone(UTC)
            shown = instant.astimezone(zone_info(zone))
        except OverflowError:
            raise _out_of_range(wall) from None
        skipped = shown.replace(tzinfo=None) != wall.replace(tzinfo=None)
        if skipped:  # PEP 495: fold=0 in a gap uses the offset before it, as RFC 5545 does
            instant = wall.replace(fold=0).astimezone(UTC)
        return cls(instant, zone, written=wall.replace(tzinfo=None) if skipped else None)

    @classmethod
    def parse(cls, text: str) -> "Moment":
        """Read the RFC 9557 form ``2015-09-25T10:15+02:00[Europe/Luxembourg]``.

        Wall time and zone are the promise and win over an offset that today's zone data
        contradicts; the offset decides which of two equal wall times is meant, the first where it
        is that of neither. ``Z`` is no offset of a place: it says that the time is one in UTC (RFC
        9557 section 2), and the zone only where it is read.

        Raises:
            InvalidValue: the text has another form, or no such date or time exists.
            UnknownZone: the zone data knows no such zone.
        """
        match = _RFC_9557.fullmatch(text)
        if match is None:
            raise InvalidValue(field="moment", reason="not_rfc_9557", value=text[:80])
        try:
            wall = datetime.fromisoformat(match["wall"])
        except ValueError:
            raise InvalidValue(field="moment", reason="no_such_time", value=text[:80]) from None
        if match["offset"] == "Z":
            return cls(wall.replace(tzinfo=UTC), match["zone"])
        first = cls.from_wall(wall.date(), wall.time(), match["zone"])
        if first.is_repeated:
            second = cls.from_wall(wall.date(), wall.time(), match["zone"], second=True)
            return second if match["offset"] == second.offset_text else first
        return first

    @property
    def instant(self) -> datetime:
        """Return the instant, aware, in UTC."""
        return self._instant

    @property
    def zone(self) -> str:
        """Return the IANA name of the zone."""
        return self._zone

    @property
    def written(self) -> datetime | None:
        """Return the naive wall time that was asked for, when the zone skips it."""
        return self._written

    @property
    def local(self) -> datetime:
        """Return the instant on the clocks of the zone (aware)."""
        return self._instant.astimezone(zone_info(self._zone))

    @property
    def day(self) -> date:
        """Return the local date."""
        return self.local.date()

    @property
    def clock(self) -> time:
        """Return the local time of day (naive)."""
        return self.local.time()

    @property
    def is_skipped(self) -> bool:
        """Say whether the wall time that was asked for does not exist (DST gap)."""
        return self._written is not None

    @property
    def is_repeated(self) -> bool:
        """Say whether the same wall time happens twice that night (DST overlap)."""
        local = self.local
        offsets = {local.replace(fold=fold).utcoffset() for fold in (0, 1)}
        return len(offsets) > 1 and not self.is_skipped

    @property
    def offset_text(self) -> str:
        """Return the offset from UTC as ``+02:00``; seconds, as before standard time, are cut off."""
        minutes = (self.local.utcoffset() or ZERO) // MINUTE
        return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"

    def moved(self, delta: timedelta) -> "Moment":
        """Return the moment ``delta`` of real time later, in the same zone; for none, this one.

        Raises:
            InvalidValue: no calendar holds that moment.
        """
        if delta == ZERO:
            return self
        try:
            instant = self._instant + delta
        except OverflowError:
            raise _out_of_range(self._instant) from None
        return Moment(instant, self._zone)

    def in_zone(self, zone: str) -> "Moment":
        """Return the same instant as the clocks of another zone show it; in its own, this one.

        Raises:
            UnknownZone: the zone data knows no such zone.
            InvalidValue: the calendar of the zone does not hold that moment.
        """
        return self if zone == self._zone else Moment(self._instant, zone)

    def on(self, day: date) -> "Moment":
        """Return the same wall time on another date."""
        clock = self._written.time() if self._written else self.clock
        return Moment.from_wall(day, clock.replace(fold=0), self._zone)

    def __str__(self) -> str:
        wall = self._written or self.local.replace(tzinfo=None)
        precision = "seconds" if wall.second else "minutes"
        return f"{wall.isoformat(timespec=precision)}{self.offset_text}[{self._zone}]"

    def __repr__(self) -> str:
        return f"Moment.parse({str(self)!r})"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Moment):
            return NotImplemented
        return self._key() == other._key()

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, Moment):
            return NotImplemented
        return self._key() < other._key()

    def __hash__(self) -> int:
        return hash(self._key())

    def __reduce__(self) -> tuple[object, ...]:
        return (_restore, (self._instant, self._zone, self._written))

    def _key(self) -> tuple[datetime, str, tuple[datetime, ...]]:
        return (self._instant, self._zone, () if self._written is None else (self._written,))


def _restore(instant: datetime, zone: str, written: datetime | None) -> Moment:
    return Moment(instant, zone, written=written)


def _out_of_range(at: datetime) -> InvalidValue:
    return InvalidValue(field="moment", reason="out_of_range", value=str(at))
