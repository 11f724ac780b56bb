"""Days of chance, played through the whole live day: nothing may break, no price may be a lie.

A few days run with every test; ``SIMULATED_DAYS=1000`` plays as many as one likes.
"""

import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from planner.app.live_day import LiveDay, journal_beside
from planner.app.plan_files import load_plan_file, open_plan_file, save_copy
from planner.app.simulation import Played, SetClock, play, start_of_play
from planner.domain.ids import FocusAreaId
from planner.domain.people import FocusArea
from planner.domain.plan import Plan
from planner.formats.wording.language import language
from planner.formats.wording.proposals import price_line
from planner.resources import bundled
from planner.schedule.live.live_projection import Phase, project_live
from planner.schedule.promises import PromiseKind
from planner.schedule.repairs.prices import Price
from tests.builders import plan
from tests.schedule.repairs.test_proposals import busy_day

DAYS = int(os.environ.get("SIMULATED_DAYS", "8"))
SAMPLE = load_plan_file(bundled("samples", "luxembourg-2015.interviewplan"))
ENGLISH = language("en")
BUSY = busy_day().with_records(FocusArea(FocusAreaId(name), name) for name in ("x", "y"))


def played(day: Plan, folder: Path, seed: str) -> tuple[Played, Path]:
    path = folder / f"{seed}.interviewplan"
    save_copy(day, path)
    clock = SetClock(start_of_play(day))
    live = LiveDay(journal_beside(path), clock, "simulation")
    return play(open_plan_file(path, clock), live, clock, seed), path


@pytest.mark.parametrize("seed", range(DAYS))
@pytest.mark.parametrize("name", ["sample", "busy"])
def test_simulated_day_keeps_its_log_and_its_prices(name: str, seed: int, tmp_path: Path) -> None:
    day, path = played(SAMPLE if name == "sample" else BUSY, tmp_path, f"{name}-{seed}")
    told = LiveDay(journal_beside(path), SetClock(day.end))
    assert (told.log, list(told.unread)) == (day.log, [])
    from_disk = told.projection(load_plan_file(path))
    assert from_disk.blocks == project_live(day.plan, day.log, day.end).blocks
    for repaired in day.repaired:
        assert repaired.obtained == repaired.announced
        assert_named(repaired.announced, repaired.proposal.projection.shortfalls, day.plan)


def assert_named(price: Price, shortfalls: Mapping[PromiseKind, int], day: Plan) -> None:
    """Every promise that would be broken is in the price, and so in what a person reads."""
    kept = shortfalls[PromiseKind.REST] + shortfalls[PromiseKind.FIXED_START]
    assert price.promises.total_seconds() == kept
    assert price.flight.total_seconds() == shortfalls[PromiseKind.DEPARTURE]
    assert price.late.total_seconds() == shortfalls[PromiseKind.DAY_END]
    line = price_line(price, day, ENGLISH)
    assert ("promised rest or start missed" in line) == bool(kept)
    assert ("journey home missed" in line) == bool(shortfalls[PromiseKind.DEPARTURE])
    assert ("after its limit" in line) == bool(shortfalls[PromiseKind.DAY_END])


def test_same_seed_gives_the_same_day(tmp_path: Path) -> None:
    days = [
        played(SAMPLE, tmp_path / name, "7")[0] for name in ("a", "b") if _made(tmp_path / name)
    ]
    stories = [[(e.what, e.at, e.block, e.person) for e in day.log.entries] for day in days]
    assert stories[0] == stories[1]
    assert len(stories[0]) > 10


def _made(folder: Path) -> bool:
    folder.mkdir()
    return True


def test_simulated_day_comes_to_its_end(tmp_path: Path) -> None:
    day, _ = played(BUSY, tmp_path, "3")
    phases = project_live(day.plan, day.log, day.end).phases
    assert set(phases.values()) <= {Phase.DONE, Phase.SKIPPED}


def test_plan_without_a_day_is_played_at_once(tmp_path: Path) -> None:
    day, _ = played(plan(), tmp_path, "1")
    assert (day.log.entries, day.repaired) == ((), ())
