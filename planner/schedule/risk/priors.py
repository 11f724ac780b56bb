"""Priors: how long blocks take of what was planned, before and after one has seen some.

No distribution of interview lengths has been published. The default is a spread of 13 % around the
plan (6 minutes of 45), the shape lognormal: surgeries, which are the nearest thing that was
measured, are, and for equal mean and spread the shape hardly matters.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from math import exp, log, sqrt

from planner.domain.blocks import Block, Kind, Mode
from planner.domain.errors import InvalidValue
from planner.domain.log import Log
from planner.domain.plan import Plan
from planner.domain.sequences import length_of
from planner.domain.times import ZERO
from planner.schedule.live.facts import BlockFacts, facts_of

Key = tuple[Kind, Mode | None]
"""What a prior is about."""

PSEUDO_COUNT = 20
"""How many observations a prior counts for."""

FEWEST = 5
"""From fewer observations nothing is learned."""

_PLAUSIBLE = 4
"""Nobody talks four times as long as planned: somebody forgot to press a button."""


@dataclass(frozen=True, slots=True)
class Prior:
    """What is believed of the length of blocks of one kind, as a factor of what was planned.

    The factor is lognormal with this ``mean`` and coefficient of variation ``cv``. ``no_show`` is
    how likely it is that somebody of ours does not come. That costs the policy's grace, after which
    one begins to look for somebody else, then the ``search``, and then the full length: a published
    account of an interview day tells of about half an hour from the planned start to the
    replacement, which with a grace of 10 minutes leaves 21 for the search.
    """

    mean: float = 1.0
    cv: float = 0.13
    no_show: float = 0.03
    search: timedelta = timedelta(minutes=21)

    def __post_init__(self) -> None:
        if not self.mean > 0:
            raise InvalidValue(field="mean", reason="not_positive")
        if not self.cv >= 0 or self.search < ZERO:
            raise InvalidValue(field="cv" if not self.cv >= 0 else "search", reason="negative")
        if not 0 <= self.no_show <= 1:
            raise InvalidValue(field="no_show", reason="not_a_probability", value=self.no_show)

    @property
    def sigma(self) -> float:
        """Return the standard deviation of the logarithm of the factor."""
        return sqrt(log(1 + self.cv**2))

    @property
    def location(self) -> float:
        """Return the mean of the logarithm of the factor."""
        return log(self.mean) - self.sigma**2 / 2


CERTAIN = Prior(cv=0.0, no_show=0.0)
"""All goes as planned."""


@dataclass(frozen=True, slots=True)
class Priors:
    """The priors by kind and mode, and the one for all others."""

    default: Prior = field(default_factory=Prior)
    by: Mapping[Key, Prior] = field(default_factory=dict)

    def of(self, block: Block) -> Prior:
        """Return the prior of a block."""
        return self.by.get((block.kind, block.mode), self.default)


@dataclass(frozen=True, slots=True)
class Observation:
    """A block that is over: ``factor`` is its effective length by the planned one.

    It is None where the length says nothing of the kind, as after a no-show (``was_missed``).
    """

    key: Key
    factor: float | None
    was_missed: bool = False


def learned(prior: Prior, observations: Sequence[Observation]) -> Prior:
    """Return the prior after observations, by shrinkage towards what was believed before.

    The logarithms of the factors are normal; the prior counts for 20 observations of its own mean
    and variance. With n observed logarithms of mean m and sum of squares Q around it::

        location = (20 * prior location + n * m) / (20 + n)
        variance = (20 * prior variance + Q + 20 * n / (20 + n) * (m - prior location)^2) / (20 + n)
        no-show  = (20 * prior no-show + missed) / (20 + all observed)

    the posterior means of the conjugate normal-inverse-chi-square and beta families (Gelman et al.,
    Bayesian Data Analysis, sections 3.3 and 2.4). Fewer than 5 observations teach nothing.
    """
    factors = [log(o.factor) for o in observations if o.factor is not None]
    found = prior
    if len(factors) >= FEWEST:
        location, variance = _posterior(prior, factors)
        cv = sqrt(exp(variance) - 1)
        found = replace(found, mean=exp(location + variance / 2), cv=cv)
    if len(observations) >= FEWEST:
        missed = sum(o.was_missed for o in observations)
        believed = PSEUDO_COUNT * prior.no_show
        found = replace(found, no_show=(believed + missed) / (PSEUDO_COUNT + len(observations)))
    return found


def learned_priors(priors: Priors, observations: Iterable[Observation]) -> Priors:
    """Return the priors after observations, each kind and mode by its own."""
    seen: dict[Key, list[Observation]] = defaultdict(list)
    for observation in observations:
        seen[observation.key].append(observation)
    after = {key: learned(priors.by.get(key, priors.default), own) for key, own in seen.items()}
    return replace(priors, by={**priors.by, **after})


def observations(plan: Plan, told: Log) -> tuple[Observation, ...]:
    """Return what a log teaches of the lengths of blocks: those that were started and ended.

    Times that were only taken over from the plan teach nothing, nor do rests, which end by the
    clock. A length outside a quarter and four times the planned one is left out: that was a
    forgotten button.
    """
    copied = {e.block for e in told.effective if e.reason == "as_planned"}
    found = (
        _observed(plan.blocks[block_id], facts, plan)
        for block_id, facts in facts_of(told).items()
        if block_id in plan.blocks and block_id not in copied
    )
    return tuple(observation for one in found for observation in one)


def _posterior(prior: Prior, factors: Sequence[float]) -> tuple[float, float]:
    n, k = len(factors), PSEUDO_COUNT
    mean = sum(factors) / n
    squares = sum((factor - mean) ** 2 for factor in factors)
    apart = (mean - prior.location) ** 2
    location = (k * prior.location + n * mean) / (k + n)
    variance = (k * prior.sigma**2 + squares + k * n / (k + n) * apart) / (k + n)
    return location, variance


def _observed(block: Block, facts: BlockFacts, plan: Plan) -> Iterator[Observation]:
    if block.is_rest or block.timebox is None:
        return
    key = (block.kind, block.mode)
    if facts.no_show is not None:
        yield Observation(key, None, was_missed=True)
    elif facts.started is not None and facts.ended is not None:
        ran = facts.ended - facts.started - facts.lost(facts.ended)
        factor = ran / length_of(block.timebox, plan.policy).total_seconds()
        if 1 / _PLAUSIBLE <= factor <= _PLAUSIBLE:
            yield Observation(key, factor)
