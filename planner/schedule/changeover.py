"""Changeovers: the time one needs to get from one block's place to the next one's."""

from planner.domain.blocks import Block, Mode
from planner.domain.plan import Plan

_PHONE, _VIDEO = Mode.PHONE, Mode.VIDEO


class Changeovers:
    """The changeovers of one plan: each pair of places is worked out once, days repeat them."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._numbers: dict[tuple[str | None, str | None, bool], int] = {}
        self._examples: list[Block] = []
        self._seconds: dict[tuple[int, int], int] = {}

    def place(self, block: Block) -> int:
        """Return a number for where the block happens: equal places have equal numbers."""
        key = (block.room, block.office, _is_remote(block))
        number = self._numbers.get(key)
        if number is None:
            number = self._numbers[key] = len(self._examples)
            self._examples.append(block)
        return number

    def between(self, before: int, after: int) -> int:
        """Return the seconds from one place to another, by the numbers that `place` gave."""
        seconds = self._seconds.get((before, after))
        if seconds is None:
            seconds = changeover(self._plan, self._examples[before], self._examples[after])
            self._seconds[before, after] = seconds
        return seconds


def changeover(plan: Plan, before: Block, after: Block) -> int:
    """Return the seconds that whoever leaves ``before`` needs to be at ``after``.

    Nobody walks to a call that is taken where they are: a block without a known room or office
    costs nothing, neither does staying in the same room.
    """
    if before.room is not None and before.room == after.room:
        return 0
    first, second = plan.office_of(before), plan.office_of(after)
    if _is_remote(before) or _is_remote(after) or first is None or second is None:
        return 0
    if first.id != second.id:
        return int(plan.policy.office_changeover.total_seconds())
    if before.room is None or after.room is None:
        return 0
    floors = (plan.rooms[before.room].floor, plan.rooms[after.room].floor)
    policy = plan.policy
    needed = policy.room_changeover if floors[0] == floors[1] else policy.floor_changeover
    return int(needed.total_seconds())


def _is_remote(block: Block) -> bool:
    return block.room is None and (block.mode is _PHONE or block.mode is _VIDEO)
