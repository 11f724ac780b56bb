"""Readable log entries: ``told("11:10", "started", "A")``."""

from datetime import UTC, datetime
from itertools import count
from typing import Any

from planner.domain.blocks import Mode
from planner.domain.ids import BlockId, CandidateId, PersonId
from planner.domain.log import Happening, Log, LogEntry, LogEntryId
from tests.builders import minutes, moment

_numbers = count(1)


def at(clock: str) -> datetime:
    """Return ``11:10`` on the test day as a UTC instant."""
    return moment(clock).instant.astimezone(UTC)


def told(clock: str, what: str, block: str | None = None, **fields: Any) -> LogEntry:
    """Return an entry that was written when it happened."""
    return LogEntry(
        id=LogEntryId(fields.pop("id", f"entry-{next(_numbers)}")),
        what=Happening(what),
        at=at(clock),
        written=at(fields.pop("written", clock)),
        block=None if block is None else BlockId(block),
        person=None if (person := fields.pop("person", None)) is None else PersonId(person),
        candidate=None if (who := fields.pop("candidate", None)) is None else CandidateId(who),
        mode=None if (mode := fields.pop("mode", None)) is None else Mode(mode),
        length=None if (length := fields.pop("length", None)) is None else minutes(length),
        until=None if (until := fields.pop("until", None)) is None else at(until),
        **fields,
    )


def log(*entries: LogEntry) -> Log:
    """Return a log."""
    return Log(entries)
