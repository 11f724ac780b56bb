"""Blocks made and unmade."""

import pytest

from planner.domain.blocks import CalendarMark, Kind, Rsvp, StartRule
from planner.domain.edits.base import Edit
from planner.domain.edits.blocks import (
    AddBlock,
    DuplicateBlock,
    RemoveBlocks,
    SplitBlock,
)
from planner.domain.errors import EditRefused, UnknownRecord
from tests import builders
from tests.builders import minutes, moment
from tests.domain.edits.examples import ADA, LUNCH, MARK, NEW, SCREEN, TRAY, example_plan, new_block
from tests.domain.edits.layout import A, at, day, laid, spans


def reason(edit: Edit) -> object:
    """Return why the edit is refused in the example plan."""
    with pytest.raises(EditRefused) as refused:
        edit.apply(example_plan())
    return refused.value.facts["reason"]


def test_added_block_comes_last() -> None:
    block = new_block(start="16:00")
    plan = AddBlock(block).apply(example_plan())
    assert list(plan.blocks.values())[-1] is block


def test_added_block_needs_a_new_id() -> None:
    assert reason(AddBlock(builders.block("screen"))) == "record_exists"


def test_added_block_must_not_name_what_is_not_there() -> None:
    assert reason(AddBlock(new_block(room="cellar"))) == "dangling_reference"


def test_duplicate_is_another_entry_that_nobody_has_answered() -> None:
    plan = DuplicateBlock(SCREEN, NEW, MARK, minutes(60)).apply(example_plan())
    original, copy = plan.blocks[SCREEN], plan.blocks[NEW]
    assert copy.timebox == builders.timebox("11:15", 45)
    assert copy.calendar == MARK
    assert copy.people == original.people
    assert {seat.rsvp for seat in copy.seats} == {Rsvp.PENDING}
    assert {seat.rsvp for seat in original.seats} == {Rsvp.ACCEPTED}


def test_duplicate_of_a_waiting_block_waits_too() -> None:
    plan = DuplicateBlock(TRAY, NEW, MARK, minutes(60)).apply(example_plan())
    assert plan.blocks[NEW].timebox is None


def test_split_parts_fill_the_whole() -> None:
    plan = builders.plan(laid("A", 600, 660, minimum=minutes(45)))
    split = SplitBlock(A, at(620), NEW, MARK).apply(plan)
    assert spans(split) == [(600, 620), (620, 660)]
    assert [block.minimum for block in split.blocks.values()] == [minutes(20), minutes(40)]
    assert [block.calendar for block in split.blocks.values()] == [plan.blocks[A].calendar, MARK]


def test_second_part_of_a_fixed_block_is_not_fixed() -> None:
    plan = builders.plan(laid("A", 600, 660, start_rule=StartRule.FIXED))
    split = SplitBlock(A, at(620), NEW, MARK).apply(plan)
    rules = [block.start_rule for block in split.blocks.values()]
    assert rules == [StartRule.FIXED, StartRule.NOT_BEFORE]


@pytest.mark.parametrize("clock", ["11:45", "13:15", "09:00"])
def test_split_outside_of_the_block_is_refused(clock: str) -> None:
    assert reason(SplitBlock(LUNCH, moment(clock), NEW, MARK)) == "outside_block"


def test_split_into_an_id_that_is_taken_is_refused() -> None:
    assert reason(SplitBlock(LUNCH, moment("12:00"), SCREEN, MARK)) == "record_exists"


def test_removed_blocks_are_gone_and_steps_forget_them() -> None:
    plan = RemoveBlocks((SCREEN, LUNCH)).apply(example_plan())
    assert list(plan.blocks) == ["design", "system", "talk", "tray"]
    application = plan.candidates[ADA].application
    assert application is not None
    assert [step.block for step in application.steps] == [None, None]


def test_unknown_block_cannot_be_removed() -> None:
    with pytest.raises(UnknownRecord):
        RemoveBlocks((A, NEW)).apply(day((600, 660)))


def test_calendar_mark_of_a_copy_begins_at_zero() -> None:
    block = builders.block("A", "10:00", kind=Kind.BREAK)
    plan = DuplicateBlock(A, NEW, CalendarMark("seed")).apply(builders.plan(block))
    assert plan.blocks[NEW].calendar.sequence == 0
