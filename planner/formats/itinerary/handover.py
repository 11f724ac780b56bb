"""Hand-overs along one candidate's day: who has the candidate before and after a block."""

from collections.abc import Iterable, Sequence

from planner.domain.blocks import Block
from planner.domain.ids import OfficeId
from planner.domain.people import Candidate
from planner.domain.times import Moment
from planner.formats.itinerary.content import Card
from planner.formats.itinerary.days import scheduled
from planner.formats.itinerary.people import panel, shown_name
from planner.formats.itinerary.places import place_of
from planner.formats.itinerary.reading import Reading, is_conversation
from planner.formats.itinerary.rows import title_or_kind
from planner.formats.itinerary.travel import arrival_line
from planner.formats.plaintext import one_line
from planner.formats.wording import documents as words


def handover_lines(
    reading: Reading,
    block: Block,
    ways: Iterable[tuple[Candidate, Sequence[Block]]],
    messages: tuple[str, str],
    main_office: OfficeId | None,
) -> tuple[str, ...]:
    """Return who has the candidates right before and after a block.

    ``ways`` are candidates of the block, each with their blocks of that day in order; ``messages``
    the sentences for before and after. Candidates who come and go different ways are told by name.
    """
    told = [
        (candidate, _both_sides(reading, block, along, messages, main_office))
        for candidate, along in ways
    ]
    if len({lines for _, lines in told}) <= 1:
        return next((lines for _, lines in told), ())
    return tuple(f"{shown_name(candidate)}: {line}" for candidate, lines in told for line in lines)


def about(reading: Reading, candidate: Candidate, blocks: Iterable[Block]) -> tuple[str, ...]:
    """Return what whoever meets a candidate must know: how to say the name, when they arrive."""
    pronunciation = one_line(candidate.pronunciation)
    first = next(iter(scheduled(reading, blocks)), None)
    box = first.timebox if first is not None else None
    lines = (
        reading.say(words.PRONOUNCED, pronunciation=pronunciation) if pronunciation else "",
        arrival_line(reading, candidate.id, box.start) if box is not None else "",
    )
    return tuple(line for line in lines if line)


def care_lines(reading: Reading, candidates: Iterable[Candidate]) -> tuple[str, ...]:
    """Return diet and access needs, for those who act on them."""
    lines = []
    for candidate in candidates:
        diet, needs = one_line(candidate.diet), one_line(candidate.needs)
        lines += [reading.say(words.DIET, diet=diet)] if diet else []
        lines += [reading.say(words.NEEDS, needs=needs)] if needs else []
    return tuple(lines)


def advice_card(reading: Reading, advice: Iterable[str]) -> Card:
    """Return what people who meet candidates are reminded of."""
    return Card(reading.say(words.PLEASE_NOTE), "", tuple(reading.say(line) for line in advice))


def _both_sides(
    reading: Reading,
    block: Block,
    along: Sequence[Block],
    messages: tuple[str, str],
    main_office: OfficeId | None,
) -> tuple[str, ...]:
    index = next(i for i, other in enumerate(along) if other.id == block.id)
    before = along[index - 1] if index > 0 else None
    after = along[index + 1] if index + 1 < len(along) else None
    lines = []
    if before is not None and (leaves := _end_of(before)) is not None:
        lines.append(_line(reading, messages[0], before, leaves, main_office))
    if after is not None and after.timebox is not None:
        lines.append(_line(reading, messages[1], after, after.timebox.start, main_office))
    return tuple(lines)


def _end_of(block: Block) -> Moment | None:
    return block.timebox.end if block.timebox is not None else None


def _line(
    reading: Reading, message: str, block: Block, moment: Moment, main_office: OfficeId | None
) -> str:
    sitting = panel(reading, block)
    people = [shown_name(person) for person in (*sitting.interviewers, *sitting.hosts)]
    who = reading.language.join(people) or _nobody(reading, block)
    place = place_of(reading, block, main_office).short
    if place:
        who = reading.say(words.WHO_AND_WHERE, who=who, place=place)
    return reading.say(message, who=who, clock=reading.language.clock(moment))


def _nobody(reading: Reading, block: Block) -> str:
    if is_conversation(block):
        return reading.say(words.TO_BE_CONFIRMED)
    return title_or_kind(reading, block)
