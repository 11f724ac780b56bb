"""People as readers may know them: names, panels, hand-overs, whom to call."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from planner.domain.application import Contact
from planner.domain.blocks import INTERVIEWING_ROLES, Block, Rsvp, Seat, SeatRole
from planner.domain.ids import CandidateId
from planner.domain.people import Candidate, Person
from planner.formats.itinerary.content import Card, Link, Participant
from planner.formats.itinerary.reading import Reading, is_conversation
from planner.formats.plaintext import one_line, safe_link
from planner.formats.wording import documents as words
from planner.formats.wording.terms import term

_NOT_DIALLED = re.compile(r"[\s().\-/]")


@dataclass(frozen=True, slots=True)
class Panel:
    """Who sits in a block: those who come, and how many assessing seats wait for a person."""

    interviewers: tuple[Person, ...]
    hosts: tuple[Person, ...]
    others: tuple[Person, ...]
    open_seats: int


def panel(reading: Reading, block: Block) -> Panel:
    """Return who comes to a block.

    Somebody who declined does not come: their seat is as open as an empty one.
    """
    taken = [(seat.role, person) for seat in block.seats if (person := sitter(reading, seat))]
    empty = [
        seat
        for seat in block.seats
        if seat.is_required and seat.role in INTERVIEWING_ROLES and not sitter(reading, seat)
    ]
    interviewers = tuple(person for role, person in taken if role in INTERVIEWING_ROLES)
    nobody = is_conversation(block) and not interviewers and not empty
    return Panel(
        interviewers=interviewers,
        hosts=tuple(person for role, person in taken if role is SeatRole.HOST),
        others=tuple(person for role, person in taken if role is SeatRole.SHADOW),
        open_seats=len(empty) + nobody,
    )


def sitter(reading: Reading, seat: Seat) -> Person | None:
    """Return who will sit in a seat, if anybody."""
    if seat.person is None or seat.rsvp is Rsvp.DECLINED:
        return None
    return reading.plan.people.get(seat.person)


def shown_name(record: Candidate | Person) -> str:
    """Return the name, with its Latin form where it has one."""
    name, latin = one_line(record.name), one_line(record.latin_name)
    return f"{name} ({latin})" if latin and latin != name else name


def title_of(person: Person) -> str:
    """Return the person's title unless it says the same as the name."""
    title = one_line(person.title)
    return "" if title.casefold() == one_line(person.name).casefold() else title


def with_title(reading: Reading, person: Person) -> str:
    """Return name and title, as ``Ana Lopez, Engineer``."""
    title = title_of(person)
    if not title:
        return shown_name(person)
    return reading.say(words.PERSON_AND_TITLE, name=shown_name(person), title=title)


def candidate_names(reading: Reading, block: Block) -> tuple[str, ...]:
    """Return the names of a block's candidates."""
    found = (reading.plan.candidates.get(candidate) for candidate in block.candidates)
    return tuple(shown_name(candidate) for candidate in found if candidate is not None)


def position_of(candidate: Candidate) -> str:
    """Return the position that a candidate applies for."""
    return one_line(candidate.application.position) if candidate.application else ""


def named(people: Sequence[Person]) -> tuple[Participant, ...]:
    """Return people by name and title only."""
    return tuple(Participant(shown_name(person), title_of(person)) for person in people)


def named_or_open(reading: Reading, sitting: Panel) -> tuple[Participant, ...]:
    """Return everybody in a block by name and title; that somebody is to come where nobody is."""
    people = named([*sitting.interviewers, *sitting.hosts, *sitting.others])
    if sitting.interviewers or not sitting.open_seats:
        return people
    return (Participant(reading.say(words.TO_BE_CONFIRMED)), *people)


def with_roles(reading: Reading, block: Block) -> tuple[Participant, ...]:
    """Return who sits in a block with what they do there."""
    return tuple(
        Participant(shown_name(person), title_of(person), term(seat.role, reading.language))
        for seat in block.seats
        if (person := sitter(reading, seat))
    )


def in_full(reading: Reading, block: Block) -> tuple[Participant, ...]:
    """Return every seat with role, answer and how to reach the person."""
    return tuple(_seat_in_full(reading, seat) for seat in block.seats)


def ways_to_reach(phone: str, email: str) -> tuple[Link, ...]:
    """Return phone and e-mail as links; the text alone where it makes no address."""
    links = []
    if one_line(phone):
        links.append(phone_link(phone))
    if one_line(email):
        address = one_line(email)
        links.append(Link(address, safe_link(f"mailto:{address}") or ""))
    return tuple(links)


def phone_link(phone: str, text: str = "") -> Link:
    """Return a phone number that can be dialled by a click."""
    number = one_line(phone)
    return Link(text or number, safe_link(f"tel:{_NOT_DIALLED.sub('', number)}") or "")


def is_same_number(one: str, other: str) -> bool:
    """Say whether two texts are the same phone number, however it is spaced."""
    numbers = [_NOT_DIALLED.sub("", one_line(text)) for text in (one, other)]
    return numbers[0] == numbers[1] != ""


def contact_card(reading: Reading, candidates: Sequence[CandidateId]) -> Card | None:
    """Return the one person to call: the candidate's contact, or the plan's coordinator."""
    found = [reading.plan.candidates.get(candidate) for candidate in candidates]
    own = [candidate for candidate in found if candidate is not None]
    wanted = [candidate.contact for candidate in own] + [reading.plan.coordinator]
    for person_id in wanted:
        person = reading.plan.people.get(person_id) if person_id is not None else None
        if person is not None:
            return _card_of(reading, person)
    for candidate in own:
        for contact in candidate.application.contacts if candidate.application else ():
            return _card_of_contact(reading, contact)
    return None


def coordinator_card(reading: Reading, candidates: Sequence[CandidateId] = ()) -> Card | None:
    """Return whom the company's own people call: the coordinator, else a candidate's contact."""
    person_id = reading.plan.coordinator
    person = reading.plan.people.get(person_id) if person_id is not None else None
    return _card_of(reading, person) if person is not None else contact_card(reading, candidates)


def _seat_in_full(reading: Reading, seat: Seat) -> Participant:
    person = reading.plan.people.get(seat.person) if seat.person is not None else None
    role = term(seat.role, reading.language)
    if person is None:
        return Participant(reading.say(words.NOBODY_YET), role=role)
    return Participant(
        shown_name(person),
        title_of(person),
        role,
        term(seat.rsvp, reading.language),
        ways_to_reach(person.phone, person.email),
        is_absent=seat.rsvp is Rsvp.DECLINED,
    )


def _card_of(reading: Reading, person: Person) -> Card:
    title = title_of(person)
    return Card(
        heading=reading.say(words.IF_ANYTHING_GOES_WRONG),
        title=shown_name(person),
        lines=(title,) if title else (),
        links=ways_to_reach(person.phone, person.email),
    )


def _card_of_contact(reading: Reading, contact: Contact) -> Card:
    person = reading.plan.people.get(contact.person) if contact.person is not None else None
    role = one_line(contact.role)
    return Card(
        heading=reading.say(words.IF_ANYTHING_GOES_WRONG),
        title=one_line(contact.name) or (shown_name(person) if person else ""),
        lines=(role,) if role else (),
        links=ways_to_reach(
            contact.phone or (person.phone if person else ""),
            contact.email or (person.email if person else ""),
        ),
    )
