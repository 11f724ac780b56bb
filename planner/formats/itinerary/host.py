"""What a host may see: own duties, who brings the candidate and where they go, what they need.

Never: focus areas, how calls connect, travel but the arrival, phone numbers but the coordinator's.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from planner.domain.blocks import Block, SeatRole
from planner.domain.ids import OfficeId
from planner.domain.people import Candidate, Person
from planner.formats.itinerary.content import Card, Day, Itinerary, Participant, Row
from planner.formats.itinerary.days import by_day, day_of, scheduled, shown_dates
from planner.formats.itinerary.entries import BEFORE_MEETINGS, contact_line, row_entry, told_by
from planner.formats.itinerary.handover import about, advice_card, care_lines, handover_lines
from planner.formats.itinerary.people import (
    candidate_names,
    coordinator_card,
    shown_name,
    with_roles,
)
from planner.formats.itinerary.reading import Reading, lines_of
from planner.formats.itinerary.rows import cells_of, timed_row, title_or_kind
from planner.formats.itinerary.selection import blocks_for, others_with
from planner.formats.wording import documents as words
from planner.formats.wording.terms import term


@dataclass(frozen=True, slots=True)
class _Duty:
    """The hosting of one day, and what its rows share."""

    reading: Reading
    person: Person
    own: tuple[Block, ...]
    office: OfficeId | None
    contact: Card | None


def for_host(reading: Reading, blank: Itinerary) -> Itinerary:
    """Return the duties of one host.

    Raises:
        UnknownRecord: the plan holds no such person.
    """
    own = scheduled(reading, blocks_for(reading.plan, reading.audience))
    person = reading.plan.find(Person, reading.audience.subject)
    contact = coordinator_card(reading, [c for block in own for c in block.candidates])
    return replace(
        blank,
        title=reading.say(words.SHEET_FOR[reading.audience.kind], name=shown_name(person)),
        subtitle=shown_dates(reading, own),
        reader=shown_name(person),
        days=tuple(
            _day(_Duty(reading, person, tuple(blocks), reading.main_office(blocks), contact))
            for blocks in by_day(own).values()
        ),
        contact=contact,
        advice=advice_card(reading, [words.CALL_IF_LATE, words.DESTROY_AFTER]) if own else None,
    )


def _day(duty: _Duty) -> Day:
    reading = duty.reading
    rows = [_row(duty, block) for block in duty.own]
    day = day_of(reading, rows, home=duty.person.zone, office=duty.office)
    met = dict.fromkeys(c for block in duty.own for c in block.candidates)
    candidates = [reading.plan.candidates[c] for c in met if c in reading.plan.candidates]
    lines = [
        f"{shown_name(candidate)}: {line}"
        for candidate in candidates
        for line in about(reading, candidate, _along(duty, duty.own, candidate))
    ]
    return replace(day, about=tuple(lines))


def _row(duty: _Duty, block: Block) -> Row:
    reading = duty.reading
    names = candidate_names(reading, block)
    row = replace(
        timed_row(reading, block, duty.office),
        headline=title_or_kind(reading, block),
        aside=reading.language.join(names),
        lines=_lines(duty, block),
        cells=replace(
            cells_of(reading, block), candidates=names, participants=_hosts(reading, block)
        ),
    )
    summary = row.headline
    if names:
        summary = reading.say(words.BLOCK_WITH, title=row.headline, people=row.aside)
    telling = told_by(row, summary, contact_line(reading, duty.contact))
    return replace(
        row, entry=row_entry(reading, block, row, replace(telling, alarm=BEFORE_MEETINGS))
    )


def _lines(duty: _Duty, block: Block) -> tuple[str, ...]:
    reading = duty.reading
    found = [reading.plan.candidates.get(candidate) for candidate in block.candidates]
    candidates = [candidate for candidate in found if candidate is not None]
    ways = [(candidate, _along(duty, [block], candidate)) for candidate in candidates]
    messages = (words.COMES_FROM, words.GOES_TO)
    own_name = shown_name(duty.person)
    others = [host.name for host in _hosts(reading, block) if host.name != own_name]
    company = (reading.say(words.WITH, people=reading.language.join(others)),) if others else ()
    notes = lines_of(block.notes.host)
    return (
        *company,
        *notes,
        *care_lines(reading, candidates),
        *handover_lines(reading, block, ways, messages, duty.office),
    )


def _hosts(reading: Reading, block: Block) -> tuple[Participant, ...]:
    host = term(SeatRole.HOST, reading.language)
    return tuple(who for who in with_roles(reading, block) if who.role == host)


def _along(duty: _Duty, own: Sequence[Block], candidate: Candidate) -> list[Block]:
    mine = [block for block in own if candidate.id in block.candidates]
    return scheduled(duty.reading, [*mine, *others_with(duty.reading.plan, mine, candidate.id)])
