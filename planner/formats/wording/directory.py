"""Words and sentences about lists of people and rooms: their columns, and what a row lacks."""

from collections.abc import Mapping

from planner.domain.places import Equipment
from planner.formats.directory.content import Fault, Field, Trouble
from planner.formats.wording.language import Language
from planner.i18n import mark

_FIELDS: Mapping[Field, str] = {
    Field.NAME: mark("Name"),
    Field.FIRST_NAME: mark("First name"),
    Field.LAST_NAME: mark("Last name"),
    Field.TITLE: mark("Job"),
    Field.EMAIL: mark("E-mail"),
    Field.PHONE: mark("Phone"),
    Field.ZONE: mark("Time zone"),
    Field.LANGUAGE: mark("Language"),
    Field.FOCUS_AREAS: mark("Focus areas"),
    Field.OFFICE: mark("Office"),
    Field.FLOOR: mark("Floor"),
    Field.CAPACITY: mark("Seats"),
    Field.EQUIPMENT: mark("Equipment"),
    Field.NOTE: mark("Note"),
}
_EQUIPMENT: Mapping[Equipment, str] = {
    Equipment.PHONE: mark("Phone"),
    Equipment.VIDEO: mark("Video"),
    Equipment.WHITEBOARD: mark("Whiteboard"),
    Equipment.DISPLAY: mark("Display"),
    Equipment.STEP_FREE: mark("Step-free"),
}
_TROUBLES: Mapping[Trouble, str] = {
    Trouble.NO_NAME: mark("There is no name."),
    Trouble.MISSING: mark("This cannot be empty."),
    Trouble.TOO_LONG: mark("{field}: \u201c{text}\u201d is too long."),
    Trouble.NOT_AN_EMAIL: mark("\u201c{text}\u201d is no e-mail address."),
    Trouble.NOT_A_PHONE: mark("\u201c{text}\u201d is no phone number."),
    Trouble.NOT_A_NUMBER: mark("{field}: \u201c{text}\u201d is no number."),
    Trouble.UNKNOWN_ZONE: mark(
        "There is no time zone \u201c{text}\u201d. Write it as region and city, such as Europe/Berlin."
    ),
    Trouble.UNKNOWN_LANGUAGE: mark("No language is called \u201c{text}\u201d."),
    Trouble.UNKNOWN_EQUIPMENT: mark("No equipment is called \u201c{text}\u201d."),
    Trouble.MORE_THAN_ONE: mark(
        "{field}: there is room for one, not for \u201c{text}\u201d as well."
    ),
    Trouble.WITHOUT_COLUMN: mark("\u201c{text}\u201d stands in no column."),
    Trouble.UNREADABLE_LINE: mark("The line \u201c{text}\u201d cannot be read."),
    Trouble.CUT_OFF: mark("The card has no end: something may be missing."),
    Trouble.GROUP: mark("\u201c{text}\u201d is a group of people, not a person."),
}


def field_word(field: Field, language: Language) -> str:
    """Return what a column is called."""
    return language.text(_FIELDS[field])


def fault_sentence(fault: Fault, language: Language) -> str:
    """Return what was not taken of a row or field and why, in one sentence."""
    field = field_word(fault.field, language) if fault.field is not None else ""
    return language.text(_TROUBLES[fault.trouble], field=field, text=fault.text)


def equipment_word(item: Equipment, language: Language) -> str:
    """Return what a piece of equipment is called."""
    return language.text(_EQUIPMENT[item])
