"""Plans for the pictures: the sample with long names, with many columns, and lists to import."""

from dataclasses import replace
from datetime import timedelta

from planner.app.plan_files import sample_plan
from planner.domain.edits.fresh import new_block, new_seat
from planner.domain.ids import BlockId, PersonId
from planner.domain.people import Person
from planner.domain.plan import Plan

TIMETABLE = """\
Your interviews on Friday 25 September 2015
in Luxembourg (CEST)

10:15 - 11:00  Partner Solutions Architect
11:00 - 11:45  ??? (phone)
11:45 - 13:15  break (lunch)
13:15 - 14:00  Manager Solutions Architecture
14:00 - 15:00  Manager Marketing
15:00 - 16:00  break
16:00 - 17:00  Manager Solutions Architecture

Please bring an identity card. See you soon!
"""
PEOPLE = """\
Name;Job title;E-mail;Phone;Zone;Focus areas
Ada Lindqvist;Principal Engineer;ada@example.org;+352 555 0111;Europe/Luxembourg;Ownership, Dive Deep
Bruno Okafor;Engineering Manager;bruno@example.org;;Europe/Berlin;Earn Trust
Chiara Bianchi-Fernandez;Head of Solutions Architecture;chiara@example.org;+39 555 0112;Europe/Rome;
;Nobody;missing@example.org;;;
"""
_LONG = "Prof. Dr. Maximiliane-Friederike von Hohenstein-Donaudampfschifffahrt zu Wolkenstein"
_PEOPLE = 11


def with_long_names() -> Plan:
    """Return the sample with names that nobody would want to lay out."""
    plan = sample_plan()
    people = [replace(p, name=f"{_LONG} {i}") for i, p in enumerate(plan.people.values(), 1)]
    rooms = [replace(room, name=f"{room.name} {_LONG}") for room in plan.rooms.values()]
    candidates = [replace(c, name=_LONG) for c in plan.candidates.values()]
    blocks = [replace(b, title=f"{b.title} {_LONG}") for b in plan.blocks.values()]
    changed = plan.with_records([*people, *rooms, *candidates, *blocks])
    return replace(changed, title=f"{plan.title} {_LONG}")


def with_many_columns() -> Plan:
    """Return the sample with eleven more interviewers, each with a short talk of their own."""
    plan = sample_plan()
    first = plan.block(BlockId("interview-1"))
    if first.timebox is None:
        raise LookupError(first.id)
    for number in range(_PEOPLE):
        person = Person(PersonId(f"more-{number}"), f"Interviewer {number + 1}")
        start = first.timebox.start.moved(timedelta(minutes=35 * number))
        box = replace(first.timebox, start=start, duration=timedelta(minutes=5 * (1 + number % 6)))
        seat = new_seat(person=person.id)
        fields = {"title": f"Talk {number + 1}", "timebox": box, "candidates": first.candidates}
        block = new_block(first.kind, seats=(seat,), **fields)
        plan = plan.with_records([person, block])
    return plan
