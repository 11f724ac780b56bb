import shutil
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest

from planner.app.moments import moment_called
from planner.app.plan_files import load_plan_file, save_copy
from planner.cli import exits
from planner.domain.blocks import Kind
from planner.domain.errors import InvalidValue
from planner.domain.log import Log, LogEntry
from planner.formats.logfile import write_line
from planner.store.journals import Journal
from tests.builders import DAY, block, plan
from tests.cli.commands import SAMPLE, command
from tests.schedule.live.logs import log, told


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return Path(shutil.copy(SAMPLE, tmp_path / "day.interviewplan"))


def write_log(file: Path, entries: Sequence[LogEntry]) -> None:
    Journal(file.with_suffix(".interviewlog")).add(write_line(entry) for entry in entries)


MORNING = [
    told("09:50", "started", "arrival"),
    told("10:15", "ended", "arrival"),
    told("10:15", "started", "interview-1"),
    told("11:01", "ended", "interview-1"),
]


def test_risk_of_the_plan_names_the_interview_before_lunch(file: Path) -> None:
    found = command("risk", file, "--json").json
    lunch = found["rests"][0]
    assert found["now"] is None
    assert (lunch["block"], lunch["level"], lunch["cause"]) == ("lunch", "safe", "interview-2")
    assert 0.6 < lunch["shortened"] < 0.7
    assert lunch["below_minimum"] < 0.01
    assert found["advice"] == []


def test_risk_is_a_table_for_people(file: Path) -> None:
    ran = command("risk", file)
    assert ran.code == exits.FINE
    row = next(line for line in ran.out.splitlines() if "Lunch" in line)
    assert row.split() == (
        [
            "Fri",
            "25",
            "Sep",
            "Lunch",
            "safe:",
            "99",
            "%.",
            "As",
            "long",
            "as",
            "planned:",
            "34",
            "%",
            "2nd",
            "interview",
            "(11:00)",
        ]
    )
    assert "Over by" not in ran.out  # none of the days can be too late


def test_risk_on_the_day_reads_the_log_beside_the_plan(file: Path) -> None:
    write_log(file, [*MORNING, told("11:10", "suspected", "interview-2")])
    found = command("risk", file, "--now", "11:12", "--json").json
    assert found["now"] == "2015-09-25T11:12+02:00[Europe/Luxembourg]"
    lunch = found["rests"][0]
    assert (lunch["shortened"], lunch["cause"]) == (1, "interview-2")
    assert [day["day"] for day in found["days"]] == ["2015-09-25"]


def test_risk_at_a_moment_knows_nothing_of_what_comes_later(file: Path) -> None:
    write_log(file, MORNING)
    before = command("risk", file, "--now", "10:58", "--json").json
    write_log(file, [told("11:10", "suspected", "interview-2")])
    assert command("risk", file, "--now", "10:58", "--json").json == before


def test_risk_of_a_day_that_is_over_is_nothing(file: Path) -> None:
    write_log(file, [told("17:00", "ended", "interview-5")])
    ran = command("risk", file)  # now is years later
    assert ran.out.splitlines()[-1] == "Nothing is left that could go wrong."


def test_risk_says_when_the_log_tells_nothing(file: Path) -> None:
    last = command("risk", file, "--now", "11:12").out.splitlines()[-1]
    assert last == "The log tells of nothing: no block is taken to have begun."


def test_risk_says_where_minutes_help(file: Path) -> None:
    advice = command("risk", file, "--before", "lunch", "--json").json["advice"]
    assert len(advice) == 9
    assert {option["length"] for option in advice} == {5, 10, 15}
    said = command("risk", file, "--before", "lunch").out.splitlines()
    assert sum(line.startswith("\u2022 15 min") for line in said) == 3
    assert command("risk", file, "--before", "interview-1", "--json").json["advice"] == []


def test_risk_says_who_should_come_earlier(tmp_path: Path) -> None:
    file = tmp_path / "day.interviewplan"
    rest = block("lunch", "11:00", 60, kind=Kind.MEAL)
    save_copy(plan(block("A", "09:00", 90), block("B", "10:30", 30), rest), file)
    assert (
        command("risk", file, "--before", "lunch")
        .out.splitlines()[-1]
        .startswith("\u2022 B (10:30) is surer")
    )


def test_risk_refuses_a_moment_that_is_none() -> None:
    ran = command("risk", SAMPLE, "--now", "noonish")
    assert ran.code == exits.UNREADABLE
    assert ran.error == (
        "\u201cnoonish\u201d is a date or a time that does not exist. Correct it.\n"
    )


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("9:05", "2015-09-25T07:05"),
        ("2015-09-10T11:12", "2015-09-10T09:12"),
        ("2015-09-25T11:12+03:00", "2015-09-25T08:12"),
        ("2015-09-25T11:12+01:00[Europe/London]", "2015-09-25T10:12"),
    ],
)
def test_moment_is_meant_on_the_clocks_of_the_day(text: str, clock: str) -> None:
    found = moment_called(load_plan_file(SAMPLE), Log(), text)
    assert found.instant == datetime.fromisoformat(clock).replace(tzinfo=UTC)


def test_time_alone_is_meant_on_the_date_of_the_log() -> None:
    day = plan(block("A", "10:00"), block("B", "10:00", day=DAY.replace(day=28)))
    found = moment_called(day, log(told("10:00", "started", "A")), "11:00")
    assert str(found) == "2015-09-25T11:00+02:00[Europe/Luxembourg]"
    assert moment_called(day, Log(), "11:00").day == DAY.replace(day=28)


def test_time_alone_needs_a_date() -> None:
    with pytest.raises(InvalidValue):
        moment_called(plan(block("A")), Log(), "11:00")


def test_risk_at_a_moment_knows_what_was_taken_back_since(file: Path) -> None:
    """What is taken back after a moment had never happened, and what was corrected was otherwise."""
    plain = command("risk", file, "--now", "10:30", "--json").json
    command("live", file, "start", "interview-1", "--at", "10:00")
    command("live", file, "undo")
    assert command("risk", file, "--now", "10:30", "--json").json == plain
