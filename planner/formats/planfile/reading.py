"""Reading plan files: bytes to a plan, or every fault that is in the way."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, TypeVar

import msgspec

from planner.domain.plan import Plan
from planner.formats.planfile.consistency import (
    inconsistencies,
    lost_references,
    record_inconsistencies,
)
from planner.formats.planfile.document import PlanDocument, plan_of
from planner.formats.planfile.faults import MOST_FAULTS, Fault, UnreadablePlan
from planner.formats.planfile.inspection import converted, faults_of
from planner.formats.planfile.json_text import parse
from planner.formats.planfile.migrations import up_to_date
from planner.formats.planfile.partial import faults_between
from planner.formats.planfile.shapes import is_tidy, shape_of

_T = TypeVar("_T")


def read_plan(data: bytes) -> Plan:
    """Return the plan that the bytes of a plan file hold, of this or an earlier format version.

    Raises:
        UnreadablePlan: something in it is missing, means nothing, or would be lost on saving.
    """
    raw = up_to_date(parse(data))
    document = _record(raw, PlanDocument)
    _refuse(inconsistencies(document))
    plan = plan_of(document)
    _refuse(lost_references(plan))
    return plan


def read_record(data: bytes, kind: type[_T]) -> _T:
    """Return the one record that bytes hold, such as a person of the directory or a template.

    Raises:
        UnreadablePlan: something in it is missing, means nothing, or would be lost on saving.
    """
    record = _record(parse(data), kind)
    _refuse(record_inconsistencies(record))
    return record


def _record(raw: Any, kind: type[_T]) -> _T:
    if not is_tidy(raw, shape_of(kind)):
        _refuse(_all_faults(raw, kind))
    try:
        record: _T = converted(raw, kind)
    except msgspec.ValidationError:
        _refuse(_all_faults(raw, kind))
        raise UnreadablePlan([Fault("wrong_value")]) from None
    return record


def _all_faults(raw: Any, kind: type[Any]) -> Iterator[Fault]:
    """Yield the faults within records and, so that one look suffices, those between them."""
    within = list(islice(faults_of(raw, shape_of(kind)), MOST_FAULTS))
    yield from within
    if within and kind is PlanDocument:
        yield from faults_between(raw)


def _refuse(faults: Iterable[Fault]) -> None:
    found = list(islice(faults, MOST_FAULTS))
    if found:
        raise UnreadablePlan(found)
