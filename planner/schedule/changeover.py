"""Changeovers: the time one needs to get from one block's place to the next one's."""

from planner.domain.blocks import Block, Kind
from planner.domain.places import Room
from planner.domain.plan import Plan

ANYWHERE = -1
"""The place of rest, meals and escorts without a place: one rests where one is, and is led."""

_PLACELESS_KINDS = frozenset({Kind.BREAK, Kind.MEAL, Kind.FREE_TIME, Kind.ESCORT})


class Changeovers:
    """The changeovers of one plan: each pair of places is worked out once, days repeat them."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._numbers: dict[tuple[str | None, str | None, bool], int] = {}
        self._examples: list[Block] = []
        self._seconds: dict[tuple[int, int], int] = {}

    def place(self, block: Block) -> int:
        """Return a number for where the block happens: equal places have equal numbers.

        It is `ANYWHERE` where the block happens at no place in particular.
        """
        if _is_anywhere(block):
            return ANYWHERE
        key = (block.room, block.office, block.is_call_from_anywhere)
        number = self._numbers.get(key)
        if number is None:
            number = self._numbers[key] = len(self._examples)
            self._examples.append(block)
        return number

    def between(self, before: int, after: int) -> int:
        """Return the seconds from one place to another, by the numbers that `place` gave.

        Neither may be `ANYWHERE`: who has been nowhere in particular comes from where they were.
        """
        seconds = self._seconds.get((before, after))
        if seconds is None:
            seconds = changeover(self._plan, self._examples[before], self._examples[after])
            self._seconds[before, after] = seconds
        return seconds


def changeover(plan: Plan, before: Block, after: Block) -> int:
    """Return the seconds that whoever leaves ``before`` needs to be at ``after``.

    Nobody walks to a call that is taken where they are, or to rest that is at no place in
    particular: a block without a known room or office costs nothing, neither does staying in the
    same room.
    """
    if any(block.is_call_from_anywhere or _is_anywhere(block) for block in (before, after)):
        return 0
    if before.room is not None and before.room == after.room:
        return 0
    first, second = plan.office_of(before), plan.office_of(after)
    if first is None or second is None:
        return 0
    if first.id != second.id:
        return int(plan.policy.office_changeover.total_seconds())
    floors = [room.floor for block in (before, after) if (room := _room(plan, block)) is not None]
    if len(floors) < len((before, after)):
        return 0
    policy = plan.policy
    needed = policy.room_changeover if len(set(floors)) == 1 else policy.floor_changeover
    return int(needed.total_seconds())


def _is_anywhere(block: Block) -> bool:
    return block.room is None and block.office is None and block.kind in _PLACELESS_KINDS


def _room(plan: Plan, block: Block) -> Room | None:
    return plan.rooms.get(block.room) if block.room is not None else None
