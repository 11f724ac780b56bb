"""What the clock alone tells of a day: who seems not to come, and what nobody has logged. Without Qt."""

from collections.abc import Iterator, Sequence
from datetime import date

from planner.domain.blocks import Block
from planner.domain.log import Happening
from planner.domain.times import Moment
from planner.schedule.agenda import Entry
from planner.schedule.live.live_projection import GOING_ON, LiveProjection, Phase
from planner.schedule.live.presence import runs_by_clock
from planner.schedule.repairs.playbooks import FIRE_ALARM

_GOES = GOING_ON - {Phase.INTERRUPTED}


def suspects(projection: LiveProjection, day: date) -> Iterator[Block]:
    """Yield the blocks of a day that lack somebody, and of which the log has never said so.

    Where nobody has seen the candidate arrive, that is asked for, and nothing is held against them.
    """
    known = {e.block for e in projection.log.entries if e.what is Happening.SUSPECTED}
    for entry in _on(projection, day):
        if entry.block.id in known or entry.start > projection.now:
            continue
        if entry.index in projection.run.unseen:
            continue
        if projection.phases[entry.block.id] is Phase.SUSPECTED:
            yield entry.block


def has_unlogged_past(projection: LiveProjection, day: date | None) -> bool:
    """Say whether something of a day should have been started, and nothing of that day was logged.

    What runs by the clock is started by nobody.
    """
    today = list(_on(projection, day))
    held = (e for e in today if not (e.block.is_rest or runs_by_clock(e.block)))
    is_begun = any(entry.start < projection.now for entry in held)
    return is_begun and not _is_told(projection, today)


def alarmed(projection: LiveProjection, day: date) -> Iterator[Block]:
    """Yield what an alarm in the building interrupts: all that goes on there, whoever the candidate is.

    A rest goes on wherever people are, and a call that one takes from anywhere is not in the building.
    """
    for entry in _on(projection, day):
        is_there = not (entry.block.is_rest or entry.block.is_call_from_anywhere)
        if is_there and projection.phases[entry.block.id] in _GOES:
            yield entry.block


def stopped_by_alarm(projection: LiveProjection, day: date) -> Iterator[Block]:
    """Yield what stands still because of an alarm."""
    for entry in _on(projection, day):
        if projection.phases[entry.block.id] is Phase.INTERRUPTED:
            reason = projection.facts[entry.block.id].interruptions[-1].reason
            if reason == FIRE_ALARM:
                yield entry.block


def _is_told(projection: LiveProjection, today: Sequence[Entry]) -> bool:
    """Say whether the log tells of a block of a day, or of anything that happened on that day."""
    blocks = {entry.block.id for entry in today}
    start = today[0].timebox.start
    return any(
        entry.block in blocks or Moment(entry.at, start.zone).day == start.day
        for entry in projection.log.effective
    )


def _on(projection: LiveProjection, day: date | None) -> Iterator[Entry]:
    agenda = projection.agenda
    return (e for e, on in zip(agenda.entries, agenda.dates, strict=True) if on == day)
