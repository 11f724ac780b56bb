"""Sentences of problems: what is wrong and where, and what would mend it."""

from dataclasses import replace
from string import Formatter

import pytest

from planner.domain.plan import Plan
from planner.domain.problems import Problem, Severity
from planner.formats.wording.language import language
from planner.formats.wording.problems import PROBLEM_SENTENCES, problem_sentences
from planner.schedule.assumptions import Assumptions
from planner.schedule.checks.examination import check, projection_problems
from planner.schedule.checks.rules import PROJECTION_RULES, RULES
from planner.schedule.projection import project
from tests.builders import block, candidate, minutes, plan
from tests.schedule.checks.case import Case
from tests.schedule.checks.test_cases import CASES
from tests.schedule.checks.test_projected import late_day

ENGLISH = language("en")


def projected() -> list[Problem]:
    """Return a problem for every rule of projections."""
    delays = ({"a": minutes(15)}, {"a": minutes(35)}, {"c": minutes(10)})
    return [
        problem
        for delay in delays
        for problem in projection_problems(project(late_day(), Assumptions(longer=delay)))  # type: ignore[arg-type]
    ]


def placeholders(code: str) -> set[str]:
    pairs = (Formatter().parse(sentence) for sentence in PROBLEM_SENTENCES[code])
    return {name for parsed in pairs for _, name, _, _ in parsed if name}


def told(case: Case) -> tuple[str, str]:
    [problem] = [p for p in check(case.fires) if p.code == case.code]
    return problem_sentences(problem, case.fires, ENGLISH)


def test_every_rule_has_sentences() -> None:
    assert set(PROBLEM_SENTENCES) == {rule.code for rule in (*RULES, *PROJECTION_RULES)}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.code)
def test_placeholders_are_facts(case: Case) -> None:
    assert placeholders(case.code) - set(case.facts) == set()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.code)
def test_sentences_are_whole(case: Case) -> None:
    what, mend = told(case)
    assert (what[-1], mend[-1], what.isprintable(), mend.isprintable()) == (".", ".", True, True)


def test_problems_of_projections_are_told() -> None:
    problems = projected()
    assert {p.code for p in problems} == {rule.code for rule in PROJECTION_RULES}
    assert [p.code for p in problems if placeholders(p.code) - set(p.facts)] == []
    assert problem_sentences(problems[0], late_day(), ENGLISH) == (
        "lunch (12:00) on Fri 25 Sep will last 30 min instead of 45 min, from 12:15 to 12:45.",
        "Shift what follows, or shorten what comes before.",
    )


@pytest.mark.parametrize(
    ("code", "what", "mend"),
    [
        (
            "CLS-102",
            "Ines is booked twice on Fri 25 Sep: a (10:00) and b (10:30) overlap by 15 min.",
            "Move one of the two, or name somebody else for it.",
        ),
        (
            "PNL-101",
            "Nobody is named for a (10:00) on Fri 25 Sep (Lead).",
            "Choose somebody from the bench, or make the seat optional.",
        ),
        (
            "PNL-103",
            "For a (10:00) on Fri 25 Sep there is no firm answer yet from Ines and Jan.",
            "Ask them and note the answer, or choose somebody else from the bench.",
        ),
        (
            "BRK-204",
            "Nobody meets Ada at lunch (12:00) on Fri 25 Sep, from 12:00 to 13:00.",
            "Name a host.",
        ),
        (
            "BRK-205",
            "Ada is busy from 09:00 to 15:30 on Fri 25 Sep without a meal.",
            "Plan a meal between 11:30 and 14:00.",
        ),
        (
            "MOD-301",
            "a (10:00) on Fri 25 Sep has no fallback for when the connection drops (Phone).",
            "Add a second number or link, and who calls back.",
        ),
        (
            "COV-110",
            "Onsite assesses Dive Deep for Ada too seldom: 1 of 2.",
            "Give Dive Deep to another block, or ask for it less often.",
        ),
        (
            "TIM-101",
            "a (03:30) on Sun 29 Mar is meant for 02:30, but the clocks of Europe/Luxembourg skip that time.",
            "Choose a time before or after the clocks change.",
        ),
        (
            "TRV-103",
            "No hotel is planned for Ada, nights from: Fri 25 Sep.",
            "Add a hotel for these nights.",
        ),
    ],
)
def test_sentence_says_what_where_and_what_mends_it(code: str, what: str, mend: str) -> None:
    [case] = [case for case in CASES if case.code == code]
    assert told(case) == (what, mend)


def test_names_are_data() -> None:
    named: Plan = plan(
        replace(candidate(), name="{who} & {0}"), block("{x}", "10:00"), block("y", "10:15")
    )
    [clash] = [p for p in check(named) if p.code == "CLS-101"]
    assert problem_sentences(clash, named, ENGLISH)[0] == (
        "{who} & {0} is in two places on Fri 25 Sep: {x} (10:00) and y (10:15) overlap by 30 min."
    )


def test_code_of_a_newer_version_is_told_too() -> None:
    newer = Problem("XYZ-999", Severity.HINT, ())
    assert problem_sentences(newer, plan(), ENGLISH) == (
        "A check of a newer version found something (XYZ-999).",
        "Update the program to read more about it.",
    )
