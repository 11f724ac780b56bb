import shutil
from pathlib import Path

import pytest

from planner.cli import exits
from tests.cli.commands import SAMPLE, command


def test_project_without_a_delay_is_the_plan() -> None:
    found = command("project", SAMPLE, "--json").json
    assert {b["delay"] for b in found["blocks"]} == {0}
    assert found["broken_promises"] == []
    assert found["answer"] == []


def test_project_says_what_absorbs_an_overrun() -> None:
    found = command("project", SAMPLE, "--longer", "interview-2=15", "--json").json
    lunch = next(b for b in found["blocks"] if b["id"] == "lunch")
    assert (lunch["delay"], lunch["end_delay"], lunch["shortened"]) == (15, 0, 15)
    assert found["broken_promises"] == []


def test_project_names_the_promise_that_breaks() -> None:
    found = command("project", SAMPLE, "--longer", "interview-2=60", "--json").json
    assert [(p["kind"], p["block"], p["by"]) for p in found["broken_promises"]] == [
        ("rest", "lunch", 15)
    ]


def test_project_answers_all_assumptions_together_in_any_order() -> None:
    asked = ["--longer", "interview-1=40", "--longer", "5th interview=1"]
    answer = command("project", SAMPLE, *asked, "--json").json["answer"]
    turned = command("project", SAMPLE, *asked[2:], *asked[:2], "--json").json["answer"]
    assert "Nothing else would move." not in answer
    assert answer == turned
    assert [said.split(" would ")[0] for said in answer if " would end " in said][:2] == [
        "1st interview (10:15)",
        "5th interview (16:00)",
    ]


def test_project_adds_up_what_is_said_twice_of_one_block() -> None:
    asked = ["--late", "interview-1=20", "--late", "1st interview=5"]
    found = command("project", SAMPLE, *asked, "--json").json
    assert [b["delay"] for b in found["blocks"] if b["id"] == "interview-1"] == [25]


def test_project_takes_a_late_start_and_prints_a_table() -> None:
    ran = command("project", SAMPLE, "--late", "2015-09-25T10:15=20")
    assert ran.code == exits.FINE
    row = next(line for line in ran.out.splitlines() if "1st interview" in line)
    assert row.split()[:6] == ["10:15", "\u2013", "11:00", "10:35", "\u2013", "11:20"]


def test_project_refuses_a_block_that_several_answer_to() -> None:
    ran = command("project", SAMPLE, "--late", "11:00=5")
    assert ran.code == exits.UNREADABLE
    assert ran.error == (
        "More than one block is called 11:00. Name one of these: 2015-08-12T11:00 Pre phone call "
        "[call-1], 2015-09-10T11:00 3rd phone call, competencies [call-3], 2015-09-25T11:00 2nd "
        "interview [interview-2].\n"
    )


def test_project_refuses_a_block_that_is_not_there() -> None:
    ran = command("project", SAMPLE, "--longer", "coffee=5")
    assert ran.code == exits.UNREADABLE
    assert ran.error.startswith(
        "The plan has no block coffee. These are its blocks: 2015-08-12T11:00 "
    )


def test_project_shows_what_slack_is_left_of_a_block_that_is_late() -> None:
    told = command("project", SAMPLE, "--late", "interview-1=20").out
    row = next(line for line in told.splitlines() if "1st interview" in line)
    assert row.split("min")[:3] == [
        " 10:15 \u2013 11:00   10:35 \u2013 11:20   20 ",
        "   25 ",
        "   0 ",
    ]


@pytest.mark.parametrize("now", ["9999-12-31T23:59-12:00", "0001-01-01T00:00+14:00", "24:00"])
def test_project_refuses_a_moment_that_no_calendar_holds(now: str) -> None:
    ran = command("project", SAMPLE, "--now", now)
    assert (ran.code, ran.out) == (exits.UNREADABLE, "")
    assert ran.error == f"\u201c{now}\u201d is a date or a time that does not exist. Correct it.\n"


def test_project_at_a_moment_knows_nothing_of_what_was_logged_later(tmp_path: Path) -> None:
    file = Path(shutil.copy(SAMPLE, tmp_path / "onsite.interviewplan"))
    command("live", file, "start", "interview-1", "--at", "10:20")
    early = command("project", file, "--now", "09:00", "--json").json
    later = command("project", file, "--now", "10:30", "--json").json
    found = [
        {b["id"]: b["phase"] for b in said["blocks"]}["interview-1"] for said in (early, later)
    ]
    assert found == ["upcoming", "running"]
