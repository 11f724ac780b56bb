from pathlib import Path

import pytest

from planner.app.plan_files import load_plan_file
from planner.cli import exits
from tests.cli.commands import command


def test_new_plan_has_what_was_said_and_the_blocks_of_the_template(tmp_path: Path) -> None:
    path = tmp_path / "onsite.interviewplan"
    ran = command(
        *("new", path, "--candidate", "Ada Lovelace", "--position", "Engineer"),
        *("--office", "Berlin", "--zone", "Europe/Berlin", "--date", "2026-12-01"),
        *("--template", "onsite-five"),
    )
    plan = load_plan_file(path)
    first = next(iter(plan.blocks.values()))
    assert (ran.code, plan.title) == (exits.FINE, "Engineer, Ada Lovelace")
    assert first.timebox is not None
    assert str(first.timebox.start) == "2026-12-01T10:00+01:00[Europe/Berlin]"
    assert [office.name for office in plan.offices.values()] == ["Berlin"]
    assert len(plan.blocks) == 8
    assert plan.changed.year >= 2026  # calendars take their stamp from it


def test_new_plan_may_be_empty_and_start_at_another_time(tmp_path: Path) -> None:
    empty, call = tmp_path / "empty.interviewplan", tmp_path / "call.interviewplan"
    command("new", empty, "--zone", "Europe/Berlin")
    command(
        *("new", call, "--zone", "Europe/Berlin", "--date", "2026-12-01", "--start", "14:30"),
        *("--template", "phone-screen"),
    )
    assert load_plan_file(empty).blocks == {}
    box = next(iter(load_plan_file(call).blocks.values())).timebox
    assert box is not None
    assert str(box.start) == "2026-12-01T14:30+01:00[Europe/Berlin]"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--zone", "Europe/Atlantis"), "Europe/Atlantis"),
        (("--zone", "UTC", "--date", "03/04/2026"), "03/04/2026"),
        (("--zone", "UTC", "--date", "someday"), "someday"),
    ],
)
def test_new_plan_refuses_what_it_cannot_read(
    arguments: tuple[str, ...], sentence: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        command("new", tmp_path / "x.interviewplan", *arguments)
    told = capsys.readouterr().err
    assert stopped.value.code == exits.UNREADABLE
    assert sentence in told
    assert "Traceback" not in told
    assert not (tmp_path / "x.interviewplan").exists()
