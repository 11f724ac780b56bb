"""The network: an agenda prepared for projecting it many times, in plain numbers.

It says whom each block waits for and how it behaves. It depends on the plan alone; what happened,
or is assumed to happen, comes with each projection.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, time
from functools import cached_property
from itertools import pairwise
from operator import attrgetter

from planner.domain.blocks import SeatRole, StartRule
from planner.domain.ids import CandidateId
from planner.domain.plan import Plan
from planner.domain.policy import Policy
from planner.domain.sequences import rest_minimum
from planner.domain.times import Moment
from planner.schedule.agenda import Agenda, Entry, Track
from planner.schedule.behaviour import ALWAYS, NEVER, NOT_BEFORE, Fixed, Flow, NotBefore, Rest
from planner.schedule.changeover import ANYWHERE, Changeovers
from planner.schedule.promises import Bound, day_bounds, departure_bounds
from planner.schedule.sharing import can_share

Walks = tuple[tuple[int, int], ...]
"""The tracks on which a block waits for a changeover, each with its seconds."""

Joins = tuple[tuple[int, int], ...]
"""The tracks that a block shares, each with the index of what it waits for there: the last one
before it that shares with nobody, or `ALONE`."""

ALONE = -1
"""No index: nothing that shares with nobody came before."""

_LOOKING_ON = frozenset({SeatRole.SHADOW})
_FLOW, _FIXED = StartRule.FLOW, StartRule.FIXED


class Network:
    """For each entry of an agenda its start, length, tracks, walks and behaviour, in parallel.

    The tracks are those on which it waits for whatever came before it. Entries that are planned to
    share a room or a host with others do not wait for these: ``joins`` has them by index.
    """

    def __init__(self, agenda: Agenda) -> None:
        self.agenda = agenda
        self.starts: Sequence[int] = [entry.start for entry in agenda.entries]
        self.lengths: Sequence[int] = _lengths(agenda)
        tracks: list[tuple[int, ...]] = []
        joins: dict[int, Joins] = {}
        walks: list[Walks] = []
        behaviours: list[NotBefore] = []
        for entry, bound, joined, needed, ready in _links(agenda, self.lengths):
            tracks.append(_without(bound, joined) if joined else bound)
            if joined:
                joins[entry.index] = joined
            walks.append(needed)
            behaviours.append(_behaviour(entry, agenda.plan.policy, ready))
        self.tracks: Sequence[tuple[int, ...]] = tracks
        self.joins: Mapping[int, Joins] = joins
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


def _lengths(agenda: Agenda) -> Sequence[int]:
    """Return how long the plan lets each block be: a rest ends where its candidate's next begins.

    A lunch with an interview planned into it gives way to that; what is left may be too little,
    and then its minimum pushes.
    """
    lengths = [entry.end - entry.start for entry in agenda.entries]
    for track in agenda.tracks:
        if track.subject.table == "candidates":
            for entry, follower in pairwise(track.entries):
                if follower.start < entry.end and entry.block.is_rest:
                    left = follower.start - entry.start
                    lengths[entry.index] = min(lengths[entry.index], left)
    return lengths


def _bound(entry: Entry, agenda: Agenda) -> tuple[int, ...]:
    """Return the tracks that a block waits for: nobody waits for those who only may look on."""
    seats = entry.block.seats
    for seat in seats:
        if not seat.is_required and seat.role in _LOOKING_ON:
            break
    else:  # as nearly always; a set for each block would cost more than the rest of this
        return entry.tracks
    loose = {seat.person for seat in seats if not seat.is_required and seat.role in _LOOKING_ON}
    loose -= {s.person for s in seats if s.is_required or s.role not in _LOOKING_ON}
    subjects = ((track, agenda.tracks[track].subject) for track in entry.tracks)
    return tuple(track for track, who in subjects if who.table != "people" or who.id not in loose)


def _links(
    agenda: Agenda, lengths: Sequence[int]
) -> Iterator[tuple[Entry, tuple[int, ...], Joins, Walks, int]]:
    """Yield each entry, its tracks, joins and walks, and when it is planned to be ready.

    That is `NEVER` if it waits for none.

    The changeover that survives every delay is the required one, but never more than was planned:
    leaving too little is a problem that the checks report, not a delay. The gap is measured to the
    latest end so far on the track. A room need not go anywhere, so it needs no changeover, and
    what happens at no place in particular leaves people where they were.
    """
    changeovers = Changeovers(agenda.plan)
    ends = [NEVER] * len(agenda.tracks)
    places = [ANYWHERE] * len(agenda.tracks)
    for entry in agenda.entries:
        joined: Joins = ()
        walks: Walks = ()
        ready = NEVER
        place = changeovers.place(entry.block)
        done = entry.start + lengths[entry.index]
        bound = _bound(entry, agenda)
        for track in bound:
            end, before = ends[track], places[track]
            if end > entry.start and _joins(entry, agenda.tracks[track]):
                joined += ((track, _last_alone(entry, agenda.tracks[track])),)
                end = NEVER
            elif place != before and ANYWHERE not in {place, before}:
                walk = min(entry.start - end, changeovers.between(before, place))
                if walk > 0:
                    walks += ((track, walk),)
                    end += walk
            if end > ready:  # noqa: PLR1730 -- max() costs too much in here
                ready = end
            if done > ends[track]:  # noqa: PLR1730 -- likewise
                ends[track] = done
            if place != ANYWHERE:
                places[track] = place
        yield entry, bound, joined, walks, ready


def _joins(entry: Entry, track: Track) -> bool:
    """Say whether an entry and all that it overlaps, of those before it, share the track."""
    together = [other for other in _earlier(entry, track) if other.end > entry.start]
    return all(can_share(other.block, track.subject) for other in (*together, entry))


def _last_alone(entry: Entry, track: Track) -> int:
    earlier = reversed(_earlier(entry, track))
    alone = (other.index for other in earlier if not can_share(other.block, track.subject))
    return next(alone, ALONE)


def _earlier(entry: Entry, track: Track) -> Sequence[Entry]:
    return track.entries[: bisect_left(track.entries, entry.index, key=attrgetter("index"))]


def _without(tracks: tuple[int, ...], joined: Joins) -> tuple[int, ...]:
    shared = {track for track, _ in joined}
    return tuple(track for track in tracks if track not in shared)


def _behaviour(entry: Entry, policy: Policy, ready: int) -> NotBefore:
    block = entry.block
    opening = NOT_BEFORE
    if block.start_rule is _FIXED:
        opening = Fixed(entry.start)
    elif block.start_rule is _FLOW:
        opening = _flow(entry, ready)
    if not block.is_rest:
        return opening
    return Rest(entry.start, entry.length, _minimum(entry, policy), opening)


def _flow(entry: Entry, ready: int) -> NotBefore:
    """Return how a block follows others: the first one of a day does not follow the day before."""
    start = entry.timebox.start
    midnight = Moment.from_wall(start.day, time(), start.zone)
    if ready < int(midnight.instant.timestamp()):
        return NOT_BEFORE
    return Flow(entry.start, max(0, entry.start - ready))


def _minimum(entry: Entry, policy: Policy) -> int:
    minimum = int(rest_minimum(entry.block, policy).total_seconds())
    return max(0, min(minimum, entry.length))
