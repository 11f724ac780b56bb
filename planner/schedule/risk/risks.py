"""Risks: how likely a rest falls below its minimum, a day ends too late, a journey home is missed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

import numpy as np

from planner.domain.ids import BlockId, CandidateId, JourneyId
from planner.domain.plan import Plan
from planner.domain.times import Moment
from planner.schedule.agenda import Entry
from planner.schedule.live.live_projection import LiveProjection
from planner.schedule.network import Network, network
from planner.schedule.risk.causes import largest_cause
from planner.schedule.risk.chances import Chances, chances
from planner.schedule.risk.departures import leavings
from planner.schedule.risk.lines import Line, line_before
from planner.schedule.risk.priors import Priors
from planner.schedule.risk.rests import RestRule
from planner.schedule.risk.sampling import Samples, sample

_FEWEST = 20
"""Of fewer samples the mean says nothing."""


@dataclass(frozen=True, slots=True)
class RestRisk:
    """A rest: the probabilities that it misses its minimum before its end, and that it is shortened.

    ``lost`` is the expected part of its planned length that it does not get. ``cause`` is the block
    whose own delay is largest, on average, when the rest misses its minimum; where that hardly ever
    happens, when it is shortened. ``is_exact``: by convolution, not by sampling.
    """

    block: BlockId
    below: float
    shortened: float
    lost: timedelta
    cause: BlockId | None = None
    is_exact: bool = False


@dataclass(frozen=True, slots=True)
class DayRisk:
    """A candidate's day: the probability that it ends after it must have ended (``due``)."""

    candidate: CandidateId
    day: date
    due: Moment
    late: float
    cause: BlockId | None = None


@dataclass(frozen=True, slots=True)
class JourneyRisk:
    """A journey home: the probability that the visit is not over when one has to leave (``by``)."""

    candidate: CandidateId
    journey: JourneyId
    by: Moment
    missed: float
    cause: BlockId | None = None


@dataclass(frozen=True, slots=True)
class Risks:
    """The risks of what is not over, each group in order of time."""

    rests: tuple[RestRisk, ...] = ()
    days: tuple[DayRisk, ...] = ()
    journeys: tuple[JourneyRisk, ...] = ()
    samples: int = 0

    def rest(self, block: BlockId) -> RestRisk | None:
        """Return the risk to a rest; None where it is over, or none of the plan's."""
        return next((risk for risk in self.rests if risk.block == block), None)


def risks(
    source: Plan | Network | LiveProjection,
    priors: Priors | None = None,
    *,
    samples: int = 10_000,
    seed: int = 0,
) -> Risks:
    """Return what may go wrong with what is not over, before the day or while it goes on.

    A rest that waits for one chain of blocks alone is worked out exactly, all else from that many
    ``samples`` of the whole network. Two standard errors of 10,000 samples are one point at a
    probability of one half, and 0.2 at one of a hundredth.
    """
    prepared = source if isinstance(source, LiveProjection) else network(source)
    known = chances(prepared, priors or Priors())
    return _Question(known, samples, seed).answer()


class _Question:
    """What to sample for, and how to read the samples."""

    def __init__(self, known: Chances, samples: int, seed: int) -> None:
        self._chances = known
        agenda, self._entries = known.network.agenda, known.network.agenda.entries
        self._rests = [entry for entry in self._entries if _is_open_rest(known, entry)]
        self._days = [
            (key, bound)
            for key, bound in known.network.day_bounds.items()
            if _is_open(known, bound.indexes)
        ]
        self._leavings = [one for one in leavings(agenda) if _is_open(known, [one.last.index])]
        kept = [e.index for e in self._rests] + [one.last.index for one in self._leavings]
        groups = [bound.indexes for _, bound in self._days]
        self._sampled = sample(known, kept, groups, samples=samples, seed=seed)

    def answer(self) -> Risks:
        return Risks(
            rests=tuple(self._rest(entry) for entry in self._rests),
            days=tuple(self._day_risks()),
            journeys=tuple(self._journey_risks()),
            samples=self._sampled.count,
        )

    def _rest(self, entry: Entry) -> RestRisk:
        rule = RestRule.of(self._chances, entry)
        if entry.index in self._chances.rests:
            line = line_before(self._chances, entry.index)
            if line is not None:
                return self._exact_rest(entry, rule, line)
        starts, ends = self._sampled.span(entry.index)
        lost, missed = rule.lost(starts, ends), rule.missed(starts, ends)
        below, shortened = self._failing(missed > 0), self._failing(lost > 0)
        told = below if below.size >= _FEWEST else shortened
        return RestRisk(
            block=entry.block.id,
            below=self._share(below),
            shortened=self._share(shortened),
            lost=timedelta(seconds=round(float(np.mean(lost)))),
            cause=self._cause([entry.index], told),
        )

    def _exact_rest(self, entry: Entry, rule: RestRule, line: Line) -> RestRisk:
        below = line.chain.beyond(rule.spill_that_misses)
        shortened = line.chain.beyond(rule.spill_that_shortens)
        is_rare = below * self._sampled.count < _FEWEST
        told = rule.spill_that_shortens if is_rare else rule.spill_that_misses
        given = dict(zip(line.indexes, line.chain.lengths_given(told), strict=True))
        has_cause = max(below, shortened) * self._sampled.count >= _FEWEST
        return RestRisk(
            block=entry.block.id,
            below=below,
            shortened=shortened,
            lost=timedelta(seconds=round(line.chain.mean(rule.lost_after))),
            cause=self._cause_given(entry, given) if has_cause else None,
            is_exact=True,
        )

    def _cause_given(self, entry: Entry, given: dict[int, float]) -> BlockId | None:
        planned = self._chances.network.lengths
        return largest_cause(
            self._chances, [entry.index], lambda index: given.get(index, float(planned[index]))
        )

    def _day_risks(self) -> Iterator[DayRisk]:
        for (key, bound), latest in zip(self._days, self._sampled.latest, strict=True):
            failing = self._failing(np.asarray(latest) > bound.due - self._sampled.origin)
            cause = self._cause(bound.indexes, failing)
            yield DayRisk(*key, bound.promise.due, self._share(failing), cause)

    def _journey_risks(self) -> Iterator[JourneyRisk]:
        for one in self._leavings:
            _, ends = self._sampled.span(one.last.index)
            failing = self._failing(ends > int(one.by.instant.timestamp()))
            cause = self._cause([one.last.index], failing)
            yield JourneyRisk(one.candidate, one.journey, one.by, self._share(failing), cause)

    def _failing(self, fails: Samples) -> Samples:
        """Return the numbers of the samples that fail."""
        return np.flatnonzero(np.broadcast_to(fails, self._sampled.count))

    def _share(self, failing: Samples) -> float:
        return failing.size / self._sampled.count

    def _cause(self, indexes: Iterable[int], failing: Samples) -> BlockId | None:
        if failing.size < _FEWEST:
            return None
        length_given = partial(self._sampled.length, self._chances, chosen=failing)
        return largest_cause(self._chances, indexes, length_given)


def _is_open(known: Chances, indexes: Iterable[int]) -> bool:
    """Say whether one of these entries is not over."""
    return any(
        index in known.durations or (index in known.rests and not _is_past(known, index))
        for index in indexes
    )


def _is_open_rest(known: Chances, entry: Entry) -> bool:
    """Say whether an entry is a rest of which something is still to come."""
    is_there = entry.index in known.rests or entry.index in known.begun
    is_rest = known.network.behaviours[entry.index].minimum is not None
    return is_rest and is_there and not _is_past(known, entry.index)


def _is_past(known: Chances, index: int) -> bool:
    return known.now is not None and known.ends[index] <= known.now
