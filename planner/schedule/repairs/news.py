"""News: what has become different from what people know, for each person it concerns."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from planner.domain.blocks import Mode
from planner.domain.ids import BlockId, PersonId
from planner.domain.plan import Plan
from planner.domain.subjects import Subject
from planner.domain.times import Moment
from planner.schedule.agenda import Entry
from planner.schedule.live.live_projection import LiveProjection
from planner.schedule.projection import Projection
from planner.schedule.repairs.prices import TOLD_FROM


class NewsKind(StrEnum):
    """What somebody has to hear of a block."""

    TIME = "time"
    MODE = "mode"
    ADDED = "added"
    TAKES_OVER = "takes_over"
    RELIEVED = "relieved"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class News:
    """One thing for one person (or candidate): what of which block, when it is and when it was."""

    subject: Subject
    kind: NewsKind
    block: BlockId
    start: Moment
    was: Moment | None = None
    mode: Mode | None = None


def news(known: Projection, projection: LiveProjection) -> tuple[News, ...]:
    """Return what has changed from what people know, in order of start.

    ``known`` is the projection of the plan as it was given out, or of the last time they were told.
    Starts count from five minutes on, as in `planner.schedule.repairs.prices`; rests are told to
    nobody, and of what has begun nobody needs to hear.
    """
    run = projection.run
    found: list[News] = []
    for entry in projection.agenda.entries:
        if entry.index in run.done or entry.index in run.going_on or entry.block.is_rest:
            continue
        found += _of_block(known, projection, entry)
    return tuple(sorted(found, key=lambda one: one.start))


def by_person(found: tuple[News, ...]) -> Mapping[Subject, tuple[News, ...]]:
    """Return the news of each person and candidate, in the order of their first."""
    grouped: dict[Subject, tuple[News, ...]] = {}
    for one in found:
        grouped[one.subject] = (*grouped.get(one.subject, ()), one)
    return grouped


def _of_block(known: Projection, projection: LiveProjection, entry: Entry) -> Iterator[News]:
    block = entry.block
    old = known.agenda.by_block.get(block.id)
    start = _start(projection, entry)
    everybody = _everybody(projection.agenda.plan, entry)
    if old is None:
        yield from (
            News(who, NewsKind.ADDED, block.id, start, None, block.mode) for who in everybody
        )
        return
    was = _start(known, old)
    if entry.index in projection.run.dropped:
        yield from (News(who, NewsKind.DROPPED, block.id, was, was) for who in everybody)
        return
    before = frozenset(old.block.attendees)
    for who in everybody:
        if who.table == "people" and PersonId(who.id) not in before:
            yield News(who, NewsKind.TAKES_OVER, block.id, start, None, block.mode)
        elif abs(start.instant - was.instant) >= TOLD_FROM:
            yield News(who, NewsKind.TIME, block.id, start, was)
        elif block.mode is not old.block.mode:
            yield News(who, NewsKind.MODE, block.id, start, None, block.mode)
    for person in old.block.attendees:
        if person not in block.attendees:
            yield News(Subject("people", person), NewsKind.RELIEVED, block.id, was, was)


def _everybody(plan: Plan, entry: Entry) -> Iterator[Subject]:
    block = entry.block
    yield from (Subject("candidates", who) for who in block.candidates if who in plan.candidates)
    yield from (Subject("people", who) for who in block.attendees if who in plan.people)


def _start(projection: Projection, entry: Entry) -> Moment:
    seconds = projection.run.starts[entry.index] - entry.start
    return entry.timebox.start.moved(timedelta(seconds=seconds))
