"""Parting: who has gone on from what several share and nobody ends, such as a lunch or an arrival."""

from collections.abc import Mapping
from copy import copy
from functools import lru_cache

from planner.schedule.live.facts import BlockFacts
from planner.schedule.live.presence import run_by_clock
from planner.schedule.network import Network

_Gone = tuple[tuple[int, frozenset[int]], ...]


def without_those_gone_on(network: Network, facts: Mapping[int, BlockFacts]) -> Network:
    """Return the network in which a shared block waits only for those who are still to come to it.

    Whoever has begun something that is planned later has had their part of it; for the others it
    goes on as planned. ``facts`` are by index of the agenda's entries. Most networks come back as
    they are.
    """
    shared = _shared(network)
    if not shared or not facts:
        return network
    reached: dict[int, int] = {}
    for index, fact in facts.items():
        if not fact.is_skipped and (fact.started is not None or fact.ended is not None):
            for track in network.agenda.entries[index].tracks:
                reached[track] = max(reached.get(track, index), index)
    gone = ((i, frozenset(t for t in network.tracks[i] if reached.get(t, i) > i)) for i in shared)
    found = tuple((index, tracks) for index, tracks in gone if tracks)
    return _without(network, found) if found else network


@lru_cache(maxsize=4)
def _shared(network: Network) -> tuple[int, ...]:
    """Return what begins by itself for several candidates, by index."""
    entries, by_clock = network.agenda.entries, run_by_clock(network.agenda)
    several = (e.index for e in entries if len(e.block.candidates) > 1)
    return tuple(i for i in several if i in by_clock or network.behaviours[i].minimum is not None)


@lru_cache(maxsize=4)
def _without(network: Network, gone: _Gone) -> Network:
    """Return a network that differs in those tracks; the same one for as long as the same are gone."""
    changed = copy(network)
    tracks, walks = list(network.tracks), list(network.walks)
    for index, left in gone:
        tracks[index] = tuple(track for track in tracks[index] if track not in left)
        walks[index] = tuple(walk for walk in walks[index] if walk[0] not in left)
    changed.tracks, changed.walks = tracks, walks
    return changed
