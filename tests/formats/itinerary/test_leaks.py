"""Who sees what: every text of a plan, every reader, every format, decided one by one."""

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest

from planner.domain.audiences import Audience
from planner.domain.plan import Plan
from planner.formats.html.page import html_file
from planner.formats.ical.calendar import calendar_file
from planner.formats.itinerary.composition import itinerary
from planner.formats.plaintext import one_line
from planner.formats.timetable_csv import timetable_csv
from planner.formats.wording.language import Language, language
from tests.formats.leaks import AUDIENCES, RECORDS, all_texts, stuffed, text_fields

_TABLE = Path(__file__).parents[1] / "leaks.txt"
_LETTERS = {
    "candidate": "c",
    "interviewer": "i",
    "host": "h",
    "room": "r",
    "coordinator": "k",
    "stranger": "s",
}
_FORMATS: dict[str, Callable[[Plan, Audience, Language], bytes]] = {
    "html": html_file,
    "ics": calendar_file,
    "csv": timetable_csv,
}
_WITHOUT_TEXT = {
    "Application.office", "Application.portal_states", "Application.steps", "Application.contacts",
    "Application.reapply_from",
    "Block.kind", "Block.calendar", "Block.timebox", "Block.mode", "Block.candidates",
    "Block.seats", "Block.room", "Block.office", "Block.loop", "Block.focus_areas",
    "Block.start_rule", "Block.minimum", "Block.connection", "Block.notes",
    "CalendarMark.sequence",
    "Candidate.contact", "Candidate.application",
    "Contact.person",
    "Demand.focus_area", "Demand.times",
    "Hours.start", "Hours.end", "Hours.days",
    "Journey.candidate", "Journey.direction", "Journey.legs", "Journey.paid_by",
    "Leg.kind", "Leg.departure", "Leg.arrival", "Leg.calendar", "Leg.is_estimated",
    "LoadLimit.per_day", "LoadLimit.per_week",
    "Loop.candidate", "Loop.demands",
    "Office.hours",
    "Person.hours", "Person.availability", "Person.load_limit", "Person.focus_areas",
    "Plan.office", "Plan.coordinator", "Plan.changed", "Plan.policy", "Plan.candidates",
    "Plan.people", "Plan.offices", "Plan.rooms", "Plan.focus_areas", "Plan.loops", "Plan.blocks",
    "Plan.journeys", "Plan.stays", "Plan.ignored",
    "PortalState.seen",
    "Room.office", "Room.capacity", "Room.equipment",
    "Seat.role", "Seat.person", "Seat.rsvp", "Seat.is_required",
    "Step.date", "Step.person", "Step.block",
    "Stay.candidate", "Stay.check_in", "Stay.check_out", "Stay.calendar", "Stay.check_in_from",
    "Stay.check_out_until", "Stay.paid_by", "Stay.is_estimated",
    "Stop.at",
}  # fmt: skip
_NEVER_TEXT = {"Policy", "Span", "Timebox"}


def test_each_reader_sees_exactly_what_the_table_grants() -> None:
    plan, markers = stuffed()
    granted = _granted()
    shown: dict[str, dict[str, str]] = {name: dict.fromkeys(_FORMATS, "") for name in markers.texts}
    for form, write in _FORMATS.items():
        for reader, audience in AUDIENCES.items():
            text = write(plan, audience, language("en")).decode("utf-8-sig")
            for name in markers.shown_in(text):
                shown[name][form] += _LETTERS[reader]
    assert shown == granted


def test_internal_notes_and_ids_reach_nobody() -> None:
    secret = {
        name: who
        for name, row in _granted().items()
        for who in row.values()
        if name.rpartition(".")[2] in {"note", "internal", "seed", "id", "key", "reason"} and who
    }
    assert secret == {}


def test_every_text_field_of_every_record_holds_a_marker() -> None:
    _, markers = stuffed()
    assert markers.fields == {
        f"{record.__name__}.{name}" for record in RECORDS for name in text_fields(record)
    }


def test_every_field_without_text_is_known() -> None:
    others = {
        f"{record.__name__}.{field.name}"
        for record in RECORDS
        for field in fields(record)
        if field.name not in text_fields(record)
    }
    assert others == _WITHOUT_TEXT


def test_every_record_of_a_plan_is_known() -> None:
    reached = {record.__name__ for record in _reached(Plan, set())}
    assert reached == {record.__name__ for record in RECORDS} | _NEVER_TEXT


@pytest.mark.parametrize("reader", AUDIENCES)
def test_hostile_text_is_one_clean_line_everywhere(reader: str) -> None:
    plan, _ = stuffed("\r\nATTENDEE:mailto:x@y\x1b\x9b\u202e\ud800 <b>&amp;\u2028zoe\u0308")
    document = itinerary(plan, AUDIENCES[reader], language("en"))
    texts = list(all_texts(document))
    assert [text for text in texts if text != one_line(text)] == []


def _granted() -> dict[str, dict[str, str]]:
    rows = [
        line.split()
        for line in _TABLE.read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#")
    ]
    return {
        name: {form: who.replace("-", "") for form, who in zip(_FORMATS, readers, strict=True)}
        for name, *readers in rows
    }


def _reached(kind: Any, seen: set[Any]) -> Iterator[type[Any]]:
    for argument in get_args(kind):
        yield from _reached(argument, seen)
    if isinstance(kind, type) and is_dataclass(kind) and kind not in seen:
        seen.add(kind)
        yield kind
        for hint in get_type_hints(kind).values():
            yield from _reached(hint, seen)
