"""The log: what really happened on the day. Entries are never changed; later ones take them back."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import NewType

from planner.domain.blocks import Mode
from planner.domain.errors import InvalidValue
from planner.domain.ids import BlockId, CandidateId, FocusAreaId, PersonId
from planner.domain.times import ZERO

LogEntryId = NewType("LogEntryId", str)


class Happening(StrEnum):
    """What an entry tells. Of a rest, ``started`` and ``ended`` tell that people rest.

    ``accepted``: somebody agreed that a rest gives way. ``added`` and ``handed`` tell what a repair
    changed in the plan itself: a new block, and focus areas that a block took over. ``verdict`` is
    what the candidate said of the day in the end.
    """

    ARRIVED = "arrived"
    STARTED = "started"
    ENDED = "ended"
    SUSPECTED = "suspected"
    NO_SHOW = "no_show"
    LATE = "late"
    REPLACED = "replaced"
    INTERRUPTED = "interrupted"
    RESUMED = "resumed"
    EXTENDED = "extended"
    CUT = "cut"
    SKIPPED = "skipped"
    MOVED = "moved"
    LEFT = "left"
    ACCEPTED = "accepted"
    ADDED = "added"
    HANDED = "handed"
    NOTE = "note"
    VERDICT = "verdict"
    REVOKED = "revoked"


_OF_A_BLOCK = frozenset(Happening) - {
    Happening.ARRIVED,
    Happening.LEFT,
    Happening.NOTE,
    Happening.VERDICT,
    Happening.REVOKED,
}
_WITH_LENGTH = frozenset({Happening.EXTENDED, Happening.CUT, Happening.ACCEPTED})
_WITH_MOMENT = frozenset({Happening.LATE, Happening.MOVED})


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One line of the log.

    ``at`` is when it happened, ``written`` when somebody (``author``) wrote it down, both aware and
    in UTC. ``person`` is who came late, did not show up or takes over, ``instead_of`` whose seat that
    is. ``length`` is by how much a block was extended or cut, ``until`` the new time of who is late or
    what was moved, ``areas`` what a block took over. Of a verdict ``reason`` is the text, and
    ``is_good`` says whether it tells what was good or what was not so good. ``about`` is the entry
    that a revocation takes back, or that this one corrects. Entries of one ``step`` were written by
    one decision, and are taken back together.
    """

    id: LogEntryId
    what: Happening
    at: datetime
    written: datetime
    author: str = ""
    block: BlockId | None = None
    candidate: CandidateId | None = None
    person: PersonId | None = None
    instead_of: PersonId | None = None
    mode: Mode | None = None
    length: timedelta | None = None
    until: datetime | None = None
    reason: str = ""
    about: LogEntryId | None = None
    areas: tuple[FocusAreaId, ...] = ()
    step: str = ""
    is_good: bool | None = None

    def __post_init__(self) -> None:
        for name in ("at", "written", "until"):
            value = getattr(self, name)
            if value is not None and value.tzinfo is not UTC:
                raise InvalidValue(field=name, reason="not_utc")
        self._refuse_missing("block", self.what in _OF_A_BLOCK and self.block is None)
        self._refuse_missing("until", self.what in _WITH_MOMENT and self.until is None)
        self._refuse_missing("about", self.what is Happening.REVOKED and self.about is None)
        is_verdict = self.what is Happening.VERDICT
        self._refuse_missing("is_good", is_verdict and self.is_good is None)
        self._refuse_missing("reason", is_verdict and not self.reason.strip())
        lacks_length = self.length is None or self.length <= ZERO
        self._refuse_missing("length", self.what in _WITH_LENGTH and lacks_length)

    def _refuse_missing(self, name: str, is_missing: bool) -> None:  # noqa: FBT001 -- a claim
        if is_missing:
            raise InvalidValue(field=name, reason="missing_in_log", value=self.what.value)


@dataclass(frozen=True, slots=True)
class Log:
    """All entries in the order in which they were written."""

    entries: tuple[LogEntry, ...] = ()

    def adding(self, entries: Iterable[LogEntry]) -> "Log":
        """Return the log with entries at its end."""
        return Log((*self.entries, *entries))

    @property
    def effective(self) -> Sequence[LogEntry]:
        """Return what holds: neither taken back nor corrected, in the order in which it happened.

        A revocation can itself be taken back; then what it took back holds again.
        """
        void = self.void
        held = [e for e in self.entries if e.id not in void and e.what is not Happening.REVOKED]
        return sorted(held, key=lambda entry: entry.at)  # equal instants: as they were written

    @property
    def void(self) -> frozenset[LogEntryId]:
        """Return the entries that later ones have taken back or corrected."""
        void: set[LogEntryId] = set()
        for entry in reversed(self.entries):
            if entry.about is not None and entry.id not in void:
                void.add(entry.about)
        return frozenset(void)

    def together(self, entry: LogEntry) -> Sequence[LogEntry]:
        """Return the entries of an entry's step that still hold, itself among them."""
        void = self.void
        same = (e for e in self.entries if e.id == entry.id or (e.step and e.step == entry.step))
        return [e for e in same if e.id not in void]

    @property
    def last_held(self) -> LogEntry | None:
        """Return the entry that "undo" takes back: the last one written that still holds."""
        void = self.void
        held = (e for e in reversed(self.entries) if e.id not in void)
        return next((e for e in held if e.what is not Happening.REVOKED), None)
