"""Who is told which number of a call, and who dials."""

from typing import Any

import pytest

from planner.domain.audiences import Audience
from planner.domain.blocks import Block, Connection, Kind, Mode, SeatRole
from planner.domain.ids import CandidateId, PersonId
from planner.domain.plan import Record
from planner.formats.itinerary.composition import itinerary
from planner.formats.wording.language import language
from tests.builders import block, candidate, plan, room, seat

ADA = candidate("ada", phone="+30 21 5550")
BOB = candidate("bob", phone="+30 21 5551")
READERS = {
    "ada": Audience.candidate(CandidateId("ada")),
    "bob": Audience.candidate(CandidateId("bob")),
    "ivy": Audience.interviewer(PersonId("ivy")),
    "kim": Audience.interviewer(PersonId("kim")),
    "hal": Audience.host(PersonId("hal")),
    "coordinator": Audience.coordinator(),
}
SEATS = (
    seat("ivy"),
    seat("kim", SeatRole.SHADOW, number=2),
    seat("hal", SeatRole.HOST, number=3),
)


def call(**fields: Any) -> Block:
    return block("x", "10:00", **{"mode": Mode.PHONE, "seats": SEATS, **fields})


def numbers(*records: Record) -> dict[str, tuple[str, ...]]:
    """Return the links of the row that each reader has, where there are any."""
    made = plan(ADA, BOB, *records)
    told = {}
    for name, reader in READERS.items():
        rows = [row for day in itinerary(made, reader, language("en")).days for row in day.rows]
        told[name] = tuple(dict.fromkeys(link.text for row in rows for link in row.links))
    return {name: links for name, links in told.items() if links}


@pytest.mark.parametrize("place", [None, "red"])
@pytest.mark.parametrize("connection", [None, Connection(), Connection("+30 21-5550")])
def test_own_number_is_told_to_whoever_dials_it(
    place: str | None, connection: Connection | None
) -> None:
    number = connection.number if connection and connection.number else "+30 21 5550"
    dialled = (f"Call Ada: {number}",)
    assert numbers(call(room=place, connection=connection)) == {
        "ada": (f"We call you: {number}",),
        "ivy": dialled,
        "coordinator": dialled,
    }


def test_phone_of_the_room_goes_before_the_candidates_own() -> None:
    dialled = ("Phone: +352 7",)
    told = numbers(call(room="red"), room("red", phone="+352 7"))
    assert told == {"ivy": dialled, "kim": dialled, "coordinator": dialled}


def test_number_of_the_call_goes_before_all_others() -> None:
    dialled = ("Phone: +352 8",)
    told = numbers(call(room="red", connection=Connection("+352 8")), room("red", phone="+352 7"))
    assert told == {"ivy": dialled, "kim": dialled, "coordinator": dialled}


def test_call_with_a_link_needs_no_number() -> None:
    dialled = ("Join the video call",)
    told = numbers(call(connection=Connection(link="https://example.com/x")))
    assert told == dict.fromkeys(("ada", "ivy", "kim", "coordinator"), dialled)


def test_candidates_of_one_call_are_not_told_each_others_numbers() -> None:
    dialled = ("Call Ada: +30 21 5550", "Call Bob: +30 21 5551")
    assert numbers(call(candidates=["ada", "bob"])) == {
        "ada": ("We call you: +30 21 5550",),
        "bob": ("We call you: +30 21 5551",),
        "ivy": dialled,
        "coordinator": dialled,
    }
    written = numbers(call(candidates=["ada", "bob"], connection=Connection(BOB.phone)))
    assert written.keys() == {"bob", "ivy", "coordinator"}


@pytest.mark.parametrize("fields", [{"kind": Kind.DEBRIEF}, {"mode": Mode.FACE_TO_FACE}])
def test_nobody_is_called_for_what_is_no_call_with_them(fields: dict[str, Any]) -> None:
    assert numbers(call(**fields)) == {}


def test_candidate_without_a_number_is_called_by_nobody() -> None:
    assert numbers(call(), candidate("ada")) == {}
