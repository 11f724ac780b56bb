"""What a list says: its rows as entries without ids, and what is wrong with each of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from planner.domain.places import Equipment


class ListKind(StrEnum):
    """What the rows of a list are."""

    PEOPLE = "people"
    ROOMS = "rooms"


class Field(StrEnum):
    """What a column of a list can hold."""

    NAME = "name"
    FIRST_NAME = "first_name"
    LAST_NAME = "last_name"
    TITLE = "title"
    EMAIL = "email"
    PHONE = "phone"
    ZONE = "zone"
    LANGUAGE = "language"
    FOCUS_AREAS = "focus_areas"
    OFFICE = "office"
    FLOOR = "floor"
    CAPACITY = "capacity"
    EQUIPMENT = "equipment"
    NOTE = "note"


FIELDS: Mapping[ListKind, tuple[Field, ...]] = {
    ListKind.PEOPLE: (
        Field.NAME,
        Field.FIRST_NAME,
        Field.LAST_NAME,
        Field.TITLE,
        Field.EMAIL,
        Field.PHONE,
        Field.ZONE,
        Field.LANGUAGE,
        Field.FOCUS_AREAS,
        Field.NOTE,
    ),
    ListKind.ROOMS: (
        Field.NAME,
        Field.OFFICE,
        Field.FLOOR,
        Field.CAPACITY,
        Field.EQUIPMENT,
        Field.PHONE,
        Field.NOTE,
    ),
}
"""Which columns a list of each kind can have, in the order in which they are offered."""

Columns = tuple[Field | None, ...]
"""What each column of a table holds; None for a column that is not taken."""


class Trouble(StrEnum):
    """What can be wrong with a row; the row is refused only where it has no entry."""

    NO_NAME = "no_name"
    MISSING = "missing"
    TOO_LONG = "too_long"
    NOT_AN_EMAIL = "not_an_email"
    NOT_A_PHONE = "not_a_phone"
    NOT_A_NUMBER = "not_a_number"
    UNKNOWN_ZONE = "unknown_zone"
    UNKNOWN_LANGUAGE = "unknown_language"
    UNKNOWN_EQUIPMENT = "unknown_equipment"
    MORE_THAN_ONE = "more_than_one"
    WITHOUT_COLUMN = "without_column"
    UNREADABLE_LINE = "unreadable_line"
    CUT_OFF = "cut_off"
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class Fault:
    """Something of a row that was not taken: why, from which field, and its text."""

    trouble: Trouble
    field: Field | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class PersonEntry:
    """A person as a list tells of them; what it does not tell is empty."""

    name: str
    title: str = ""
    email: str = ""
    phone: str = ""
    zone: str = ""
    language: str = ""
    focus_areas: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class RoomEntry:
    """A room as a list tells of it; ``office`` is the name of its office."""

    name: str
    office: str = ""
    floor: str = ""
    capacity: int = 0
    equipment: tuple[Equipment, ...] = ()
    phone: str = ""
    note: str = ""


Entry = PersonEntry | RoomEntry


@dataclass(frozen=True, slots=True)
class Row:
    """One row or card, and the line of the file where it begins, counted from 1."""

    line: int
    entry: Entry | None
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class TableRow:
    """The cells of one row as they stand in the file, and the line where it begins."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A file of rows and columns; ``header`` is None where the first row is a row like others."""

    header: TableRow | None
    rows: tuple[TableRow, ...]
    separator: str
    encoding: str

    @property
    def headings(self) -> tuple[str, ...]:
        """Return a heading for every column, empty ones where there are none."""
        said = self.header.cells if self.header is not None else ()
        return (*said, *[""] * (self.width - len(said)))

    @property
    def width(self) -> int:
        """Return how many columns there are."""
        rows = [*self.rows, self.header] if self.header is not None else self.rows
        return max((len(row.cells) for row in rows), default=0)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file says. ``table`` and ``columns`` let a person say otherwise about its columns.

    ``unused`` names the columns, or the properties of vCards, that hold something nobody takes.
    """

    kind: ListKind
    rows: tuple[Row, ...]
    table: Table | None = None
    columns: Columns = ()
    unused: tuple[str, ...] = ()
