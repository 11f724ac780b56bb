"""A program that plays simulated live days, to be killed. Run by `test_kill_live.py`.

    python -m tests.store.telling_program FOLDER

For each number on standard input it plays that day in a child: reports ``started PID``, ``told
COUNT`` after every entry that is safe, and ``dead`` when the child has been killed or has finished.
"""

import os
import signal
import sys
from pathlib import Path

from planner.app.live_day import LiveDay, journal_beside
from planner.app.plan_files import load_plan_file, open_plan_file, save_copy
from planner.app.simulation import SetClock, play, start_of_play
from planner.domain.plan import Plan
from planner.resources import bundled
from tests.store.saving_program import report


def play_day(plan: Plan, folder: Path, number: str) -> None:
    path = folder / f"{number}.interviewplan"
    save_copy(plan, path)
    clock = SetClock(start_of_play(plan))
    live = LiveDay(journal_beside(path), clock, "simulation")
    live.listen(lambda log: report(f"told {len(log.entries)}"))
    play(open_plan_file(path, clock), live, clock, number)


def main(folder: Path) -> None:
    plan = load_plan_file(bundled("samples", "luxembourg-2015.interviewplan"))
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            play_day(plan, folder, line.strip())
            report("over 0")
            signal.pause()  # a day that was over early is killed as well
        report(f"started {child}")
        os.waitpid(child, 0)
        report("dead")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
