"""Fields of the directory's forms as rows of data: how each is read, written and called."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from planner.domain.ids import FocusAreaId
from planner.domain.people import Person
from planner.domain.places import Office, Room
from planner.formats.directory.cells import (
    read_capacity,
    read_email,
    read_language,
    read_line,
    read_note,
    read_phone,
    read_words,
    read_zone,
)
from planner.formats.directory.content import Fault, Field, Trouble
from planner.i18n import mark

Read = Callable[[str], tuple[Any, list[Fault]]]


class Editor(StrEnum):
    """With what a field is edited."""

    LINE = "line"
    TEXT = "text"
    ZONE = "zone"
    OFFICE = "office"
    EQUIPMENT = "equipment"


@dataclass(frozen=True, slots=True)
class FormField:
    """One field of a record. ``row`` numbers the line of the form; fields of one share it."""

    name: str
    label: str
    row: int
    read: Read
    write: Callable[[Any], str] = str
    editor: Editor = Editor.LINE
    hint: str = ""


def _line(field: Field = Field.NOTE) -> Read:
    return lambda text: read_line(text, field)


def _needed(read: Read) -> Read:
    """Return a reader that misses what is empty."""

    def reader(text: str) -> tuple[Any, list[Fault]]:
        value, faults = read(text)
        return value, faults if value or faults else [Fault(Trouble.MISSING)]

    return reader


def _areas(text: str) -> tuple[tuple[FocusAreaId, ...], list[Fault]]:
    words, faults = read_words(text, Field.FOCUS_AREAS)
    return tuple(map(FocusAreaId, words)), faults


def _unread(value: object) -> tuple[Any, list[Fault]]:
    return value, []


FORM_FIELDS: Mapping[type[Any], tuple[FormField, ...]] = {
    Person: (
        FormField("name", mark("Name"), 0, _needed(_line(Field.NAME))),
        FormField("title", mark("Job"), 1, _line(Field.TITLE)),
        FormField("email", mark("E-mail"), 2, read_email),
        FormField("phone", mark("Phone"), 3, read_phone),
        FormField("language", mark("Language"), 3, read_language),
        FormField("zone", mark("Time zone"), 4, read_zone, editor=Editor.ZONE),
        FormField(
            "focus_areas",
            mark("Focus areas"),
            5,
            _areas,
            ", ".join,
            hint=mark("Separated by commas"),
        ),
        FormField("latin_name", mark("Name in Latin letters"), 6, _line(Field.NAME)),
        FormField("note", mark("Internal note"), 7, read_note, editor=Editor.TEXT),
    ),
    Room: (
        FormField("name", mark("Name"), 0, _needed(_line(Field.NAME))),
        FormField("office", mark("Office"), 1, _unread, editor=Editor.OFFICE),
        FormField("floor", mark("Floor"), 2, _line(Field.FLOOR)),
        FormField(
            "capacity", mark("Seats"), 2, read_capacity, lambda seats: str(seats) if seats else ""
        ),
        FormField("phone", mark("Phone"), 3, read_phone),
        FormField("equipment", mark("Equipment"), 4, _unread, editor=Editor.EQUIPMENT),
        FormField("note", mark("Internal note"), 5, read_note, editor=Editor.TEXT),
    ),
    Office: (
        FormField("name", mark("Name"), 0, _needed(_line(Field.NAME))),
        FormField("zone", mark("Time zone"), 1, _needed(read_zone), editor=Editor.ZONE),
        FormField("address", mark("Address"), 2, _line()),
        FormField("city", mark("City"), 3, _line()),
        FormField("country", mark("Country"), 3, _line()),
        FormField("phone", mark("Phone"), 4, read_phone),
        FormField("arrival", mark("How one gets in"), 5, read_note, editor=Editor.TEXT),
    ),
}
"""The form of each kind of record, in the order in which people think."""
