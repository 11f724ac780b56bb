"""Measures: single things that a coordinator can do, as entries of the log and an edit of the plan."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from functools import lru_cache

from planner.domain.blocks import Block, Mode
from planner.domain.edits.base import Edit
from planner.domain.edits.blocks import AddBlock, RemoveBlocks
from planner.domain.edits.derivation import derived_block_id
from planner.domain.edits.details import ChangeDetails
from planner.domain.edits.together import Together
from planner.domain.errors import InvalidValue
from planner.domain.ids import BlockId, FocusAreaId, PersonId
from planner.domain.log import Happening, LogEntry, LogEntryId
from planner.domain.plan import Plan
from planner.domain.times import ZERO

MADE_UP = "made up"
"""The name from which the block in which lost time is made up gets its id."""


class Move(StrEnum):
    """What kind of measure it is; sentences and the preference among equals go by it."""

    ABSORB = "absorb"
    REPLACE = "replace"
    CHANGE_MODE = "change_mode"
    HOLD = "hold"
    CUT = "cut"
    SHIFT = "shift"
    PULL_FORWARD = "pull_forward"
    SWAP = "swap"
    MAKE_UP = "make_up"
    DROP = "drop"
    SPLIT = "split"


_TOLD_BY_LENGTH = {
    Move.ABSORB: Happening.ACCEPTED,
    Move.HOLD: Happening.EXTENDED,
    Move.CUT: Happening.CUT,
}


@dataclass(frozen=True, slots=True)
class Measure:
    """One thing to do with a ``block``.

    ``by`` is how long it is held, cut or made up, ``to`` the new start of what is moved; ``other`` is
    the block that it is swapped with, the break in which time is made up, or the one that takes over
    the focus areas ``areas``. ``person`` takes over from ``instead_of``, in ``mode``. ``added`` is a new
    block that the plan gets.
    """

    move: Move
    block: BlockId
    by: timedelta = ZERO
    to: datetime | None = None
    other: BlockId | None = None
    other_to: datetime | None = None
    person: PersonId | None = None
    instead_of: PersonId | None = None
    mode: Mode | None = None
    areas: tuple[FocusAreaId, ...] = ()
    added: Block | None = None

    def entries(self, now: datetime) -> tuple[LogEntry, ...]:
        """Return what the log would say, written ``now``; whoever applies it gives ids of its own."""
        match self.move:
            case Move.ABSORB | Move.HOLD | Move.CUT:
                return (self._told(_TOLD_BY_LENGTH[self.move], now, length=self.by),)
            case Move.DROP:
                return (self._told(Happening.SKIPPED, now), *self._changes(now))
            case Move.SHIFT | Move.PULL_FORWARD | Move.SWAP:
                return self._moves(now)
            case Move.REPLACE | Move.CHANGE_MODE:
                who = {"person": self.person, "instead_of": self.instead_of, "mode": self.mode}
                return (self._told(Happening.REPLACED, now, **who),)
            case _:  # made up or split: the plan itself gets a block
                return self._changes(now)

    def edit(self, plan: Plan) -> Edit | None:
        """Return what the plan itself needs: a new block, or focus areas in another one."""
        edits: list[Edit] = []
        if self.added is not None:
            edits.append(AddBlock(self.added))
        if self.areas and self.other is not None:
            areas = (*plan.block(self.other).focus_areas, *self.areas)
            edits.append(ChangeDetails(self.other, focus_areas=tuple(dict.fromkeys(areas))))
        return edits[0] if len(edits) == 1 else Together(tuple(edits)) if edits else None

    def _changes(self, now: datetime) -> tuple[LogEntry, ...]:
        """Return what the log says of changes of the plan: enough to take them back one day."""
        told: list[LogEntry] = []
        if self.added is not None:
            added = self._told(Happening.ADDED, now, length=self.by)
            told.append(replace(added, block=self.added.id))
        if self.areas and self.other is not None:
            told.append(
                replace(self._told(Happening.HANDED, now, areas=self.areas), block=self.other)
            )
        return tuple(told)

    def _moves(self, now: datetime) -> tuple[LogEntry, ...]:
        moves = [(self.block, self.to), (self.other, self.other_to)]
        return tuple(
            replace(self._told(Happening.MOVED, now, until=to), block=block)
            for block, to in moves
            if block is not None and to is not None
        )

    def _told(self, what: Happening, now: datetime, **fields: object) -> LogEntry:
        entry_id = LogEntryId(f"proposed-{self.move}-{self.block}")
        at = now.astimezone(UTC)
        return LogEntry(entry_id, what, at, at, block=self.block, **fields)  # type: ignore[arg-type]


@lru_cache(maxsize=20_000)
def made_up_id(seed: str) -> BlockId | None:
    """Return the id of the block in which the lost time of another (by its calendar) is made up.

    None where the calendar's seed is none from which an id can be made.
    """
    try:
        return derived_block_id(seed, MADE_UP)
    except InvalidValue:
        return None


def undoing(entries: Iterable[LogEntry], plan: Plan) -> Edit | None:
    """Return the edit that takes out of the plan what entries of the log say they changed in it.

    What somebody has changed or removed since is left as it is.
    """
    edits: list[Edit] = []
    for entry in entries:
        block = plan.blocks.get(entry.block) if entry.block is not None else None
        if block is not None and entry.what is Happening.ADDED:
            edits.append(RemoveBlocks((block.id,)))
        elif block is not None and entry.what is Happening.HANDED:
            kept = tuple(area for area in block.focus_areas if area not in entry.areas)
            edits.append(ChangeDetails(block.id, focus_areas=kept))
    return edits[0] if len(edits) == 1 else Together(tuple(edits)) if edits else None


def entries_of(measures: Iterable[Measure], now: datetime) -> Sequence[LogEntry]:
    """Return what the log would say of several measures."""
    return [entry for measure in measures for entry in measure.entries(now)]


def edit_of(measures: Iterable[Measure], plan: Plan) -> Edit | None:
    """Return the one edit of the plan that several measures need, if they need any."""
    edits = tuple(edit for measure in measures if (edit := measure.edit(plan)) is not None)
    return edits[0] if len(edits) == 1 else Together(edits) if edits else None
