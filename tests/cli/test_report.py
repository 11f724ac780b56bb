import shutil
from pathlib import Path

import pytest

from planner.app.plan_files import save_copy
from planner.cli import exits
from planner.resources import bundled
from tests.builders import block, plan
from tests.cli.commands import SAMPLE, command, written

NAME = "2015-09-25 Report Senior Solutions Architect, Luxembourg"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    went = bundled("samples", "luxembourg-2015-as-it-went.interviewlog")
    shutil.copy(went, tmp_path / "day.interviewlog")
    return Path(shutil.copy(SAMPLE, tmp_path / "day.interviewplan"))


def test_report_writes_three_files_and_says_the_main_things(file: Path, tmp_path: Path) -> None:
    ran = command("report", file, "--out", tmp_path / "out")
    assert ran.code == exits.FINE
    assert written(tmp_path / "out") == [f"{NAME}.{ending}" for ending in ("csv", "html", "pdf")]
    said = ran.out.splitlines()
    assert "On time: 80 % (4 of 5 interviews)" in said
    assert "Rest: 2 h 18 min (of 2 h 30 min planned, 55 min promised)" in said
    assert "\u2022 no-shows: 31 min" in said


def test_report_as_json(file: Path, tmp_path: Path) -> None:
    found = command("report", file, "--out", tmp_path / "out", "--json").json
    second = next(block for block in found["blocks"] if block["id"] == "interview-2")
    assert (found["day"], found["on_time"]) == ("2015-09-25", [4, 5])
    assert found["lost"] == {"no_show": 31, "dropped": 6, "cut": 2}
    assert (found["rest_delivered"], found["rest_promised"]) == (138, 55)
    assert second == {
        "id": "interview-2",
        "planned_start": "2015-09-25T11:00+02:00[Europe/Luxembourg]",
        "planned_end": "2015-09-25T11:45+02:00[Europe/Luxembourg]",
        "start": "2015-09-25T11:31+02:00[Europe/Luxembourg]",
        "end": "2015-09-25T11:57+02:00[Europe/Luxembourg]",
        "effective": 20,
        "late": 31,
        "over": -19,
        "on_time": False,
        "promised": None,
        "lost": {"no_show": 31, "dropped": 6},
    }
    assert found["files"] == [f"{NAME}.{ending}" for ending in ("csv", "html", "pdf")]
    assert found["verdict"] == {
        "good": ["exactly on time, fast answers, hotel, people"],
        "not_good": ["missing interview partner, dropped calls, nobody at lunch"],
    }


def test_report_at_a_moment_knows_nothing_of_what_comes_later(file: Path, tmp_path: Path) -> None:
    ran = command("report", file, "--out", tmp_path / "out", "--now", "11:12", "--json")
    blocks = {block["id"]: block for block in ran.json["blocks"]}
    assert ran.json["on_time"] == [1, 1]
    assert (blocks["interview-2"]["start"], blocks["lunch"]["start"]) == (None, None)


def test_report_in_another_language_is_named_in_it(file: Path, tmp_path: Path) -> None:
    command("report", file, "--out", tmp_path / "out", "--language", "de")
    page = next((tmp_path / "out").glob("*.html")).read_text(encoding="utf-8")
    assert '<html lang="de">' in page


def test_report_says_what_no_font_can_print(file: Path, tmp_path: Path) -> None:
    text = file.read_text(encoding="utf-8").replace("1st interview", "1st \U00013000")
    file.write_text(text, encoding="utf-8")
    ran = command("report", file, "--out", tmp_path / "out")
    assert "U+13000" in ran.error


def test_report_of_a_plan_without_times_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "day.interviewplan"
    save_copy(plan(block("A", None)), file)
    ran = command("report", file, "--out", tmp_path / "out")
    assert (ran.code, ran.out) == (exits.UNREADABLE, "")
    assert "no day to report on" in ran.error
