"""Reference cases of expected starts and ends, in minutes after eight. ``ada`` is in every block."""

from dataclasses import replace
from datetime import timedelta

import pytest

from planner.domain.blocks import Kind, SeatRole, StartRule
from planner.domain.ids import BlockId, CandidateId
from planner.domain.subjects import Subject
from planner.schedule.projection import Conflict, project
from planner.schedule.promises import PromiseKind
from tests.builders import DAY, block, minutes, moment, plan, seat
from tests.schedule.minute_days import (
    after_eight,
    assuming,
    delays,
    fixed,
    flow,
    item,
    rest,
    spans,
    starts,
)

BOTH_RULES = pytest.mark.parametrize("rule", [StartRule.NOT_BEFORE, StartRule.FLOW])


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
def test_expected_start_is_offset_less_gaps(
    rule: StartRule, offset: float, gap: float, start: float
) -> None:
    day = plan(item("before", 0, 100 - gap), item("next", 100, 30, start_rule=rule))
    assert starts(project(day, assuming({"before": offset})))["next"] == start


def test_running_early_moves_flow_only() -> None:  # T3
    early = assuming({"before": -10})
    waits = plan(item("before", 0, 100), item("next", 100, 30))
    follows = plan(item("before", 0, 100), flow("next", 100, 30))
    assert starts(project(waits, early))["next"] == 100
    assert starts(project(follows, early))["next"] == 90


@pytest.mark.parametrize(("begun", "expected"), [(100, [100, 110, 120]), (105, [105, 115, 125])])
def test_day_that_begins_late_stays_as_late(begun: float, expected: list[float]) -> None:  # T6
    projection = project(
        plan(item("first", 0, 10), item("second", 10, 10), item("third", 20, 10)),
        assuming(later={"first": begun}),
    )
    assert list(starts(projection).values()) == expected
    ada = CandidateId("ada")
    assert projection.day(ada, DAY).shift == minutes(begun)
    assert projection.relative_delay(BlockId("third"), ada) == minutes(0)


@BOTH_RULES
@pytest.mark.parametrize(("added", "start"), [(-5, 115), (5, 125)])
def test_time_added_to_a_late_block_moves_the_next(  # T8
    rule: StartRule, added: float, start: float
) -> None:
    """A shifted plan keeps nobody waiting: who was booked for 20 does not wait until 120."""
    day = plan(item("first", 0, 20), item("next", 20, 10, start_rule=rule))
    projection = project(day, assuming({"first": added}, {"first": 100}))
    assert starts(projection)["next"] == start
    assert projection.relative_delay(BlockId("next"), CandidateId("ada")) == minutes(added)


def test_pinned_end_holds_and_other_ends_move() -> None:  # T10
    delay = assuming({"before": 20})
    pinned = plan(item("before", 0, 100), rest("next", 100, 50, 10))
    loose = plan(item("before", 0, 100), item("next", 100, 50))
    assert spans(project(pinned, delay))["next"] == (120, 150)
    assert spans(project(loose, delay))["next"] == (120, 170)


def test_break_pushed_past_its_end_keeps_its_minimum() -> None:  # T11
    projection = project(
        plan(item("before", 0, 100), rest("next", 100, 50, 10)), assuming({"before": 60})
    )
    found = projection.block(BlockId("next"))
    assert spans(projection)["next"] == (160, 170)
    assert (found.shortened, found.violated) == (minutes(40), minutes(20))
    assert [(b.promise.kind, b.by) for b in projection.broken] == [(PromiseKind.REST, minutes(20))]


def test_pinned_end_does_not_move_with_a_day_that_began_late() -> None:  # T12
    late = assuming(later={"first": 30})
    pinned = plan(item("first", 0, 100), rest("next", 100, 50, 10))
    loose = plan(item("first", 0, 100), item("next", 100, 50))
    assert spans(project(pinned, late))["next"] == (130, 150)
    assert spans(project(loose, late))["next"] == (130, 180)


def test_pinned_end_after_midnight_is_not_before_its_start() -> None:  # T13
    day = plan(
        block("before", "22:00", 60),
        block("night", "23:00", 120, kind=Kind.BREAK, minimum=minutes(10)),
    )
    found = project(day, assuming({"before": 30})).block(BlockId("night"))
    assert (found.start, found.end) == (
        moment("23:30"),
        moment("23:00").moved(timedelta(hours=2)),
    )


@pytest.mark.parametrize(
    ("longer", "expected"),
    [
        (-10, [0, 50, 120, 180]),
        (10, [0, 70, 120, 180]),
        (60, [0, 120, 120, 180]),
        (61, [0, 121, 121, 181]),
    ],
)
def test_pinned_second_block_cuts_the_chain(longer: float, expected: list[float]) -> None:  # T14
    """Third and fourth do not hang on the first: 60 minutes lie in between."""
    day = plan(
        flow("first", 0, 60),
        rest("second", 60, 60, 0, start_rule=StartRule.FLOW),
        flow("third", 120, 60),
        flow("fourth", 180, 60),
    )
    assert list(starts(project(day, assuming({"first": longer}))).values()) == expected


@pytest.mark.parametrize(
    ("longer", "expected"),
    [
        (-10, [0, 50, 110, 180]),
        (10, [0, 70, 130, 180]),
        (60, [0, 120, 180, 180]),
        (61, [0, 121, 181, 181]),
    ],
)
def test_pinned_third_block_hangs_on_the_first(longer: float, expected: list[float]) -> None:  # T15
    """It follows without slack; the fourth has 60 minutes."""
    day = plan(
        flow("first", 0, 60),
        flow("second", 60, 60),
        rest("third", 120, 60, 0, start_rule=StartRule.FLOW),
        flow("fourth", 180, 60),
    )
    assert list(starts(project(day, assuming({"first": longer}))).values()) == expected


def test_gap_and_overlap_do_not_cancel() -> None:  # T17
    """A sum of gaps (20 less 10) would absorb the delay of 10 and leave B on time."""
    day = plan(
        item("before", 0, 60, people=["ines"]),
        item("a", 80, 60, people=["ines"]),
        item("b", 130, 60, people=["ines"]),
    )
    assert delays(project(day, assuming({"before": 10}))) == {"before": 0, "a": 0, "b": 10}


@pytest.mark.parametrize(
    ("longer", "expected"),
    [(0, [10, 20, 30]), (350, [360, 370, 380]), (-9.5, [0.5, 10.5, 20.5])],
)
def test_chain_follows_its_first_block(longer: float, expected: list[float]) -> None:  # T18
    day = plan(*(flow(f"block {n}", 10 * n, 10) for n in range(4)))
    projection = project(day, assuming({"block 0": longer}))
    assert list(starts(projection).values())[1:] == expected


def test_shift_is_eaten_by_the_gaps_after_it() -> None:  # T19
    day = plan(item("a", 100, 100), item("b", 200, 100), item("c", 400, 100), item("d", 600, 100))
    projection = project(day, assuming(later={"b": 200}))
    assert list(delays(projection).values()) == [0, 200, 100, 0]
    found = projection.day(CandidateId("ada"), DAY)
    assert after_eight(found.end) - starts(projection)["a"] == 600


def test_shift_is_not_eaten_by_the_gap_before_it() -> None:  # T20
    day = plan(item("a", 0, 100), item("b", 500, 100))
    assert delays(project(day, assuming(later={"b": 300}))) == {"a": 0, "b": 300}


def test_skipped_block_leaves_its_time_as_a_gap() -> None:  # T29
    skipped = block("skipped")
    day = plan(item("a", 100, 100), item("b", 200, 100), skipped, item("d", 400, 100))
    assert delays(project(day, assuming({"b": 100}))) == {"a": 0, "b": 0, "d": 0}
    assert delays(project(day, assuming({"b": 101}))) == {"a": 0, "b": 0, "d": 1}


def test_readiness_is_the_latest_end_not_the_neighbours() -> None:  # T30
    day = plan(item("long", 90, 10), fixed("short", 92.5, 2.5), item("next", 95, 10))
    projection = project(day)
    assert starts(projection) == {"long": 90, "short": 92.5, "next": 100}
    assert after_eight(projection.day(CandidateId("ada"), DAY).planned_end) - 90 == 15


@pytest.mark.parametrize(
    ("end", "late"), [(478 + 20 / 60, None), (510, minutes(30))], ids=["gap", "overlap"]
)
def test_fixed_start_waits_for_nobody(end: float, late: timedelta | None) -> None:  # T33
    day = plan(item("before", 400, end - 400), fixed("talk", 480, 30))
    projection = project(day)
    ada = Subject("candidates", "ada")
    expected = [] if late is None else [Conflict(BlockId("talk"), ada, late)]
    assert starts(projection)["talk"] == 480
    assert list(projection.conflicts) == expected


def test_late_start_and_lunch() -> None:  # T64
    """Lunch would have 25 minutes, 20 short and 5 under its minimum; holding it moves C by 5."""
    day = plan(
        block("A", "11:00", 45),
        block("B", "11:45", 45),
        block("lunch", "12:30", 45, kind=Kind.MEAL, minimum=minutes(30)),
        block("C", "13:15", 45),
    )
    projection = project(day, assuming({"A": 10}, {"A": 10}))
    found = {name: (p.start, p.end) for name, p in projection.blocks.items()}
    lunch = projection.block(BlockId("lunch"))
    assert found == {
        "A": (moment("11:10"), moment("12:05")),
        "B": (moment("12:05"), moment("12:50")),
        "lunch": (moment("12:50"), moment("13:20")),
        "C": (moment("13:20"), moment("14:05")),
    }
    assert (lunch.shortened, lunch.violated) == (minutes(15), minutes(5))
    assert lunch.shortened + lunch.violated == minutes(20)


def test_interviewer_who_overruns_delays_both_candidates() -> None:
    """Ines holds up Bob by 10; Ada's break then holds up Jan, and he Bob by 30."""
    day = plan(
        item("ada 1", 0, 45, people=["ines"]),
        rest("ada break", 45, 30, 20),
        item("ada 2", 75, 45, people=["jan"]),
        item("bob 1", 0, 60, people=["jan"], candidates=["bob"]),
        item("bob 2", 60, 45, people=["ines"], candidates=["bob"]),
        item("bob 3", 105, 45, people=["jan"], candidates=["bob"]),
    )
    projection = project(day, assuming({"ada 1": 25}))
    assert spans(projection) == {
        "ada 1": (0, 70),
        "bob 1": (0, 60),
        "ada break": (70, 90),
        "bob 2": (70, 115),
        "ada 2": (90, 135),
        "bob 3": (135, 180),
    }


def test_rest_made_shorter_on_purpose_breaks_no_promise() -> None:
    day = plan(rest("lunch", 0, 30, 10), item("b", 30, 30))
    projection = project(day, assuming({"lunch": -25}))
    assert spans(projection) == {"lunch": (0, 10), "b": (30, 60)}
    assert projection.broken == ()


@pytest.mark.parametrize(
    ("begins", "lunch", "talk"),
    [
        (45, (0, 45), (45, 75)),  # enough is left: nothing moves
        (20, (0, 30), (30, 60)),  # the minimum pushes what was planned into it
    ],
)
def test_rest_gives_way_to_what_is_planned_into_it(
    begins: int, lunch: tuple[int, int], talk: tuple[int, int]
) -> None:
    day = plan(rest("lunch", 0, 60, 30), item("talk", begins, 30))
    assert spans(project(day)) == {"lunch": lunch, "talk": talk}


@pytest.mark.parametrize(("is_required", "start"), [(False, 60), (True, 90)])
def test_nobody_waits_for_an_optional_shadow(is_required: bool, start: int) -> None:  # noqa: FBT001 -- a column of the table
    shadow = replace(seat("kim", SeatRole.SHADOW, number=2), is_required=is_required)
    day = plan(
        item("a", 0, 60, seats=(seat("grace"), shadow)),
        item("b", 60, 30, candidates=["bob"], seats=(seat("alan"), shadow)),
    )
    assert spans(project(day, assuming({"a": 30})))["b"][0] == start


def test_shadow_who_also_leads_is_waited_for() -> None:
    seats = (seat("kim"), replace(seat("kim", SeatRole.SHADOW, number=2), is_required=False))
    day = plan(item("a", 0, 60, seats=seats), item("b", 60, 30, candidates=["bob"], seats=seats))
    assert spans(project(day, assuming({"a": 30})))["b"] == (90, 120)
