"""Reminders: what the coordinator is told unasked, as finished texts. Without Qt."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from planner.domain.ids import CandidateId
from planner.formats.plaintext import one_line
from planner.formats.wording.language import Language
from planner.schedule.agenda import Entry
from planner.schedule.live.live_projection import LiveProjection, Phase
from planner.ui.reminder_kinds import Kind
from planner.ui.timeline.faces import title_of

SOON = 5 * 60
"""How long before a block people are told of it, in seconds."""

_FRESH = 3 * 60  # what is older is no news, as after a laptop slept


@dataclass(frozen=True, slots=True)
class Reminder:
    """One thing to tell, once; ``key`` is what no other one has."""

    key: str
    kind: Kind
    title: str
    text: str


def reminders(
    projection: LiveProjection,
    day: date,
    wanted: Collection[Kind],
    told: Collection[str],
    language: Language,
) -> Iterator[Reminder]:
    """Yield what is to be told at the moment of a projection, without what was ``told`` before."""
    for kind, entry in _occasions(projection, day):
        if kind in wanted and _key(kind, entry) not in told:
            yield _MAKERS[kind](projection, entry, language)


def _key(kind: Kind, entry: Entry) -> str:
    return f"{kind} {entry.block.id}"


def _occasions(projection: LiveProjection, day: date) -> Iterator[tuple[Kind, Entry]]:
    agenda = projection.agenda
    for entry, on in zip(agenda.entries, agenda.dates, strict=True):
        if on != day:
            continue
        start, end = projection.run.starts[entry.index], projection.run.ends[entry.index]
        if start - projection.now > SOON:
            continue
        phase = projection.phases[entry.block.id]
        is_soon = 0 < start - projection.now <= SOON and phase is Phase.UPCOMING
        is_over = entry.block.is_rest and 0 <= projection.now - end < _FRESH
        if is_soon and not entry.block.is_rest:
            yield Kind.NEXT, entry
        if is_over and phase is Phase.DONE:
            yield Kind.REST_OVER, entry
        if phase is Phase.SUSPECTED:
            yield Kind.NO_SHOW, entry


def _soon(projection: LiveProjection, entry: Entry, language: Language) -> Reminder:
    start = projection.block(entry.block.id).start
    clock = language.clock(start)
    title = language.text("{block} at {clock}", block=title_of(entry.block, language), clock=clock)
    text = _people(projection, entry, language)
    return Reminder(_key(Kind.NEXT, entry), Kind.NEXT, title, text)


def _rest_over(projection: LiveProjection, entry: Entry, language: Language) -> Reminder:
    title = language.text("{block} is over", block=title_of(entry.block, language))
    whose = _names(projection, entry.block.candidates)
    return Reminder(_key(Kind.REST_OVER, entry), Kind.REST_OVER, title, language.join(whose))


def _suspected(projection: LiveProjection, entry: Entry, language: Language) -> Reminder:
    if entry.index in projection.run.unseen:
        who = language.join(_names(projection, entry.block.candidates))
        number = len(entry.block.candidates)
        title = language.count("Has {who} arrived?", "Have {who} arrived?", number, who=who)
        planned = title_of(entry.block, language)
        return Reminder(_key(Kind.NO_SHOW, entry), Kind.NO_SHOW, title, planned)
    title = language.text("Nobody has started {block}", block=title_of(entry.block, language))
    text = _people(projection, entry, language) or language.text("Nobody was ever assigned.")
    return Reminder(_key(Kind.NO_SHOW, entry), Kind.NO_SHOW, title, text)


def _people(projection: LiveProjection, entry: Entry, language: Language) -> str:
    plan, block = projection.agenda.plan, entry.block
    people = language.join([one_line(plan.people[p].name) for p in block.attendees])
    room = one_line(plan.rooms[block.room].name if block.room is not None else block.place)
    return " \u00b7 ".join(part for part in (people, room) if part)


def _names(projection: LiveProjection, candidates: tuple[CandidateId, ...]) -> list[str]:
    plan = projection.agenda.plan
    return [one_line(plan.candidates[c].name) for c in candidates]


_MAKERS: Mapping[Kind, Callable[[LiveProjection, Entry, Language], Reminder]] = {
    Kind.NEXT: _soon,
    Kind.REST_OVER: _rest_over,
    Kind.NO_SHOW: _suspected,
}
