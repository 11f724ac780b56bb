"""Experience: what all logs of a workspace teach together, and what they cost to ask again."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from planner.app.experience import Archive, Experience, experience_from
from planner.app.library import Library
from planner.app.live_day import journal_of
from planner.domain.blocks import Kind, Mode
from planner.domain.edits.timing import ResizeBlock
from planner.domain.ids import BlockId, PlanId
from planner.domain.log import Log, LogEntry
from planner.domain.plan import Plan
from planner.formats.logfile import write_line
from planner.schedule.risk.priors import Observation, Priors, learned_priors, observations
from planner.store.sqlite import SqliteStore
from tests.builders import block, moment, plan
from tests.fakes import FixedClock
from tests.formats.report.days import YEARS_LATER
from tests.schedule.live.logs import at, log, told

INTERVIEW = (Kind.INTERVIEW, None)
NAMES = ("A", "B", "C")
TODAY = plan(block("today", "10:00"))


def called(name: str, made: Plan) -> Plan:
    return replace(made, id=PlanId(name), title=name)


def day(name: str) -> Plan:
    """Return a plan of three interviews of 40 minutes, one each hour."""
    return called(name, plan(*(block(b, f"{10 + n}:00", 40) for n, b in enumerate(NAMES))))


def took(length: int) -> list[LogEntry]:
    """Return what is told of such a day of which every interview took so long."""
    return [
        told(f"{10 + n}:{length if is_end else 0:02}", "ended" if is_end else "started", b)
        for n, b in enumerate(NAMES)
        for is_end in (False, True)
    ]


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    return tmp_path / "workspace.sqlite"


def keep(workspace: Path, made: Plan, *entries: LogEntry) -> None:
    with Library(SqliteStore(workspace), FixedClock()) as library:
        library.add(made)
    if entries:
        journal_of(made.id, workspace.parent).add(write_line(entry) for entry in entries)


def learned_by(archive: Archive, made: Plan = TODAY, known: Log | None = None) -> Experience:
    return archive.experience(made, known or Log(), YEARS_LATER)


def test_logs_of_several_plans_teach_together(workspace: Path) -> None:
    keep(workspace, day("one"), *took(50))
    keep(workspace, day("two"), *took(55))
    keep(workspace, day("never lived"))
    lessons = (*observations(day("one"), log(*took(50))), *observations(day("two"), log(*took(55))))
    expected = Experience(learned_priors(Priors(), lessons), blocks=6, plans=2)
    assert learned_by(Archive(workspace)) == expected
    assert expected.priors.by[INTERVIEW].mean > 1


def test_fewer_than_five_blocks_teach_nothing(workspace: Path) -> None:
    keep(workspace, day("one"), *took(50))
    assert learned_by(Archive(workspace)) == Experience(Priors(by={INTERVIEW: Priors().default}))


def test_log_at_hand_counts_with_the_others(workspace: Path) -> None:
    keep(workspace, day("one"), *took(50))
    found = learned_by(Archive(workspace), day("at hand"), log(*took(50)))
    assert (found.blocks, found.plans) == (6, 2)


def test_log_at_hand_stands_in_place_of_the_workspaces_own(workspace: Path) -> None:
    keep(workspace, day("one"), *took(50))
    keep(workspace, day("two"), *took(50))
    archive = Archive(workspace)
    assert learned_by(archive, day("two"), log(*took(50))) == learned_by(archive)
    assert learned_by(archive, day("two"), log(*took(50)[:2])).blocks == 0  # four are too few


def test_what_comes_later_is_not_known_yet(workspace: Path) -> None:
    keep(workspace, day("one"), *took(50))
    keep(workspace, day("two"), *took(50))
    archive = Archive(workspace)
    assert archive.experience(TODAY, Log(), at("12:49")).blocks == 0
    assert archive.experience(TODAY, Log(), at("12:50")).blocks == 6
    own = day("at hand"), log(*took(50))
    assert archive.experience(*own, at("11:00")).priors == Priors(by={INTERVIEW: Priors().default})


def test_workspace_that_is_not_there_is_not_made(workspace: Path) -> None:
    assert learned_by(Archive(workspace)) == Experience()
    assert list(workspace.parent.iterdir()) == []


def test_what_cannot_be_read_is_left_out(workspace: Path) -> None:
    keep(workspace, day("one"), *took(50))
    keep(workspace, day("two"), *took(50))
    expected = learned_by(Archive(workspace))
    logs = workspace.parent / "logs"
    (logs / "gone.interviewlog").write_bytes(b"{}\n")  # a plan that was deleted
    (logs / "note.txt").write_bytes(b"no log")
    (logs / "folder.interviewlog").mkdir()
    keep(workspace, day("broken"))
    (logs / "broken.interviewlog").write_bytes(b"\xff\n{\n")
    assert learned_by(Archive(workspace)) == expected


def test_damaged_workspace_teaches_nothing(workspace: Path) -> None:
    keep(workspace, day("one"), *took(50))
    keep(workspace, day("two"), *took(50))
    workspace.write_bytes(b"no database at all, and never was")
    assert learned_by(Archive(workspace)) == Experience()


def test_log_is_read_again_only_when_it_has_changed(workspace: Path) -> None:
    keep(workspace, day("one"), *took(50))
    keep(workspace, day("two"), *took(50))
    archive = Archive(workspace)
    before = learned_by(archive)
    file = journal_of(PlanId("two"), workspace.parent)
    path = workspace.parent / "logs" / "two.interviewlog"
    stat = path.stat()
    path.write_bytes(b"x" * stat.st_size)
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    assert learned_by(archive) == before
    file.add([b"{}"])
    assert learned_by(archive).blocks == 0


def test_new_log_and_changed_plan_are_noticed(workspace: Path) -> None:
    keep(workspace, day("one"), *took(50))
    archive = Archive(workspace)
    assert learned_by(archive).blocks == 0
    keep(workspace, day("two"), *took(50))
    before = learned_by(archive)
    assert before.blocks == 6
    with Library(SqliteStore(workspace), FixedClock()) as library:
        library.open(PlanId("two")).apply(ResizeBlock(BlockId("A"), end=moment("10:50")))
    after = learned_by(archive)
    assert after.blocks == 6
    assert after.priors.by[INTERVIEW].mean < before.priors.by[INTERVIEW].mean


def test_blocks_count_where_enough_of_their_kind_were_seen() -> None:
    call = (Kind.INTERVIEW, Mode.PHONE)
    six = [Observation(INTERVIEW, 1.1)] * 6
    found = experience_from([[*six[:2], Observation(call, 1.0)], six[:4], [Observation(call, 1.0)]])
    assert (found.blocks, found.plans) == (6, 2)
