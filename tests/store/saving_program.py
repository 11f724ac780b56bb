"""A program that saves edit after edit, to be killed or raced. Run by `test_kill.py`.

    python -m tests.store.saving_program rename KIND PATH
    python -m tests.store.saving_program add KIND PATH NAME COUNT

``rename`` starts a child for each line on standard input and reports ``started PID``, then
``saved NUMBER`` after every save that has come back, and ``dead`` when somebody has killed it.
A child costs a fork and not the start of Python, so that hundreds can be killed in seconds.
"""

import os
import sys
from pathlib import Path

from planner.app.clock import SystemClock
from planner.app.library import Library
from planner.app.plan_files import open_plan_file
from planner.app.workspace import Conflict, Workspace
from planner.domain.edits.blocks import AddBlock
from planner.domain.edits.document import ChangePlan
from planner.store.sqlite import SqliteStore
from tests.builders import block


def opened(kind: str, path: Path) -> Workspace:
    """Open the plan file, or the first plan of the SQLite workspace."""
    if kind == "file":
        return open_plan_file(path, SystemClock())
    library = Library(SqliteStore(path), SystemClock())
    return library.open(library.summaries()[0].id)


def note_of(number: int) -> str:
    """Return text that takes its time to be written and differs everywhere from the last."""
    return f"{number} " * 50_000


def report(line: str) -> None:
    os.write(1, line.encode() + b"\n")


def rename_for_ever(kind: str, path: Path) -> None:
    workspace = opened(kind, path)
    number = int(workspace.plan.title)
    while True:
        number += 1
        workspace.apply(ChangePlan(title=str(number), note=note_of(number)))
        report(f"saved {number}")


def rename(kind: str, path: Path) -> None:
    for _ in sys.stdin:
        child = os.fork()
        if child == 0:
            rename_for_ever(kind, path)
        report(f"started {child}")
        os.waitpid(child, 0)
        report("dead")


def is_added(workspace: Workspace, edit: AddBlock) -> bool:
    """Add a block; say so when others have been faster again and again."""
    try:
        workspace.apply(edit)
    except Conflict:
        return False
    return True


def add(kind: str, path: Path, name: str, count: int) -> None:
    workspace = opened(kind, path)
    for number in range(count):
        while not is_added(workspace, AddBlock(block(f"{name}-{number}"))):
            pass


if __name__ == "__main__":
    verb, kind, path, *rest = sys.argv[1:]
    if verb == "rename":
        rename(kind, Path(path))
    else:
        add(kind, Path(path), rest[0], int(rest[1]))
