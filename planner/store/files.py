"""Plan files on disk: read with a limit, replaced wholly or not at all, never over a newer one."""

import errno
import os
import shutil
import stat
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from secrets import token_hex

from planner.domain.errors import PlannerError
from planner.store.base import StalePlan
from planner.store.file_locks import held

_PART = ".interviewplan-part"  # the ending of files that are being written
_ABANDONED = 3_600_000_000_000  # nanoseconds after which a part has no writer any more
_MEGABYTE = 1_000_000
_PRIVATE, _PUBLIC = 0o700, 0o777  # before the user's own mask
_REASONS: Mapping[int, str] = {
    errno.ENOENT: "missing",
    errno.ENOTDIR: "missing",
    errno.EACCES: "not_permitted",
    errno.EPERM: "not_permitted",
    errno.EROFS: "read_only",
    errno.ENOSPC: "no_space",
    errno.EDQUOT: "no_space",
    errno.EFBIG: "no_space",
    errno.EISDIR: "not_a_file",
    errno.EEXIST: "in_the_way",
    errno.ENAMETOOLONG: "bad_name",
    errno.EINVAL: "bad_name",
    errno.ELOOP: "bad_name",
    errno.ETIMEDOUT: "busy",
    errno.EIO: "disk_failed",
}


class ReadFailed(PlannerError):
    """A file was not read. Facts: ``file``, ``reason``, ``detail``."""

    code = "read_failed"


class WriteFailed(PlannerError):
    """A file was not written; what was there before is whole. Facts: ``file``, ``reason``, ``detail``."""

    code = "write_failed"


class FileExists(PlannerError):
    """A new file was to be made where something is already. Facts: ``file``."""

    code = "file_exists"


@dataclass(frozen=True, slots=True)
class FileMark:
    """What a file is recognised by; size and time of change serve to look quickly."""

    digest: bytes
    size: int
    modified: int


def read_file(path: Path, limit: int) -> tuple[bytes, FileMark]:
    """Return what a file holds, at most ``limit`` bytes, and its mark.

    Raises:
        ReadFailed: it is not there, no regular file, too large, or the system refuses.
    """
    with refusing(ReadFailed, path):
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):  # a pipe or device would block or never end
            raise ReadFailed(file=shown_name(path), reason="not_a_file", detail="")
        if found.st_size > limit:
            sizes = {"size": found.st_size // _MEGABYTE, "limit": limit // _MEGABYTE}
            raise ReadFailed(file=shown_name(path), reason="too_large", detail="", **sizes)
        data = path.read_bytes()
        return data, _mark(data, found)


def write_file(path: Path, data: bytes, expected: FileMark | None = None) -> FileMark:
    """Put ``data`` in place of a file and return its mark; a power cut leaves the old or the new.

    A link is followed, the permissions stay. With ``expected`` the file must still be that one.

    Raises:
        StalePlan: the file is another one than expected.
        WriteFailed: the system refuses, or the expected file is gone.
    """
    with refusing(WriteFailed, path):
        target = Path(os.path.realpath(path))
        with held(target) if _is_replaceable(target) else nullcontext():
            _check(target, expected)
            part = _written_part(target, data)
            try:
                mark = _mark(data, part.stat())
                part.replace(target)
            except BaseException:
                part.unlink(missing_ok=True)
                raise
        _settle(target.parent, mark)
        return mark


def write_new_file(path: Path, data: bytes) -> None:
    """Write a file that is not there yet; one that appears meanwhile is left alone.

    Raises:
        FileExists: something of that name is there.
        WriteFailed: the system refuses.
    """
    with refusing(WriteFailed, path):
        part = _written_part(path, data)
        try:
            _give_new_name(part, path)
        except FileExistsError:
            raise FileExists(file=str(path)) from None
        finally:
            part.unlink(missing_ok=True)


def make_folder(path: Path, *, is_private: bool = False) -> None:
    """Make a folder, and those above it, where they are not there; a private one for its owner.

    Raises:
        WriteFailed: the system refuses, or there is a file of that name.
    """
    with refusing(WriteFailed, path):
        path.mkdir(mode=_PRIVATE if is_private else _PUBLIC, parents=True, exist_ok=True)


def is_altered(path: Path, mark: FileMark) -> bool:
    """Say whether a file seems to be another one than it was; a gone one does too."""
    try:
        found = path.stat()
    except OSError:
        return True
    return (found.st_size, found.st_mtime_ns) != (mark.size, mark.modified)


def shown_name(path: Path) -> str:
    """Return the name of a file as it can be printed; names may hold bytes that are no text."""
    return "".join(c if c.isprintable() else f"\\x{ord(c):02x}" for c in path.name or str(path))


@contextmanager
def refusing(refusal: type[ReadFailed | WriteFailed], path: Path) -> Iterator[None]:
    """Turn errors of the system into refusals that say which file and why.

    Raises:
        ReadFailed, WriteFailed: the one that is named, where the system refuses.
    """
    try:
        yield
    except OSError as error:
        reason = _REASONS.get(error.errno or 0, "unknown")
        detail = error.strerror or ""
        raise refusal(file=shown_name(path), reason=reason, detail=detail) from error
    except ValueError as error:  # a NUL in the name
        raise refusal(file=shown_name(path), reason="bad_name", detail=str(error)) from error


def _is_replaceable(target: Path) -> bool:
    """Say whether there is a file to replace; refuse what must not be replaced.

    Replacing needs only the right to write the folder, so a write-protected file is asked for here.
    """
    if not target.exists():
        return False
    if not target.is_file():
        raise WriteFailed(file=shown_name(target), reason="not_a_file", detail="")
    if not os.access(target, os.W_OK, effective_ids=os.access in os.supports_effective_ids):
        raise WriteFailed(file=shown_name(target), reason="not_permitted", detail="")
    return True


def _check(target: Path, expected: FileMark | None) -> None:
    if expected is None:
        return
    if not target.exists():
        reason = "gone" if target.parent.is_dir() else "missing"
        raise WriteFailed(file=shown_name(target), reason=reason, detail="")
    if _digest(target.read_bytes()) != expected.digest:
        raise StalePlan(file=shown_name(target))


def _written_part(target: Path, data: bytes) -> Path:
    """Write and sync a file beside the target, with the target's permissions."""
    part = target.with_name(f".{token_hex(8)}{_PART}")
    try:
        with part.open("xb") as file:
            file.write(data)
            if target.exists():
                _copy_permissions(target, part)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    return part


def _give_new_name(part: Path, target: Path) -> None:
    """Name a file, but never over another: a link fails there, and so does renaming on Windows."""
    if sys.platform == "win32":
        part.rename(target)
    else:
        target.hardlink_to(part)


def _copy_permissions(target: Path, part: Path) -> None:
    owner = target.stat()
    with suppress(OSError, AttributeError):  # only root may give files away; Windows has no owners
        os.chown(part, owner.st_uid, owner.st_gid)
    shutil.copymode(target, part)


def _settle(folder: Path, mark: FileMark) -> None:
    """Make the new name last, and sweep out parts whose writers were killed.

    Failures are passed over: the new file is in place and whole, and if a power cut brings the old
    one back, that is whole too.
    """
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    with suppress(OSError):
        for part in folder.glob(f".*{_PART}"):
            if part.stat().st_mtime_ns < mark.modified - _ABANDONED:
                part.unlink()


def _mark(data: bytes, found: os.stat_result) -> FileMark:
    return FileMark(_digest(data), found.st_size, found.st_mtime_ns)


def _digest(data: bytes) -> bytes:
    return blake2b(data, digest_size=16).digest()
