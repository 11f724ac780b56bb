"""Handover: what ends when something begins, and who would be in two blocks at once."""

from datetime import timedelta

from planner.domain.blocks import Kind
from planner.domain.log import LogEntry
from planner.schedule.live.handover import Busy, busy_elsewhere, left_for
from planner.schedule.live.live_projection import LiveProjection, project_live
from tests.builders import DAY, block, plan
from tests.schedule.live.logs import at, log, told

ARRIVAL = block("arrival", "09:30", 30, kind=Kind.ARRIVAL, candidates=["ada", "bob"])
A1 = block("a1", "10:00", 45, people=["grace"])
REST = block("rest", "10:45", 30, kind=Kind.BREAK)
A2 = block("a2", "11:30", 45, people=["kim"])
B1 = block("b1", "10:00", 45, people=["kim"], candidates=["bob"])
B2 = block("b2", "11:30", 45, people=["grace"], candidates=["bob"])
BEFORE = block("before", "10:00", 45, people=["grace"], day=DAY - timedelta(days=1))
TWO = plan(ARRIVAL, A1, REST, A2, B1, B2, BEFORE)


def stand(clock: str, *entries: LogEntry) -> LiveProjection:
    return project_live(TWO, log(*entries), at(clock))


def test_what_runs_for_the_same_candidate_is_left() -> None:
    day = stand("11:30", told("10:00", "started", "a1"), told("10:00", "started", "b1"))
    assert left_for(A2, day) == (A1,)
    assert left_for(B2, day) == (B1,)
    assert left_for(A1, day) == ()


def test_rest_is_not_left() -> None:
    day = stand("11:00", told("10:00", "started", "a1"), told("10:45", "ended", "a1"))
    assert left_for(A2, day) == ()


def test_what_goes_on_for_others_by_the_clock_is_not_left() -> None:
    assert left_for(A1, stand("09:50")) == ()


def test_what_was_never_ended_on_another_date_is_not_left() -> None:
    yesterday = told("10:00", "started", "before")
    assert left_for(A1, stand("10:00", yesterday)) == ()


def test_whoever_is_with_another_candidate_is_busy() -> None:
    day = stand("11:30", told("10:00", "started", "a1"), told("10:00", "started", "b1"))
    assert busy_elsewhere(B2, day) == (Busy(A1.attendees[0], A1.id),)
    assert busy_elsewhere(A1, day) == ()


def test_whoever_took_over_is_busy_in_place_of_the_other() -> None:
    started = told("10:05", "started", "a1")
    day = stand("11:30", told("10:04", "replaced", "a1", person="kim"), started)
    assert busy_elsewhere(B2, day) == ()
    assert busy_elsewhere(B1, day) == (Busy(A2.attendees[0], A1.id),)


def test_nobody_is_busy_in_what_has_ended() -> None:
    day = stand("11:30", told("10:00", "started", "a1"), told("10:50", "ended", "a1"))
    assert busy_elsewhere(B2, day) == ()
