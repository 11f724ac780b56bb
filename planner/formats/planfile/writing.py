"""Writing plan files: a plan to bytes; the same plan gives the same bytes."""

import json
import re
from collections.abc import Iterable
from itertools import chain, islice
from typing import Any

import msgspec

from planner.domain.plan import Plan
from planner.formats.planfile.consistency import (
    inconsistencies,
    lost_references,
    record_inconsistencies,
)
from planner.formats.planfile.document import document_of
from planner.formats.planfile.faults import MOST_FAULTS, Fault, UnwritablePlan
from planner.formats.planfile.json_text import SIZE_LIMIT
from planner.formats.planfile.values import plain

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_MEGABYTE = 1_000_000


def write_plan(plan: Plan) -> bytes:
    """Return the bytes of the plan file: UTF-8 JSON, two spaces of indent, a final line feed.

    Raises:
        UnwritablePlan: the file could not be read again, such as with a record that is not there.
    """
    document = document_of(plan)
    _refuse(chain(inconsistencies(document), lost_references(plan)))
    data = _indented(plain(document))
    if len(data) > SIZE_LIMIT:
        facts = {"size": -(-len(data) // _MEGABYTE), "limit": SIZE_LIMIT // _MEGABYTE}
        raise UnwritablePlan([Fault("too_large", facts=facts)])
    return data


def write_record(record: object) -> bytes:
    """Return one record, such as a person of the directory, in the same form.

    Raises:
        UnwritablePlan: it could not be read again.
    """
    _refuse(record_inconsistencies(record))
    return _indented(plain(record))


def _refuse(faults: Iterable[Fault]) -> None:
    found = list(islice(faults, MOST_FAULTS))
    if found:
        raise UnwritablePlan(found)


def _indented(value: Any) -> bytes:
    try:
        return msgspec.json.format(msgspec.json.encode(value), indent=2) + b"\n"
    except UnicodeEncodeError:
        return _with_lone_surrogates(value)


def _with_lone_surrogates(value: Any) -> bytes:
    """Return the same text, slower, where some text holds half of a surrogate pair.

    UTF-8 has no form for those, a JSON escape has; they come from file names and from some editors.
    """
    text = json.dumps(value, ensure_ascii=False, indent=2)
    escaped = _LONE_SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
    return escaped.encode() + b"\n"
