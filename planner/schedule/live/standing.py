"""The plan as it stands: with whoever took over, and how, by the log."""

from collections.abc import Iterable
from dataclasses import replace

from planner.domain.blocks import Block, Seat
from planner.domain.log import Happening, Log, LogEntry
from planner.domain.plan import Plan


def as_it_stands(plan: Plan, log: Log) -> Plan:
    """Return the plan with the replacements of the log; the plan itself where there are none.

    A replacement takes the seat of the person it names, else the first one that nobody has, else the
    first. What the plan does not hold any more is left out.
    """
    changed: dict[str, Block] = {}
    for entry in log.effective:
        if entry.what is Happening.REPLACED and entry.block is not None:
            block = changed.get(entry.block) or plan.blocks.get(entry.block)
            if block is not None:
                changed[block.id] = _replaced(block, entry, plan)
    return plan.with_records(changed.values()) if changed else plan


def _replaced(block: Block, entry: LogEntry, plan: Plan) -> Block:
    mode = entry.mode or block.mode
    if entry.person is None or entry.person not in plan.people:
        return replace(block, mode=mode)
    seat = _seat(block.seats, entry)
    seats = tuple(
        replace(other, person=entry.person) if other is seat else other for other in block.seats
    )
    return replace(block, mode=mode, seats=seats)


def _seat(seats: Iterable[Seat], entry: LogEntry) -> Seat | None:
    """Return the seat that is taken over: the one named, else an empty one, else the first."""
    listed = list(seats)
    named = (s for s in listed if entry.instead_of is not None and s.person == entry.instead_of)
    empty = (s for s in listed if s.person is None)
    return next(named, None) or next(empty, None) or next(iter(listed), None)
