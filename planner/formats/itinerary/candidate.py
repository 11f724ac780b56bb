"""What a candidate may see: their own days, travel and hotel, whom they meet, whom to call.

Never: focus areas, roles and answers of people, anybody's address but the contact's, debriefs,
other candidates, notes for others. Phone numbers: the contact's, the site's and the hotel's, and
what connects their own calls (see `planner.formats.itinerary.calls`).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from planner.domain.blocks import Block, Kind
from planner.domain.ids import OfficeId
from planner.domain.people import Candidate
from planner.formats.itinerary.calls import candidate_links, connection_lines
from planner.formats.itinerary.content import Card, Day, Entry, Itinerary, Row
from planner.formats.itinerary.days import (
    at_a_glance,
    by_day,
    day_of,
    first_place,
    scheduled,
    shown_dates,
)
from planner.formats.itinerary.entries import (
    BEFORE_MEETINGS,
    contact_line,
    row_entry,
    told_by,
)
from planner.formats.itinerary.people import (
    Panel,
    contact_card,
    named_or_open,
    panel,
    position_of,
    shown_name,
    title_of,
    with_title,
)
from planner.formats.itinerary.places import place_card
from planner.formats.itinerary.reading import Reading, is_conversation, is_remote, joined, lines_of
from planner.formats.itinerary.rows import (
    cells_of,
    label_of,
    mode_and_title,
    open_seats,
    shown_times,
    timed_row,
    title_or_kind,
)
from planner.formats.itinerary.selection import blocks_for, start_days
from planner.formats.itinerary.stays import stay_cards
from planner.formats.itinerary.travel import travel_cards
from planner.formats.itinerary.travel_rows import travel_rows
from planner.formats.plaintext import one_line
from planner.formats.wording import documents as words


@dataclass(frozen=True, slots=True)
class _Visit:
    """Whose page it is, and what all of its rows share."""

    reading: Reading
    candidate: Candidate
    office: OfficeId | None
    contact: Card | None


def for_candidate(reading: Reading, blank: Itinerary) -> Itinerary:
    """Return the itinerary of one candidate.

    Raises:
        UnknownRecord: the plan holds no such candidate.
    """
    own = blocks_for(reading.plan, reading.audience)
    candidate = reading.plan.find(Candidate, reading.audience.subject)
    blocks = scheduled(reading, own)
    contact = contact_card(reading, [candidate.id])
    visit = _Visit(reading, candidate, reading.main_office(blocks), contact)
    journeys = travel_cards(reading, [candidate.id])
    return replace(
        blank,
        title=_title(visit, blocks),
        subtitle=joined([position_of(candidate), shown_dates(reading, blocks)]),
        reader=shown_name(candidate),
        days=tuple(_day(visit, blocks_of_day) for blocks_of_day in by_day(blocks).values()),
        travel_heading=reading.say(words.GETTING_THERE) if journeys else "",
        journeys=journeys,
        stays=stay_cards(reading, [candidate.id]),
        place=_place(visit, blocks),
        contact=contact,
        noted=_noted(reading, candidate),
    )


def _day(visit: _Visit, blocks: Sequence[Block]) -> Day:
    reading = visit.reading
    rows = [_row(visit, block) for block in blocks]
    rows += [
        replace(row, cells=replace(row.cells, candidates=()))
        for row in travel_rows(reading, [visit.candidate.id], start_days(blocks))
    ]
    day = day_of(reading, rows, home=visit.candidate.zone, office=visit.office)
    return replace(
        at_a_glance(reading, day),
        first=first_place(reading, blocks),
        hint=_hint(visit, blocks),
    )


def _row(visit: _Visit, block: Block) -> Row:
    reading, sitting = visit.reading, panel(visit.reading, block)
    row = replace(
        timed_row(reading, block, visit.office),
        label=label_of(reading, block),
        links=candidate_links(reading, block, visit.candidate),
        cells=replace(cells_of(reading, block), participants=named_or_open(reading, sitting)),
    )
    row = _conversation(visit, block, row) if is_conversation(block) else _other(visit, block, row)
    return replace(row, entry=_entry(visit, block, row))


def _conversation(visit: _Visit, block: Block, row: Row) -> Row:
    reading, sitting = visit.reading, panel(visit.reading, block)
    names = [shown_name(person) for person in sitting.interviewers]
    is_alone = len(sitting.interviewers) == 1
    return replace(
        row,
        headline=reading.language.join(names) or reading.say(words.TO_BE_CONFIRMED),
        aside=title_of(sitting.interviewers[0]) if is_alone else "",
        lines=(
            *mode_and_title(reading, block),
            *_own_clocks(visit, block),
            *open_seats(reading, sitting),
            *_also_there(reading, block, sitting),
            *_how_it_goes(visit, block),
        ),
        is_unconfirmed=sitting.open_seats > 0,
    )


def _other(visit: _Visit, block: Block, row: Row) -> Row:
    reading, sitting = visit.reading, panel(visit.reading, block)
    is_meal = block.kind is Kind.MEAL and block.is_rest
    return replace(
        row,
        headline=title_or_kind(reading, block),
        aside=reading.say(words.NOT_AN_INTERVIEW) if is_meal else "",
        lines=(
            *_own_clocks(visit, block),
            *_also_there(reading, block, sitting),
            *_how_it_goes(visit, block),
        ),
    )


def _also_there(reading: Reading, block: Block, sitting: Panel) -> tuple[str, ...]:
    people = [with_title(reading, person) for person in (*sitting.hosts, *sitting.others)]
    message = words.MET_BY if block.kind in {Kind.ARRIVAL, Kind.ESCORT} else words.WITH
    return (reading.say(message, people=reading.language.join(people)),) if people else ()


def _how_it_goes(visit: _Visit, block: Block) -> tuple[str, ...]:
    # In a room of ours somebody else connects the call.
    lines = connection_lines(visit.reading, block) if is_remote(block) else ()
    return (*lines_of(block.notes.candidate), *lines)


def _own_clocks(visit: _Visit, block: Block) -> tuple[str, ...]:
    """Return the times at home of a call that the candidate takes there."""
    home, box = visit.candidate.zone, block.timebox
    if box is None or not is_remote(block) or not visit.reading.is_elsewhere(home, box.start):
        return ()
    end = box.end.in_zone(home) if box.end is not None else None
    times = shown_times(visit.reading, box.start.in_zone(home), end)
    city = visit.reading.city(home)
    return (visit.reading.say(words.ON_YOUR_CLOCKS, times=times, city=city),)


def _entry(visit: _Visit, block: Block, row: Row) -> Entry | None:
    reading = visit.reading
    people = row.headline if not row.aside else f"{row.headline}, {row.aside}"
    summary = row.headline
    if is_conversation(block):
        summary = reading.say(words.INTERVIEW_WITH, people=people)
    telling = told_by(row, summary, contact_line(reading, visit.contact))
    alarm = None if block.is_rest else BEFORE_MEETINGS
    return row_entry(reading, block, row, replace(telling, is_busy=not block.is_rest, alarm=alarm))


def _title(visit: _Visit, blocks: Sequence[Block]) -> str:
    reading = visit.reading
    offices = {
        office.id: office
        for block in blocks
        if (office := reading.plan.office_of(block)) is not None and not is_remote(block)
    }
    if len(offices) != 1 or any(is_remote(block) for block in blocks):
        return reading.say(words.YOUR_INTERVIEWS)
    (office,) = offices.values()
    message = words.YOUR_DAY_IN if len(set(start_days(blocks))) == 1 else words.YOUR_DAYS_IN
    return reading.say(message, city=one_line(office.city) or one_line(office.name))


def _hint(visit: _Visit, blocks: Sequence[Block]) -> str:
    """Return what to bring, where nobody wrote how one gets in."""
    office = visit.reading.plan.offices.get(visit.office) if visit.office is not None else None
    is_told = any(block.kind is Kind.ARRIVAL and block.notes.candidate for block in blocks)
    if office is None or office.arrival or is_told or all(is_remote(block) for block in blocks):
        return ""
    return visit.reading.say(words.BRING_ID)


def _place(visit: _Visit, blocks: Sequence[Block]) -> Card | None:
    office = visit.reading.plan.offices.get(visit.office) if visit.office is not None else None
    goes_there = any(not is_remote(block) for block in blocks)
    return place_card(visit.reading, office) if office is not None and goes_there else None


def _noted(reading: Reading, candidate: Candidate) -> Card | None:
    diet, needs = one_line(candidate.diet), one_line(candidate.needs)
    lines = (
        reading.say(words.DIET, diet=diet) if diet else "",
        reading.say(words.NEEDS, needs=needs) if needs else "",
    )
    if not any(lines):
        return None
    return Card(reading.say(words.NOTED_FOR_YOU), "", tuple(line for line in lines if line))
