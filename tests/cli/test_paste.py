import io
import sys
from pathlib import Path

import pytest

from planner.app.plan_files import load_plan_file
from planner.cli import exits
from tests.cli.commands import command

TEXT = """\
Friday 25 September 2015
10:15 - 11:00 | Partner Solutions Architect | Face-2-Face
11:00 - 11:45 | ??? | phone
Please bring your passport.
NOON Lunch with the team
"""


def paste(tmp_path: Path, text: str, *more: object) -> tuple[int, str, str]:
    source = tmp_path / "mail.txt"
    source.write_text(text, encoding="utf-8")
    ran = command("paste", source, "--zone", "Europe/Luxembourg", *more)
    return ran.code, ran.out, ran.error


def test_paste_makes_a_plan_of_what_it_understood(tmp_path: Path) -> None:
    out = tmp_path / "day.interviewplan"
    code, told, _ = paste(tmp_path, TEXT, "--candidate", "Ada Lovelace", "--out", out)
    plan = load_plan_file(out)
    assert code == exits.FINE
    assert [b.kind.value for b in plan.blocks.values()] == ["interview", "interview", "meal"]
    assert [c.name for c in plan.candidates.values()] == ["Ada Lovelace"]
    assert all(b.candidates == tuple(plan.candidates) for b in plan.blocks.values())
    assert told.splitlines()[-1] == f"3 blocks are in {out}."


def test_paste_shows_every_line(tmp_path: Path) -> None:
    _, told, _ = paste(tmp_path, TEXT)
    numbered = [line.split()[0] for line in told.splitlines() if line[:4].strip().isdigit()]
    assert numbered == ["1", "2", "3", "4", "5"]


def test_paste_as_json_tells_each_line_once(tmp_path: Path) -> None:
    source = tmp_path / "mail.txt"
    source.write_text(TEXT, encoding="utf-8")
    lines = command("paste", source, "--zone", "UTC", "--json").json
    assert [(line["line"], line["sort"]) for line in lines] == [
        (1, "day"),
        (2, "row"),
        (3, "row"),
        (4, "text"),
        (5, "row"),
    ]


def test_paste_leaves_an_existing_file_alone_unless_told(tmp_path: Path) -> None:
    out = tmp_path / "day.interviewplan"
    out.write_text("mine", encoding="utf-8")
    code, _, error = paste(tmp_path, TEXT, "--out", out)
    assert code == exits.UNREADABLE
    assert error.startswith(f"{out} is there already and was left as it is.")
    assert out.read_text(encoding="utf-8") == "mine"
    assert paste(tmp_path, TEXT, "--out", out, "--force")[0] == exits.FINE


def test_paste_says_which_rows_wait_for_a_date(tmp_path: Path) -> None:
    out = tmp_path / "day.interviewplan"
    _, _, error = paste(tmp_path, "10:00 - 11:00 Interview with Grace\n", "--out", out)
    assert error.splitlines() == [
        "1 line leaves a question: see the remarks above.",
        "1 row has no date and is not in the plan: give one with --date.",
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_paste_reads_what_is_piped_in_any_usual_encoding(
    encoding: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = "25.09.2015\n12:00 - 13:00 Mittagessen mit J\u00fcrgen\n".encode(encoding)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    lines = command("paste", "-", "--zone", "Europe/Berlin", "--json").json
    assert lines[1]["row"]["kind"] == "meal"
    assert "J\u00fcrgen" in lines[1]["text"]


def test_paste_shows_all_that_it_understood(tmp_path: Path) -> None:
    text = (
        "Time | Who | Focus | Candidate | Link | Room | Where\n"
        "10:00-11:00 | Anna Lee (Recruiter, shadow) (weak) | Ownership | Ada | https://a.eu | 1.04 | Lobby"
    )
    _, told, _ = paste(tmp_path, text, "--date", "2015-09-25")
    assert told.splitlines()[2].strip() == (
        "\u2192 Fri 25 Sep \u00b7 10:00 \u2013 11:00 \u00b7 Interview \u00b7 Anna Lee (Recruiter, Shadow)"
        " \u00b7 1.04 \u00b7 Lobby \u00b7 https://a.eu \u00b7 Candidate: Ada \u00b7 Focus areas: Ownership"
        " \u00b7 Internal note: Anna Lee: weak"
    )
