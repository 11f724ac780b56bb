"""Differences: found field by field, laid over other plans, kept as history."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given

from planner.app.changes import Cause, Change, change_between
from planner.app.differences import (
    ABSENT,
    WHOLE,
    Alteration,
    Part,
    difference,
    laid_over,
    value_of,
)
from planner.app.history import History, Restore, Step
from planner.domain.blocks import CalendarMark
from planner.domain.edits.base import Edit
from planner.domain.edits.document import ChangePlan
from planner.domain.errors import EditRefused
from planner.domain.ids import BlockId, CandidateId, StayId
from planner.domain.plan import TABLES, Plan
from planner.domain.subjects import Subject
from planner.domain.travel import Stay
from tests.builders import block, candidate, person, plan
from tests.fakes import NOON
from tests.formats.planfile.strategies import plans

DAY = plan(block("first", "10:15"), block("second", "11:00"))


def nights(first: int, last: int) -> Plan:
    """Return a plan with a hotel from one day of September to another."""
    mark = CalendarMark("seed")
    days = (date(2015, 9, first), date(2015, 9, last))
    return plan(candidate("ada"), Stay(StayId("stay"), CandidateId("ada"), "Hotel", *days, mark))


def renamed(value: Plan, title: str) -> Plan:
    return value.with_records([replace(value.block(BlockId("first")), title=title)])


def test_difference_names_fields_and_whole_records() -> None:
    changed = renamed(replace(DAY, note="n", changed=NOON), "Coding").with_records([person("noor")])
    smaller = replace(changed, blocks={BlockId("first"): changed.block(BlockId("first"))})
    assert difference(DAY, smaller) == {
        Part(Subject("plan", "plan"), "note"): Alteration("", "n"),
        Part(Subject("people", "noor"), WHOLE): Alteration(ABSENT, person("noor")),
        Part(Subject("blocks", "first"), "title"): Alteration("first", "Coding"),
        Part(Subject("blocks", "second"), WHOLE): Alteration(DAY.block(BlockId("second")), ABSENT),
    }


@given(plans(), plans())
def test_difference_leads_from_one_plan_to_the_other(before: Plan, after: Plan) -> None:
    there = replace(after, id=before.id)
    found = difference(before, there)
    reached = laid_over(before, found)
    assert difference(reached, there) == {}
    assert reached == replace(there, changed=before.changed)
    assert all(value_of(there, part) == change.after for part, change in found.items())
    assert laid_over(reached, found) == reached


def test_fields_that_must_fit_each_other_are_changed_at_once() -> None:
    later = nights(25, 26)
    assert laid_over(nights(24, 25), difference(nights(24, 25), later)) == later


def test_difference_that_no_longer_fits_the_rest_is_not_laid_over() -> None:
    with pytest.raises(EditRefused) as refused:
        laid_over(nights(24, 25), difference(nights(24, 26), nights(25, 26)))
    assert refused.value.facts == {
        "reason": "changed_elsewhere",
        "record": Subject("stays", "stay"),
    }


@given(plans())
def test_plan_does_not_differ_from_itself(value: Plan) -> None:
    tables: dict[str, Any] = {name: dict(getattr(value, name)) for name in TABLES.values()}
    again = replace(value, **tables)
    assert difference(value, again) == {}
    assert change_between(value, again, Cause.EDIT).is_empty


def test_difference_is_not_laid_over_what_is_something_else() -> None:
    change = difference(DAY, renamed(DAY, "Coding"))
    with pytest.raises(EditRefused) as refused:
        laid_over(renamed(DAY, "Design"), change)
    assert refused.value.facts == {
        "reason": "changed_elsewhere",
        "record": Subject("blocks", "first"),
    }
    with pytest.raises(EditRefused):
        laid_over(DAY.without(type(DAY.block(BlockId("first"))), ["first"]), change)


def test_change_of_nothing_is_empty() -> None:
    assert Change(Cause.EDIT).is_empty
    assert not Change(Cause.EDIT, fields=frozenset({"title"})).is_empty


def step(number: int) -> Step:
    before, after = (replace(DAY, title=str(count)) for count in (number, number + 1))
    return Step(ChangePlan(title=str(number + 1)), before, after)


def titles(history: History) -> list[Edit]:
    """Undo everything and return the edits in the order of undoing."""
    found: list[Edit] = []
    while history.undoable is not None:
        found.append(history.undoable.edit)
        history.step_back()
    return found


def test_history_forgets_the_oldest_steps() -> None:
    history = History(most=3)
    for number in range(5):
        history.record(step(number))
    assert titles(history) == [step(number).edit for number in (4, 3, 2)]


def test_history_keeps_two_hundred_steps() -> None:
    history = History()
    for number in range(201):
        history.record(step(number))
    assert titles(history) == [step(number).edit for number in range(200, 0, -1)]


def test_history_redoes_in_the_order_of_doing() -> None:
    history = History()
    steps = [step(number) for number in range(3)]
    for one in steps:
        history.record(one)
    titles(history)
    for one in steps:
        assert history.redoable == one
        history.step_forward()
    assert history.redoable is None


def test_restore_brings_back_the_very_plan_when_nothing_else_happened() -> None:
    before, after = DAY, DAY.with_records([person("noor")])
    restored = Restore(after, before).apply(replace(after, changed=NOON))
    assert restored == replace(before, changed=NOON)
    assert restored.people is before.people
