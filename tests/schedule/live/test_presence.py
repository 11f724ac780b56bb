"""What nobody holds runs by the clock; an arrival asks for the candidate, and delays nobody."""

from datetime import timedelta

import pytest

from planner.domain.blocks import Block, Kind, SeatRole
from planner.domain.ids import BlockId, CandidateId
from planner.domain.log import LogEntry
from planner.domain.plan import Plan
from planner.domain.times import ZERO
from planner.schedule.live.live_projection import LiveProjection, Phase, project_live
from planner.schedule.live.presence import runs_by_clock
from planner.schedule.repairs.playbooks import Playbook, Task, due_steps
from tests.builders import DAY, block, minutes, plan, seat
from tests.schedule.live.logs import at, log, told

ADA = CandidateId("ada")
ARRIVAL, FIRST, WAY = BlockId("arrival"), BlockId("first"), BlockId("way")


def arriving(**fields: object) -> Block:
    return block("arrival", "09:50", 25, kind=Kind.ARRIVAL, **fields)  # type: ignore[arg-type]


def day(*blocks: Block) -> Plan:
    return plan(*(blocks or (arriving(),)), block("first", "10:15", 45, people=["ben"]))


def live(now: str, *entries: LogEntry, source: Plan | None = None) -> LiveProjection:
    return project_live(source or day(), log(*entries), at(now))


def span(projection: LiveProjection, name: BlockId) -> tuple[str, str]:
    found = projection.block(name)
    return tuple(f"{moment.local:%H:%M}" for moment in (found.start, found.end))  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (arriving(), True),
        (arriving(seats=(seat("kim", SeatRole.HOST),)), True),
        (block("way", "10:00", kind=Kind.ESCORT), True),
        (block("way", "10:00", kind=Kind.ESCORT, people=["kim"]), False),
        (block("tour", "10:00", kind=Kind.TOUR), True),
        (block("interview", "10:00"), False),
        (block("break", "10:00", kind=Kind.BREAK), False),
    ],
)
def test_what_nobody_holds_runs_by_the_clock(one: Block, *, expected: bool) -> None:
    assert runs_by_clock(one) is expected


@pytest.mark.parametrize("now", ["09:55", "10:05", "10:15"])
def test_arrival_that_nobody_logged_delays_nobody(now: str) -> None:
    projection = live(now)
    assert span(projection, ARRIVAL) == ("09:50", "10:15")
    assert span(projection, FIRST) == ("10:15", "11:00")
    assert projection.offset(ADA) == ZERO


def test_what_somebody_waits_with_is_late_from_its_own_start_on() -> None:
    assert span(live("10:25"), FIRST) == ("10:25", "11:10")
    assert live("10:25").offset(ADA) == minutes(10)


@pytest.mark.parametrize(
    ("now", "phase", "task"),
    [
        ("09:49", Phase.UPCOMING, None),
        ("09:52", Phase.DUE, None),
        ("09:54", Phase.DUE, None),
        ("09:55", Phase.DUE, Task.CALL_CANDIDATE),
        ("10:00", Phase.SUSPECTED, Task.TELL_PANEL),
        ("10:10", Phase.SUSPECTED, Task.LATER),
    ],
)
def test_candidate_whom_nobody_has_seen_is_asked_for(
    now: str, phase: Phase, task: Task | None
) -> None:
    projection = live(now)
    assert projection.phase(ARRIVAL) is phase
    assert projection.elapsed(ARRIVAL) == ZERO
    assert [step.task for step in due_steps(projection)] == ([] if task is None else [task])


def test_question_goes_on_with_the_block_that_is_due_next() -> None:
    projection = live("10:17")
    assert projection.phase(ARRIVAL) is Phase.DONE
    assert projection.phase(FIRST) is Phase.DUE
    (step,) = due_steps(projection)
    assert (step.playbook, step.block, step.task) == (Playbook.LATE, FIRST, Task.LATER)
    assert step.since.instant == at("09:50")


@pytest.mark.parametrize(
    ("arrived", "expected"), [("09:40", ("09:50", "10:15")), ("10:05", ("10:05", "10:30"))]
)
def test_arrival_begins_when_the_candidate_is_there(
    arrived: str, expected: tuple[str, str]
) -> None:
    seen = told(arrived, "arrived", candidate="ada")
    projection = live("10:06", seen)
    assert span(projection, ARRIVAL) == expected
    assert span(projection, FIRST)[0] == expected[1]
    assert projection.phase(ARRIVAL) is Phase.RUNNING
    assert due_steps(projection) == ()
    assert live(expected[1], seen).phase(ARRIVAL) is Phase.DONE


def test_candidate_who_told_to_be_late_is_expected_then() -> None:
    late = told("09:30", "late", "arrival", candidate="ada", until="10:20")
    assert live("10:05", late).phase(ARRIVAL) is Phase.UPCOMING
    assert span(live("10:05", late), FIRST) == ("10:45", "11:30")
    assert live("10:21", late).phase(ARRIVAL) is Phase.DUE
    seen = told("10:10", "arrived", candidate="ada")
    assert span(live("10:21", late, seen), ARRIVAL) == ("10:10", "10:35")


def test_arrival_that_is_logged_runs_as_it_is_logged() -> None:
    begun, over = told("09:55", "started", "arrival"), told("10:05", "ended", "arrival")
    assert span(live("10:30", begun), FIRST)[0] == "10:30"
    assert live("10:30", begun).phase(ARRIVAL) is Phase.OVER
    assert span(live("10:06", begun, over), ARRIVAL) == ("09:55", "10:05")
    assert span(live("10:06", over), ARRIVAL) == ("09:50", "10:05")


def test_arrival_is_over_once_something_later_has_begun() -> None:
    begun = told("10:12", "started", "first")
    for entries in ([begun], [told("09:52", "started", "arrival"), begun]):
        projection = live("10:20", *entries)
        assert projection.phase(ARRIVAL) is Phase.DONE
        assert span(projection, ARRIVAL)[1] == "10:12"
        assert due_steps(projection) == ()


def test_arrival_to_which_nobody_came_waits() -> None:
    projection = live("10:30", told("10:05", "no_show", "arrival"))
    assert projection.phase(ARRIVAL) is Phase.NO_SHOW
    assert span(projection, FIRST) == ("10:55", "11:40")


def test_interruption_of_what_runs_by_the_clock_counts() -> None:
    alarm = told("10:00", "interrupted", "arrival", reason="fire_alarm")
    seen = told("09:50", "arrived", candidate="ada")
    projection = live("10:20", seen, alarm)
    assert projection.phase(ARRIVAL) is Phase.INTERRUPTED
    assert span(projection, ARRIVAL) == ("09:50", "10:35")
    assert projection.elapsed(ARRIVAL) == minutes(10)


def test_way_between_two_blocks_follows_the_one_before() -> None:
    source = day(block("way", "10:00", 15, kind=Kind.ESCORT), block("A", "09:15", people=["kim"]))
    begun, over = told("09:15", "started", "A"), told("10:10", "ended", "A")
    projection = live("10:15", begun, over, source=source)
    assert span(projection, WAY) == ("10:10", "10:25")
    assert projection.phase(WAY) is Phase.RUNNING
    assert span(projection, FIRST)[0] == "10:25"


def test_each_of_several_candidates_is_awaited() -> None:
    source = day(arriving(candidates=["ada", "bob"]))
    seen = [told("09:55", "arrived", candidate="ada"), told("10:00", "arrived", candidate="bob")]
    assert live("10:01", seen[0], source=source).phase(ARRIVAL) is Phase.SUSPECTED
    assert span(live("10:01", *seen, source=source), ARRIVAL) == ("10:00", "10:25")


def test_arrival_of_another_day_is_not_this_one() -> None:
    tomorrow = block(
        "again", "09:00", 30, kind=Kind.ARRIVAL, day=DAY + timedelta(days=1), candidates=["ada"]
    )
    source = day(arriving(), tomorrow)
    seen = told("09:50", "arrived", candidate="ada")
    next_day = at("09:15") + timedelta(days=1)
    projection = project_live(source, log(seen), next_day)
    assert projection.phase(BlockId("again")) is Phase.SUSPECTED
    assert [step.playbook for step in due_steps(projection)] == [Playbook.LATE]
