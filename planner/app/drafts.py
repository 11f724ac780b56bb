"""Drafts: a new plan from the few things that are known when one begins."""

from datetime import datetime

from planner.domain.application import Application
from planner.domain.edits.fresh import template_use
from planner.domain.ids import CandidateId, LoopId, OfficeId, PlanId, fresh_id
from planner.domain.loops import Loop
from planner.domain.people import Candidate
from planner.domain.places import Office
from planner.domain.plan import Plan
from planner.domain.templates import Template
from planner.domain.times import Moment


def draft_plan(
    title: str, candidate: str, zone: str, *, now: datetime, position: str = "", office: str = ""
) -> Plan:
    """Return a plan with one candidate and one office, made ``now``.

    An office that is not named is called after the city of its zone.

    Raises:
        UnknownZone: the zone data knows no such zone.
    """
    place = Office(OfficeId(fresh_id("office")), office or _city(zone), zone)
    person = Candidate(
        CandidateId(fresh_id("candidate")),
        candidate,
        application=Application(position, place.id) if position else None,
    )
    shown = title or ", ".join(part for part in (position, person.name) if part)
    plan = Plan(PlanId(fresh_id("plan")), shown, office=place.id, changed=now)
    return plan.with_records([place, person])


def with_template(plan: Plan, template: Template, start: Moment) -> Plan:
    """Return the plan with a template's blocks for its first candidate, as a loop of their own."""
    candidate = next(iter(plan.candidates))
    loop = Loop(LoopId(fresh_id("loop")), candidate, template.name)
    use = template_use(template, candidate, start, loop=loop.id, office=plan.office)
    return use.apply(plan.with_records([loop]))


def _city(zone: str) -> str:
    return zone.rpartition("/")[2].replace("_", " ")
