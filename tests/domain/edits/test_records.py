"""Records of any kind added, replaced and removed, and what becomes of those who name them."""

import pytest

from planner.domain.application import Application
from planner.domain.blocks import Block, Rsvp, Seat
from planner.domain.edits.base import Edit
from planner.domain.edits.records import AddRecords, ReplaceRecord
from planner.domain.edits.removal import RemoveRecords
from planner.domain.errors import EditRefused, UnknownRecord
from planner.domain.ids import JourneyId, LoopId, OfficeId, PersonId, SeatId, StayId
from planner.domain.loops import Loop
from planner.domain.people import Candidate, FocusArea, Person
from planner.domain.places import Office, Room
from planner.domain.plan import Plan, Record
from planner.domain.subjects import Subject
from planner.domain.travel import Journey, Stay
from tests import builders
from tests.domain.edits.examples import ADA, BOB, DESIGN, SCREEN, TALK, example_plan


def refusal_of(edit: Edit, plan: Plan | None = None) -> dict[str, object]:
    """Return the facts with which the edit is refused, in the example plan or another."""
    with pytest.raises(EditRefused) as refused:
        edit.apply(plan or example_plan())
    return refused.value.facts


def application_of(plan: Plan) -> Application:
    """Return Ada's application."""
    application = plan.candidates[ADA].application
    assert application is not None
    return application


class TestAdding:
    """New records must be new, and name only what is there."""

    def test_records_may_name_each_other(self) -> None:
        room, office = builders.room("attic", "paris"), builders.office("paris", "Europe/Paris")
        plan = AddRecords((room, office)).apply(example_plan())
        assert plan.rooms[room.id] is room
        assert plan.offices[office.id] is office

    def test_id_that_is_taken_is_refused(self) -> None:
        facts = refusal_of(AddRecords((builders.person("alan"),)))
        assert facts == {"reason": "record_exists", "record": Subject("people", "alan")}

    def test_same_id_twice_is_refused(self) -> None:
        twice = (builders.person("mary"), builders.person("mary"))
        assert refusal_of(AddRecords(twice))["reason"] == "record_exists"

    def test_same_id_in_two_tables_is_no_matter(self) -> None:
        plan = AddRecords((builders.person("ada"),)).apply(example_plan())
        assert plan.people[PersonId("ada")].name == "Ada"

    def test_record_that_names_what_is_not_there_is_refused(self) -> None:
        assert refusal_of(AddRecords((builders.room("attic", "paris"),))) == {
            "reason": "dangling_reference",
            "record": Subject("rooms", "attic"),
            "field": "office",
            "missing": Subject("offices", "paris"),
        }


class TestReplacing:
    """A record in place of the one with its id."""

    def test_record_keeps_its_place_in_the_table(self) -> None:
        plan = ReplaceRecord(builders.candidate("ada", phone="1")).apply(example_plan())
        assert list(plan.candidates) == ["ada", "bob"]
        assert plan.candidates[ADA].phone == "1"

    def test_record_that_is_not_there_is_refused(self) -> None:
        with pytest.raises(UnknownRecord):
            ReplaceRecord(builders.candidate("eve")).apply(example_plan())

    def test_record_that_names_what_is_not_there_is_refused(self) -> None:
        stranger = builders.block("screen", "10:15", room="cellar")
        plan = example_plan()
        assert refusal_of(ReplaceRecord(stranger), plan)["missing"] == Subject("rooms", "cellar")


class TestRemoving:
    """Whatever names a record lets go of it."""

    def test_person_leaves_seats_empty(self) -> None:
        plan = RemoveRecords(Person, ("alan",)).apply(example_plan())
        seats = plan.blocks[SCREEN].seats
        assert [(seat.person, seat.rsvp) for seat in seats] == [
            ("grace", Rsvp.ACCEPTED),
            (None, Rsvp.PENDING),
        ]
        assert plan.coordinator == "grace"

    def test_person_is_contact_and_coordinator_no_more(self) -> None:
        plan = RemoveRecords(Person, ("grace",)).apply(example_plan())
        assert plan.coordinator is None
        assert plan.candidates[ADA].contact is None
        application = application_of(plan)
        assert [step.person for step in application.steps] == [None, None]
        assert [contact.person for contact in application.contacts] == [None, None]
        assert [contact.name for contact in application.contacts] == ["Grace", "Front desk"]

    def test_room_leaves_blocks_at_its_office(self) -> None:
        plan = RemoveRecords(Room, ("atrium", "blue")).apply(example_plan())
        talk, screen = plan.blocks[TALK], plan.blocks[SCREEN]
        assert (talk.room, talk.office) == (None, "mad")
        assert (screen.room, screen.office) == (None, None)

    def test_candidate_leaves_shared_blocks_and_takes_the_others_along(self) -> None:
        plan = RemoveRecords(Candidate, (ADA,)).apply(example_plan())
        assert list(plan.blocks) == [TALK]
        assert plan.blocks[TALK].candidates == (BOB,)
        assert (dict(plan.loops), dict(plan.journeys), dict(plan.stays)) == ({}, {}, {})

    def test_loop_of_a_removed_candidate_leaves_shared_blocks(self) -> None:
        shared = builders.block("talk", candidates=["ada", "bob"], loop=LoopId("onsite"))
        loop = Loop(LoopId("onsite"), ADA, "Onsite")
        plan = RemoveRecords(Candidate, (ADA,)).apply(builders.plan(loop, shared))
        assert plan.blocks[TALK].loop is None

    def test_focus_area_is_taken_out_of_blocks_people_and_loops(self) -> None:
        plan = RemoveRecords(FocusArea, ("dive-deep",)).apply(example_plan())
        assert plan.blocks[DESIGN].focus_areas == ()
        assert plan.people[PersonId("grace")].focus_areas == ()
        assert plan.loops[LoopId("onsite")].demands == ()

    def test_loop_is_taken_out_of_blocks(self) -> None:
        plan = RemoveRecords(Loop, ("onsite",)).apply(example_plan())
        assert plan.blocks[DESIGN].loop is None

    def test_block_is_taken_out_of_steps(self) -> None:
        plan = RemoveRecords(Block, (SCREEN,)).apply(example_plan())
        assert [step.block for step in application_of(plan).steps] == [None, None]

    @pytest.mark.parametrize(
        ("kind", "record_id"), [(Journey, JourneyId("home")), (Stay, StayId("nights"))]
    )
    def test_travel_is_named_by_nobody(self, kind: type[Record], record_id: str) -> None:
        plan = RemoveRecords(kind, (record_id,)).apply(example_plan())
        assert record_id not in plan.table(kind)
        assert plan.blocks == example_plan().blocks

    def test_office_in_use_is_refused(self) -> None:
        assert refusal_of(RemoveRecords(Office, ("mad",))) == {
            "reason": "office_in_use",
            "office": Subject("offices", "mad"),
            "user": Subject("rooms", "atrium"),
        }

    def test_office_of_the_plan_is_refused(self) -> None:
        assert refusal_of(RemoveRecords(Office, ("lux",)))["reason"] == "office_of_plan"

    def test_office_that_nobody_names_goes(self) -> None:
        plan = builders.plan(builders.office("mad", "Europe/Madrid"))
        assert list(RemoveRecords(Office, ("mad",)).apply(plan).offices) == ["lux"]

    def test_problems_ignored_about_it_are_forgotten(self) -> None:
        plan = RemoveRecords(Block, (SCREEN,)).apply(example_plan())
        assert [item.key for item in plan.ignored] == ["late blocks:talk"]

    def test_unknown_record_is_refused_before_anything_else(self) -> None:
        with pytest.raises(UnknownRecord):
            RemoveRecords(Office, ("mad", "nowhere")).apply(example_plan())

    def test_record_named_twice_is_removed_once(self) -> None:
        plan = RemoveRecords(Person, ("alan", "alan")).apply(example_plan())
        assert list(plan.people) == ["grace"]

    def test_candidates_without_application_are_left_alone(self) -> None:
        block = builders.block("A", seats=(Seat(SeatId("s"), person=PersonId("alan")),))
        plan = RemoveRecords(Person, ("alan",)).apply(builders.plan(block))
        assert plan.candidates == builders.plan(block).candidates


def test_person_removed_leaves_office_of_the_application() -> None:
    plan = RemoveRecords(Person, ("grace",)).apply(example_plan())
    assert application_of(plan).office == OfficeId("lux")
