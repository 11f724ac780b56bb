"""Facts: what a log says about each block, in plain seconds since 1970."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from planner.domain.ids import BlockId, CandidateId, PersonId
from planner.domain.log import Happening, Log, LogEntry


@dataclass(slots=True, eq=False)
class Interruption:
    """A stretch in which a block stood still; ``end`` is None while it does."""

    start: int
    end: int | None = None
    reason: str = ""

    def length(self, until: int) -> int:
        """Return how long it stood still, up to ``until`` at the most."""
        return max(0, (until if self.end is None else min(self.end, until)) - self.start)


@dataclass(slots=True, eq=False)
class BlockFacts:
    """What is known of one block. Treat it as frozen once `facts_of` has returned it."""

    started: int | None = None
    ended: int | None = None
    suspected: int | None = None
    no_show: int | None = None
    absent: set[PersonId] = field(default_factory=set)
    replaced: int | None = None
    late: dict[PersonId | CandidateId, int] = field(default_factory=dict)
    interruptions: list[Interruption] = field(default_factory=list)
    added: int = 0
    is_skipped: bool = False
    moved: int | None = None

    @property
    def is_missed(self) -> bool:
        """Say whether somebody did not show up and nobody has taken over."""
        return self.no_show is not None and self.replaced is None and self.started is None

    @property
    def is_interrupted(self) -> bool:
        """Say whether the block stands still."""
        return bool(self.interruptions) and self.interruptions[-1].end is None

    def lost(self, until: int) -> int:
        """Return the seconds for which it stood still up to a moment."""
        return sum(stretch.length(until) for stretch in self.interruptions)


def facts_of(log: Log) -> Mapping[BlockId, BlockFacts]:
    """Return what holds of each block that the log names."""
    facts: dict[BlockId, BlockFacts] = {}
    for entry in log.effective:
        take = _TAKERS.get(entry.what)
        if take is not None and entry.block is not None:
            take(facts.setdefault(entry.block, BlockFacts()), entry)
    return facts


def facts_with(
    known: Mapping[BlockId, BlockFacts], entries: Iterable[LogEntry]
) -> Mapping[BlockId, BlockFacts]:
    """Return what holds after more entries, none of which happened before those that are known.

    What is known stays as it is: it costs as much as the entries name blocks, not as the log is long.
    """
    facts = dict(known)
    copied: set[BlockId] = set()
    for entry in entries:
        take = _TAKERS.get(entry.what)
        if take is None or entry.block is None:
            continue
        if entry.block not in copied:
            copied.add(entry.block)
            facts[entry.block] = _copied(facts.get(entry.block))
        take(facts[entry.block], entry)
    return facts


def _copied(facts: BlockFacts | None) -> BlockFacts:
    if facts is None:
        return BlockFacts()
    return replace(
        facts,
        absent=set(facts.absent),
        late=dict(facts.late),
        interruptions=[replace(stretch) for stretch in facts.interruptions],
    )


def arrivals_of(log: Log) -> Mapping[CandidateId, Sequence[int]]:
    """Return when each candidate arrived, the first time first: on each of several days.

    Most logs are long and know of none.
    """
    told = [entry for entry in log.entries if entry.what is Happening.ARRIVED]
    void = log.void if told else frozenset()
    found: dict[CandidateId, list[int]] = {}
    for entry in sorted(told, key=lambda entry: entry.at):
        if entry.id not in void and entry.candidate is not None:
            found.setdefault(entry.candidate, []).append(seconds(entry.at))
    return found


def seconds(instant: datetime) -> int:
    """Return an aware instant as whole seconds since 1970."""
    return int(instant.timestamp())


def _started(facts: BlockFacts, entry: LogEntry) -> None:
    if facts.started is None:
        facts.started = seconds(entry.at)
    facts.ended = None  # started again: whoever ended it too early need not take that back


def _ended(facts: BlockFacts, entry: LogEntry) -> None:
    facts.ended = seconds(entry.at)
    _close(facts.interruptions, facts.ended)


def _suspected(facts: BlockFacts, entry: LogEntry) -> None:
    facts.suspected = seconds(entry.at)


def _no_show(facts: BlockFacts, entry: LogEntry) -> None:
    facts.no_show = seconds(entry.at)
    facts.replaced = None
    if entry.person is not None:
        facts.absent.add(entry.person)


def _late(facts: BlockFacts, entry: LogEntry) -> None:
    who = entry.person or entry.candidate
    if who is not None and entry.until is not None:
        facts.late[who] = seconds(entry.until)


def _replaced(facts: BlockFacts, entry: LogEntry) -> None:
    facts.replaced = seconds(entry.at)
    facts.suspected = None


def _interrupted(facts: BlockFacts, entry: LogEntry) -> None:
    if not facts.is_interrupted:
        facts.interruptions.append(Interruption(seconds(entry.at), reason=entry.reason))


def _resumed(facts: BlockFacts, entry: LogEntry) -> None:
    _close(facts.interruptions, seconds(entry.at))


def _extended(facts: BlockFacts, entry: LogEntry) -> None:
    facts.added += _length(entry)


def _cut(facts: BlockFacts, entry: LogEntry) -> None:
    facts.added -= _length(entry)


def _skipped(facts: BlockFacts, _entry: LogEntry) -> None:
    facts.is_skipped = True


def _moved(facts: BlockFacts, entry: LogEntry) -> None:
    facts.moved = None if entry.until is None else seconds(entry.until)


def _length(entry: LogEntry) -> int:
    return 0 if entry.length is None else int(entry.length.total_seconds())


def _close(interruptions: Iterable[Interruption], at: int) -> None:
    for stretch in interruptions:
        if stretch.end is None:
            stretch.end = at


_TAKERS: Mapping[Happening, Callable[[BlockFacts, LogEntry], None]] = {
    Happening.STARTED: _started,
    Happening.ENDED: _ended,
    Happening.SUSPECTED: _suspected,
    Happening.NO_SHOW: _no_show,
    Happening.LATE: _late,
    Happening.REPLACED: _replaced,
    Happening.INTERRUPTED: _interrupted,
    Happening.RESUMED: _resumed,
    Happening.EXTENDED: _extended,
    Happening.CUT: _cut,
    Happening.SKIPPED: _skipped,
    Happening.MOVED: _moved,
}
