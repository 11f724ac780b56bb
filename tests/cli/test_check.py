from pathlib import Path

from planner.cli import exits
from planner.domain.blocks import Kind
from planner.formats.planfile.writing import write_plan
from tests import builders as b
from tests.cli.commands import SAMPLE, command


def test_check_of_the_sample_reports_what_is_so_and_nothing_else() -> None:
    ran = command("check", SAMPLE)
    assert ran.code == exits.ERRORS_FOUND
    assert ran.out.splitlines() == [
        "\u25cf Error PNL-101  Nobody is named for 2nd interview (11:00) on Fri 25 Sep (Lead).",
        "    Choose somebody from the bench, or make the seat optional.",
        "\u25b2 Warning MOD-301  2nd interview (11:00) on Fri 25 Sep has no fallback for when the connection drops (Phone).",
        "    Add a second number or link, and who calls back.",
        "\u25b2 Warning BRK-204  Nobody meets Candidate at Lunch (11:45) on Fri 25 Sep, from 11:45 to 13:15.",
        "    Name a host.",
        "1 error, 2 warnings, 0 hints.",
    ]


def test_check_as_json_has_the_documented_shape() -> None:
    found = command("check", SAMPLE, "--format", "json").json
    assert found["plan"] == {
        "id": "luxembourg-2015",
        "title": "Senior Solutions Architect, Luxembourg",
    }
    assert [(p["code"], p["severity"], p["subjects"][0]) for p in found["problems"]] == [
        ("PNL-101", "error", "blocks/interview-2"),
        ("MOD-301", "warning", "blocks/interview-2"),
        ("BRK-204", "warning", "blocks/lunch"),
    ]
    assert set(found["problems"][0]) == {
        "code",
        "severity",
        "what",
        "mend",
        "subjects",
        "facts",
        "when",
        "fixes",
        "key",
    }


def test_check_tells_which_promises_the_plan_breaks_as_it_is(tmp_path: Path) -> None:
    plan = b.plan(
        b.candidate("ada", phone="1", contact="kim"),
        b.person("kim", phone="1"),
        b.block("other", "10:00", 70, people=["ines"], candidates=["bob"]),
        b.block("a", "11:00", 60, people=["ines"]),
        b.block("rest", "12:00", 30, kind=Kind.BREAK),
    )
    path = tmp_path / "late.interviewplan"
    path.write_bytes(write_plan(plan))
    assert [p["code"] for p in command("check", path, "--format", "json").json["problems"]] == [
        "CLS-102",
        "BRK-211",
    ]


def test_check_without_problems_exits_with_zero(tmp_path: Path) -> None:
    path = tmp_path / "empty.interviewplan"
    path.write_bytes(write_plan(b.plan()))
    ran = command("check", path)
    assert (ran.code, ran.out) == (exits.FINE, "No problems.\n")


def test_check_of_a_missing_file_is_a_sentence(tmp_path: Path) -> None:
    ran = command("check", tmp_path / "nowhere.interviewplan")
    assert (ran.code, ran.out) == (exits.UNREADABLE, "")
    assert ran.error.startswith("nowhere.interviewplan ")


def test_check_keeps_markup_and_escape_sequences_of_names_out_of_the_terminal(
    tmp_path: Path,
) -> None:
    plan = b.plan(b.block("one", "10:00", title="[red]\x1b[2J[/red]"), b.candidate("ada"))
    path = tmp_path / "odd.interviewplan"
    path.write_bytes(write_plan(plan))
    ran = command("check", path)
    assert "\x1b" not in ran.out
    assert "[red]" in ran.out


def test_check_of_a_damaged_file_names_the_file_and_every_fault(tmp_path: Path) -> None:
    path = tmp_path / "odd.interviewplan"
    text = SAMPLE.read_text(encoding="utf-8")
    path.write_text(text.replace('"kind": "break"', '"kind": "nap"').replace("T10:15", "T25:61"))
    ran = command("check", path)
    assert ran.code == exits.UNREADABLE
    assert [line.split(":")[0] for line in ran.error.splitlines()] == [
        f"{path} cannot be used as a plan. It was left as it is.",
        "blocks[4].timebox.start",
        "blocks[9].kind",
    ]
