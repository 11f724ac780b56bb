"""Counsel: what can be done about a day that goes wrong, and what that does to what may go wrong."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from math import sqrt
from statistics import NormalDist
from typing import TYPE_CHECKING

from planner.app.experience import Experience
from planner.domain.ids import BlockId, CandidateId
from planner.domain.log import Log
from planner.domain.plan import Plan
from planner.domain.times import Moment
from planner.schedule.live.live_projection import LiveProjection
from planner.schedule.repairs.proposals import Advice, advise

if TYPE_CHECKING:
    from planner.schedule.risk.risks import Risks

SAMPLES = 10_000
"""How many samples are drawn of the day as it stands, and of the day with each proposal."""

LEAST = 0.01
"""A probability that changes by less is not worth telling."""

_ERROR = 0.05


class Prospect(StrEnum):
    """What is wished for: a rest with its minimum, a day that ends in time, the way home."""

    REST = "rest"
    DAY_END = "day_end"
    WAY_HOME = "way_home"


@dataclass(frozen=True, slots=True)
class RiskChange:
    """How likely it is that something goes well if nothing is done, and how likely with a proposal.

    ``block`` is the rest, ``by`` when the day must end or one has to leave.
    """

    prospect: Prospect
    before: float
    after: float
    block: BlockId | None = None
    candidate: CandidateId | None = None
    by: Moment | None = None

    @property
    def gained(self) -> float:
        """Return by how much likelier it gets."""
        return self.after - self.before


@dataclass(frozen=True, slots=True, eq=False)
class Counsel:
    """What can be done, and how likely it is that things go wrong: if nothing is, and with each proposal.

    ``changes`` are those that each proposal of the advice brings, in its order, as `risk_changes` says;
    ``experience`` is what the probabilities rest on.
    """

    advice: Advice
    risks: "Risks | None" = None
    changes: tuple[tuple[RiskChange, ...], ...] = ()
    experience: Experience = field(default_factory=Experience)


def counsel(
    plan: Plan,
    log: Log,
    now: datetime,
    experience: Experience,
    projection: LiveProjection,
    candidate: CandidateId | None = None,
) -> Counsel:
    """Return advice for a day at a moment, of which ``projection`` tells how it goes, with the risks.

    With a ``candidate`` the advice is about that one's blocks; the risks are everybody's.

    The same seed and as many samples are taken for all, so that they can be compared.
    """
    from planner.schedule.risk.risks import risks  # noqa: PLC0415 -- slow import

    advice = advise(plan, log, now, candidate)
    as_it_stands = risks(projection, experience.priors, samples=SAMPLES)
    changes = (
        risk_changes(as_it_stands, risks(one.projection, experience.priors, samples=SAMPLES))
        for one in advice.proposals
    )
    return Counsel(advice, as_it_stands, tuple(changes), experience)


def risk_changes(before: "Risks", after: "Risks") -> tuple[RiskChange, ...]:
    """Return what gets less likely to go well, the worst first, then what gets likelier, the best first.

    Only what is there before and after is compared. A change by less than a percentage point is left
    out, and so is one that chance alone explains: where a proposal adds or drops a block the two
    estimates are independent, and of all that are compared none may seem to change in 19 of 20
    cases in which nothing does (Bonferroni's correction of a two-sided test).
    """
    found = [*_rests(before, after), *_days(before, after), *_journeys(before, after)]
    errors = NormalDist().inv_cdf(1 - _ERROR / 2 / max(1, len(found)))
    told = (one for one, error in found if abs(one.gained) >= max(LEAST, errors * error))
    return tuple(sorted(told, key=lambda one: (one.gained > 0, -abs(one.gained))))


_Found = Iterator[tuple[RiskChange, float]]
"""Changes, each with its standard error."""


def _rests(before: "Risks", after: "Risks") -> _Found:
    others = {risk.block: risk for risk in after.rests}
    for was in before.rests:
        will = others.get(was.block)
        if will is not None:
            change = RiskChange(Prospect.REST, 1 - was.below, 1 - will.below, block=was.block)
            is_exact = was.is_exact and will.is_exact
            yield change, 0.0 if is_exact else _standard_error(change, after.samples)


def _days(before: "Risks", after: "Risks") -> _Found:
    others: dict[tuple[CandidateId, date], float] = {
        (risk.candidate, risk.day): risk.late for risk in after.days
    }
    for was in before.days:
        late = others.get((was.candidate, was.day))
        if late is not None:
            change = RiskChange(
                Prospect.DAY_END, 1 - was.late, 1 - late, candidate=was.candidate, by=was.due
            )
            yield change, _standard_error(change, after.samples)


def _journeys(before: "Risks", after: "Risks") -> _Found:
    others = {risk.journey: risk.missed for risk in after.journeys}
    for was in before.journeys:
        missed = others.get(was.journey)
        if missed is not None:
            change = RiskChange(
                Prospect.WAY_HOME, 1 - was.missed, 1 - missed, candidate=was.candidate, by=was.by
            )
            yield change, _standard_error(change, after.samples)


def _standard_error(change: RiskChange, samples: int) -> float:
    """Return the standard error of the difference of two estimated probabilities."""
    variance = sum(chance * (1 - chance) for chance in (change.before, change.after))
    return sqrt(max(0.0, variance) / samples) if samples else 0.0
