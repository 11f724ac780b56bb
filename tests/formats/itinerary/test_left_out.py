"""What is left out is said honestly: by what stands in the document, not by what it is called."""

from dataclasses import replace

import pytest

from planner.domain.application import Application, Step
from planner.domain.audiences import Audience
from planner.domain.blocks import Kind, Notes
from planner.domain.errors import UnknownRecord
from planner.domain.ids import PersonId, RoomId
from planner.domain.people import Candidate
from planner.formats.itinerary.left_out import left_out_sentence
from planner.formats.wording.language import language
from tests.builders import DAY, block, candidate, person, plan, seat
from tests.formats.itinerary.plans import ADA, whole_day
from tests.formats.leaks import AUDIENCES, stuffed

EN = language("en")
CANDIDATE = Audience.candidate(ADA)
IVY = Audience.interviewer(PersonId("ivy"))


def test_plan_without_secrets_leaves_nothing_out() -> None:
    small = plan(candidate("ada"), block("talk", "10:00", kind=Kind.TALK))
    assert left_out_sentence(small, CANDIDATE, EN) == "Nothing that the plan holds is left out."


def test_candidate_is_told_no_phone_of_an_interviewer() -> None:
    assert left_out_sentence(whole_day(), CANDIDATE, EN) == (
        "Left out: one phone number, one e-mail address and answers to invitations."
    )


def test_phone_that_stands_in_the_document_is_not_called_left_out() -> None:
    told = left_out_sentence(whole_day(), Audience.coordinator(), EN)
    # The booking reference is the traveller's alone; everything else is on the run sheet.
    assert told == "Left out: booking references."


def test_interviewer_is_told_no_journey_and_no_hotel() -> None:
    told = left_out_sentence(whole_day(), IVY, EN)
    assert told.endswith("the hotel, booking references and answers to invitations.")


def test_room_shows_only_times() -> None:
    told = left_out_sentence(whole_day(), Audience.room(RoomId("red")), EN)
    assert told == "Only shows when the room is taken: no names, no titles, no notes."


@pytest.mark.parametrize("audience", [CANDIDATE, IVY, Audience.coordinator()])
def test_internal_notes_are_left_out_for_everybody(audience: Audience) -> None:
    noted = block("noted", "16:00", people=["ivy"], notes=Notes(internal="Pays well"))
    told = left_out_sentence(whole_day(noted), audience, EN)
    assert told.startswith("Left out: internal notes")


def test_debrief_is_left_out_for_the_candidate_and_not_for_who_sits_in_it() -> None:
    debrief = block("debrief", "17:00", kind=Kind.DEBRIEF, seats=(seat("ivy"),))
    with_debrief = whole_day(debrief)
    told = {a: "the debrief" in left_out_sentence(with_debrief, a, EN) for a in (CANDIDATE, IVY)}
    assert told == {CANDIDATE: True, IVY: False}


def test_history_of_the_application_is_left_out_for_everybody() -> None:
    day = whole_day()
    application = Application("Architect", steps=(Step(DAY, "Applied"),))
    applied = day.with_records([replace(day.find(Candidate, ADA), application=application)])
    told = left_out_sentence(applied, Audience.coordinator(), EN)
    assert told.startswith("Left out: the history of the application")


@pytest.mark.parametrize("reader", [name for name in AUDIENCES if name != "room"])
def test_everybody_else_s_secrets_are_named(reader: str) -> None:
    told = left_out_sentence(stuffed()[0], AUDIENCES[reader], EN)
    assert told.startswith("Left out: internal notes, the history of the application, ")


def test_own_phone_number_is_not_counted() -> None:
    alone = plan(person("ivy", phone="+352 1"), block("talk", "10:00", people=["ivy"]))
    assert left_out_sentence(alone, IVY, EN) == "Left out: answers to invitations."


def test_unknown_reader_is_refused() -> None:
    with pytest.raises(UnknownRecord):
        left_out_sentence(whole_day(), Audience.room(RoomId("gone")), EN)
