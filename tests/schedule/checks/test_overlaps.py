"""Overlaps in time: of rooms, people, candidates, availability, and rest (T67-T75, T27, T64)."""

from datetime import UTC, datetime
from typing import Any

import pytest

from planner.domain.blocks import Kind, SeatRole
from planner.domain.plan import Plan
from planner.domain.policy import Policy
from planner.domain.spans import Span
from planner.domain.subjects import Subject
from planner.schedule.checks.examination import check, examine, problems_of, recheck
from tests.builders import block, minutes, person, plan, seat
from tests.schedule.checks.case import found, where

# Minutes after 10:00: the first block takes the hour, the second one these.
OVERLAPPING = [(0, 60), (0, 30), (30, 60), (0, 90), (15, 45), (-15, 15)]
TOUCHING = [(60, 90), (-30, 0)]


def clock(minute: int) -> str:
    return f"{10 + minute // 60:02}:{minute % 60:02}"


def two(first: tuple[int, int], second: tuple[int, int], **common: Any) -> Plan:
    """Return two blocks of two candidates, with what they have in common."""
    return plan(
        *(
            block(name, clock(start), end - start, candidates=[f"for {name}"], **common)
            for name, (start, end) in zip("ab", (first, second), strict=True)
        )
    )


def codes(broken: Plan, block_id: str) -> list[str]:
    """Return the codes of the clashes that a block has a part in."""
    problems = problems_of(check(broken), Subject("blocks", block_id))
    return [problem.code for problem in problems if problem.code.startswith("CLS")]


@pytest.mark.parametrize("second", OVERLAPPING)
def test_room_overlap_is_told_once_on_each_block(second: tuple[int, int]) -> None:
    broken = two((0, 60), second, room="red")
    assert (codes(broken, "a"), codes(broken, "b")) == (["CLS-103"], ["CLS-103"])


@pytest.mark.parametrize("second", OVERLAPPING)
def test_person_overlap_is_told_once_on_each_block_and_names_the_person(
    second: tuple[int, int],
) -> None:
    broken = two((0, 60), second, people=["ines"])
    assert (codes(broken, "a"), codes(broken, "b")) == (["CLS-102"], ["CLS-102"])
    assert [facts["who"] for _, facts in found(broken, "CLS-102")] == [Subject("people", "ines")]


@pytest.mark.parametrize("second", TOUCHING)
def test_touching_is_not_overlapping(second: tuple[int, int]) -> None:
    fine = two((0, 60), second, people=["ines"], room="red")
    assert codes(fine, "a") == []


def test_block_without_end_takes_the_default_duration() -> None:
    broken = plan(
        block("open", "10:00", None, room="red"),
        block("short", "10:05", 15, room="red", candidates=["bob"]),
    )
    assert [codes(broken, name) for name in ("open", "short")] == [["CLS-103"], ["CLS-103"]]


def test_unscheduled_block_clashes_with_nothing() -> None:
    tray = plan(block("a", people=["ines"], room="red"), block("b", people=["ines"], room="red"))
    assert [problem.code for problem in check(tray)] == ["TIM-104", "TIM-104"]


def test_recheck_finds_a_conflict_of_which_one_side_changed() -> None:
    fine = plan(block("a", "10:00", room="red"), block("b", "12:00", room="red"))
    broken = fine.with_records([block("b", "10:30", room="red")])
    rechecked = recheck(examine(fine), broken)
    assert problems_of(rechecked.open, Subject("blocks", "b")) == problems_of(
        check(broken), Subject("blocks", "b")
    )
    assert codes(broken, "b") == ["CLS-101", "CLS-103"]


def test_person_without_availability_is_unconstrained() -> None:
    assert found(plan(block("a", "03:00", people=["ines"])), "HRS-103") == []


@pytest.mark.parametrize(
    ("windows", "free"),
    [
        ([(9, 10), (10, 12)], True),  # touching windows are one
        ([(9, 11), (10, 12)], True),
        ([(9, 10), (11, 12)], False),  # the block lies in neither
        ([(11, 13)], False),
        ([(8, 10)], False),
    ],
)
def test_availability_must_contain_the_block_in_one_merged_window(
    windows: list[tuple[int, int]], *, free: bool
) -> None:
    spans = tuple(
        Span(datetime(2015, 9, 25, a, tzinfo=UTC), datetime(2015, 9, 25, b, tzinfo=UTC))
        for a, b in windows
    )
    booked = plan(person("ines", availability=spans), block("a", "11:45", 45, people=["ines"]))
    assert (found(booked, "HRS-103") == []) is free


def test_several_clashes_are_told_by_neighbours_in_time_not_by_pairs() -> None:
    tables = [block(f"t{n}", "12:00", people=["host"], candidates=[f"c{n}"]) for n in range(5)]
    assert where(plan(*tables), "CLS-102") == ["t1", "t2", "t3", "t4"]


def test_clash_is_with_the_block_that_holds_on_longest() -> None:
    long_block, short, late = (
        block("long", "09:00", 120),
        block("short", "09:30", 15),
        block("late", "10:30"),
    )
    pairs = [subjects[:2] for subjects, _ in found(plan(long_block, short, late), "CLS-101")]
    assert pairs == [("blocks:short", "blocks:long"), ("blocks:late", "blocks:long")]


def test_shared_room_clashes_with_an_interview_on_either_side() -> None:
    kinds = [Kind.MEAL, Kind.MEAL, Kind.INTERVIEW, Kind.BREAK, Kind.BREAK]
    starts = ["12:00", "12:10", "12:20", "12:30", "14:00"]
    blocks = [
        block(f"b{n}", start, 40, kind=kind, room="red", candidates=[f"c{n}"])
        for n, (kind, start) in enumerate(zip(kinds, starts, strict=True))
    ]
    pairs = [subjects[:2] for subjects, _ in found(plan(*blocks), "CLS-103")]
    assert pairs == [("blocks:b2", "blocks:b1"), ("blocks:b3", "blocks:b2")]


def test_room_holds_an_interview_beside_earlier_meals() -> None:
    lunch = block("lunch", "12:00", 30, kind=Kind.MEAL, room="red")
    talks = [block("a", "12:30", 20, room="red"), block("b", "13:00", 20, room="red")]
    assert found(plan(lunch, *talks), "CLS-103") == []


def test_break_cut_by_what_comes_before_is_no_clash() -> None:
    """T64: lunch 12:30 to 13:15, and what comes before it ends at 12:50."""
    broken = plan(
        block("b", "12:05", 45),
        block("lunch", "12:30", 45, kind=Kind.MEAL, minimum=minutes(30)),
        block("c", "13:15", 45),
    )
    assert (where(broken, "CLS-101"), where(broken, "BRK-207")) == ([], ["lunch"])
    [(_, facts)] = found(broken, "BRK-207")
    assert facts["left"] == minutes(25)


@pytest.mark.parametrize(
    ("others", "left"),
    [
        ([("12:15", 15)], 30),  # the longest stretch counts
        ([("11:30", 45), ("12:45", 45)], 30),
        ([("12:00", 15)], 45),  # begins together
        ([("11:00", 180)], 0),
        ([("12:10", 10), ("12:15", 15)], 30),
    ],
)
def test_what_is_left_of_a_break_is_its_longest_stretch(
    others: list[tuple[str, int]], left: int
) -> None:
    rest = block("rest", "12:00", 60, kind=Kind.BREAK, minimum=minutes(60))
    cuts = [block(f"b{n}", start, length) for n, (start, length) in enumerate(others)]
    [(_, facts)] = found(plan(rest, *cuts), "BRK-207")
    assert facts["left"] == minutes(left)


def test_of_two_breaks_at_once_the_later_one_is_cut() -> None:
    first = block("first", "12:00", 30, kind=Kind.MEAL)
    second = block("second", "12:15", 30, kind=Kind.BREAK)
    assert where(plan(first, second), "BRK-206") == ["second"]


def test_break_that_is_an_interview_clashes() -> None:
    broken = plan(
        block("lunch", "12:00", 60, kind=Kind.MEAL, people=["ines"]), block("a", "12:30", 45)
    )
    assert where(broken, "CLS-101") == ["a"]


def test_free_time_promises_as_much_as_a_break() -> None:
    cut = plan(
        block("free", "12:00", 30, kind=Kind.FREE_TIME),
        block("a", "12:15", 30),
        policy=Policy(break_minimum=minutes(20)),
    )
    assert where(cut, "BRK-207") == ["free"]


@pytest.mark.parametrize("kind", [Kind.ARRIVAL, Kind.ESCORT, Kind.TOUR, Kind.MEAL])
def test_host_takes_care_of_two_candidates_at_once(kind: Kind) -> None:
    hosted = {"kind": kind, "seats": (seat("kim", SeatRole.HOST),)}
    assert found(two((0, 60), (15, 45), **hosted), "CLS-102") == []


def test_host_of_one_table_is_not_the_interviewer_of_another() -> None:
    table = block("a", "12:00", kind=Kind.MEAL, seats=(seat("kim", SeatRole.HOST),))
    other = block("b", "12:15", kind=Kind.MEAL, people=["kim"], candidates=["bob"])
    assert where(plan(table, other), "CLS-102") == ["b"]


def test_host_of_an_interview_is_in_no_other_one() -> None:
    hosted = {"seats": (seat("kim", SeatRole.HOST),)}
    assert where(two((0, 60), (15, 45), **hosted), "CLS-102") == ["b"]
