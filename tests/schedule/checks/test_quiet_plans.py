"""Nothing that is not so: plans in which a careless check would see ghosts."""

import pytest

from planner.domain.plan import Plan
from planner.formats.wording.language import language
from planner.formats.wording.problems import problem_sentences
from planner.schedule.checks.examination import check
from tests.schedule.checks.quiet_plans import QUIET


@pytest.mark.parametrize("quiet", QUIET.values(), ids=QUIET.keys())
def test_plan_in_order_has_no_problems(quiet: Plan) -> None:
    told = [problem_sentences(problem, quiet, language("en")) for problem in check(quiet)]
    assert told == []
