"""Rows of a table as people and rooms; what cannot be taken of a row is told beside it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from planner.formats.directory.cells import (
    LINE_READERS,
    read_capacity,
    read_equipment,
    read_line,
    read_name,
    read_note,
    read_words,
    shown,
)
from planner.formats.directory.content import (
    Columns,
    Entry,
    Fault,
    Field,
    ListKind,
    PersonEntry,
    Reading,
    RoomEntry,
    Row,
    Table,
    TableRow,
    Trouble,
)

Cells = Mapping[Field, Sequence[str]]
"""The filled cells of a row, by what they hold, in the order of their columns."""


def read_rows(table: Table, kind: ListKind, columns: Columns) -> Reading:
    """Return what a table says if its columns hold what is said of them; unfit rows are told."""
    width = table.width
    fields = (*columns, *[None] * (width - len(columns)))[:width]
    rows = tuple(_row(row, kind, fields, table) for row in table.rows)
    return Reading(kind, rows, table, fields, _unused(table, fields))


def person_entry(cells: Cells) -> tuple[PersonEntry | None, list[Fault]]:
    """Return the person that cells tell of, None where they have no name."""
    faults: list[Fault] = []
    name = _name(cells, faults)
    title = _line(cells, Field.TITLE, faults)
    email, phone = _value(cells, Field.EMAIL, faults), _value(cells, Field.PHONE, faults)
    zone, language = _value(cells, Field.ZONE, faults), _value(cells, Field.LANGUAGE, faults)
    areas, wrong = read_words("; ".join(cells.get(Field.FOCUS_AREAS, ())), Field.FOCUS_AREAS)
    note = _note(cells, faults)
    faults += wrong
    if not name:
        return None, [Fault(Trouble.NO_NAME, Field.NAME), *faults]
    return PersonEntry(name, title, email, phone, zone, language, areas, note), faults


def room_entry(cells: Cells) -> tuple[RoomEntry | None, list[Fault]]:
    """Return the room that cells tell of, None where they have no name."""
    faults: list[Fault] = []
    name = _line(cells, Field.NAME, faults)
    office, floor = _line(cells, Field.OFFICE, faults), _line(cells, Field.FLOOR, faults)
    capacity, wrong = read_capacity(next(iter(cells.get(Field.CAPACITY, ())), ""))
    equipment, unknown = read_equipment("; ".join(cells.get(Field.EQUIPMENT, ())))
    phone, note = _value(cells, Field.PHONE, faults), _note(cells, faults)
    faults += [*wrong, *unknown]
    if not name:
        return None, [Fault(Trouble.NO_NAME, Field.NAME), *faults]
    return RoomEntry(name, office, floor, capacity, equipment, phone, note), faults


def _row(row: TableRow, kind: ListKind, columns: Columns, table: Table) -> Row:
    cells: dict[Field, list[str]] = defaultdict(list)
    for field, cell in zip(columns, row.cells, strict=False):
        if field is not None and cell:
            cells[field].append(cell)
    entry: Entry | None
    entry, faults = person_entry(cells) if kind is ListKind.PEOPLE else room_entry(cells)
    beyond = row.cells[len(table.header.cells) :] if table.header is not None else ()
    unheaded = [
        Fault(Trouble.WITHOUT_COLUMN, None, shown(cell))
        for cell, field in zip(beyond, columns[len(row.cells) - len(beyond) :], strict=False)
        if cell and field is None
    ]
    return Row(row.line, entry, (*faults, *unheaded))


def _unused(table: Table, columns: Columns) -> tuple[str, ...]:
    """Return the headings of columns that hold something and are not taken."""
    filled = {index for row in table.rows for index, cell in enumerate(row.cells) if cell}
    named = table.headings if table.header is not None else _numbers(table.width)
    return tuple(
        heading
        for index, heading in enumerate(named)
        if columns[index] is None and heading and index in filled
    )


def _numbers(width: int) -> tuple[str, ...]:
    return tuple(str(number) for number in range(1, width + 1))


def _name(cells: Cells, faults: list[Fault]) -> str:
    first, last = (cells.get(field, ()) for field in (Field.FIRST_NAME, Field.LAST_NAME))
    whole = cells.get(Field.NAME, ())
    name, wrong = read_name(whole[0]) if whole else read_line(" ".join((*first, *last)), Field.NAME)
    faults += wrong
    return name


def _line(cells: Cells, field: Field, faults: list[Fault]) -> str:
    said = cells.get(field, ())
    text, wrong = read_line(said[0], field) if said else ("", [])
    faults += [*wrong, *_others(said[1:], field, text)]
    return text


def _value(cells: Cells, field: Field, faults: list[Fault]) -> str:
    """Return the first value of a field that can be read; other ones are told."""
    found = ""
    for said in cells.get(field, ()):
        value, wrong = LINE_READERS[field](said)
        faults += wrong
        if found and value:
            faults += _others([value], field, found)
        found = found or value
    return found


def _others(said: Sequence[str], field: Field, taken: str) -> list[Fault]:
    return [Fault(Trouble.MORE_THAN_ONE, field, shown(other)) for other in said if other != taken]


def _note(cells: Cells, faults: list[Fault]) -> str:
    note, wrong = read_note("\n".join(cells.get(Field.NOTE, ())))
    faults += wrong
    return note
