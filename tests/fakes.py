"""Fakes: a clock that stands still, and a store in memory that keeps the whole contract."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Self

from planner.domain.ids import PlanId
from planner.store.base import (
    NEW,
    Entry,
    MissingPlan,
    Shelf,
    StaleEntry,
    StalePlan,
    StoredPlan,
    Summary,
    Touched,
)

NOON = datetime(2015, 9, 25, 12, tzinfo=UTC)


class FixedClock:
    """A clock that shows the same instant until it is moved."""

    def __init__(self, now: datetime = NOON) -> None:
        self._now = now

    def now(self) -> datetime:
        return self._now

    def move(self, delta: timedelta) -> None:
        self._now += delta


class FakeStore:
    """A `planner.store.base.Store` that forgets everything when it goes."""

    def __init__(self) -> None:
        self._plans: dict[PlanId, tuple[Summary, bytes]] = {}
        self._entries: dict[tuple[Shelf, str], Entry] = {}
        self._touched: dict[Touched, int] = {}

    def plans(self, *, limit: int = 100, after: Summary | None = None) -> Sequence[Summary]:
        listed = sorted((summary for summary, _ in self._plans.values()), key=_newest_first)
        if after is not None:
            listed = [item for item in listed if _newest_first(item) > _newest_first(after)]
        return tuple(listed[:limit])

    def load(self, plan_id: PlanId) -> StoredPlan:
        if plan_id not in self._plans:
            raise MissingPlan(id=plan_id)
        summary, document = self._plans[plan_id]
        return StoredPlan(document, summary.version)

    def version(self, plan_id: PlanId) -> int:
        return self._plans[plan_id][0].version if plan_id in self._plans else NEW

    def save(self, summary: Summary, document: bytes) -> int:
        self._expect(summary.id, summary.version)
        version = self._count(None, summary.id)
        self._plans[summary.id] = replace(summary, version=version), document
        return version

    def delete(self, plan_id: PlanId, version: int) -> None:
        self._expect(plan_id, version, is_there=True)
        del self._plans[plan_id]
        self._count(None, plan_id)

    def entries(self, shelf: Shelf) -> Sequence[Entry]:
        found = [entry for (where, _), entry in self._entries.items() if where is shelf]
        return tuple(sorted(found, key=lambda entry: (entry.name, entry.id)))

    def put(self, shelf: Shelf, entry: Entry) -> int:
        self._expect_entry(shelf, entry.id, entry.version)
        version = self._count(shelf, entry.id)
        self._entries[shelf, entry.id] = replace(entry, version=version)
        return version

    def remove(self, shelf: Shelf, entry_id: str, version: int) -> None:
        self._expect_entry(shelf, entry_id, version, is_there=True)
        del self._entries[shelf, entry_id]
        self._count(shelf, entry_id)

    def latest(self) -> int:
        return max(self._touched.values(), default=0)

    def touched_since(self, number: int) -> Sequence[Touched]:
        later = [(when, what) for what, when in self._touched.items() if when > number]
        return tuple(what for _, what in sorted(later, key=lambda pair: pair[0]))

    def close(self) -> None:
        pass

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    def _count(self, shelf: Shelf | None, record_id: str) -> int:
        number = self.latest() + 1
        self._touched[Touched(shelf, record_id)] = number
        return number

    def _expect(self, plan_id: PlanId, version: int, *, is_there: bool = False) -> None:
        found = self.version(plan_id)
        if found != version or (is_there and found == NEW):
            raise StalePlan(id=plan_id, expected=version, found=found)

    def _expect_entry(
        self, shelf: Shelf, entry_id: str, version: int, *, is_there: bool = False
    ) -> None:
        entry = self._entries.get((shelf, entry_id))
        found = NEW if entry is None else entry.version
        if found != version or (is_there and found == NEW):
            raise StaleEntry(shelf=shelf, id=entry_id, expected=version, found=found)


def _newest_first(summary: Summary) -> tuple[timedelta, str]:
    return NOON - summary.changed, summary.id
