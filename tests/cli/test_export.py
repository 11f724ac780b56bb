from pathlib import Path

import pytest

from planner.cli import exits
from planner.cli.verbs.export import EXAMPLES
from planner.domain.audiences import AudienceKind
from tests.cli.commands import SAMPLE, command, written


def test_export_writes_one_file_for_one_reader(tmp_path: Path) -> None:
    ran = command("export", SAMPLE, "--what", "ics", "--for", "candidate", "--out", tmp_path / "o")
    assert (ran.code, written(tmp_path / "o")) == (
        exits.FINE,
        ["2015-08-12_2015-09-25 Itinerary Candidate.ics"],
    )
    assert ran.out.splitlines()[-1] == "1 file written."


def test_export_of_everything_for_everybody_makes_every_document_once(tmp_path: Path) -> None:
    ran = command("export", SAMPLE, "--out", tmp_path)
    names = written(tmp_path)
    kinds = {ending: sum(n.endswith(ending) for n in names) for ending in (".pdf", ".ics", ".html")}
    assert kinds == {".pdf": 9, ".ics": 9, ".html": 9}
    assert f"{len(names)} files written." in ran.out


def test_export_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        command("export", SAMPLE, "--out", tmp_path / folder)
    first = {p.name: p.read_bytes() for p in (tmp_path / "one").iterdir()}
    second = {p.name: p.read_bytes() for p in (tmp_path / "two").iterdir()}
    assert first == second


def test_export_refuses_a_reader_who_is_not_there(tmp_path: Path) -> None:
    ran = command("export", SAMPLE, "--for", "interviewer:nobody", "--out", tmp_path)
    assert ran.code == exits.UNREADABLE
    assert ran.error.startswith("Nobody in the plan is called interviewer:nobody. ")
    assert written(tmp_path) == []


def test_export_into_a_file_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    ran = command("export", SAMPLE, "--what", "csv", "--out", tmp_path / "file")
    assert ran.code == exits.UNREADABLE
    assert "Traceback" not in ran.error
    assert (tmp_path / "file").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("who", ["room", "room:room-1-04"])
def test_export_prints_the_sign_of_a_room(tmp_path: Path, who: str) -> None:
    ran = command("export", SAMPLE, "--what", "pdf", "--for", who, "--out", tmp_path / "o")
    assert (ran.error, written(tmp_path / "o")) == ("", ["2015-09-25 Room 1.04.pdf"])


def test_help_names_every_kind_of_reader() -> None:
    kinds = EXAMPLES.partition(" for all of that kind")[0]
    assert [kind.value for kind in AudienceKind if kind.value not in kinds] == []


def test_export_takes_a_reader_by_name(tmp_path: Path) -> None:
    ran = command(
        *("export", SAMPLE, "--what", "csv", "--out", tmp_path),
        *("--for", "interviewer:manager marketing"),
    )
    assert (ran.code, written(tmp_path)) == (
        exits.FINE,
        ["2015-09-25 Interviews Manager Marketing.csv"],
    )
