"""What the window believes of a plan: what the logs of the workspace taught until now."""

from planner.app.clock import Clock
from planner.app.library import Library
from planner.app.live_day import journal_of
from planner.app.locations import workspace_file
from planner.domain.plan import Plan
from planner.formats.logfile import write_line
from planner.schedule.risk.priors import Priors, learned_priors, observations
from planner.store.sqlite import SqliteStore
from planner.ui.experience import Beliefs
from tests.builders import block, plan
from tests.fakes import FixedClock
from tests.formats.report.days import YEARS_LATER
from tests.schedule.live.logs import log, told

HOURS = range(9, 15)
DAY = plan(*(block(f"b{hour}", f"{hour:02}:00", 40) for hour in HOURS))
TOLD = [
    told(f"{hour:02}:{50 if is_end else 0:02}", "ended" if is_end else "started", f"b{hour}")
    for hour in HOURS
    for is_end in (False, True)
]


def believed(clock: Clock, made: Plan = DAY) -> Priors:
    return Beliefs(clock).priors(made)


def test_nothing_is_learned_where_nothing_was_logged() -> None:
    assert believed(FixedClock()) == Priors()


def test_logs_of_the_workspace_teach_what_is_past() -> None:
    workspace_file().parent.mkdir(parents=True)
    with Library(SqliteStore(workspace_file()), FixedClock()) as library:
        library.add(DAY)
    journal_of(DAY.id, workspace_file().parent).add(write_line(entry) for entry in TOLD)
    taught = learned_priors(Priors(), observations(DAY, log(*TOLD)))
    assert taught != Priors()
    assert believed(FixedClock(YEARS_LATER)) == taught
