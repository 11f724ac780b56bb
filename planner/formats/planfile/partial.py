"""What can be said of a document of which some records cannot be read: doubled ids, lost references."""

from collections.abc import Iterator
from typing import Any

import msgspec

from planner.domain.plan import TABLES
from planner.domain.references import references
from planner.formats.planfile.faults import Fault, printable
from planner.formats.planfile.inspection import converted

_OWN_REFERENCES = (("office", "offices"), ("coordinator", "people"))  # of the plan itself


def faults_between(raw: dict[str, Any]) -> Iterator[Fault]:
    """Yield what is wrong between the records of a builtin document, as far as they can be read.

    A record that cannot be read still counts as there, so that nothing is reported missing only
    because it is faulty.
    """
    tables = {table: _records(raw, table) for table in TABLES.values()}
    known = {table: {str(r.get("id")) for r in records} for table, records in tables.items()}
    for field, table in _OWN_REFERENCES:
        if isinstance(raw.get(field), str) and raw[field] not in known[table]:
            yield Fault("not_there", field, {"table": table, "id": printable(raw[field])})
    for kind, table in TABLES.items():
        seen: dict[str, int] = {}
        for number, record in enumerate(tables[table]):
            place = f"{table}[{number}]"
            yield from _doubled(record.get("id"), place, seen, number)
            yield from _lost(record, kind, place, known)


def _records(raw: dict[str, Any], table: str) -> list[dict[str, Any]]:
    found = raw.get(table)
    rows = found if isinstance(found, list) else []
    return [row if isinstance(row, dict) else {} for row in rows]


def _doubled(record_id: object, place: str, seen: dict[str, int], number: int) -> Iterator[Fault]:
    if not isinstance(record_id, str):
        return
    first = seen.setdefault(record_id, number)
    if first != number:
        table = place.partition("[")[0]
        facts = {"id": printable(record_id), "first": f"{table}[{first}]"}
        yield Fault("doubled_id", f"{place}.id", facts)


def _lost(
    record: dict[str, Any], kind: type[Any], place: str, known: dict[str, set[str]]
) -> Iterator[Fault]:
    try:
        whole = converted(record, kind)
    except msgspec.ValidationError:
        return
    for _, field, target in references(whole):
        if target.id not in known[target.table]:
            facts = {"table": target.table, "id": printable(target.id)}
            yield Fault("not_there", f"{place}.{field}", facts)
