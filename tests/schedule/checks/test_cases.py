"""Every check fires where it should, says exactly what it found, and is silent at a near miss."""

from collections import Counter

import pytest

from planner.domain.edits.base import Edit
from planner.schedule.checks.examination import check
from planner.schedule.checks.rules import RULES
from tests.schedule.checks.block_cases import BLOCK_CASES
from tests.schedule.checks.case import Case, found
from tests.schedule.checks.day_cases import DAY_CASES
from tests.schedule.checks.people_cases import PEOPLE_CASES

CASES = (*PEOPLE_CASES, *DAY_CASES, *BLOCK_CASES)
FIXES = [
    pytest.param(case, edit, id=f"{case.code}-{type(edit).__name__}")
    for case in CASES
    for problem in check(case.fires)
    if problem.code == case.code
    for edit in problem.fixes
]
MENDABLE = {
    *("BRK-201", "BRK-206", "BRK-207", "CLS-101", "CLS-102", "CLS-103", "DAY-101", "PLC-104"),
    *("PLC-105", "PLC-107", "PNL-108", "PNL-109", "TIM-101", "TIM-103", "TIM-105"),
}


def test_cases_cover_every_rule_once() -> None:
    assert Counter(case.code for case in CASES) == Counter(rule.code for rule in RULES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.code)
def test_check_fires(case: Case) -> None:
    assert found(case.fires, case.code) == [(case.subjects, case.facts)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.code)
def test_check_is_silent_at_a_near_miss(case: Case) -> None:
    assert found(case.misses, case.code) == []


@pytest.mark.parametrize(("case", "fix"), FIXES)
def test_fix_mends_the_problem(case: Case, fix: Edit) -> None:
    assert found(fix.apply(case.fires), case.code) == []


def test_fixes_are_offered_where_one_edit_would_do() -> None:
    assert {param.values[0].code for param in FIXES} == MENDABLE  # type: ignore[union-attr]
