"""Rehearsals: a clock that begins elsewhere and only goes forward, and a folder that is gone after."""

import os
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from planner.app.clock import RehearsalClock
from planner.app.library import open_library
from planner.app.locations import HOME_VARIABLE, data_folder, workspace_file
from planner.app.plan_files import sample_plan, save_copy
from planner.app.rehearsal import (
    next_occasion,
    rehearsal,
    rehearsal_clock,
    rehearsal_folder,
)
from planner.domain.errors import InvalidValue
from planner.domain.log import Log
from planner.domain.plan import Plan
from planner.schedule.live.live_projection import project_live
from planner.store.base import MissingPlan
from tests.builders import block, plan
from tests.fakes import FixedClock
from tests.schedule.live.logs import at, log, told

MINUTE = timedelta(minutes=1)
DAY = date(2015, 9, 25)


def test_clock_of_a_rehearsal_runs_on_with_the_real_one() -> None:
    real = FixedClock()
    clock = RehearsalClock(at("10:58"), real)
    real.move(3 * MINUTE)
    assert clock.now() == at("11:01")


def test_clock_of_a_rehearsal_goes_forward_and_never_back() -> None:
    clock = RehearsalClock(at("10:58"), FixedClock())
    clock.put_forward(14 * MINUTE)
    clock.put_forward(-MINUTE)
    assert clock.now() == at("11:12")


@pytest.mark.parametrize(
    ("begin", "shown"),
    [("", "09:35"), ("2015-09-25", "09:35"), ("11:12", "11:12"), ("2015-09-25T16:00", "16:00")],
)
def test_rehearsal_begins_when_it_is_told_to_or_before_the_last_day(begin: str, shown: str) -> None:
    assert rehearsal_clock(sample_plan(), begin, FixedClock()).now() == at(shown)


@pytest.mark.parametrize(
    ("rehearsed", "begin", "reason"),
    [
        (sample_plan(), "2015-09-26", "nothing_scheduled"),
        (sample_plan(), "noon", "no_such_time"),
        (plan(), "", "nothing_to_rehearse"),
    ],
)
def test_rehearsal_refuses_a_day_without_blocks(rehearsed: Plan, begin: str, reason: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        rehearsal_clock(rehearsed, begin, FixedClock())
    assert caught.value.facts["reason"] == reason


def test_rehearsal_is_of_the_library_of_a_file_or_of_the_sample(tmp_path: Path) -> None:
    clock = FixedClock()
    own = replace(plan(), title="Of the library")
    with open_library(workspace_file(), clock) as library:
        library.add(own)
    file = tmp_path / "sample.interviewplan"
    save_copy(sample_plan(), file)
    at_noon = "2015-09-25T12:00"
    assert rehearsal(None, own.id, at_noon, clock).plan.title == "Of the library"
    assert rehearsal(file, "", at_noon, clock).plan == sample_plan()
    assert rehearsal(None, "", at_noon, clock).plan == sample_plan()
    with pytest.raises(MissingPlan):
        rehearsal(None, "plan-nobody-has", at_noon, clock)


def test_rehearsal_has_a_folder_of_its_own_which_is_gone_afterwards() -> None:
    usual = data_folder()
    usual.mkdir(parents=True, exist_ok=True)
    (usual / "settings.json").write_text('{"theme": "dark"}')
    with rehearsal_folder() as folder:
        assert data_folder() == folder != usual
        assert [file.name for file in folder.iterdir()] == ["settings.json"]
    assert (data_folder(), folder.exists()) == (usual, False)


def test_rehearsal_folder_leaves_an_environment_without_a_choice_as_it_was(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv(HOME_VARIABLE)
    with rehearsal_folder():
        assert HOME_VARIABLE in os.environ
    assert HOME_VARIABLE not in os.environ


@pytest.mark.parametrize(("now", "following"), [("09:30", "10:00"), ("10:20", "11:00")])
def test_next_moment_is_when_something_is_projected_to_begin_or_end(
    now: str, following: str
) -> None:
    rehearsed = plan(block("a", "10:00", 15), block("b", "10:15", 45))
    begun = (
        told("10:00", "started", "a"),
        told("10:15", "ended", "a"),
        told("10:15", "started", "b"),
    )
    said = log(*(entry for entry in begun if entry.at <= at(now)))
    assert next_occasion(project_live(rehearsed, said, at(now)), DAY) == at(following)


def test_there_is_no_next_moment_on_a_day_without_blocks() -> None:
    projection = project_live(sample_plan(), Log(), at("12:00"))
    assert next_occasion(projection, date(2015, 9, 26)) is None
