"""The layout of the SQLite workspace: made in steps, compared to the letter when it is opened."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing

APPLICATION_ID = 0x49504441  # "IPDA", at byte 68 of the file, for programs that name file types

Step = Sequence[str]

STEPS: Sequence[Step] = (
    (
        # The document comes last: SQLite reads a row from its start, and lists need not read on.
        """CREATE TABLE plan (
            id TEXT PRIMARY KEY,
            title TEXT NOT NULL,
            candidates TEXT NOT NULL,
            first_day TEXT,
            last_day TEXT,
            changed TEXT NOT NULL,
            version INTEGER NOT NULL,
            digest BLOB NOT NULL,
            document BLOB NOT NULL
        ) STRICT""",
        "CREATE INDEX plan_by_change ON plan (changed DESC, id)",
        """CREATE TABLE entry (
            shelf TEXT NOT NULL,
            id TEXT NOT NULL,
            name TEXT NOT NULL,
            version INTEGER NOT NULL,
            document BLOB NOT NULL,
            PRIMARY KEY (shelf, id)
        ) STRICT""",
        "CREATE INDEX entry_by_name ON entry (shelf, name, id)",
        # One row for whatever was ever saved, so it does not grow with every save.
        """CREATE TABLE change (
            shelf TEXT NOT NULL,
            id TEXT NOT NULL,
            number INTEGER NOT NULL,
            PRIMARY KEY (shelf, id)
        ) STRICT""",
        "CREATE UNIQUE INDEX change_by_number ON change (number)",
    ),
)
"""The step at position ``n`` makes layout ``n + 1`` out of layout ``n``; released steps stay."""

_IDENTITY = frozenset[tuple[object, ...]]


def layout_of(connection: sqlite3.Connection) -> int:
    """Return the number of the layout that the file says it has, 0 for a new one."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def is_empty(connection: sqlite3.Connection) -> bool:
    """Say whether the file holds nothing at all, so that it may become a workspace."""
    marks = (_application_id(connection), layout_of(connection))
    return marks == (0, 0) and not _objects(connection)


def is_ours(connection: sqlite3.Connection) -> bool:
    """Say whether the file carries the mark of a workspace."""
    return _application_id(connection) == APPLICATION_ID


def is_as_made(connection: sqlite3.Connection, steps: Sequence[Step]) -> bool:
    """Say whether the file holds exactly the tables and indexes of its layout.

    A trigger or a view in a file from elsewhere would run with our rights.
    """
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as model:
        build(model, steps[: layout_of(connection)])
        return _objects(connection) == _objects(model)


def build(connection: sqlite3.Connection, steps: Sequence[Step], done: int = 0) -> None:
    """Make the layout, or bring it up to date, after the first ``done`` steps."""
    for step in steps[done:]:
        for statement in step:
            connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {len(steps)}")


def _application_id(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA application_id").fetchone()[0])


def _objects(connection: sqlite3.Connection) -> _IDENTITY:
    return frozenset(connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema"))
