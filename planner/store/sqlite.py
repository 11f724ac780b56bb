"""The SQLite workspace: one file, safe against power cuts, open in several windows at once."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from hashlib import blake2b
from pathlib import Path
from typing import Any, Self

from planner.domain.ids import PlanId
from planner.store.base import (
    NEW,
    Entry,
    MissingPlan,
    Shelf,
    StaleEntry,
    StalePlan,
    StoredPlan,
    StoreFailed,
    Summary,
    Touched,
)
from planner.store.sqlite_file import connect, told, writing

_PLANS = ""  # stands in the column of the shelf for what is no entry but a plan
_AFTER_ALL = ("9999-99", "")  # sorts before the newest plan

_LIST_PLANS = """
    SELECT id, title, candidates, first_day, last_day, changed, version FROM plan
    WHERE changed <= :changed AND (changed < :changed OR id > :id)
    ORDER BY changed DESC, id LIMIT :limit
"""
_SAVE_PLAN = """
    INSERT INTO plan VALUES (:id, :title, :candidates, :first_day, :last_day, :changed, :version,
        :digest, :document)
    ON CONFLICT (id) DO UPDATE SET title = :title, candidates = :candidates,
        first_day = :first_day, last_day = :last_day, changed = :changed, version = :version,
        digest = :digest, document = :document
"""
_LIST_ENTRIES = "SELECT id, name, document, version FROM entry WHERE shelf = ? ORDER BY name, id"
_SAVE_ENTRY = """
    INSERT INTO entry VALUES (:shelf, :id, :name, :version, :document)
    ON CONFLICT (shelf, id) DO UPDATE SET name = :name, version = :version, document = :document
"""
_COUNT = """
    INSERT INTO change VALUES (:shelf, :id, (SELECT coalesce(max(number), 0) + 1 FROM change))
    ON CONFLICT (shelf, id) DO UPDATE SET number = excluded.number
    RETURNING number
"""


class SqliteStore:
    """A `Store` in one SQLite file; used by the thread that opened it.

    Versions are the numbers of the changes that made them, counted over the whole store.
    """

    def __init__(self, path: Path) -> None:
        """Open the workspace at ``path``, which is made if it is not there.

        Raises:
            StoreFailed: it cannot be opened, is damaged, newer than this program, or none at all.
        """
        self.path = path
        self._connection = connect(path)

    def plans(self, *, limit: int = 100, after: Summary | None = None) -> Sequence[Summary]:
        """Return the plans that were changed last, or the next ones after a summary."""
        changed, plan_id = _AFTER_ALL if after is None else (_instant(after.changed), after.id)
        rows = self._rows(_LIST_PLANS, {"changed": changed, "id": plan_id, "limit": limit})
        return tuple(_summary(row) for row in rows)

    def load(self, plan_id: PlanId) -> StoredPlan:
        """Return a plan's document.

        Raises:
            MissingPlan: the store does not hold it.
            StoreFailed: the document is not the one that was saved.
        """
        rows = self._rows("SELECT document, version, digest FROM plan WHERE id = ?", (plan_id,))
        if not rows:
            raise MissingPlan(id=plan_id)
        document, version, digest = rows[0]
        if _digest(document) != digest:
            raise StoreFailed(file=self.path.name, reason="damaged", detail=plan_id)
        return StoredPlan(document, version)

    def version(self, plan_id: PlanId) -> int:
        """Return the version that a plan has now, `NEW` where the store does not hold it."""
        rows = self._rows("SELECT version FROM plan WHERE id = ?", (plan_id,))
        return int(rows[0][0]) if rows else NEW

    def save(self, summary: Summary, document: bytes) -> int:
        """Put a document in place of the version that the summary names; return its new version.

        Raises:
            StalePlan: the store holds another version, or none, or already one.
        """
        with self._writing():
            self._expect(summary.id, summary.version)
            version = self._count(_PLANS, summary.id)
            row = {**_row(summary), "digest": _digest(document), "document": document}
            self._connection.execute(_SAVE_PLAN, {**row, "version": version})
        return version

    def delete(self, plan_id: PlanId, version: int) -> None:
        """Remove a plan of which no newer version exists.

        Raises:
            StalePlan: the store holds another version, or none.
        """
        with self._writing():
            self._expect(plan_id, version, is_there=True)
            self._connection.execute("DELETE FROM plan WHERE id = ?", (plan_id,))
            self._count(_PLANS, plan_id)

    def entries(self, shelf: Shelf) -> Sequence[Entry]:
        """Return everything on a shelf by name."""
        return tuple(Entry(*row) for row in self._rows(_LIST_ENTRIES, (shelf.value,)))

    def put(self, shelf: Shelf, entry: Entry) -> int:
        """Put an entry in place of the version that it names; return its new version.

        Raises:
            StaleEntry: the store holds another version, or none, or already one.
        """
        with self._writing():
            self._expect_entry(shelf, entry.id, entry.version)
            version = self._count(shelf.value, entry.id)
            row = {"id": entry.id, "name": _storable(entry.name), "document": entry.document}
            self._connection.execute(_SAVE_ENTRY, {**row, "shelf": shelf.value, "version": version})
        return version

    def remove(self, shelf: Shelf, entry_id: str, version: int) -> None:
        """Remove an entry of which no newer version exists.

        Raises:
            StaleEntry: the store holds another version, or none.
        """
        with self._writing():
            self._expect_entry(shelf, entry_id, version, is_there=True)
            place = (shelf.value, entry_id)
            self._connection.execute("DELETE FROM entry WHERE shelf = ? AND id = ?", place)
            self._count(shelf.value, entry_id)

    def latest(self) -> int:
        """Return the number of the last change that anybody made."""
        return int(self._rows("SELECT coalesce(max(number), 0) FROM change")[0][0])

    def touched_since(self, number: int) -> Sequence[Touched]:
        """Return what was saved or removed after change ``number``, in that order."""
        rows = self._rows(
            "SELECT shelf, id FROM change WHERE number > ? ORDER BY number", (number,)
        )
        return tuple(Touched(Shelf(shelf) if shelf else None, name) for shelf, name in rows)

    def close(self) -> None:
        """Give back the file."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    def _rows(self, query: str, values: Any = ()) -> list[Any]:
        with told(self.path):
            return self._connection.execute(query, values).fetchall()

    @contextmanager
    def _writing(self) -> Iterator[None]:
        with told(self.path), writing(self._connection):
            yield

    def _expect(self, plan_id: PlanId, version: int, *, is_there: bool = False) -> None:
        found = self.version(plan_id)
        if found != version or (is_there and found == NEW):
            raise StalePlan(id=plan_id, expected=version, found=found)

    def _expect_entry(
        self, shelf: Shelf, entry_id: str, version: int, *, is_there: bool = False
    ) -> None:
        place = (shelf.value, entry_id)
        rows = self._rows("SELECT version FROM entry WHERE shelf = ? AND id = ?", place)
        found = rows[0][0] if rows else NEW
        if found != version or (is_there and found == NEW):
            raise StaleEntry(shelf=shelf, id=entry_id, expected=version, found=found)

    def _count(self, shelf: str, record_id: str) -> int:
        row = self._connection.execute(_COUNT, {"shelf": shelf, "id": record_id}).fetchone()
        return int(row[0])


def _row(summary: Summary) -> dict[str, Any]:
    return {
        "id": summary.id,
        "title": _storable(summary.title),
        "candidates": json.dumps(summary.candidates),
        "first_day": summary.first_day and summary.first_day.isoformat(),
        "last_day": summary.last_day and summary.last_day.isoformat(),
        "changed": _instant(summary.changed),
    }


def _summary(row: tuple[Any, ...]) -> Summary:
    plan_id, title, candidates, first_day, last_day, changed, version = row
    return Summary(
        plan_id,
        title,
        tuple(json.loads(candidates)),
        first_day and date.fromisoformat(first_day),
        last_day and date.fromisoformat(last_day),
        datetime.fromisoformat(changed),
        version,
    )


def _storable(text: str) -> str:
    """Return text as a list may show it: UTF-8 has no form for half of a surrogate pair."""
    return text.encode("utf-8", "replace").decode()


def _instant(instant: datetime) -> str:
    """Return an instant as text that sorts by time."""
    return instant.astimezone(UTC).isoformat(timespec="microseconds")


def _digest(document: bytes) -> bytes:
    """Return what tells a document from one that the disk has altered; SQLite has no checksums."""
    return blake2b(document, digest_size=16).digest()
