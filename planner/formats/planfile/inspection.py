"""Inspection: every fault of a document that does not convert, each with its place.

msgspec stops at the first fault and speaks English; here each record and field is tried by itself.
"""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from enum import Enum
from typing import Any

import msgspec

from planner.domain.errors import InvalidValue
from planner.domain.times import Moment
from planner.domain.zones import UnknownZone
from planner.formats.planfile.faults import Fault, NotANumber, printable, shown
from planner.formats.planfile.json_text import Doubled
from planner.formats.planfile.shapes import FieldShape, Shape, with_seconds

_EXPECTED: Mapping[Any, str] = {
    str: "expected_text",
    int: "expected_number",
    bool: "expected_yes_or_no",
    date: "bad_date",
    time: "bad_clock",
    datetime: "bad_instant",
    timedelta: "bad_duration",
    Moment: "bad_moment",
}


def converted(raw: Any, kind: Any) -> Any:
    """Return a builtin value as one of the type ``kind``.

    Raises:
        msgspec.ValidationError: it is none; the cause is the domain's refusal where that refused.
    """
    try:
        return msgspec.convert(raw, kind, dec_hook=_decoded)
    except UnicodeEncodeError:  # half of a surrogate pair where a date or a choice belongs
        raise msgspec.ValidationError from None


def faults_of(raw: Any, shape: Shape, place: str = "") -> Iterator[Fault]:
    """Yield what keeps a builtin value, after `is_tidy` has seen it, from being such a record."""
    if not isinstance(raw, dict):
        yield Fault("expected_record", place, {"found": shown(raw)})
        return
    is_whole = True
    for fault in _field_faults(raw, shape, place):
        is_whole = False
        yield fault
    if is_whole:  # only then can the record's own check say something new
        yield from _record_faults(raw, shape, place)


def _field_faults(raw: dict[str, Any], shape: Shape, place: str) -> Iterator[Fault]:
    for name in raw.doubled if isinstance(raw, Doubled) else ():
        yield Fault("doubled_name", _below(place, name))
    for name, field in shape.fields.items():
        if field.is_required and name not in raw:
            yield Fault("missing", _below(place, name))
    for name, value in raw.items():
        known = shape.fields.get(name)
        if known is None:
            yield Fault("unknown_field", _below(place, printable(name)))
        else:
            yield from _content_faults(value, known, _below(place, name))


def _content_faults(raw: Any, field: FieldShape, place: str) -> Iterator[Fault]:
    if raw is None and field.is_optional:
        return
    if not field.is_list:
        yield from _item_faults(raw, field, place)
    elif isinstance(raw, list):
        for number, item in enumerate(raw):
            yield from _item_faults(item, field, f"{place}[{number}]")
    else:
        yield Fault("expected_list", place, {"found": shown(raw)})


def _item_faults(raw: Any, field: FieldShape, place: str) -> Iterator[Fault]:
    if field.record is not None:
        yield from faults_of(raw, field.record, place)
        return
    try:
        _try(raw, field.kind)
    except msgspec.ValidationError as error:
        yield _item_fault(raw, field.kind, place, error.__cause__)


def _try(raw: Any, kind: Any) -> None:
    if kind is time:
        raw, is_clock = with_seconds(raw)
        if not is_clock:
            raise msgspec.ValidationError
    value = converted(raw, kind)
    if isinstance(value, datetime) and value.tzinfo is None:
        raise msgspec.ValidationError from InvalidValue(field="instant", reason="naive")


def _item_fault(raw: Any, kind: Any, place: str, cause: object) -> Fault:
    if isinstance(cause, UnknownZone):
        return Fault("unknown_zone", place, {"found": shown(cause.name)})
    if isinstance(cause, InvalidValue) and cause.facts["reason"] != "not_rfc_9557":
        return Fault(str(cause.facts["reason"]), place, {"found": shown(raw)})
    if isinstance(raw, NotANumber):
        return Fault("not_a_number", place, {"found": printable(raw.text)})
    choices = _choices(kind)
    facts: dict[str, object] = {"found": shown(raw)}
    if choices:
        return Fault("not_a_choice", place, {**facts, "choices": choices})
    return Fault(_EXPECTED.get(kind, "wrong_value"), place, facts)


def _choices(kind: Any) -> tuple[str, ...]:
    is_enum = isinstance(kind, type) and issubclass(kind, Enum)
    return tuple(member.value for member in kind) if is_enum else ()


def _record_faults(raw: dict[str, Any], shape: Shape, place: str) -> Iterator[Fault]:
    """Yield what the record type itself refuses, such as an end before its start."""
    try:
        converted(raw, shape.kind)
    except msgspec.ValidationError as error:
        facts = error.__cause__.facts if isinstance(error.__cause__, InvalidValue) else {}
        name = str(facts.get("field", ""))
        where = _below(place, name) if name in shape.fields else place
        yield Fault(str(facts.get("reason", "wrong_value")), where, {"found": shown(raw.get(name))})


def _below(place: str, name: str) -> str:
    return f"{place}.{name}" if place else name


def _decoded(kind: type[Any], raw: object) -> Any:
    """Read what msgspec has no type for: moments, in the RFC 9557 form."""
    if kind is Moment and isinstance(raw, str):
        return Moment.parse(raw)
    raise TypeError(kind)
