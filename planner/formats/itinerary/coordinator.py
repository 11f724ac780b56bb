"""What the coordinator may see: everything that runs the day. Internal notes stay in the plan.

Booking references, seats and confirmations are the traveller's alone: a run sheet lies on desks.
"""

from collections.abc import Iterable
from dataclasses import replace

from planner.domain.audiences import AudienceKind
from planner.domain.blocks import Block
from planner.domain.ids import OfficeId
from planner.domain.people import Candidate
from planner.formats.itinerary.calls import connection_lines, connection_links
from planner.formats.itinerary.content import Card, Day, Itinerary, Participant, Row
from planner.formats.itinerary.days import by_day, day_of, scheduled, shown_dates
from planner.formats.itinerary.entries import row_entry, told_by
from planner.formats.itinerary.handover import care_lines
from planner.formats.itinerary.people import (
    candidate_names,
    coordinator_card,
    in_full,
    panel,
    position_of,
    shown_name,
    title_of,
    ways_to_reach,
)
from planner.formats.itinerary.reading import JOINT, Reading, joined, lines_of
from planner.formats.itinerary.rows import (
    cells_of,
    focus_names,
    mode_words,
    timed_row,
    title_or_kind,
)
from planner.formats.itinerary.selection import start_days
from planner.formats.itinerary.stays import stay_cards
from planner.formats.itinerary.travel import travel_cards
from planner.formats.itinerary.travel_rows import travel_rows
from planner.formats.plaintext import one_line
from planner.formats.wording import documents as words


def for_coordinator(reading: Reading, blank: Itinerary) -> Itinerary:
    """Return all days of the plan with everybody in them and how to reach them."""
    plan = reading.plan
    blocks = scheduled(reading, plan.blocks.values())
    candidates = list(plan.candidates)
    journeys = travel_cards(reading, candidates)
    office = reading.main_office(blocks)
    return replace(
        blank,
        title=one_line(plan.title),
        subtitle=shown_dates(reading, blocks),
        days=tuple(_day(reading, own, office) for own in by_day(blocks).values()),
        travel_heading=reading.say(words.GETTING_THERE) if journeys else "",
        journeys=journeys,
        stays=stay_cards(reading, candidates),
        contact=coordinator_card(reading, candidates),
        people=(*_candidate_cards(reading), *_people_cards(reading, blocks)),
        unscheduled=_unscheduled(reading),
    )


def _day(reading: Reading, blocks: list[Block], office: OfficeId | None) -> Day:
    rows = [_row(reading, block, office) for block in blocks]
    rows += [
        replace(row, headline=joined([*row.cells.candidates, row.headline]))
        for row in travel_rows(reading, reading.plan.candidates, start_days(blocks))
    ]
    return day_of(reading, rows, office=office)


def _row(reading: Reading, block: Block, office: OfficeId | None) -> Row:
    names = candidate_names(reading, block)
    participants = in_full(reading, block)
    areas = focus_names(reading, block)
    lines = (
        mode_words(reading, block),
        *(_participant_line(who) for who in participants),
        reading.say(words.ASSESSED_HERE, areas=JOINT.join(areas)) if areas else "",
        *_notes(reading, block),
        *connection_lines(reading, block),
    )
    row = replace(
        timed_row(reading, block, office),
        headline=title_or_kind(reading, block),
        aside=reading.language.join(names),
        lines=tuple(line for line in lines if line),
        links=connection_links(reading, block, may_dial=True),
        is_unconfirmed=panel(reading, block).open_seats > 0,
        cells=replace(
            cells_of(reading, block),
            candidates=names,
            participants=participants,
            focus_areas=areas,
        ),
    )
    summary = joined([row.headline, row.aside])
    telling = replace(told_by(row, summary), is_busy=not block.is_rest)
    return replace(row, entry=row_entry(reading, block, row, telling))


def _participant_line(who: Participant) -> str:
    return joined([who.name, who.title, who.role, who.answer, *(link.text for link in who.links)])


def _notes(reading: Reading, block: Block) -> Iterable[str]:
    """Return the notes for others, each line under whose it is; internal ones are not among."""
    told = (
        (AudienceKind.CANDIDATE, block.notes.candidate),
        (AudienceKind.INTERVIEWER, block.notes.interviewer),
        (AudienceKind.HOST, block.notes.host),
    )
    for audience, note in told:
        for line in lines_of(note):
            yield reading.say(words.NOTE_FOR[audience], note=line)


def _candidate_cards(reading: Reading) -> list[Card]:
    return [_candidate_card(reading, each) for each in reading.plan.candidates.values()]


def _candidate_card(reading: Reading, candidate: Candidate) -> Card:
    pronunciation = one_line(candidate.pronunciation)
    said = reading.say(words.PRONOUNCED, pronunciation=pronunciation) if pronunciation else ""
    lines = (position_of(candidate), said, *care_lines(reading, [candidate]))
    return Card(
        heading=reading.say(words.CANDIDATE),
        title=shown_name(candidate),
        lines=tuple(line for line in lines if line),
        links=ways_to_reach(candidate.phone, candidate.email),
    )


def _people_cards(reading: Reading, blocks: Iterable[Block]) -> list[Card]:
    sitting = dict.fromkeys(person for block in blocks for person in block.people)
    people = [reading.plan.people[person] for person in sitting if person in reading.plan.people]
    return [
        Card(
            heading=reading.say(words.PEOPLE),
            title=shown_name(person),
            lines=(title_of(person),) if title_of(person) else (),
            links=ways_to_reach(person.phone, person.email),
        )
        for person in people
        if title_of(person) or person.phone or person.email
    ]


def _unscheduled(reading: Reading) -> Card | None:
    waiting = [block for block in reading.plan.blocks.values() if block.timebox is None]
    if not waiting:
        return None
    lines = tuple(
        joined([title_or_kind(reading, b), *candidate_names(reading, b)]) for b in waiting
    )
    return Card(reading.say(words.NOT_SCHEDULED), "", lines)
