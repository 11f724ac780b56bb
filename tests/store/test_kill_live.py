"""Killed in the middle of a live day: whatever was told is in the log, and the day goes on from it.

``KILLED_DAYS=200`` kills as many as one likes.
"""

import os
import random
import select
import signal
import subprocess
import sys
from pathlib import Path

from planner.app.live_day import LiveDay, journal_beside
from planner.app.plan_files import load_plan_file
from planner.app.simulation import SetClock
from planner.domain.log import Happening
from planner.store.journals import Journal

KILLS = int(os.environ.get("KILLED_DAYS", "20"))
ROOT = Path(__file__).resolve().parents[2]
MOST_AT_ONCE = 4
"""Entries that one decision writes together: more than were acknowledged may be there."""


class Days:
    """Live days, each killed at a moment of chance."""

    def __init__(self, running: "subprocess.Popen[bytes]", chance: random.Random) -> None:
        assert running.stdin is not None
        assert running.stdout is not None
        self._orders, self._reports = running.stdin, running.stdout
        self._chance = chance

    def kill(self, number: int) -> int:
        """Play a day and kill it; return how many entries had come back as written."""
        self._orders.write(f"{number}\n".encode())
        self._orders.flush()
        child = int(self._reports.readline().split()[1])
        told = 0
        for _ in range(self._chance.randrange(24)):
            word, count = self._reports.readline().split()
            if word == b"over":
                break
            told = int(count)
        select.select([], [], [], self._chance.random() * 0.006)
        os.kill(child, signal.SIGKILL)
        while (line := self._reports.readline().split()) != [b"dead"]:
            told = max(told, int(line[1]))
        return told


def test_nothing_that_was_told_is_lost_when_the_day_is_killed(tmp_path: Path) -> None:
    chance = random.Random("live 2015")  # noqa: S311 -- the same luck in every run
    command = [sys.executable, "-m", "tests.store.telling_program", str(tmp_path)]
    acknowledged = 0
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as running:
        days = Days(running, chance)
        for number in range(KILLS):
            told = days.kill(number)
            acknowledged += told
            assert_all_there(tmp_path / f"{number}.interviewplan", told)
        assert running.stdin is not None
        running.stdin.close()
    assert acknowledged > KILLS


def assert_all_there(plan_file: Path, told: int) -> None:
    """The log has every entry that came back, whole, and takes the next one."""
    if not plan_file.exists():  # killed before it had made its plan
        assert told == 0
        return
    plan = load_plan_file(plan_file)
    clock = SetClock(next(b.timebox for b in plan.blocks.values() if b.timebox).start.instant)
    live = LiveDay(journal_beside(plan_file), clock)
    assert list(live.unread) == []
    found = len(live.log.entries)
    assert told <= found <= told + MOST_AT_ONCE
    before = live.log
    live.projection(plan)
    live.tell(Happening.NOTE, reason="after the crash")
    again = LiveDay(Journal(plan_file.with_suffix(".interviewlog")), clock)
    assert again.log.entries[:found] == before.entries
    assert len(again.log.entries) == found + 1
