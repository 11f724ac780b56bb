"""The past of a live day: what has happened, as the log tells it and as it must have been in between."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from planner.domain.blocks import Lock
from planner.domain.times import Moment
from planner.schedule.agenda import Entry, instant
from planner.schedule.behaviour import NEVER
from planner.schedule.live.facts import BlockFacts
from planner.schedule.live.presence import run_by_clock
from planner.schedule.network import Network

_NO_FACTS = BlockFacts()


@dataclass(frozen=True, slots=True, eq=False)
class Past:
    """What has happened: start and expected end of each entry, and which are dropped."""

    starts: Mapping[int, int]
    ends: Mapping[int, int]
    done: frozenset[int]
    dropped: frozenset[int]


def past_of(
    network: Network, facts: Mapping[int, BlockFacts], now: int, there: Mapping[int, int]
) -> Past:
    """Return what has happened by now; ``there`` is when candidates arrived, by index of the arrival."""
    entries = network.agenda.entries
    dropped = {index for index, fact in facts.items() if fact.is_skipped}
    begun = {i: b for i, f in facts.items() if i not in dropped and (b := _begun(entries[i], f))}
    gone_on = _gone_on(network, begun)
    starts, ends, done = dict(begun), {}, set()
    for index, start in begun.items():
        fact = facts[index]
        is_left = index in gone_on and _begins_by_itself(network, index)
        if fact.ended is not None or is_left:
            end = gone_on[index] if fact.ended is None else fact.ended
            ends[index] = max(end, start)
            done.add(index)
        else:  # what goes on cannot have ended
            ends[index] = max(due_end(entries[index], network, fact, start, now), now, start)
    free: dict[str, int] = {}
    for index in sorted({*begun, *gone_on}):
        fact, entry = facts.get(index, _NO_FACTS), entries[index]
        if index not in begun and fact.is_missed:
            dropped.add(index)
        elif index not in begun and index not in dropped and fact.moved is None:
            begin = there.get(index, entry.start)
            ready = max([entry.start, begin, *(free.get(c, NEVER) for c in entry.block.candidates)])
            end = network.behaviours[index].finish(ready, network.lengths[index])
            starts[index], ends[index] = min(ready, gone_on[index]), min(end, gone_on[index])
            done.add(index)
        if index in ends:
            for candidate in entry.block.candidates:
                free[candidate] = max(free.get(candidate, NEVER), ends[index])
    for entry in _of_earlier_days(network, now):
        if entry.index not in starts and entry.index not in facts:
            ready = max([entry.start, *_ends_before(network, entry, ends)])
            end = network.behaviours[entry.index].finish(ready, network.lengths[entry.index])
            starts[entry.index], ends[entry.index] = min(ready, now), min(max(end, ready), now)
            done.add(entry.index)
    return Past(starts, ends, frozenset(done), frozenset(dropped))


def due_end(entry: Entry, network: Network, fact: BlockFacts, start: int, now: int) -> int:
    """Return when something that goes on is to end, which may be over.

    An interview runs for its length, and for as long again as it stood still and was extended. A rest,
    and what keeps its end by the lock of its timebox, ends when it was planned to; a rest has at
    least its minimum.
    """
    length = network.lengths[entry.index]
    behaviour = network.behaviours[entry.index]
    if behaviour.minimum is not None:
        end = behaviour.finish(start, length)
    elif entry.timebox.lock is Lock.END:
        end = max(entry.end, start)
    else:
        end = start + length + fact.lost(now)
    return end + fact.added


def _of_earlier_days(network: Network, now: int) -> Iterator[Entry]:
    """Yield what was over before today, by the clocks of its own place: that is not awaited any more."""
    today: dict[str, date] = {}
    for entry, day in zip(network.agenda.entries, network.agenda.dates, strict=True):
        if entry.start > now:
            return
        zone = entry.timebox.start.zone
        if zone not in today:
            today[zone] = Moment(instant(now), zone).day
        if entry.end <= now and day < today[zone]:
            yield entry


def _ends_before(network: Network, entry: Entry, ends: Mapping[int, int]) -> Iterator[int]:
    """Yield when that ended which the candidates of an entry had before it on the same day."""
    day = network.agenda.dates[entry.index]
    for candidate in entry.block.candidates:
        for other in network.agenda.days.get((candidate, day), ()):
            if other.index < entry.index and other.index in ends:
                yield ends[other.index]


def _begun(entry: Entry, fact: BlockFacts) -> int | None:
    """Return when a block began: where only its end is known, as planned."""
    if fact.started is None and fact.ended is not None:
        return min(entry.start, fact.ended)
    return fact.started


def _gone_on(network: Network, begun: Mapping[int, int]) -> Mapping[int, int]:
    """Return when the candidates of a block went on to something planned later, by its index.

    What nobody logged before took place as planned, or as soon as its candidates were free, as far
    as there was time: nobody presses a button for everything. Where somebody did not show up it did
    not take place.
    """
    later: dict[str, int] = {}
    gone: dict[int, int] = {}
    if not begun:
        return gone
    for entry in reversed(network.agenda.entries[: max(begun) + 1]):
        followers = [later[c] for c in entry.block.candidates if c in later]
        if followers and len(followers) == len(entry.block.candidates):
            gone[entry.index] = min(followers)
        if entry.index in begun:
            for candidate in entry.block.candidates:
                later[candidate] = begun[entry.index]
    return gone


def _begins_by_itself(network: Network, index: int) -> bool:
    """Say whether nobody needs to say that it begins or ends: a rest, and what runs by the clock."""
    return network.behaviours[index].minimum is not None or index in run_by_clock(network.agenda)
