"""The contract of a store, asked of SQLite and of the fake that stands in for it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from planner.domain.ids import PlanId
from planner.store.base import (
    NEW,
    Entry,
    MissingPlan,
    Shelf,
    StaleEntry,
    StalePlan,
    Store,
    StoredPlan,
    Summary,
    Touched,
)
from planner.store.sqlite import SqliteStore
from tests.fakes import NOON, FakeStore

ADA = PlanId("plan-ada")
MAKERS: dict[str, Callable[[Path], Store]] = {
    "sqlite": lambda folder: SqliteStore(folder / "workspace.sqlite"),
    "fake": lambda _: FakeStore(),
}


@pytest.fixture(params=MAKERS)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    with MAKERS[request.param](tmp_path) as made:
        yield made


def summary(name: str = ADA, *, changed: datetime = NOON, version: int = NEW) -> Summary:
    return Summary(
        PlanId(name), "Onsite", ("Ada",), date(2015, 9, 25), date(2015, 9, 26), changed, version
    )


def entry(name: str, *, version: int = NEW) -> Entry:
    return Entry(f"person-{name}", name, name.encode(), version)


def test_saved_document_comes_back_with_its_version(store: Store) -> None:
    version = store.save(summary(), b"one")
    assert store.load(ADA) == StoredPlan(b"one", version)
    assert store.version(ADA) == version


def test_save_puts_a_newer_document_in_place(store: Store) -> None:
    first = store.save(summary(), b"one")
    second = store.save(summary(version=first), b"two")
    assert second > first
    assert store.load(ADA) == StoredPlan(b"two", second)


def test_save_over_a_newer_version_is_refused(store: Store) -> None:
    first = store.save(summary(), b"one")
    second = store.save(summary(version=first), b"two")
    with pytest.raises(StalePlan) as refused:
        store.save(summary(version=first), b"three")
    assert refused.value.facts == {"id": ADA, "expected": first, "found": second}
    assert store.load(ADA) == StoredPlan(b"two", second)


def test_save_of_a_new_plan_over_an_old_one_is_refused(store: Store) -> None:
    version = store.save(summary(), b"one")
    with pytest.raises(StalePlan):
        store.save(summary(), b"two")
    assert store.load(ADA) == StoredPlan(b"one", version)


def test_save_of_a_deleted_plan_is_refused(store: Store) -> None:
    version = store.save(summary(), b"one")
    store.delete(ADA, version)
    with pytest.raises(StalePlan):
        store.save(summary(version=version), b"two")
    assert store.version(ADA) == NEW


def test_version_never_comes_again_after_a_deletion(store: Store) -> None:
    first = store.save(summary(), b"one")
    store.delete(ADA, first)
    assert store.save(summary(), b"one") > first


def test_load_of_an_unknown_plan_is_refused(store: Store) -> None:
    with pytest.raises(MissingPlan) as refused:
        store.load(ADA)
    assert refused.value.facts == {"id": ADA}


def test_delete_of_a_newer_version_is_refused(store: Store) -> None:
    first = store.save(summary(), b"one")
    second = store.save(summary(version=first), b"two")
    with pytest.raises(StalePlan):
        store.delete(ADA, first)
    assert store.version(ADA) == second


def test_delete_of_an_unknown_plan_is_refused(store: Store) -> None:
    with pytest.raises(StalePlan):
        store.delete(ADA, NEW)
    assert store.latest() == 0


def test_list_shows_what_was_told_newest_first(store: Store) -> None:
    older = summary("old", changed=NOON - timedelta(days=1))
    newer = replace(summary("new"), first_day=None, last_day=None, candidates=("Ada", "\u4e2d"))
    versions = [store.save(item, b"") for item in (older, newer)]
    assert list(store.plans()) == [
        replace(newer, version=versions[1]),
        replace(older, version=versions[0]),
    ]


def test_list_goes_on_after_a_summary(store: Store) -> None:
    for number in range(7):
        store.save(summary(f"plan-{number}", changed=NOON - timedelta(hours=number // 2)), b"")
    first = store.plans(limit=3)
    second = store.plans(limit=3, after=first[-1])
    third = store.plans(limit=3, after=second[-1])
    assert [item.id for item in (*first, *second, *third)] == [f"plan-{n}" for n in range(7)]


def test_list_keeps_instants_of_other_offsets_in_order(store: Store) -> None:
    early = datetime(2015, 9, 25, 11, 59, 59, 999_999, tzinfo=UTC)
    store.save(summary("early", changed=early), b"")
    store.save(summary("late", changed=NOON), b"")
    assert [item.changed for item in store.plans()] == [NOON, early]


def test_title_may_be_anything(store: Store) -> None:
    nasty = "'; DROP TABLE plan; --\x00<img src='/etc/passwd'>\r\n\u202e../../etc"
    store.save(replace(summary(), title=nasty), b"")
    assert [item.title for item in store.plans()] == [nasty]


def test_entries_come_back_by_name(store: Store) -> None:
    versions = {name: store.put(Shelf.PEOPLE, entry(name)) for name in ("Noor", "Ben")}
    store.put(Shelf.ROOMS, entry("Blue"))
    assert list(store.entries(Shelf.PEOPLE)) == [
        entry("Ben", version=versions["Ben"]),
        entry("Noor", version=versions["Noor"]),
    ]


def test_put_over_a_newer_entry_is_refused(store: Store) -> None:
    first = store.put(Shelf.PEOPLE, entry("Ben"))
    second = store.put(Shelf.PEOPLE, entry("Ben", version=first))
    with pytest.raises(StaleEntry):
        store.put(Shelf.PEOPLE, entry("Ben", version=first))
    assert list(store.entries(Shelf.PEOPLE)) == [entry("Ben", version=second)]


def test_removed_entry_is_gone(store: Store) -> None:
    version = store.put(Shelf.PEOPLE, entry("Ben"))
    store.remove(Shelf.PEOPLE, "person-Ben", version)
    assert list(store.entries(Shelf.PEOPLE)) == []


@pytest.mark.parametrize("version", [NEW, 7])
def test_remove_of_what_is_not_there_is_refused(store: Store, version: int) -> None:
    with pytest.raises(StaleEntry):
        store.remove(Shelf.PEOPLE, "person-Ben", version)


def test_touched_tells_each_record_once_in_order(store: Store) -> None:
    ada = store.save(summary(), b"one")
    ben = store.put(Shelf.PEOPLE, entry("Ben"))
    store.save(summary("other"), b"")
    store.save(summary(version=ada), b"two")
    store.remove(Shelf.PEOPLE, "person-Ben", ben)
    assert list(store.touched_since(ada)) == [
        Touched(None, "other"),
        Touched(None, ADA),
        Touched(Shelf.PEOPLE, "person-Ben"),
    ]
    assert list(store.touched_since(store.latest())) == []


def test_latest_is_the_version_of_the_last_save(store: Store) -> None:
    assert store.latest() == 0
    assert store.save(summary(), b"") == store.latest()
    assert store.put(Shelf.ROOMS, entry("Blue")) == store.latest()
