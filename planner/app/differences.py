"""Differences between two plans, field by field, and how to lay one over a third plan."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from planner.domain.errors import EditRefused, InvalidValue
from planner.domain.plan import TABLES, Plan
from planner.domain.references import PLAN
from planner.domain.subjects import Subject

WHOLE = ""
"""In place of a field's name: the record itself came or went."""

_OWN_FIELDS = tuple(
    field.name for field in fields(Plan) if field.name not in {"id", "changed", *TABLES.values()}
)


class Absent:
    """The type of `ABSENT`: what a part is where its record is not there."""


ABSENT = Absent()


@dataclass(frozen=True, slots=True)
class Part:
    """A field of a record, or the `WHOLE` record."""

    subject: Subject
    field: str


@dataclass(frozen=True, slots=True)
class Alteration:
    """What a part was and what it became."""

    before: Any
    after: Any


Difference = Mapping[Part, Alteration]


def difference(before: Plan, after: Plan) -> Difference:
    """Return every part in which two plans differ; when they were changed does not count."""
    own = Subject(PLAN, after.id)
    found = dict(_altered(own, before, after, _OWN_FIELDS))
    for table in TABLES.values():
        old, new = getattr(before, table), getattr(after, table)
        if old is not new:
            found.update(_altered_records(table, old, new))
    return found


def laid_over(plan: Plan, changes: Difference) -> Plan:
    """Return the plan with each part as it became.

    Raises:
        EditRefused: a part is neither as it was before nor as it became, or no longer fits the rest.
    """
    tables = {table: dict(getattr(plan, table)) for table in TABLES.values()}
    own: dict[str, Any] = {}
    altered: dict[Subject, dict[str, Any]] = defaultdict(dict)
    for part, alteration in changes.items():
        if value_of(plan, part) not in (alteration.before, alteration.after):
            raise EditRefused(reason="changed_elsewhere", record=part.subject)
        if part.subject.table == PLAN:
            own[part.field] = alteration.after
        elif part.field == WHOLE:
            _put(tables[part.subject.table], part.subject.id, alteration.after)
        else:
            altered[part.subject][part.field] = alteration.after
    for subject, changed in altered.items():
        _change(tables[subject.table], subject, changed)
    return replace(plan, **own, **tables)  # type: ignore[arg-type]  # names agree by TABLES


def value_of(plan: Plan, part: Part) -> Any:
    """Return what a part is in a plan, `ABSENT` where its record is not there."""
    if part.subject.table == PLAN:
        return getattr(plan, part.field)
    record = getattr(plan, part.subject.table).get(part.subject.id, ABSENT)
    return record if part.field == WHOLE or record is ABSENT else getattr(record, part.field)


def _altered(
    subject: Subject, old: Any, new: Any, names: tuple[str, ...]
) -> Iterator[tuple[Part, Alteration]]:
    for name in names:
        before, after = getattr(old, name), getattr(new, name)
        if before is not after and before != after:
            yield Part(subject, name), Alteration(before, after)


def _altered_records(
    table: str, old: Mapping[str, Any], new: Mapping[str, Any]
) -> Iterator[tuple[Part, Alteration]]:
    for record_id, record in old.items():
        subject = Subject(table, record_id)
        other = new.get(record_id)
        if other is None:
            yield Part(subject, WHOLE), Alteration(record, ABSENT)
        elif other is not record:
            yield from _altered(subject, record, other, record.__slots__)
    for record_id, record in new.items():
        if record_id not in old:
            yield Part(Subject(table, record_id), WHOLE), Alteration(ABSENT, record)


def _put(table: dict[str, Any], record_id: str, record: Any) -> None:
    if record is ABSENT:
        table.pop(record_id, None)
    else:
        table[record_id] = record


def _change(table: dict[str, Any], subject: Subject, changed: Mapping[str, Any]) -> None:
    """Change all fields of a record at once: one after the other they may not fit each other."""
    try:
        table[subject.id] = replace(table[subject.id], **changed)
    except InvalidValue:  # they do not fit what somebody else has changed in it either
        raise EditRefused(reason="changed_elsewhere", record=subject) from None
