import json
import os
import pkgutil
import subprocess
import sys
from pathlib import Path

import pytest

import planner.cli.verbs
from planner.cli import exits
from planner.cli.application import VERBS
from planner.cli.terminal import Terminal
from planner.resources import bundled
from tests.cli.commands import SAMPLE, command, written


def test_demo_does_the_main_job_and_leaves_a_plan_to_try(tmp_path: Path) -> None:
    ran = command("demo", "--out", tmp_path)
    assert ran.code == exits.FINE
    assert [line for line in ran.out.splitlines() if line[:2] in {"1.", "2.", "3.", "4."}] == [
        "1. The plan",
        "2. What is wrong with it",
        "3. What if an interview takes longer",
        "4. What everybody gets",
    ]
    assert "sample.interviewplan" in written(tmp_path)
    assert command("check", tmp_path / "sample.interviewplan").code == exits.ERRORS_FOUND


def test_schema_is_the_published_one() -> None:
    published = bundled("schema", "interviewplan.schema.json").read_text(encoding="utf-8")
    assert command("schema").json == json.loads(published)


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_teaches_with_examples(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        command(verb, "--help")
    told = capsys.readouterr().out
    assert stopped.value.code == 0
    assert f"interview-planner {verb}" in told
    assert VERBS[verb] in told


def test_every_module_of_verbs_is_a_verb() -> None:
    modules = {module.name for module in pkgutil.iter_modules(planner.cli.verbs.__path__)}
    assert modules == set(VERBS)


def test_a_reader_that_has_seen_enough_is_no_error() -> None:
    ran = subprocess.run(
        ["/bin/sh", "-c", f"'{sys.executable}' -m planner show '{SAMPLE}' --json | head -n 1"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert (ran.stdout, ran.stderr) == ("[\n", "")


def test_terminal_speaks_the_language_of_the_surroundings(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    assert Terminal().language.tag == "de"
    monkeypatch.setenv("LC_ALL", "C")
    assert Terminal().language.tag == "en"


def test_heavy_libraries_are_not_paid_for_by_a_check() -> None:
    code = (
        "import sys; from planner.cli.application import run; "
        f"run(['check', {str(SAMPLE)!r}, '--json']); "
        "print([m for m in ('reportlab', 'uharfbuzz', 'icalendar', 'segno') if m in sys.modules],"
        " file=sys.stderr)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert ran.stderr == "[]\n"


def test_output_that_the_terminal_cannot_print_is_escaped() -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "planner", "check", str(SAMPLE)],
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": "latin-1"},
        check=False,
    )
    assert ran.stderr == b""
    assert ran.stdout.splitlines()[0].startswith(b"\\u25cf Error PNL-101")


@pytest.mark.parametrize(
    ("redirection", "code"),
    [
        (">&-", exits.ERRORS_FOUND),
        ("2>&-", exits.ERRORS_FOUND),
        (">/dev/full", exits.UNREADABLE),
        ("<&-", exits.ERRORS_FOUND),
    ],
)
def test_odd_streams_are_no_reason_for_a_traceback(redirection: str, code: int) -> None:
    ran = subprocess.run(
        [
            "/bin/sh",
            "-c",
            f"COLUMNS=abc '{sys.executable}' -m planner check '{SAMPLE}' {redirection}",
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.returncode, "Traceback" in ran.stderr) == (code, False)


def test_nothing_piped_in_is_a_sentence() -> None:
    ran = subprocess.run(
        ["/bin/sh", "-c", f"'{sys.executable}' -m planner paste - --zone UTC <&-"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (
        exits.UNREADABLE,
        "- was not found. Was it moved or renamed?\n",
    )
