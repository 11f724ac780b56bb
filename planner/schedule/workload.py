"""Workload: which blocks are interviews that somebody takes, and how many they may take."""

from planner.domain.blocks import INTERVIEWING_ROLES, Block, SeatRole
from planner.domain.ids import PersonId
from planner.domain.plan import Plan


def takes_interviews(block: Block, role: SeatRole | None) -> bool:
    """Say whether somebody in that role interviews in the block; hosts and shadows do not."""
    return role in INTERVIEWING_ROLES and block.is_assessing


def daily_limit(plan: Plan, person: PersonId) -> int:
    """Return how many interviews somebody takes a day: their own limit, else the policy's."""
    record = plan.people.get(person)
    own = record.load_limit.per_day if record is not None else None
    return plan.policy.interviews_per_day if own is None else own


def weekly_limit(plan: Plan, person: PersonId) -> int:
    """Return how many interviews somebody takes a week: their own limit, else the policy's."""
    record = plan.people.get(person)
    own = record.load_limit.per_week if record is not None else None
    return plan.policy.interviews_per_week if own is None else own
