"""Which blocks a reader has at all. The first of two doors; the second is what rows tell."""

from collections.abc import Iterable
from datetime import date

from planner.domain.audiences import Audience, AudienceKind
from planner.domain.blocks import INTERVIEWING_ROLES, Block, Kind, Rsvp, Seat, SeatRole
from planner.domain.ids import BlockId
from planner.domain.people import Candidate, Person
from planner.domain.places import Room
from planner.domain.plan import Plan


def blocks_for(plan: Plan, audience: Audience) -> tuple[Block, ...]:
    """Return the blocks that are the reader's own, scheduled or not, in the plan's order.

    A candidate's are those they are part of, but never a debrief: that is about them, not with
    them, whoever it lists. Who declined a seat does not sit in it.

    Raises:
        UnknownRecord: the plan holds no such candidate, person or room.
    """
    _check_subject(plan, audience)
    return tuple(block for block in plan.blocks.values() if _is_own(block, audience))


def without_entry(plan: Plan, audience: Audience) -> tuple[BlockId, ...]:
    """Return the reader's blocks that no calendar can be told: nobody said when they are.

    Raises:
        UnknownRecord: the plan holds no such candidate, person or room.
    """
    own = blocks_for(plan, audience)
    return tuple(b.id for b in own if b.timebox is None or b.timebox.duration is None)


def start_days(blocks: Iterable[Block]) -> list[date]:
    """Return the local date on which each scheduled block starts, in their order."""
    return [block.timebox.start.day for block in blocks if block.timebox is not None]


def sits_in(block: Block, person: str) -> bool:
    """Say whether a person sits in a block, in whatever role."""
    return any(_takes(seat, person) for seat in block.seats)


def hosts_in(block: Block, person: str) -> bool:
    """Say whether a person hosts a block."""
    return any(seat.role is SeatRole.HOST and _takes(seat, person) for seat in block.seats)


def interviews_in(block: Block, person: str) -> bool:
    """Say whether a person interviews in a block; a shadow listens."""
    return any(seat.role in INTERVIEWING_ROLES and _takes(seat, person) for seat in block.seats)


def others_with(plan: Plan, own: Iterable[Block], candidate: str) -> list[Block]:
    """Return what else a candidate does on the days of ``own``, without debriefs."""
    own_ids = {block.id for block in own}
    days = set(start_days(own))
    return [
        block
        for block in plan.blocks.values()
        if candidate in block.candidates
        and block.id not in own_ids
        and block.kind is not Kind.DEBRIEF
        and days.intersection(start_days([block]))
    ]


def _takes(seat: Seat, person: str) -> bool:
    return seat.person == person and seat.rsvp is not Rsvp.DECLINED


def _is_own(block: Block, audience: Audience) -> bool:
    match audience.kind:
        case AudienceKind.CANDIDATE:
            return audience.subject in block.candidates and block.kind is not Kind.DEBRIEF
        case AudienceKind.INTERVIEWER:
            return sits_in(block, audience.subject)
        case AudienceKind.HOST:
            return hosts_in(block, audience.subject)
        case AudienceKind.ROOM:
            return block.room == audience.subject
        case AudienceKind.COORDINATOR:
            return True


def _check_subject(plan: Plan, audience: Audience) -> None:
    match audience.kind:
        case AudienceKind.CANDIDATE:
            plan.find(Candidate, audience.subject)
        case AudienceKind.INTERVIEWER | AudienceKind.HOST:
            plan.find(Person, audience.subject)
        case AudienceKind.ROOM:
            plan.find(Room, audience.subject)
        case AudienceKind.COORDINATOR:
            pass
