"""Times of day, lengths and dates as people type them into a field.

Where a length is asked for, a bare number of one or two digits means minutes ("10" is 0:10) and one of
three or four is hours and minutes without their colon ("120" is 1:20, as Ontime reads them). Behind a
plus or minus a bare number always means minutes, however long: "+120" is two hours more. A column of
lengths in a pasted table is read in minutes as well, unless a colon stands in it. Where a time of day is asked for, "10" is ten o'clock to nearly everybody and ten minutes past
midnight by that rule, so it is refused together with both readings; "930" and "1015" are times.
Without am or pm, hours count to 24: "1:10" is at night.
"""

import re
from datetime import time, timedelta
from typing import TypeVar

from planner.domain.errors import PlannerError
from planner.domain.times import MINUTE, ZERO
from planner.formats.timetext.clocks import (
    DAY_MINUTES,
    HOUR_MINUTES,
    WHOLE_DAY,
    clock_at,
    length_at,
)
from planner.formats.timetext.dates import Assumed, TypedDate, read_date
from planner.formats.timetext.errors import AmbiguousInput, UnreadableInput
from planner.formats.timetext.spelling import plain, squeezed

__all__ = ["Assumed", "TypedDate", "read_clock", "read_date", "read_length"]

_Base = TypeVar("_Base", time, timedelta)

_LONGEST = 60
_LONGEST_MINUTES = 4
_COMPACT = re.compile(r"(\d{1,2})(\d{2})")
_COLON = re.compile(r"(\d{1,3}):(\d{2})(?::(\d{2}))?")
_ONE_DIGIT_MINUTES = re.compile(r"(\d{1,2})[:.]([1-9])")
_DECIMAL = re.compile(r"(\d{1,2})[.,](\d{1,2})")
_RELATIVE = re.compile(r"([+-]) ?(.+)")
_SPOKEN = re.compile(
    r"[\u00bc-\u00be\u2150-\u215e]|\d ?/ ?\d|\b(halb|half|quarter|viertel|dreiviertel|kurz|past)\b",
    re.IGNORECASE,
)
_SHORT_HALF = re.compile(r"(?<=\d) ?([ap])$", re.IGNORECASE)


def read_length(text: str, *, base: timedelta | None = None) -> timedelta:
    """Read a length: ``45``, ``120`` (1:20), ``1h30``, ``1:30``, ``90m``, ``1.5 h``, and the like.

    ``+15`` and ``-15`` change ``base``, the length that the field held before; a bare number behind the
    sign means minutes (``+120`` is two hours more).

    Raises:
        UnreadableInput: the text is no length, or changes one that is not known.
        AmbiguousInput: a fraction without a unit, such as "1.30".
    """
    written = _prepared(text)
    if relative := _RELATIVE.fullmatch(written):
        return _changed(text, _needed(text, base), relative)
    if decimal := _DECIMAL.fullmatch(written):
        raise AmbiguousInput(text=text, reason="length", readings=_decimal_readings(decimal))
    length = _length(text, written)
    if length is not None:
        return length
    reason = "clock_not_length" if _is_clock(written) else "not_a_length"
    raise UnreadableInput(text=text, reason=reason)


def read_clock(text: str, *, base: time | None = None) -> time:
    """Read a time of day: ``10:15``, ``10.15``, ``1015``, ``10h15``, ``1:10pm``, ``8 Uhr``, ``noon``.

    ``+45`` and ``-1h30`` move ``base``, the time that the field held before; a bare number behind the
    sign means minutes.

    Raises:
        UnreadableInput: the text is no time of day, or moves one that is not known.
        AmbiguousInput: a bare hour ("10"), or minutes of one digit ("10:5").
    """
    written = _prepared(text)
    if relative := _RELATIVE.fullmatch(written):
        return _moved(text, _needed(text, base), relative)
    if _SPOKEN.search(text):
        raise UnreadableInput(text=text, reason="spoken")
    if written.isdecimal() and len(written) < len("000"):
        return _bare_hour(text, int(written))
    if short := _ONE_DIGIT_MINUTES.fullmatch(written):
        raise _short_minutes(text, int(short[1]), int(short[2]))
    return _clock(text, _SHORT_HALF.sub(r" \1m", written))


def _prepared(text: str) -> str:
    written = squeezed(plain(text[: _LONGEST + 1]))
    if not written:
        raise UnreadableInput(text=text, reason="empty")
    if len(text) > _LONGEST:
        raise UnreadableInput(text=text, reason="too_long")
    return written


def _needed(text: str, base: _Base | None) -> _Base:
    if base is None:
        raise UnreadableInput(text=text, reason="needs_base")
    return base


def _length(text: str, written: str) -> timedelta | None:
    if written.isdecimal() and len(written) < len("000"):
        return int(written) * MINUTE
    if match := _COMPACT.fullmatch(written) or _COLON.fullmatch(written):
        return _counted(text, *(int(part or 0) for part in match.groups()))
    found = length_at(written)
    if found is not None and found[1] == len(written):
        return found[0]
    return None


def _counted(text: str, hours: int, minutes: int, seconds: int = 0) -> timedelta:
    if minutes >= HOUR_MINUTES or seconds >= HOUR_MINUTES:
        raise UnreadableInput(text=text, reason="no_such_length")
    return timedelta(hours=hours, minutes=minutes, seconds=seconds)


def _decimal_readings(match: re.Match[str]) -> tuple[timedelta, ...]:
    as_hours = timedelta(hours=float(f"{match[1]}.{match[2]}"))
    as_minutes = timedelta(hours=int(match[1]), minutes=int(match[2]))
    return (as_hours, as_minutes)


def _changed(text: str, base: timedelta, relative: re.Match[str]) -> timedelta:
    change = _change(text, relative[2])
    length = base + change if relative[1] == "+" else base - change
    if length < ZERO:
        raise UnreadableInput(text=text, reason="below_zero")
    return length


def _change(text: str, written: str) -> timedelta:
    """Return a length behind a sign: a bare number means minutes, whatever its length."""
    if not written.isdecimal():
        return read_length(written)
    if len(written) > _LONGEST_MINUTES:
        raise UnreadableInput(text=text, reason="not_a_length")
    return int(written) * MINUTE


def _moved(text: str, base: time, relative: re.Match[str]) -> time:
    change = _change(text, relative[2])
    start = timedelta(hours=base.hour, minutes=base.minute, seconds=base.second)
    moved = start + change if relative[1] == "+" else start - change
    if not ZERO <= moved < DAY_MINUTES * MINUTE:
        raise UnreadableInput(text=text, reason="leaves_the_day")
    minutes, rest = divmod(moved, MINUTE)
    return time(*divmod(minutes, HOUR_MINUTES), rest.seconds)


def _bare_hour(text: str, number: int) -> time:
    if number == 0:
        return time(0)
    if number < WHOLE_DAY:
        readings = (time(number), time(0, number))
        raise AmbiguousInput(text=text, reason="clock", readings=readings)
    raise UnreadableInput(text=text, reason="no_hour")


def _short_minutes(text: str, hour: int, digit: int) -> PlannerError:
    """Return the refusal of "10:5", which is 10:05 or 10:50; of "10:7" no reading is likely."""
    if hour >= WHOLE_DAY:
        return UnreadableInput(text=text, reason="no_such_time")
    if digit * 10 >= HOUR_MINUTES:
        return UnreadableInput(text=text, reason="not_a_clock")
    readings = (time(hour, digit), time(hour, digit * 10))
    return AmbiguousInput(text=text, reason="clock", readings=readings)


def _clock(text: str, written: str) -> time:
    clock = clock_at(written, allow_compact=True)
    if clock is None or clock.last != len(written):
        reason = "length_not_clock" if length_at(written) else "not_a_clock"
        raise UnreadableInput(text=text, reason=reason)
    if not clock.exists or clock.hour == WHOLE_DAY:
        raise UnreadableInput(text=text, reason="no_such_time")
    return clock.time_of_day()


def _is_clock(written: str) -> bool:
    clock = clock_at(written)
    return clock is not None and clock.last == len(written)
