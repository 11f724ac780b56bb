"""Run all benchmarks, print the figures and store them as JSON."""

import argparse
import json
import platform
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path

from planner.app.clock import SystemClock
from planner.app.exchange import Request, make_document
from planner.app.history import History, Step
from planner.app.library import Library
from planner.domain.audiences import Audience
from planner.domain.edits.timing import MoveBlocks
from planner.domain.ids import BlockId, CandidateId, PlanId
from planner.domain.plan import Plan
from planner.formats.itinerary.composition import itinerary
from planner.formats.itinerary.names import Format
from planner.formats.wording.language import language
from planner.resources import bundled
from planner.schedule.agenda import Agenda
from planner.schedule.checks.examination import examine
from planner.schedule.projection import project
from planner.schedule.slack import slacks
from planner.store.sqlite import SqliteStore
from tools.bench import bare
from tools.bench.days import super_day, ten_block_day
from tools.bench.live import live_figures
from tools.bench.live_window import live_window_figures
from tools.bench.memory import memory_figures
from tools.bench.timing import Figure, measure, measure_command, told
from tools.bench.window import window_figures

_FIVE = timedelta(minutes=5)


def main() -> None:
    """Measure, print and store."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("build/bench.json"))
    wanted = parser.parse_args()
    figures = []
    for figure in _figures():
        figures.append(figure)
        print(told(figure), flush=True)
    wanted.out.parent.mkdir(parents=True, exist_ok=True)
    document = {
        "python": platform.python_version(),
        "machine": platform.machine(),
        "figures": [figure.as_json() for figure in figures],
    }
    wanted.out.write_text(json.dumps(document, indent=2) + "\n", encoding="utf-8")
    print(f"stored in {wanted.out}")


def _figures() -> Iterator[Figure]:
    yield from _starts()
    yield from _days()
    yield from _exports()
    yield from _workspaces()
    yield from window_figures()
    yield from memory_figures()
    yield from live_figures()
    yield from live_window_figures()


def _starts() -> Iterator[Figure]:
    command = [sys.executable, "-m", "planner"]
    sample = str(bundled("samples", "luxembourg-2015.interviewplan"))
    yield measure_command("bare python -c pass", [sys.executable, "-c", "pass"])
    yield measure_command("command line: --help", [*command, "--help"])
    yield measure_command("command line: check sample", [*command, "check", sample])


def _days() -> Iterator[Figure]:
    yield from _day(500, 30, "5 ms")
    yield from _day(5000, 10, "at most about 12 times the 500 (n log n)")


def _day(blocks: int, runs: int, aim: str) -> Iterator[Figure]:
    plan = super_day(blocks)
    works: dict[str, Callable[[], object]] = {
        "check + projection": lambda: _check_and_project(plan),
        "  agenda alone": lambda: Agenda(plan),
        "  checks with their agenda": lambda: examine(plan),
        "  projection with its agenda": lambda: project(plan),
        "  projection and slack": lambda: slacks(project(plan)),
        "one edit with undo": lambda: _edit_and_undo(plan),
    }
    for name, work in works.items():
        yield measure(
            f"{name}, {blocks} blocks", work, runs=runs, aim=aim if name[0] == "c" else ""
        )


def _check_and_project(plan: Plan) -> None:
    agenda = Agenda(plan)
    examine(plan, agenda)
    project(agenda)


def _edit_and_undo(plan: Plan) -> Plan:
    history = History()
    edit = MoveBlocks((BlockId("b0-0"),), _FIVE)
    history.record(Step(edit, plan, edit.apply(plan)))
    step = history.undoable
    history.step_back()
    return step.before if step else plan


def _exports() -> Iterator[Figure]:
    plan = ten_block_day()
    reader, english = Audience.candidate(CandidateId("c0")), language("en")
    request = Request((reader,), tuple(Format), english)
    texts = [f"Interview {n}\nWith Interviewer 0\nRoom 0\nFace to face" for n in range(1, 11)]
    printed = bare.texts_of(itinerary(plan, reader, english))
    yield measure("ics, bare icalendar", lambda: bare.ical(texts))
    codeless = replace(printed, code="")
    yield measure("pdf, bare reportlab writing the same", lambda: bare.pdf(printed))
    yield measure("  without the QR code", lambda: bare.pdf(codeless))
    for what in Format:
        aim = "2 times bare" if what in {Format.CALENDAR, Format.DOCUMENT} else ""
        work = partial(make_document, plan, reader, what, request)
        yield measure(f"{what.value} of a 10-block day", work, aim=aim)


def _workspaces() -> Iterator[Figure]:
    for count in (10, 10_000):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "workspace.sqlite"
            _fill(path, count)
            name = f"open a workspace of {count} plans, list 10"
            yield measure(name, partial(_open, path), aim="the same for both")


def _fill(path: Path, count: int) -> None:
    plan = ten_block_day()
    with Library(SqliteStore(path), SystemClock()) as library:
        for number in range(count):
            library.add(replace(plan, id=PlanId(f"plan-{number}")))


def _open(path: Path) -> object:
    with Library(SqliteStore(path), SystemClock()) as library:
        return library.summaries(limit=10)


if __name__ == "__main__":
    main()
