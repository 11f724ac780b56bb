"""Promises: what a delay must not touch, and by how much it does."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from planner.domain.ids import BlockId, CandidateId
from planner.domain.subjects import Subject
from planner.domain.times import Moment
from planner.domain.travel import Direction
from planner.schedule.agenda import Agenda, Entry
from planner.schedule.leaving import is_binding, leaving

_BEFORE_DEPARTURE = 24 * 3600
"""Seconds. What the candidate began earlier is no reason to miss a journey home."""


class PromiseKind(StrEnum):
    """What was promised: rest, a start that somebody outside fixed, a day's end, a departure."""

    REST = "rest"
    FIXED_START = "fixed_start"
    DAY_END = "day_end"
    DEPARTURE = "departure"


@dataclass(frozen=True, slots=True)
class Promise:
    """One promise, as the plan makes it.

    ``due`` is the planned end of a rest (by then it must have had its minimum), the planned start
    of a fixed block, the end of a candidate's day, or when they must leave for their journey home.
    For the last two, ``block`` is the one that is planned to end last.
    """

    kind: PromiseKind
    block: BlockId
    due: Moment
    candidate: CandidateId | None = None


@dataclass(frozen=True, slots=True)
class BrokenPromise:
    """A promise that will not be kept, ``by`` how much, and to whom it was made.

    ``subjects`` are candidates, people and, where a fixed block finds it occupied, a room.
    """

    promise: Promise
    by: timedelta
    subjects: tuple[Subject, ...]


@dataclass(frozen=True, slots=True)
class Bound:
    """A promise that asks blocks (by index in the agenda) to have ended by ``due`` (seconds)."""

    promise: Promise
    due: int
    indexes: tuple[int, ...]


def rest_promise(entry: Entry) -> Promise:
    """Return the promise of a block that gives way: its minimum before its planned end."""
    end = entry.timebox.start.moved(timedelta(seconds=entry.length))
    return Promise(PromiseKind.REST, entry.block.id, end)


def fixed_promise(entry: Entry) -> Promise:
    """Return the promise of a fixed block: its start, and everybody there."""
    return Promise(PromiseKind.FIXED_START, entry.block.id, entry.timebox.start)


def day_bounds(agenda: Agenda) -> Iterator[Bound]:
    """Return when each candidate's days end, in the order of `Agenda.days`.

    That is the policy's time on the clocks of the day's last block, or the planned end where that
    is later already.
    """
    closing = agenda.plan.policy.day_end
    known: dict[tuple[date, str], Moment] = {}
    for (candidate, day), entries in agenda.days.items():
        last = _last(entries)
        zone = last.timebox.start.zone
        if (day, zone) not in known:
            known[day, zone] = Moment.from_wall(day, closing, zone)
        due = known[day, zone]
        if _seconds(due) < last.end:
            due = last.timebox.start.moved(timedelta(seconds=last.length))
        yield _bound(PromiseKind.DAY_END, entries, due, candidate)


def departure_bounds(agenda: Agenda) -> Iterator[Bound]:
    """Return by when to leave for journeys home, for what each candidate begins within a day before.

    By the day: a flight after midnight binds the dinner before it, and one that leaves in the
    afternoon does not bind what was long over. An escort, rest or a call may be part of the way:
    they bind only by the departure itself.
    """
    for journey in agenda.plan.journeys.values():
        left = leaving(agenda, journey) if journey.direction is Direction.RETURN else None
        if left is None:
            continue
        due = _seconds(left.departure)
        own = [
            entry
            for entry in agenda.candidate(journey.candidate)
            if due - _BEFORE_DEPARTURE <= entry.start < due
        ]
        binding = tuple(entry for entry in own if is_binding(entry.block))
        others = tuple(entry for entry in own if not is_binding(entry.block))
        for entries, moment in ((binding, left.by), (others, left.departure)):
            if entries:
                yield _bound(PromiseKind.DEPARTURE, entries, moment, journey.candidate)


def _bound(
    kind: PromiseKind, entries: tuple[Entry, ...], due: Moment, candidate: CandidateId
) -> Bound:
    promise = Promise(kind, _last(entries).block.id, due, candidate)
    return Bound(promise, _seconds(due), tuple(entry.index for entry in entries))


def _last(entries: tuple[Entry, ...]) -> Entry:
    return max(entries, key=lambda entry: entry.end)


def _seconds(moment: Moment) -> int:
    return int(moment.instant.timestamp())
