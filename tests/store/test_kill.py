"""Killed while saving, and racing for one file: the plan is the old or the new one, whole."""

import os
import random
import select
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import IO

import pytest

from planner.app.clock import SystemClock
from planner.app.library import Library, open_library
from planner.app.plan_files import load_plan_file, save_copy
from planner.domain.plan import Plan
from planner.store.sqlite import SqliteStore
from tests.builders import block, plan
from tests.fakes import NOON
from tests.store.saving_program import note_of

KILLS = 200
ROOT = Path(__file__).resolve().parents[2]
BLOCKS = [block(f"block-{number}", "10:15", people=["ben"], room="blue") for number in range(40)]
START = plan(*BLOCKS, changed=NOON)
KINDS = ("file", "sqlite")


def program(*arguments: object) -> list[str]:
    return [sys.executable, "-m", "tests.store.saving_program", *map(str, arguments)]


def prepared(kind: str, folder: Path, value: Plan) -> Path:
    path = folder / ("day.interviewplan" if kind == "file" else "workspace.sqlite")
    if kind == "file":
        save_copy(value, path)
    else:
        with open_library(path, SystemClock()) as library:
            library.add(value)
    return path


def resting(kind: str, path: Path) -> Plan:
    if kind == "file":
        return load_plan_file(path)
    with SqliteStore(path) as store:
        return Library(store, SystemClock()).open(START.id).plan


class Victims:
    """Children of one program, each killed at a moment of chance while it saves."""

    def __init__(self, reports: IO[bytes], orders: IO[bytes], chance: random.Random) -> None:
        self._reports = reports
        self._orders = orders
        self._chance = chance

    def kill_one(self) -> int:
        """Start a child and kill it; return the number of the last save that came back."""
        self._orders.write(b"go\n")
        self._orders.flush()
        child = int(self._line("started"))
        last = 0
        for _ in range(self._chance.randrange(4)):
            last = int(self._line("saved"))
        select.select([], [], [], self._chance.random() * 0.006)
        os.kill(child, signal.SIGKILL)
        while (line := self._reports.readline().split()) != [b"dead"]:
            last = int(line[1])
        return last

    def _line(self, what: str) -> bytes:
        word, value = self._reports.readline().split()
        assert word.decode() == what
        return value


@contextmanager
def victims(kind: str, path: Path) -> Iterator[Callable[[], int]]:
    """Return what starts and kills one child after the other."""
    chance = random.Random(f"{kind} 2015")  # noqa: S311 -- the same luck in every run
    with subprocess.Popen(
        program("rename", kind, path), cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as running:
        assert running.stdin is not None
        assert running.stdout is not None
        yield Victims(running.stdout, running.stdin, chance).kill_one
        running.stdin.close()


@pytest.mark.parametrize("kind", KINDS)
def test_kill_at_any_moment_leaves_the_old_or_the_new_plan(kind: str, tmp_path: Path) -> None:
    path = prepared(kind, tmp_path, replace(START, title="0", note=note_of(0)))
    reached = 0
    with victims(kind, path) as kill_one:
        for _ in range(KILLS):
            acknowledged = max(reached, kill_one())
            found = resting(kind, path)
            reached = int(found.title)
            assert acknowledged <= reached <= acknowledged + 1
            assert found == replace(
                START, title=found.title, note=note_of(reached), changed=found.changed
            )
    assert reached > KILLS


@pytest.mark.parametrize("kind", KINDS)
def test_programs_that_race_for_one_plan_lose_nothing(kind: str, tmp_path: Path) -> None:
    path = prepared(kind, tmp_path, START)
    racing = [subprocess.Popen(program("add", kind, path, name, 40), cwd=ROOT) for name in "abc"]
    assert [one.wait() for one in racing] == [0, 0, 0]
    added = {f"{name}-{number}" for name in "abc" for number in range(40)}
    assert set(resting(kind, path).blocks) == added | set(START.blocks)
