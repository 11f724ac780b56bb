"""The itinerary of a plan for one audience: picks the composer, adds version and preparation."""

from collections.abc import Callable, Mapping
from datetime import datetime

from planner.domain.audiences import Audience, AudienceKind
from planner.domain.plan import EPOCH, Plan
from planner.domain.times import Moment
from planner.formats.itinerary.candidate import for_candidate
from planner.formats.itinerary.content import ANY_EDITION, Edition, Itinerary
from planner.formats.itinerary.coordinator import for_coordinator
from planner.formats.itinerary.host import for_host
from planner.formats.itinerary.interviewer import for_interviewer
from planner.formats.itinerary.reading import Reading
from planner.formats.itinerary.room import for_room
from planner.formats.plaintext import one_line
from planner.formats.wording import documents as words
from planner.formats.wording.language import Language

_COMPOSERS: Mapping[AudienceKind, Callable[[Reading, Itinerary], Itinerary]] = {
    AudienceKind.CANDIDATE: for_candidate,
    AudienceKind.INTERVIEWER: for_interviewer,
    AudienceKind.HOST: for_host,
    AudienceKind.ROOM: for_room,
    AudienceKind.COORDINATOR: for_coordinator,
}


def itinerary(
    plan: Plan, audience: Audience, language: Language, edition: Edition = ANY_EDITION
) -> Itinerary:
    """Return what one audience may see of a plan, in its language, and nothing else.

    Raises:
        UnknownRecord: the plan holds no such candidate, person or room.
    """
    reading = Reading(plan, audience, language, edition)
    blank = Itinerary(
        audience=audience,
        language=language.tag,
        title="",
        changed=plan.changed,
        footer=_footer(reading),
    )
    return _COMPOSERS[audience.kind](reading, blank)


def _footer(reading: Reading) -> tuple[str, ...]:
    edition = reading.edition
    is_public = reading.audience.kind is AudienceKind.ROOM
    changes = "" if is_public else one_line(edition.changes)
    lines = (
        reading.say(words.VERSION, version=edition.version) if edition.version else "",
        _prepared(reading, edition.prepared or reading.plan.changed),
        reading.say(words.CHANGED_SINCE, changes=changes) if changes else "",
    )
    return tuple(line for line in lines if line)


def _prepared(reading: Reading, when: datetime) -> str:
    if when == EPOCH:  # a plan that nobody has edited yet
        return ""
    moment = Moment(when, reading.plan.zone())
    return reading.say(
        words.PREPARED,
        day=reading.language.date(moment.day),
        clock=reading.language.clock(moment),
        offset=reading.offset(moment),
    )
