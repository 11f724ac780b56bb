"""Drafts: a new plan from the few things that are known when one begins."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from planner.domain.application import Application
from planner.domain.edits.fresh import template_use
from planner.domain.ids import CandidateId, LoopId, OfficeId, PlanId, fresh_id
from planner.domain.loops import Loop
from planner.domain.people import Candidate, Hours
from planner.domain.places import Office
from planner.domain.plan import Plan
from planner.domain.policy import Policy
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


@dataclass(frozen=True, slots=True)
class Beginning:
    """What is known when a plan begins. ``office`` is one of the directory, else a new one is made.

    ``zone`` is that of a new office; ``hours`` are its opening hours.
    """

    candidate: str
    zone: str
    title: str = ""
    position: str = ""
    office: Office | None = None
    office_name: str = ""
    hours: tuple[Hours, ...] = ()
    language: str = "en"
    policy: Policy = field(default=Policy())


def begun_plan(beginning: Beginning, *, now: datetime) -> Plan:
    """Return the plan that begins like this, made ``now``.

    Raises:
        UnknownZone: the zone data knows no such zone.
    """
    known = beginning.office
    plan = draft_plan(
        beginning.title,
        beginning.candidate,
        known.zone if known is not None else beginning.zone,
        now=now,
        position=beginning.position,
        office=known.name if known is not None else beginning.office_name,
    )
    plan = replace(plan, language=beginning.language, policy=beginning.policy)
    made = next(iter(plan.offices.values()))
    if known is None:
        return plan.with_records([replace(made, hours=beginning.hours)])
    candidates = [_applying_at(c, known.id) for c in plan.candidates.values()]
    plan = plan.without(Office, [made.id]).with_records([known, *candidates])
    return replace(plan, office=known.id)


def next_workday(today: date) -> date:
    """Return the first day from Monday to Friday after today."""
    ahead = {4: 3, 5: 2}.get(today.weekday(), 1)
    return today + timedelta(days=ahead)


def _city(zone: str) -> str:
    return zone.rpartition("/")[2].replace("_", " ")


def _applying_at(candidate: Candidate, office: OfficeId) -> Candidate:
    application = candidate.application
    if application is None:
        return candidate
    return replace(candidate, application=replace(application, office=office))
