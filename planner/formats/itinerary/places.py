"""Places as a reader is told them: short for a row, full for a calendar, a card for the day."""

from dataclasses import dataclass

from planner.domain.blocks import Block
from planner.domain.ids import OfficeId
from planner.domain.places import Office, Room
from planner.formats.itinerary.content import Card
from planner.formats.itinerary.people import phone_link
from planner.formats.itinerary.reading import Reading, is_remote, lines_of
from planner.formats.plaintext import one_line
from planner.formats.wording import documents as words


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block happens: ``short`` and ``detail`` for a row, ``full`` for a calendar."""

    short: str = ""
    detail: str = ""
    full: str = ""


def place_of(reading: Reading, block: Block, main_office: OfficeId | None) -> Place:
    """Return where a block happens; a call that is taken where one is happens at no office.

    The site is named beside the room only where it is not the day's main one.
    """
    room = reading.plan.rooms.get(block.room) if block.room is not None else None
    if room is None and is_remote(block):
        words_of_place = one_line(block.place)
        return Place(short=words_of_place, full=words_of_place)
    office = reading.plan.office_of(block)
    site = one_line(office.name) if office is not None and office.id != main_office else ""
    short = one_line(room.name) if room is not None else one_line(block.place)
    floor = floor_of(reading, room) if room is not None else ""
    return Place(
        short=short or site,
        detail=", ".join(part for part in (floor, site if short else "") if part),
        full=_without_repeats([short, floor, *_address(reading, office)]),
    )


def place_card(reading: Reading, office: Office) -> Card:
    """Return the card that says where to go and how one gets in."""
    name, *address = _address(reading, office)
    phone = one_line(office.phone)
    return Card(
        heading=reading.say(words.WHERE_TO_GO),
        title=name,
        lines=tuple(part for part in [_without_repeats(address)] if part),
        details=lines_of(office.arrival),
        links=(phone_link(phone),) if phone else (),
    )


def floor_of(reading: Reading, room: Room) -> str:
    """Return the floor in words: a bare number or letter needs the word beside it."""
    floor = one_line(room.floor)
    is_bare = floor.lstrip("-\u2212").isdigit() or len(floor) == 1
    return reading.say(words.FLOOR, floor=floor) if is_bare else floor


def _address(reading: Reading, office: Office | None) -> list[str]:
    if office is None:
        return []
    country = reading.country(one_line(office.country))
    return [one_line(office.name), one_line(office.address), one_line(office.city), country]


def _without_repeats(parts: list[str]) -> str:
    said = ""
    for part in parts:
        if part and part.casefold() not in said.casefold():
            said = f"{said}, {part}" if said else part
    return said
