"""The SQLite workspace as a file: whose it is, what is in it, what happens when it is damaged."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from planner.domain.ids import PlanId
from planner.store.base import NEW, StalePlan, StoreFailed, Summary
from planner.store.sqlite import SqliteStore
from planner.store.sqlite_file import connect
from planner.store.sqlite_schema import APPLICATION_ID, STEPS, is_as_made, layout_of
from tests.fakes import NOON


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "workspace.sqlite"


def summary(name: str, version: int = NEW) -> Summary:
    return Summary(PlanId(name), "Onsite", ("Ada",), None, None, NOON, version)


def run(path: Path, *statements: str) -> list[Any]:
    """Do something to the file that the program would not do."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        return [connection.execute(statement).fetchall() for statement in statements]


def setting(path: Path, name: str) -> Any:
    with closing(connect(path)) as connection:
        return connection.execute(f"PRAGMA {name}").fetchone()[0]


def refusal_of(path: Path) -> str:
    """Return why the file is not opened, after checking that it was not touched."""
    before = path.read_bytes()
    with pytest.raises(StoreFailed) as refused:
        SqliteStore(path)
    assert path.read_bytes() == before
    return str(refused.value.facts["reason"])


def test_new_workspace_says_what_it_is(path: Path) -> None:
    SqliteStore(path).close()
    assert run(path, "PRAGMA application_id", "PRAGMA user_version", "PRAGMA integrity_check") == [
        [(APPLICATION_ID,)],
        [(len(STEPS),)],
        [("ok",)],
    ]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("journal_mode", "delete"),
        ("synchronous", 3),
        ("foreign_keys", 1),
        ("trusted_schema", 0),
        ("cell_size_check", 1),
        ("secure_delete", 1),
        ("busy_timeout", 5000),
        ("locking_mode", "normal"),
    ],
)
def test_connection_is_set_for_safety(path: Path, name: str, value: object) -> None:
    assert setting(path, name) == value


def test_workspace_opens_again_with_what_was_saved(path: Path) -> None:
    with SqliteStore(path) as store:
        version = store.save(summary("a"), b"one")
    with SqliteStore(path) as store:
        assert store.load(PlanId("a")).document == b"one"
        assert store.latest() == version


def test_copy_of_an_open_workspace_is_whole(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.sqlite"
    with SqliteStore(path) as store:
        store.save(summary("a"), b"one")
        copy.write_bytes(path.read_bytes())
    with SqliteStore(copy) as store:
        assert store.load(PlanId("a")).document == b"one"


def test_two_windows_share_one_workspace(path: Path) -> None:
    with SqliteStore(path) as one, SqliteStore(path) as other:
        first = one.save(summary("a"), b"one")
        second = other.save(summary("a", first), b"two")
        with pytest.raises(StalePlan):
            one.save(summary("a", first), b"three")
        assert [one.version(PlanId("a")), one.latest()] == [second, second]


def test_save_waits_for_nobody_for_ever(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("planner.store.sqlite_file.BUSY_SECONDS", 0.01)
    with SqliteStore(path) as store, closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StoreFailed) as refused:
            store.save(summary("a"), b"one")
        other.execute("ROLLBACK")
        assert refused.value.facts["reason"] == "busy"
        assert store.latest() == 0


def test_full_disk_changes_nothing(path: Path) -> None:
    with SqliteStore(path) as store:
        version = store.save(summary("a"), b"one")
        pages = run(path, "PRAGMA page_count")[0][0][0]
        store._connection.execute(f"PRAGMA max_page_count = {pages}")  # noqa: SLF001 -- a full disk
        with pytest.raises(StoreFailed) as refused:
            store.save(summary("a", version), b"x" * 100_000)
        assert refused.value.facts["reason"] == "no_space"
        assert store.load(PlanId("a")).document == b"one"


def test_erased_plan_leaves_nothing_in_the_file(path: Path) -> None:
    secret = b"Ada Lovelace" * 1000
    with SqliteStore(path) as store:
        version = store.save(summary("a"), secret)
        version = store.save(summary("a", version), b"short")
        assert b"Ada Lovelace" not in path.read_bytes()
        store.delete(PlanId("a"), version)
        assert b"short" not in path.read_bytes()


def test_file_of_another_program_is_not_touched(path: Path) -> None:
    run(path, "CREATE TABLE moz_places (id)")
    assert refusal_of(path) == "not_a_workspace"


@pytest.mark.parametrize("content", [b"{}", b"\x00" * 4096, b"BEGIN:VCALENDAR\r\n" * 500])
def test_file_that_is_no_database_is_not_touched(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    assert refusal_of(path) == "not_a_workspace"


def test_empty_file_becomes_a_workspace(path: Path) -> None:
    path.touch()
    with SqliteStore(path) as store:
        assert list(store.plans()) == []


def test_newer_workspace_is_not_touched(path: Path) -> None:
    SqliteStore(path).close()
    run(path, "ALTER TABLE plan ADD COLUMN colour TEXT", f"PRAGMA user_version = {len(STEPS) + 1}")
    assert refusal_of(path) == "newer"


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER erase AFTER INSERT ON plan BEGIN DELETE FROM plan; END",
        "CREATE VIEW everything AS SELECT * FROM plan",
        "CREATE TABLE more (id)",
        "DROP INDEX plan_by_change",
        "ALTER TABLE plan ADD COLUMN colour TEXT",
    ],
)
def test_workspace_with_other_contents_is_not_opened(path: Path, statement: str) -> None:
    SqliteStore(path).close()
    run(path, statement)
    assert refusal_of(path) == "altered"


def test_folder_in_place_of_the_workspace_is_refused(path: Path) -> None:
    path.mkdir()
    with pytest.raises(StoreFailed) as refused:
        SqliteStore(path)
    assert refused.value.facts["reason"] == "cannot_open"


def test_missing_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreFailed) as refused:
        SqliteStore(tmp_path / "gone" / "workspace.sqlite")
    assert refused.value.facts["reason"] == "cannot_open"


def test_flipped_bit_in_a_document_is_noticed(path: Path) -> None:
    with SqliteStore(path) as store:
        store.save(summary("a"), b"meet Ada at ten")
    path.write_bytes(path.read_bytes().replace(b"at ten", b"at two"))
    with SqliteStore(path) as store, pytest.raises(StoreFailed) as refused:
        store.load(PlanId("a"))
    assert refused.value.facts["reason"] == "damaged"


def test_damaged_page_is_reported_and_not_written_over(path: Path) -> None:
    with SqliteStore(path) as store:
        for number in range(200):
            store.save(summary(f"plan-{number}"), b"x" * 3000)
    data = bytearray(path.read_bytes())
    data[len(data) // 3 : len(data) // 3 * 2] = b"\xff" * (len(data) // 3)
    path.write_bytes(data)
    names = [PlanId(f"plan-{number}") for number in range(200)]
    with SqliteStore(path) as store, pytest.raises(StoreFailed) as refused:
        list(map(store.load, names))
    assert refused.value.facts["reason"] == "damaged"
    assert path.read_bytes() == bytes(data)


def test_older_layout_is_brought_up_to_date_and_kept_aside(path: Path) -> None:
    with SqliteStore(path) as store:
        store.save(summary("a"), b"one")
    steps = (*STEPS, ("ALTER TABLE plan ADD COLUMN colour TEXT NOT NULL DEFAULT ''",))
    with closing(connect(path, steps)) as connection:
        assert layout_of(connection) == len(STEPS) + 1
        assert is_as_made(connection, steps)
        assert connection.execute("SELECT id, colour FROM plan").fetchall() == [("a", "")]
    kept = path.with_name(f"workspace.sqlite.layout-{len(STEPS)}")
    with SqliteStore(kept) as store:
        assert store.load(PlanId("a")).document == b"one"


def test_layout_step_that_fails_changes_nothing(path: Path) -> None:
    SqliteStore(path).close()
    steps = (*STEPS, ("ALTER TABLE plan ADD COLUMN colour TEXT", "SELECT nonsense"))
    before = path.read_bytes()
    with pytest.raises(StoreFailed):
        connect(path, steps)
    assert run(path, "PRAGMA user_version") == [[(len(STEPS),)]]
    assert len(path.read_bytes()) == len(before)
    SqliteStore(path).close()


@pytest.fixture
def counted(path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    """Count the steps of SQLite's machine in every connection."""
    steps = [0]
    real = sqlite3.connect

    def counting(*arguments: Any, **options: Any) -> sqlite3.Connection:
        def count() -> int:
            steps[0] += 1
            return 0

        connection: sqlite3.Connection = real(*arguments, **options)
        connection.set_progress_handler(count, 1)
        return connection

    monkeypatch.setattr(sqlite3, "connect", counting)
    yield steps
    assert path.exists()


def filled(path: Path, count: int) -> None:
    with closing(connect(path)) as connection:
        connection.execute("BEGIN")
        for number in range(count):
            changed = (NOON + timedelta(seconds=number)).isoformat(timespec="microseconds")
            row = (
                f"plan-{number}",
                "Onsite",
                "[]",
                None,
                None,
                changed,
                number + 1,
                b"",
                b"x" * 500,
            )
            connection.execute("INSERT INTO plan VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
            connection.execute(
                "INSERT INTO change VALUES ('', ?, ?)", (f"plan-{number}", number + 1)
            )
        connection.execute("COMMIT")


def test_opening_and_listing_cost_the_same_for_10_and_10_000_plans(
    path: Path, tmp_path: Path, counted: list[int]
) -> None:
    costs = []
    for count, file in ((10, path), (10_000, tmp_path / "large.sqlite")):
        filled(file, count)
        counted[0] = 0
        with SqliteStore(file) as store:
            store.plans(limit=10)
            store.latest()
            store.version(PlanId("plan-5"))
        costs.append(counted[0])
    assert costs[0] == pytest.approx(costs[1], rel=0.02)
