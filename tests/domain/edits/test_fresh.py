"""Fresh edits carry what was drawn for them: each is another, and each can be replayed."""

from collections.abc import Callable
from datetime import date, timedelta
from uuid import UUID

import pytest

from planner.domain.blocks import Kind, Seat, SeatRole
from planner.domain.edits.base import Edit
from planner.domain.edits.fresh import (
    break_after,
    copy_of,
    day_copy,
    fresh_calendar_mark,
    new_block,
    new_seat,
    split_of,
    template_use,
)
from planner.domain.ids import LoopId, PersonId
from planner.domain.standard_templates import STANDARD_TEMPLATES
from tests import builders
from tests.builders import DAY, minutes, moment, timebox
from tests.domain.edits.examples import ADA, LUNCH, SATURDAY, SCREEN, example_plan

MAKERS: dict[str, Callable[[], Edit]] = {
    "copy": lambda: copy_of(LUNCH, minutes(30)),
    "split": lambda: split_of(LUNCH, moment("12:00")),
    "break": lambda: break_after(SCREEN, minutes(10)),
    "day": lambda: day_copy(DAY, SATURDAY, (ADA,)),
    "template": lambda: template_use(
        STANDARD_TEMPLATES[0], ADA, moment("16:00"), loop=LoopId("onsite")
    ),
}


@pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS.keys())
def test_fresh_edits_make_other_records_each_but_the_same_ones_again(
    make: Callable[[], Edit],
) -> None:
    plan, first, second = example_plan(), make(), make()
    drawn = [edit.apply(plan).blocks.keys() - plan.blocks.keys() for edit in (first, second)]
    assert len(drawn[0]) == len(drawn[1]) > 0
    assert drawn[0].isdisjoint(drawn[1])
    assert first.apply(example_plan()) == first.apply(plan)


def test_copy_to_the_same_time_keeps_a_time_that_the_clocks_skip() -> None:
    gap = builders.block("gap", "02:30", 30, day=date(2016, 3, 27))
    plan = copy_of(gap.id).apply(builders.plan(gap))
    boxes = [block.timebox for block in plan.blocks.values()]
    assert boxes == [gap.timebox, gap.timebox]
    assert gap.timebox is not None
    assert gap.timebox.start.is_skipped


def test_calendar_marks_are_random_uuids() -> None:
    mark = fresh_calendar_mark()
    assert UUID(mark.seed).version == 4
    assert mark.sequence == 0
    assert mark != fresh_calendar_mark()


def test_new_block_holds_what_is_given() -> None:
    block = new_block(Kind.TALK, title="Welcome", timebox=timebox("09:00", 30))
    assert (block.kind, block.title, block.timebox) == (
        Kind.TALK,
        "Welcome",
        timebox("09:00", 30),
    )
    assert block.id != new_block(Kind.TALK).id


def test_new_seat_has_no_answer_yet() -> None:
    seat = new_seat(SeatRole.HOST, PersonId("grace"))
    assert seat == Seat(seat.id, SeatRole.HOST, PersonId("grace"))


def test_break_can_be_a_meal_and_leave_others_alone() -> None:
    edit = break_after(SCREEN, timedelta(minutes=30), kind=Kind.MEAL, pushes_later=False)
    assert (edit.block.kind, edit.pushes_later) == (Kind.MEAL, False)
