"""Hand-over files: a reader's entries as one iCalendar file without method, organizer, attendee."""

from icalendar import Calendar

from planner.domain.audiences import Audience
from planner.domain.errors import PlannerError
from planner.domain.plan import Plan
from planner.formats.ical.events import event, zones_of
from planner.formats.ical.lint import lint
from planner.formats.ical.timezones import zone_component
from planner.formats.itinerary.composition import itinerary
from planner.formats.itinerary.content import ANY_EDITION, Edition, Itinerary, NothingToWrite
from planner.formats.wording.language import Language

PRODUCT = "-//Interview Day Planner//Itinerary//EN"


class FaultyCalendar(PlannerError):
    """A file was made that calendars would misread. Facts: ``faults``, codes of `lint`."""

    code = "faulty_calendar"


def calendar_file(
    plan: Plan, audience: Audience, language: Language, edition: Edition = ANY_EDITION
) -> bytes:
    """Return the hand-over file of one audience; the same plan gives the same bytes.

    `planner.formats.itinerary.selection.without_entry` tells which blocks are not in it.

    Raises:
        UnknownRecord: the plan holds no such candidate, person or room.
        NothingToWrite: none of the reader's blocks has a start and an end, and nothing else is.
        FaultyCalendar: the file would be misread.
    """
    return written(itinerary(plan, audience, language, edition))


def written(document: Itinerary) -> bytes:
    """Return the entries of a document as a hand-over file.

    Raises:
        NothingToWrite: it has none; RFC 5545 section 3.6 asks for at least one component.
        FaultyCalendar: the file would be misread.
    """
    entries = document.entries
    if not entries:
        raise NothingToWrite(audience=document.audience.kind)
    calendar = Calendar()
    calendar.add("PRODID", PRODUCT)
    calendar.add("VERSION", "2.0")
    zones: dict[str, set[int]] = {}
    for entry in entries:
        for name, years in zones_of(entry).items():
            zones.setdefault(name, set()).update(years)
    for name, years in sorted(zones.items()):
        component = zone_component(name, years)
        if component is not None:
            calendar.add_component(component)
    for entry in entries:
        calendar.add_component(event(entry, document.changed))
    content = bytes(calendar.to_ical(sorted=False))
    if faults := tuple(dict.fromkeys(finding.code for finding in lint(content))):
        raise FaultyCalendar(faults=faults)
    return content
