"""Random stories: what may happen on random days, in any order and at any time."""

from datetime import datetime, timedelta

from hypothesis import strategies as st

from planner.domain.log import Happening, Log, LogEntry, LogEntryId
from planner.domain.plan import Plan
from planner.schedule.agenda import Agenda
from tests.builders import minutes
from tests.schedule.live.logs import at

DAY_LENGTH = 15 * 60
"""Minutes after eight."""

ANYTHING = (
    Happening.STARTED,
    Happening.STARTED,
    Happening.ENDED,
    Happening.ENDED,
    Happening.NO_SHOW,
    Happening.SUSPECTED,
    Happening.REPLACED,
    Happening.INTERRUPTED,
    Happening.RESUMED,
    Happening.EXTENDED,
    Happening.CUT,
    Happening.SKIPPED,
    Happening.LATE,
    Happening.MOVED,
    Happening.ARRIVED,
    Happening.NOTE,
)


def minute(count: int) -> datetime:
    """Return so many minutes after eight."""
    return at("08:00") + minutes(count)


@st.composite
def stories(
    draw: st.DrawFn, day: Plan, happenings: tuple[Happening, ...] = ANYTHING
) -> tuple[Log, datetime]:
    """Draw what was written until a moment, and the moment; not all of it makes sense."""
    now = draw(st.integers(0, DAY_LENGTH))
    blocks = sorted(day.blocks)
    entries: list[LogEntry] = []
    for number in range(draw(st.integers(0, 6)) if blocks else 0):
        what = draw(st.sampled_from(happenings))
        about = None
        if entries and draw(st.integers(0, 7)) == 0:
            about = draw(st.sampled_from(entries)).id
        happened = minute(draw(st.integers(0, now)))
        entries.append(
            LogEntry(
                id=LogEntryId(f"entry-{number}"),
                what=what,
                at=happened,
                written=happened,
                block=day.blocks[draw(st.sampled_from(blocks))].id,
                candidate=next(iter(day.candidates), None),
                length=minutes(draw(st.integers(1, 40))),
                until=minute(draw(st.integers(0, DAY_LENGTH))),
                about=about,
            )
        )
    return Log(tuple(entries)), minute(now)


@st.composite
def orderly(draw: st.DrawFn, day: Plan) -> tuple[Log, datetime]:
    """Draw a day on which blocks start and end in order, late or early; it breaks off somewhere."""
    entries: list[LogEntry] = []
    clock = at("00:00")
    for entry in Agenda(day).entries[: draw(st.integers(0, 6))]:
        for what in (Happening.STARTED, Happening.ENDED):
            planned = entry.start if what is Happening.STARTED else entry.end
            late = timedelta(minutes=draw(st.integers(-10, 40)))
            clock = max(clock, at("00:00") + timedelta(seconds=planned - _midnight()) + late)
            number = LogEntryId(f"entry-{len(entries)}")
            entries.append(LogEntry(number, what, clock, clock, block=entry.block.id))
    told = entries[: draw(st.integers(0, len(entries)))]
    after = timedelta(minutes=draw(st.integers(0, 40)))
    return Log(tuple(told)), (told[-1].at if told else at("08:00")) + after


def _midnight() -> int:
    return int(at("00:00").timestamp())
