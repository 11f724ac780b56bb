"""Names of exported files: date, what it is, whom it is for; safe on every system."""

from enum import StrEnum

from planner.domain.audiences import Audience, AudienceKind
from planner.domain.plan import Plan
from planner.formats.itinerary.content import ANY_EDITION, Edition
from planner.formats.itinerary.days import scheduled
from planner.formats.itinerary.reading import Reading
from planner.formats.itinerary.selection import blocks_for, start_days
from planner.formats.plaintext import one_line, safe_file_name
from planner.formats.wording import documents as words
from planner.formats.wording.language import Language
from planner.formats.wording.namesakes import Named, told_apart


class Format(StrEnum):
    """What is written, by the ending of its file name."""

    PAGE = "html"
    DOCUMENT = "pdf"
    CALENDAR = "ics"
    TIMETABLE = "csv"


_TABLES = {
    AudienceKind.CANDIDATE: "candidates",
    AudienceKind.INTERVIEWER: "people",
    AudienceKind.HOST: "people",
    AudienceKind.ROOM: "rooms",
}

_LONGEST_SUBJECT = 60  # bytes of UTF-8


def file_name(
    plan: Plan,
    audience: Audience,
    what: Format,
    language: Language,
    edition: Edition = ANY_EDITION,
) -> str:
    """Return a name such as ``2015-09-25 Itinerary Ada Lovelace.pdf``.

    Two people of one name get their titles beside it, else what else tells them apart, else their
    ids: one file must not replace the other's.

    Raises:
        UnknownRecord: the plan holds no such candidate, person or room.
    """
    reading = Reading(plan, audience, language, edition)
    days = start_days(scheduled(reading, blocks_for(plan, audience)))
    dates = dict.fromkeys([f"{days[0]}", f"{days[-1]}"]) if days else {}
    word = reading.say(words.FILE_WORDS.get(audience.kind, ""))
    parts = ["_".join(dates), word, _subject(plan, audience, language)]
    name = safe_file_name(" ".join(part for part in parts if part), audience.kind.value)
    return f"{name}.{what.value}"


def _subject(plan: Plan, audience: Audience, language: Language) -> str:
    if audience.kind is AudienceKind.COORDINATOR:
        return one_line(plan.title)
    table: dict[str, Named] = getattr(plan, _TABLES[audience.kind])
    name = _short(table[audience.subject].name)
    shared = [each for each in table.values() if _short(each.name).casefold() == name.casefold()]
    if len(shared) == 1:
        return name
    told = told_apart(shared, plan, language)
    said: dict[str, str] = {
        each.id: _short(told.get(each.id, each.id).replace(":", ".")) for each in shared
    }
    own = said[audience.subject]
    is_own = sum(other.casefold() == own.casefold() for other in said.values()) == 1
    return f"{name} ({own if is_own else audience.subject})"


def _short(name: str) -> str:
    # Compared as file systems see them, and short enough that an id after it is not cut off.
    return safe_file_name(name, "").encode()[:_LONGEST_SUBJECT].decode(errors="ignore").strip()
