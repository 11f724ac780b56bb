"""Times that people type into the table and the inspector."""

from dataclasses import replace

import pytest

from planner.domain.blocks import Block, Lock, Timebox
from planner.domain.edits.base import Edit
from planner.domain.errors import PlannerError
from planner.domain.plan import Plan
from planner.ui.models.typed_times import clock_edit, end_at_edit, length_to_edit, times_edit
from tests.builders import DAY, block, clock, minutes, moment, plan, timebox

TALK = block("talk", "10:15", 45)


def after(edit: Edit, held: Block = TALK) -> Timebox | None:
    return edit.apply(plan(held)).block(held.id).timebox


def typed(text: str, held: Block = TALK) -> Timebox | None:
    holder: Plan = plan(held)
    return after(times_edit(holder, held, text, DAY), held)


@pytest.mark.parametrize(
    ("text", "start", "length"),
    [
        ("10:30-11:00", "10:30", 30),
        ("10.30 \u2013 11.00", "10:30", 30),
        ("10:30 to 11:00", "10:30", 30),
        ("1030-1100", "10:30", 30),
        ("12-13", "12:00", 60),
        ("9 - 10:30", "09:00", 90),
        ("9 to 10", "09:00", 60),
        ("1-2pm", "13:00", 60),
        ("11-1pm", "11:00", 120),
        ("until 12", "10:15", 105),
        ("14:00", "14:00", 45),
        ("until 11:30", "10:15", 75),
        ("\u201311:30", "10:15", 75),
        ("30 min", "10:15", 30),
        ("1 h 30 min", "10:15", 90),
        ("45", "10:15", 45),
        ("+15", "10:30", 45),
        ("-15", "10:00", 45),
        ("\u22121h", "09:15", 45),
        ("9:00 20 min", "09:00", 20),
        ("9:00 + 20", "09:00", 20),
        ("22:00-01:00", "22:00", 180),
    ],
)
def test_typed_times_give_the_timebox(text: str, start: str, length: int) -> None:
    assert typed(text) == timebox(start, length)


@pytest.mark.parametrize(
    "text", ["noonish", "10", "15:00-14:00", "26:00", "10-45", "-11:00", "until", "+"]
)
def test_typed_times_without_a_meaning_are_refused(text: str) -> None:
    with pytest.raises(PlannerError):
        typed(text)


def test_nothing_typed_takes_the_block_off_the_schedule() -> None:
    assert typed("  ") is None


def test_times_typed_for_a_waiting_block_are_on_the_given_day() -> None:
    waiting = block("talk")
    assert typed("10:15-11:00", waiting) == timebox("10:15", 45)
    assert typed("10:15", waiting) == Timebox(moment("10:15"))
    assert typed("10:15 30 min", waiting) == timebox("10:15", 30)


@pytest.mark.parametrize("text", ["+15", "30 min", "until 11:00"])
def test_waiting_block_needs_a_start_first(text: str) -> None:
    with pytest.raises(PlannerError):
        typed(text, block("talk"))


def test_start_keeps_length_or_end_as_the_lock_says() -> None:
    assert after(clock_edit(plan(TALK), TALK, clock("10:00"), DAY)) == timebox("10:00", 45)
    locked = _with_lock(TALK)
    box = after(clock_edit(plan(locked), locked, clock("10:00"), DAY), locked)
    assert box == Timebox(moment("10:00"), minutes(60), Lock.END)


def test_length_moves_the_start_where_the_end_is_locked() -> None:
    assert after(length_to_edit(TALK, minutes(60))) == timebox("10:15", 60)
    locked = _with_lock(TALK)
    box = after(length_to_edit(locked, minutes(60)), locked)
    assert box == Timebox(moment("10:00"), minutes(60), Lock.END)


def test_length_typed_away_leaves_the_end_open() -> None:
    assert after(length_to_edit(TALK, None)) == timebox("10:15", None)


def test_end_is_a_time_of_day_after_the_start() -> None:
    assert after(end_at_edit(plan(TALK), TALK, clock("11:30"), DAY)) == timebox("10:15", 75)
    with pytest.raises(PlannerError):
        end_at_edit(plan(TALK), TALK, clock("10:00"), DAY)


def _with_lock(held: Block) -> Block:
    return replace(held, timebox=Timebox(moment("10:15"), minutes(45), Lock.END))
