"""Rows of the directory as texts: what its tables show of people, rooms, offices and candidates."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from planner.app.appearances import Appearance, Appearances, Appearing
from planner.domain.directory import Directory
from planner.domain.people import Candidate, Person
from planner.domain.places import Office, Room
from planner.formats.wording.directory import equipment_word
from planner.formats.wording.language import Language
from planner.i18n import mark


class Part(StrEnum):
    """The parts of the directory; candidates come from the plans."""

    PEOPLE = "people"
    ROOMS = "rooms"
    OFFICES = "offices"
    CANDIDATES = "candidates"


PART_TITLES: Mapping[Part, str] = {
    Part.PEOPLE: mark("People"),
    Part.ROOMS: mark("Rooms"),
    Part.OFFICES: mark("Offices"),
    Part.CANDIDATES: mark("Candidates"),
}

HEADINGS: Mapping[Part, tuple[str, ...]] = {
    Part.PEOPLE: (
        mark("Name"),
        mark("Job"),
        mark("E-mail"),
        mark("Phone"),
        mark("Focus areas"),
        mark("Plans"),
    ),
    Part.ROOMS: (
        mark("Name"),
        mark("Office"),
        mark("Floor"),
        mark("Seats"),
        mark("Equipment"),
        mark("Plans"),
    ),
    Part.OFFICES: (mark("Name"), mark("City"), mark("Time zone"), mark("Address"), mark("Plans")),
    Part.CANDIDATES: (mark("Name"), mark("Position"), mark("Plan"), mark("Day"), mark("Blocks")),
}

COUNTS: Mapping[Part, frozenset[int]] = {
    Part.PEOPLE: frozenset({5}),
    Part.ROOMS: frozenset({3, 5}),
    Part.OFFICES: frozenset({4}),
    Part.CANDIDATES: frozenset({4}),
}
"""Which columns hold numbers, which stand below each other by their last figure."""

SHARES: Mapping[Part, tuple[int, ...]] = {
    Part.PEOPLE: (25, 18, 24, 18, 15),
    Part.ROOMS: (28, 24, 10, 10, 28),
    Part.OFFICES: (24, 18, 24, 34),
    Part.CANDIDATES: (26, 28, 32, 14),
}
"""How the columns before the last share the width."""

Cell = str | int
"""A text, or a number that is sorted as one."""


@dataclass(frozen=True, slots=True)
class DirectoryRow:
    """One record, what the table shows of it, and the plans that it is in."""

    key: str
    record: Appearing
    cells: tuple[Cell, ...]
    appearances: tuple[Appearance, ...] = ()
    searched: str = ""
    """What a search looks through, without case."""


def directory_rows(
    part: Part, directory: Directory, appearances: Appearances, language: Language
) -> list[DirectoryRow]:
    """Return the rows of one part, in the order of names."""
    if part is Part.CANDIDATES:
        rows = [_candidate_row(item, language) for item in appearances.candidates]
    else:
        records = _RECORDS[part](directory)
        rows = [_row(record, directory, appearances, language) for record in records]
    return sorted(rows, key=lambda row: (str(row.cells[0]).casefold(), row.key))


def _row(
    record: Appearing, directory: Directory, appearances: Appearances, language: Language
) -> DirectoryRow:
    found = appearances.of(record)
    plans = len({item.plan.id for item in found})
    cells = (*_cells(record, directory, language), plans)
    return DirectoryRow(record.id, record, cells, found, _searched(record, cells))


def _candidate_row(item: Appearance, language: Language) -> DirectoryRow:
    candidate = item.record
    application = candidate.application if isinstance(candidate, Candidate) else None
    position = application.position if application is not None else ""
    day = language.date(item.plan.first_day) if item.plan.first_day is not None else ""
    cells: tuple[Cell, ...] = (candidate.name, position, item.plan.title, day, item.blocks)
    key = f"{item.plan.id} {candidate.id}"
    return DirectoryRow(key, candidate, cells, (item,), _searched(candidate, cells))


def _cells(record: Appearing, directory: Directory, language: Language) -> tuple[Cell, ...]:
    match record:
        case Person():
            areas = ", ".join(record.focus_areas)
            return record.name, record.title, record.email, record.phone, areas
        case Room():
            office = directory.offices.get(record.office)
            equipment = ", ".join(equipment_word(item, language) for item in record.equipment)
            place = office.name if office is not None else ""
            return record.name, place, record.floor, record.capacity or "", equipment
        case Office():
            return record.name, record.city, record.zone, record.address
        case _:
            return (record.name,)


def _searched(record: Appearing, cells: Sequence[Cell]) -> str:
    extra = [getattr(record, "latin_name", ""), getattr(record, "note", "")]
    return "\n".join(map(str, [*cells, *extra])).casefold()


_RECORDS: Mapping[Part, Callable[[Directory], Sequence[Appearing]]] = {
    Part.PEOPLE: lambda directory: tuple(directory.people.values()),
    Part.ROOMS: lambda directory: tuple(directory.rooms.values()),
    Part.OFFICES: lambda directory: tuple(directory.offices.values()),
}
