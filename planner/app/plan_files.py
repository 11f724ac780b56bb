"""Plan files outside of the library: opened in place, written as copies."""

from pathlib import Path

from planner.app.clock import Clock
from planner.app.sources import FileSource
from planner.app.workspace import Workspace
from planner.domain.plan import Plan
from planner.formats.planfile.json_text import SIZE_LIMIT
from planner.formats.planfile.reading import read_plan
from planner.formats.planfile.writing import write_plan
from planner.resources import bundled
from planner.store.files import read_file, write_file, write_new_file

PLAN_ENDING = ".interviewplan"

_SAMPLE = ("samples", "luxembourg-2015.interviewplan")


def open_plan_file(path: Path, clock: Clock) -> Workspace:
    """Open a plan file, so that every change goes into that file.

    Raises:
        ReadFailed: the file cannot be read.
        UnreadablePlan: it holds no plan, or not a whole one.
    """
    source = FileSource(path)
    return Workspace(source, source.load(), clock)


def load_plan_file(path: Path) -> Plan:
    """Return the plan in a file, without any tie to that file.

    Raises:
        ReadFailed: the file cannot be read.
        UnreadablePlan: it holds no plan, or not a whole one.
    """
    data, _ = read_file(path, SIZE_LIMIT)
    return read_plan(data)


def sample_plan() -> Plan:
    """Return the plan that comes with the program, to look around and try things out."""
    return load_plan_file(bundled(*_SAMPLE))


def save_copy(plan: Plan, path: Path) -> None:
    """Write a plan to a file, in place of what is there; ask before, not here.

    Raises:
        WriteFailed: the file cannot be written.
        UnwritablePlan: the plan could not be read again.
    """
    write_file(path, write_plan(plan))


def create_plan_file(path: Path, plan: Plan, *, may_replace: bool = False) -> None:
    """Write a new plan file.

    Raises:
        FileExists: something of that name is there, and it may not be replaced.
        WriteFailed: the file cannot be written.
        UnwritablePlan: the plan could not be read again.
    """
    if may_replace:
        save_copy(plan, path)
    else:
        write_new_file(path, write_plan(plan))
