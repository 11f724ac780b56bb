"""Checks: timeboxes that say when, on clocks that show that time once."""

from collections.abc import Iterable, Iterator

from planner.domain.edits.timing import ChangeTimes, MoveBlock
from planner.domain.subjects import Subject
from planner.domain.times import ZERO
from planner.schedule.agenda import Agenda, Entry
from planner.schedule.checks.findings import Finding, on_block
from planner.schedule.checks.survey import Survey


def time_skipped(survey: Survey, entries: Iterable[Entry]) -> Iterator[Finding]:
    """Find blocks at a time that the clocks jump over."""
    for entry in entries:
        start = entry.timebox.start
        if start.written is not None:
            found = on_block(survey, entry, written=start.written.time(), zone=start.zone)
            yield found.mended_by(MoveBlock(entry.block.id, start.moved(ZERO)))


def time_repeated(survey: Survey, entries: Iterable[Entry]) -> Iterator[Finding]:
    """Find blocks at a time that the clocks show twice."""
    clocks = survey.clocks
    for entry in entries:
        start = entry.timebox.start
        if clocks.may_repeat(start.zone, entry.start) and start.is_repeated:
            yield on_block(survey, entry, start=start, offset=start.offset_text, zone=start.zone)


def end_unknown(survey: Survey, entries: Iterable[Entry]) -> Iterator[Finding]:
    """Find blocks of which nobody said when they end."""
    for entry in entries:
        if entry.timebox.duration is None:
            assumed = survey.policy.default_duration
            found = on_block(survey, entry, assumed=assumed)
            yield found.mended_by(ChangeTimes(entry.block.id, duration=assumed))


def unscheduled(_survey: Survey, agenda: Agenda) -> Iterator[Finding]:
    """Find blocks that wait for a time."""
    for block in agenda.unscheduled:
        subject = Subject("blocks", block.id)
        yield Finding((subject,), {"block": subject})
