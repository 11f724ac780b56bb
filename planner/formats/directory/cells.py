"""Single cells: addresses, numbers, zones and languages as people write them, checked and tidied."""

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Final

from babel import Locale

from planner.domain.places import Equipment
from planner.domain.zones import known_zone, zone_names
from planner.formats.directory.content import Fault, Field, Trouble
from planner.formats.plaintext import many_lines, one_line

LONGEST_LINE: Final = 300
LONGEST_NOTE: Final = 10_000

_NAMED_ADDRESS = re.compile(r".*<([^<>]+)>")
_EMAIL = re.compile(r"[^@\s,;<>\"]+@[^@\s,;<>\"]+")
_BETWEEN_EMAILS = re.compile(r"[;,\s]+|:::")  # ":::" is how Google joins several values
_BETWEEN_WORDS = re.compile(r"\s*(?:[;,|\n]|:::)\s*")
_FEWEST_DIGITS = 3  # an extension
_CAPACITY = re.compile(
    r"(\d{1,4})\s*(?:people|persons|seats|pers\.?|personen|pl[äa]tze|sitzpl[äa]tze)?"
)
_TAG = re.compile(r"([a-z]{2,3})(?:[-_][a-z0-9]{2,8})*", re.IGNORECASE)
_MOST_PEOPLE = 9999
_NOT_GIVEN_NAMES = frozenset(
    {"jr", "sr", "ii", "iii", "phd", "md", "mba", "msc", "esq", "dr", "llm"}
)
_EQUIPMENT: Final[Mapping[Equipment, str]] = {
    Equipment.PHONE: "phone, telephone, conference phone, speakerphone, telefon, konferenztelefon",
    Equipment.VIDEO: "video, video conference, videoconference, vc, camera, zoom, teams, videokonferenz, "
    "kamera",
    Equipment.WHITEBOARD: "whiteboard, white board, tafel, board",
    Equipment.DISPLAY: "display, screen, projector, beamer, tv, monitor, bildschirm, projektor",
    Equipment.STEP_FREE: "step-free, step free, step_free, accessible, wheelchair, barrierefrei, "
    "rollstuhlgerecht, stufenlos",
}

Read = tuple[str, list[Fault]]
"""A value, empty where there is none, and what could not be taken of it."""


def read_name(text: str) -> Read:
    """Return a name in the order in which it is spoken: ``Doe, Jane`` becomes ``Jane Doe``."""
    name = one_line(text)
    last, comma, first = name.partition(", ")
    is_turned = comma and "," not in first and not any(c.isdigit() for c in name)
    if is_turned and first.replace(".", "").casefold() not in _NOT_GIVEN_NAMES:
        name = f"{first} {last}"
    return _short(name, Field.NAME)


def read_line(text: str, field: Field) -> Read:
    """Return text on one line."""
    return _short(one_line(text), field)


def read_note(text: str) -> Read:
    """Return text of several lines."""
    note = many_lines(text)
    return ("", [_too_long(Field.NOTE, note)]) if len(note) > LONGEST_NOTE else (note, [])


def read_email(text: str) -> Read:
    """Return the first address; others are told."""
    said = one_line(text)
    named = _NAMED_ADDRESS.fullmatch(said)
    parts = [named[1]] if named else [part for part in _BETWEEN_EMAILS.split(said) if part]
    found = [part.removeprefix("mailto:") for part in parts]
    address = next((part for part in found if _EMAIL.fullmatch(part)), "")
    if not address or len(address) > LONGEST_LINE:
        return "", [Fault(Trouble.NOT_AN_EMAIL, Field.EMAIL, shown(said))] if said else []
    others = [part for part in found if part != address]
    return address, [Fault(Trouble.MORE_THAN_ONE, Field.EMAIL, shown(part)) for part in others]


def read_phone(text: str) -> Read:
    """Return a number as it is written; one without digits is none."""
    number = one_line(text).removeprefix("tel:").replace(";ext=", " ext. ")
    if not number:
        return "", []
    if sum(c.isdigit() for c in number) < _FEWEST_DIGITS:
        return "", [Fault(Trouble.NOT_A_PHONE, Field.PHONE, shown(number))]
    return _short(number, Field.PHONE)


def read_zone(text: str) -> Read:
    """Return the IANA name of a zone, in whichever case it was written."""
    name = one_line(text).replace(" ", "_")
    known = name if known_zone(name) else _zones_by_case().get(name.casefold(), "")
    unknown = [Fault(Trouble.UNKNOWN_ZONE, Field.ZONE, shown(text))] if name and not known else []
    return known, unknown


def read_language(text: str) -> Read:
    """Return the tag of a language that is named by tag, in English, German or its own words."""
    said = one_line(text)
    first, *others = [word for word in _BETWEEN_WORDS.split(said) if word] or [""]
    tag = _tag(first)
    if not tag:
        return "", [Fault(Trouble.UNKNOWN_LANGUAGE, Field.LANGUAGE, shown(said))] if said else []
    return tag, [Fault(Trouble.MORE_THAN_ONE, Field.LANGUAGE, shown(word)) for word in others]


def read_words(text: str, field: Field) -> tuple[tuple[str, ...], list[Fault]]:
    """Return the parts of a list, each once."""
    words: list[str] = []
    faults: list[Fault] = []
    for part in _BETWEEN_WORDS.split(many_lines(text)):
        word, wrong = _short(one_line(part), field)
        faults += wrong
        words += [word] if word else []
    return tuple(dict.fromkeys(words)), faults


def read_capacity(text: str) -> tuple[int, list[Fault]]:
    """Return how many people a room holds, 0 where nobody said."""
    said = one_line(text).casefold().removesuffix(".0").removesuffix(",0")
    match = _CAPACITY.fullmatch(said)
    if match is not None:
        return min(int(match[1]), _MOST_PEOPLE), []
    return 0, [Fault(Trouble.NOT_A_NUMBER, Field.CAPACITY, shown(text))] if said else []


def read_equipment(text: str) -> tuple[tuple[Equipment, ...], list[Fault]]:
    """Return what a room offers; words that mean nothing here are told."""
    words, faults = read_words(text, Field.EQUIPMENT)
    found = {word: _equipment().get(word.casefold()) for word in words}
    known = {item for item in found.values() if item is not None}
    for word, item in found.items():
        if item is None:
            faults.append(Fault(Trouble.UNKNOWN_EQUIPMENT, Field.EQUIPMENT, shown(word)))
    return tuple(item for item in Equipment if item in known), faults


def shown(text: str) -> str:
    """Return as much of a text as a sentence can show."""
    line, most = one_line(text), 80
    return line if len(line) <= most else f"{line[: most - 1]}\u2026"


def _short(text: str, field: Field) -> Read:
    return ("", [_too_long(field, text)]) if len(text) > LONGEST_LINE else (text, [])


def _too_long(field: Field, text: str) -> Fault:
    return Fault(Trouble.TOO_LONG, field, shown(text))


def _tag(word: str) -> str:
    by_name = _languages().get(word.casefold())
    if by_name:
        return by_name
    match = _TAG.fullmatch(word)
    known = match is not None and match[1].casefold() in Locale("en").languages
    return word.replace("_", "-") if known else ""


@cache
def _zones_by_case() -> Mapping[str, str]:
    return {name.casefold(): name for name in zone_names()}


@cache
def _languages() -> Mapping[str, str]:
    named: dict[str, str] = {}
    for reader in (Locale("en"), Locale("de")):
        named |= {name.casefold(): tag.replace("_", "-") for tag, name in reader.languages.items()}
    return named


@cache
def _equipment() -> Mapping[str, Equipment]:
    return {word: item for item, words in _EQUIPMENT.items() for word in words.split(", ")}


LINE_READERS: Final[Mapping[Field, Callable[[str], Read]]] = {
    Field.EMAIL: read_email,
    Field.PHONE: read_phone,
    Field.ZONE: read_zone,
    Field.LANGUAGE: read_language,
}
"""Fields of one value that means something; of several only the first that is filled counts."""
