"""Import of people and rooms: what each row of a list would do to the directory, and doing it."""

from collections.abc import Generator, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from planner.app.library import Library
from planner.app.matching import People, email_key, name_key
from planner.domain.directory import Directory
from planner.domain.errors import PlannerError
from planner.domain.ids import FocusAreaId, OfficeId, PersonId, RoomId, fresh_id
from planner.domain.people import Person
from planner.domain.places import Office, Room
from planner.formats.directory.content import ListKind, PersonEntry, Reading, RoomEntry, Row
from planner.formats.directory.encodings import SIZE_LIMIT
from planner.formats.directory.errors import UnreadableDirectory
from planner.formats.directory.reading import read_directory
from planner.progress import Progress
from planner.store.files import ReadFailed, read_file

Listed = Person | Room


class Status(StrEnum):
    """What a row is, compared with what is known."""

    NEW = "new"
    SAME = "same"
    UPDATE = "update"
    PROBABLY_KNOWN = "probably_known"
    REPEATED = "repeated"
    NO_OFFICE = "no_office"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Alteration:
    """A field that would get another value."""

    field: str
    before: object
    after: object


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a row would do. ``added`` is it as a new record, ``updated`` the known one with its values.

    ``known`` is who it is, or probably is; ``alterations`` are what an update would change.
    """

    row: Row
    status: Status
    added: Listed | None = None
    known: Listed | None = None
    updated: Listed | None = None
    alterations: tuple[Alteration, ...] = ()

    @property
    def record(self) -> Listed | None:
        """Return what is to be kept unless somebody decides otherwise; None for nothing.

        Who is only probably known is left for a person to decide.
        """
        match self.status:
            case Status.NEW:
                return self.added
            case Status.UPDATE:
                return self.updated
            case _:
                return None


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did: records that are kept now, and those that were refused, with the reason."""

    kept: tuple[Listed, ...]
    refused: tuple[tuple[Listed, PlannerError], ...]


def read_list(path: Path, kind: ListKind | None = None) -> Reading:
    """Return what a file of people or rooms says; without a kind it is guessed.

    Raises:
        ReadFailed: the file cannot be read.
        UnreadableDirectory: it holds no list, or more than anybody would import.
    """
    try:
        data, _ = read_file(path, SIZE_LIMIT)
    except ReadFailed as error:
        if error.facts["reason"] != "too_large":
            raise
        sizes = {"size": error.facts["size"], "limit": error.facts["limit"]}
        raise UnreadableDirectory(reason="too_large", **sizes) from error
    return read_directory(data, kind)


def proposals(
    reading: Reading, directory: Directory, office: OfficeId | None = None
) -> tuple[Proposal, ...]:
    """Return what each row of a list would do to the directory, in the order of the file.

    A person is known by e-mail address, and probably known by name; a room by office and name.
    ``office`` is where rooms are whose row names none. Empty cells never erase what is known.
    """
    if reading.kind is ListKind.PEOPLE:
        return _people(reading, directory)
    return _rooms(reading, directory, office)


def carry_out(library: Library, records: Iterable[Listed]) -> Generator[Progress, None, Imported]:
    """Keep records one by one; one that cannot be kept is told, and the others are kept all the same."""
    wanted = tuple(records)
    kept: list[Listed] = []
    refused: list[tuple[Listed, PlannerError]] = []
    for done, record in enumerate(wanted):
        yield Progress(done, len(wanted), record.name)
        try:
            library.keep(record)
        except PlannerError as error:
            refused.append((record, error))
        else:
            kept.append(record)
    yield Progress(len(wanted), len(wanted))
    return Imported(tuple(kept), tuple(refused))


def _people(reading: Reading, directory: Directory) -> tuple[Proposal, ...]:
    known, before = People(directory.people.values()), People(())
    made: list[Proposal] = []
    for row in reading.rows:
        if not isinstance(row.entry, PersonEntry):
            made.append(Proposal(row, Status.UNREADABLE))
            continue
        person = _new_person(row.entry)
        made.append(_person_proposal(row, row.entry, person, known, before))
        before.add(person)
    return tuple(made)


def _person_proposal(
    row: Row, entry: PersonEntry, person: Person, known: People, before: People
) -> Proposal:
    repeated = before.with_email(entry.email)
    if repeated is None and not entry.email:
        repeated = before.with_name(entry.name)
    if repeated is not None:
        return Proposal(row, Status.REPEATED, person, repeated)
    sure = known.with_email(entry.email)
    found = sure or known.with_name(entry.name)
    if found is None:
        return Proposal(row, Status.NEW, person)
    update = _compared(row, person, found, _told_of_person(entry, found))
    if sure is None and update.status is Status.UPDATE:
        return replace(update, status=Status.PROBABLY_KNOWN)
    return update


def _rooms(reading: Reading, directory: Directory, office: OfficeId | None) -> tuple[Proposal, ...]:
    offices = {name_key(item.name): item for item in directory.offices.values()}
    default = directory.offices.get(office) if office is not None else None
    known = {_room_key(room): room for room in directory.rooms.values()}
    before: dict[tuple[OfficeId, str], Room] = {}
    made: list[Proposal] = []
    for row in reading.rows:
        if not isinstance(row.entry, RoomEntry):
            made.append(Proposal(row, Status.UNREADABLE))
            continue
        place = _office_of(row.entry, offices, default)
        if place is None:
            made.append(Proposal(row, Status.NO_OFFICE))
            continue
        room = _new_room(row.entry, place.id)
        made.append(_room_proposal(row, row.entry, room, known, before))
        before.setdefault(_room_key(room), room)
    return tuple(made)


def _room_proposal(
    row: Row,
    entry: RoomEntry,
    room: Room,
    known: Mapping[tuple[OfficeId, str], Room],
    before: Mapping[tuple[OfficeId, str], Room],
) -> Proposal:
    key = _room_key(room)
    if key in before:
        return Proposal(row, Status.REPEATED, room, before[key])
    if key not in known:
        return Proposal(row, Status.NEW, room)
    told = {name: getattr(entry, name) for name in _ROOM_FIELDS}
    return _compared(row, room, known[key], told)


def _compared(row: Row, added: Listed, known: Listed, told: Mapping[str, Any]) -> Proposal:
    """Return the proposal to give a known record the values that a row tells and it lacks."""
    alterations = tuple(
        Alteration(name, getattr(known, name), value)
        for name, value in told.items()
        if value and not _is_equal(name, value, getattr(known, name))
    )
    if not alterations:
        return Proposal(row, Status.SAME, added, known, known)
    values: dict[str, Any] = {item.field: item.after for item in alterations}
    return Proposal(row, Status.UPDATE, added, known, replace(known, **values), alterations)


def _is_equal(name: str, value: object, known: object) -> bool:
    if name == "email":
        return email_key(str(value)) == email_key(str(known))
    return value == known


def _told_of_person(entry: PersonEntry, known: Person) -> dict[str, Any]:
    told: dict[str, Any] = {
        item.name: getattr(entry, item.name) for item in fields(entry) if item.name != "focus_areas"
    }
    areas = [*known.focus_areas, *map(FocusAreaId, entry.focus_areas)]
    return {**told, "focus_areas": tuple(dict.fromkeys(areas))}


def _new_person(entry: PersonEntry) -> Person:
    return Person(
        id=PersonId(fresh_id("person")),
        name=entry.name,
        title=entry.title,
        email=entry.email,
        phone=entry.phone,
        zone=entry.zone,
        language=entry.language,
        focus_areas=tuple(map(FocusAreaId, entry.focus_areas)),
        note=entry.note,
    )


_ROOM_FIELDS = ("name", "floor", "capacity", "equipment", "phone", "note")


def _new_room(entry: RoomEntry, office: OfficeId) -> Room:
    values: dict[str, Any] = {name: getattr(entry, name) for name in _ROOM_FIELDS}
    return Room(id=RoomId(fresh_id("room")), office=office, **values)


def _room_key(room: Room) -> tuple[OfficeId, str]:
    return room.office, name_key(room.name)


def _office_of(
    entry: RoomEntry, offices: Mapping[str, Office], default: Office | None
) -> Office | None:
    return offices.get(name_key(entry.office)) if entry.office else default
