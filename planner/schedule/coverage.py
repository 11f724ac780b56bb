"""Coverage: which blocks of a loop assess which focus area."""

from collections.abc import Mapping

from planner.domain.ids import BlockId, FocusAreaId, LoopId
from planner.domain.plan import Plan

Coverage = Mapping[LoopId, Mapping[FocusAreaId, tuple[BlockId, ...]]]


def coverage(plan: Plan) -> Coverage:
    """Return the blocks by loop and focus area, in the order of the plan.

    Blocks without a time count: that they wait to be scheduled is a matter of its own.
    """
    found: dict[LoopId, dict[FocusAreaId, tuple[BlockId, ...]]] = {}
    for block in plan.blocks.values():
        if block.loop is not None:
            areas = found.setdefault(block.loop, {})
            for area in dict.fromkeys(block.focus_areas):
                areas[area] = (*areas.get(area, ()), block.id)
    return found
