"""What a plan holds and one audience is not told, as one line for whoever sends the document.

Read off the finished itinerary, so that it cannot promise what the documents do not keep: whatever
of the plan stands nowhere in it is left out. Internal notes and the history of the application are
in no document at all.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass

from planner.domain.audiences import Audience, AudienceKind
from planner.domain.blocks import Block, Connection, Kind, Rsvp
from planner.domain.people import Candidate, Person
from planner.domain.plan import Plan
from planner.formats.itinerary.composition import itinerary
from planner.formats.itinerary.content import Itinerary
from planner.formats.itinerary.reading import lines_of
from planner.formats.itinerary.selection import blocks_for
from planner.formats.plaintext import one_line, safe_link
from planner.formats.wording import left_out as words
from planner.formats.wording.language import Language

_NO_CONNECTION = Connection()


def left_out_sentence(plan: Plan, audience: Audience, language: Language) -> str:
    """Return what the audience's documents keep back, as "Left out: internal notes".

    Raises:
        UnknownRecord: the plan holds no such candidate, person or room.
    """
    if audience.kind is AudienceKind.ROOM:
        blocks_for(plan, audience)
        return language.text(words.ONLY_TIMES)
    content = itinerary(plan, audience, language)
    told = _Told(plan, audience, language, content, "\n".join(_texts(content)))
    parts = [part for find in _PARTS if (part := find(told))]
    if not parts:
        return language.text(words.NOTHING_LEFT_OUT)
    return language.text(words.LEFT_OUT, what=language.join(parts))


@dataclass(frozen=True, slots=True)
class _Told:
    """A plan beside what one audience is told of it."""

    plan: Plan
    audience: Audience
    language: Language
    content: Itinerary
    shown: str

    def hides(self, texts: Iterable[str]) -> int:
        """Count the different texts that stand nowhere in the document."""
        found = {one_line(text) for text in texts} - {""}
        return sum(text not in self.shown for text in found)

    def say(self, message: str, *, holds: object) -> str:
        """Return a part of the sentence where it holds."""
        return self.language.text(message) if holds else ""

    def count(self, messages: tuple[str, str], number: int) -> str:
        """Return a part of the sentence that counts; nothing for none."""
        return self.language.count(*messages, number) if number else ""


def _internal_notes(told: _Told) -> str:
    plan = told.plan
    tables = (plan.candidates, plan.people, plan.rooms, plan.journeys, plan.stays)
    notes = [plan.note, *(record.note for table in tables for record in table.values())]
    notes += [block.notes.internal for block in plan.blocks.values()]
    notes += [leg.note for journey in plan.journeys.values() for leg in journey.legs]
    return told.say(words.INTERNAL_NOTES, holds=any(note.strip() for note in notes))


def _debriefs(told: _Told) -> str:
    own = {block.id for block in blocks_for(told.plan, told.audience)}
    hidden = [
        block
        for block in told.plan.blocks.values()
        if block.kind is Kind.DEBRIEF and block.id not in own
    ]
    return told.say(words.DEBRIEFS, holds=hidden)


def _unscheduled(told: _Told) -> str:
    own = blocks_for(told.plan, told.audience)
    waiting = sum(block.timebox is None for block in own)
    return told.count(words.UNSCHEDULED, 0 if told.content.unscheduled else waiting)


def _candidates(told: _Told) -> str:
    names = [
        candidate.name
        for candidate in told.plan.candidates.values()
        if candidate.id != told.audience.subject
    ]
    return told.count(words.CANDIDATES, told.hides(names))


def _people(told: _Told) -> str:
    sitting = {person for block in told.plan.blocks.values() for person in block.people}
    people = told.plan.people
    names = [people[person].name for person in sitting if person in people]
    return told.count(words.PEOPLE, told.hides(names))


def _phones(told: _Told) -> str:
    return told.count(words.PHONES, told.hides(each.phone for each in _others(told)))


def _emails(told: _Told) -> str:
    return told.count(words.EMAILS, told.hides(each.email for each in _others(told)))


def _others(told: _Told) -> list[Person | Candidate]:
    people: list[Person | Candidate] = [*told.plan.people.values(), *told.plan.candidates.values()]
    return [each for each in people if each.id != told.audience.subject]


def _notes(told: _Told) -> str:
    notes = [
        line
        for block in told.plan.blocks.values()
        for note in (block.notes.candidate, block.notes.interviewer, block.notes.host)
        for line in lines_of(note)
    ]
    return told.say(words.NOTES, holds=told.hides(notes))


def _focus_areas(told: _Told) -> str:
    used = {area for block in told.plan.blocks.values() for area in block.focus_areas}
    areas = told.plan.focus_areas
    return told.count(
        words.FOCUS_AREAS, told.hides(areas[area].name for area in used if area in areas)
    )


def _calls(told: _Told) -> str:
    connections = [block.connection or _NO_CONNECTION for block in told.plan.blocks.values()]
    texts = [text for each in connections for text in (each.number, each.access_code)]
    return told.say(words.CALLS, holds=told.hides(texts) + told.hides(_links(told)))


def _links(told: _Told) -> Iterator[str]:
    for block in told.plan.blocks.values():
        if block.connection is not None:
            yield safe_link(block.connection.link) or block.connection.link


def _care(told: _Told) -> str:
    texts = [
        text
        for candidate in told.plan.candidates.values()
        for text in (candidate.diet, candidate.needs)
    ]
    return told.say(words.CARE, holds=told.hides(texts))


def _journeys(told: _Told) -> str:
    legs = sum(bool(journey.legs) for journey in told.plan.journeys.values())
    return told.say(words.JOURNEYS, holds=legs > len(told.content.journeys))


def _stays(told: _Told) -> str:
    return told.say(words.STAYS, holds=len(told.plan.stays) > len(told.content.stays))


def _bookings(told: _Told) -> str:
    legs = [leg for journey in told.plan.journeys.values() for leg in journey.legs]
    texts = [text for leg in legs for text in (leg.reference, leg.seat)]
    texts += [stay.confirmation for stay in told.plan.stays.values()]
    return told.say(words.BOOKINGS, holds=told.hides(texts))


def _answers(told: _Told) -> str:
    given = any(map(_has_answer, told.plan.blocks.values()))
    is_told = told.audience.kind is AudienceKind.COORDINATOR
    return told.say(words.ANSWERS, holds=given and not is_told)


def _has_answer(block: Block) -> bool:
    return any(seat.rsvp is not Rsvp.PENDING for seat in block.seats)


def _application(told: _Told) -> str:
    found = [candidate.application for candidate in told.plan.candidates.values()]
    has_history = any(each and (each.steps or each.portal_states or each.note) for each in found)
    return told.say(words.APPLICATION, holds=has_history)


def _texts(value: object) -> Iterator[str]:
    """Yield every text of an itinerary, those of calendar entries among them."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _texts(getattr(value, field.name))


_PARTS: tuple[Callable[[_Told], str], ...] = (
    _internal_notes,
    _application,
    _debriefs,
    _candidates,
    _people,
    _notes,
    _focus_areas,
    _phones,
    _emails,
    _calls,
    _care,
    _journeys,
    _stays,
    _bookings,
    _answers,
    _unscheduled,
)
"""What may be left out, the most private first."""
