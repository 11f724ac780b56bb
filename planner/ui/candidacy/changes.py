"""Changes of one candidate's application as edits; without Qt."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from planner.domain.application import Application, Contact, PortalState, Step
from planner.domain.edits.base import Edit
from planner.domain.edits.records import ReplaceRecord
from planner.domain.ids import CandidateId
from planner.domain.people import Candidate
from planner.domain.plan import Plan


def with_application(plan: Plan, candidate: CandidateId, application: Application) -> Edit:
    """Return the edit that gives a candidate this application.

    Raises:
        UnknownRecord: the plan holds no such candidate.
    """
    return ReplaceRecord(replace(plan.find(Candidate, candidate), application=application))


def with_item(
    plan: Plan, candidate: CandidateId, field: str, place: int, item: Step | PortalState | Contact
) -> Edit:
    """Return the edit that puts another step, state or contact in the place of one."""
    items: Sequence[Any] = getattr(_application(plan, candidate), field)
    changed = (*items[:place], item, *items[place + 1 :])
    return _changed(plan, candidate, field, changed)


def with_step(plan: Plan, candidate: CandidateId, place: int, step: Step) -> Edit:
    """Return the edit for a changed step; the steps stay in order of their dates."""
    steps = _application(plan, candidate).steps
    changed = (*steps[:place], step, *steps[place + 1 :])
    return _changed(plan, candidate, "steps", tuple(sorted(changed, key=lambda each: each.date)))


def without_item(plan: Plan, candidate: CandidateId, field: str, place: int) -> Edit:
    """Return the edit that takes out one step, state or contact."""
    items: Sequence[Any] = getattr(_application(plan, candidate), field)
    return _changed(plan, candidate, field, (*items[:place], *items[place + 1 :]))


def with_contact(plan: Plan, candidate: CandidateId, contact: Contact) -> Edit:
    """Return the edit that adds a contact below the others."""
    contacts = _application(plan, candidate).contacts
    return _changed(plan, candidate, "contacts", (*contacts, contact))


def _changed(plan: Plan, candidate: CandidateId, field: str, items: tuple[Any, ...]) -> Edit:
    changes: dict[str, Any] = {field: items}
    application = replace(_application(plan, candidate), **changes)
    return with_application(plan, candidate, application)


def _application(plan: Plan, candidate: CandidateId) -> Application:
    return plan.find(Candidate, candidate).application or Application("")
