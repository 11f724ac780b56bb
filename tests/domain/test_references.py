"""Which records name which, and which of those are missing."""

from dataclasses import replace

from planner.domain.blocks import Block, CalendarMark, Kind
from planner.domain.ids import BlockId, OfficeId, PersonId
from planner.domain.plan import TABLES, Plan
from planner.domain.references import dangling, dangling_in, references, references_in, subject_of
from planner.domain.subjects import Subject
from tests import builders
from tests.domain.edits.examples import ADA, SCREEN, example_plan


def without(plan: Plan, table: str) -> Plan:
    """Return the plan with one table emptied, whoever names its records."""
    return replace(plan, **{table: {}})  # type: ignore[arg-type]  # the table is named by the test


def told(plan: Plan) -> set[str]:
    """Return what dangles as ``owner.field > missing``."""
    return {
        f"{owner.table}:{owner.id}.{field} > {missing.table}:{missing.id}"
        for owner, field, missing in dangling(plan)
    }


def test_plan_that_holds_what_it_names_has_nothing_dangling() -> None:
    assert told(example_plan()) == set()


def test_missing_people_are_named_by_blocks_candidates_and_the_plan() -> None:
    assert told(without(example_plan(), "people")) == {
        "plan:plan.coordinator > people:grace",
        "candidates:ada.contact > people:grace",
        "candidates:ada.application.steps[0].person > people:grace",
        "candidates:ada.application.contacts[0].person > people:grace",
        "blocks:screen.seats[0].person > people:grace",
        "blocks:screen.seats[1].person > people:alan",
        "blocks:tray.seats[0].person > people:alan",
    }


def test_missing_offices_are_named_by_rooms_applications_and_the_plan() -> None:
    assert told(without(example_plan(), "offices")) == {
        "plan:plan.office > offices:lux",
        "candidates:ada.application.office > offices:lux",
        "rooms:atrium.office > offices:mad",
        "rooms:blue.office > offices:lux",
    }


def test_missing_rooms_loops_and_focus_areas() -> None:
    assert told(without(example_plan(), "rooms")) == {
        "blocks:screen.room > rooms:blue",
        "blocks:talk.room > rooms:atrium",
    }
    assert told(without(example_plan(), "loops")) == {"blocks:design.loop > loops:onsite"}
    assert told(without(example_plan(), "focus_areas")) == {
        "people:grace.focus_areas[0] > focus_areas:dive-deep",
        "loops:onsite.demands[0].focus_area > focus_areas:dive-deep",
        "blocks:design.focus_areas[0] > focus_areas:dive-deep",
    }


def test_missing_candidates_are_named_by_blocks_loops_and_travel() -> None:
    plan = example_plan()
    alone = [f"blocks:{n}.candidates[0] > candidates:ada" for n in plan.blocks]
    assert told(without(plan, "candidates")) == {
        *alone,
        "blocks:talk.candidates[1] > candidates:bob",
        "loops:onsite.candidate > candidates:ada",
        "journeys:home.candidate > candidates:ada",
        "stays:nights.candidate > candidates:ada",
    }


def test_missing_blocks_are_named_by_steps() -> None:
    assert told(without(example_plan(), "blocks")) == {
        "candidates:ada.application.steps[0].block > blocks:screen"
    }


def test_only_the_records_in_question_are_looked_at() -> None:
    plan = without(example_plan(), "rooms")
    found = list(dangling_in(plan, [plan.blocks[SCREEN], plan.candidates[ADA]]))
    assert [(item.field, item.target.id) for item in found] == [("room", "blue")]


def test_references_come_in_the_order_of_the_fields() -> None:
    block = Block(
        BlockId("b"),
        Kind.TALK,
        CalendarMark("seed"),
        candidates=(ADA,),
        seats=(builders.seat("grace"), builders.seat(None)),
        office=OfficeId("lux"),
    )
    assert [item.field for item in references(block)] == [
        "candidates[0]",
        "seats[0].person",
        "office",
    ]


def test_subject_of_a_record_is_its_table_and_id() -> None:
    assert subject_of(builders.person("alan")) == Subject("people", PersonId("alan"))


def test_every_reference_leads_to_a_table() -> None:
    tables = {item.target.table for item in references_in(example_plan())}
    assert tables < set(TABLES.values())
