"""Ripple: a shift that passes along the days of candidates, and what absorbs it on the way.

Every candidate has a strand of their own. A block that several of them share moves by the largest
shift that reaches it, and passes that on to each.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from planner.domain.blocks import Block, StartRule, Timebox
from planner.domain.errors import EditRefused
from planner.domain.ids import BlockId
from planner.domain.policy import Policy
from planner.domain.references import subject_of
from planner.domain.sequences import Placed, Strand, shortest, strands
from planner.domain.spans import Span
from planner.domain.times import ZERO


@dataclass(frozen=True, slots=True)
class Absorption:
    """What takes up a shift to later times. Nothing ever absorbs a shift to earlier ones.

    ``gaps``: free time before a block, of which ``kept_gap`` stays (for getting from one place to
    the next). ``rest``: breaks keep their end as long as they keep their minimum.
    """

    gaps: bool = True
    rest: bool = False
    kept_gap: timedelta = ZERO


EVERY_GAP = Absorption()
"""Gaps absorb a shift wholly, breaks keep their length."""


@dataclass(frozen=True, slots=True)
class _Carried:
    """What a strand passes on; ``relief`` is what the end of a shortened rest takes off."""

    shift: timedelta
    latest_end: datetime
    relief: timedelta = ZERO


class Ripple:
    """Passes one shift along blocks that are given in order of start.

    ``latest_ends`` says from where gaps are measured; a strand that it does not name begins with
    the full shift at its first block: the gap before what is shifted does not eat it.
    """

    def __init__(
        self,
        shift: timedelta,
        limits: Span,
        policy: Policy,
        absorption: Absorption = EVERY_GAP,
        latest_ends: Mapping[Strand, datetime] | None = None,
    ) -> None:
        self._shift = shift
        self._limits = limits
        self._policy = policy
        self._absorption = absorption
        ends = latest_ends or {}
        self._carried = {strand: _Carried(shift, end) for strand, end in ends.items()}

    def shifted(self, item: Placed) -> Placed:
        """Return the block where the shift puts it; the very same where it has been absorbed.

        Raises:
            EditRefused: the block would reach into the next day.
        """
        shift = self._shift_at(item)
        start = max(item.start + shift, self._limits.start)
        end = self._end(item, start)
        if item.end <= self._limits.end < end:
            raise EditRefused(reason="past_midnight", block=subject_of(item.block))
        self._carry_on(item, shift, end)
        if start == item.start:
            return item
        duration = None if item.timebox.duration is None else end - start
        moment = item.timebox.start.moved(start - item.start)
        timebox = Timebox(moment, duration, item.timebox.lock)
        return Placed(replace(item.block, timebox=timebox), timebox, start, end)

    def _shift_at(self, item: Placed) -> timedelta:
        if self._shift < ZERO:
            return self._shift
        arriving = (self._carried.get(strand) for strand in strands(item.block))
        return max(self._shift if c is None else self._left(c, item.start) for c in arriving)

    def _left(self, carried: _Carried, start: datetime) -> timedelta:
        """Return what is left of a shift when it reaches a block that starts at ``start``."""
        gap = start - carried.latest_end
        if gap < ZERO:
            return carried.shift
        absorbed = carried.relief
        if self._absorption.gaps:
            absorbed += max(ZERO, gap - self._absorption.kept_gap)
        return max(ZERO, carried.shift - absorbed)

    def _end(self, item: Placed, start: datetime) -> datetime:
        length = item.end - item.start
        if not self._gives_way(item) or start <= item.start:
            return start + length
        return max(item.end, start + shortest(item, self._policy))

    def _gives_way(self, item: Placed) -> bool:
        has_end = item.timebox.duration is not None
        return self._absorption.rest and has_end and item.block.is_rest

    def _carry_on(self, item: Placed, shift: timedelta, end: datetime) -> None:
        for strand in strands(item.block):
            before = self._carried.get(strand)
            is_alone = before is None or item.start >= before.latest_end
            # What runs beside a rest does not get shorter with it, so it must not profit from it.
            relief = shift - (end - item.end) if is_alone and self._shift > ZERO else ZERO
            latest = item.end if before is None else max(before.latest_end, item.end)
            self._carried[strand] = _Carried(shift, latest, relief)


def with_links_cut(day: Iterable[Placed], moved: Mapping[BlockId, Placed]) -> list[Block]:
    """Return the moved blocks; one that followed another, and no longer touches it, waits now.

    Otherwise what opened the gap would be undone on the day: a block that flows starts early.
    """
    before = list(day)
    after = [moved.get(item.block.id, item) for item in before]
    ends_before, ends_after = _ends(before), _ends(after)
    result: list[Block] = []
    for old, new in zip(before, after, strict=True):
        touched = _touches(old, ends_before)
        if touched and new.block.start_rule is StartRule.FLOW and not _touches(new, ends_after):
            result.append(replace(new.block, start_rule=StartRule.NOT_BEFORE))
        elif new is not old:
            result.append(new.block)
    return result


def _ends(items: Iterable[Placed]) -> set[tuple[Strand, datetime]]:
    return {(strand, item.end) for item in items for strand in strands(item.block)}


def _touches(item: Placed, ends: set[tuple[Strand, datetime]]) -> bool:
    return any((strand, item.start) in ends for strand in strands(item.block))
