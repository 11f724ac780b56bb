"""The verbs of the live day: every entry is written, proposals are applied and taken back."""

import shutil
from pathlib import Path

import pytest

from planner.app.library import open_library
from planner.app.live_day import journal_beside, journal_of
from planner.app.locations import workspace_file
from planner.app.plan_files import load_plan_file, save_copy
from planner.cli import exits
from planner.domain.blocks import Kind
from planner.domain.log import Happening
from planner.formats.logfile import read_lines, write_line
from planner.resources import bundled
from tests.builders import block, minutes, person, plan
from tests.cli.commands import SAMPLE, command, written
from tests.fakes import FixedClock
from tests.schedule.live.logs import at, told


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "onsite.interviewplan"
    shutil.copy(SAMPLE, path)
    return path


def happened(file: Path) -> list[tuple[str, str | None]]:
    read = read_lines(journal_beside(file).lines())
    return [(entry.what.value, entry.block) for entry in read.entries]


def morning(file: Path) -> None:
    command("live", file, "start", "interview-1", "--at", "10:15", "--author", "Coordinator")
    command("live", file, "end", "--at", "10:58")
    command("live", file, "no-show", "--at", "11:12")


def test_entries_are_written_and_the_action_finds_its_block(file: Path) -> None:
    ran = command("live", file, "start", "interview-1", "--at", "10:15", "--author", "Coordinator")
    assert (ran.code, ran.out) == (exits.FINE, "10:15 1st interview started\n")
    assert command("live", file, "end", "--at", "10:58").out.startswith(
        "10:58 1st interview ended (\u22122)\n"
    )
    told = command("live", file, "no-show", "--at", "11:12").out.splitlines()
    assert told[:2] == [
        "11:12 nobody came to 2nd interview",
        "\u25b2 Nobody in 2nd interview since 11:00",
    ]
    assert happened(file) == [
        ("started", "interview-1"),
        ("ended", "interview-1"),
        ("no_show", "interview-2"),
    ]


def test_everything_that_happens_has_an_action(file: Path) -> None:
    morning(file)
    second = ["interview-2"]
    for action, *more in (
        ["arrive", "--at", "11:13"],
        ["late", *second, "--person", "manager-marketing", "--until", "11:20", "--at", "11:14"],
        ["replace", "--person", "Partner Development Manager", "--by", "phone", "--at", "11:30"],
        ["start", "--at", "11:31"],
        ["interrupt", "--reason", "dropped", "--at", "11:37"],
        ["resume", "--at", "11:40"],
        ["extend", "--minutes", "10", "--at", "11:41"],
        ["cut", "--minutes", "1 h", "--at", "11:41"],
        ["move", "interview-3", "--until", "13:30", "--at", "11:42"],
        ["skip", "interview-4", "--at", "11:43"],
        ["note", "--reason", "Coffee is out", "--at", "11:44"],
        ["leave", "--candidate", "Candidate", "--at", "11:45"],
    ):
        assert command("live", file, action, *more).error == ""
    said = command("live", file, "log").out.splitlines()
    assert said[-12:] == [
        "11:13 Candidate arrived",
        "11:14 Manager Marketing comes to 2nd interview at 11:20",
        "11:30 Partner Development Manager takes over 2nd interview, by phone",
        "11:31 replacement started 2nd interview, by phone",
        "11:37 call dropped",
        "11:40 call goes on",
        "11:41 2nd interview extended by 10 min",
        "11:41 2nd interview cut by 1 h",
        "11:42 3rd interview moved to 13:30",
        "11:43 4th interview skipped",
        "11:44 Coffee is out",
        "11:45 Candidate left",
    ]


def test_undo_takes_back_what_was_written_last(file: Path) -> None:
    morning(file)
    assert "taken back: nobody came to 2nd interview" in command("live", file, "undo").out
    log = command("live", file, "log").out.splitlines()
    assert log[2] == "11:12 nobody came to 2nd interview (taken back)"
    fresh = file.with_name("fresh.interviewplan")
    shutil.copy(SAMPLE, fresh)
    assert command("live", fresh, "undo").out == "There is nothing to write down.\n"


def test_attaching_writes_nothing_on_another_day(file: Path) -> None:
    assert command("live", file, "attach").out == "There is nothing to write down.\n"


def test_live_answers_with_the_projection(file: Path) -> None:
    morning(file)
    found = command("live", file, "note", "--reason", "x", "--at", "11:12", "--json").json
    phases = {b["id"]: b["phase"] for b in found["blocks"]}
    assert (phases["interview-1"], phases["interview-2"]) == ("done", "no_show")
    assert found["offsets"] == {"candidate": 12}
    assert found["due"][0]["task"] == "ask_bench"
    assert found["due"][0]["told"][0] == "Nobody in 2nd interview since 11:00"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["end"], "It is not clear which block this is about. Name one of these: 2015-08-12T11:00"),
        (["start", "coffee"], "The plan has no block coffee."),
        (["replace", "interview-2", "--person", "Nobody"], ""),
        (["arrive", "--candidate", "Nobody"], ""),
        (["extend", "interview-1"], ""),
        (["note", "--at", "noonish"], ""),
    ],
)
def test_what_cannot_be_written_is_refused(arguments: list[str], sentence: str, file: Path) -> None:
    ran = command("live", file, *arguments)
    assert ran.code == exits.UNREADABLE
    assert ran.error.startswith(sentence)
    assert "Traceback" not in ran.error
    assert happened(file) == []


def test_several_blocks_that_fit_have_to_be_named(tmp_path: Path) -> None:
    path = tmp_path / "two.interviewplan"
    two = plan(
        block("A", "10:00", 45, people=["ben"]),
        block("B", "10:00", 45, people=["kim"], candidates=["bob"]),
        person("ben"),
    )
    save_copy(two, path)
    ran = command("live", path, "start", "--at", "10:00")
    assert ran.error == (
        "It is not clear which block this is about. Name one of these: 2015-09-25T10:00 A "
        "(Ada) [A], 2015-09-25T10:00 B (Bob) [B].\n"
    )
    assert command("live", path, "arrive", "--at", "09:50").out == "09:50 ??? arrived\n"


def test_start_ends_what_runs_for_the_same_candidate_in_one_step(file: Path) -> None:
    command("live", file, "start", "interview-1", "--at", "10:15")
    said = command("live", file, "start", "--at", "11:00").out.splitlines()
    assert said == ["11:00 1st interview ended", "11:00 2nd interview started"]
    command("live", file, "undo")
    assert command("live", file, "end", "--at", "11:01").error == ""
    assert happened(file)[:3] == [
        ("started", "interview-1"),
        ("ended", "interview-1"),
        ("started", "interview-2"),
    ]
    assert happened(file)[-1] == ("ended", "interview-1")


def test_time_alone_means_the_date_of_the_log(file: Path) -> None:
    command("live", file, "start", "interview-1", "--at", "10:15")
    assert command("live", file, "no-show", "11:00").error == ""
    assert happened(file)[-1] == ("no_show", "interview-2")


def test_time_alone_means_the_date_at_which_it_happened(file: Path) -> None:
    assert command("live", file, "start", "11:00", "--at", "2015-08-12T11:00").error == ""
    assert happened(file) == [("started", "call-1")]


def test_time_alone_means_the_last_date_where_nothing_else_is_known(file: Path) -> None:
    assert command("live", file, "no-show", "11:00").error == ""
    assert happened(file) == [("no_show", "interview-2")]


def test_undo_is_told_when_it_happened(file: Path) -> None:
    morning(file)
    said = command("live", file, "undo", "--at", "11:13").out.splitlines()
    assert said[0] == "11:13 taken back: nobody came to 2nd interview"
    last = read_lines(journal_beside(file).lines()).entries[-1]
    assert last.at == at("11:13")
    assert last.written > last.at


def test_note_needs_a_text_and_takes_it_alone(file: Path) -> None:
    ran = command("live", file, "note", "--at", "10:00")
    assert (ran.code, ran.error) == (
        exits.UNREADABLE,
        "A note needs a text. Write it after the action.\n",
    )
    assert command("live", file, "note", "Coffee is out", "--at", "10:00").out.splitlines()[0] == (
        "10:00 Coffee is out"
    )
    command("live", file, "note", "lunch", "No onions", "--at", "10:01")
    assert happened(file) == [("note", None), ("note", "lunch")]


def test_project_at_a_moment_shows_how_the_day_goes(file: Path) -> None:
    morning(file)
    told = command("project", file, "--now", "11:12").out
    row = next(line for line in told.splitlines() if "2nd interview" in line)
    assert row.split()[-4:] == ["min", "no-show", "2nd", "interview"]
    assert "The day of Candidate runs 12 min late." in told
    found = command("project", file, "--now", "11:12", "--json").json
    assert found["now"] == "2015-09-25T11:12+02:00[Europe/Luxembourg]"
    lunch = next(b for b in found["blocks"] if b["id"] == "lunch")
    assert (lunch["shortened"], lunch["violated"], found["broken_promises"]) == (12, 0, [])


def test_project_says_when_a_day_is_early_or_on_time(file: Path) -> None:
    command("live", file, "start", "interview-1", "--at", "10:05")
    assert "runs 10 min early." in command("project", file, "--now", "10:06").out
    command("live", file, "undo")
    command("live", file, "start", "interview-1", "--at", "10:15")
    assert "The day of Candidate is on time." in command("project", file, "--now", "10:20").out


def test_project_says_how_late_it_is_since_the_day_began(file: Path) -> None:
    command("live", file, "start", "arrival", "--at", "09:52")
    command("live", file, "start", "interview-1", "--at", "10:20")
    assert "The day of Candidate runs 5 min late. Since the day really began: +3 min." in (
        command("project", file, "--now", "10:21").out.splitlines()
    )
    found = command("project", file, "--now", "10:21", "--json").json
    assert (found["offsets"], found["relative_offsets"]) == ({"candidate": 5}, {"candidate": 3})


def test_project_names_promises_that_break(file: Path) -> None:
    command("live", file, "start", "interview-2", "--at", "13:00")
    found = command("project", file, "--now", "13:10", "--json").json
    assert [(p["kind"], p["block"]) for p in found["broken_promises"]] == [
        ("rest", "lunch"),
        ("rest", "break"),
    ]
    assert command("project", file, "--now", "2015-08-01T10:00").code == exits.FINE


def test_repair_lists_proposals_with_their_prices(file: Path) -> None:
    morning(file)
    said = command("repair", file, "--now", "11:12").out.splitlines()
    price = ["Notify Partner Development Manager", "end 17:00", "no focus area lost"]
    assert said[4:7] == [
        "1  Ask Partner Development Manager to take over 2nd interview by phone",
        "   Lunch 11:57\u201313:15: 78 min, above its minimum.",
        "   " + " \u00b7 ".join([*price, "45 min of interviews saved"]),
    ]
    found = command("repair", file, "--now", "11:12", "--json").json
    first = found["proposals"][0]
    assert (first["moves"], first["blocks"]) == (["replace"], ["interview-2"])
    assert first["price"]["told"] == ["people/partner-development-manager"]
    assert found["nothing"]["lost"] == 47
    assert [one["to"] for one in first["messages"]] == [
        "candidates/candidate",
        "people/partner-development-manager",
    ]


def test_repair_says_what_a_proposal_does_to_the_risks(file: Path) -> None:
    morning(file)
    found = command("repair", file, "--now", "11:12", "--json").json
    for proposal in found["proposals"]:
        assert [(risk["what"], risk["block"]) for risk in proposal["risks"]] == [("rest", "lunch")]
    risk = found["proposals"][0]["risks"][0]
    assert (risk["candidate"], risk["by"], risk["after"]) == (None, None, 1)
    assert 0.95 < risk["before"] < 0.99
    said = command("repair", file, "--now", "11:12").out.splitlines()
    chance = round(risk["before"] * 100)
    assert said[7] == f"   Lunch safe {chance} \u2192 >99 %"


def test_repair_prints_the_texts_to_send(file: Path) -> None:
    morning(file)
    said = command("repair", file, "--now", "11:12", "--messages").out.splitlines()
    start = said.index("   To Partner Development Manager:")
    assert said[start + 1 : start + 3] == [
        "      Hello Partner Development Manager,",
        "      Please take over 2nd interview with Candidate at 11:12, by phone.",
    ]
    applied = command("repair", file, "--now", "11:12", "--apply", "1", "--messages").out
    assert "   To Partner Development Manager:" in applied.splitlines()
    assert "   To Partner Development Manager:" not in command("repair", file).out.splitlines()


def test_repair_does_not_say_that_all_is_well_where_nothing_helps(tmp_path: Path) -> None:
    path = tmp_path / "one.interviewplan"
    rest = block("rest", "11:00", 20, kind=Kind.BREAK, minimum=minutes(20))
    save_copy(plan(block("A", "10:00", 60, people=["ben"]), rest), path)
    command("live", path, "start", "A", "--at", "10:00")
    command("live", path, "end", "--at", "11:10")
    said = command("repair", path, "--now", "11:15", "--no-experience").out.splitlines()
    assert said[0].startswith("If nothing is done: 10 min of promised rest or start missed")
    assert said[1] == "Nothing that could be done would help."


def past_days(count: int) -> None:
    """Put days into the workspace of which every interview took a quarter longer than planned."""
    folder = workspace_file().parent
    with open_library(workspace_file(), FixedClock()) as library:
        for number in range(count):
            made = plan(block("A", "10:00", 40), block("B", "11:00", 40))
            copied = library.add_copy(made).plan.id
            went = [
                told("10:00", "started", "A"),
                told("10:50", "ended", "A"),
                told("11:00", "started", "B"),
                told("11:50", "ended", "B", id=f"last-{number}"),
            ]
            journal_of(copied, folder).add(write_line(entry) for entry in went)


@pytest.mark.parametrize("verb", ["repair", "risk"])
def test_logs_of_the_workspace_are_learned_from(verb: str, tmp_path: Path) -> None:
    file = tmp_path / "day.interviewplan"
    rest = block("rest", "11:00", 60, kind=Kind.MEAL, minimum=minutes(50))
    save_copy(plan(block("X", "10:00", 60), rest), file)
    past_days(2)
    assert command(verb, file, "--json").json["experience"] == {"blocks": 0, "plans": 0}
    assert "Learned" not in command(verb, file).out
    past_days(1)
    assert command(verb, file, "--json").json["experience"] == {"blocks": 6, "plans": 3}
    assert "Learned from 6 blocks of 3 plans." in command(verb, file).out.splitlines()
    alone = command(verb, file, "--no-experience", "--json").json
    assert alone["experience"] == {"blocks": 0, "plans": 0}


def test_what_was_learned_changes_the_risk(tmp_path: Path) -> None:
    file = tmp_path / "day.interviewplan"
    rest = block("rest", "11:00", 60, kind=Kind.MEAL, minimum=minutes(50))
    save_copy(plan(block("X", "10:00", 60), rest), file)
    past_days(10)
    learned = command("risk", file, "--json").json["rests"][0]["below_minimum"]
    assert (
        learned
        > command("risk", file, "--no-experience", "--json").json["rests"][0]["below_minimum"]
    )


def test_risk_makes_no_workspace(file: Path) -> None:
    command("risk", file)
    assert not workspace_file().exists()


def test_verdict_is_kept_with_the_day(file: Path) -> None:
    morning(file)
    good = command("live", file, "verdict", "good", "Everybody was on time", "--at", "17:05")
    assert good.out.splitlines()[0] == "17:05 the candidate liked: Everybody was on time"
    command("live", file, "verdict", "not-so-good", "--reason", "Lunch was short", "--at", "17:06")
    command("live", file, "verdict", "good", "--at", "17:07")
    report = command("report", file, "--out", file.parent / "out", "--now", "18:00", "--json").json
    assert report["verdict"] == {
        "good": ["Everybody was on time", "the day as a whole"],
        "not_good": ["Lunch was short"],
    }
    command("live", file, "undo")
    last = read_lines(journal_beside(file).lines()).entries[-2]
    assert (last.what, last.candidate, last.block) == (Happening.VERDICT, "candidate", None)
    assert command("live", file, "log").out.splitlines()[-2] == (
        "17:07 the candidate liked: the day as a whole (taken back)"
    )


def test_text_after_the_block_is_the_reason(file: Path) -> None:
    command("live", file, "start", "interview-1", "--at", "10:15")
    said = command("live", file, "interrupt", "interview-1", "a phone rang", "--at", "10:20").out
    assert said.splitlines()[0] == "10:20 1st interview interrupted: a phone rang"


@pytest.mark.parametrize("verdict", [["bad"], []])
def test_verdict_is_good_or_not_so_good(verdict: list[str], file: Path) -> None:
    ran = command("live", file, "verdict", *verdict)
    assert (ran.code, ran.error) == (
        exits.UNREADABLE,
        "A verdict is good or not-so-good. Say which.\n",
    )
    assert happened(file) == []


def test_repair_applies_a_proposal_and_undo_takes_it_back(file: Path) -> None:
    morning(file)
    before = load_plan_file(file).blocks
    told = command("repair", file, "--now", "11:12", "--apply", "3", "--author", "C").out
    assert "11:12 3rd interview takes over Are Right, A Lot" in told
    assert load_plan_file(file).blocks != before
    assert [what for what, _ in happened(file)][-2:] == ["skipped", "handed"]
    command("live", file, "undo")
    assert load_plan_file(file).blocks == before
    found = command("repair", file, "--now", "11:13", "--apply", "1", "--json").json
    assert next(b for b in found["blocks"] if b["id"] == "interview-2")["phase"] == "replaced"


def test_repair_refuses_a_proposal_that_is_not_there(file: Path) -> None:
    ran = command("repair", file, "--now", "09:00", "--apply", "1")
    assert (ran.code, ran.error) == (
        exits.UNREADABLE,
        "There is no proposal 1. Ask for the proposals first.\n",
    )
    assert "Nothing needs to be done." in command("repair", file, "--now", "09:00").out
    assert command("repair", file).code == exits.FINE


def test_simulate_plays_days_on_a_copy(file: Path) -> None:
    before = file.read_bytes()
    one = command("simulate", file, "--seed", "7").out
    assert "1st interview started" in one
    assert one == command("simulate", file, "--seed", "7").out
    days = command("simulate", file, "--seed", "7", "--days", "2", "--json").json
    assert len(days) == 2
    assert all(repair["is_as_announced"] for day in days for repair in day["repairs"])
    assert (file.read_bytes(), written(file.parent)) == (before, ["onsite.interviewplan"])


def test_sample_log_can_be_put_beside_the_sample(file: Path) -> None:
    went = bundled("samples", "luxembourg-2015-as-it-went.interviewlog")
    shutil.copy(went, file.with_suffix(".interviewlog"))
    found = command("project", file, "--now", "17:10", "--json").json
    effective = {b["id"]: b["effective"] for b in found["blocks"]}
    assert (effective["interview-2"], effective["lunch"]) == (20, 78)
    assert Happening.LEFT.value in {what for what, _ in happened(file)}


def test_nobody_in_particular_is_late(file: Path) -> None:
    ran = command("live", file, "late", "interview-3", "--until", "13:30", "--at", "11:00")
    assert (ran.code, ran.out) == (exits.UNREADABLE, "")
    assert happened(file) == []


@pytest.mark.parametrize(
    "asked",
    [
        ("project", "--now", "10:20"),
        ("risk", "--now", "10:20"),
        ("repair", "--now", "10:20"),
        ("live", "log"),
    ],
)
def test_lines_that_cannot_be_read_are_told(file: Path, asked: tuple[str, ...]) -> None:
    morning(file)
    journal_beside(file).add([b"not an entry"])
    verb, *rest = asked
    ran = command(verb, file, *rest)
    assert ran.code == exits.FINE
    assert ran.error == "1 line of the log of this day cannot be read and is left out.\n"
