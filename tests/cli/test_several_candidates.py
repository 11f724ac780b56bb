"""With several candidates every verb says whose block it means."""

from pathlib import Path

import pytest

from planner.app.live_day import journal_beside
from planner.app.plan_files import save_copy
from planner.cli import exits
from planner.domain.blocks import Kind
from planner.formats.logfile import read_lines
from tests.builders import block, candidate, minutes, person, plan
from tests.cli.commands import command

TWO = plan(
    block("a1", "10:00", 45, people=["grace"], title="Interview"),
    block("al", "10:50", 60, kind=Kind.MEAL, minimum=minutes(45), title="Lunch"),
    block("a2", "12:00", 45, people=["kim"], title="Closing"),
    block("b1", "10:00", 45, people=["kim"], candidates=["bob"], title="Interview"),
    block("b2", "11:55", 45, people=["grace"], candidates=["bob"], title="Closing"),
    candidate("ada", name="Ada Lovelace"),
    person("grace", name="Grace Hopper"),
)

A1 = "2015-09-25T10:00 Interview (Ada Lovelace) [a1]"
B1 = "2015-09-25T10:00 Interview (Bob) [b1]"
STILL_IN = "Grace Hopper is still in Interview with Ada Lovelace."


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "two.interviewplan"
    save_copy(TWO, path)
    return path


def happened(file: Path) -> list[tuple[str, str | None]]:
    read = read_lines(journal_beside(file).lines())
    return [(entry.what.value, entry.block) for entry in read.entries]


def row(out: str, *words: str) -> str:
    """Return the last cell of the row that holds some words."""
    line = next(line for line in out.splitlines() if all(word in line for word in words))
    return line.rstrip().split("  ")[-1].strip()


def test_candidate_says_which_block_is_meant(file: Path) -> None:
    command("live", file, "start", "interview", "--candidate", "bob", "--at", "10:02")
    command("live", file, "start", "--candidate", "ada lovelace", "--at", "10:05")
    said = command("live", file, "end", "--candidate", "Ada Lovelace", "--at", "10:40").out
    assert said.splitlines()[0] == "10:40 Ada Lovelace: Interview ended (\u22125)"
    assert happened(file) == [("started", "b1"), ("started", "a1"), ("ended", "a1")]
    read = read_lines(journal_beside(file).lines())
    assert {entry.candidate for entry in read.entries} == {None}


def test_title_that_several_have_is_refused_with_their_candidates(file: Path) -> None:
    ran = command("live", file, "start", "Interview", "--at", "10:00")
    assert (ran.code, ran.error) == (
        exits.UNREADABLE,
        f"More than one block is called Interview. Name one of these: {A1}, {B1}.\n",
    )


def test_start_does_not_end_what_runs_for_another_candidate(file: Path) -> None:
    command("live", file, "start", "b1", "--at", "10:00")
    command("live", file, "start", "a1", "--at", "10:01")
    assert happened(file) == [("started", "b1"), ("started", "a1")]


def test_whoever_is_still_with_another_candidate_is_named(file: Path) -> None:
    command("live", file, "start", "a1", "--at", "10:00")
    ran = command("live", file, "start", "b2", "--at", "11:55")
    assert (ran.code, ran.error) == (
        exits.FINE,
        f"{STILL_IN} End that one too: live FILE end a1.\n",
    )
    assert happened(file) == [("started", "a1"), ("started", "b2")]


def test_tables_have_a_column_for_the_candidate(file: Path) -> None:
    assert row(command("show", file).out, "12:00", "Kim") == "Ada Lovelace"
    assert row(command("project", file).out, "11:55", "Closing") == "Bob"
    assert row(command("project", file, "--now", "10:00").out, "11:55", "Closing") == "Bob"
    assert row(command("risk", file).out, "Lunch") == "Ada Lovelace"


def test_what_is_due_and_what_is_proposed_name_the_candidate(file: Path) -> None:
    command("live", file, "start", "a1", "--at", "10:00")
    command("live", file, "no-show", "b1", "--at", "10:10")
    said = command("repair", file, "--now", "11:30").out.splitlines()
    assert "\u25b2 Bob: Nobody in Interview since 10:00" in said
    assert [line.split(" also: ") for line in said if line[:1] == "1"] == [
        [
            "1  Ada Lovelace: Keep Lunch whole, start Closing 15 min later;",
            "Bob: Hold Interview by phone",
        ]
    ]
    found = command("repair", file, "--now", "11:30", "--json").json
    assert found["proposals"][0]["candidates"] == ["ada", "bob"]
    due = command("project", file, "--now", "11:30", "--json").json["due"]
    assert [step["candidates"] for step in due] == [["bob"]]


def test_verdict_says_whose_it_is(file: Path) -> None:
    said = command("live", file, "verdict", "good", "--candidate", "bob", "--at", "17:00").out
    assert said.splitlines()[0] == "17:00 Bob: the candidate liked: the day as a whole"
