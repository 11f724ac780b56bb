"""How fast a live day is: its projection, its risks, its proposals, and one entry of its log."""

import tempfile
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from planner.app.clock import SystemClock
from planner.app.counsel import SAMPLES, counsel
from planner.app.experience import Experience
from planner.app.live_day import LiveDay
from planner.app.plan_files import load_plan_file
from planner.domain.log import Happening, Log, LogEntry, LogEntryId
from planner.domain.plan import Plan
from planner.formats.logfile import read_lines
from planner.resources import bundled
from planner.schedule.agenda import Agenda, instant
from planner.schedule.live.facts import facts_of, seconds
from planner.schedule.live.live_projection import LiveProjection, project_live
from planner.schedule.network import network
from planner.schedule.repairs.proposals import advise
from planner.schedule.risk.risks import risks
from planner.store.journals import Journal
from tools.bench.days import super_day
from tools.bench.timing import Figure, measure

_TWO_HOURS = timedelta(hours=2)
_SMALL, _LARGE = 500, 5000


def live_figures() -> Iterator[Figure]:
    """Measure what a coordinator waits for."""
    for blocks in (_SMALL, _LARGE):
        aim = "1 ms" if blocks == _SMALL else "at most about 12 times the 500"
        yield _projection(blocks, aim)
    yield from _one_candidate()
    yield from _super_day("everything late", Log())
    plan = super_day(_SMALL)
    yield from _super_day("on its way", _morning(plan))
    yield from _risks(plan)
    yield from _entries()
    yield _told_and_projected()


def _projection(blocks: int, aim: str) -> Figure:
    """Project a day that has begun, over the network and the facts that a live day keeps."""
    plan = super_day(blocks)
    told, now, kept = _morning(plan), seconds(_now(plan)), network(plan)
    facts = facts_of(told)
    name = f"live projection, {blocks} blocks, warm"
    return measure(name, lambda: LiveProjection(kept, told, now, facts), aim=aim)


def _risks(plan: Plan) -> Iterator[Figure]:
    """Draw the samples of a whole day, before it and while it goes on."""
    name = f"{SAMPLES:,} samples, {_SMALL} blocks"
    yield measure(f"{name}, the plan", lambda: risks(plan, samples=SAMPLES), aim="100 ms")
    going_on = project_live(plan, _morning(plan), _now(plan))
    yield measure(f"{name}, on the day", lambda: risks(going_on, samples=SAMPLES), aim="100 ms")


def _one_candidate() -> Iterator[Figure]:
    plan = load_plan_file(bundled("samples", "luxembourg-2015.interviewplan"))
    file = bundled("samples", "luxembourg-2015-as-it-went.interviewlog")
    read = read_lines(file.read_bytes().splitlines()).entries
    told = Log(tuple(entry for entry in read if entry.what is not Happening.REPLACED)[:7])
    now = told.entries[-1].at
    yield from _advice("one candidate, somebody absent", plan, told, now, 30, "200 ms")


def _super_day(name: str, told: Log) -> Iterator[Figure]:
    plan = super_day(_SMALL)
    yield from _advice(f"super day, {name}", plan, told, _now(plan), 5, "1000 ms")


def _advice(
    name: str, plan: Plan, told: Log, now: datetime, runs: int, aim: str
) -> Iterator[Figure]:
    """Look for proposals, then also for what they do to the risks, as the window does."""
    yield measure(f"proposals, {name}", lambda: advise(plan, told, now), runs=runs, aim=aim)
    seen = project_live(plan, told, now)

    def work() -> object:
        return counsel(plan, told, now, Experience(), seen)

    yield measure(f"  with their risks, {name}", work, runs=runs, aim=aim)


def _entries() -> Iterator[Figure]:
    plan = load_plan_file(bundled("samples", "luxembourg-2015.interviewplan"))
    block = next(iter(plan.blocks.values()))
    with tempfile.TemporaryDirectory() as folder:
        journal = Journal(Path(folder) / "day.interviewlog")
        live = LiveDay(journal, SystemClock())
        yield measure(
            "one log entry, safe on the disk", lambda: live.tell(Happening.NOTE, block), aim="16 ms"
        )


def _told_and_projected() -> Figure:
    """Tell one entry of a day that is kept open, and project the day with it."""
    plan = super_day(_SMALL)
    now = _now(plan)
    block = next(iter(plan.blocks.values()))
    with tempfile.TemporaryDirectory() as folder:
        live = LiveDay(Journal(Path(folder) / "day.interviewlog"), SystemClock())
        live.projection(plan, now)

        def work() -> object:
            live.tell(Happening.NOTE, block, at=now)
            return live.projection(plan, now).phases

        return measure(f"one log entry and its projection, {_SMALL} blocks", work, aim="16 ms")


def _now(plan: Plan) -> datetime:
    return instant(Agenda(plan).entries[0].start) + _TWO_HOURS


def _morning(plan: Plan) -> Log:
    """Return what is told of two hours of which every interview began five minutes late."""
    now, told = _now(plan), []
    for entry in Agenda(plan).entries:
        for what, planned in ((Happening.STARTED, entry.start), (Happening.ENDED, entry.end)):
            at = instant(planned) + timedelta(minutes=5)
            if at <= now and not entry.block.is_rest:
                name = LogEntryId(f"{what}-{entry.block.id}")
                told.append(LogEntry(name, what, at, at, block=entry.block.id))
    return Log(tuple(told))
