"""Proposals: at most three repairs, the best first, each with what it would cost."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import combinations, islice

from planner.domain.errors import PlannerError
from planner.domain.ids import CandidateId
from planner.domain.log import Happening, Log
from planner.domain.plan import Plan
from planner.domain.times import ZERO
from planner.schedule.live.facts import facts_with
from planner.schedule.live.live_projection import LiveProjection, project_live
from planner.schedule.live.standing import as_it_stands
from planner.schedule.network import network
from planner.schedule.repairs.finding import measures
from planner.schedule.repairs.measures import Measure, Move, edit_of, entries_of
from planner.schedule.repairs.prices import Price, price_of, rank
from planner.schedule.repairs.situation import Situation

MOST = 3
_MOST_MEASURES = 100
_PARTNERS = 6
"""How many of the best single measures are tried in pairs."""


@dataclass(frozen=True, slots=True, eq=False)
class Proposal:
    """One way to go on: the measures, the price of the day with them, and how it would go then."""

    measures: tuple[Measure, ...]
    price: Price
    projection: LiveProjection

    @property
    def moves(self) -> tuple[Move, ...]:
        """Return the kinds of its measures."""
        return tuple(measure.move for measure in self.measures)


@dataclass(frozen=True, slots=True, eq=False)
class Advice:
    """What it costs to do nothing, and what could be done instead, the best first."""

    nothing: Price
    proposals: tuple[Proposal, ...]


def advise(plan: Plan, log: Log, now: datetime, candidate: CandidateId | None = None) -> Advice:
    """Return at most three proposals for a day at a moment.

    With a ``candidate`` they are about that one's blocks, at the price that everybody pays.

    Prices are compared by one criterion after the other, as the policy orders them
    (`planner.domain.policy.RepairCriterion`). A measure that leaves the day no better than doing
    nothing is not proposed, except to accept that a rest gives way. Pairs of measures are tried where
    one alone keeps not every promise. Of proposals that move the same things the cheapest is shown.

    On a large day it looks at the blocks with the most trouble (`planner.schedule.repairs.situation`
    says how many), and prices at most `_MOST_MEASURES` single measures and 15 pairs: repairs come
    one after the other, and whoever has applied one asks again.
    """
    base = project_live(plan, log, now)
    situation = Situation(plan, log, now, base, candidate)
    nothing = price_of(base)
    order = plan.policy.repair_order
    found_measures = islice(measures(situation), _MOST_MEASURES)
    singles = _sorted([p for m in found_measures if (p := _tried(situation, (m,)))], order)
    found = [p for p in singles if _helps(p, nothing, order)]
    if not any(p.price.is_kept for p in found) or not found:
        found = _sorted([*found, *_pairs(situation, singles, nothing, order)], order)
    return Advice(nothing, tuple(_different(found))[:MOST])


def outcome(plan: Plan, log: Log, now: datetime, chosen: Iterable[Measure]) -> tuple[Plan, Log]:
    """Return plan and log as they would be with measures.

    Raises:
        PlannerError: the plan no longer allows the edit.
    """
    listed = tuple(chosen)
    edit = edit_of(listed, plan)
    changed = plan if edit is None else edit.apply(plan)
    return changed, log.adding(entries_of(listed, now))


def foreseen(situation: Situation, chosen: Sequence[Measure]) -> LiveProjection:
    """Return how the day would go with measures, as `outcome` and a projection of it would say.

    What only moves times is projected over the network that is there already; the facts of the log
    are taken over where nothing in it lies after now.

    Raises:
        PlannerError: the plan does not allow the edit.
    """
    base = situation.projection
    added = entries_of(chosen, situation.now)
    log = situation.log.adding(added)
    edit = edit_of(chosen, situation.plan)
    if situation.has_later_entries:
        plan = situation.plan if edit is None else edit.apply(situation.plan)
        return project_live(plan, log, situation.now)
    prepared = base.network
    if edit is not None or any(entry.what is Happening.REPLACED for entry in added):
        standing = base.agenda.plan if edit is None else edit.apply(base.agenda.plan)
        prepared = network(as_it_stands(standing, Log(tuple(added))))
    return LiveProjection(prepared, log, base.now, facts_with(base.facts, added))


def _tried(situation: Situation, chosen: tuple[Measure, ...]) -> Proposal | None:
    try:
        projection = foreseen(situation, chosen)
    except PlannerError:
        return None
    return Proposal(chosen, price_of(projection), projection)


def _pairs(
    situation: Situation, singles: Sequence[Proposal], nothing: Price, order: Sequence[str]
) -> Iterator[Proposal]:
    best = [p for p in singles if p.moves != (Move.ABSORB,)][:_PARTNERS]
    for first, second in combinations(best, 2):
        if _can_go_together(first.measures[0], second.measures[0]):
            both = _tried(situation, (*first.measures, *second.measures))
            better = min(rank(first.price, order), rank(second.price, order))
            if (
                both is not None
                and rank(both.price, order) < better
                and _helps(both, nothing, order)
            ):
                yield both


def _can_go_together(first: Measure, second: Measure) -> bool:
    """Say whether two measures are about different things: a block cannot be cut and dropped."""
    mine = {first.block, first.other} - {None}
    theirs = {second.block, second.other} - {None}
    return not mine & theirs


def _helps(proposal: Proposal, nothing: Price, order: Sequence[str]) -> bool:
    """Say whether a proposal is worth showing beside doing nothing.

    To keep a rest whole is one even where it costs more, and so is to cut an interview that takes
    minutes from a rest: whether rest, punctuality or the interview is worth more is for a person to
    say, as long as no promise is broken for it.
    """
    is_better = rank(proposal.price, order) < rank(nothing, order)
    if proposal.moves == (Move.ABSORB,):
        return nothing.is_kept
    if proposal.moves == (Move.HOLD,):
        return proposal.price.is_kept or is_better
    if proposal.moves == (Move.CUT,):
        gives_rest = proposal.price.is_kept and proposal.price.rest < nothing.rest
        return gives_rest or is_better
    if proposal.moves == (Move.PULL_FORWARD,):
        return nothing.late > ZERO or nothing.flight > ZERO
    return is_better


def _different(proposals: Iterable[Proposal]) -> Iterator[Proposal]:
    """Yield the best proposal of each kind for each block: three of one kind are no choice.

    Of replacements two are shown: who is asked first may say no.
    """
    seen: dict[object, int] = {}
    for proposal in proposals:
        key = tuple((m.move, m.block) for m in proposal.measures)
        people = {m.person for m in proposal.measures if m.person is not None}
        seen[key] = seen.get(key, 0) + 1
        person_key = (key, frozenset(people))
        is_first_of_person = person_key not in seen
        seen[person_key] = 1
        allowed = 2 if Move.REPLACE in proposal.moves and is_first_of_person else 1
        if seen[key] <= allowed:
            yield proposal


def _sorted(proposals: Iterable[Proposal], order: Sequence[str]) -> list[Proposal]:
    """Return proposals by price; among equals by the order of the moves, then as they were found."""
    moves = list(Move)
    return sorted(
        proposals, key=lambda p: (rank(p.price, order), len(p.measures), moves.index(p.moves[0]))
    )
