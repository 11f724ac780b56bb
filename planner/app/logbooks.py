"""Logbooks: the logs that lie with a workspace. One that cannot be read is left out."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from planner.app.live_day import SUFFIX, journal_of
from planner.domain.errors import PlannerError
from planner.domain.ids import PlanId
from planner.domain.log import Log
from planner.domain.plan import Plan
from planner.formats.logfile import read_lines


@dataclass(frozen=True, slots=True)
class Stamp:
    """What tells one state of a file from another: its size in bytes, and when it was written."""

    size: int
    written: int


def logged_plans(folder: Path) -> Mapping[PlanId, Stamp]:
    """Return of which plans something was logged, by the files that lie in ``folder``."""
    found: dict[PlanId, Stamp] = {}
    with suppress(OSError):  # no folder: nothing was ever logged
        for file in (folder / "logs").iterdir():
            if file.suffix == SUFFIX and (stamp := stamp_of(file)).size:
                found[PlanId(file.stem)] = stamp
    return found


def stamp_of(file: Path) -> Stamp:
    """Return the stamp of a file; one without size where there is none."""
    try:
        status = file.stat()
    except OSError:
        return Stamp(0, 0)
    return Stamp(status.st_size, status.st_mtime_ns)


def read_logged(
    plan: PlanId, folder: Path, load: Callable[[PlanId], Plan]
) -> tuple[Plan, Log] | None:
    """Return a plan, as ``load`` returns it, and its log; None where one cannot be read.

    It was deleted meanwhile, or is damaged: whoever opens it is told why.
    """
    try:
        return load(plan), Log(read_lines(journal_of(plan, folder).lines()).entries)
    except PlannerError:
        return None
