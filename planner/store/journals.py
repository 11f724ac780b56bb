"""Journals: files to which lines are added and never taken away; each line is safe when it is there."""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from planner.store.file_locks import held
from planner.store.files import WriteFailed, make_folder, read_file, refusing

_NEWLINE = b"\n"
_PRIVATE = 0o600
_SIZE_LIMIT = 20_000_000  # bytes; a day of a hundred candidates takes about 1 MB


class Journal:
    """One file of lines. Several programs may add to it; what one adds stands together."""

    def __init__(self, path: Path) -> None:
        self._path = path

    @property
    def size(self) -> int:
        """Return the bytes that are there now: another number says that somebody has added lines."""
        try:
            return self._path.stat().st_size
        except OSError:
            return 0

    def lines(self) -> Sequence[bytes]:
        """Return all lines; a last one that was cut short by a power cut is left out.

        Raises:
            ReadFailed: the file is there and cannot be read.
        """
        if not self._path.exists():
            return []
        data, _ = read_file(self._path, _SIZE_LIMIT)
        whole, _, _torn = data.rpartition(_NEWLINE)
        return [line for line in whole.split(_NEWLINE) if line.strip()]

    def add(self, lines: Iterable[bytes]) -> None:
        """Add lines, and return when the disk has them.

        Raises:
            WriteFailed: the system refuses; then none of them is there.
        """
        text = b"".join(line + _NEWLINE for line in lines)
        make_folder(self._path.parent, is_private=True)
        with refusing(WriteFailed, self._path):
            descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_APPEND, _PRIVATE)
            try:
                with held(self._path):
                    _write(descriptor, text)
            finally:
                os.close(descriptor)

    def remove(self) -> None:
        """Remove the file, with the plan that it belongs to.

        Raises:
            WriteFailed: the system refuses.
        """
        with refusing(WriteFailed, self._path):
            self._path.unlink(missing_ok=True)


def _write(descriptor: int, text: bytes) -> None:
    """Add text at the end, after whatever a power cut left of an earlier line was cut off."""
    end = _whole_end(descriptor)
    if end != os.fstat(descriptor).st_size:
        os.ftruncate(descriptor, end)
    try:
        written = 0
        while written < len(text):
            written += os.write(descriptor, text[written:])
        os.fsync(descriptor)
    except OSError:
        os.ftruncate(descriptor, end)
        raise


def _whole_end(descriptor: int) -> int:
    """Return where the last whole line ends."""
    end = os.fstat(descriptor).st_size
    tail = os.pread(descriptor, end, 0) if end else b""
    return tail.rfind(_NEWLINE) + 1
