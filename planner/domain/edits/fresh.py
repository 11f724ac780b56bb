"""Fresh records and edits: what is drawn at random for them is drawn before they are applied.

Ids come from `fresh_id`, seeds and calendar marks from here. Edits carry what was drawn, so that
they make the same records again.
"""

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

from planner.domain.blocks import Block, CalendarMark, Kind, Seat, SeatRole
from planner.domain.edits.blocks import DuplicateBlock, InsertAfter, SplitBlock
from planner.domain.edits.days import CopyDay
from planner.domain.edits.templates import ApplyTemplate
from planner.domain.ids import (
    BlockId,
    CandidateId,
    LoopId,
    OfficeId,
    PersonId,
    SeatId,
    fresh_id,
)
from planner.domain.templates import Template
from planner.domain.times import ZERO, Moment


def fresh_seed() -> str:
    """Return a new random UUID as text (RFC 9562 version 4)."""
    return str(uuid4())


def fresh_calendar_mark() -> CalendarMark:
    """Return the mark of an entry that no calendar knows yet."""
    return CalendarMark(fresh_seed())


def fresh_block_id() -> BlockId:
    """Return the id of a block to be."""
    return BlockId(fresh_id("block"))


def new_block(kind: Kind, **fields: Any) -> Block:
    """Return a new block; ``fields`` are those of `Block`, such as ``timebox`` or ``title``."""
    return Block(id=fresh_block_id(), kind=kind, calendar=fresh_calendar_mark(), **fields)


def new_seat(role: SeatRole = SeatRole.LEAD, person: PersonId | None = None) -> Seat:
    """Return a new seat, empty or for a person who has not answered yet."""
    return Seat(SeatId(fresh_id("seat")), role, person)


def copy_of(block: BlockId, shift: timedelta = ZERO) -> DuplicateBlock:
    """Return the edit that copies a block to ``shift`` later."""
    return DuplicateBlock(block, fresh_block_id(), fresh_calendar_mark(), shift)


def split_of(block: BlockId, at: Moment) -> SplitBlock:
    """Return the edit that cuts a block in two."""
    return SplitBlock(block, at, fresh_block_id(), fresh_calendar_mark())


def break_after(
    block: BlockId, length: timedelta, *, kind: Kind = Kind.BREAK, pushes_later: bool = True
) -> InsertAfter:
    """Return the edit that adds a break, or a block of another kind, where a block ends."""
    return InsertAfter(block, new_block(kind), length, pushes_later)


def day_copy(day: date, to: date, candidates: tuple[CandidateId, ...] = ()) -> CopyDay:
    """Return the edit that copies a day's blocks to another date."""
    return CopyDay(day, to, fresh_seed(), candidates)


def template_use(
    template: Template,
    candidate: CandidateId,
    start: Moment,
    *,
    loop: LoopId | None = None,
    office: OfficeId | None = None,
) -> ApplyTemplate:
    """Return the edit that adds a template's blocks for a candidate, in a loop and at an office."""
    return ApplyTemplate(template, candidate, start, fresh_seed(), loop, office)
