"""Consistency: what makes a plan impossible to keep in a file although each record is possible.

Reader and writer ask the same questions, so nothing is written that could not be read again.
"""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from typing import Any

from planner.domain.blocks import Timebox
from planner.domain.errors import InvalidValue
from planner.domain.plan import TABLES, Plan
from planner.domain.references import PLAN, dangling
from planner.domain.subjects import Subject
from planner.domain.times import ZERO, Moment
from planner.domain.zones import known_zone
from planner.formats.planfile.document import PlanDocument
from planner.formats.planfile.faults import Fault, printable, shown
from planner.formats.planfile.shapes import Shape, shape_of
from planner.formats.planfile.values import duration_text

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_MINUTE = timedelta(minutes=1)


def inconsistencies(document: PlanDocument) -> Iterator[Fault]:
    """Yield the faults of a document as a whole: doubled ids, unknown zones, impossible times."""
    if not _is_possible_id(document.id):
        yield Fault("bad_id", "id", {"found": shown(document.id)})
    for table in TABLES.values():
        yield from _doubled_ids(table, getattr(document, table))
    for number, block in enumerate(document.blocks):
        yield from _doubled_ids(f"blocks[{number}].seats", block.seats)
    for number, journey in enumerate(document.journeys):
        yield from _doubled_ids(f"journeys[{number}].legs", journey.legs)
    yield from _value_faults(document, shape_of(PlanDocument), "")


def record_inconsistencies(record: Any) -> Iterator[Fault]:
    """Yield the faults of one record by itself, such as a person of the directory."""
    if not _is_possible_id(record.id):
        yield Fault("bad_id", "id", {"found": shown(record.id)})
    yield from _value_faults(record, shape_of(type(record)), "")


def lost_references(plan: Plan) -> Iterator[Fault]:
    """Yield a fault for each record that is named but not there."""
    for owner, field, target in dangling(plan):
        facts = {"table": target.table, "id": printable(target.id)}
        yield Fault("not_there", _place_of(plan, owner) + field, facts)


def _place_of(plan: Plan, owner: Subject) -> str:
    if owner.table == PLAN:
        return ""
    return f"{owner.table}[{list(getattr(plan, owner.table)).index(owner.id)}]."


def _doubled_ids(place: str, records: tuple[Any, ...]) -> Iterator[Fault]:
    seen: dict[str, int] = {}
    for number, record in enumerate(records):
        if not _is_possible_id(record.id):
            yield Fault("bad_id", f"{place}[{number}].id", {"found": shown(record.id)})
        first = seen.setdefault(record.id, number)
        if first != number:
            facts = {"id": printable(record.id), "first": f"{place}[{first}]"}
            yield Fault("doubled_id", f"{place}[{number}].id", facts)


def _is_possible_id(text: str) -> bool:
    """Say whether databases and calendars could keep it: not empty, no half of a surrogate pair."""
    return text.isascii() or not _LONE_SURROGATE.search(text) if text else False


def _value_faults(record: Any, shape: Shape, place: str) -> Iterator[Fault]:
    if shape.kind is Timebox and not _has_possible_end(record):
        yield Fault(
            "out_of_range", f"{place}duration", {"found": shown(duration_text(record.duration))}
        )
    for name in shape.questionable:
        value, field = getattr(record, name), shape.fields[name]
        code = _doubt(value, is_required=field.is_required)
        if code is not None:
            yield Fault(code, place + name, {"found": shown(_text(value))})
    for name, below in shape.records:
        value = getattr(record, name)
        if shape.fields[name].is_list:
            for number, item in enumerate(value):
                yield from _value_faults(item, below, f"{place}{name}[{number}].")
        elif value is not None:
            yield from _value_faults(value, below, f"{place}{name}.")


def _doubt(value: object, *, is_required: bool) -> str | None:
    """Return the code of what is wrong with a moment, instant, time of day or name of a zone."""
    match value:
        case Moment():
            return _doubt_about_moment(value)
        case time():
            return None if value.tzinfo is None else "bad_clock"
        case datetime():
            return _doubt_about_instant(value)
        case str():
            is_left_open = not value and not is_required
            return None if is_left_open or known_zone(value) else "unknown_zone"
        case _:
            return None


def _text(value: object) -> str:
    """Return a doubtful value as text; a moment without its offset, which may have no form."""
    if isinstance(value, Moment):
        return f"{value.local.replace(tzinfo=None).isoformat()}[{value.zone}]"
    return value.isoformat() if isinstance(value, datetime | time) else str(value)


def _doubt_about_instant(instant: datetime) -> str | None:
    if instant.tzinfo is None:
        return "naive"
    try:
        instant.astimezone(UTC)
    except OverflowError:
        return "out_of_range"
    return None


def _doubt_about_moment(moment: Moment) -> str | None:
    """Return why the text of a moment would not bring it back.

    Before standard time, offsets had seconds; for those there is no form.
    """
    offset = moment.local.utcoffset() or ZERO
    return "out_of_range" if offset % _MINUTE else None


def _has_possible_end(timebox: Timebox) -> bool:
    try:
        return timebox.end is None or timebox.end.local is not None
    except InvalidValue:
        return False
