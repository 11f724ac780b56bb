"""Presence: where the people of a block are, as far as the block itself tells."""

from planner.domain.blocks import Block, Kind, Mode

_FACE_TO_FACE = Mode.FACE_TO_FACE  # looked up once: that costs more than the comparison

_GUIDED_KINDS = frozenset({Kind.ARRIVAL, Kind.TOUR, Kind.ESCORT})


def brings_candidate(block: Block) -> bool:
    """Say whether the candidate must come for this block.

    A room alone does not tell for a call: it may be the one from which the interviewer calls.
    """
    if block.mode is not None:
        return block.mode is _FACE_TO_FACE
    return block.room is not None or block.kind in _GUIDED_KINDS


def happens_at_office(block: Block) -> bool:
    """Say whether somebody must be let into the office for this block.

    A meal without a room may be anywhere, and so may what happens at a place given in words.
    """
    if block.room is not None:
        return True
    if block.place.strip() or block.is_call or block.kind is Kind.MEAL:
        return False
    return block.mode is _FACE_TO_FACE or block.kind in {Kind.ARRIVAL, Kind.TOUR}
