"""The document: a plan file's top level, tables as lists of records; to a plan and back."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Annotated, Any, Literal

import msgspec

from planner.domain.blocks import Block
from planner.domain.ids import OfficeId, PersonId, PlanId
from planner.domain.loops import Loop
from planner.domain.people import Candidate, FocusArea, Person
from planner.domain.places import Office, Room
from planner.domain.plan import EPOCH, TABLES, Ignored, Plan
from planner.domain.policy import Policy
from planner.domain.spans import Span
from planner.domain.travel import Journey, Stay

FORMAT = "interviewplan"
VERSION = 1
"""The version of the format that is written. It rises only when an older program would lose data."""

SCHEMA_FILE = "interviewplan.schema.json"


class PlanDocument(msgspec.Struct, frozen=True, kw_only=True, rename={"schema": "$schema"}):
    """An interview plan: everything about one hiring event.

    A field that is left out is empty: no text, an empty list, nothing, 0 or false, unless the
    schema names another default. Records name each other by ``id``.
    """

    schema: str = SCHEMA_FILE
    format: Literal["interviewplan"]
    version: Annotated[int, msgspec.Meta(ge=1, le=VERSION)]
    id: PlanId
    title: str
    language: str = "en"
    changed: datetime = EPOCH
    office: OfficeId | None = None
    coordinator: PersonId | None = None
    note: str = ""
    policy: Policy = Policy()
    candidates: tuple[Candidate, ...] = ()
    people: tuple[Person, ...] = ()
    offices: tuple[Office, ...] = ()
    rooms: tuple[Room, ...] = ()
    focus_areas: tuple[FocusArea, ...] = ()
    loops: tuple[Loop, ...] = ()
    blocks: tuple[Block, ...] = ()
    journeys: tuple[Journey, ...] = ()
    stays: tuple[Stay, ...] = ()
    ignored: tuple[Ignored, ...] = ()


_OWN_FIELDS = ("id", "title", "language", "office", "coordinator", "note", "policy", "ignored")


def document_of(plan: Plan) -> PlanDocument:
    """Return the document that holds a plan."""
    content: dict[str, Any] = {name: getattr(plan, name) for name in (*_OWN_FIELDS, "changed")}
    content |= {name: tuple(getattr(plan, name).values()) for name in TABLES.values()}
    return PlanDocument(format="interviewplan", version=VERSION, **content)


def plan_of(document: PlanDocument) -> Plan:
    """Return the plan in a document without `inconsistencies`; its instants are in UTC."""
    content: dict[str, Any] = {name: getattr(document, name) for name in _OWN_FIELDS}
    for table in TABLES.values():
        content[table] = {record.id: record for record in getattr(document, table)}
    content["people"] = {key: _with_utc_spans(p) for key, p in content["people"].items()}
    return Plan(changed=_utc(document.changed), **content)


def _with_utc_spans(person: Person) -> Person:
    if all(span.start.tzinfo is UTC and span.end.tzinfo is UTC for span in person.availability):
        return person
    spans = tuple(Span(_utc(span.start), _utc(span.end)) for span in person.availability)
    return replace(person, availability=spans)


def _utc(instant: datetime) -> datetime:
    return instant.astimezone(UTC)
