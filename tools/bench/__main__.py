"""Run all benchmarks, print the figures and store them as JSON."""

import argparse
import json
import platform
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from planner.app.clock import SystemClock
from planner.app.exchange import Request, make_document
from planner.app.history import History, Step
from planner.app.library import Library
from planner.app.locations import open_library
from planner.domain.audiences import Audience
from planner.domain.edits.timing import MoveBlocks
from planner.domain.ids import BlockId, CandidateId, PlanId
from planner.domain.plan import Plan
from planner.formats.itinerary.names import Export
from planner.formats.wording.language import language
from planner.resources import bundled
from planner.schedule.agenda import Agenda
from planner.schedule.checks.examination import examine
from planner.schedule.projection import project
from planner.schedule.slack import slacks
from tools.bench import bare
from tools.bench.days import super_day, ten_block_day
from tools.bench.timing import Figure, measure, measure_command

_FIVE = timedelta(minutes=5)


def main() -> None:
    """Measure, print and store."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("build/bench.json"))
    wanted = parser.parse_args()
    figures = []
    for figure in _figures():
        figures.append(figure)
        aim = f"   aim: {figure.aim}" if figure.aim else ""
        print(f"{figure.name:58} {figure.median:9.2f} ms (min {figure.minimum:8.2f}){aim}")
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


def _starts() -> Iterator[Figure]:
    command = [sys.executable, "-m", "planner"]
    sample = str(bundled("samples", "luxembourg-2015.interviewplan"))
    yield measure_command("bare python -c pass", [sys.executable, "-c", "pass"])
    yield measure_command("command line: --help", [*command, "--help"])
    yield measure_command("command line: check sample", [*command, "check", sample])


def _days() -> Iterator[Figure]:
    for blocks in (500, 5000):
        plan = super_day(blocks)
        runs = 30 if blocks < 1000 else 10  # noqa: PLR2004 -- large plans take long enough
        aim = "5 ms" if blocks == 500 else "n log n: about 12 times the 500"  # noqa: PLR2004
        yield measure(
            f"check + projection, {blocks} blocks", _check_and_project(plan), runs=runs, aim=aim
        )
        yield measure(f"  agenda alone, {blocks} blocks", lambda plan=plan: Agenda(plan), runs=runs)
        yield measure(
            f"  checks alone, {blocks} blocks", lambda plan=plan: examine(plan), runs=runs
        )
        yield measure(
            f"  projection alone, {blocks} blocks", lambda plan=plan: project(plan), runs=runs
        )
        yield measure(
            f"  projection and slack, {blocks} blocks",
            lambda plan=plan: slacks(project(plan)),
            runs=runs,
        )
        yield measure(
            f"one edit with undo, {blocks} blocks",
            lambda plan=plan: _edit_and_undo(plan),
            runs=runs,
        )


def _check_and_project(plan: Plan):  # noqa: ANN202 -- a closure for the stopwatch
    def work() -> None:
        agenda = Agenda(plan)
        examine(plan, agenda)
        project(agenda)

    return work


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
    request = Request((reader,), tuple(Export), english)
    texts = [f"Interview {n}\nWith Interviewer 0\nRoom 0\nFace to face" for n in range(1, 11)]
    rows = [
        ("09:00 - 09:30", f"Interviewer 0, Interview {n}, face to face", "Room 0")
        for n in range(1, 11)
    ]
    around = ["Super day", "Monday 5 October 2026", "All times Luxembourg", "Where to go: Office"]
    yield measure("ics, bare icalendar", lambda: bare.ical(texts))
    for what in (Export.CALENDAR, Export.PAGE, Export.TIMETABLE):
        aim = "2 times bare" if what is Export.CALENDAR else ""
        yield measure(
            f"{what.value} of a 10-block day",
            lambda what=what: make_document(plan, reader, what, request),
            aim=aim,
        )
    yield measure("pdf, bare reportlab", lambda: bare.pdf(rows, around))
    yield measure(
        "pdf of a 10-block day",
        lambda: make_document(plan, reader, Export.DOCUMENT, request),
        aim="2 times bare",
    )


def _workspaces() -> Iterator[Figure]:
    for count in (10, 10_000):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "workspace.sqlite"
            _fill(path, count)
            yield measure(
                f"open a workspace of {count} plans, list 100",
                lambda path=path: _open(path),
                aim="the same" if count > 10 else "",  # noqa: PLR2004
            )


def _fill(path: Path, count: int) -> None:
    plan = ten_block_day()
    with open_library(path, SystemClock()) as library:
        for number in range(count):
            library.add(replace(plan, id=PlanId(f"plan-{number}")))


def _open(path: Path) -> object:
    with open_library(path, SystemClock()) as library:
        return Library.summaries(library)


if __name__ == "__main__":
    main()
