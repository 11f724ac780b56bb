"""The plan as it is, projected: promises that overlaps break, each told once."""

from hypothesis import given

from planner.domain.blocks import Kind, StartRule
from planner.domain.edits.document import IgnoreProblem
from planner.domain.plan import Plan
from planner.domain.travel import Direction
from planner.schedule.agenda import Agenda
from planner.schedule.checks.examination import check, examine, projection_problems, recheck
from planner.schedule.checks.rule import Scope
from planner.schedule.network import Network
from planner.schedule.projection import project
from tests.builders import block, minutes, plan
from tests.schedule.checks.case import where
from tests.schedule.checks.day_cases import journey
from tests.schedule.checks.random_plans import plans
from tests.schedule.checks.test_projected import late_day

MEAL, FIXED = Kind.MEAL, StartRule.FIXED


def booked_twice(until: str) -> Plan:
    """Return a lunch that nothing overlaps, after an interview whose interviewer comes late."""
    length = minutes(int(until[:2]) * 60 + int(until[3:]) - 600).total_seconds() / 60
    return plan(
        block("other", "10:00", length, people=["ines"], candidates=["bob"]),
        block("a", "11:00", 60, people=["ines"]),
        block("lunch", "12:00", 45, kind=MEAL, minimum=minutes(30)),
        block("b", "12:45", 60),
    )


def told(drawn: Plan, *prefixes: str) -> list[str]:
    return [problem.code for problem in check(drawn) if problem.code.startswith(prefixes)]


def test_interviewer_who_is_booked_twice_shortens_the_lunch_that_follows() -> None:
    assert told(booked_twice("11:10"), "BRK-21", "CLS") == ["CLS-102", "BRK-211"]
    assert where(booked_twice("11:10"), "BRK-211") == ["lunch"]


def test_interviewer_who_is_booked_twice_breaks_the_lunch_that_follows() -> None:
    assert told(booked_twice("11:20"), "BRK-21", "CLS") == ["CLS-102", "BRK-212"]


def test_overlap_makes_the_day_end_late_and_the_flight_leave_alone() -> None:
    late = plan(
        block("other", "15:00", 150, people=["ines"], candidates=["bob"]),
        block("a", "17:00", 60, people=["ines"], room="red"),
        journey(Direction.RETURN, ("18:20", "20:00")),
    )
    assert told(late, "PRJ") == ["PRJ-103", "PRJ-102"]


def test_first_of_several_departures_is_told() -> None:
    late = plan(
        block("other", "15:00", 150, people=["ines"], candidates=["bob"]),
        block("a", "17:00", 60, people=["ines"], room="red"),
        journey(Direction.RETURN, ("18:20", "20:00"), name="second"),
        journey(Direction.RETURN, ("18:10", "20:00"), name="first"),
    )
    [missed] = [problem for problem in check(late) if problem.code == "PRJ-103"]
    assert missed.facts["by"] == minutes(20 + 165)


def test_fixed_block_finds_somebody_late_whom_another_delay_holds() -> None:
    late = plan(
        block("other", "10:00", 70, people=["ines"], candidates=["bob"]),
        block("a", "11:00", 60, people=["ines"]),
        block("talk", "12:00", 60, kind=Kind.TALK, start_rule=FIXED),
    )
    assert (where(late, "PRJ-101"), where(late, "CLS-101")) == (["talk"], [])


def test_clash_with_a_fixed_block_is_told_once() -> None:
    late = plan(
        block("a", "11:00", 70),
        block("talk", "12:00", 60, kind=Kind.TALK, start_rule=FIXED),
    )
    assert told(late, "CLS", "PRJ") == ["CLS-101"]


def test_break_that_the_plan_cuts_is_told_once() -> None:
    short = plan(
        block("a", "11:45", 50),
        block("lunch", "12:30", 45, kind=MEAL, minimum=minutes(30)),
    )
    assert told(short, "BRK-2") == ["BRK-206"]
    broken = short.with_records([block("a", "11:45", 65)])
    assert told(broken, "BRK-2") == ["BRK-207"]


def test_of_a_break_that_is_cut_and_then_broken_the_worse_is_told() -> None:
    broken = plan(
        block("other", "10:00", 120, people=["ines"], candidates=["bob"]),
        block("a", "11:45", 50, people=["ines"]),
        block("lunch", "12:30", 45, kind=MEAL, minimum=minutes(30)),
    )
    assert told(broken, "BRK-2") == ["BRK-212"]


def test_block_that_is_planned_past_the_departure_is_told_once() -> None:
    past = plan(block("a", "17:00", 60, room="red"), journey(Direction.RETURN, ("17:50", "20:00")))
    assert told(past, "PRJ", "TRV-102") == ["TRV-102"]
    taxi = plan(
        block("a", "16:00", 60, room="red"),
        block("taxi", "17:30", 30, kind=Kind.ESCORT),
        journey(Direction.RETURN, ("17:50", "20:00")),
    )
    assert told(taxi, "PRJ", "TRV-102") == []


def test_ignored_promise_is_kept_apart() -> None:
    late = booked_twice("11:10")
    [problem] = [problem for problem in check(late) if problem.code == "BRK-211"]
    resigned = examine(IgnoreProblem(problem.key, "We know").apply(late))
    assert [problem.code for problem in resigned.ignored] == ["BRK-211"]


def test_agenda_and_network_of_the_plan_will_do() -> None:
    late = booked_twice("11:10")
    first = examine(late)
    assert examine(late, Agenda(late)).open == first.open
    assert examine(late, Network(Agenda(late))).open == first.open
    assert recheck(first, late, Network(Agenda(late))).open == first.open


def test_plan_without_overlaps_breaks_no_promise() -> None:
    assert examine(late_day()).found[Scope.PROJECTION] == []


@given(plans())
def test_nothing_is_missed_where_nothing_is_projected(drawn: Plan) -> None:
    found = examine(drawn).found[Scope.PROJECTION]
    assert {problem.key for problem in found} == {
        problem.key for problem in projection_problems(project(drawn))
    }


@given(plans())
def test_each_break_is_told_once(drawn: Plan) -> None:
    planned, projected = ("BRK-206", "BRK-207"), ("BRK-211", "BRK-212")
    problems = check(drawn)
    cut = {problem.subjects[0] for problem in problems if problem.code in planned}
    assert [p for p in problems if p.code in projected and p.subjects[0] in cut] == []
