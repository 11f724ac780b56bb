"""Writing plan files: a plan to bytes; the same plan gives the same bytes."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import chain, islice
from typing import Any, NamedTuple

import msgspec

from planner.domain.plan import TABLES, Plan, Record
from planner.domain.references import references
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


class PlanWriter:
    """Writes a plan again after each change, at the cost of what changed.

    Records are frozen, so one that is still the same object was checked and encoded before. Holds
    the records that were written last, and their text.
    """

    def __init__(self) -> None:
        self._tables: Mapping[str, Any] = dict.fromkeys(TABLES.values())
        self._pieces: _Pieces = {table: {} for table in self._tables}

    def write(self, plan: Plan) -> bytes:
        """Return the bytes that `write_plan` would return.

        Whatever is in doubt is left to `write_plan`, which knows the faults and their places.

        Raises:
            UnwritablePlan: the file could not be read again, such as with a record that is not there.
        """
        part = replace(plan, **self._fresh(plan))  # type: ignore[arg-type]  # names agree by TABLES
        if _is_doubtful(part):
            return write_plan(plan)
        try:
            pieces = self._pieces_of(plan)
            data = _spliced(part, pieces)
        except UnicodeEncodeError:
            return write_plan(plan)
        if len(data) > SIZE_LIMIT or _has_lost_references(plan, self._pieces, pieces):
            return write_plan(plan)
        self._tables = {table: getattr(plan, table) for table in pieces}
        self._pieces = pieces
        return data

    def _fresh(self, plan: Plan) -> Mapping[str, Mapping[str, Record]]:
        """Return by table the records that are not those that were written last."""
        fresh: dict[str, Mapping[str, Record]] = {}
        for table, pieces in self._pieces.items():
            records: Mapping[str, Record] = getattr(plan, table)
            is_known = records is self._tables[table]
            fresh[table] = {} if is_known else _without_known(records, pieces)
        return fresh

    def _pieces_of(self, plan: Plan) -> "_Pieces":
        pieces: dict[str, Mapping[str, _Piece]] = {}
        for table, known in self._pieces.items():
            records: Mapping[str, Record] = getattr(plan, table)
            is_known = records is self._tables[table]
            pieces[table] = known if is_known else _updated(records, known)
        return pieces


def write_record(record: object) -> bytes:
    """Return one record, such as a person of the directory, in the same form.

    Raises:
        UnwritablePlan: it could not be read again.
    """
    _refuse(record_inconsistencies(record))
    return _indented(plain(record))


class _Piece(NamedTuple):
    """A record, its text, and the table and id of each record that it names."""

    record: Record
    encoded: msgspec.Raw
    named: frozenset[tuple[str, str]]


_Pieces = Mapping[str, Mapping[str, _Piece]]


def _without_known(
    records: Mapping[str, Record], known: Mapping[str, _Piece]
) -> Mapping[str, Record]:
    return {
        key: record
        for key, record in records.items()
        if (piece := known.get(key)) is None or piece.record is not record
    }


def _updated(records: Mapping[str, Record], known: Mapping[str, _Piece]) -> Mapping[str, _Piece]:
    return {
        key: piece
        if (piece := known.get(key)) is not None and piece.record is record
        else _piece(record)
        for key, record in records.items()
    }


def _piece(record: Record) -> _Piece:
    named = frozenset((item.target.table, item.target.id) for item in references(record))
    return _Piece(record, msgspec.Raw(msgspec.json.encode(plain(record))), named)


def _is_doubtful(part: Plan) -> bool:
    """Say whether the records of a part of a plan, or its own fields, have a fault by themselves."""
    tables = (getattr(part, table) for table in TABLES.values())
    if any(record.id != key for table in tables for key, record in table.items()):
        return True  # only ids that are their keys cannot be those of records outside of the part
    return next(inconsistencies(document_of(part)), None) is not None


def _has_lost_references(plan: Plan, before: _Pieces, after: _Pieces) -> bool:
    """Say whether a record is named but not there; those written before name only what was there."""
    fresh: list[_Piece] = []
    gone: set[tuple[str, str]] = set()
    for table, pieces in after.items():
        known = before[table]
        if pieces is not known:
            fresh += [piece for key, piece in pieces.items() if known.get(key) is not piece]
            gone |= {(table, key) for key in known.keys() - pieces.keys()}
    named = {name for piece in fresh for name in piece.named}
    if gone:
        named |= {name for pieces in after.values() for p in pieces.values() for name in p.named}
    named |= {("offices", plan.office)} if plan.office is not None else set()
    named |= {("people", plan.coordinator)} if plan.coordinator is not None else set()
    return any(name not in after[table] for table, name in named)


def _spliced(part: Plan, pieces: _Pieces) -> bytes:
    tables = {name: tuple(p.encoded for p in table.values()) for name, table in pieces.items()}
    document = msgspec.structs.replace(document_of(part), **tables)
    return _formatted(plain(document))


def _refuse(faults: Iterable[Fault]) -> None:
    found = list(islice(faults, MOST_FAULTS))
    if found:
        raise UnwritablePlan(found)


def _indented(value: Any) -> bytes:
    try:
        return _formatted(value)
    except UnicodeEncodeError:
        return _with_lone_surrogates(value)


def _formatted(value: Any) -> bytes:
    return msgspec.json.format(msgspec.json.encode(value), indent=2) + b"\n"


def _with_lone_surrogates(value: Any) -> bytes:
    """Return the same text, slower, where some text holds half of a surrogate pair.

    UTF-8 has no form for those, a JSON escape has; they come from file names and from some editors.
    """
    text = json.dumps(value, ensure_ascii=False, indent=2)
    escaped = _LONE_SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
    return escaped.encode() + b"\n"
