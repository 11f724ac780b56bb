"""What an interviewer may see: own slots inside the candidate's day, and who hands over.

Of other blocks: when, where, who, and which focus areas not to repeat. Of travel: the arrival time.
Diet and access needs only where the interviewer hosts. Phone numbers: the coordinator's, and what
connects own calls, a candidate's own number among it only for those who interview in that call
(see `planner.formats.itinerary.calls`).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from planner.domain.blocks import Block
from planner.domain.ids import OfficeId
from planner.domain.people import Candidate, Person
from planner.formats.itinerary.calls import connection_lines, connection_links
from planner.formats.itinerary.content import Card, Day, Itinerary, Row
from planner.formats.itinerary.days import at_a_glance, by_day, day_of, scheduled, shown_dates
from planner.formats.itinerary.entries import BEFORE_MEETINGS, contact_line, row_entry, told_by
from planner.formats.itinerary.handover import about, advice_card, care_lines, handover_lines
from planner.formats.itinerary.people import (
    candidate_names,
    coordinator_card,
    named_or_open,
    panel,
    position_of,
    shown_name,
    sitter,
    with_roles,
)
from planner.formats.itinerary.reading import JOINT, Reading, is_conversation, lines_of
from planner.formats.itinerary.rows import (
    cells_of,
    focus_names,
    label_of,
    mode_and_title,
    timed_row,
    title_or_kind,
)
from planner.formats.itinerary.selection import blocks_for, hosts_in, interviews_in, others_with
from planner.formats.wording import documents as words
from planner.formats.wording.terms import term

_ADVICE = (words.CALL_IF_LATE, words.DO_NOT_ASK, words.DESTROY_AFTER)


@dataclass(frozen=True, slots=True)
class _Part:
    """An interviewer's part in one candidate's day: own blocks within all of that day's.

    ``own`` are the interviewer's blocks of the day with whomever, ``along`` what this candidate
    does on it, own blocks with them among it.
    """

    reading: Reading
    person: Person
    candidate: Candidate | None
    along: tuple[Block, ...]
    own: tuple[Block, ...]
    office: OfficeId | None
    contact: Card | None


def for_interviewer(reading: Reading, blank: Itinerary) -> Itinerary:
    """Return the sheet of one interviewer: a day for each candidate they meet on it.

    Raises:
        UnknownRecord: the plan holds no such person.
    """
    own = scheduled(reading, blocks_for(reading.plan, reading.audience))
    person = reading.plan.find(Person, reading.audience.subject)
    candidates = list(dict.fromkeys(c for block in own for c in block.candidates))
    contact = coordinator_card(reading, candidates)
    parts = [
        _part(reading, person, candidate, blocks, contact)
        for blocks in by_day(own).values()
        for candidate in _candidates_of(reading, blocks)
    ]
    return replace(
        blank,
        title=reading.say(words.SHEET_FOR[reading.audience.kind], name=shown_name(person)),
        subtitle=shown_dates(reading, own),
        reader=shown_name(person),
        days=tuple(_day(part) for part in parts),
        contact=contact,
        advice=advice_card(reading, _ADVICE) if candidates else None,
    )


def _candidates_of(reading: Reading, own: Sequence[Block]) -> list[Candidate | None]:
    met = dict.fromkeys(c for block in own for c in block.candidates)
    found: list[Candidate | None] = []
    found += [reading.plan.candidates[c] for c in met if c in reading.plan.candidates]
    return [*found, None] if any(not block.candidates for block in own) else found


def _part(
    reading: Reading,
    person: Person,
    candidate: Candidate | None,
    own: Sequence[Block],
    contact: Card | None,
) -> _Part:
    if candidate is None:
        along = [block for block in own if not block.candidates]
    else:
        along = _along(reading, own, candidate)
    return _Part(
        reading=reading,
        person=person,
        candidate=candidate,
        along=tuple(along),
        own=tuple(own),
        office=reading.main_office(along),
        contact=contact,
    )


def _along(reading: Reading, own: Sequence[Block], candidate: Candidate) -> list[Block]:
    mine = [block for block in own if candidate.id in block.candidates]
    return scheduled(reading, [*mine, *others_with(reading.plan, mine, candidate.id)])


def _day(part: _Part) -> Day:
    reading, candidate = part.reading, part.candidate
    own_ids = {block.id for block in part.own}
    rows = [
        _own_row(part, block) if block.id in own_ids else _other_row(part, block)
        for block in part.along
    ]
    day = day_of(reading, rows, home=part.person.zone, office=part.office)
    if candidate is None:
        return day
    position = position_of(candidate)
    return replace(
        at_a_glance(reading, day),
        subject=shown_name(candidate),
        about=(
            *((reading.say(words.APPLIES_FOR, position=position),) if position else ()),
            *about(reading, candidate, part.along),
        ),
    )


def _own_row(part: _Part, block: Block) -> Row:
    reading = part.reading
    names, sitting = candidate_names(reading, block), panel(reading, block)
    row = replace(
        timed_row(reading, block, part.office),
        headline=reading.language.join(names) or title_or_kind(reading, block),
        label=label_of(reading, block),
        lines=_own_lines(part, block),
        links=connection_links(reading, block, may_dial=interviews_in(block, part.person.id)),
        is_unconfirmed=sitting.open_seats > 0,
        cells=replace(
            cells_of(reading, block),
            candidates=names,
            participants=with_roles(reading, block),
            focus_areas=focus_names(reading, block),
        ),
    )
    # The row belongs to one candidate's day, the one calendar entry to all candidates of the block.
    met = [reading.plan.candidates.get(candidate) for candidate in block.candidates]
    everybody = replace(row, lines=(*row.lines, *_handovers(part, block, met)))
    contact = contact_line(reading, part.contact)
    telling = told_by(everybody, _summary(reading, block, names), contact)
    return replace(
        row,
        lines=(*row.lines, *_handovers(part, block, [part.candidate])),
        entry=row_entry(reading, block, row, replace(telling, alarm=BEFORE_MEETINGS)),
    )


def _own_lines(part: _Part, block: Block) -> tuple[str, ...]:
    reading = part.reading
    areas = focus_names(reading, block)
    hosted = [reading.plan.candidates.get(candidate) for candidate in block.candidates]
    cared_for = [c for c in hosted if c is not None] if hosts_in(block, part.person.id) else []
    return (
        *(mode_and_title(reading, block) if block.candidates else ()),
        *_role_and_company(part, block),
        *((reading.say(words.YOU_ASSESS, areas=JOINT.join(areas)),) if areas else ()),
        *lines_of(block.notes.interviewer),
        *care_lines(reading, cared_for),
        *connection_lines(reading, block),
    )


def _handovers(
    part: _Part, block: Block, candidates: Iterable[Candidate | None]
) -> tuple[str, ...]:
    ways = [
        (candidate, _along(part.reading, part.own, candidate))
        for candidate in candidates
        if candidate is not None
    ]
    messages = (words.BEFORE_YOU, words.AFTER_YOU)
    return handover_lines(part.reading, block, ways, messages, part.office)


def _role_and_company(part: _Part, block: Block) -> tuple[str, ...]:
    reading = part.reading
    roles, company = [], []
    for seat in block.seats:
        person = sitter(reading, seat)
        role = term(seat.role, reading.language)
        if person is not None and person.id == part.person.id:
            roles.append(role)
        elif person is not None:
            name = shown_name(person)
            company.append(reading.say(words.ROLE_IN_BRACKETS, name=name, role=role))
    lines = [reading.say(words.YOUR_ROLE, role=reading.language.join(roles))]
    if company:
        lines.append(reading.say(words.WITH, people=reading.language.join(company)))
    return tuple(lines)


def _other_row(part: _Part, block: Block) -> Row:
    reading, sitting = part.reading, panel(part.reading, block)
    names = [shown_name(person) for person in sitting.interviewers]
    areas = focus_names(reading, block)
    row = timed_row(reading, block, part.office)
    cells = replace(
        cells_of(reading, block), participants=named_or_open(reading, sitting), focus_areas=areas
    )
    if not is_conversation(block):
        headline = title_or_kind(reading, block)
    else:
        headline = reading.language.join(names) or reading.say(words.TO_BE_CONFIRMED)
        cells = replace(cells, title="")
    told = (reading.say(words.ASSESSED_HERE, areas=JOINT.join(areas)),)
    return replace(
        row,
        headline=headline,
        label=label_of(reading, block),
        lines=told if areas else (),
        is_own=False,
        cells=cells,
    )


def _summary(reading: Reading, block: Block, names: Sequence[str]) -> str:
    people = reading.language.join(names)
    if not people:
        return title_or_kind(reading, block)
    if is_conversation(block):
        return reading.say(words.INTERVIEW_WITH, people=people)
    return reading.say(words.BLOCK_WITH, title=title_or_kind(reading, block), people=people)
