"""Where people meet, how they connect, what a block is about, how the candidacy goes on."""

from dataclasses import replace
from datetime import date

import pytest

from planner.domain.application import PortalState, Step
from planner.domain.blocks import Connection, Kind, Mode, Notes, StartRule
from planner.domain.edits.application import AddPortalState, AddStep
from planner.domain.edits.base import Edit
from planner.domain.edits.details import ChangeDetails, ChangeNotes
from planner.domain.edits.places import ChangeConnection, ChangeMode, ChangeRoom
from planner.domain.errors import EditRefused, InvalidValue, UnknownRecord
from planner.domain.ids import FocusAreaId, LoopId, OfficeId, PersonId, RoomId
from tests.builders import minutes
from tests.domain.edits.examples import ADA, BOB, DESIGN, TALK, example_plan


def test_room_says_at_which_office_a_block_is() -> None:
    elsewhere = ChangeDetails(DESIGN, office=OfficeId("mad")).apply(example_plan())
    same = ChangeRoom(DESIGN, RoomId("atrium")).apply(elsewhere).blocks[DESIGN]
    assert (same.room, same.office) == ("atrium", "mad")
    other = ChangeRoom(DESIGN, RoomId("blue")).apply(elsewhere).blocks[DESIGN]
    assert (other.room, other.office) == ("blue", None)


def test_block_without_room_stays_at_the_office() -> None:
    block = ChangeRoom(TALK, None).apply(example_plan()).blocks[TALK]
    assert (block.room, block.office) == (None, "mad")


def test_block_at_no_office_loses_its_room_all_the_same() -> None:
    plan = replace(example_plan(), office=None)
    assert ChangeRoom(DESIGN, None).apply(plan).blocks[DESIGN] == plan.blocks[DESIGN]


def test_unknown_room_is_refused() -> None:
    with pytest.raises(UnknownRecord):
        ChangeRoom(DESIGN, RoomId("cellar")).apply(example_plan())


@pytest.mark.parametrize("mode", [Mode.VIDEO, None])
def test_mode_changes(mode: Mode | None) -> None:
    assert ChangeMode(DESIGN, mode).apply(example_plan()).blocks[DESIGN].mode is mode


@pytest.mark.parametrize("connection", [Connection(number="1"), None])
def test_connection_changes(connection: Connection | None) -> None:
    plan = ChangeConnection(DESIGN, connection).apply(example_plan())
    assert plan.blocks[DESIGN].connection == connection


def test_notes_change() -> None:
    notes = Notes(host="Meet at the gate")
    assert ChangeNotes(DESIGN, notes).apply(example_plan()).blocks[DESIGN].notes == notes


def test_details_that_are_left_out_stay() -> None:
    plan = example_plan()
    changed = ChangeDetails(DESIGN, title="Design talk", minimum=None).apply(plan)
    assert changed.blocks[DESIGN] == replace(plan.blocks[DESIGN], title="Design talk")


def test_all_details_can_change() -> None:
    edit = ChangeDetails(
        DESIGN,
        kind=Kind.TALK,
        place="Terrace",
        candidates=(BOB,),
        focus_areas=(FocusAreaId("think-big"),),
        minimum=minutes(20),
        start_rule=StartRule.FIXED,
        loop=None,
        office=OfficeId("mad"),
    )
    plan = example_plan()
    assert edit.apply(plan).blocks[DESIGN] == replace(
        plan.blocks[DESIGN],
        kind=Kind.TALK,
        place="Terrace",
        candidates=(BOB,),
        focus_areas=(FocusAreaId("think-big"),),
        minimum=minutes(20),
        start_rule=StartRule.FIXED,
        loop=None,
        office=OfficeId("mad"),
    )


def test_details_must_not_name_what_is_not_there() -> None:
    with pytest.raises(EditRefused) as refused:
        ChangeDetails(DESIGN, loop=LoopId("offsite")).apply(example_plan())
    assert refused.value.facts["field"] == "loop"


def test_minimum_must_not_be_negative() -> None:
    with pytest.raises(InvalidValue):
        ChangeDetails(DESIGN, minimum=-minutes(5)).apply(example_plan())


def test_step_is_put_after_the_others_of_its_date() -> None:
    step = Step(date(2015, 8, 12), "note of success")
    application = AddStep(ADA, step).apply(example_plan()).candidates[ADA].application
    assert application is not None
    assert [item.event for item in application.steps] == [
        "phone call",
        "note of success",
        "scheduling",
    ]


def test_step_must_not_name_what_is_not_there() -> None:
    with pytest.raises(EditRefused) as refused:
        AddStep(ADA, Step(date(2015, 8, 1), "x", person=PersonId("eve"))).apply(example_plan())
    assert refused.value.facts["field"] == "application.steps[0].person"


def test_portal_state_is_the_latest_one() -> None:
    plan = AddPortalState(ADA, PortalState("Under Review")).apply(example_plan())
    application = plan.candidates[ADA].application
    assert application is not None
    assert [state.words for state in application.portal_states] == ["Submitted", "Under Review"]


@pytest.mark.parametrize(
    "edit", [AddPortalState(BOB, PortalState("x")), AddStep(BOB, Step(date(2015, 8, 1), "x"))]
)
def test_candidate_without_application_is_refused(edit: Edit) -> None:
    with pytest.raises(EditRefused) as refused:
        edit.apply(example_plan())
    assert refused.value.facts["reason"] == "no_application"
