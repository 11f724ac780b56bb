"""Opening the SQLite workspace: safe settings, the right file, the right layout, or a refusal."""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from planner.store.base import StoreFailed
from planner.store.sqlite_schema import (
    STEPS,
    Step,
    build,
    is_as_made,
    is_empty,
    is_ours,
    layout_of,
)

BUSY_SECONDS = 5.0
"""How long another window's save is waited for; one takes some milliseconds."""

_CAREFUL = (
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA mmap_size = 0",
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",  # what was deleted about a person is gone from the file too
    "PRAGMA synchronous = EXTRA",  # with the rollback journal: nothing acknowledged is ever lost
)
_LONGEST_VALUE = 100_000_000  # bytes
_REASONS: Mapping[int, str] = {
    sqlite3.SQLITE_NOTADB: "not_a_workspace",
    sqlite3.SQLITE_CORRUPT: "damaged",
    sqlite3.SQLITE_FULL: "no_space",
    sqlite3.SQLITE_READONLY: "read_only",
    sqlite3.SQLITE_PERM: "not_permitted",
    sqlite3.SQLITE_BUSY: "busy",
    sqlite3.SQLITE_LOCKED: "busy",
    sqlite3.SQLITE_CANTOPEN: "cannot_open",
    sqlite3.SQLITE_IOERR: "disk_failed",
    sqlite3.SQLITE_TOOBIG: "too_large",
}


def connect(path: Path, steps: Sequence[Step] = STEPS) -> sqlite3.Connection:
    """Open the workspace, made if there is no file, brought up to date if it is older.

    The rollback journal is used, not the write-ahead log: a workspace that is copied while it is
    open must be whole.

    Raises:
        StoreFailed: it cannot be opened, is damaged, newer than this program, or none at all.
    """
    with told(path):
        connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
        try:
            _prepare(connection, path, steps)
        except BaseException:
            connection.close()
            raise
    return connection


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn errors of SQLite into refusals that say which file and why."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.ProgrammingError):
            raise
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        reason = _REASONS.get(code, "unknown")
        raise StoreFailed(file=path.name, reason=reason, detail=str(error)) from error


@contextmanager
def writing(connection: sqlite3.Connection) -> Iterator[None]:
    """Hold the one right to write; everything inside happens, or nothing does."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:  # SQLite has rolled back by itself when the disk is full
            connection.execute("ROLLBACK")
        raise


def _prepare(connection: sqlite3.Connection, path: Path, steps: Sequence[Step]) -> None:
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST_VALUE)
    for setting in _CAREFUL:
        connection.execute(setting)
    if not is_ours(connection):
        _make(connection, path, steps)
    layout = layout_of(connection)
    if layout > len(steps):
        raise StoreFailed(file=path.name, reason="newer", detail=f"{layout} > {len(steps)}")
    if not is_as_made(connection, steps):
        raise StoreFailed(file=path.name, reason="altered", detail="")
    connection.execute("PRAGMA journal_mode = DELETE")
    if layout < len(steps):
        _bring_up_to_date(connection, path, steps)


def _make(connection: sqlite3.Connection, path: Path, steps: Sequence[Step]) -> None:
    """Make a workspace out of an empty file; two programs may try that at once."""
    with writing(connection):
        if is_empty(connection):
            build(connection, steps)
        elif not is_ours(connection):
            raise StoreFailed(file=path.name, reason="not_a_workspace", detail="")


def _bring_up_to_date(connection: sqlite3.Connection, path: Path, steps: Sequence[Step]) -> None:
    """Keep a copy of the older workspace beside it, then run the missing steps, all or none."""
    kept = path.with_name(f"{path.name}.layout-{layout_of(connection)}")
    with closing(sqlite3.connect(kept)) as copy:
        connection.backup(copy)
    with writing(connection):
        build(connection, steps, done=layout_of(connection))
