"""The JSON Schema (2020-12) of the plan file, made from the types that read and write it."""

from collections.abc import Iterator, Mapping
from dataclasses import MISSING, fields
from datetime import datetime, time, timedelta
from inspect import cleandoc
from typing import Any

import msgspec

from planner.domain.times import Moment
from planner.formats.planfile.document import FORMAT, VERSION, PlanDocument
from planner.formats.planfile.shapes import Shape, shape_of
from planner.formats.planfile.values import plain

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_IDENTIFIER = f"urn:interview-planner:{FORMAT}:{VERSION}"
_TEXTS: Mapping[Any, tuple[str, str, str]] = {
    Moment: (
        "Moment",
        "Wall time, offset and zone of the place (RFC 9557): 2015-09-25T10:15+02:00[Europe/Luxembourg]",
        r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})?\[[^\[\]]+\]$",
    ),
    datetime: (
        "Instant",
        "Instant with its offset from UTC (RFC 3339), such as 2015-09-25T08:15:00Z.",
        r"^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?([Zz]|[+-]\d{2}:?\d{2})$",
    ),
    time: (
        "Clock",
        "Time of day on the clocks of the place, such as 11:30.",
        r"^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,6})?)?$",
    ),
    timedelta: (
        "Length",
        "Length (ISO 8601), such as PT45M or PT1H30M.",
        r"^-?P(?=\d|T\d)(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d{1,6})?S)?)?$",
    ),
}
"""Name, meaning and form of the texts that stand for times."""


def plan_schema() -> dict[str, Any]:
    """Return the schema; its defaults are those of the domain, unknown fields are not allowed."""
    schema: dict[str, Any] = msgspec.json.schema(PlanDocument, schema_hook=_any_text)
    for shape in _shapes(shape_of(PlanDocument)):
        _complete(schema["$defs"][shape.kind.__name__], shape)
    for name, meaning, pattern in _TEXTS.values():
        schema["$defs"][name] = {"description": meaning, "type": "string", "pattern": pattern}
    return {"$schema": _DIALECT, "$id": _IDENTIFIER, "title": "Interview plan", **_tidied(schema)}


def schema_bytes() -> bytes:
    """Return the schema as the file that ships."""
    return msgspec.json.format(msgspec.json.encode(plan_schema()), indent=2) + b"\n"


def _any_text(_kind: type[Any]) -> dict[str, Any]:
    return {"type": "string"}


def _complete(definition: dict[str, Any], shape: Shape) -> None:
    """Add to a record's schema what msgspec does not know: forms of text, our defaults, no more."""
    properties = definition["properties"]
    for name, field in shape.fields.items():
        if field.kind in _TEXTS:
            form = {"$ref": "#/$defs/" + _TEXTS[field.kind][0]}
            properties[name] = {"anyOf": [form, {"type": "null"}]} if field.is_optional else form
    for name, default in _defaults(shape.kind):
        properties[name]["default"] = plain(default)
    definition["additionalProperties"] = False


def _shapes(shape: Shape) -> Iterator[Shape]:
    yield shape
    for _, below in shape.records:
        yield from _shapes(below)


def _defaults(kind: type[Any]) -> Iterator[tuple[str, object]]:
    if issubclass(kind, msgspec.Struct):
        struct = msgspec.structs.fields(kind)
        yield from ((part.encode_name, part.default) for part in struct if not part.required)
        return
    yield from ((f.name, f.default) for f in fields(kind) if f.default is not MISSING)


def _tidied(node: Any) -> Any:
    """Return the schema with docstrings as plain paragraphs."""
    if isinstance(node, list):
        return [_tidied(item) for item in node]
    if not isinstance(node, dict):
        return node
    tidy = {name: _tidied(value) for name, value in node.items()}
    if isinstance(tidy.get("description"), str):
        paragraphs = cleandoc(tidy["description"]).split("\n\n")
        tidy["description"] = "\n\n".join(" ".join(p.split()) for p in paragraphs)
    return tidy
