"""Rehearsals: a live day is played on a copy, by a clock of its own, and leaves nothing behind."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from planner.app.clock import Clock, RehearsalClock
from planner.app.library import open_library
from planner.app.locations import HOME_VARIABLE, data_folder, workspace_file
from planner.app.moments import moment_called
from planner.app.plan_files import load_plan_file, sample_plan
from planner.domain.errors import InvalidValue
from planner.domain.ids import PlanId
from planner.domain.log import Log
from planner.domain.plan import Plan
from planner.schedule.agenda import instant
from planner.schedule.live.live_projection import LiveProjection

BEFORE = timedelta(minutes=15)
"""A rehearsal begins so long before the first block of its day, where nobody says otherwise."""

_PREFIX = "interview-planner-rehearsal-"
_PREFERENCES = ("settings.json", "window.ini")


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """What is rehearsed: a plan, and the clock that its day runs by."""

    plan: Plan
    clock: RehearsalClock


@contextmanager
def rehearsal_folder() -> Iterator[Path]:
    """Let this process keep everything in a folder of its own, with the person's preferences in it.

    It is gone afterwards, with all that was logged: nothing of a rehearsal mixes with real days.
    """
    usual = data_folder()
    before = os.environ.get(HOME_VARIABLE)
    with TemporaryDirectory(prefix=_PREFIX, ignore_cleanup_errors=True) as name:
        for preference in _PREFERENCES:
            if (usual / preference).is_file():
                shutil.copy(usual / preference, name)
        os.environ[HOME_VARIABLE] = name
        try:
            yield Path(name)
        finally:
            if before is None:
                del os.environ[HOME_VARIABLE]
            else:
                os.environ[HOME_VARIABLE] = before


def rehearsal(file: Path | None, plan: str, begin: str, real: Clock) -> Rehearsal:
    """Return the rehearsal of a plan of the library, else of a plan file, else of the sample plan.

    ``begin`` is read by `rehearsal_clock`.

    Raises:
        ReadFailed, UnreadablePlan: the file cannot be read.
        MissingPlan, StoreFailed: the library does not hold the plan, or cannot be read.
        InvalidValue: ``begin`` is no date and no time, or nothing is scheduled then.
    """
    if plan:
        rehearsed = _plan_in_library(PlanId(plan), real)
    else:
        rehearsed = sample_plan() if file is None else load_plan_file(file)
    return Rehearsal(rehearsed, rehearsal_clock(rehearsed, begin, real))


def rehearsal_clock(plan: Plan, text: str, real: Clock) -> RehearsalClock:
    """Return the clock of a rehearsal that begins when ``text`` says.

    That is a moment as `moment_called` reads it, a date alone, or nothing for the last date of the
    plan; on a date alone it begins a quarter of an hour before the first block.

    Raises:
        InvalidValue: it is no date and no time, or nothing is scheduled then.
    """
    day = _date(text)
    if text and day is None:
        return RehearsalClock(moment_called(plan, Log(), text).instant, real)
    boxes = (block.timebox for block in plan.blocks.values())
    starts = [box.start for box in boxes if box is not None]
    if not starts:
        raise InvalidValue(field="rehearse", reason="nothing_to_rehearse")
    wanted = day or max(start.day for start in starts)
    found = [start.instant for start in starts if start.day == wanted]
    if not found:
        raise InvalidValue(field="rehearse", reason="nothing_scheduled", value=text)
    return RehearsalClock(min(found) - BEFORE, real)


def next_occasion(projection: LiveProjection, day: date) -> datetime | None:
    """Return the next moment of a day at which something is projected to begin or end."""
    agenda, run = projection.agenda, projection.run
    own = (e for e, on in zip(agenda.entries, agenda.dates, strict=True) if on == day)
    moments = (moment for e in own for moment in (run.starts[e.index], run.ends[e.index]))
    coming = [moment for moment in moments if moment > projection.now]
    return instant(min(coming)) if coming else None


def _plan_in_library(plan: PlanId, clock: Clock) -> Plan:
    library = open_library(workspace_file(), clock)
    try:
        return library.open(plan).plan
    finally:
        library.close()


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
