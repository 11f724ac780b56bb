"""What holds for every edit: the old plan stays, the same edit makes the same plan again."""

import copy
import pickle

import pytest

from planner.domain.edits.base import Edit
from planner.domain.edits.panel import AssignSeat
from planner.domain.edits.timing import MoveBlocks
from planner.domain.edits.together import Together
from planner.domain.errors import UnknownRecord
from planner.domain.ids import PersonId
from planner.domain.references import dangling
from tests.domain.edits.examples import (
    EXAMPLES,
    LUNCH,
    SEAT,
    SYSTEM,
    TALK,
    edit_classes,
    example_plan,
)

EDITS = pytest.mark.parametrize("edit", EXAMPLES.values(), ids=EXAMPLES.keys())


def test_example_plan_holds_whatever_it_names() -> None:
    assert list(dangling(example_plan())) == []


def test_examples_cover_every_class_of_edit() -> None:
    top = {type(edit) for edit in EXAMPLES.values()}
    assert top == edit_classes()


@EDITS
def test_edit_keeps_the_contract(edit: Edit) -> None:
    assert isinstance(edit, Edit)


@EDITS
def test_edit_leaves_the_old_plan_untouched(edit: Edit) -> None:
    plan, witness = example_plan(), example_plan()
    edit.apply(plan)
    assert plan == witness


@EDITS
def test_edit_makes_an_equal_plan_when_it_is_replayed(edit: Edit) -> None:
    plan = example_plan()
    again = pickle.loads(pickle.dumps(edit))  # noqa: S301 -- our own bytes: edits must survive it
    assert again == edit
    assert again.apply(copy.deepcopy(plan)) == edit.apply(plan)


@EDITS
def test_edit_leaves_no_reference_dangling(edit: Edit) -> None:
    assert list(dangling(edit.apply(example_plan()))) == []


@EDITS
def test_edit_can_be_a_key(edit: Edit) -> None:
    assert {edit: 1}[copy.deepcopy(edit)] == 1


def test_edit_shares_what_it_does_not_touch() -> None:
    plan = example_plan()
    moved = EXAMPLES["move_later"].apply(plan)
    assert moved.blocks[TALK] is plan.blocks[TALK]
    assert moved.people is plan.people


def test_together_does_nothing_when_one_is_refused() -> None:
    plan, witness = example_plan(), example_plan()
    moved = EXAMPLES["move_later"]
    unknown = AssignSeat(SYSTEM, SEAT, PersonId("nobody"))
    with pytest.raises(UnknownRecord):
        Together((moved, unknown)).apply(plan)
    assert plan == witness


def test_together_applies_in_order() -> None:
    plan = example_plan()
    first, second = EXAMPLES["move_later"], EXAMPLES["room"]
    assert Together((first, second)).apply(plan) == second.apply(first.apply(plan))
    assert isinstance(first, MoveBlocks)
    assert first.blocks == (LUNCH,)
