"""The reference day as it went, with what the candidate said in the end."""

from datetime import UTC, datetime

from planner.app.day_report import day_report
from planner.app.plan_files import load_plan_file
from planner.domain.log import Log
from planner.domain.plan import Plan
from planner.formats.logfile import read_lines
from planner.formats.report.content import DayReport
from planner.formats.wording.language import language
from planner.resources import bundled

YEARS_LATER = datetime(2026, 8, 1, 9, tzinfo=UTC)
GOOD = "exactly on time, fast answers, hotel, people"
NOT_GOOD = "missing interview partner, dropped calls, nobody at lunch"


def sample() -> Plan:
    return load_plan_file(bundled("samples", "luxembourg-2015.interviewplan"))


def as_it_went() -> Log:
    file = bundled("samples", "luxembourg-2015-as-it-went.interviewlog")
    return Log(read_lines(file.read_bytes().splitlines()).entries)


def report_of(plan: Plan, log: Log, now: datetime = YEARS_LATER, tag: str = "en") -> DayReport:
    made = day_report(plan, log, now, language(tag))
    assert made is not None
    return made


def reference_report() -> DayReport:
    return report_of(sample(), as_it_went())
