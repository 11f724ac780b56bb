"""The network: an agenda prepared for projecting it many times, in plain numbers.

It says whom each block waits for and how it behaves. It depends on the plan alone; what happened,
or is assumed to happen, comes with each projection.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, time
from functools import cached_property

from planner.domain.blocks import Block, Kind, StartRule
from planner.domain.ids import CandidateId
from planner.domain.plan import Plan
from planner.domain.policy import Policy
from planner.domain.times import Moment
from planner.schedule.agenda import Agenda, Entry
from planner.schedule.behaviour import ALWAYS, NEVER, NOT_BEFORE, Fixed, Flow, NotBefore, Rest
from planner.schedule.changeover import Changeovers
from planner.schedule.promises import Bound, day_bounds, departure_bounds

Walks = tuple[tuple[int, int], ...]
"""The tracks on which a block waits for a changeover, each with its seconds."""

_FLOW, _FIXED = StartRule.FLOW, StartRule.FIXED
_NOWHERE = -1


class Network:
    """For each entry of an agenda its start, length, tracks, walks and behaviour, in parallel."""

    def __init__(self, agenda: Agenda) -> None:
        self.agenda = agenda
        self.starts: Sequence[int] = [entry.start for entry in agenda.entries]
        self.lengths: Sequence[int] = [entry.end - entry.start for entry in agenda.entries]
        self.tracks: Sequence[tuple[int, ...]] = [entry.tracks for entry in agenda.entries]
        walks: list[Walks] = []
        behaviours: list[NotBefore] = []
        for entry, needed, ready in _links(agenda):
            walks.append(needed)
            behaviours.append(_behaviour(entry, agenda.plan.policy, ready))
        self.walks: Sequence[Walks] = walks
        self.behaviours: Sequence[NotBefore] = behaviours

    @cached_property
    def day_bounds(self) -> Mapping[tuple[CandidateId, date], Bound]:
        """Return when each candidate's days must have ended, by the keys of `Agenda.days`."""
        return dict(zip(self.agenda.days, day_bounds(self.agenda), strict=True))

    @cached_property
    def bounds(self) -> Sequence[Bound]:
        """Return when the candidates' days must have ended, and when their journeys home leave."""
        return (*self.day_bounds.values(), *departure_bounds(self.agenda))

    @cached_property
    def limits(self) -> Sequence[int]:
        """Return for each entry the latest end that days and departures allow."""
        limits = [ALWAYS] * len(self.starts)
        for bound in self.bounds:
            for index in bound.indexes:
                limits[index] = min(limits[index], bound.due)
        return limits


def network(source: Plan | Agenda | Network) -> Network:
    """Return the network of a plan or of an agenda; a network is its own."""
    if isinstance(source, Network):
        return source
    return Network(source if isinstance(source, Agenda) else Agenda(source))


def _links(agenda: Agenda) -> Iterator[tuple[Entry, Walks, int]]:
    """Yield each entry, its walks, and when it is planned to be ready (`NEVER` if it waits for none).

    The changeover that survives every delay is the required one, but never more than was planned:
    leaving too little is a problem that the checks report, not a delay. The gap is measured to the
    latest end so far on the track. A room need not go anywhere, so it needs no changeover, and
    people who rest at no place in particular are where they were.
    """
    changeovers = Changeovers(agenda.plan)
    ends = [NEVER] * len(agenda.tracks)
    places = [_NOWHERE] * len(agenda.tracks)
    for entry in agenda.entries:
        walks: Walks = ()
        ready = NEVER
        place = _NOWHERE if _is_anywhere(entry.block) else changeovers.place(entry.block)
        for track in entry.tracks:
            end, before = ends[track], places[track]
            if before > _NOWHERE and place > _NOWHERE and place != before:
                walk = min(entry.start - end, changeovers.between(before, place))
                if walk > 0:
                    walks += ((track, walk),)
                    end += walk
            if end > ready:  # noqa: PLR1730 -- max() costs too much in here
                ready = end
            if entry.end > ends[track]:  # noqa: PLR1730 -- likewise
                ends[track] = entry.end
            if place > _NOWHERE:
                places[track] = place
        yield entry, walks, ready


def _is_anywhere(block: Block) -> bool:
    return block.room is None and block.office is None and block.gives_way


def _behaviour(entry: Entry, policy: Policy, ready: int) -> NotBefore:
    block = entry.block
    opening = NOT_BEFORE
    if block.start_rule is _FIXED:
        opening = Fixed(entry.start)
    elif block.start_rule is _FLOW:
        opening = _flow(entry, ready)
    if not block.gives_way:
        return opening
    return Rest(entry.start, _minimum(entry, policy), opening)


def _flow(entry: Entry, ready: int) -> NotBefore:
    """Return how a block follows others: the first one of a day does not follow the day before."""
    start = entry.timebox.start
    midnight = Moment.from_wall(start.day, time(), start.zone)
    if ready < int(midnight.instant.timestamp()):
        return NOT_BEFORE
    return Flow(entry.start, max(0, entry.start - ready))


def _minimum(entry: Entry, policy: Policy) -> int:
    minimum = entry.block.minimum
    if minimum is None:
        is_meal = entry.block.kind is Kind.MEAL
        minimum = policy.meal_minimum if is_meal else policy.break_minimum
    return max(0, min(int(minimum.total_seconds()), entry.length))
