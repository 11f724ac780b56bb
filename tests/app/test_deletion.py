"""A plan is deleted with its log, and brought back with it; half of it is never done."""

from pathlib import Path

import pytest

from planner.app.deletion import bring_back, delete_plan
from planner.app.library import Library, PlanExists, open_library
from planner.app.live_day import LiveDay, journal_of
from planner.domain.errors import PlannerError
from planner.domain.ids import PlanId
from planner.domain.log import Happening, Log
from planner.store.base import MissingPlan
from planner.store.files import WriteFailed
from planner.store.journals import Journal
from tests.builders import block, plan
from tests.fakes import FixedClock
from tests.schedule.live.logs import at

PLAN = plan(block("A", "10:00"))


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(at("10:00"))


@pytest.fixture
def library(tmp_path: Path, clock: FixedClock) -> Library:
    found = open_library(tmp_path / "workspace.sqlite", clock)
    found.add(PLAN)
    return found


def logged(folder: Path, clock: FixedClock) -> Log:
    return LiveDay(journal_of(PLAN.id, folder), clock).log


def tell(folder: Path, clock: FixedClock) -> None:
    live = LiveDay(journal_of(PLAN.id, folder), clock)
    live.tell(Happening.NOTE, reason="Ada has a cold")


def test_log_goes_with_its_plan_and_comes_back_with_it(
    library: Library, tmp_path: Path, clock: FixedClock
) -> None:
    tell(tmp_path, clock)
    before = logged(tmp_path, clock)
    deleted = delete_plan(library, PLAN.id, tmp_path)
    assert [*library.all_summaries()] == []
    assert [*(tmp_path / "logs").iterdir()] == []
    assert bring_back(library, deleted, tmp_path).plan.blocks == PLAN.blocks
    assert logged(tmp_path, clock) == before
    library.close()


def test_plan_without_a_log_is_deleted_and_brought_back(library: Library, tmp_path: Path) -> None:
    deleted = delete_plan(library, PLAN.id, tmp_path)
    assert deleted.logged == []
    bring_back(library, deleted, tmp_path)
    assert [each.id for each in library.all_summaries()] == [PLAN.id]
    assert not (tmp_path / "logs").exists()
    with pytest.raises(PlanExists):
        bring_back(library, deleted, tmp_path)
    library.close()


def test_plan_that_is_not_there_is_not_deleted(library: Library, tmp_path: Path) -> None:
    with pytest.raises(MissingPlan):
        delete_plan(library, PlanId("other"), tmp_path)
    library.close()


def refuse(self: Journal, *_arguments: object) -> None:
    raise WriteFailed(path=str(self), reason="denied")


def test_plan_stays_where_its_log_cannot_be_removed(
    library: Library, tmp_path: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    tell(tmp_path, clock)
    monkeypatch.setattr(Journal, "remove", refuse)
    with pytest.raises(PlannerError):
        delete_plan(library, PLAN.id, tmp_path)
    assert [each.id for each in library.all_summaries()] == [PLAN.id]
    assert len(logged(tmp_path, clock).entries) == 1
    library.close()


def test_plan_does_not_come_back_without_its_log(
    library: Library, tmp_path: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    tell(tmp_path, clock)
    deleted = delete_plan(library, PLAN.id, tmp_path)
    monkeypatch.setattr(Journal, "add", refuse)
    with pytest.raises(PlannerError):
        bring_back(library, deleted, tmp_path)
    assert [*library.all_summaries()] == []
    library.close()
