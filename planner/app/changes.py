"""Changes: which records differ after a step, and who caused it; views refresh by them."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from planner.app.differences import ABSENT, WHOLE, difference
from planner.domain.plan import Plan
from planner.domain.references import PLAN


class Cause(StrEnum):
    """How a change came about."""

    EDIT = "edit"
    UNDO = "undo"
    REDO = "redo"
    ELSEWHERE = "elsewhere"


@dataclass(frozen=True, slots=True)
class TableChange:
    """The ids of one table's records that came, went, or hold other values."""

    added: frozenset[str] = frozenset()
    removed: frozenset[str] = frozenset()
    altered: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Change:
    """What is different now. ``origin`` is what the caller named itself, so it can skip its own.

    ``tables`` has only tables in which something changed, ``fields`` the plan's own fields.
    """

    cause: Cause
    origin: str = ""
    tables: Mapping[str, TableChange] = field(default_factory=dict)
    fields: frozenset[str] = frozenset()

    @property
    def is_empty(self) -> bool:
        """Say whether nothing changed."""
        return not self.tables and not self.fields

    def table(self, name: str) -> TableChange:
        """Return what changed in a table."""
        return self.tables.get(name, TableChange())


def change_between(before: Plan, after: Plan, cause: Cause, origin: str = "") -> Change:
    """Return what is different between two plans."""
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    fields = set()
    for part, alteration in difference(before, after).items():
        if part.subject.table == PLAN:
            fields.add(part.field)
            continue
        kind = "altered"
        if part.field == WHOLE:
            kind = "added" if alteration.before is ABSENT else "removed"
        found[part.subject.table][kind].add(part.subject.id)
    tables = {
        table: TableChange(**{kind: frozenset(ids) for kind, ids in kinds.items()})
        for table, kinds in found.items()
    }
    return Change(cause, origin, tables, frozenset(fields))
