from planner.cli import exits
from tests.cli.commands import SAMPLE, command


def test_show_prints_a_table_for_each_date() -> None:
    ran = command("show", SAMPLE)
    headings = [line.split(" \u00b7")[0] for line in ran.out.splitlines() if "all times" in line]
    assert ran.code == exits.FINE
    assert headings == [
        "Wednesday 12 August 2015",
        "Wednesday 26 August 2015",
        "Thursday 10 September 2015",
        "Friday 25 September 2015",
    ]


def test_show_narrows_to_one_day() -> None:
    found = command("show", SAMPLE, "--day", "2015-08-12", "--json").json
    assert [(b["id"], b["start"], b["minutes"], b["mode"]) for b in found] == [
        ("call-1", "2015-08-12T11:00+02:00[Europe/Luxembourg]", 30, "phone")
    ]


def test_show_says_when_a_day_is_empty() -> None:
    assert command("show", SAMPLE, "--day", "2015-01-01").out.splitlines()[-1] == (
        "Nothing is scheduled."
    )
