"""Journals: lines that are there stay there, whole, whoever else writes and whatever was cut off."""

import os
from multiprocessing import get_context
from pathlib import Path

import pytest

from planner.store.files import WriteFailed
from planner.store.journals import Journal


def test_lines_are_there_for_the_next_who_reads(tmp_path: Path) -> None:
    file = tmp_path / "logs" / "day.interviewlog"
    Journal(file).add([b"one", b"two"])
    Journal(file).add([b"three"])
    assert list(Journal(file).lines()) == [b"one", b"two", b"three"]
    assert file.stat().st_mode & 0o077 == 0


def test_a_journal_that_is_not_there_has_no_lines(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "none")
    assert (list(journal.lines()), journal.size) == ([], 0)


@pytest.mark.parametrize("torn", [b'{"id": "ent', b"x", b"\x00\x00"])
def test_a_line_that_was_cut_short_is_left_out_and_written_over(
    tmp_path: Path, torn: bytes
) -> None:
    file = tmp_path / "day"
    file.write_bytes(b"one\n" + torn)
    assert list(Journal(file).lines()) == [b"one"]
    Journal(file).add([b"two"])
    assert file.read_bytes() == b"one\ntwo\n"


def test_a_line_that_cannot_be_written_leaves_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = Journal(tmp_path / "day")
    journal.add([b"one"])

    def refuse(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(WriteFailed):
        journal.add([b"two"])
    assert list(journal.lines()) == [b"one"]


def add_many(file: Path, name: str) -> None:
    for number in range(100):
        Journal(file).add([f"{name} {number}".encode()])


def test_two_programs_write_without_losing_a_line(tmp_path: Path) -> None:
    file = tmp_path / "day"
    processes = get_context("spawn")
    both = [processes.Process(target=add_many, args=(file, name)) for name in ("a", "b")]
    for process in both:
        process.start()
    for process in both:
        process.join()
    lines = list(Journal(file).lines())
    assert sorted(lines) == sorted(f"{name} {n}".encode() for name in "ab" for n in range(100))


def test_a_removed_journal_is_gone(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "day")
    journal.add([b"one"])
    journal.remove()
    journal.remove()
    assert list(journal.lines()) == []
