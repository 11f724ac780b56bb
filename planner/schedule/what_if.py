"""What if blocks take longer, or start later: what moves, what absorbs it, what breaks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from planner.domain.ids import BlockId
from planner.domain.plan import Plan
from planner.domain.subjects import Subject
from planner.domain.times import ZERO
from planner.schedule.agenda import Agenda, Entry
from planner.schedule.assumptions import NOTHING, Assumptions
from planner.schedule.network import Network, network
from planner.schedule.projection import ProjectedBlock, ProjectedDay, Projection, attending, project
from planner.schedule.promises import BrokenPromise


@dataclass(frozen=True, slots=True)
class Move:
    """A block that starts or ends at another time than it otherwise would."""

    before: ProjectedBlock
    after: ProjectedBlock

    @property
    def block(self) -> BlockId:
        """Return the block."""
        return self.after.block

    @property
    def later(self) -> timedelta:
        """Return by how much the start moves; negative where it moves forward."""
        return self.after.delay - self.before.delay

    @property
    def ends_later(self) -> timedelta:
        """Return by how much the end moves; negative where it moves forward."""
        return self.after.end_delay - self.before.end_delay


@dataclass(frozen=True, slots=True)
class Absorbed:
    """Delay that goes no further.

    A rest gives it up (``follows`` is None), or the planned gap between ``follows`` and ``block``.
    """

    block: BlockId
    by: timedelta
    follows: BlockId | None = None


@dataclass(frozen=True, slots=True)
class DayChange:
    """A candidate's day that ends at another time than it otherwise would."""

    before: ProjectedDay
    after: ProjectedDay

    @property
    def later(self) -> timedelta:
        """Return by how much the day ends later; negative where it ends earlier."""
        return self.after.end.instant - self.before.end.instant


@dataclass(frozen=True, slots=True)
class WhatIf:
    """The answer, against the projection without the question.

    ``moves`` come in order of planned start, the blocks ``asked`` about among them. ``broken`` holds
    the promises that break, or break by more than before. ``concerned`` are the candidates and
    people whose times change.
    """

    asked: Assumptions
    before: Projection
    after: Projection
    moves: tuple[Move, ...]
    absorbed: tuple[Absorbed, ...]
    broken: tuple[BrokenPromise, ...]
    days: tuple[DayChange, ...]
    concerned: tuple[Subject, ...]


def what_if(
    source: Plan | Agenda | Network, asked: Assumptions, *, given: Assumptions = NOTHING
) -> WhatIf:
    """Return what happens if all is as ``asked`` at once; ``given`` is what is assumed anyhow.

    Raises:
        UnknownRecord: the plan does not hold one of the blocks.
        InvalidValue: one of the blocks is not scheduled.
    """
    prepared = network(source)
    before = project(prepared, given)
    after = project(prepared, given.plus(asked))
    moved = [
        entry
        for entry in prepared.agenda.entries
        if before.run.starts[entry.index] != after.run.starts[entry.index]
        or before.run.ends[entry.index] != after.run.ends[entry.index]
    ]
    return WhatIf(
        asked=asked,
        before=before,
        after=after,
        moves=tuple(Move(before.block(e.block.id), after.block(e.block.id)) for e in moved),
        absorbed=tuple(_absorbed(before, after, moved)),
        broken=tuple(_newly_broken(before, after)),
        days=tuple(_changed_days(before, after, moved)),
        concerned=tuple(dict.fromkeys(who for entry in moved for who in attending(entry))),
    )


def _absorbed(before: Projection, after: Projection, moved: Sequence[Entry]) -> Iterator[Absorbed]:
    for entry in moved:
        index, block = entry.index, entry.block.id
        if before.network.behaviours[index].minimum is not None:
            delay_in = after.run.starts[index] - before.run.starts[index]
            delay_out = after.run.ends[index] - before.run.ends[index]
            if delay_in > max(0, delay_out):
                yield Absorbed(block, timedelta(seconds=delay_in - max(0, delay_out)))
        for follower, track in _followers(before.agenda, entry):
            used = _gap(before, entry, follower, track) - _gap(after, entry, follower, track)
            if used > 0:
                yield Absorbed(follower.block.id, timedelta(seconds=used), follows=block)


def _gap(projection: Projection, entry: Entry, follower: Entry, track: int) -> int:
    """Return the seconds of waiting between two blocks, not counting the changeover."""
    run, index = projection.run, entry.index
    latecomers = dict(run.late.get(index, ()))
    done = max(run.ends[index], projection.floors[index] + latecomers.get(track, 0))
    walk = dict(projection.network.walks[follower.index]).get(track, 0)
    return max(0, run.starts[follower.index] - done - walk)


def _followers(agenda: Agenda, entry: Entry) -> Iterator[tuple[Entry, int]]:
    """Yield each block that comes next on a track once, with one of the tracks.

    A room that waits for the same candidate's next block tells nothing: what the candidate does in
    between does.
    """
    seen: set[int] = set()
    for track in entry.tracks:
        follower = agenda.follower(entry, track)
        if follower is None or _only_the_room_waits(agenda, entry, follower, track):
            continue
        if follower.index not in seen:
            seen.add(follower.index)
            yield follower, track


def _only_the_room_waits(agenda: Agenda, entry: Entry, follower: Entry, track: int) -> bool:
    if agenda.tracks[track].subject.table != "rooms":
        return False
    return not set(entry.block.candidates).isdisjoint(follower.block.candidates)


def _newly_broken(before: Projection, after: Projection) -> Iterator[BrokenPromise]:
    known = {broken.promise: broken.by for broken in before.broken}
    return (b for b in after.broken if b.by > known.get(b.promise, ZERO))


def _changed_days(
    before: Projection, after: Projection, moved: Sequence[Entry]
) -> Iterator[DayChange]:
    dates = before.agenda.dates
    days = [(c, dates[entry.index]) for entry in moved for c in entry.block.candidates]
    for candidate, day in dict.fromkeys(days):
        change = DayChange(before.day(candidate, day), after.day(candidate, day))
        if change.before.end != change.after.end:
            yield change
