"""Leaving: by when a candidate must leave for a journey home, and how that is reckoned."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from planner.domain.blocks import MEETING_KINDS, Block, Kind
from planner.domain.policy import Policy
from planner.domain.times import ZERO, Moment
from planner.domain.travel import Journey, LegKind
from planner.schedule.agenda import Agenda, Entry

_BINDING_KINDS = MEETING_KINDS | {Kind.ARRIVAL, Kind.MEAL}
"""What one has to be at the office for; rest and an escort may be part of the way."""

_LONGEST_ESCORT = 6 * 3600
"""Seconds before a departure in which an escort is one to it."""


class Reckoning(StrEnum):
    """What says by when to leave: a transfer of the journey, an escort, or the policy."""

    TRANSFER = "transfer"
    ESCORT = "escort"
    POLICY = "policy"


@dataclass(frozen=True, slots=True)
class Leaving:
    """By when to leave for a departure: ``way`` to get there, and ``lead`` to be there before it.

    Both are zero where a transfer or an escort says it instead of the policy.
    """

    by: Moment
    departure: Moment
    reckoning: Reckoning
    lead: timedelta = ZERO
    way: timedelta = ZERO


def leaving(agenda: Agenda, journey: Journey) -> Leaving | None:
    """Return by when the candidate must leave for a journey; None where it has no legs.

    A transfer that it begins with departs then. Without one the policy's way and lead are taken off
    the departure; an escort there that is planned for later knows a shorter way.
    """
    if not journey.legs:
        return None
    first = journey.legs[0]
    at = first.departure.at
    if first.kind is LegKind.TRANSFER:
        return Leaving(at, at, Reckoning.TRANSFER)
    policy = agenda.plan.policy
    lead, way = lead_of(first.kind, policy), policy.way_to_station
    by = at.moved(-(lead + way))
    escort = _escort(agenda.candidate(journey.candidate), _seconds(at))
    if escort is not None and escort > _seconds(by):
        led = at.moved(datetime.fromtimestamp(escort, UTC) - at.instant)
        return Leaving(led, at, Reckoning.ESCORT)
    return Leaving(by, at, Reckoning.POLICY, lead, way)


def lead_of(kind: LegKind, policy: Policy) -> timedelta:
    """Return how long before a departure one has to be at its airport or station."""
    match kind:
        case LegKind.FLIGHT:
            return policy.flight_lead
        case LegKind.TRAIN:
            return policy.train_lead
        case _:
            return ZERO


def is_binding(block: Block) -> bool:
    """Say whether the candidate can leave only after a block, as it is not part of the way."""
    return block.kind in _BINDING_KINDS and not block.is_call_from_anywhere


def _escort(entries: Iterable[Entry], departure: int) -> int | None:
    """Return when the last escort before a departure begins, in seconds."""
    starts = (
        entry.start
        for entry in entries
        if entry.block.kind is Kind.ESCORT
        and departure - _LONGEST_ESCORT <= entry.start <= departure
    )
    return max(starts, default=None)


def _seconds(moment: Moment) -> int:
    return int(moment.instant.timestamp())
