"""Random live days for properties: a log that could have been written about a plan, and a moment."""

from datetime import UTC, datetime

from hypothesis import strategies as st

from planner.domain.blocks import Block
from planner.domain.log import Happening, Log, LogEntry, LogEntryId
from planner.domain.plan import Plan
from tests.builders import minutes, moment

_NINE = moment("09:00").instant.astimezone(UTC)
_STORIES = (
    (),
    (),
    (Happening.STARTED,),
    (Happening.STARTED, Happening.ENDED),
    (Happening.STARTED, Happening.EXTENDED),
    (Happening.STARTED, Happening.INTERRUPTED),
    (Happening.STARTED, Happening.INTERRUPTED, Happening.RESUMED, Happening.ENDED),
    (Happening.ENDED,),
    (Happening.EXTENDED,),
    (Happening.CUT,),
    (Happening.SUSPECTED,),
    (Happening.NO_SHOW,),
    (Happening.NO_SHOW, Happening.REPLACED),
    (Happening.LATE,),
    (Happening.MOVED,),
    (Happening.SKIPPED,),
)


@st.composite
def told_days(draw: st.DrawFn, source: Plan) -> tuple[Log, datetime]:
    """Draw a log of what happened until a moment, block by block."""
    now = _NINE + minutes(draw(st.integers(0, 12 * 60)))
    entries: list[LogEntry] = []
    for block in source.blocks.values():
        entries += draw(_story(block, now, len(entries)))
    return Log(tuple(sorted(entries, key=lambda entry: entry.at))), now


@st.composite
def _story(draw: st.DrawFn, block: Block, now: datetime, known: int) -> list[LogEntry]:
    told: list[LogEntry] = []
    assert block.timebox is not None
    at = block.timebox.start.instant.astimezone(UTC)
    for what in draw(st.sampled_from(_STORIES)):
        at += minutes(draw(st.integers(-5, 40)))
        if at > now:
            break
        length = minutes(draw(st.integers(1, 20)))
        told.append(
            LogEntry(
                LogEntryId(f"entry-{known + len(told)}"),
                what,
                at,
                at,
                block=block.id,
                candidate=next(iter(block.candidates), None),
                length=length,
                until=at + length,
            )
        )
    return told
