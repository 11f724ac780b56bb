"""Values as JSON has them: records without their empty fields, times and lengths as text."""

from collections.abc import Callable, Iterator
from dataclasses import MISSING, fields, is_dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import Enum
from operator import attrgetter
from typing import Any

import msgspec

from planner.domain.times import ZERO, Moment

_SECOND = timedelta(seconds=1)
_SECONDS_PER_MINUTE = 60
_Part = tuple[str, str, Any, bool]
"""Name, name in the document, default, and whether it is left out where it has its default."""
_EMPTY: tuple[object, ...] = (None, "", [], {}, False, 0)


def plain(value: Any) -> Any:
    """Return what JSON can hold of a value, keys in the order of the record's fields.

    A field is left out when it has its default and that default is empty. Whatever means something
    is written, so that a later default never changes an old plan.
    """
    return _WRITERS[type(value)](value)


def duration_text(length: timedelta) -> str:
    """Return a length in the ISO 8601 form, in hours, minutes and seconds: ``PT1H30M``.

    Days are not used: a day may have 23 or 25 hours.
    """
    whole, micro = divmod(abs(length), _SECOND)
    minutes, seconds = divmod(whole, _SECONDS_PER_MINUTE)
    hours, minutes = divmod(minutes, _SECONDS_PER_MINUTE)
    text = (f"{hours}H" if hours else "") + (f"{minutes}M" if minutes else "")
    if micro:
        text += f"{seconds}.{micro.microseconds:06}".rstrip("0") + "S"
    elif seconds or not text:
        text += f"{seconds}S"
    return ("-" if length < ZERO else "") + "PT" + text


def instant_text(instant: datetime) -> str:
    """Return an aware instant in UTC: ``2015-09-25T08:15:00Z``."""
    return instant.astimezone(UTC).isoformat().replace("+00:00", "Z")


def clock_text(clock: time) -> str:
    """Return a time of day as ``11:30``, with seconds only where there are any."""
    is_whole = not clock.second and not clock.microsecond
    return clock.isoformat(timespec="minutes" if is_whole else "auto")


def _writer(kind: type[Any]) -> Callable[[Any], Any]:
    if issubclass(kind, Enum):
        return attrgetter("_value_")
    parts = tuple(_parts(kind))
    return (lambda record: _record(record, parts)) if parts else _as_it_is


def _as_it_is(value: Any) -> Any:
    return value


def _parts(kind: type[Any]) -> Iterator[_Part]:
    if issubclass(kind, msgspec.Struct):
        for part in msgspec.structs.fields(kind):
            yield _part(part.name, part.encode_name, part.default, is_required=part.required)
    elif is_dataclass(kind):
        for field in fields(kind):
            yield _part(field.name, field.name, field.default, is_required=field.default is MISSING)


def _part(name: str, written_as: str, default: object, *, is_required: bool) -> _Part:
    may_be_left_out = not is_required and plain(default) in _EMPTY
    return name, written_as, default, may_be_left_out


def _record(record: Any, parts: tuple[_Part, ...]) -> dict[str, Any]:
    written = {}
    for name, written_as, default, may_be_left_out in parts:
        value = getattr(record, name)
        if not (may_be_left_out and value == default):
            written[written_as] = _WRITERS[type(value)](value)
    return written


def _list(values: tuple[Any, ...]) -> list[Any]:
    return [plain(value) for value in values]


class _Writers(dict[type[Any], Callable[[Any], Any]]):
    """What writes a value, by its type; made when a type is met for the first time."""

    def __missing__(self, kind: type[Any]) -> Callable[[Any], Any]:
        return self.setdefault(kind, _writer(kind))


_WRITERS = _Writers(
    {
        tuple: _list,
        Moment: str,
        timedelta: duration_text,
        datetime: instant_text,
        date: date.isoformat,
        time: clock_text,
    }
)
