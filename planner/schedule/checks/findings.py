"""Findings: what a check found, before it has a code and a severity."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from planner.domain.edits.base import Edit
from planner.domain.edits.ripples import MoveAndShift
from planner.domain.edits.timing import MoveBlocks
from planner.domain.subjects import Subject
from planner.domain.times import Moment
from planner.schedule.agenda import Entry
from planner.schedule.checks.survey import Survey


class Finding(NamedTuple):
    """What a check found; with code and severity of its rule it becomes a `Problem`."""

    subjects: tuple[Subject, ...]
    facts: Mapping[str, Any]
    when: datetime | None = None
    fixes: tuple[Edit, ...] = ()

    def mended_by(self, *fixes: Edit) -> "Finding":
        """Return the finding with edits that would mend it, best first."""
        return self._replace(fixes=fixes)


def on_block(survey: Survey, entry: Entry, *others: Subject, **facts: Any) -> Finding:
    """Return a finding about a block, then others; block and local date are facts of it."""
    block = block_subject(entry)
    told = {"block": block, "day": survey.agenda.dates[entry.index], **facts}
    return Finding((block, *others), told, entry.timebox.start.instant)


def postponements(entry: Entry, until: int) -> tuple[Edit, ...]:
    """Return edits that let a block begin ``until`` (seconds): alone, or with what follows it."""
    wait = timedelta(seconds=until - entry.start)
    later = entry.timebox.start.moved(wait)
    return MoveBlocks((entry.block.id,), wait), MoveAndShift(entry.block.id, later)


def end_of(entry: Entry) -> Moment:
    """Return when a block ends as planned, on the clocks of its place."""
    return entry.timebox.start.moved(timedelta(seconds=entry.length))


def block_subject(entry: Entry) -> Subject:
    """Return the subject for a scheduled block."""
    return Subject("blocks", entry.block.id)
