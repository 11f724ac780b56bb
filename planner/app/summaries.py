"""Summaries: what a list of plans shows of each, taken when it is saved."""

from planner.domain.plan import Plan
from planner.store.base import NEW, Summary


def summary_of(plan: Plan, version: int = NEW) -> Summary:
    """Return the summary of a plan that rests, or is to replace what rests, as ``version``."""
    boxes = (block.timebox for block in plan.blocks.values())
    days = [box.start.day for box in boxes if box is not None]
    return Summary(
        id=plan.id,
        title=plan.title,
        candidates=tuple(candidate.name for candidate in plan.candidates.values()),
        first_day=min(days, default=None),
        last_day=max(days, default=None),
        changed=plan.changed,
        version=version,
    )
