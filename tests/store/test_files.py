"""Plan files on disk: replaced wholly or not at all, and never over a newer one."""

import errno
import fcntl
import os
import stat
from pathlib import Path
from typing import Any

import pytest

from planner.store.base import StalePlan
from planner.store.files import (
    ReadFailed,
    WriteFailed,
    is_altered,
    make_folder,
    read_file,
    write_file,
)

LIMIT = 1000


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_written_bytes_come_back_with_the_same_mark(tmp_path: Path) -> None:
    path = tmp_path / "day.interviewplan"
    mark = write_file(path, b"one")
    assert read_file(path, LIMIT) == (b"one", mark)
    assert names(tmp_path) == ["day.interviewplan"]


def test_write_replaces_the_expected_file(tmp_path: Path) -> None:
    path = tmp_path / "day.interviewplan"
    first = write_file(path, b"one")
    write_file(path, b"two", first)
    assert path.read_bytes() == b"two"


def test_write_over_another_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "day.interviewplan"
    first = write_file(path, b"one")
    path.write_bytes(b"somebody else's")
    with pytest.raises(StalePlan):
        write_file(path, b"two", first)
    assert path.read_bytes() == b"somebody else's"
    assert names(tmp_path) == ["day.interviewplan"]


def test_file_that_was_only_touched_is_still_the_same(tmp_path: Path) -> None:
    path = tmp_path / "day.interviewplan"
    mark = write_file(path, b"one")
    os.utime(path, (1, 1))
    assert is_altered(path, mark)
    write_file(path, b"two", mark)
    assert path.read_bytes() == b"two"


def test_other_bytes_of_the_same_length_and_time_are_told_apart(tmp_path: Path) -> None:
    path = tmp_path / "day.interviewplan"
    mark = write_file(path, b"one")
    path.write_bytes(b"two")
    os.utime(path, ns=(mark.modified, mark.modified))
    assert not is_altered(path, mark)
    with pytest.raises(StalePlan):
        write_file(path, b"three", mark)


def test_expected_file_that_is_gone_is_not_made_again(tmp_path: Path) -> None:
    path = tmp_path / "day.interviewplan"
    mark = write_file(path, b"one")
    path.unlink()
    with pytest.raises(WriteFailed) as refused:
        write_file(path, b"two", mark)
    assert refused.value.facts["reason"] == "gone"
    assert is_altered(path, mark)
    assert names(tmp_path) == []


def test_write_keeps_the_permissions(tmp_path: Path) -> None:
    path = tmp_path / "day.interviewplan"
    path.write_bytes(b"one")
    path.chmod(0o640)
    write_file(path, b"two")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_new_file_has_the_permissions_the_user_wants(tmp_path: Path) -> None:
    earlier = os.umask(0o027)
    try:
        write_file(tmp_path / "day.interviewplan", b"one")
    finally:
        os.umask(earlier)
    assert stat.S_IMODE((tmp_path / "day.interviewplan").stat().st_mode) == 0o640


def test_write_follows_a_link(tmp_path: Path) -> None:
    real = tmp_path / "elsewhere" / "day.interviewplan"
    real.parent.mkdir()
    real.write_bytes(b"one")
    link = tmp_path / "link.interviewplan"
    link.symlink_to(real)
    write_file(link, b"two")
    assert link.is_symlink()
    assert real.read_bytes() == b"two"
    assert names(tmp_path) == ["elsewhere", "link.interviewplan"]


def failing_at(monkeypatch: pytest.MonkeyPatch, call: str, number: int) -> None:
    """Let one call of the system fail, as it does when the disk does."""

    def fail(*_: Any, **__: Any) -> None:
        raise OSError(number, os.strerror(number))

    owner: Any = Path if call in {"replace", "open"} else os
    monkeypatch.setattr(owner, call, fail)


@pytest.mark.parametrize("call", ["open", "fsync", "replace"])
@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (errno.ENOSPC, "no_space"),
        (errno.EDQUOT, "no_space"),
        (errno.EIO, "disk_failed"),
        (errno.EROFS, "read_only"),
        (errno.EACCES, "not_permitted"),
        (errno.ENOLCK, "unknown"),
    ],
)
def test_failure_at_any_step_leaves_the_old_file_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int, reason: str
) -> None:
    path = tmp_path / "day.interviewplan"
    mark = write_file(path, b"one")
    with monkeypatch.context() as broken:
        failing_at(broken, call, number)
        with pytest.raises(WriteFailed) as refused:
            write_file(path, b"two")
    assert refused.value.facts["reason"] == reason
    assert read_file(path, LIMIT) == (b"one", mark)
    assert names(tmp_path) == ["day.interviewplan"]


def test_file_over_the_limit_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "day.interviewplan"
    path.write_bytes(b"x" * (LIMIT + 1))
    with pytest.raises(ReadFailed) as refused:
        read_file(path, LIMIT)
    assert refused.value.facts["reason"] == "too_large"


@pytest.mark.parametrize("kind", ["pipe", "folder", "device"])
def test_what_is_no_file_is_neither_read_nor_replaced(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "day.interviewplan"
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "folder":
        path.mkdir()
    else:
        path.symlink_to("/dev/zero")
    with pytest.raises(ReadFailed) as unread:
        read_file(path, LIMIT)
    with pytest.raises(WriteFailed) as unwritten:
        write_file(path, b"one")
    assert (unread.value.facts["reason"], unwritten.value.facts["reason"]) == ("not_a_file",) * 2


def test_part_of_a_killed_writer_is_swept_out_once_it_is_old(tmp_path: Path) -> None:
    old, fresh = tmp_path / ".a.interviewplan-part", tmp_path / ".b.interviewplan-part"
    for part in (old, fresh):
        part.write_bytes(b"half")
    os.utime(old, (1, 1))
    write_file(tmp_path / "day.interviewplan", b"one")
    assert names(tmp_path) == [".b.interviewplan-part", "day.interviewplan"]


def test_name_that_is_no_name_is_refused(tmp_path: Path) -> None:
    for name in ("a\x00b", "x" * 300):
        with pytest.raises(WriteFailed) as unwritten:
            write_file(tmp_path / name, b"one")
        with pytest.raises(ReadFailed) as unread:
            read_file(tmp_path / name, LIMIT)
        reasons = {unread.value.facts["reason"], unwritten.value.facts["reason"]}
        assert reasons == {"bad_name"}


def test_file_that_another_program_holds_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("planner.store.file_locks._TRIES", 2)
    path = tmp_path / "day.interviewplan"
    write_file(path, b"one")
    with path.open() as held_elsewhere:
        fcntl.flock(held_elsewhere, fcntl.LOCK_EX)
        with pytest.raises(WriteFailed) as refused:
            write_file(path, b"two")
    assert refused.value.facts["reason"] == "busy"
    assert path.read_bytes() == b"one"
    write_file(path, b"three")
    assert path.read_bytes() == b"three"


def test_disk_that_knows_no_locks_is_written_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unknown(*_: object) -> None:
        raise OSError(errno.ENOTSUP, os.strerror(errno.ENOTSUP))

    monkeypatch.setattr(fcntl, "flock", unknown)
    path = tmp_path / "day.interviewplan"
    mark = write_file(path, b"one")
    write_file(path, b"two", mark)
    assert path.read_bytes() == b"two"


def test_file_that_was_replaced_before_it_was_held_is_held_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, other = tmp_path / "day.interviewplan", tmp_path / "other"
    mark = write_file(path, b"one")
    write_file(other, b"newer")
    real = fcntl.flock

    def late(descriptor: int, operation: int) -> None:
        if other.exists():
            other.replace(path)
        real(descriptor, operation)

    monkeypatch.setattr(fcntl, "flock", late)
    with pytest.raises(StalePlan):
        write_file(path, b"two", mark)
    assert path.read_bytes() == b"newer"


def test_folders_are_made_and_what_is_in_the_way_is_told(tmp_path: Path) -> None:
    make_folder(tmp_path / "a" / "b")
    make_folder(tmp_path / "a" / "b")
    (tmp_path / "file").touch()
    with pytest.raises(WriteFailed) as refused:
        make_folder(tmp_path / "file")
    assert refused.value.facts["reason"] == "in_the_way"
