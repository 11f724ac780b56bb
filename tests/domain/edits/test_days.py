"""Whole days copied and moved: the clock stays, the instant follows the clocks of the new day."""

from datetime import date, timedelta

import pytest

from planner.domain.blocks import Rsvp
from planner.domain.edits.base import Edit
from planner.domain.edits.days import CopyDay, MoveDay
from planner.domain.edits.derivation import derived_block_id, derived_mark
from planner.domain.errors import EditRefused, InvalidValue, UnknownRecord
from planner.domain.ids import CandidateId
from planner.domain.plan import Plan
from tests import builders
from tests.builders import DAY
from tests.domain.edits.examples import (
    ADA,
    BOB,
    DESIGN,
    LUNCH,
    SATURDAY,
    SCREEN,
    SEED,
    SYSTEM,
    TALK,
    example_plan,
)

WINTER = date(2015, 10, 26)
SPRING = date(2016, 3, 27)  # 02:00 to 03:00 does not exist in Luxembourg


def starts(plan: Plan, day: date) -> list[str]:
    """Return what starts on a day, as wall time and offset, in the order of the plan."""
    boxes = (block.timebox for block in plan.blocks.values())
    return [str(box.start)[11:22] for box in boxes if box is not None and box.start.day == day]


def test_copy_keeps_the_times_on_the_clock() -> None:
    plan = CopyDay(DAY, WINTER, SEED).apply(example_plan())
    clocks = ["10:15", "11:00", "11:45", "13:15", "14:00"]
    assert starts(plan, DAY) == [f"{clock}+02:00" for clock in clocks]
    assert starts(plan, WINTER) == [f"{clock}+01:00" for clock in clocks]


def test_copy_keeps_a_time_that_the_new_day_skips_as_it_was_written() -> None:
    plan = CopyDay(DAY, SPRING, SEED).apply(builders.plan(builders.block("A", "02:30")))
    copy = plan.blocks[derived_block_id(SEED, "A")].timebox
    assert copy is not None
    assert copy.start.is_skipped
    assert copy.start.on(DAY) == builders.moment("02:30")


def test_copies_are_entries_of_their_own_that_nobody_has_answered() -> None:
    plan = example_plan()
    copied = CopyDay(DAY, SATURDAY, SEED).apply(plan)
    original, copy = plan.blocks[SCREEN], copied.blocks[derived_block_id(SEED, SCREEN)]
    assert copy.calendar == derived_mark(SEED, SCREEN)
    assert copy.calendar != original.calendar
    assert (copy.room, copy.people, copy.title) == (original.room, original.people, original.title)
    assert {seat.rsvp for seat in copy.seats} == {Rsvp.PENDING}


def test_copies_for_one_candidate_are_for_them_alone() -> None:
    plan = CopyDay(DAY, SATURDAY, SEED, (BOB,)).apply(example_plan())
    assert starts(plan, SATURDAY) == ["14:00+02:00"]
    assert plan.blocks[derived_block_id(SEED, TALK)].candidates == (BOB,)


def test_travel_is_not_copied() -> None:
    plan = CopyDay(DAY, SATURDAY, SEED).apply(example_plan())
    assert (plan.journeys, plan.stays) == (example_plan().journeys, example_plan().stays)


def test_copy_with_the_same_seed_is_made_only_once() -> None:
    edit = CopyDay(DAY, SATURDAY, SEED)
    with pytest.raises(EditRefused) as refused:
        edit.apply(edit.apply(example_plan()))
    assert refused.value.facts["reason"] == "record_exists"


def test_move_takes_everything_along() -> None:
    plan = MoveDay(DAY, WINTER).apply(example_plan())
    assert starts(plan, DAY) == []
    assert starts(plan, WINTER)[0] == "10:15+01:00"


def test_move_leaves_what_is_shared_with_others() -> None:
    plan = MoveDay(DAY, WINTER, (ADA,)).apply(example_plan())
    assert starts(plan, DAY) == ["14:00+02:00"]
    moved = [plan.blocks[name].timebox for name in (SCREEN, DESIGN, LUNCH, SYSTEM)]
    assert {box.start.day for box in moved if box is not None} == {WINTER}


@pytest.mark.parametrize("edit", [CopyDay(DAY, DAY, SEED), MoveDay(DAY, DAY)])
def test_same_day_is_refused(edit: Edit) -> None:
    with pytest.raises(EditRefused) as refused:
        edit.apply(example_plan())
    assert refused.value.facts["reason"] == "same_day"


@pytest.mark.parametrize(
    "edit",
    [MoveDay(SATURDAY, DAY), CopyDay(SATURDAY, DAY, SEED), MoveDay(DAY, SATURDAY, (BOB,))],
)
def test_day_without_blocks_is_refused(edit: Edit) -> None:
    lonely = builders.plan(builders.candidate("bob"), builders.block("A", "10:00"))
    with pytest.raises(EditRefused) as refused:
        edit.apply(lonely)
    assert refused.value.facts["reason"] == "nothing_on_day"


def test_unknown_candidate_is_refused() -> None:
    with pytest.raises(UnknownRecord):
        MoveDay(DAY, SATURDAY, (CandidateId("eve"),)).apply(example_plan())


def test_seed_must_be_a_uuid() -> None:
    with pytest.raises(InvalidValue) as refused:
        CopyDay(DAY, DAY + timedelta(days=2), "seed").apply(example_plan())
    assert refused.value.facts["reason"] == "not_a_uuid"
