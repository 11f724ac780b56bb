"""The plan's own fields, and the problems it lives with."""

from datetime import time

import pytest

from planner.domain.edits.base import Edit
from planner.domain.edits.document import ChangePlan, IgnoreProblem, UnignoreProblem
from planner.domain.errors import EditRefused, UnknownRecord
from planner.domain.ids import OfficeId, PersonId
from planner.domain.plan import Ignored
from planner.domain.policy import Policy
from tests.domain.edits.examples import example_plan


def test_fields_that_are_left_out_stay() -> None:
    plan = ChangePlan(title="New", language="de").apply(example_plan())
    assert (plan.title, plan.language) == ("New", "de")
    assert (plan.office, plan.coordinator) == ("lux", "grace")


def test_fields_can_be_taken_away() -> None:
    plan = ChangePlan(office=None, coordinator=None, note="").apply(example_plan())
    assert (plan.office, plan.coordinator) == (None, None)


def test_office_coordinator_and_policy_can_change() -> None:
    policy = Policy(day_end=time(17))
    edit = ChangePlan(office=OfficeId("mad"), coordinator=PersonId("alan"), policy=policy)
    plan = edit.apply(example_plan())
    assert (plan.office, plan.coordinator, plan.policy) == ("mad", "alan", policy)


@pytest.mark.parametrize(
    "edit", [ChangePlan(office=OfficeId("x")), ChangePlan(coordinator=PersonId("x"))]
)
def test_office_and_coordinator_must_be_there(edit: Edit) -> None:
    with pytest.raises(UnknownRecord):
        edit.apply(example_plan())


def test_problem_is_ignored_once_for_the_latest_reason() -> None:
    edits = (IgnoreProblem("overlap blocks:screen", "agreed"), IgnoreProblem("new", "why not"))
    plan = example_plan()
    for edit in edits:
        plan = edit.apply(plan)
    assert plan.ignored == (
        Ignored("late blocks:talk", "fine"),
        Ignored("overlap blocks:screen", "agreed"),
        Ignored("new", "why not"),
    )


def test_problem_is_shown_again() -> None:
    plan = UnignoreProblem("late blocks:talk").apply(example_plan())
    assert plan.ignored == (Ignored("overlap blocks:screen", "known"),)


def test_problem_that_nobody_ignored_cannot_be_shown_again() -> None:
    with pytest.raises(EditRefused) as refused:
        UnignoreProblem("new").apply(example_plan())
    assert refused.value.facts == {"reason": "not_ignored", "key": "new"}
