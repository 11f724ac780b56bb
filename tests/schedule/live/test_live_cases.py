"""Reference cases of starts and ends on the day itself: the plan, and what the log says of it.

``ada`` is in every block. T numbers are those of the cases; here a delay is never assumed, it has
happened: a block has ended late, or was told to begin later.
"""

from dataclasses import replace

import pytest

from planner.domain.blocks import Kind, SeatRole, StartRule
from planner.domain.ids import BlockId, CandidateId
from planner.domain.log import LogEntry
from planner.domain.plan import Plan
from planner.domain.times import ZERO
from planner.schedule.live.live_projection import LiveProjection, Phase, project_live
from planner.schedule.promises import PromiseKind
from tests.builders import block, minutes, plan, seat
from tests.schedule.live.logs import log, told
from tests.schedule.minute_days import delays, fixed, flow, item, rest, spans, starts

ADA = CandidateId("ada")
BOTH_RULES = pytest.mark.parametrize("rule", [StartRule.NOT_BEFORE, StartRule.FLOW])


def clock(minute: float) -> str:
    """Return so many minutes after eight, as ``09:40``."""
    return f"{8 + int(minute) // 60:02}:{int(minute) % 60:02}"


def held(name: str, start: float, end: float | None = None) -> list[LogEntry]:
    """Return what the log says of a block that took place, or goes on."""
    begun = [told(clock(start), "started", name)]
    return begun if end is None else [*begun, told(clock(end), "ended", name)]


def live(day: Plan, now: float, *entries: LogEntry) -> LiveProjection:
    """Return the projection so many minutes after eight."""
    last = told(clock(now), "note")
    return project_live(day, log(*entries), last.at)


@BOTH_RULES
@pytest.mark.parametrize(
    ("offset", "gap", "start"),
    [
        pytest.param(0, 0, 100, id="T1 on time"),
        pytest.param(20, 0, 120, id="T2 no gap"),
        pytest.param(20, 20, 100, id="T4 fully absorbed"),
        pytest.param(20, 10, 110, id="T5 partly absorbed"),
    ],
)
def test_expected_start_is_the_late_end_less_gaps(
    rule: StartRule, offset: float, gap: float, start: float
) -> None:
    day = plan(item("before", 0, 100 - gap), item("next", 100, 30, start_rule=rule))
    end = 100 - gap + offset
    assert starts(live(day, end, *held("before", 0, end)))["next"] == start


@pytest.mark.parametrize(("rule", "start"), [("not_before", 100), ("flow", 90)])
def test_running_early_starts_those_early_who_follow(rule: str, start: float) -> None:  # T3
    day = plan(item("before", 0, 100), item("next", 100, 30, start_rule=StartRule(rule)))
    assert starts(live(day, 90, *held("before", 0, 90)))["next"] == start


def test_who_follows_early_does_not_begin_before_now() -> None:  # T3
    day = plan(item("before", 0, 100), flow("next", 100, 30))
    assert starts(live(day, 95, *held("before", 0, 90)))["next"] == 95


@pytest.mark.parametrize(("begun", "expected"), [(100, [100, 110, 120]), (105, [105, 115, 125])])
def test_day_that_began_late_stays_as_late(begun: float, expected: list[float]) -> None:  # T6
    day = plan(item("first", 0, 10), item("second", 10, 10), item("third", 20, 10))
    projection = live(day, begun, *held("first", begun))
    assert list(starts(projection).values()) == expected
    assert projection.offset(ADA) == minutes(begun)
    assert projection.relative_offset(ADA) == ZERO


@BOTH_RULES
@pytest.mark.parametrize(("what", "start"), [("cut", 115), ("extended", 125)])
def test_time_added_to_the_running_block_moves_the_next(  # T8
    rule: StartRule, what: str, start: float
) -> None:
    day = plan(item("first", 0, 20), item("next", 20, 10, start_rule=rule))
    changed = told(clock(101), what, "first", length=5)
    assert starts(live(day, 101, *held("first", 100), changed))["next"] == start


def test_pinned_end_holds_and_other_ends_move() -> None:  # T10
    entries = held("before", 0, 120)
    pinned = plan(item("before", 0, 100), rest("next", 100, 50, 10))
    loose = plan(item("before", 0, 100), item("next", 100, 50))
    assert spans(live(pinned, 120, *entries))["next"] == (120, 150)
    assert spans(live(loose, 120, *entries))["next"] == (120, 170)


def test_break_pushed_past_its_end_keeps_its_minimum() -> None:  # T11
    day = plan(item("before", 0, 100), rest("next", 100, 50, 10))
    projection = live(day, 160, *held("before", 0, 160))
    found = projection.block(BlockId("next"))
    assert spans(projection)["next"] == (160, 170)
    assert (found.shortened, found.violated) == (minutes(40), minutes(20))
    assert [(b.promise.kind, b.by) for b in projection.broken] == [(PromiseKind.REST, minutes(20))]
    assert projection.shortfalls[PromiseKind.REST] == 20 * 60


def test_pinned_end_does_not_move_with_a_day_that_began_late() -> None:  # T12
    entries = held("first", 30)
    pinned = plan(item("first", 0, 100), rest("next", 100, 50, 10))
    loose = plan(item("first", 0, 100), item("next", 100, 50))
    assert spans(live(pinned, 40, *entries))["next"] == (130, 150)
    assert spans(live(loose, 40, *entries))["next"] == (130, 180)


def test_pinned_end_after_midnight_is_not_before_its_start() -> None:  # T13
    day = plan(
        item("before", 14 * 60, 60),
        block("night", "23:00", 120, kind=Kind.BREAK, minimum=minutes(10)),
    )
    projection = live(day, 15.5 * 60, *held("before", 14 * 60, 15.5 * 60))
    assert spans(projection)["night"] == (15.5 * 60, 17 * 60)


@pytest.mark.parametrize(
    ("end", "pinned", "expected"),
    [
        pytest.param(50, 2, [0, 50, 120, 180], id="T14 early"),
        pytest.param(70, 2, [0, 70, 120, 180], id="T14 late"),
        pytest.param(120, 2, [0, 120, 120, 180], id="T14 slack used up"),
        pytest.param(121, 2, [0, 121, 121, 181], id="T14 more than the slack"),
        pytest.param(50, 3, [0, 50, 110, 180], id="T15 early"),
        pytest.param(70, 3, [0, 70, 130, 180], id="T15 late"),
        pytest.param(121, 3, [0, 121, 181, 181], id="T15 more than the slack"),
    ],
)
def test_pinned_block_cuts_the_chain(end: float, pinned: int, expected: list[float]) -> None:
    names = ("first", "second", "third", "fourth")
    day = plan(
        *(
            rest(name, 60 * n, 60, 0, start_rule=StartRule.FLOW)
            if n + 1 == pinned
            else flow(name, 60 * n, 60)
            for n, name in enumerate(names)
        )
    )
    assert list(starts(live(day, end, *held("first", 0, end))).values()) == expected


def test_gap_and_overlap_do_not_cancel() -> None:  # T17
    day = plan(
        item("before", 0, 60, people=["ines"]),
        item("a", 80, 60, people=["ines"]),
        item("b", 130, 60, people=["ines"]),
    )
    assert starts(live(day, 70, *held("before", 0, 70))) == {"before": 0, "a": 80, "b": 140}


@pytest.mark.parametrize(
    ("entries", "now", "expected"),
    [
        pytest.param([], 0, [10, 20, 30], id="just started"),
        pytest.param(
            [told(clock(1), "extended", "block 0", length=350)], 1, [360, 370, 380], id="6 h"
        ),
        pytest.param(
            [told(clock(1), "cut", "block 0", length=9)], 1, [1, 11, 21], id="ends at once"
        ),
    ],
)
def test_chain_follows_its_running_block(  # T18
    entries: list[LogEntry], now: float, expected: list[float]
) -> None:
    day = plan(*(flow(f"block {n}", 10 * n, 10) for n in range(4)))
    projection = live(day, now, *held("block 0", 0), *entries)
    assert list(starts(projection).values())[1:] == expected


def test_moved_block_pushes_until_gaps_have_eaten_it() -> None:  # T19
    day = plan(item("a", 100, 100), item("b", 200, 100), item("c", 400, 100), item("d", 600, 100))
    projection = live(day, 0, told(clock(0), "moved", "b", until=clock(400)))
    late = live(day, 0, told(clock(0), "late", "b", person="ines", until=clock(400)))
    assert starts(projection) == starts(late) == {"a": 100, "b": 400, "c": 500, "d": 600}
    assert list(delays(projection).values()) == [0, 200, 100, 0]


def test_late_person_is_not_absorbed_by_the_gap_before() -> None:  # T20
    day = plan(item("a", 0, 100), item("b", 500, 100))
    late = told(clock(0), "late", "b", candidate="ada", until=clock(800))
    assert starts(live(day, 0, late)) == {"a": 0, "b": 800}


@pytest.mark.parametrize(("length", "start"), [(100, 400), (101, 401)])
def test_skipped_block_leaves_its_time_as_a_gap(length: float, start: float) -> None:  # T29
    day = plan(
        item("a", 100, 100),
        item("b", 200, 100),
        item("skipped", 300, 100),
        item("d", 400, 100),
    )
    entries = [told(clock(0), "skipped", "skipped"), *held("b", 200, 300 + length)]
    assert starts(live(day, 300 + length, *entries))["d"] == start


def test_readiness_is_the_latest_end_not_the_neighbours() -> None:  # T30
    day = plan(item("long", 90, 10), fixed("short", 92.5, 2.5), item("next", 95, 10))
    assert starts(live(day, 0)) == {"long": 90, "short": 92.5, "next": 100}


@pytest.mark.parametrize(("end", "late"), [(478, ()), (510, (30,))], ids=["gap", "overlap"])
def test_fixed_start_waits_for_nobody(end: float, late: tuple[float, ...]) -> None:  # T33
    day = plan(item("before", 400, 60), fixed("talk", 480, 30), item("after", 510, 30))
    projection = live(day, 470, *held("before", 400), _extended(end - 460))
    assert starts(projection)["talk"] == 480
    assert tuple(conflict.late for conflict in projection.conflicts) == tuple(map(minutes, late))
    assert projection.shortfalls[PromiseKind.FIXED_START] == sum(late) * 60


def _extended(by: float) -> LogEntry:
    return told(clock(460), "extended", "before", length=by)


def test_everybody_waits_for_who_comes_late_to_a_fixed_start() -> None:
    """Ines comes to the talk 30 late, and it ends before that: what she does next waits for her."""
    day = plan(
        item("before", 400, 60, people=["ines"]),
        fixed("talk", 480, 10, people=["ines"], candidates=["bob"]),
        item("after", 490, 30, people=["ines"], candidates=["bob"]),
    )
    projection = live(day, 470, *held("before", 400), _extended(50))
    assert spans(projection)["after"] == (510, 540)


def test_rows_that_are_over_and_the_running_one_add_up() -> None:  # T55
    """Rows over by 2 and under by 1 make 1; the running one counts only beyond its length."""
    day = plan(flow("one", 0, 30), flow("two", 30, 30), flow("three", 60, 30))
    entries = [*held("one", 0, 32), *held("two", 32, 61), *held("three", 61)]
    assert live(day, 66, *entries).offset(ADA) == minutes(1)
    assert live(day, 93, *entries).offset(ADA) == minutes(3)


@pytest.mark.parametrize(
    ("changed", "phase"),
    [
        pytest.param({"timebox": item("x", 45, 30).timebox}, Phase.OVER, id="moved in the plan"),
        pytest.param({"kind": Kind.BREAK}, Phase.RUNNING, id="turned into a break"),
    ],
)
def test_running_block_that_the_plan_changes_keeps_running(  # T63
    changed: dict[str, object], phase: Phase
) -> None:
    running = replace(item("a", 0, 60), **changed)  # type: ignore[arg-type]
    day = plan(running, item("b", 80, 30))
    projection = live(day, 50, *held("a", 10))
    assert starts(projection)["a"] == 10
    assert projection.phase(BlockId("a")) is phase


def test_running_block_that_is_gone_runs_no_more() -> None:  # T63
    day = plan(item("b", 80, 30))
    assert live(day, 50, *held("a", 10)).blocks == live(day, 50).blocks
    skipped = live(
        plan(item("a", 0, 60), item("b", 60, 30)),
        50,
        *held("a", 10),
        told(clock(50), "skipped", "a"),
    )
    assert skipped.phase(BlockId("a")) is Phase.SKIPPED
    assert starts(skipped)["b"] == 60
    assert skipped.current(ADA) is None


def test_who_shares_a_host_waits_for_what_the_host_does_alone() -> None:
    """Two candidates have lunch with one host: they wait for her, and not for each other."""
    day = plan(
        item("before", 0, 60, people=["hanna"], candidates=["cleo"]),
        *(
            item(
                f"lunch {who}",
                60 + n,
                40,
                kind=Kind.MEAL,
                minimum=minutes(30),
                candidates=[who],
                seats=(seat("hanna", SeatRole.HOST),),
            )
            for n, who in enumerate(("ada", "bob"))
        ),
        item("after", 101, 30, people=["hanna"], candidates=["cleo"]),
    )
    entries = [*held("before", 0), told(clock(59), "extended", "before", length=15)]
    assert spans(live(day, 60, *entries)) == {
        "before": (0, 75),
        "lunch ada": (75, 105),
        "lunch bob": (75, 105),
        "after": (105, 135),
    }


@pytest.mark.parametrize(("kind", "start"), [(Kind.TALK, 200), (Kind.BREAK, 200)])
def test_block_that_follows_only_what_was_dropped_begins_as_planned(
    kind: Kind, start: float
) -> None:
    day = plan(flow("dropped", 100, 100), flow("next", 200, 30, kind=kind))
    assert starts(live(day, 0, told(clock(0), "skipped", "dropped")))["next"] == start


def test_block_that_follows_moves_up_when_what_came_between_was_dropped() -> None:
    day = plan(flow("first", 0, 60), flow("dropped", 60, 60), flow("next", 120, 30))
    entries = [*held("first", 0, 60), told(clock(60), "skipped", "dropped")]
    assert starts(live(day, 60, *entries))["next"] == 60
