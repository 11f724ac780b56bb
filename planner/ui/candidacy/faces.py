"""What stands along the line of an application: the next step on top, what is over below; no Qt."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from planner.domain.application import Application, Contact, PortalState, Step
from planner.domain.plan import Plan
from planner.formats.plaintext import one_line
from planner.formats.wording.language import Language
from planner.ui.records.face import Face

_JOINT = " \u00b7 "
_NO_NAME = "\u2013"


@dataclass(frozen=True, slots=True)
class ShownStep:
    """A step with its place among the steps of the application."""

    place: int
    step: Step
    face: Face


def steps_to_come(application: Application, today: date) -> tuple[int, ...]:
    """Return the places of the steps of today and later, the next one first."""
    return tuple(n for n, step in enumerate(application.steps) if step.date >= today)


def shown_steps(
    application: Application, today: date, plan: Plan, language: Language
) -> Iterator[ShownStep]:
    """Yield the steps to come, soonest first, then those that are over, latest first."""
    coming = steps_to_come(application, today)
    over = sorted(set(range(len(application.steps))) - set(coming), reverse=True)
    for place in (*coming, *over):
        step = application.steps[place]
        is_next = place in coming[:1]
        yield ShownStep(place, step, _face(step, today, plan, language, is_next=is_next))


def portal_face(state: PortalState, language: Language, *, is_last: bool) -> Face:
    """Return how a state of the portal is shown; its words stay as the portal has them."""
    seen = language.date(state.seen) if state.seen is not None else ""
    return Face("circle-check", one_line(state.words) or _NO_NAME, seen, is_quiet=not is_last)


def contact_face(contact: Contact, plan: Plan) -> Face:
    """Return how a contact is shown, with what the plan knows of the person."""
    person = plan.people.get(contact.person) if contact.person is not None else None
    phone = contact.phone or (person.phone if person is not None else "")
    email = contact.email or (person.email if person is not None else "")
    name = one_line(contact.name) or (one_line(person.name) if person is not None else "")
    line = _JOINT.join(part for part in map(one_line, (contact.role, phone, email)) if part)
    return Face("user", name or _NO_NAME, line)


def _face(step: Step, today: date, plan: Plan, language: Language, *, is_next: bool) -> Face:
    event = one_line(step.event) or _NO_NAME
    person = plan.people.get(step.person) if step.person is not None else None
    who = one_line(step.contact) or (one_line(person.name) if person is not None else "")
    is_over = step.date < today
    return Face(
        icon="check" if is_over else "flag" if is_next else "circle",
        title=language.text("Next: {event}", event=event) if is_next else event,
        line=_JOINT.join(part for part in (who, one_line(step.note)) if part),
        aside="" if is_over else _away(step.date, today, language),
        beside=language.date(step.date),
        is_quiet=is_over,
        is_band=is_next,
    )


def _away(day: date, today: date, language: Language) -> str:
    days = (day - today).days
    if days == 0:
        return language.text("today")
    return language.count("tomorrow", "in {n} days", days)
