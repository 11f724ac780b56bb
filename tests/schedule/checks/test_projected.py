"""Problems of a projection: which promises delay breaks."""

from datetime import timedelta

from planner.domain.blocks import Kind, StartRule
from planner.domain.edits.document import IgnoreProblem
from planner.domain.ids import BlockId
from planner.domain.plan import Plan
from planner.domain.travel import Direction
from planner.schedule.assumptions import Assumptions
from planner.schedule.checks.examination import projection_problems
from planner.schedule.checks.rules import PROJECTION_RULES
from planner.schedule.projection import project
from tests.builders import DAY, block, minutes, moment, plan
from tests.schedule.checks.case import Found, subject, subjects, written
from tests.schedule.checks.day_cases import journey

FIXED = StartRule.FIXED


def late_day() -> Plan:
    """Return interview, lunch, interview, a talk for many at a fixed time, and a flight home."""
    return plan(
        block("a", "11:00", 60),
        block("lunch", "12:00", 45, kind=Kind.MEAL, minimum=minutes(30)),
        block("b", "12:45", 60),
        block("talk", "14:00", 210, kind=Kind.TALK, start_rule=FIXED, candidates=["ada", "bob"]),
        block("c", "17:30", 30),
        journey(Direction.RETURN, ("18:05", "20:00")),
    )


def found(late: int) -> list[tuple[str, Found]]:
    later = Assumptions(longer={BlockId("a"): timedelta(minutes=late)})
    problems = projection_problems(project(late_day(), later))
    return [(p.code, (written(p.subjects), dict(p.facts))) for p in problems]


def test_day_on_time_breaks_no_promise() -> None:
    assert found(0) == []


def test_lunch_that_keeps_its_minimum_is_shortened() -> None:
    facts = {
        "block": subject("blocks:lunch"),
        "day": DAY,
        "planned": minutes(45),
        "left": minutes(30),
        "start": moment("12:15"),
        "end": moment("12:45"),
    }
    assert found(15) == [("BRK-211", (("blocks:lunch",), facts))]


def test_lunch_that_ends_late_is_violated() -> None:
    facts = {
        "block": subject("blocks:lunch"),
        "day": DAY,
        "by": minutes(5),
        "end": moment("12:50"),
    }
    assert found(20) == [("BRK-212", (("blocks:lunch",), facts))]


def test_fixed_start_is_missed_by_those_who_are_late() -> None:
    facts = {
        "block": subject("blocks:talk"),
        "day": DAY,
        "who": subjects("candidates:ada"),
        "by": minutes(5),
    }
    [_, missed] = found(35)
    assert missed == ("PRJ-101", (("blocks:talk", "candidates:ada"), facts))


def test_late_end_breaks_the_day_and_misses_the_flight() -> None:
    later = Assumptions(longer={BlockId("c"): timedelta(minutes=10)})
    problems = projection_problems(project(late_day(), later))
    common = {"block": subject("blocks:c"), "day": DAY, "candidate": subject("candidates:ada")}
    assert [(p.code, written(p.subjects), dict(p.facts)) for p in problems] == [
        (
            "PRJ-103",
            ("blocks:c", "candidates:ada"),
            {**common, "by": minutes(170), "due": moment("15:20")},
        ),
        (
            "PRJ-102",
            ("blocks:c", "candidates:ada"),
            {**common, "by": minutes(10), "due": moment("18:00")},
        ),
    ]


def test_ignored_promises_are_left_out() -> None:
    later = Assumptions(longer={BlockId("a"): timedelta(minutes=15)})
    [problem] = projection_problems(project(late_day(), later))
    resigned = IgnoreProblem(problem.key, "We know").apply(late_day())
    assert projection_problems(project(resigned, later)) == ()


def test_codes_are_told_apart_from_those_of_plans() -> None:
    codes = [rule.code for rule in PROJECTION_RULES]
    assert codes == ["BRK-211", "BRK-212", "PRJ-101", "PRJ-102", "PRJ-103"]
