"""Merging people, who is in which plan, and use of the directory in a plan."""

from dataclasses import replace
from datetime import date

import pytest

from planner.app.appearances import Appearances, appearances
from planner.app.library import Library
from planner.app.merges import (
    Merged,
    MergeRefused,
    differing_fields,
    merge_in_plan,
    merge_people,
    merged_person,
    unmerge,
)
from planner.app.uses import person_for_directory, use_of_office, use_of_person, use_of_room
from planner.domain.application import Application, Contact, Step
from planner.domain.blocks import Rsvp, Seat, SeatRole
from planner.domain.directory import Directory
from planner.domain.edits.document import ChangePlan
from planner.domain.ids import FocusAreaId, OfficeId, PersonId, PlanId, RoomId, SeatId
from planner.domain.people import FocusArea
from planner.domain.plan import Plan
from planner.domain.references import dangling
from planner.formats.wording.language import language
from planner.formats.wording.refusals import refusal
from planner.store.base import Shelf, Summary
from tests.builders import block, candidate, office, person, plan, room, seat
from tests.fakes import FakeStore, FixedClock
from tests.jobs import finished

KEPT = person("ann", name="Ann Lee", email="ann@example.com", focus_areas=(FocusAreaId("Python"),))
GONE = person("anna", name="Anna Lee", phone="1234", focus_areas=(FocusAreaId("Teams"),))
RESULT = merged_person(KEPT, GONE)
ADA = candidate(
    contact=PersonId("anna"),
    application=Application(
        "Engineer",
        steps=(Step(date(2015, 9, 1), "Call", person=PersonId("anna")),),
        contacts=(Contact("Anna", person=PersonId("anna")), Contact("Zoe")),
    ),
)
AREA = FocusArea(FocusAreaId("area"), "Python")
DAY = replace(
    plan(
        AREA,
        ADA,
        person("anna", focus_areas=(FocusAreaId("area"),)),
        block("one", "10:00", seats=(seat("anna", SeatRole.LEAD, Rsvp.ACCEPTED),)),
        block("both", "11:00", people=["anna", "ann"]),
        block("other", "12:00", people=["zoe"]),
    ),
    coordinator=PersonId("anna"),
)
ALONE = replace(plan(block("one", "10:00", people=["anna"])), id=PlanId("alone"), title="Alone")
APART = replace(
    plan(block("one", "10:00", people=["ann"]), person("ann", name="Her own copy")),
    id=PlanId("apart"),
    title="Apart",
)


def library(*plans: Plan, store: FakeStore | None = None) -> Library:
    known = Library(store or FakeStore(), FixedClock())
    known.keep(KEPT)
    known.keep(GONE)
    for one in plans:
        known.add(one)
    return known


def opened(known: Library, plan_id: str) -> Plan:
    return known.open(PlanId(plan_id)).plan


def test_merged_person_has_what_either_knows_unless_one_chooses() -> None:
    assert (
        person(
            "ann",
            name="Ann Lee",
            email="ann@example.com",
            phone="1234",
            focus_areas=(FocusAreaId("Python"), FocusAreaId("Teams")),
        )
        == RESULT
    )
    assert merged_person(KEPT, GONE, ["name"]) == replace(KEPT, name="Anna Lee")
    assert differing_fields(KEPT, GONE) == ("name", "email", "phone", "focus_areas")


def test_plan_names_the_one_who_stays_wherever_it_named_the_other() -> None:
    edit = merge_in_plan(DAY, RESULT, PersonId("anna"))
    assert edit is not None
    after = edit.apply(DAY)
    assert set(after.people) == {"ann", "zoe"}
    assert after.people[PersonId("ann")] == replace(RESULT, focus_areas=(AREA.id,))
    assert after.coordinator == "ann"
    (ada,) = after.candidates.values()
    assert ada.contact == "ann"
    assert ada.application is not None
    assert [step.person for step in ada.application.steps] == ["ann"]
    assert [contact.person for contact in ada.application.contacts] == ["ann", None]
    seats = [item.seats for item in after.blocks.values()]
    assert seats[0] == (Seat(SeatId("seat-1"), SeatRole.LEAD, PersonId("ann"), Rsvp.ACCEPTED),)
    assert [item.person for item in seats[1]] == ["ann"]
    assert list(dangling(after)) == []


def test_plan_that_names_only_the_one_who_stays_keeps_its_copy() -> None:
    assert merge_in_plan(APART, RESULT, PersonId("anna")) is None


def test_merge_reaches_the_directory_and_all_plans_and_can_be_taken_back() -> None:
    known = library(DAY, ALONE, APART)
    merged, steps = finished(merge_people(known, RESULT, GONE.id))
    assert isinstance(merged, Merged)
    assert merged.failed == ()
    assert known.directory().people == {"ann": RESULT}
    assert "anna" not in opened(known, "plan").people
    assert opened(known, "alone").people == {"ann": replace(RESULT, focus_areas=())}
    assert opened(known, "apart").people == APART.people
    assert [step.done for step in steps] == [0, 1, 2, 3]
    assert finished(unmerge(known, merged))[0] == ()
    assert known.directory().people == {"ann": KEPT, "anna": GONE}
    assert opened(known, "plan").people == DAY.people
    assert opened(known, "plan").blocks == DAY.blocks
    assert opened(known, "alone").people == ALONE.people


def test_plan_that_cannot_be_read_keeps_the_other_in_the_directory() -> None:
    store = FakeStore()
    known = library(ALONE, store=store)
    store.save(Summary(PlanId("bad"), "Bad", (), None, None, FixedClock().now()), b"{")
    merged, _ = finished(merge_people(known, RESULT, GONE.id))
    assert [summary.id for summary, _ in merged.failed] == ["bad"]
    assert known.directory().people == {"ann": RESULT, "anna": GONE}
    assert set(opened(known, "alone").people) == {"ann"}


def test_taking_back_keeps_what_was_done_since_and_tells_where_it_cannot() -> None:
    known = library(DAY, ALONE)
    merged, _ = finished(merge_people(known, RESULT, GONE.id))
    known.open(PlanId("plan")).apply(ChangePlan(title="Since"))
    known.delete(next(item for item in known.summaries() if item.id == "alone"))
    failed, _ = finished(unmerge(known, merged))
    assert [plan_id for plan_id, _ in failed] == ["alone"]
    assert opened(known, "plan").title == "Since"
    assert opened(known, "plan").people == DAY.people


@pytest.mark.parametrize(
    ("result", "gone", "sentence"),
    [
        (KEPT, KEPT.id, "Choose two different people to merge."),
        (
            KEPT,
            PersonId("zoe"),
            "Ann Lee is no longer in the directory. Look at the list again before you merge.",
        ),
    ],
)
def test_merge_that_means_nothing_is_refused(result: object, gone: PersonId, sentence: str) -> None:
    assert result == KEPT
    with pytest.raises(MergeRefused) as refused:
        finished(merge_people(library(), KEPT, gone))
    assert refusal(refused.value, language("en")) == sentence


def test_appearances_tell_who_and_what_is_in_which_plan() -> None:
    store = FakeStore()
    known = library(DAY, APART, store=store)
    store.save(Summary(PlanId("bad"), "Bad", (), None, None, FixedClock().now()), b"{")
    found, _ = finished(appearances(known))

    def of(record: object) -> list[tuple[str, int]]:
        return sorted((item.plan.id, item.blocks) for item in found.of(record))  # type: ignore[arg-type]

    assert of(KEPT) == [("apart", 1), ("plan", 1)]
    assert of(GONE) == [("plan", 2)]
    assert of(person("new", email="ANN@example.com")) == []
    assert of(office()) == [("apart", 1), ("plan", 3)]
    assert of(room("blue")) == []
    assert [(item.plan.id, item.record.name) for item in found.candidates] == [
        ("apart", "Ada"),
        ("plan", "Ada"),
    ]
    assert [summary.id for summary, _ in found.unread] == ["bad"]


def test_person_appears_by_address_under_another_id() -> None:
    known = library(
        replace(
            DAY,
            people={**DAY.people, PersonId("x"): replace(KEPT, id=PersonId("x"), focus_areas=())},
        )
    )
    found, _ = finished(appearances(known))
    assert isinstance(found, Appearances)
    assert {item.record.id for item in found.of(KEPT)} == {"ann", "x"}


def test_all_plans_are_listed_page_by_page() -> None:
    known = Library(FakeStore(), FixedClock())
    for number in range(205):
        known.add(replace(plan(), id=PlanId(f"plan-{number:03}")))
    assert len({summary.id for summary in known.all_summaries()}) == 205


def test_person_of_the_directory_is_added_with_focus_areas_by_name() -> None:
    bare = plan(AREA)
    wanted = replace(KEPT, focus_areas=(FocusAreaId("python"), FocusAreaId("Teams")))
    after = use_of_person(bare, wanted).apply(bare)
    copy = after.people[KEPT.id]
    assert [after.focus_areas[area].name for area in copy.focus_areas] == ["Python", "Teams"]
    assert person_for_directory(after, copy).focus_areas == ("Python", "Teams")
    assert list(dangling(after)) == []


def test_copy_of_a_person_is_brought_up_to_date() -> None:
    after = use_of_person(DAY, replace(GONE, title="Manager")).apply(DAY)
    copy = after.people[GONE.id]
    assert copy.title == "Manager"
    assert [after.focus_areas[area].name for area in copy.focus_areas] == ["Python", "Teams"]
    again = use_of_person(after, replace(GONE, title="Head")).apply(after)
    assert len(again.focus_areas) == 2


def test_room_comes_with_its_office() -> None:
    paris, red = office("paris"), room("red", "paris")
    known = Directory(rooms={RoomId("red"): red}, offices={OfficeId("paris"): paris})
    after = use_of_room(DAY, red, known).apply(DAY)
    assert (after.rooms[red.id], after.offices[paris.id]) == (red, paris)
    larger = replace(red, capacity=9)
    assert use_of_room(after, larger, known).apply(after).rooms[red.id] == larger
    moved = replace(paris, city="Paris")
    assert use_of_office(after, moved).apply(after).offices[paris.id] == moved
    assert use_of_office(DAY, paris).apply(DAY).offices[paris.id] == paris


def test_store_has_shelves_for_what_is_merged() -> None:
    store = FakeStore()
    finished(merge_people(library(store=store), RESULT, GONE.id))
    assert [entry.id for entry in store.entries(Shelf.PEOPLE)] == ["ann"]
