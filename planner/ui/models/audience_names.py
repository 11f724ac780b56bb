"""What readers, formats, languages and papers are called where documents are shared."""

from collections.abc import Mapping
from typing import Any

from planner.domain.audiences import Audience, AudienceKind
from planner.domain.ids import CandidateId, PersonId
from planner.domain.plan import Plan
from planner.formats.itinerary.names import Format
from planner.formats.pdf.paper import Paper
from planner.formats.plaintext import one_line
from planner.formats.wording.language import Language
from planner.formats.wording.namesakes import Named, told_apart
from planner.i18n import mark

KIND_TITLES = {
    AudienceKind.CANDIDATE: mark("Candidates"),
    AudienceKind.INTERVIEWER: mark("Interviewers"),
    AudienceKind.HOST: mark("Hosts"),
    AudienceKind.ROOM: mark("Rooms"),
    AudienceKind.COORDINATOR: mark("Coordinator"),
}
KIND_ICONS = {
    AudienceKind.CANDIDATE: "user",
    AudienceKind.INTERVIEWER: "messages",
    AudienceKind.HOST: "user-check",
    AudienceKind.ROOM: "door",
    AudienceKind.COORDINATOR: "list-check",
}
FORMAT_TITLES = {
    Format.DOCUMENT: mark("PDF"),
    Format.CALENDAR: mark("Calendar"),
    Format.PAGE: mark("Web page"),
    Format.TIMETABLE: mark("Table"),
}
FORMAT_HINTS = {
    Format.DOCUMENT: mark("To print and to attach"),
    Format.CALENDAR: mark("Entries for Outlook, Google and Apple"),
    Format.PAGE: mark("Readable on a phone, also offline"),
    Format.TIMETABLE: mark("For a spreadsheet"),
}
PAPER_NAMES = {Paper.A4: "A4", Paper.LETTER: "Letter"}
_RUN_SHEET = mark("Run sheet of the whole plan")


def audience_name(plan: Plan, audience: Audience, language: Language) -> str:
    """Return whom a document is for; the id where the plan no longer holds them.

    Of several with one name, it also says which one.
    """
    if audience.kind is AudienceKind.COORDINATOR:
        return language.text(_RUN_SHEET)
    tables: tuple[Mapping[Any, Named], ...] = (plan.candidates, plan.people, plan.rooms)
    found = [table[audience.subject] for table in tables if audience.subject in table]
    name = one_line(getattr(found[0], "name", "")) if found else ""
    table = next((table for table in tables if audience.subject in table), {})
    alike = [each for each in table.values() if _is_called(each, name)]
    told = told_apart(alike, plan, language, is_internal=True) if len(alike) > 1 else {}
    return " \u00b7 ".join((name or audience.subject, *filter(None, [told.get(audience.subject)])))


def audience_title(plan: Plan, audience: Audience) -> str:
    """Return the title of a person, or the position a candidate applies for."""
    person = plan.people.get(PersonId(audience.subject))
    if person is not None:
        title = one_line(person.title)
        return "" if title == one_line(person.name) else title
    candidate = plan.candidates.get(CandidateId(audience.subject))
    application = candidate.application if candidate is not None else None
    return one_line(application.position) if application is not None else ""


def _is_called(record: Named, name: str) -> bool:
    return one_line(record.name).casefold() == name.casefold()
