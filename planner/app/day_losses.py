"""Losses of a day as its report tells them: in full minutes that add up, each with its true cause."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta

from planner.domain.ids import BlockId
from planner.domain.times import MINUTE, ZERO
from planner.schedule.live.accounts import Accounts, BlockAccount, Cause, Loss
from planner.schedule.live.live_projection import DEAD_BAND

_AT_START = frozenset({Cause.NO_SHOW, Cause.LATE_START, Cause.OVERRUN})


@dataclass(frozen=True, slots=True)
class Losses:
    """What the blocks of a day lost, without what was half a minute or less.

    ``made_up`` is what a block ran beyond its planned times instead of what it had lost. Lengths
    are rounded one by one, so that every sum of them is the sum of what is written.
    """

    by_block: Mapping[BlockId, tuple[Loss, ...]]
    made_up: Mapping[BlockId, timedelta]


def day_losses(found: Accounts) -> Losses:
    """Return the losses of a day.

    A block that began late and ran no longer than planned is not what overran into the next one:
    that is lost to what made it late.
    """
    listed = (*found.interviews, *found.rests, *found.others)
    known = {account.block: account for account in listed}
    by_block = {account.block: tuple(_told(account, known)) for account in listed}
    made_up = {account.block: _made_up(account, by_block[account.block]) for account in listed}
    return Losses(by_block, made_up)


def _told(account: BlockAccount, known: Mapping[BlockId, BlockAccount]) -> Iterator[Loss]:
    for loss in account.losses:
        if loss.length > DEAD_BAND:
            yield replace(_traced(loss, known), length=_minutes(loss.length))


def _traced(loss: Loss, known: Mapping[BlockId, BlockAccount]) -> Loss:
    """Return a loss with the cause that stands at the beginning of the chain."""
    seen: set[BlockId] = set()
    while loss.cause is Cause.OVERRUN and loss.of is not None and loss.of not in seen:
        before = known.get(loss.of)
        root = _root(before) if before is not None else None
        if before is None or root is None:
            break
        seen.add(before.block)
        of = root.of if root.cause is Cause.OVERRUN else before.block
        loss = replace(loss, cause=root.cause, of=of)
    return loss


def _root(account: BlockAccount) -> Loss | None:
    """Return what made a block late that ran no longer than planned; None of any other."""
    if _ran(account) > account.planned + DEAD_BAND:
        return None
    found = (one for one in account.losses if one.cause in _AT_START and one.length > DEAD_BAND)
    return max(found, key=lambda one: one.length, default=None)


def _ran(account: BlockAccount) -> timedelta:
    """Return how long it took from its start to its end."""
    stood_still = (loss.length for loss in account.losses if loss.cause is Cause.DROPPED)
    return account.effective + sum(stood_still, ZERO)


def _made_up(account: BlockAccount, losses: tuple[Loss, ...]) -> timedelta:
    lost = sum((loss.length for loss in losses), ZERO)
    if account.start is None or not account.is_over:
        return ZERO
    gained = _minutes(account.effective) - _minutes(account.planned) + lost
    return min(lost, max(ZERO, gained))


def _minutes(length: timedelta) -> timedelta:
    return MINUTE * round(length / MINUTE)
