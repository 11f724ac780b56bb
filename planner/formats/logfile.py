"""Log entries as lines of JSON, one entry a line, and back. What cannot be read is never dropped."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

import msgspec

from planner.domain.errors import PlannerError
from planner.domain.log import LogEntry
from planner.domain.times import DAY
from planner.formats.planfile.values import plain


@dataclass(frozen=True, slots=True)
class ReadLog:
    """The entries that could be read, and the numbers of the lines that could not, from 1."""

    entries: tuple[LogEntry, ...]
    unread: tuple[int, ...]


def write_line(entry: LogEntry) -> bytes:
    """Return an entry as one line of JSON, without its end of line."""
    return msgspec.json.encode(plain(entry))


def read_lines(lines: Iterable[bytes]) -> ReadLog:
    """Return the entries of lines; a line of a newer program costs only itself."""
    entries: list[LogEntry] = []
    unread: list[int] = []
    for number, line in enumerate(lines, start=1):
        entry = _read(line)
        if entry is None:
            unread.append(number)
        else:
            entries.append(entry)
    return ReadLog(tuple(entries), tuple(unread))


def _read(line: bytes) -> LogEntry | None:
    try:
        raw = msgspec.json.decode(line)
        return msgspec.convert(_in_utc(raw), LogEntry)
    except (msgspec.MsgspecError, PlannerError, UnicodeDecodeError, OverflowError, RecursionError):
        return None


def _in_utc(raw: object) -> object:
    """Return the fields with their instants as aware values in UTC, as `LogEntry` asks for."""
    if not isinstance(raw, dict):
        return raw
    names: Sequence[str] = [name for name in ("at", "written", "until") if raw.get(name)]
    instants = {name: msgspec.convert(raw[name], datetime).astimezone(UTC) for name in names}
    for instant in instants.values():  # clocks somewhere show the day before or after
        _ = instant - DAY, instant + DAY
    return {**raw, **instants}
