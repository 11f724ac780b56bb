"""Reports: the files of one day, and what many days were like together."""

from collections.abc import Generator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

import pytest

from planner.app.library import Library
from planner.app.live_day import journal_of
from planner.app.reports import History, NothingToReport, Overruns, history, report
from planner.domain.blocks import Kind
from planner.domain.ids import PlanId
from planner.domain.log import Log, LogEntry
from planner.domain.plan import Plan
from planner.formats.logfile import write_line
from planner.formats.wording.language import language
from planner.progress import Progress
from tests.builders import DAY, block, minutes, person, plan
from tests.fakes import FakeStore, FixedClock
from tests.formats.report.days import YEARS_LATER, as_it_went, sample
from tests.schedule.live.logs import at, told

_R = TypeVar("_R")


def finished(job: Generator[Progress, None, _R]) -> tuple[list[Progress], _R]:
    steps: list[Progress] = []
    while True:
        try:
            steps.append(next(job))
        except StopIteration as end:
            return steps, end.value


@pytest.fixture
def library() -> Library:
    return Library(FakeStore(), FixedClock())


def kept(library: Library, folder: Path, made: Plan, *entries: LogEntry) -> None:
    library.add(made)
    if entries:
        journal_of(made.id, folder).add(write_line(entry) for entry in entries)


def called(name: str, made: Plan) -> Plan:
    return replace(made, id=PlanId(name), title=name)


def test_report_is_written_as_three_files(tmp_path: Path) -> None:
    steps, done = finished(
        report(sample(), as_it_went(), YEARS_LATER, tmp_path / "out", language("en"))
    )
    assert [step.what for step in steps] == ["csv", "html", "pdf", ""]
    assert [path.name for path in done.paths] == [
        f"2015-09-25 Report Senior Solutions Architect, Luxembourg.{ending}"
        for ending in ("csv", "html", "pdf")
    ]
    assert [path.read_bytes()[:4] for path in done.paths] == [
        b"\xef\xbb\xbfD",
        b"<!do",
        b"%PDF",
    ]
    assert done.missing == {}


def test_same_day_gives_the_same_bytes(tmp_path: Path) -> None:
    made = [
        finished(report(sample(), as_it_went(), YEARS_LATER, tmp_path / name, language("en")))[1]
        for name in ("one", "two")
    ]
    one, two = ([path.read_bytes() for path in done.paths] for done in made)
    assert one == two


def test_report_of_nothing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NothingToReport):
        finished(report(plan(), Log(), YEARS_LATER, tmp_path, language("en")))


def test_history_of_the_reference_day(library: Library, tmp_path: Path) -> None:
    kept(library, tmp_path, sample(), *as_it_went().entries)
    steps, found = finished(history(library, tmp_path, YEARS_LATER))
    assert steps == [Progress(0, 1, sample().title), Progress(1, 1)]
    assert (found.on_time, found.rate) == ((4, 5), 0.8)
    assert (found.rest_delivered, found.rest_promised) == (minutes(138), minutes(55))
    assert {one.kind: one.minutes for one in found.overruns} == {
        Kind.INTERVIEW: (-19, -2, 0, 0, 0),
        Kind.ARRIVAL: (-3,),
        Kind.BREAK: (0,),
        Kind.MEAL: (-12,),
    }
    assert [(load.name, load.interviews, load.length) for load in found.loads] == [
        ("Manager Marketing", 1, minutes(60)),
        ("Manager Solutions Architecture", 1, minutes(60)),
        ("Manager Solutions Architecture", 1, minutes(45)),
        ("Partner Solutions Architect", 1, minutes(43)),
        ("Partner Development Manager", 1, minutes(20)),
    ]


def test_history_adds_up_days_of_several_plans(library: Library, tmp_path: Path) -> None:
    day = plan(
        person("ivy", name="Ivy"),
        block("A", "10:00", 40, people=["ivy"]),
        block("B", "11:00", 40, people=["ivy"], day=DAY + timedelta(days=1)),
    )
    on_time = (told("10:00", "started", "A"), told("10:50", "ended", "A"))
    late = (told("10:02", "started", "A"), told("10:40", "ended", "A"))
    kept(library, tmp_path, called("one", day), *on_time)
    kept(library, tmp_path, called("two", day), *late)
    kept(library, tmp_path, called("never lived", day))
    _, found = finished(history(library, tmp_path, YEARS_LATER))
    assert [(one.title, one.day, one.on_time) for one in found.days] == [
        ("one", DAY, 1),
        ("two", DAY, 0),
    ]
    assert found.on_time == (1, 2)
    (overruns,) = found.overruns
    assert list(overruns.minutes) == [-2, 10]
    (load,) = found.loads
    assert (load.name, load.interviews, load.length) == ("Ivy", 2, minutes(88))


def test_history_without_logs_is_empty(library: Library, tmp_path: Path) -> None:
    kept(library, tmp_path, sample())
    steps, found = finished(history(library, tmp_path, YEARS_LATER))
    assert (steps, found) == ([Progress(0, 0)], History())
    assert History().rate is None


def test_history_leaves_out_what_cannot_be_read(library: Library, tmp_path: Path) -> None:
    kept(library, tmp_path, sample(), *as_it_went().entries)
    job = history(library, tmp_path, YEARS_LATER)
    next(job)
    (summary,) = library.summaries()
    library.delete(summary)
    assert finished(job)[1] == History()


def test_history_knows_nothing_of_what_is_to_come(library: Library, tmp_path: Path) -> None:
    day = plan(block("A", "10:00", 40))
    kept(library, tmp_path, day, told("10:00", "started", "A"))
    _, found = finished(history(library, tmp_path, at("09:00")))
    assert found == History()


def test_percentiles_lie_between_neighbours() -> None:
    ten = Overruns(Kind.INTERVIEW, tuple(float(number) for number in range(11)))
    assert [ten.percentile(percent) for percent in (10, 25, 50, 75, 90)] == [1, 2.5, 5, 7.5, 9]
    assert Overruns(Kind.TALK, (3.0,)).percentile(90) == 3


def test_what_did_not_take_place_or_still_runs_overruns_nothing(
    library: Library, tmp_path: Path
) -> None:
    day = plan(block("A", "10:00", 40), block("B", "11:00", 40), block("C", "12:00", 40))
    went = (told("09:50", "skipped", "A"), told("11:00", "started", "B"))
    kept(library, tmp_path, day, *went)
    _, found = finished(history(library, tmp_path, at("11:10")))
    assert (found.on_time, found.overruns, found.loads) == ((1, 2), (), ())
