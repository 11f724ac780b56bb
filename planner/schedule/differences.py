"""Differences between two releases of a plan, as those on the itineraries see them."""

from collections.abc import Mapping
from dataclasses import dataclass

from planner.domain.ids import BlockId
from planner.domain.plan import Plan


@dataclass(frozen=True, slots=True)
class Differences:
    """Blocks that came, went, and moved to another time or place, in the order of the plans.

    ``is_first``: nothing was sent out before, so everything is new and nobody is told of a change.
    """

    created: tuple[BlockId, ...] = ()
    cancelled: tuple[BlockId, ...] = ()
    moved: tuple[BlockId, ...] = ()
    is_first: bool = False

    @property
    def count(self) -> int:
        """Return how many changes those are who read the earlier release."""
        if self.is_first:
            return 0
        return len(self.created) + len(self.cancelled) + len(self.moved)


def differences(before: Plan | None, after: Plan) -> Differences:
    """Return what changed for those who were sent ``before``; None where nothing was sent.

    A release asks it, and the window before one is sent. A block without a time is on no itinerary: losing its time cancels it, getting one creates it.
    """
    sent = _itinerary(before) if before is not None else {}
    now = _itinerary(after)
    return Differences(
        created=tuple(block for block in now if block not in sent),
        cancelled=tuple(block for block in sent if block not in now),
        moved=tuple(block for block in now if block in sent and now[block] != sent[block]),
        is_first=before is None,
    )


def _itinerary(plan: Plan) -> Mapping[BlockId, tuple[object, ...]]:
    """Return when and where each scheduled block is."""
    return {
        block.id: (
            block.timebox.start,
            block.timebox.duration,
            block.room,
            office.id if (office := plan.office_of(block)) is not None else None,
            block.place,
        )
        for block in plan.blocks.values()
        if block.timebox is not None
    }
