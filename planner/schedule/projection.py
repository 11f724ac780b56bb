"""The projection: when everything will happen. The one answer that all views and exports share.

It is a pure function of a plan and of what is known to hold it up; it never changes the plan.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from planner.domain.errors import InvalidValue
from planner.domain.ids import BlockId, CandidateId
from planner.domain.plan import Plan
from planner.domain.subjects import Subject
from planner.domain.times import ZERO, Moment
from planner.schedule.agenda import Agenda, Entry
from planner.schedule.assumptions import NOTHING, Assumptions
from planner.schedule.forward import Run, forward
from planner.schedule.network import Network, network
from planner.schedule.promises import BrokenPromise, fixed_promise, rest_promise


@dataclass(frozen=True, slots=True)
class ProjectedBlock:
    """When a block will be.

    ``delay`` and ``end_delay`` compare with the plan. For blocks that give way, ``shortened`` is
    what they lose of their planned length, and ``violated`` by how much they miss their pinned end
    because they keep their minimum; without that they would be shorter by both together.
    """

    block: BlockId
    start: Moment
    end: Moment
    delay: timedelta
    end_delay: timedelta
    shortened: timedelta = ZERO
    violated: timedelta = ZERO


@dataclass(frozen=True, slots=True)
class Conflict:
    """Somebody (or a room) is not free when a fixed block starts, but only ``late`` after it."""

    block: BlockId
    subject: Subject
    late: timedelta


@dataclass(frozen=True, slots=True)
class ProjectedDay:
    """A candidate's day: when it ends, and when it must have ended (``due``).

    ``shift`` is the delay with which it begins, as the live day shows it.
    """

    candidate: CandidateId
    day: date
    shift: timedelta
    planned_end: Moment
    end: Moment
    due: Moment


class Projection:
    """A plan as it will happen. Made by `project`; `run` holds the plain seconds.

    The live day brings a run of its own, in which some of it has happened.
    """

    def __init__(
        self,
        network: Network,
        floors: Sequence[int],
        lengths: Sequence[int],
        run: Run | None = None,
    ) -> None:
        self.network = network
        self.floors = floors
        self.lengths = lengths
        self.run = forward(network, floors, lengths) if run is None else run

    @property
    def agenda(self) -> Agenda:
        """Return the agenda of the plan."""
        return self.network.agenda

    @cached_property
    def blocks(self) -> Mapping[BlockId, ProjectedBlock]:
        """Return every scheduled block as it will be, in order of planned start."""
        return {e.block.id: self._projected(e) for e in self.agenda.entries}

    @cached_property
    def conflicts(self) -> tuple[Conflict, ...]:
        """Return who will not be ready for a fixed block; the live day lists them one by one."""
        return tuple(
            Conflict(
                self.agenda.entries[index].block.id,
                self.agenda.tracks[track].subject,
                timedelta(seconds=seconds),
            )
            for index, latecomers in self.run.late.items()
            for track, seconds in latecomers
        )

    @cached_property
    def days(self) -> Mapping[tuple[CandidateId, date], ProjectedDay]:
        """Return every candidate's days, by candidate and local date."""
        return {key: self.day(*key) for key in self.agenda.days}

    @cached_property
    def broken(self) -> tuple[BrokenPromise, ...]:
        """Return the promises that will not be kept: of blocks in order of start, then of days."""
        return (*self._broken_by_blocks(), *self._broken_by_days())

    def block(self, block_id: BlockId) -> ProjectedBlock:
        """Return one block as it will be.

        Raises:
            UnknownRecord: the plan holds no such block.
            InvalidValue: the block is not scheduled.
        """
        return self._projected(self.agenda.entry(block_id))

    def day(self, candidate: CandidateId, day: date) -> ProjectedDay:
        """Return one day of a candidate.

        Raises:
            InvalidValue: the candidate has nothing on that day.
        """
        entries = self.agenda.days.get((candidate, day))
        if entries is None:
            raise InvalidValue(field="day", reason="nothing_scheduled", value=day)
        first, last = entries[0], max(entries, key=lambda entry: entry.end)
        end = max(self.run.ends[entry.index] for entry in entries)
        return ProjectedDay(
            candidate=candidate,
            day=day,
            shift=timedelta(seconds=self.run.starts[first.index] - first.start),
            planned_end=last.timebox.start.moved(timedelta(seconds=last.length)),
            end=last.timebox.start.moved(timedelta(seconds=end - last.start)),
            due=self.network.day_bounds[candidate, day].promise.due,
        )

    def relative_delay(self, block_id: BlockId, candidate: CandidateId) -> timedelta:
        """Return by how much a block is later than the candidate's day began late.

        Zero all day long means: begun late, and nothing lost or won since. The live day shows it.

        Raises:
            UnknownRecord: the plan holds no such block.
            InvalidValue: the block is not scheduled, or not one of the candidate's.
        """
        entry = self.agenda.entry(block_id)
        if candidate not in entry.block.candidates:
            raise InvalidValue(field="candidate", reason="not_in_block", value=candidate)
        day = self.day(candidate, self.agenda.dates[entry.index])
        return self._projected(entry).delay - day.shift

    def _projected(self, entry: Entry) -> ProjectedBlock:
        start, end = self.run.starts[entry.index], self.run.ends[entry.index]
        shortened = violated = 0
        if self.network.behaviours[entry.index].minimum is not None:
            shortened = max(0, entry.length - (end - start))
            violated = self._missed_rest(entry)
        return ProjectedBlock(
            block=entry.block.id,
            start=entry.timebox.start.moved(timedelta(seconds=start - entry.start)),
            end=entry.timebox.start.moved(timedelta(seconds=end - entry.start)),
            delay=timedelta(seconds=start - entry.start),
            end_delay=timedelta(seconds=end - entry.end),
            shortened=timedelta(seconds=shortened),
            violated=timedelta(seconds=violated),
        )

    def _missed_rest(self, entry: Entry) -> int:
        """Return by how much a rest misses its promise: it ends too late, or was ended too early."""
        index = entry.index
        minimum = self.network.behaviours[index].minimum or 0
        had = self.run.ends[index] - self.run.starts[index]
        return max(0, self.run.ends[index] - self._promised_end(entry), minimum - had)

    def _promised_end(self, entry: Entry) -> int:
        """Return by when a rest must have had its minimum; a rest made longer has as much longer."""
        return entry.start + max(self.lengths[entry.index], entry.length)

    def _broken_by_blocks(self) -> Iterator[BrokenPromise]:
        for entry, behaviour in zip(self.agenda.entries, self.network.behaviours, strict=True):
            if behaviour.minimum is not None:
                missing = self._missed_rest(entry)
                if missing > 0:
                    by = timedelta(seconds=missing)
                    yield BrokenPromise(rest_promise(entry), by, attending(entry))
            if behaviour.is_fixed:
                yield from self._missed_start(entry)

    def _missed_start(self, entry: Entry) -> Iterator[BrokenPromise]:
        """Yield a fixed start that is late itself, or for which somebody (or a room) is late."""
        latecomers = self.run.late.get(entry.index, ())
        arrivals = [self.floors[entry.index] + seconds for _, seconds in latecomers]
        missing = max([self.run.starts[entry.index], *arrivals]) - entry.start
        if missing > 0:
            late = tuple(self.agenda.tracks[track].subject for track, _ in latecomers)
            by = timedelta(seconds=missing)
            yield BrokenPromise(fixed_promise(entry), by, late or attending(entry))

    def _broken_by_days(self) -> Iterator[BrokenPromise]:
        for bound in self.network.bounds:
            missing = max(self.run.ends[index] for index in bound.indexes) - bound.due
            if missing > 0:
                who = (Subject("candidates", str(bound.promise.candidate)),)
                yield BrokenPromise(bound.promise, timedelta(seconds=missing), who)


def project(source: Plan | Agenda | Network, assumptions: Assumptions = NOTHING) -> Projection:
    """Return when everything will happen.

    Whoever asks many times about one plan keeps the network (`planner.schedule.network.network`).

    Raises:
        UnknownRecord: an assumption is about a block that the plan does not hold.
        InvalidValue: an assumption is about a block that is not scheduled.
    """
    prepared = network(source)
    return Projection(
        prepared, assumptions.earliest_starts(prepared), assumptions.lengths(prepared)
    )


def attending(entry: Entry) -> tuple[Subject, ...]:
    """Return everybody who comes to a block: the candidates, then the company's people."""
    candidates = (Subject("candidates", candidate) for candidate in entry.block.candidates)
    return (*candidates, *(Subject("people", person) for person in entry.block.attendees))
