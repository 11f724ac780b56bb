"""Checks of a projection: promises of the plan that delay will break. Repairs mend them."""

from collections.abc import Iterator
from datetime import timedelta

from planner.domain.subjects import Subject
from planner.schedule.checks.findings import Finding, end_of, on_block
from planner.schedule.checks.survey import Survey
from planner.schedule.projection import Projection
from planner.schedule.promises import BrokenPromise, PromiseKind


def rest_shortened(survey: Survey, projection: Projection) -> Iterator[Finding]:
    """Find rest that will be shorter than planned, and still as long as was promised."""
    starts, ends = projection.run.starts, projection.run.ends
    for entry in survey.agenda.entries:
        if not survey.is_rest[entry.index]:
            continue
        if ends[entry.index] - starts[entry.index] >= entry.length:
            continue
        block = projection.block(entry.block.id)
        if not block.violated:
            planned = timedelta(seconds=entry.length)
            left = planned - block.shortened
            told = {"planned": planned, "left": left, "start": block.start, "end": block.end}
            yield on_block(survey, entry, **told)


def rest_violated(survey: Survey, projection: Projection) -> Iterator[Finding]:
    """Find rest that keeps its minimum only by ending late, at the cost of what follows."""
    for broken in _broken(projection, PromiseKind.REST):
        entry = survey.agenda.entry(broken.promise.block)
        end = projection.block(broken.promise.block).end
        yield on_block(survey, entry, by=broken.by, end=end)


def fixed_start_missed(survey: Survey, projection: Projection) -> Iterator[Finding]:
    """Find blocks that somebody outside has fixed, and for which somebody will be late."""
    for broken in _broken(projection, PromiseKind.FIXED_START):
        entry = survey.agenda.entry(broken.promise.block)
        yield on_block(survey, entry, *broken.subjects, who=broken.subjects, by=broken.by)


def day_ends_late(survey: Survey, projection: Projection) -> Iterator[Finding]:
    """Find candidates whose day will end after its end."""
    for broken in _broken(projection, PromiseKind.DAY_END):
        yield _late(survey, broken)


def departure_missed(survey: Survey, projection: Projection) -> Iterator[Finding]:
    """Find candidates whom delay will keep here when their journey home leaves.

    Where the plan itself leaves too little time, and no delay comes on top, that is another
    check's matter. Of several departures the first one counts.
    """
    worst: dict[tuple[object, object], BrokenPromise] = {}
    for broken in sorted(_broken(projection, PromiseKind.DEPARTURE), key=lambda found: found.by):
        last = survey.agenda.entry(broken.promise.block)
        planned = end_of(last).instant - broken.promise.due.instant
        if broken.by > planned:
            worst[broken.promise.block, broken.promise.candidate] = broken
    for broken in worst.values():
        yield _late(survey, broken)


def _late(survey: Survey, broken: BrokenPromise) -> Finding:
    entry = survey.agenda.entry(broken.promise.block)
    candidate = Subject("candidates", str(broken.promise.candidate))
    told = {"candidate": candidate, "by": broken.by, "due": broken.promise.due}
    return on_block(survey, entry, candidate, **told)


def _broken(projection: Projection, kind: PromiseKind) -> Iterator[BrokenPromise]:
    return (broken for broken in projection.broken if broken.promise.kind is kind)
