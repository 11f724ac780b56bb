"""The sample plan that ships with the program has the problems that the account tells of."""

from planner.app.plan_files import load_plan_file
from planner.domain.ids import BlockId
from planner.resources import bundled
from planner.schedule.checks.examination import check


def test_sample_has_nobody_at_eleven_no_fallback_and_nobody_at_lunch() -> None:
    sample = load_plan_file(bundled("samples", "luxembourg-2015.interviewplan"))
    told = [(problem.code, problem.subjects[0].id) for problem in check(sample)]
    assert [(code, sample.blocks[BlockId(block)].title) for code, block in told] == [
        ("PNL-101", "2nd interview"),
        ("MOD-301", "2nd interview"),
        ("BRK-204", "Lunch"),
    ]
