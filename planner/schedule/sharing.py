"""Sharing: blocks that can be in one room, or have one host, at the same time."""

from planner.domain.blocks import Block, Kind, Rsvp, SeatRole
from planner.domain.subjects import Subject

SHARING_KINDS = frozenset(
    {Kind.BREAK, Kind.MEAL, Kind.FREE_TIME, Kind.ARRIVAL, Kind.TOUR, Kind.ESCORT}
)
"""A lobby or a cafeteria holds many, and who shows the house can show it to two."""


def can_share(block: Block, subject: Subject) -> bool:
    """Say whether a room, or somebody who comes, may be in another such block at the same time.

    Of people only hosts may: who interviews over lunch is at one table. Candidates never.
    """
    if block.kind not in SHARING_KINDS or subject.table == "candidates":
        return False
    return subject.table == "rooms" or is_host(block, subject.id)


def is_host(block: Block, person: str) -> bool:
    """Say whether somebody comes to a block as a host, and as nothing else."""
    roles = {
        seat.role
        for seat in block.seats
        if seat.person == person and seat.rsvp is not Rsvp.DECLINED
    }
    return roles == {SeatRole.HOST}
