"""Accounts: what the day gave of what was promised, and to what the lost minutes went."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from planner.domain.ids import BlockId
from planner.domain.times import ZERO, Moment
from planner.schedule.agenda import Entry
from planner.schedule.live.facts import BlockFacts
from planner.schedule.live.live_projection import DEAD_BAND, LiveProjection

_NO_FACTS = BlockFacts()


class Cause(StrEnum):
    """To what minutes were lost."""

    NO_SHOW = "no_show"
    LATE_START = "late_start"
    OVERRUN = "overrun"
    DROPPED = "dropped"
    CUT = "cut"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Loss:
    """Minutes in which a block did not run as planned; ``of`` is what overran into it."""

    cause: Cause
    length: timedelta
    of: BlockId | None = None


@dataclass(frozen=True, slots=True)
class BlockAccount:
    """What became of one block, so far.

    ``effective`` is how long it ran, without what it stood still; for a rest how long people rested.
    ``gained`` is what it ran before its planned start and beyond its planned end. All that was
    planned is accounted for: ``effective`` + losses = ``planned`` + ``gained``. ``minimum`` is what
    was promised of a rest; None for all else. ``start`` and ``end`` are None where it did not take
    place, ``is_over`` says whether more can come.
    """

    block: BlockId
    planned: timedelta
    effective: timedelta
    gained: timedelta
    losses: tuple[Loss, ...]
    start: Moment | None = None
    end: Moment | None = None
    start_delay: timedelta = ZERO
    end_delay: timedelta = ZERO
    minimum: timedelta | None = None
    is_over: bool = True

    @property
    def lost(self) -> timedelta:
        """Return by how much it ran less than planned, after what was made up at its end."""
        return max(ZERO, self.planned - self.effective)

    @property
    def is_on_time(self) -> bool:
        """Say whether it began no later than planned; half a minute is no delay."""
        return self.start is not None and self.start_delay <= DEAD_BAND


@dataclass(frozen=True, slots=True)
class Accounts:
    """What became of a day so far, in order of planned start."""

    interviews: tuple[BlockAccount, ...]
    rests: tuple[BlockAccount, ...]
    others: tuple[BlockAccount, ...]

    @property
    def on_time(self) -> tuple[int, int]:
        """Return how many of the interviews that had to begin began on time, and of how many."""
        return sum(account.is_on_time for account in self.interviews), len(self.interviews)

    @property
    def lost_by_cause(self) -> Mapping[Cause, timedelta]:
        """Return the interview minutes that went to each cause; only those that took any."""
        found: dict[Cause, timedelta] = {}
        for account in self.interviews:
            for loss in account.losses:
                found[loss.cause] = found.get(loss.cause, ZERO) + loss.length
        return found

    @property
    def rest_planned(self) -> timedelta:
        """Return the rest that was planned, in what is over."""
        return sum((account.planned for account in self.rests if account.is_over), ZERO)

    @property
    def rest_promised(self) -> timedelta:
        """Return the rest that had to be given at the least, in what is over."""
        return sum((account.minimum or ZERO for account in self.rests if account.is_over), ZERO)

    @property
    def rest_delivered(self) -> timedelta:
        """Return the rest that was given, in what is over."""
        return sum((account.effective for account in self.rests if account.is_over), ZERO)


def accounts(projection: LiveProjection, day: date | None = None) -> Accounts:
    """Return what became of everything that has begun, or should have and will not.

    With a ``day`` only of what is planned to start on that date, on the clocks of its place.
    """
    dated = zip(projection.agenda.entries, projection.agenda.dates, strict=True)
    wanted = (entry for entry, on in dated if day is None or on == day)
    found = [(e, _account(projection, e)) for e in wanted if _counts(projection, e)]
    return Accounts(
        interviews=tuple(account for entry, account in found if entry.block.is_assessing),
        rests=tuple(account for entry, account in found if entry.block.is_rest),
        others=tuple(
            account
            for entry, account in found
            if not (entry.block.is_assessing or entry.block.is_rest)
        ),
    )


def overrunning(projection: LiveProjection, entry: Entry) -> Entry | None:
    """Return what ran last into the planned time of an entry, on one of its tracks."""
    run, ends = projection.run, projection.run.ends
    earlier: Sequence[Entry] = [
        other
        for track in entry.tracks
        for other in projection.agenda.tracks[track].entries
        if other.index != entry.index
        and other.index not in run.dropped
        and run.starts[other.index] < run.starts[entry.index]
        and ends[other.index] > max(entry.start, other.end)
    ]
    return max(earlier, key=lambda other: ends[other.index], default=None)


def _counts(projection: LiveProjection, entry: Entry) -> bool:
    run, index = projection.run, entry.index
    if index in run.done or index in run.going_on or index in run.dropped:
        return True
    is_rest = projection.network.behaviours[index].minimum is not None
    return is_rest and run.starts[index] <= projection.now


def _account(projection: LiveProjection, entry: Entry) -> BlockAccount:
    planned = timedelta(seconds=entry.length)
    minimum = projection.network.behaviours[entry.index].minimum
    promised = None if minimum is None else timedelta(seconds=minimum)
    fact = projection.facts.get(entry.block.id, _NO_FACTS)
    if entry.index in projection.run.dropped:
        cause = Cause.SKIPPED if fact.is_skipped else Cause.NO_SHOW
        return BlockAccount(
            entry.block.id, planned, ZERO, ZERO, (Loss(cause, planned),), minimum=promised
        )
    start, end, is_over = _span(projection, entry)
    losses = tuple(loss for loss in _losses(projection, entry, (start, end)) if loss.length > ZERO)
    stood_still = min(fact.lost(end), end - start)
    return BlockAccount(
        block=entry.block.id,
        planned=planned,
        effective=timedelta(seconds=end - start - stood_still),
        gained=timedelta(seconds=max(0, end - entry.end) + max(0, entry.start - start)),
        losses=losses,
        start=_moment(entry, start),
        end=_moment(entry, end) if is_over else None,
        start_delay=timedelta(seconds=start - entry.start),
        end_delay=timedelta(seconds=end - entry.end) if is_over else ZERO,
        minimum=promised,
        is_over=is_over,
    )


def _span(projection: LiveProjection, entry: Entry) -> tuple[int, int, bool]:
    """Return when it began, when it ended or will, and whether it is over."""
    run, index = projection.run, entry.index
    start, end = run.starts[index], run.ends[index]
    is_over = index in run.done or (index not in run.going_on and end <= projection.now)
    return start, end, is_over


def _losses(projection: LiveProjection, entry: Entry, span: tuple[int, int]) -> Iterator[Loss]:
    """Yield what is lost, or will be as it runs: at its start, in between, at its end."""
    start, end = span
    fact = projection.facts.get(entry.block.id, _NO_FACTS)
    yield from _at_start(projection, entry, fact, max(0, start - entry.start))
    yield Loss(Cause.DROPPED, timedelta(seconds=min(fact.lost(end), end - start)))
    yield Loss(Cause.CUT, timedelta(seconds=max(0, entry.end - end)))


def _at_start(
    projection: LiveProjection, entry: Entry, fact: BlockFacts, late: int
) -> Iterator[Loss]:
    """Yield who had the time before it began: what overran, who was missing, or nobody."""
    before = overrunning(projection, entry)
    overran = 0
    if before is not None:
        overran = min(late, projection.run.ends[before.index] - entry.start)
        yield Loss(Cause.OVERRUN, timedelta(seconds=overran), before.block.id)
    was_missing = fact.no_show is not None or fact.replaced is not None
    cause = Cause.NO_SHOW if was_missing else Cause.LATE_START
    yield Loss(cause, timedelta(seconds=late - overran))


def _moment(entry: Entry, seconds: int) -> Moment:
    return entry.timebox.start.moved(timedelta(seconds=seconds - entry.start))
