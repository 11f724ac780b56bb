"""Staffing: who could take over a block that lacks its people, at the time at which it would really be."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from planner.domain.blocks import Block, Seat
from planner.schedule.agenda import Entry
from planner.schedule.bench import BenchEntry, bench
from planner.schedule.live.live_projection import LiveProjection


@dataclass(frozen=True, slots=True)
class Opening:
    """A seat to be filled now, and who is free for it, the best first; its block at its real time."""

    block: Block
    seat: Seat
    able: Sequence[BenchEntry]


def opening(projection: LiveProjection, entry: Entry) -> Opening | None:
    """Return the seat of who did not show up (else an empty one, else the first) and who could take it.

    None where the block has no seats. Whoever is in another block at that time, or in one that then
    still goes on, or does not work then, is left out.
    """
    block = _as_if_now(projection, entry)
    seat = _missing_seat(projection, block)
    if seat is None:
        return None
    plan = projection.agenda.plan.with_records([*_going_on(projection), block])
    found = bench(plan, block.id, seat.id, plan.people)
    able = [one for one in found if one.is_free and one.works_then and one.can_be_booked]
    return Opening(block, seat, able)


def _as_if_now(projection: LiveProjection, entry: Entry) -> Block:
    start = max(projection.now, projection.run.starts[entry.index])
    moved = entry.timebox.start.moved(timedelta(seconds=start - entry.start))
    return replace(entry.block, timebox=replace(entry.timebox, start=moved))


def _going_on(projection: LiveProjection) -> Iterator[Block]:
    """Yield what goes on, as long as it really will: whoever is in it is not free by the plan."""
    for index in projection.run.going_on:
        entry, end = projection.agenda.entries[index], projection.run.ends[index]
        length = timedelta(seconds=end - entry.start)
        if length > timedelta(seconds=entry.length):
            yield replace(entry.block, timebox=replace(entry.timebox, duration=length))


def _missing_seat(projection: LiveProjection, block: Block) -> Seat | None:
    fact = projection.facts.get(block.id)
    absent = fact.absent if fact is not None else set()
    gone = (seat for seat in block.seats if seat.person in absent)
    empty = (seat for seat in block.seats if seat.person is None)
    return next(gone, None) or next(empty, None) or next(iter(block.seats), None)
