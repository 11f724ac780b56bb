"""The window killed at any moment of editing: at most the gesture in hand is lost.

``KILLS=100`` in the environment kills it more often than a usual run does.
"""

import os
import random
import select
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import IO

from planner.app.clock import SystemClock
from planner.app.library import open_library
from planner.app.locations import data_folder, workspace_file
from planner.domain.blocks import Timebox
from planner.domain.plan import Plan
from planner.ui.memory import Memory
from tests.builders import minutes, moment
from tests.ui.editing_program import LUNCH, START, number_of, state_after

KILLS = int(os.environ.get("KILLS", "20"))
ROOT = Path(__file__).resolve().parents[2]


def after(number: int) -> Plan:
    """Return the plan as so many gestures leave it."""
    title, is_late = state_after(number)
    start = moment("12:15" if is_late else "12:00")
    lunch = replace(START.block(LUNCH), title=title, timebox=Timebox(start, minutes(60)))
    return replace(START, blocks={**START.blocks, LUNCH: lunch})


def resting() -> Plan:
    with open_library(workspace_file(), SystemClock()) as library:
        return library.open(START.id).plan


class Victims:
    """Windows of one program, each killed at a moment of chance."""

    def __init__(self, reports: IO[bytes], orders: IO[bytes]) -> None:
        self._reports = reports
        self._orders = orders
        self._chance = random.Random("kill 2015")  # noqa: S311 -- the same luck in every run

    def kill_one(self) -> int:
        """Start a window and kill it; return the number of the last gesture that was done."""
        self._orders.write(b"go\n")
        self._orders.flush()
        child = int(self._told("started"))
        last = 0
        for _ in range(self._chance.randrange(5)):
            last = int(self._told("done"))
        select.select([], [], [], self._chance.random() * (0.1 if last else 1.0))
        os.kill(child, signal.SIGKILL)
        while (line := self._reports.readline().split()) != [b"dead"]:
            last = int(line[1])
        return last

    def _told(self, what: str) -> bytes:
        word, value = self._reports.readline().split()
        assert word.decode() == what
        return value


def test_kill_at_any_moment_loses_at_most_the_gesture_in_hand() -> None:
    with open_library(workspace_file(), SystemClock()) as library:
        library.add(START)
    memory = Memory(data_folder())
    memory.keep("plan/last", START.id)
    memory.write()
    reached = 0
    program = [sys.executable, "-m", "tests.ui.editing_program"]
    with subprocess.Popen(
        program, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as running:
        assert running.stdin is not None
        assert running.stdout is not None
        victims = Victims(running.stdout, running.stdin)
        for _ in range(KILLS):
            done = max(reached, victims.kill_one())
            found = resting()
            reached = number_of(found)
            assert done <= reached <= done + 1
            assert found == replace(after(reached), changed=found.changed)
        running.stdin.close()
    assert reached >= KILLS
