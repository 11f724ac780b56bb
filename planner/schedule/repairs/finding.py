"""Finding measures: what could be done, one function for each kind of move."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import zip_longest

from planner.domain.blocks import Block, Kind, Mode, Timebox
from planner.domain.edits.derivation import derived_block_id, derived_mark
from planner.domain.log import Happening
from planner.domain.sequences import rest_minimum
from planner.domain.times import MINUTE, ZERO
from planner.schedule.agenda import Entry, instant
from planner.schedule.live.live_projection import GOING_ON, WRAP_UP, Phase
from planner.schedule.repairs.measures import MADE_UP, Measure, Move, made_up_id
from planner.schedule.repairs.situation import OPEN, WAITING, Situation
from planner.schedule.repairs.staffing import opening

_MOST_SEATS = 6
_MOST_MADE_UP = 6
_MOST_OF_BENCH = 4
_LEAST_INTERVIEW = timedelta(minutes=15)
"""A shorter one is no interview: less is not made up, and nothing is cut to less that is effective."""
_MOST_TO_MAKE_UP = timedelta(minutes=30)
_ROUND = timedelta(minutes=5)
_LEAST_PULL = 60


def measures(situation: Situation) -> Iterator[Measure]:
    """Yield every measure worth a price, of each kind of move one after the other.

    Whoever takes only the first ones has some of every kind.
    """
    finders = [find(situation) for find in _FINDERS]
    for found in zip_longest(*finders):
        yield from (measure for measure in found if measure is not None)


def _replacements(situation: Situation) -> Iterator[Measure]:
    """The bench in its order, each as they would really come: those who live elsewhere by video."""
    for entry in situation.open_seats[:_MOST_SEATS]:
        found = opening(situation.projection, entry)
        if found is None:
            continue
        block, seat = found.block, found.seat
        for one in found.able[:_MOST_OF_BENCH]:
            modes = _modes(block, must_be_remote=one.is_remote and one.is_face_to_face)
            for mode in modes:
                yield Measure(
                    Move.REPLACE, block.id, person=one.person, instead_of=seat.person, mode=mode
                )


def _mode_changes(situation: Situation) -> Iterator[Measure]:
    """A dropped call goes on by another way; who cannot come can still call."""
    for entry in situation.concerned:
        block = entry.block
        is_dropped = situation.phase(entry) is Phase.INTERRUPTED and block.is_call
        is_stuck = situation.phase(entry) in OPEN and block.mode is not Mode.PHONE
        if is_dropped:
            other = Mode.PHONE if block.mode is Mode.VIDEO else Mode.VIDEO
            yield Measure(Move.CHANGE_MODE, block.id, mode=other)
        elif is_stuck and block.attendees:
            yield Measure(Move.CHANGE_MODE, block.id, mode=Mode.PHONE)


def _absorptions(situation: Situation) -> Iterator[Measure]:
    """A rest gives way by itself; that is a decision too, with a price of its own."""
    accepted = {
        entry.block: entry.length or ZERO
        for entry in situation.log.effective
        if entry.what is Happening.ACCEPTED
    }
    for entry in situation.concerned:
        shortened = situation.shortened(entry)
        is_news = shortened > accepted.get(entry.block.id, ZERO)
        if entry.block.is_rest and is_news and situation.is_worth(shortened):
            yield Measure(Move.ABSORB, entry.block.id, by=shortened)


def _holds(situation: Situation) -> Iterator[Measure]:
    """A rest is kept whole, and what follows starts later."""
    for entry in situation.concerned:
        shortened = situation.shortened(entry)
        if entry.block.is_rest and situation.is_worth(shortened):
            yield Measure(Move.HOLD, entry.block.id, by=shortened)


def _cuts(situation: Situation) -> Iterator[Measure]:
    """What goes on or comes next ends when it was planned to, as far as that leaves an interview.

    What goes on is never cut to nothing: it needs its minutes to be brought to a close.
    """
    for entry in situation.concerned:
        if entry.block.is_rest or not entry.block.is_assessing:
            continue
        index, run = entry.index, situation.projection.run
        over = timedelta(seconds=run.ends[index] - entry.end)
        left = timedelta(seconds=run.ends[index] - run.starts[index]) - _LEAST_INTERVIEW
        if situation.phase(entry) in GOING_ON:
            left -= situation.projection.stood_still(entry.block.id)
            until_wrap_up = run.ends[index] - situation.projection.now - WRAP_UP
            left = min(left, timedelta(seconds=until_wrap_up))
        by = over if over <= left else left - left % MINUTE
        if situation.is_worth(by):
            yield Measure(Move.CUT, entry.block.id, by=by)


def _shifts(situation: Situation) -> Iterator[Measure]:
    """What is without its people waits for a later time: after the last block of its candidates."""
    for entry in situation.open_seats:
        ends = [
            situation.projection.run.ends[other.index]
            for other in situation.today
            if set(other.block.candidates) & set(entry.block.candidates) and other is not entry
        ]
        if ends and max(ends) > max(entry.start, situation.projection.now):
            yield Measure(Move.SHIFT, entry.block.id, to=instant(max(ends)))


def _swaps(situation: Situation) -> Iterator[Measure]:
    """Two interviews of one candidate change places, so that who is missing has time to come."""
    lacking, now = {e.index for e in situation.without_people}, situation.projection.now
    for entry in situation.open_seats:
        for other in situation.waiting:
            is_later = other.start > max(entry.start, now) and other.index not in lacking
            if is_later and other.block.candidates == entry.block.candidates:
                earlier = max(now, entry.start)
                yield Measure(
                    Move.SWAP,
                    entry.block.id,
                    to=instant(other.start),
                    other=other.block.id,
                    other_to=instant(earlier),
                )


def _pulls(situation: Situation) -> Iterator[Measure]:
    """With everybody's consent the next interview starts as soon as its people are free."""
    for entry in situation.waiting:
        ready = max(situation.projection.run.ready[entry.index], situation.projection.now)
        if ready < entry.start - _LEAST_PULL and situation.phase(entry) is Phase.UPCOMING:
            yield Measure(Move.PULL_FORWARD, entry.block.id, to=instant(ready))
            return


def _made_up(situation: Situation) -> Iterator[Measure]:
    """Time that an interview lost is made up in a later break that can spare it."""
    rests = [e for e in situation.today if e.block.is_rest and e.start > situation.projection.now]
    lost = {e.index: _lost(situation, e) for e in situation.projection.agenda.entries if rests}
    most = sorted(
        (index for index in lost if lost[index] >= _LEAST_INTERVIEW), key=lambda i: -lost[i]
    )
    for index in sorted(most[:_MOST_MADE_UP]):
        by = min(lost[index] - lost[index] % _ROUND, _MOST_TO_MAKE_UP)
        for rest in rests:
            yield from _in_rest(
                situation, situation.projection.agenda.entries[index].block, rest, by
            )


def _lost(situation: Situation, entry: Entry) -> timedelta:
    """Return what an interview has lost, or will have lost of its length, where somebody holds it."""
    run, index = situation.projection.run, entry.index
    has_begun = index in run.done or index in run.going_on
    if not (has_begun and entry.block.is_assessing and entry.block.attendees):
        return ZERO
    fact = situation.projection.facts.get(entry.block.id)
    until = min(run.ends[index], situation.projection.now)
    stood_still = fact.lost(until) if fact is not None else 0
    return timedelta(seconds=entry.length - (run.ends[index] - run.starts[index] - stood_still))


def _in_rest(situation: Situation, block: Block, rest: Entry, by: timedelta) -> Iterator[Measure]:
    minimum = rest_minimum(rest.block, situation.plan.policy)
    if rest.block.candidates != block.candidates or timedelta(seconds=rest.length) - by < minimum:
        return
    if made_up_id(block.calendar.seed) in {None, *situation.plan.blocks}:
        return
    added = replace(
        block,
        id=derived_block_id(block.calendar.seed, MADE_UP),
        calendar=derived_mark(block.calendar.seed, MADE_UP),
        timebox=Timebox(rest.timebox.start, by),
        mode=Mode.PHONE if block.mode is None or not block.is_call else block.mode,
        minimum=None,
    )
    yield Measure(Move.MAKE_UP, block.id, by=by, other=rest.block.id, added=added)


def _drops(situation: Situation) -> Iterator[Measure]:
    """What cannot be saved is dropped, its focus areas handed to the next interview."""
    has_trouble = situation.breaks_promises or bool(situation.without_people)
    lacking = {entry.index for entry in situation.without_people}
    heirs = [e for e in situation.waiting if e.index not in lacking and e.block.is_assessing]
    for entry in situation.concerned if has_trouble else ():
        if not entry.block.is_assessing or situation.phase(entry) not in WAITING:
            continue
        same = (e for e in heirs if e.block.candidates == entry.block.candidates)
        heir = next((e for e in same if e is not entry and e.block.attendees), None)
        known = heir.block.focus_areas if heir is not None else entry.block.focus_areas
        areas = tuple(area for area in entry.block.focus_areas if area not in known)
        other = heir.block.id if heir is not None else None
        yield Measure(Move.DROP, entry.block.id, other=other, areas=areas)


def _splits(situation: Situation) -> Iterator[Measure]:
    """A meal that falls below its minimum gets the rest of it before the next later interview."""
    for entry in situation.concerned:
        violated = situation.projection.block(entry.block.id).violated
        if entry.block.kind is not Kind.MEAL or violated <= ZERO:
            continue
        later = (e for e in situation.waiting if e.start >= entry.end)
        next(later, None)
        after = next(later, None)
        if after is not None:
            yield _second_half(entry, after, violated)


def _second_half(meal: Entry, before: Entry, length: timedelta) -> Measure:
    seed, name = meal.block.calendar.seed, "second-half"
    added = replace(
        meal.block,
        id=derived_block_id(seed, name),
        calendar=derived_mark(seed, name),
        kind=Kind.BREAK,
        title="",
        timebox=Timebox(before.timebox.start.moved(-length), length),
        minimum=length,
    )
    return Measure(Move.SPLIT, meal.block.id, by=length, other=before.block.id, added=added)


def _modes(block: Block, *, must_be_remote: bool) -> Sequence[Mode | None]:
    if must_be_remote:
        return (Mode.VIDEO, Mode.PHONE)
    return (None,) if block.mode is not Mode.VIDEO else (None, Mode.PHONE)


_FINDERS: Sequence[Callable[[Situation], Iterator[Measure]]] = (
    _replacements,
    _mode_changes,
    _absorptions,
    _holds,
    _cuts,
    _made_up,
    _swaps,
    _shifts,
    _pulls,
    _drops,
    _splits,
)
