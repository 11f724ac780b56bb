"""What the clock alone tells of a day: who seems not to come, and what nobody has logged. Without Qt."""

from collections.abc import Iterator
from datetime import date

from planner.domain.blocks import Block
from planner.domain.log import Happening
from planner.schedule.agenda import Entry
from planner.schedule.live.live_projection import LiveProjection, Phase


def suspects(projection: LiveProjection, day: date) -> Iterator[Block]:
    """Yield the blocks of a day that lack somebody, and of which the log has never said so."""
    known = {e.block for e in projection.log.entries if e.what is Happening.SUSPECTED}
    for entry in _on(projection, day):
        if entry.block.id in known or entry.start > projection.now:
            continue
        if projection.phases[entry.block.id] is Phase.SUSPECTED:
            yield entry.block


def has_unlogged_past(projection: LiveProjection, day: date | None) -> bool:
    """Say whether something of a day should have begun, and the log knows nothing of that day."""
    today = list(_on(projection, day))
    known = {entry.block for entry in projection.log.effective}
    begun = [e for e in today if e.start < projection.now and not e.block.is_rest]
    return bool(begun) and not any(e.block.id in known for e in today)


def _on(projection: LiveProjection, day: date | None) -> Iterator[Entry]:
    agenda = projection.agenda
    return (e for e, on in zip(agenda.entries, agenda.dates, strict=True) if on == day)
