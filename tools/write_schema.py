"""Write the schema of the plan file, and the field tables in docs/plan-file.md, from its types.

    python -m tools.write_schema

Tests compare both with the types, so they cannot grow stale.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum
from inspect import getdoc
from pathlib import Path
from typing import Any, get_type_hints

import msgspec

from planner.domain.times import Moment
from planner.formats.planfile.document import FORMAT, SCHEMA_FILE, VERSION, PlanDocument
from planner.formats.planfile.schema import schema_bytes
from planner.formats.planfile.shapes import FieldShape, Shape, shape_of
from planner.formats.planfile.values import plain
from planner.resources import bundled

TARGET = Path(__file__).parents[1] / "docs" / "plan-file.md"
BEGIN = "<!-- fields: written by tools/write_schema.py; do not edit -->"
END = "<!-- end of fields -->"

_WORDS: Mapping[Any, tuple[str, str]] = {
    str: ("text", "texts"),
    int: ("whole number", "whole numbers"),
    bool: ("`true` or `false`", "`true` or `false`"),
    Moment: ("moment", "moments"),
    datetime: ("instant", "instants"),
    date: ("day", "days"),
    time: ("clock", "clocks"),
    timedelta: ("length", "lengths"),
}
_SPECIAL: Mapping[str, str] = {
    "id": "its id",
    "format": f'`"{FORMAT}"`',
    "version": f"whole number, `{VERSION}` at the most",
    "zone": "name of a zone, such as `Europe/Luxembourg`",
    "language": "code of a language, such as `en`",
    "seed": "text: a UUID",
    "key": "code and subjects of the problem, such as `BRK-204 blocks:lunch candidates:candidate`",
}
"""What fields hold that are more than their type says, by their names."""

_NAMED: Mapping[str, tuple[str, str]] = {
    "OfficeId": ("id of an office", "ids of offices"),
    "PersonId": ("id of a person", "ids of people"),
    "CandidateId": ("id of a candidate", "ids of candidates"),
    "FocusAreaId": ("id of a focus area", "ids of focus areas"),
    "RoomId": ("id of a room", "ids of rooms"),
    "LoopId": ("id of a loop", "ids of loops"),
    "BlockId": ("id of a block", "ids of blocks"),
}
"""What a field holds that names other records, one or several."""


def field_tables() -> str:
    """Return a table for each type of record, in the order in which a file has them."""
    shapes = dict.fromkeys(_shapes_below(shape_of(PlanDocument)))
    return "\n".join(_section(kind) for kind in shapes)


def with_field_tables(text: str) -> str:
    """Return the text of the document with the part between its two marks written anew."""
    before, _, rest = text.partition(BEGIN)
    return f"{before}{BEGIN}\n\n{field_tables()}\n{END}{rest.partition(END)[2]}"


def main() -> None:
    """Write the schema into the bundled files, and the tables into the document."""
    schema = bundled("schema", SCHEMA_FILE)
    schema.parent.mkdir(parents=True, exist_ok=True)
    schema.write_bytes(schema_bytes())
    TARGET.write_text(with_field_tables(TARGET.read_text("utf-8")), "utf-8")
    print(schema.name, TARGET.name)


def _shapes_below(shape: Shape) -> Iterator[type[Any]]:
    yield shape.kind
    for _, below in shape.records:
        yield from _shapes_below(below)


def _section(kind: type[Any]) -> str:
    shape, hints, defaults = shape_of(kind), get_type_hints(kind), dict(_defaults(kind))
    rows = [
        f"| `{name}` | {_content(name, field, hints[name.lstrip('$')])} "
        f"| {_left_out(defaults[name]) if name in defaults else '**required**'} |"
        for name, field in shape.fields.items()
    ]
    meaning = " ".join((getdoc(kind) or "").split()).replace("``", "`")
    meaning = re.sub(r"`?\bNone\b`?", "`null`", meaning)
    head = "| field | holds | left out means |\n|---|---|---|\n"
    return f"### {_title(kind)}\n\n{meaning}\n\n{head}" + "\n".join(rows) + "\n"


def _title(kind: type[Any]) -> str:
    return "The top level" if kind is PlanDocument else kind.__name__


def _content(name: str, field: FieldShape, hint: Any) -> str:
    """Return in plain words what a field holds."""
    if name in _SPECIAL and not field.is_list:
        return _SPECIAL[name]
    named = [words for kind, words in _NAMED.items() if kind in _names_in(hint)]
    one, several = named[0] if named else _words(field.kind)
    return f"list of {several}" if field.is_list else one


def _names_in(hint: Any) -> set[str]:
    """Return the names of the types that a hint is made of."""
    parts = (hint, *getattr(hint, "__args__", ()))
    return {getattr(part, "__name__", "") for part in parts}


def _words(kind: Any) -> tuple[str, str]:
    if is_dataclass(kind) and isinstance(kind, type):
        link = f"[{kind.__name__}](#{kind.__name__.lower()})"
        return link, link
    if isinstance(kind, type) and issubclass(kind, Enum):
        values = ", ".join(f"`{member.value}`" for member in kind)
        return f"one of {values}", values
    return _WORDS[kind]


def _defaults(kind: type[Any]) -> Iterator[tuple[str, Any]]:
    if issubclass(kind, msgspec.Struct):
        struct = msgspec.structs.fields(kind)
        yield from ((part.encode_name, part.default) for part in struct if not part.required)
        return
    yield from ((f.name, f.default) for f in fields(kind) if f.default is not MISSING)


def _left_out(default: Any) -> str:
    """Return what a field that is left out means."""
    value = plain(default)
    match value:
        case None | []:
            return "none"
        case "":
            return "empty"
        case dict():
            return "its defaults" if value else "none"
        case bool():
            return f"`{str(value).lower()}`"
        case list():
            return ", ".join(f"`{item}`" for item in value)
        case _:
            return f"`{value}`"


if __name__ == "__main__":
    main()
