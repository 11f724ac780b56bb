"""Values in the shapes that JSON has; docs/command-line.md documents them."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from enum import Enum
from typing import Any

from planner.domain.subjects import Subject
from planner.domain.times import Moment


def plain(value: object) -> Any:  # noqa: PLR0911 -- one return for each type is the table itself
    """Return a value as JSON has it.

    Moments are RFC 9557 text, other dates and times ISO 8601; lengths are minutes; a record is
    ``table/id``.
    """
    match value:
        case None | bool() | int() | float():
            return value
        case Enum():
            return value.value
        case timedelta():
            return minutes(value)
        case Subject():
            return f"{value.table}/{value.id}"
        case Moment():
            return str(value)
        case date() | datetime() | time():
            return value.isoformat()
        case Mapping():
            return {str(name): plain(item) for name, item in value.items()}
        case tuple() | list() | frozenset():
            return [plain(item) for item in value]
        case _:
            return str(value)


def minutes(length: timedelta) -> float | int:
    """Return a length in minutes, whole where it is."""
    exact = length / timedelta(minutes=1)
    return int(exact) if exact == int(exact) else round(exact, 2)
