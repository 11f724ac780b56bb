"""The agenda: a plan's blocks laid out along every candidate, person and room.

Checks and projection read the same agenda. It holds plain seconds and small track numbers instead
of moments and ids because both walk over it many times: at 5,000 blocks that is the difference
between a frame and a pause.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property

from planner.domain.blocks import Block, Rsvp, Timebox
from planner.domain.errors import InvalidValue
from planner.domain.ids import BlockId, CandidateId, PersonId, RoomId
from planner.domain.plan import Plan
from planner.domain.policy import Policy
from planner.domain.sequences import length_of
from planner.domain.subjects import Subject

_Placed = tuple[int, int, str, Block, Timebox]

_DECLINED = Rsvp.DECLINED


@dataclass(slots=True, eq=False)
class Entry:
    """A scheduled block: planned ``start`` and ``end`` in seconds since 1970 UTC.

    A block without an end gets the policy's default duration. ``tracks`` are the numbers of the
    tracks it occupies, ``index`` is its place in `Agenda.entries`. Treat it as frozen: it is not,
    because freezing costs more than everything else that an agenda does for an entry.
    """

    index: int
    block: Block
    start: int
    end: int
    tracks: tuple[int, ...]
    timebox: Timebox

    @property
    def length(self) -> int:
        """Return the planned length in seconds."""
        return self.end - self.start

    def overlaps(self, other: "Entry") -> bool:
        """Say whether the two share time; touching is not overlapping."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True, eq=False)
class Track:
    """What one candidate, person or room does, in order of start."""

    number: int
    subject: Subject
    entries: tuple[Entry, ...]


class Agenda:
    """All scheduled blocks of a plan in order of start, and the tracks they occupy.

    Who declined a seat does not come: the block is on no track of theirs.
    """

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.unscheduled = tuple(b for b in plan.blocks.values() if b.timebox is None)
        register = _Register()
        placed = sorted(_placed(plan.blocks.values(), plan.policy))
        self.entries: tuple[Entry, ...] = tuple(
            Entry(index, block, start, end, register.tracks_of(block), timebox)
            for index, (start, end, _, block, timebox) in enumerate(placed)
        )
        self.tracks: tuple[Track, ...] = _tracks(register.subjects, self.entries)

    @cached_property
    def by_block(self) -> Mapping[BlockId, Entry]:
        """Return the entries by block id."""
        return {entry.block.id: entry for entry in self.entries}

    @cached_property
    def by_subject(self) -> Mapping[tuple[str, str], Track]:
        """Return the tracks by table and id, such as ``("rooms", "room-1")``."""
        return {(t.subject.table, t.subject.id): t for t in self.tracks}

    @cached_property
    def dates(self) -> Sequence[date]:
        """Return the local date on which each entry starts, in the order of the entries."""
        known: dict[tuple[int, str], date] = {}
        dates: list[date] = []
        for entry in self.entries:
            start = entry.timebox.start
            key = (entry.start, start.zone)
            day = known.get(key)
            if day is None:
                day = known[key] = start.day
            dates.append(day)
        return dates

    @cached_property
    def days(self) -> Mapping[tuple[CandidateId, date], tuple[Entry, ...]]:
        """Return each candidate's days: what happens on a local date, in order of start."""
        days: dict[tuple[CandidateId, date], list[Entry]] = {}
        for entry, day in zip(self.entries, self.dates, strict=True):
            for candidate in entry.block.candidates:
                days.setdefault((candidate, day), []).append(entry)
        return {key: tuple(entries) for key, entries in days.items()}

    def entry(self, block_id: BlockId) -> Entry:
        """Return the entry of a scheduled block.

        Raises:
            UnknownRecord: the plan holds no such block.
            InvalidValue: the block is not scheduled.
        """
        entry = self.by_block.get(block_id)
        if entry is None:
            block = self.plan.block(block_id)
            raise InvalidValue(field="block", reason="not_scheduled", value=block.id)
        return entry

    def follower(self, entry: Entry, track: int) -> Entry | None:
        """Return what comes next on one of an entry's tracks, if anything does."""
        entries = self.tracks[track].entries
        place = bisect_right(entries, entry.index, key=_index)
        return entries[place] if place < len(entries) else None

    def candidate(self, candidate: CandidateId) -> tuple[Entry, ...]:
        """Return what a candidate does, in order of start."""
        return self._entries_of("candidates", candidate)

    def person(self, person: PersonId) -> tuple[Entry, ...]:
        """Return what a person does, in order of start."""
        return self._entries_of("people", person)

    def room(self, room: RoomId) -> tuple[Entry, ...]:
        """Return what happens in a room, in order of start."""
        return self._entries_of("rooms", room)

    def _entries_of(self, table: str, record_id: str) -> tuple[Entry, ...]:
        track = self.by_subject.get((table, record_id))
        return track.entries if track is not None else ()


def instant(seconds: int) -> datetime:
    """Return the aware UTC instant of a number of seconds since 1970."""
    return datetime.fromtimestamp(seconds, UTC)


def _index(entry: Entry) -> int:
    return entry.index


def _placed(blocks: Iterable[Block], policy: Policy) -> Iterator[_Placed]:
    for block in blocks:
        box = block.timebox
        if box is not None:
            start = int(box.start.instant.timestamp())
            length = length_of(box, policy).total_seconds()
            yield start, start + int(length), block.id, block, box


class _Numbers(dict[str, int]):
    """The track numbers of one table, given out as its records are met."""

    def __init__(self, table: str, subjects: list[Subject]) -> None:
        super().__init__()
        self._table = table
        self._subjects = subjects

    def __missing__(self, record_id: str) -> int:
        number = self[record_id] = len(self._subjects)
        self._subjects.append(Subject(self._table, record_id))
        return number


class _Register:
    """The subjects of all tracks by number. Ids may be equal across tables."""

    def __init__(self) -> None:
        self.subjects: list[Subject] = []
        self._candidates = _Numbers("candidates", self.subjects)
        self._people = _Numbers("people", self.subjects)
        self._rooms = _Numbers("rooms", self.subjects)

    def tracks_of(self, block: Block) -> tuple[int, ...]:
        # Plain loops, and the seats instead of `Block.attendees`: half the time of an agenda is here.
        found: dict[int, None] = {}
        for candidate in block.candidates:
            found[self._candidates[candidate]] = None
        for seat in block.seats:
            if seat.person is not None and seat.rsvp is not _DECLINED:
                found[self._people[seat.person]] = None
        if block.room is not None:
            found[self._rooms[block.room]] = None
        return tuple(found)


def _tracks(subjects: Sequence[Subject], entries: tuple[Entry, ...]) -> tuple[Track, ...]:
    occupied: list[list[Entry]] = [[] for _ in subjects]
    for entry in entries:
        for number in entry.tracks:
            occupied[number].append(entry)
    return tuple(
        Track(number, subject, tuple(occupied[number])) for number, subject in enumerate(subjects)
    )
