"""Reference cases of the live day. ``ada`` is in every block; T numbers are those of the cases."""

from dataclasses import replace
from datetime import timedelta

import pytest

from planner.domain.blocks import Kind, Lock, StartRule, Timebox
from planner.domain.ids import BlockId, CandidateId
from planner.domain.log import LogEntry
from planner.domain.plan import Plan
from planner.schedule.live.live_projection import LiveProjection, Phase, project_live
from planner.schedule.projection import project
from tests.builders import DAY, block, minutes, moment, person, plan
from tests.schedule.live.logs import at, log, told

ADA = CandidateId("ada")


def live(day: Plan, now: str, *entries: LogEntry) -> LiveProjection:
    return project_live(day, log(*entries), at(now))


def spans(projection: LiveProjection) -> dict[str, tuple[str, str]]:
    return {
        name: (f"{found.start.local:%H:%M}", f"{found.end.local:%H:%M}")
        for name, found in projection.blocks.items()
    }


def phases(projection: LiveProjection) -> dict[str, str]:
    return {name: phase.value for name, phase in projection.phases.items()}


ONE = plan(block("A", "10:00", 60, people=["ben"]))


@pytest.mark.parametrize(
    ("now", "entries", "offset", "relative"),
    [
        pytest.param("10:55", [told("10:50", "started", "A")], 50, 0, id="T45 late"),
        pytest.param("09:30", [told("09:10", "started", "A")], -50, 0, id="T45 early"),
        pytest.param(
            "10:55",
            [told("10:50", "started", "A"), told("10:52", "extended", "A", length=10)],
            60,
            10,
            id="T46 extended",
        ),
        pytest.param("11:10", [told("10:00", "started", "A")], 10, 10, id="T47 over"),
        pytest.param(
            "10:50",
            [told("10:00", "started", "A"), told("10:25", "interrupted", "A")],
            25,
            25,
            id="T48 interrupted",
        ),
        pytest.param(
            "10:20",
            [told("10:05", "started", "A"), told("10:10", "cut", "A", length=5)],
            0,
            -5,
            id="T8 made up",
        ),
    ],
)
def test_offset_is_the_delay_of_the_present_end(
    now: str, entries: list[LogEntry], offset: int, relative: int
) -> None:
    projection = live(ONE, now, *entries)
    assert projection.offset(ADA) == minutes(offset)
    assert projection.relative_offset(ADA) == minutes(relative)


@pytest.mark.parametrize(
    ("now", "offset", "phase"),
    [("10:04", 0, Phase.DUE), ("10:10", 10, Phase.SUSPECTED), ("09:59", 0, Phase.UPCOMING)],
)
def test_block_that_nobody_started_is_due_and_then_suspected(
    now: str, offset: int, phase: Phase
) -> None:  # T49
    projection = live(ONE, now)
    assert projection.phase(BlockId("A")) is phase
    started = max(at(now), at("10:00"))
    assert projection.block(BlockId("A")).start.instant == started
    assert projection.offset(ADA) == (minutes(offset) if offset else started - at("10:00"))


LUNCH = plan(block("lunch", "11:30", 60, kind=Kind.MEAL, minimum=minutes(0.5)))


@pytest.mark.parametrize(
    ("now", "entries", "offset"),
    [
        pytest.param("12:13", [told("11:40", "started", "lunch")], 0, id="begun late"),
        pytest.param("12:33", [told("11:40", "started", "lunch")], 3, id="over"),
        pytest.param("12:46", [told("12:46", "started", "lunch")], 16.5, id="begun after its end"),
    ],
)
def test_pinned_end_stays_where_it_is(
    now: str, entries: list[LogEntry], offset: float
) -> None:  # T50
    assert live(LUNCH, now, *entries).offset(ADA) == minutes(offset)


@pytest.mark.parametrize(
    ("entries", "elapsed"),
    [
        pytest.param(
            [told("10:04", "interrupted", "A"), told("10:09", "resumed", "A")],
            3,
            id="was interrupted",
        ),
        pytest.param(
            [
                told("10:03", "interrupted", "A"),
                told("10:04", "resumed", "A"),
                told("10:07", "interrupted", "A"),
            ],
            4,
            id="is interrupted",
        ),
    ],
)
def test_effective_minutes_leave_out_interruptions(
    entries: list[LogEntry], elapsed: int
) -> None:  # T51
    projection = live(ONE, "10:10", told("10:02", "started", "A"), *entries)
    assert projection.elapsed(BlockId("A")) == minutes(elapsed)


def test_added_time_changes_what_remains_and_not_what_was() -> None:  # T52
    day = plan(block("A", "10:00", 10))
    entries = [told("10:00", "started", "A"), told("10:02", "extended", "A", length=5)]
    more = live(day, "10:02", *entries)
    less = live(day, "10:02", *entries, told("10:02", "cut", "A", length=8))
    assert (more.elapsed(BlockId("A")), more.remaining(BlockId("A"))) == (minutes(2), minutes(13))
    assert (less.elapsed(BlockId("A")), less.remaining(BlockId("A"))) == (minutes(2), minutes(5))


@pytest.mark.parametrize(
    ("now", "phase"),
    [("10:54", "running"), ("10:55", "wrap_up"), ("10:59", "wrap_up"), ("11:00", "over")],
)
def test_stricter_phase_holds_at_its_threshold(now: str, phase: str) -> None:  # T54
    assert phases(live(ONE, now, told("10:00", "started", "A"))) == {"A": phase}


@pytest.mark.parametrize(("ended", "offset"), [("11:01", 1), ("11:00", 0)])
def test_after_the_last_block_the_day_stays_as_late_as_it_ended(
    ended: str, offset: int
) -> None:  # T56
    entries = [told("10:00", "started", "A"), told(ended, "ended", "A")]
    assert live(ONE, "11:30", *entries).offset(ADA) == minutes(offset)


def test_half_a_minute_is_on_time() -> None:  # T56
    begun = told("10:00", "started", "A")
    late = replace(begun, at=at("10:00") + timedelta(seconds=30))
    later = replace(begun, at=at("10:00") + timedelta(seconds=31))
    assert live(ONE, "10:30", late).offset(ADA) == timedelta()
    assert live(ONE, "10:30", later).offset(ADA) == timedelta(seconds=31)


def test_day_that_is_followed_on_the_minute_stays_early() -> None:  # T58
    day = plan(
        *(block(n, f"10:0{i}", 1, start_rule=StartRule.FLOW) for i, n in enumerate("ABC", 1))
    )
    entries = []
    for minute, (over, begun) in enumerate([("", "A"), ("A", "B"), ("B", "C")]):
        clock = f"10:0{minute}"
        entries += [told(clock, "ended", over)] if over else []
        entries.append(told(clock, "started", begun))
        assert live(day, clock, *entries).offset(ADA) == minutes(-1)


def test_late_start_and_lunch_holding_its_minimum() -> None:  # T64
    day = plan(
        block("A", "11:00", 45),
        block("B", "11:45", 45),
        block("lunch", "12:30", 45, kind=Kind.MEAL, minimum=minutes(30)),
        block("C", "13:15", 45),
    )
    projection = live(day, "12:05", told("11:10", "started", "A"), told("12:05", "ended", "A"))
    assert spans(projection) == {
        "A": ("11:10", "12:05"),
        "B": ("12:05", "12:50"),
        "lunch": ("12:50", "13:20"),
        "C": ("13:20", "14:05"),
    }
    lunch = projection.block(BlockId("lunch"))
    assert (lunch.shortened, lunch.violated) == (minutes(15), minutes(5))


def test_dropped_call_moves_its_end_and_what_follows() -> None:  # T65
    day = plan(block("call", "10:00", 30), block("next", "10:35", 30))
    entries = [
        told("10:00", "started", "call"),
        told("10:12", "interrupted", "call", reason="dropped"),
        told("10:20", "resumed", "call"),
    ]
    projection = live(day, "10:25", *entries)
    assert projection.elapsed(BlockId("call")) == minutes(17)
    assert projection.offset(ADA) == minutes(8)
    assert spans(projection) == {"call": ("10:00", "10:38"), "next": ("10:38", "11:08")}


@pytest.mark.parametrize(
    ("lock", "end", "offset"), [("duration", "11:03", 18), ("end", "10:45", 0)]
)
def test_no_show_and_replacement(lock: str, end: str, offset: int) -> None:  # T66
    box = Timebox(moment("10:00"), minutes(45), Lock(lock))
    unlocked = block("A", "10:00", people=["ben"])
    day = plan(replace(unlocked, timebox=box), person("noor"), person("ben"))
    assert phases(live(day, "10:09")) == {"A": "due"}
    assert phases(live(day, "10:10")) == {"A": "suspected"}
    gone = told("10:12", "no_show", "A", person="ben")
    assert phases(live(day, "10:12", gone)) == {"A": "no_show"}
    found = told("10:18", "replaced", "A", person="noor", instead_of="ben", mode="phone")
    assert phases(live(day, "10:18", gone, found)) == {"A": "replaced"}
    running = live(day, "10:18", gone, found, told("10:18", "started", "A"))
    assert spans(running) == {"A": ("10:18", end)}
    assert running.offset(ADA) == minutes(offset)
    assert running.agenda.plan.block(BlockId("A")).people == ("noor",)


def test_interviewer_who_overruns_delays_the_other_candidate() -> None:
    day = plan(
        block("ada 1", "10:00", 45, people=["ines"]),
        block("bob 1", "11:00", 45, people=["ines"], candidates=["bob"]),
        block("bob 2", "11:45", 45, people=["jan"], candidates=["bob"]),
    )
    projection = live(day, "11:10", told("10:00", "started", "ada 1"))
    assert spans(projection) == {
        "ada 1": ("10:00", "11:10"),
        "bob 1": ("11:10", "11:55"),
        "bob 2": ("11:55", "12:40"),
    }
    assert projection.offset(CandidateId("bob")) == minutes(10)


def test_rest_begins_by_itself_when_its_people_are_free() -> None:
    day = plan(
        block("A", "11:00", 45),
        block("lunch", "11:45", 90, kind=Kind.MEAL, minimum=minutes(45)),
        block("C", "13:15", 45, people=["ben"]),
    )
    entries = [told("11:00", "started", "A"), told("11:57", "ended", "A")]
    projection = live(day, "12:30", *entries)
    assert spans(projection)["lunch"] == ("11:57", "13:15")
    assert phases(projection) == {"A": "done", "lunch": "running", "C": "upcoming"}
    assert phases(live(day, "13:20", *entries)) == {"A": "done", "lunch": "done", "C": "due"}


def test_what_was_not_logged_is_over_once_the_candidate_has_gone_on() -> None:
    day = plan(
        block("arrival", "09:50", 25, kind=Kind.ARRIVAL),
        block("A", "10:15", 45),
        block("B", "11:00", 45),
    )
    projection = live(day, "11:05", told("11:02", "started", "B"))
    assert phases(projection) == {"arrival": "done", "A": "done", "B": "running"}
    assert spans(projection) == {
        "arrival": ("09:50", "10:15"),
        "A": ("10:15", "11:00"),
        "B": ("11:02", "11:47"),
    }


def test_skipped_block_leaves_its_time_to_the_others() -> None:
    day = plan(block("A", "10:00", 60), block("B", "11:00", 45), block("C", "11:45", 45))
    entries = [told("10:30", "started", "A"), told("10:31", "skipped", "B")]
    projection = live(day, "10:31", *entries)
    assert spans(projection)["C"] == ("11:45", "12:30")
    assert projection.phase(BlockId("B")) is Phase.SKIPPED


def test_person_who_tells_a_new_time_is_waited_for() -> None:
    entries = [told("09:50", "late", "A", person="ben", until="10:20")]
    assert spans(live(ONE, "10:05", *entries)) == {"A": ("10:20", "11:20")}
    assert phases(live(ONE, "10:19", *entries)) == {"A": "upcoming"}
    assert phases(live(ONE, "10:21", *entries)) == {"A": "due"}


def test_moved_block_takes_place_at_its_new_time_in_its_new_order() -> None:
    day = plan(block("A", "10:00", 60), block("B", "11:00", 60))
    projection = live(day, "09:30", told("09:30", "moved", "A", until="12:00"))
    assert spans(projection) == {"A": ("12:00", "13:00"), "B": ("11:00", "12:00")}


def test_break_that_was_ended_too_early_has_missed_its_minimum() -> None:
    day = plan(
        block("lunch", "12:00", 60, kind=Kind.MEAL, minimum=minutes(45)), block("B", "13:00")
    )
    entries = [told("12:00", "started", "lunch"), told("12:30", "started", "B")]
    for said in ([], [told("12:30", "ended", "lunch")]):
        lunch = live(day, "12:40", *entries, *said).block(BlockId("lunch"))
        assert (lunch.shortened, lunch.violated) == (minutes(30), minutes(15))


def test_before_the_day_the_live_projection_is_the_planned_one() -> None:
    day = plan(block("A", "10:00", 60), block("B", "10:30", 60), block("C", "12:00", 30))
    assert live(day, "06:00").blocks == project(day).blocks


@pytest.mark.parametrize(
    ("entry", "lunch", "then"),
    [
        pytest.param(told("12:00", "extended", "lunch", length=12), ("11:57", "13:27"), "13:27"),
        pytest.param(told("12:00", "cut", "lunch", length=15), ("11:57", "13:00"), "13:15"),
        pytest.param(told("12:00", "cut", "lunch", length=80), ("11:57", "12:42"), "13:15"),
        pytest.param(told("11:40", "moved", "lunch", until="12:15"), ("12:15", "13:45"), "13:45"),
    ],
)
def test_rest_ends_where_it_was_moved_to_and_promises_that(
    entry: LogEntry, lunch: tuple[str, str], then: str
) -> None:
    day = plan(
        block("A", "11:00", 45),
        block("lunch", "11:45", 90, kind=Kind.MEAL, minimum=minutes(45)),
        block("C", "13:15", 45),
    )
    told_so_far = [told("11:00", "started", "A"), told("11:57", "ended", "A"), entry]
    projection = live(day, "12:00", *told_so_far)
    assert spans(projection)["lunch"] == lunch
    assert spans(projection)["C"][0] == then
    assert projection.block(BlockId("lunch")).violated == timedelta()
    assert projection.broken == ()


def test_what_was_before_today_is_not_awaited_any_more() -> None:
    call = block("call", "18:00", 30, day=DAY - timedelta(days=30), people=["ben"])
    late = block("late", "23:30", 60, day=DAY - timedelta(days=1))
    projection = live(plan(call, late, block("A", "10:00", 60)), "00:15")
    assert phases(projection) == {"call": "done", "late": "suspected", "A": "upcoming"}
    assert phases(live(plan(call, late, block("A", "10:00", 60)), "10:05")) == {
        "call": "done",
        "late": "done",
        "A": "due",
    }


def test_what_was_to_follow_a_dropped_block_starts_as_planned() -> None:
    day = plan(
        block("A", "10:00", 60),
        block("tea", "11:00", 30, kind=Kind.BREAK, start_rule=StartRule.FLOW),
        block("B", "11:30", 45, start_rule=StartRule.FLOW),
    )
    projection = live(day, "09:00", told("09:00", "skipped", "A"))
    assert spans(projection) == {
        "A": ("10:00", "10:00"),
        "tea": ("11:00", "11:30"),
        "B": ("11:30", "12:15"),
    }


def test_rest_that_nobody_logged_stays_as_short_as_it_was_when_the_day_is_over() -> None:
    day = plan(block("A", "10:00", 45), block("tea", "10:45", 30, kind=Kind.BREAK))
    entries = [told("10:00", "started", "A"), told("11:00", "ended", "A")]
    spent = {"A": ("10:00", "11:00"), "tea": ("11:00", "11:15")}
    assert spans(live(day, "23:00", *entries)) == spent
    assert spans(project_live(day, log(*entries), at("00:30") + timedelta(days=1))) == spent
