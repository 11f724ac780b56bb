"""Deletion: a plan leaves the library with all that was logged of it, and both can be brought back."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from planner.app.library import Library
from planner.app.live_day import journal_of
from planner.app.workspace import Workspace
from planner.domain.errors import PlannerError
from planner.domain.ids import PlanId
from planner.domain.plan import Plan
from planner.store.base import MissingPlan
from planner.store.files import ReadFailed
from planner.store.journals import Journal


@dataclass(frozen=True, slots=True)
class Deleted:
    """What was deleted: it is nowhere else. ``logged`` are the lines of its log."""

    plan: Plan
    logged: Sequence[bytes]


def delete_plan(library: Library, plan_id: PlanId, folder: Path) -> Deleted:
    """Take a plan from the library, and its log from the ``folder`` of the library.

    What was logged is about people, so it goes with the plan. A log that cannot be read goes too.

    Raises:
        MissingPlan: the library does not hold it.
        PlannerError: it could not be deleted; plan and log are as before.
    """
    plan, journal = library.open(plan_id).plan, journal_of(plan_id, folder)
    deleted = Deleted(plan, _lines(journal))
    found = (each for each in library.all_summaries() if each.id == plan_id)
    summary = next(found, None)
    if summary is None:
        raise MissingPlan(id=plan_id)
    library.delete(summary)
    try:
        journal.remove()
    except PlannerError:
        library.add(plan)
        raise
    return deleted


def bring_back(library: Library, deleted: Deleted, folder: Path) -> Workspace:
    """Put a deleted plan back into the library with its log, and open it.

    Raises:
        PlanExists: it is there again already.
        PlannerError: it could not be written; nothing of it is there.
    """
    workspace = library.add(deleted.plan)
    if deleted.logged:
        try:
            journal_of(deleted.plan.id, folder).add(deleted.logged)
        except PlannerError:
            delete_plan(library, deleted.plan.id, folder)
            raise
    return workspace


def _lines(journal: Journal) -> Sequence[bytes]:
    try:
        return journal.lines()
    except ReadFailed:
        return ()
