"""Unchanged: what an edit's field holds when it leaves the record's value as it is."""

from collections.abc import Iterable
from enum import Enum
from typing import Any, Final


class Unchanged(Enum):
    """The type of `UNCHANGED`; None would mean "take it away"."""

    UNCHANGED = "unchanged"


UNCHANGED: Final = Unchanged.UNCHANGED


def changed_fields(edit: object, names: Iterable[str]) -> dict[str, Any]:
    """Return the values of an edit's fields that are to change, by name."""
    values = {name: getattr(edit, name) for name in names}
    return {name: value for name, value in values.items() if value is not UNCHANGED}
