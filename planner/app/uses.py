"""Use of the directory in a plan: edits that bring a copy of a record, with what it names.

A plan names focus areas by the ids of its own; the directory has no such table, so there a person's
focus areas are their names.
"""

from dataclasses import replace

from planner.domain.directory import Directory
from planner.domain.edits.base import Edit
from planner.domain.edits.records import AddRecords, ReplaceRecord
from planner.domain.edits.together import Together
from planner.domain.ids import FocusAreaId, fresh_id
from planner.domain.people import FocusArea, Person
from planner.domain.places import Office, Room
from planner.domain.plan import Plan, Record


def use_of_person(plan: Plan, person: Person) -> Edit:
    """Return the edit that adds a person of the directory, or brings the plan's copy up to date.

    Focus areas that the plan does not know are added; when somebody is free stays the plan's own.
    """
    areas, new = _areas_for(plan, person)
    copy = replace(person, focus_areas=areas)
    there = plan.people.get(person.id)
    if there is None:
        return AddRecords((*new, copy))
    known = tuple(dict.fromkeys((*there.focus_areas, *areas)))
    fresh = replace(copy, availability=there.availability, focus_areas=known)
    return _replacing(new, fresh)


def use_of_room(plan: Plan, room: Room, directory: Directory) -> Edit:
    """Return the edit that adds a room of the directory with its office, or updates the copy."""
    office = directory.offices.get(room.office)
    is_missing = office is not None and room.office not in plan.offices
    new: tuple[Record, ...] = (office,) if office is not None and is_missing else ()
    return AddRecords((*new, room)) if room.id not in plan.rooms else _replacing(new, room)


def use_of_office(plan: Plan, office: Office) -> Edit:
    """Return the edit that adds an office of the directory, or brings the plan's copy up to date."""
    return AddRecords((office,)) if office.id not in plan.offices else ReplaceRecord(office)


def person_for_directory(plan: Plan, person: Person) -> Person:
    """Return a person of a plan as the directory keeps them: focus areas by name, free for all plans."""
    named = (plan.focus_areas[area].name for area in person.focus_areas if area in plan.focus_areas)
    return replace(person, availability=(), focus_areas=tuple(map(FocusAreaId, named)))


def _replacing(new: tuple[Record, ...], record: Person | Room) -> Edit:
    change = ReplaceRecord(record)
    return Together((AddRecords(new), change)) if new else change


def _areas_for(plan: Plan, person: Person) -> tuple[tuple[FocusAreaId, ...], tuple[Record, ...]]:
    """Return the plan's ids for a person's focus areas, and the areas it does not have yet."""
    by_name = {area.name.casefold(): area.id for area in plan.focus_areas.values()}
    ids: list[FocusAreaId] = []
    new: list[Record] = []
    for said in person.focus_areas:
        if said in plan.focus_areas:
            ids.append(said)
        elif said.casefold() in by_name:
            ids.append(by_name[FocusAreaId(said.casefold())])
        else:
            area = FocusArea(FocusAreaId(fresh_id("focus-area")), str(said))
            by_name[said.casefold()] = area.id
            new.append(area)
            ids.append(area.id)
    return tuple(dict.fromkeys(ids)), tuple(new)
