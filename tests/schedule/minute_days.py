"""Days in minutes after eight, as the reference cases count them: blocks, and where they end up."""

from collections.abc import Mapping
from datetime import date, time
from typing import Any

from planner.domain.blocks import Block, Kind, StartRule
from planner.domain.ids import BlockId
from planner.domain.times import Moment
from planner.schedule.assumptions import Assumptions
from planner.schedule.projection import Projection
from tests.builders import DAY, block, minutes, moment

EIGHT = moment("08:00")


def flow(name: str, start: float, length: float, **fields: Any) -> Block:
    """Return a block that starts as soon as all are ready."""
    return item(name, start, length, start_rule=StartRule.FLOW, **fields)


def fixed(name: str, start: float, length: float, **fields: Any) -> Block:
    """Return a block whose start somebody outside decides."""
    return item(name, start, length, start_rule=StartRule.FIXED, **fields)


def rest(name: str, start: float, length: float, minimum: float, **fields: Any) -> Block:
    """Return a break with a promised minimum."""
    fields = {"kind": Kind.BREAK, "minimum": minutes(minimum), **fields}
    return item(name, start, length, **fields)


def item(name: str, start: float, length: float, day: date = DAY, **fields: Any) -> Block:
    """Return a block of ``length`` minutes that starts ``start`` minutes after eight."""
    return block(name, clock_after_eight(start), length, day=day, **fields)


def clock_after_eight(count: float) -> str:
    """Return the time of day so many minutes after eight."""
    seconds = round((8 * 60 + count) * 60)
    return time(seconds // 3600, seconds // 60 % 60, seconds % 60).isoformat()


def assuming(
    longer: Mapping[str, float] | None = None, later: Mapping[str, float] | None = None
) -> Assumptions:
    """Return assumptions in minutes."""
    return Assumptions(
        {BlockId(name): minutes(count) for name, count in (longer or {}).items()},
        {BlockId(name): minutes(count) for name, count in (later or {}).items()},
    )


def after_eight(at: Moment) -> float:
    """Return how many minutes after eight a moment is."""
    return (at.instant - EIGHT.instant) / minutes(1)


def spans(projection: Projection) -> dict[str, tuple[float, float]]:
    """Return the projected start and end of every block in minutes after eight."""
    return {
        block_id: (after_eight(found.start), after_eight(found.end))
        for block_id, found in projection.blocks.items()
    }


def starts(projection: Projection) -> dict[str, float]:
    """Return the projected start of every block in minutes after eight."""
    return {name: start for name, (start, _) in spans(projection).items()}


def delays(projection: Projection) -> dict[str, float]:
    """Return the projected delay of every block in minutes."""
    return {name: found.delay / minutes(1) for name, found in projection.blocks.items()}
