"""Examination: order, what is ignored, whom problems belong to, and looking again."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from planner.domain.blocks import Kind, Mode, Rsvp, SeatRole
from planner.domain.edits.document import IgnoreProblem
from planner.domain.loops import Demand
from planner.domain.people import FocusArea
from planner.domain.plan import Plan
from planner.domain.policy import Policy
from planner.domain.subjects import Subject
from planner.domain.travel import Direction
from planner.schedule.agenda import Agenda
from planner.schedule.checks.examination import check, examine, problems_of, recheck
from tests.builders import DAY, block, candidate, person, plan, room, seat
from tests.schedule.checks.block_cases import DEPTH, loop
from tests.schedule.checks.case import subject
from tests.schedule.checks.day_cases import NEXT_DAY, journey, stay


def messy() -> Plan:
    """Return a plan with problems of every scope."""
    return plan(
        FocusArea(DEPTH, "Dive Deep"),
        loop(Demand(DEPTH)),
        room("red", capacity=1),
        block("late", "14:00", people=["ines"], loop="onsite", room="red"),
        block("early", "10:00", 130, people=["ines"], loop="onsite", room="red"),
        block("empty", "12:00", seats=(seat(None),), room="red"),
        block("tray"),
        block("next day", "09:00", None, day=NEXT_DAY, mode=Mode.PHONE, people=["jan"]),
        journey(Direction.OUTBOUND, ("08:00", "11:00")),
    )


def test_problems_are_sorted_by_severity_then_time_then_code() -> None:
    told = [(p.severity.value, p.when and f"{p.when:%d %H}", p.code) for p in check(messy())]
    assert told == [
        ("error", "25 08", "TRV-101"),
        ("error", "25 10", "CLS-101"),
        ("error", "25 10", "CLS-103"),
        ("error", "25 10", "PNL-101"),
        ("error", "26 07", "MOD-302"),
        ("warning", "25 08", "BRK-202"),
        ("warning", "25 08", "DAY-101"),
        ("warning", "25 08", "DAY-102"),
        ("warning", "25 08", "PLC-101"),
        ("warning", "25 08", "PNL-105"),
        ("warning", "25 12", "PLC-101"),
        ("warning", "26 07", "MOD-301"),
        ("warning", "26 07", "TIM-103"),
        ("warning", None, "COV-109"),
        ("hint", None, "TIM-104"),
    ]


def test_ignored_problems_are_kept_apart() -> None:
    before = examine(messy())
    problem = before.open[0]
    after = examine(IgnoreProblem(problem.key, "We know").apply(messy()))
    assert (after.open, after.ignored) == (before.open[1:], (problem,))
    assert check(after.plan) == after.open


def test_problems_belong_to_all_their_subjects() -> None:
    problems = check(plan(block("a", "10:00", people=["x"]), block("b", "10:30", people=["y"])))
    [clash] = [problem for problem in problems if problem.code == "CLS-101"]
    parts = ("blocks:a", "blocks:b", "candidates:ada")
    assert [clash in problems_of(problems, subject(part)) for part in parts] == [True, True, True]
    assert problems_of(problems, Subject("blocks", "gone")) == ()


def test_empty_plan_has_no_problems() -> None:
    assert check(plan()) == ()


def test_agenda_that_is_there_already_is_used() -> None:
    assert examine(messy(), Agenda(messy())) == examine(messy())


def with_everybody(rsvp: Rsvp, whole: Plan) -> Plan:
    """Return the plan with the same answer of everybody in every seat."""
    return whole.with_records(
        replace(block, seats=tuple(replace(seat, rsvp=rsvp) for seat in block.seats))
        for block in whole.blocks.values()
    )


CHANGES: list[Callable[[Plan], Plan]] = [
    lambda p: p,
    lambda p: p.with_records([block("late", "14:00")]),
    lambda p: p.with_records([block("late", "11:00", people=["ines", "jan"], room="red")]),
    lambda p: p.with_records([block("empty", "12:30", candidates=["bob"])]),
    lambda p: p.with_records([block("tray", "11:00", kind=Kind.MEAL)]),
    lambda p: p.with_records([block("new", "09:00", room="blue", candidates=["bob"])]),
    lambda p: p.without(type(block("a")), ["early"]),
    lambda p: with_everybody(Rsvp.DECLINED, p),
    lambda p: with_everybody(Rsvp.ACCEPTED, with_everybody(Rsvp.DECLINED, p)),
    lambda p: p.with_records([replace(p.blocks["late"], loop=None)]),  # type: ignore[index]
    lambda p: p.with_records([loop(Demand(DEPTH, 3))]),
    lambda p: p.with_records([stay(DAY)]),
    lambda p: p.with_records([person("ines", title="Head of all")]),
    lambda p: p.with_records([candidate(zone="Asia/Tokyo")]),
    lambda p: replace(p, policy=Policy(break_minimum=p.policy.meal_minimum)),
    lambda p: replace(p, title="Another title", note="A note"),
    lambda p: replace(p, coordinator=None, language="de"),
    lambda p: IgnoreProblem(check(p)[0].key, "We know").apply(p),
    lambda p: replace(p, blocks=dict(sorted(p.blocks.items(), reverse=True))),
]


@pytest.mark.parametrize("change", CHANGES)
def test_looking_again_finds_what_looking_anew_would(change: Callable[[Plan], Plan]) -> None:
    before = messy()
    after = change(before)
    again, anew = recheck(examine(before), after), examine(after)
    assert (again.plan, again.open, again.ignored) == (after, anew.open, anew.ignored)


def test_looking_again_goes_back_and_forth() -> None:
    first = examine(messy())
    gone = recheck(first, messy().without(type(block("a")), ["early", "late"]))
    assert recheck(gone, messy(), Agenda(messy())).open == first.open


def test_lunch_with_a_host_loses_its_problem_when_looked_at_again() -> None:
    day = plan(
        block("a", "09:00", 120, room="red"),
        block("lunch", "12:00", 60, kind=Kind.MEAL),
        block("b", "14:00", 60, room="red"),
    )
    hosted = day.with_records(
        [block("lunch", "12:00", 60, kind=Kind.MEAL, seats=(seat("kim", SeatRole.HOST),))]
    ).with_records([person("kim")])
    assert "BRK-204" in {problem.code for problem in check(day)}
    assert "BRK-204" not in {problem.code for problem in recheck(examine(day), hosted).open}
