"""Proposals: the edits that gestures and keys make; both ask here, so both make the same. No Qt."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

from planner.domain.blocks import (
    INTERVIEWING_ROLES,
    Block,
    Kind,
    SeatRole,
    StartRule,
    Timebox,
)
from planner.domain.edits.base import Edit
from planner.domain.edits.blocks import DuplicateBlock
from planner.domain.edits.details import ChangeDetails
from planner.domain.edits.fresh import new_block, new_seat
from planner.domain.edits.panel import AddSeat, AssignSeat, UnassignSeat
from planner.domain.edits.places import ChangeRoom
from planner.domain.edits.ripples import MoveAndShift, ShiftFrom, ShiftLater
from planner.domain.edits.timing import MoveBlocks, Reschedule, ResizeBlock
from planner.domain.edits.together import Together
from planner.domain.errors import PlannerError
from planner.domain.ids import BlockId, CandidateId, PersonId, SeatId
from planner.domain.plan import Plan
from planner.domain.references import subject_of
from planner.domain.ripple import Absorption
from planner.domain.sequences import Placed, blocks_within, length_of, placed, shortest, strands
from planner.domain.slots import day_limits
from planner.domain.times import ZERO, Moment
from planner.ui.timeline.columns import Column, ColumnKind, open_seats

RIPPLE = Absorption(gaps=True, rest=True)
"""What follows moves only as far as it must: gaps and rest above its minimum give way first."""


class SeatRefused(PlannerError):
    """A column cannot give its person a seat. Facts: ``reason``, ``block``, ``person``."""

    code = "seat_refused"


def together(edits: Iterable[Edit | None]) -> Edit | None:
    """Return several edits as one step; None where there is nothing to do."""
    real = tuple(edit for edit in edits if edit is not None)
    if not real:
        return None
    return real[0] if len(real) == 1 else Together(real)


def move(blocks: Sequence[BlockId], delta: timedelta) -> Edit | None:
    """Return the edit that moves blocks by one delta, and nobody else."""
    return MoveBlocks(tuple(blocks), delta) if blocks and delta else None


def push(plan: Plan, blocks: Sequence[BlockId], delta: timedelta) -> Edit | None:
    """Return the edit that moves blocks and lets what comes later make room.

    One block takes what starts after its end along. Of several, the earliest does so with
    everything that starts after it.
    """
    items = [item for block in blocks if (item := _placed(plan, block)) is not None]
    if not items or not delta:
        return None
    first = min(items, key=lambda item: item.start)
    if len(items) > 1:
        return ShiftLater(first.block.id, delta, RIPPLE)
    return MoveAndShift(first.block.id, first.timebox.start.moved(delta), RIPPLE)


def resize_start(plan: Plan, block: BlockId, start: Moment) -> Edit | None:
    """Return the edit that drags the upper edge of a block; None where it stays."""
    item = _placed(plan, block)
    if item is None:
        return None
    latest = item.timebox.start.moved(item.end - item.start - shortest(item, plan.policy))
    wanted = min(start.in_zone(latest.zone), latest)
    return None if wanted.instant == item.start else ResizeBlock(block, start=wanted)


def resize_end(plan: Plan, block: BlockId, end: Moment, *, pushes: bool = False) -> Edit | None:
    """Return the edit that drags the lower edge of a block; None where it stays.

    With ``pushes``, what comes later makes room, or moves up.
    """
    item = _placed(plan, block)
    if item is None:
        return None
    earliest = item.timebox.start.moved(shortest(item, plan.policy))
    wanted = max(end.in_zone(earliest.zone), earliest)
    delta = wanted.instant - item.end
    if not delta:
        return None
    resized = ResizeBlock(block, end=wanted)
    return together((resized, _following_shift(plan, item, delta) if pushes else None))


def copy(draft: DuplicateBlock, delta: timedelta) -> DuplicateBlock:
    """Return the edit that makes the copy of a draft ``delta`` after the original."""
    return replace(draft, shift=delta)


def unschedule(blocks: Iterable[BlockId]) -> Edit | None:
    """Return the edit that puts blocks back among those that wait."""
    return together(Reschedule(block, None) for block in blocks)


def schedule(plan: Plan, block_id: BlockId, start: Moment, column: Column) -> Edit | None:
    """Return the edit that gives a waiting block a time, and who or what the column stands for."""
    block = plan.block(block_id)
    timebox = Timebox(start, waiting_length(plan, block))
    return together((Reschedule(block_id, timebox), taken_along(block, column)))


def waiting_length(plan: Plan, block: Block) -> timedelta:
    """Return how long a block that waits will be: as its kind is by the policy, its minimum at least."""
    policy = plan.policy
    usual = policy.meal_minimum if block.kind is Kind.MEAL else policy.default_duration
    if block.kind is Kind.BREAK:
        usual = policy.break_minimum
    return max(usual, block.minimum or ZERO) or policy.default_duration


def created(plan: Plan, column: Column, timebox: Timebox, kind: Kind = Kind.INTERVIEW) -> Block:
    """Return a new block for a column: for its candidate, person or room."""
    only = tuple(plan.candidates) if len(plan.candidates) == 1 else ()
    own = () if column.candidate is None else (column.candidate,)
    candidates = () if column.kind is ColumnKind.TEAM else own or only
    needs_seat = kind is Kind.INTERVIEW or column.person is not None
    seats = (new_seat(SeatRole.LEAD, column.person),) if needs_seat else ()
    return new_block(kind, timebox=timebox, candidates=candidates, seats=seats, room=column.room)


def reassignment(block: Block, source: Column, target: Column) -> Edit | None:
    """Return the edit for a block that goes from one column to another, apart from times.

    Between people, the seat changes hands; to a person from elsewhere, an open seat is filled, or
    the only seat that interviews changes hands; from a person to the open seats, the seat becomes
    empty. A room is changed, or taken away. Between
    candidates, one takes the other's place. None where the columns say nothing about the block.
    """
    if target.is_of_rooms:
        return None if block.room == target.room else ChangeRoom(block.id, target.room)
    if target.kind is ColumnKind.OPEN_SEATS and source.person is not None:
        return together(
            UnassignSeat(block.id, seat) for seat in _seats_of(block, source.person)[:1]
        )
    if target.person is not None:
        return _seated(block, source, target.person)
    return _with_candidate(block, source.candidate, target.candidate)


def hindrance(block: Block, source: Column, target: Column) -> SeatRefused | None:
    """Return why a person cannot be given a seat; None where a column asks for no person."""
    if target.subject is None or target.person is None or source.key == target.key:
        return None
    told = {"block": subject_of(block), "person": target.subject}
    if target.person in block.attendees:
        return SeatRefused(reason="sits_there", **told)
    if block.seats:
        return SeatRefused(reason="which_seat", **told)
    return SeatRefused(reason="no_seat", **told)


def taken_along(block: Block, column: Column) -> Edit | None:
    """Return the edit that gives a block from nowhere what a column stands for."""
    if column.candidate is not None:
        if column.candidate in block.candidates:
            return None
        return ChangeDetails(block.id, candidates=(*block.candidates, column.candidate))
    return reassignment(block, Column(ColumnKind.TEAM), column)


def _seated(block: Block, source: Column, person: PersonId) -> Edit | None:
    if person in block.attendees:
        return None
    own = _seats_of(block, source.person) if source.person is not None else ()
    seats = own or tuple(seat.id for seat in open_seats(block)) or _only_interviewer(block)
    if seats:
        return AssignSeat(block.id, seats[0], person)
    if block.kind is Kind.INTERVIEW and not block.seats:
        return AddSeat(block.id, new_seat(SeatRole.LEAD, person))
    return None


def _only_interviewer(block: Block) -> tuple[SeatId, ...]:
    found = tuple(seat.id for seat in block.seats if seat.role in INTERVIEWING_ROLES)
    return found if len(found) == 1 else ()


def _seats_of(block: Block, person: PersonId) -> tuple[SeatId, ...]:
    return tuple(seat.id for seat in block.seats if seat.person == person)


def _with_candidate(
    block: Block, source: CandidateId | None, target: CandidateId | None
) -> Edit | None:
    if source is None or target is None or target in block.candidates:
        return None
    candidates = tuple(target if c == source else c for c in block.candidates)
    return ChangeDetails(block.id, candidates=candidates)


def _following_shift(plan: Plan, item: Placed, delta: timedelta) -> Edit | None:
    """Return the edit that lets later blocks follow an end; gaps before them absorb it first."""
    if not item.block.candidates:
        return None
    end = item.timebox.start.moved(item.end - item.start)
    gaps = [follower.start - item.end for follower in _followers(plan, item)]
    if delta > ZERO:
        delta = max(ZERO, delta - min(gaps, default=delta))
    return ShiftFrom(end, delta, item.block.candidates, RIPPLE) if gaps and delta else None


def _followers(plan: Plan, item: Placed) -> Iterator[Placed]:
    own = set(strands(item.block))
    for other in blocks_within(plan, day_limits(item.timebox.start)):
        is_free = other.block.start_rule is not StartRule.FIXED
        if other.start >= item.end and is_free and own.issuperset(strands(other.block)):
            yield other


def _placed(plan: Plan, block_id: BlockId) -> Placed | None:
    block = plan.blocks.get(block_id)
    if block is None or block.timebox is None:
        return None
    return placed(block, block.timebox, plan.policy)


def length_in(plan: Plan, block: Block) -> timedelta:
    """Return how long a block is planned, or will be once it is scheduled."""
    if block.timebox is None:
        return waiting_length(plan, block)
    return length_of(block.timebox, plan.policy)
