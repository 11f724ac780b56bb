"""Bad input: each gets a clear sentence, and nothing is lost."""

import errno
import json
import os
import resource
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from planner.app.changes import Change
from planner.app.library import Library
from planner.app.plan_files import load_plan_file, open_plan_file, save_copy
from planner.app.workspace import Workspace
from planner.domain.edits.base import Edit
from planner.domain.edits.document import ChangePlan
from planner.domain.edits.records import ReplaceRecord
from planner.domain.edits.timing import MoveBlock
from planner.domain.errors import PlannerError
from planner.domain.ids import BlockId
from planner.domain.plan import Plan
from planner.formats.planfile.faults import UnreadablePlan
from planner.formats.planfile.reading import read_plan
from planner.formats.wording.language import language
from planner.formats.wording.refusals import refusal
from planner.store.sqlite import SqliteStore
from tests.bad_documents import DOCUMENTS, GOOD, TEXT
from tests.builders import block, candidate, moment, office, plan
from tests.fakes import FixedClock

NOBODY = 65534


def sentence(error: PlannerError) -> str:
    return refusal(error, language("en"))


def told(data: bytes) -> str:
    with pytest.raises(UnreadablePlan) as refused:
        read_plan(data)
    return sentence(refused.value)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_bad_document_gets_a_clear_sentence(name: str) -> None:
    data, expected = DOCUMENTS[name]
    assert told(data) == expected


@pytest.mark.parametrize("name", ["10 MB of noise", "cut off in a text", "newer version"])
def test_damaged_file_is_not_opened_and_so_never_saved_over(tmp_path: Path, name: str) -> None:
    data, expected = DOCUMENTS[name]
    path = tmp_path / "day.interviewplan"
    path.write_bytes(data)
    with pytest.raises(UnreadablePlan) as refused:
        open_plan_file(path, FixedClock())
    assert sentence(refused.value) == expected
    assert path.read_bytes() == data


NASTY = [
    '<img src="/etc/passwd">',
    "<b>Ann",
    "Ann & Bob </para>",
    "line\r\nbreak",
    "BEGIN:VALARM\r\nEND:VALARM",
    "\x00\x01\x1b[31m",
    "\u202egnp.exe",
    "\u2028\u0085",
    "\ud800",
    "N" * 400,
    "../../../etc/passwd",
    "C:\\CON",
    '=HYPERLINK("x")',
    "'; DROP TABLE plan; --",
    "{place} %s {0}",
    "",
]


@pytest.mark.parametrize("text", NASTY)
def test_nasty_text_is_data_and_comes_back(tmp_path: Path, text: str) -> None:
    nasty = plan(
        block("first", "10:15", title=text, place=text),
        replace(candidate("ada"), name=text),
        note=text,
    )
    workspace = saved(nasty, tmp_path)
    workspace.apply(ChangePlan(title=text))
    assert load_plan_file(tmp_path / "day.interviewplan") == workspace.plan
    assert workspace.plan.title == text


@pytest.mark.parametrize("text", NASTY)
def test_nasty_text_in_a_faulty_document_is_told_in_print(text: str) -> None:
    document = {**json.loads(TEXT), text: text, "language": [text], "title": {text: text}}
    document["blocks"][0]["kind"] = text
    with pytest.raises(UnreadablePlan) as refused:
        read_plan(json.dumps(document).encode())
    told_texts = [sentence(one) for one in refused.value.each()]
    assert len(told_texts) == 4
    assert all(one.isprintable() and len(one) < 250 for one in told_texts)


def saved(value: Plan, folder: Path) -> Workspace:
    path = folder / "day.interviewplan"
    save_copy(value, path)
    return open_plan_file(path, FixedClock())


@contextmanager
def ordinary_user() -> Iterator[None]:
    """Work without the rights of the system's administrator, for whom nothing is forbidden."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def public_folder() -> Iterator[Path]:
    """A folder that anybody may enter; pytest's own are for the user alone."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


def refused_opening(path: Path) -> str:
    with pytest.raises(PlannerError) as refused:
        open_plan_file(path, FixedClock())
    return sentence(refused.value)


def test_missing_file_is_told(tmp_path: Path) -> None:
    assert (
        refused_opening(tmp_path / "gone.interviewplan")
        == "gone.interviewplan was not found. Was it moved or renamed?"
    )


def test_folder_in_place_of_a_file_is_told(tmp_path: Path) -> None:
    assert refused_opening(tmp_path) == f"{tmp_path.name} is not a file. Choose a plan file."


def test_file_with_an_impossible_name_is_told(tmp_path: Path) -> None:
    assert refused_opening(tmp_path / "a\x00b") == "a\\x00b is not a possible file name."


def test_file_that_must_not_be_read_is_told(public_folder: Path) -> None:
    path = public_folder / "day.interviewplan"
    path.write_text(TEXT)
    path.chmod(0)
    with ordinary_user():
        assert refused_opening(path) == "You are not permitted to read day.interviewplan."


def test_file_that_is_too_large_is_told_without_reading_it(tmp_path: Path) -> None:
    path = tmp_path / "day.interviewplan"
    with path.open("wb") as file:
        file.truncate(10**12)
    assert (
        refused_opening(path)
        == "day.interviewplan has 1000000 MB. A plan file has 50 MB at the most."
    )


def refused_edit(workspace: Workspace) -> str:
    """Return what is told when an edit cannot be saved, after checking that nothing changed."""
    before = workspace.plan
    heard = list[Change]()
    workspace.listen(heard.append)
    with pytest.raises(PlannerError) as refused:
        workspace.apply(ChangePlan(title="New title"))
    assert workspace.plan is before
    assert workspace.undoable is None
    assert heard == []
    return sentence(refused.value)


def names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def test_read_only_folder_is_told(public_folder: Path) -> None:
    workspace = saved(GOOD, public_folder)
    with ordinary_user():
        assert (
            refused_edit(workspace)
            == "day.interviewplan was not saved: you are not permitted to write it. Save it in another folder."
        )
    assert load_plan_file(public_folder / "day.interviewplan") == GOOD


def test_write_protected_file_is_told_although_it_could_be_replaced(public_folder: Path) -> None:
    workspace = saved(GOOD, public_folder)
    public_folder.chmod(0o777)
    path = public_folder / "day.interviewplan"
    path.chmod(0o444)
    with ordinary_user():
        assert (
            refused_edit(workspace)
            == "day.interviewplan was not saved: you are not permitted to write it. Save it in another folder."
        )
    assert load_plan_file(path) == GOOD


@contextmanager
def largest_file(size: int) -> Iterator[None]:
    """Let the system refuse to write more than ``size`` bytes into a file."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_full_disk_is_told_and_the_old_file_stays(tmp_path: Path) -> None:
    workspace = saved(GOOD, tmp_path)
    with largest_file(1000):
        assert (
            refused_edit(workspace)
            == "day.interviewplan was not saved: the disk is full. What was saved before is still there."
        )
    assert load_plan_file(tmp_path / "day.interviewplan") == GOOD
    assert names(tmp_path) == ["day.interviewplan"]
    workspace.apply(ChangePlan(title="There is space again"))
    assert load_plan_file(tmp_path / "day.interviewplan") == workspace.plan


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (
            errno.ENOSPC,
            "day.interviewplan was not saved: the disk is full. What was saved before is still there.",
        ),
        (
            errno.EROFS,
            "day.interviewplan was not saved: the disk is read-only. Save it on another disk.",
        ),
        (
            errno.EIO,
            "day.interviewplan was not saved: the disk reports a failure. Save it on another disk.",
        ),
        (
            errno.ENOLCK,
            "day.interviewplan was not saved (No locks available). What was saved before is still there.",
        ),
        (
            errno.ETIMEDOUT,
            "day.interviewplan was not saved: another program holds it. Try again in a moment.",
        ),
    ],
)
@pytest.mark.parametrize("step", ["fsync", "rename"])
def test_failing_disk_is_told_and_the_old_file_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, number: int, expected: str
) -> None:
    def fail(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    workspace = saved(GOOD, tmp_path)
    if step == "fsync":
        monkeypatch.setattr(os, "fsync", fail)
    else:
        monkeypatch.setattr(Path, "replace", fail)
    assert refused_edit(workspace) == expected
    assert load_plan_file(tmp_path / "day.interviewplan") == GOOD
    assert names(tmp_path) == ["day.interviewplan"]


def test_vanished_folder_is_told(tmp_path: Path) -> None:
    workspace = saved(GOOD, tmp_path)
    (tmp_path / "day.interviewplan").unlink()
    assert (
        refused_edit(workspace)
        == "day.interviewplan was not saved: the file is gone. Save it under a new name."
    )
    folder = tmp_path / "other"
    folder.mkdir()
    workspace = saved(GOOD, folder)
    shutil.rmtree(folder)
    assert (
        refused_edit(workspace)
        == "day.interviewplan was not saved: there is no such folder, or not any more. Save it in another one."
    )


def test_file_that_others_have_damaged_is_not_saved_over(tmp_path: Path) -> None:
    workspace = saved(GOOD, tmp_path)
    path = tmp_path / "day.interviewplan"
    path.write_bytes(TEXT.encode()[:700])
    assert (
        refused_edit(workspace)
        == "The file breaks off at line 26, column 5. It was not written or copied completely: open an earlier copy."
    )
    assert path.read_bytes() == TEXT.encode()[:700]


def test_copy_over_a_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(PlannerError) as refused:
        save_copy(GOOD, tmp_path)
    expected = f"{tmp_path.name} was not saved: something that is no file has that name."
    assert sentence(refused.value) == expected


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (
            ReplaceRecord(office(zone="Mars/Olympus")),
            'Not saved: offices[0].zone: there is no time zone "Mars/Olympus". Zones have names like Europe/Luxembourg.',
        ),
        (
            MoveBlock(BlockId("first"), moment("10:15", day=date(1880, 1, 1))),
            'Not saved: blocks[0].timebox.start: "1880-01-01T10:15:00[Europe/Luxembourg]" lies too far in the past or in the future.',
        ),
    ],
)
def test_plan_that_could_not_be_read_again_is_not_saved(
    tmp_path: Path, edit: Edit, expected: str
) -> None:
    workspace = saved(GOOD, tmp_path)
    path = tmp_path / "day.interviewplan"
    before = path.read_bytes()
    with pytest.raises(PlannerError) as refused:
        workspace.apply(edit)
    assert sentence(refused.value) == expected
    assert path.read_bytes() == before


@pytest.mark.parametrize("content", [b"not a database at all" * 100, TEXT.encode()])
def test_file_that_is_no_workspace_is_told(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "workspace.sqlite"
    path.write_bytes(content)
    with pytest.raises(PlannerError) as refused:
        SqliteStore(path)
    assert sentence(refused.value) == (
        "workspace.sqlite is not a workspace of this program. It was not touched."
    )
    assert path.read_bytes() == content


def test_workspace_on_a_full_disk_keeps_what_it_has(tmp_path: Path) -> None:
    with SqliteStore(tmp_path / "workspace.sqlite") as store:
        workspace = Library(store, FixedClock()).add(GOOD)
        with largest_file(1000):
            assert (
                refused_edit(workspace)
                == "The workspace workspace.sqlite could not be used: the disk reports a failure."
            )
        assert Library(store, FixedClock()).open(GOOD.id).plan == GOOD


def test_plan_that_was_deleted_elsewhere_is_told(tmp_path: Path) -> None:
    with SqliteStore(tmp_path / "workspace.sqlite") as store:
        library = Library(store, FixedClock())
        workspace = library.add(GOOD)
        library.delete(library.summaries()[0])
        assert refused_edit(workspace) == "This plan is no longer in the workspace."


def test_plan_that_is_there_already_is_told(tmp_path: Path) -> None:
    save_copy(GOOD, tmp_path / "day.interviewplan")
    with SqliteStore(tmp_path / "workspace.sqlite") as store:
        library = Library(store, FixedClock())
        library.import_file(tmp_path / "day.interviewplan")
        with pytest.raises(PlannerError) as refused:
            library.import_file(tmp_path / "day.interviewplan")
        assert sentence(refused.value) == (
            'The workspace already holds the plan "Test day". Open that one, or import this one as '
            "a copy."
        )
