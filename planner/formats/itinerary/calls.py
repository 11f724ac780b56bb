"""How calls connect, as far as a reader may know.

Whoever sits in a call gets its link and its number. Where neither is written down, a phone call
goes to the phone of the room, else to the candidate's own. A candidate's own number, written down
or not, is told to that candidate, to those who interview them in that call, and to the coordinator.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from planner.domain.blocks import Block, Connection, Kind, Mode
from planner.domain.people import Candidate
from planner.domain.plan import Plan
from planner.formats.itinerary.content import Link
from planner.formats.itinerary.people import is_same_number, phone_link, shown_name
from planner.formats.itinerary.reading import Reading, is_remote
from planner.formats.plaintext import one_line, safe_link
from planner.formats.wording import documents as words

_NO_CONNECTION = Connection()


def connection_links(reading: Reading, block: Block, *, may_dial: bool) -> tuple[Link, ...]:
    """Return what connects a call for the company's own people: link first, then numbers.

    ``may_dial`` says whether the reader is told a candidate's own number.
    """
    links = list(_web_links(reading, block))
    for number in _numbers(reading.plan, block):
        if number.owner is None:
            links.append(_dial(reading, number.text))
        elif may_dial:
            name = shown_name(number.owner)
            text = reading.say(words.CALL_CANDIDATE, name=name, number=number.text)
            links.append(phone_link(number.text, text))
    return tuple(links)


def candidate_links(reading: Reading, block: Block, candidate: Candidate) -> tuple[Link, ...]:
    """Return what connects a call for its candidate, and on which number we call them.

    In a room of ours somebody else connects the call: the number may be a private one.
    """
    connects = is_remote(block)
    links = list(_web_links(reading, block)) if connects else []
    for number in _numbers(reading.plan, block):
        if number.owner == candidate:
            text = reading.say(words.WE_CALL_YOU, number=number.text)
            links.append(phone_link(number.text, text))
        elif number.owner is None and connects:
            links.append(_dial(reading, number.text))
    return tuple(links)


def connection_lines(reading: Reading, block: Block) -> tuple[str, ...]:
    """Return what else one needs to connect: the code, and what to do when the line drops."""
    connection = block.connection or _NO_CONNECTION
    code, fallback = one_line(connection.access_code), one_line(connection.fallback)
    lines = [reading.say(words.ACCESS_CODE, code=code)] if code else []
    lines += [reading.say(words.WHEN_IT_DROPS, advice=fallback)] if fallback else []
    return tuple(lines)


@dataclass(frozen=True, slots=True)
class _Number:
    """A number to dial; ``owner`` is the candidate whose own phone it is."""

    text: str
    owner: Candidate | None = None


def _numbers(plan: Plan, block: Block) -> Iterator[_Number]:
    connection = block.connection or _NO_CONNECTION
    found = (plan.candidates.get(candidate) for candidate in block.candidates)
    candidates = [candidate for candidate in found if candidate is not None]
    room = plan.rooms.get(block.room) if block.room is not None else None
    if written := one_line(connection.number):
        owners = (each for each in candidates if is_same_number(each.phone, written))
        yield _Number(written, next(owners, None))
    elif block.mode is not Mode.PHONE or one_line(connection.link):
        return
    elif room is not None and one_line(room.phone):
        yield _Number(one_line(room.phone))
    elif block.kind is not Kind.DEBRIEF:  # that is about the candidate, not with them
        for candidate in candidates:
            if phone := one_line(candidate.phone):
                yield _Number(phone, candidate)


def _web_links(reading: Reading, block: Block) -> Iterator[Link]:
    if url := one_line((block.connection or _NO_CONNECTION).link):
        target = safe_link(url) or ""
        yield Link(reading.say(words.JOIN_VIDEO) if target else url, target)


def _dial(reading: Reading, number: str) -> Link:
    return phone_link(number, reading.say(words.DIAL, number=number))
