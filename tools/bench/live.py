"""How fast a live day is: its projection, its proposals, and one entry of its log."""

import tempfile
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from planner.app.clock import SystemClock
from planner.app.live_day import LiveDay
from planner.app.plan_files import load_plan_file
from planner.domain.log import Happening, Log, LogEntry, LogEntryId
from planner.domain.plan import Plan
from planner.formats.logfile import read_lines
from planner.resources import bundled
from planner.schedule.agenda import Agenda, instant
from planner.schedule.live.facts import facts_of, seconds
from planner.schedule.live.live_projection import LiveProjection
from planner.schedule.network import network
from planner.schedule.repairs.proposals import advise
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
    yield _one_candidate()
    yield _super_day("proposals, super day, everything late", Log())
    plan = super_day(_SMALL)
    yield _super_day("proposals, super day, on its way", _morning(plan))
    yield from _entries()
    yield _told_and_projected()


def _projection(blocks: int, aim: str) -> Figure:
    """Project a day that has begun, over the network and the facts that a live day keeps."""
    plan = super_day(blocks)
    told, now, kept = _morning(plan), seconds(_now(plan)), network(plan)
    facts = facts_of(told)
    name = f"live projection, {blocks} blocks, warm"
    return measure(name, lambda: LiveProjection(kept, told, now, facts), aim=aim)


def _one_candidate() -> Figure:
    plan = load_plan_file(bundled("samples", "luxembourg-2015.interviewplan"))
    file = bundled("samples", "luxembourg-2015-as-it-went.interviewlog")
    read = read_lines(file.read_bytes().splitlines()).entries
    told = Log(tuple(entry for entry in read if entry.what is not Happening.REPLACED)[:7])
    now = told.entries[-1].at
    work = lambda: advise(plan, told, now)  # noqa: E731 -- as short as it gets
    return measure("proposals for one candidate, somebody absent", work, aim="200 ms")


def _super_day(name: str, told: Log) -> Figure:
    plan = super_day(_SMALL)
    now = _now(plan)
    return measure(name, lambda: advise(plan, told, now), runs=5, aim="1000 ms")


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
