"""Trouble: how much each block of a live day has of it, or causes for others."""

from collections.abc import Sequence
from itertools import pairwise

from planner.schedule.agenda import Entry
from planner.schedule.live.live_projection import LiveProjection

_SHORTENED = 0.1
"""A second of rest lost above the minimum, beside a second of a broken promise."""


def troubles(projection: LiveProjection) -> Sequence[float]:
    """Return the trouble of each entry, by index; zero where all is well.

    It is the seconds by which the entry breaks a promise, or lacks its people; a block that delays
    another has at least as much as that one. It only says where to look first.
    """
    found = _own(projection)
    run = projection.run
    before = _predecessors(projection)
    for entry in sorted(projection.agenda.entries, key=lambda e: run.starts[e.index], reverse=True):
        trouble = found[entry.index]
        if trouble and run.starts[entry.index] > entry.start:
            for earlier in before[entry.index]:
                if run.ends[earlier.index] > earlier.end and found[earlier.index] < trouble:
                    found[earlier.index] = trouble
    return found


def _own(projection: LiveProjection) -> list[float]:
    run = projection.run
    found = [0.0] * len(run.starts)
    for entry in projection.agenda.entries:
        index = entry.index
        if index in projection.absent:
            found[index] = entry.length
        elif projection.network.behaviours[index].minimum is not None:
            had = run.ends[index] - run.starts[index]
            found[index] = _SHORTENED * max(0, entry.length - had)
    for broken in projection.broken:
        index = projection.agenda.by_block[broken.promise.block].index
        found[index] += broken.by.total_seconds()
    return found


def _predecessors(projection: LiveProjection) -> Sequence[list[Entry]]:
    """Return what comes right before each entry on its tracks, in the order in which it will be."""
    starts = projection.run.starts
    before: list[list[Entry]] = [[] for _ in starts]
    for track in projection.agenda.tracks:
        entries = sorted(track.entries, key=lambda entry: (starts[entry.index], entry.index))
        for earlier, later in pairwise(entries):
            before[later.index].append(earlier)
    return before
