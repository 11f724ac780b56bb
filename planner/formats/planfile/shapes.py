"""Shapes: which fields the records of a document have, read off the record types once."""

import dataclasses
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, time
from functools import cache
from types import NoneType
from typing import Any, NewType, get_args, get_origin, get_type_hints

import msgspec

from planner.domain.times import Moment

_CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,6})?)?")
_WITHOUT_SECONDS = len("11:30")


@dataclass(frozen=True, slots=True)
class FieldShape:
    """One field: the type of its value, or of each of its values where it is a list.

    ``record`` is the shape of that type, if it is a record.
    """

    kind: Any
    is_list: bool
    is_optional: bool
    is_required: bool
    record: "Shape | None"


@dataclass(frozen=True, slots=True)
class Shape:
    """A record type, its fields by the names they have in a document, and where to look deeper.

    ``records`` lists the fields that hold records, ``clocks`` those with a time of day,
    ``questionable`` those whose values can be of the right type and still mean nothing.
    """

    kind: type[Any]
    fields: Mapping[str, FieldShape]
    records: tuple[tuple[str, "Shape"], ...]
    clocks: frozenset[str]
    questionable: tuple[str, ...]


def shape_of(kind: type[Any]) -> Shape:
    """Return the shape of a record type."""
    return _shape(kind)  # type: ignore[arg-type]  # mypy takes a class that is not named for unhashable


def is_tidy(raw: Any, shape: Shape) -> bool:
    """Say whether no field is unknown or doubled and every clock is one; give clocks their seconds.

    A quick look before msgspec, which passes over unknown fields and wants seconds where a person
    writes ``11:30``. Values of a wrong type are left for msgspec to refuse.
    """
    if isinstance(raw, list):
        return all([is_tidy(item, shape) for item in raw])  # noqa: C419 -- each gets its seconds
    if type(raw) is not dict:  # a subclass is a record with a name twice
        return not isinstance(raw, dict)
    tidy = raw.keys() <= shape.fields.keys()
    for name in shape.clocks & raw.keys():
        raw[name], is_clock = with_seconds(raw[name])
        tidy = tidy and is_clock
    for name, below in shape.records:
        if name in raw and not is_tidy(raw[name], below):
            tidy = False
    return tidy


def with_seconds(clock: Any) -> tuple[Any, bool]:
    """Return a time of day with seconds, and whether it is one (or nothing at all)."""
    if clock is None:
        return None, True
    if not isinstance(clock, str) or _CLOCK.fullmatch(clock) is None:
        return clock, False
    return (clock + ":00" if len(clock) == _WITHOUT_SECONDS else clock), True


@cache
def _shape(kind: type[Any]) -> Shape:
    fields = {name: _field(hint, required) for name, hint, required in _annotations(kind)}
    records = tuple((name, f.record) for name, f in fields.items() if f.record is not None)
    clocks = frozenset(name for name, field in fields.items() if field.kind is time)
    questionable = tuple(name for name, field in fields.items() if _is_questionable(name, field))
    return Shape(kind, fields, records, clocks, questionable)


def _is_questionable(name: str, field: FieldShape) -> bool:
    return field.kind in {Moment, datetime, time} or (name == "zone" and field.kind is str)


def _annotations(kind: type[Any]) -> Iterator[tuple[str, Any, bool]]:
    """Yield name, type and whether the field is required."""
    if issubclass(kind, msgspec.Struct):
        for part in msgspec.structs.fields(kind):
            yield part.encode_name, part.type, part.required
        return
    hints = get_type_hints(kind)
    for field in dataclasses.fields(kind):
        yield field.name, hints[field.name], field.default is dataclasses.MISSING


def _field(hint: Any, is_required: bool) -> FieldShape:  # noqa: FBT001 -- a pair from `_annotations`
    is_optional = NoneType in get_args(hint)
    kind = get_args(hint)[0] if is_optional else hint  # records have no unions but "or None"
    is_list = get_origin(kind) is tuple
    kind = get_args(kind)[0] if is_list else kind
    kind = kind.__supertype__ if isinstance(kind, NewType) else kind
    record = shape_of(kind) if isinstance(kind, type) and dataclasses.is_dataclass(kind) else None
    return FieldShape(kind, is_list, is_optional, is_required, record)
