"""Columns of a table: what each of them holds, by its heading in English or German, or by content."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Final

from planner.formats.directory.content import FIELDS, Columns, Field, ListKind, Table

_HEADINGS: Final[Mapping[Field, str]] = {
    Field.NAME: "name, full name, display name, file as, person, employee, interviewer, colleague, "
    "vollständiger name, anzeigename, vor- und nachname, name vorname, mitarbeiter, mitarbeiterin, "
    "kollege, kollegin, room, room name, meeting room, raum, raumname, besprechungsraum, zimmer, "
    "bezeichnung, resource, ressource",
    Field.FIRST_NAME: "first name, given name, forename, first, vorname, rufname",
    Field.LAST_NAME: "last name, family name, surname, last, nachname, familienname, zuname",
    Field.TITLE: "title, job title, job, position, role, organization title, organization 1 title, "
    "occupation, function, titel, stelle, stellenbezeichnung, funktion, rolle, beruf, "
    "berufsbezeichnung",
    Field.EMAIL: "email, e-mail, mail, email address, e-mail address, e-mail 1 value, e-mail 2 value, "
    "e-mail 2 address, primary email, work email, business email, e-mail-adresse, mailadresse, "
    "e-mail dienstlich, e-mail geschäftlich, email geschäftlich",
    Field.PHONE: "phone, phone number, telephone, tel, mobile, mobile phone, cell, cell phone, "
    "business phone, work phone, primary phone, phone 1 value, phone 2 value, extension, telefon, "
    "telefonnummer, rufnummer, durchwahl, handy, mobil, mobiltelefon, mobilnummer, "
    "telefon geschäftlich, festnetz",
    Field.ZONE: "time zone, timezone, zone, tz, zeitzone",
    Field.LANGUAGE: "language, languages, lang, sprache, sprachen, muttersprache",
    Field.FOCUS_AREAS: "focus areas, focus area, focus, skills, competencies, competency, expertise, "
    "topics, principles, leadership principles, schwerpunkte, schwerpunkt, themen, kompetenzen, "
    "fachgebiet, fachgebiete, fähigkeiten",
    Field.NOTE: "note, notes, comment, comments, remark, remarks, description, notiz, notizen, "
    "bemerkung, bemerkungen, kommentar, anmerkung, anmerkungen, beschreibung",
    Field.OFFICE: "office, site, location, building, office location, standort, büro, gebäude, "
    "niederlassung, ort",
    Field.FLOOR: "floor, level, storey, story, etage, stockwerk, stock, geschoss",
    Field.CAPACITY: "capacity, seats, people, persons, size, max people, kapazität, plätze, "
    "sitzplätze, personen, anzahl plätze, größe",
    Field.EQUIPMENT: "equipment, features, facilities, amenities, ausstattung, technik, merkmale",
}
_ROOM_HEADINGS = frozenset({"room", "roomname", "meetingroom", "raum", "raumname", "zimmer"})
_PEOPLE_ONLY = frozenset({Field.FIRST_NAME, Field.LAST_NAME, Field.EMAIL, Field.TITLE})
_ROOMS_ONLY = frozenset({Field.CAPACITY, Field.FLOOR, Field.EQUIPMENT})
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_PHONE = re.compile(r"\+?[\d\s()/.\-]{5,}")


def is_header(first: Sequence[str], others: Sequence[Sequence[str]]) -> bool:
    """Say whether the first row of a table names its columns.

    It does if a heading is known, or if it has words where the rows below have e-mail addresses.
    """
    if any(_known(cell) for cell in first):
        return True
    for index, cell in enumerate(first):
        below = [row[index] for row in others if index < len(row) and row[index]]
        if cell and not _EMAIL.fullmatch(cell) and _are_mostly(below, _EMAIL):
            return True
    return False


def guess_kind(table: Table) -> ListKind:
    """Return whether the rows seem to be people or rooms."""
    found = {field for heading in table.headings if (field := _known(heading))}
    if found & _PEOPLE_ONLY:
        return ListKind.PEOPLE
    is_room = any(_plain(heading) in _ROOM_HEADINGS for heading in table.headings)
    return ListKind.ROOMS if is_room or found & _ROOMS_ONLY else ListKind.PEOPLE


def guess_columns(table: Table, kind: ListKind) -> Columns:
    """Return what each column seems to hold.

    Several columns may hold the same, such as two phone numbers: the first one that is filled counts.
    """
    allowed = FIELDS[kind]
    headings = table.headings
    guessed = [field if (field := _known(h)) in allowed else None for h in headings]
    headings = table.headings
    for index, field in enumerate(guessed):
        if field is None and not _known(headings[index]):
            guessed[index] = _by_content(_column(table, index), guessed, allowed)
    return _with_name(tuple(guessed), table)


def _with_name(guessed: Columns, table: Table) -> Columns:
    """Let the first column of words be the name where no heading says which one is."""
    named = {Field.NAME, Field.FIRST_NAME, Field.LAST_NAME}
    if named & set(guessed):
        return guessed
    headings = table.headings
    for index, field in enumerate(guessed):
        if field is None and not _known(headings[index]) and _is_words(_column(table, index)):
            return (*guessed[:index], Field.NAME, *guessed[index + 1 :])
    return guessed


def _by_content(
    cells: list[str], guessed: list[Field | None], allowed: Iterable[Field]
) -> Field | None:
    for field, pattern in ((Field.EMAIL, _EMAIL), (Field.PHONE, _PHONE)):
        if field in allowed and field not in guessed and _are_mostly(cells, pattern):
            return field
    return None


def _are_mostly(cells: Sequence[str], pattern: re.Pattern[str]) -> bool:
    return sum(1 for cell in cells if pattern.fullmatch(cell)) > len(cells) // 2


def _is_words(cells: list[str]) -> bool:
    return sum(1 for cell in cells if any(c.isalpha() for c in cell)) > len(cells) // 2


def _column(table: Table, index: int) -> list[str]:
    return [row.cells[index] for row in table.rows if index < len(row.cells) and row.cells[index]]


def _known(heading: str) -> Field | None:
    return _vocabulary().get(_plain(heading))


@cache
def _vocabulary() -> Mapping[str, Field]:
    return {
        _plain(heading): field
        for field, headings in _HEADINGS.items()
        for heading in headings.split(", ")
    }


def _plain(heading: str) -> str:
    """Return a heading without case, accents, blanks and signs."""
    apart = unicodedata.normalize("NFKD", heading.casefold())
    return "".join(c for c in apart if c.isalnum())
