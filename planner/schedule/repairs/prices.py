"""Prices: what a state of the day costs everybody, and by which costs one repair beats another."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache

from planner.domain.ids import BlockId, FocusAreaId, PersonId
from planner.domain.policy import REPAIR_ORDER
from planner.domain.subjects import Subject
from planner.domain.times import ZERO, Moment
from planner.schedule.agenda import Agenda, Entry, instant
from planner.schedule.live.live_projection import LiveProjection
from planner.schedule.promises import PromiseKind
from planner.schedule.repairs.measures import made_up_id

TOLD_FROM = timedelta(minutes=5)
"""A start that differs by less from what somebody knows need not be told: people come early."""

_TOLD_SECONDS = int(TOLD_FROM.total_seconds())


@dataclass(frozen=True, slots=True)
class Price:
    """What the rest of the day costs.

    ``promises`` is by how much rests and fixed starts miss what was promised, ``flight`` by how much
    a journey home is missed, ``late`` by how much days end after their limit. ``areas`` are the focus
    areas that nobody will have assessed, ``lost`` the interview time that will not take place. ``told``
    is who has to be told something new, ``moved`` how far blocks are from what people know, in sum.
    ``rest`` is the rest lost against the plan. ``end`` is the latest end of a day.
    """

    promises: timedelta
    flight: timedelta
    late: timedelta
    areas: tuple[FocusAreaId, ...]
    lost: timedelta
    told: tuple[Subject, ...]
    moved: timedelta
    rest: timedelta
    end: Moment | None

    @property
    def is_kept(self) -> bool:
        """Say whether every promise is kept: rest, fixed starts, the way home, the end of the day."""
        return self.promises == self.flight == self.late == ZERO


def rank(price: Price, criteria: Sequence[str] = REPAIR_ORDER) -> tuple[float, ...]:
    """Return what prices are sorted by: one criterion after the other, the least first."""
    return tuple(_size(getattr(price, name)) for name in criteria)


def price_of(projection: LiveProjection) -> Price:
    """Return what a day costs if nothing more is done than the log says.

    It adds up plain seconds: hundreds of prices are compared while somebody waits.
    """
    run, by_kind = projection.run, projection.shortfalls
    changed = [entry for entry in projection.agenda.entries if _is_news(projection, entry)]
    moved = sum(abs(run.starts[entry.index] - entry.start) for entry in changed)
    kept = by_kind[PromiseKind.REST] + by_kind[PromiseKind.FIXED_START]
    return Price(
        promises=timedelta(seconds=kept),
        flight=timedelta(seconds=by_kind[PromiseKind.DEPARTURE]),
        late=timedelta(seconds=by_kind[PromiseKind.DAY_END]),
        areas=_lost_areas(projection),
        lost=timedelta(seconds=_lost(projection)),
        told=_told(projection, changed),
        moved=timedelta(seconds=moved),
        rest=timedelta(seconds=_lost_rest(projection)),
        end=_latest_end(projection),
    )


def takes_place(projection: LiveProjection, entry: Entry) -> bool:
    """Say whether a block has its people: not dropped, and nobody missing in it."""
    if entry.index in projection.run.dropped or entry.index in projection.absent:
        return False
    return _is_staffed(projection, entry)


def _is_staffed(projection: LiveProjection, entry: Entry) -> bool:
    """Say whether somebody interviews; what is over was held by whoever was there."""
    if entry.index in projection.run.done or not entry.block.is_assessing:
        return True
    return bool(entry.block.attendees)


def _lost_areas(projection: LiveProjection) -> tuple[FocusAreaId, ...]:
    wanted: dict[FocusAreaId, None] = {}
    held: set[FocusAreaId] = set()
    for entry in projection.agenda.entries:
        areas = entry.block.focus_areas
        if not areas:
            continue
        wanted |= dict.fromkeys(areas)
        if takes_place(projection, entry):
            held.update(areas)
    return tuple(area for area in wanted if area not in held)


def _lost(projection: LiveProjection) -> int:
    """Return the seconds of interviews that are lost: all of a block, or what it was cut by."""
    added = _made_up(projection)
    run, gone = projection.run, projection.absent | projection.run.dropped
    lost = 0
    for entry, is_staffed in _interviews(projection.agenda):
        index = entry.index
        if index in gone or not (is_staffed or index in run.done):
            lost += entry.length
            continue
        missing = entry.length - (run.ends[index] - run.starts[index])
        if entry.block.id in projection.facts:
            missing = min(entry.length, missing + _stood_still(projection, entry))
        lost += max(0, missing - added.get(entry.block.id, 0))
    return lost


def _stood_still(projection: LiveProjection, entry: Entry) -> int:
    run, index = projection.run, entry.index
    until = run.ends[index] if index in run.done else projection.now
    return projection.facts[entry.block.id].lost(until)


@lru_cache(maxsize=4)
def _interviews(agenda: Agenda) -> Sequence[tuple[Entry, bool]]:
    """Return the interviews, and whether somebody holds each: one plan has hundreds of prices."""
    assessing = (entry for entry in agenda.entries if entry.block.is_assessing)
    return [(entry, bool(entry.block.attendees)) for entry in assessing]


def _made_up(projection: LiveProjection) -> Mapping[BlockId, int]:
    """Return by how many seconds lost time of blocks will be made up in others."""
    found: dict[BlockId, int] = {}
    for block, other in _additions(projection.agenda):
        if takes_place(projection, other):
            found[block] = other.length
    return found


def _lost_rest(projection: LiveProjection) -> int:
    starts, ends = projection.run.starts, projection.run.ends
    behaviours = zip(projection.agenda.entries, projection.network.behaviours, strict=True)
    rests = (entry for entry, behaviour in behaviours if behaviour.minimum is not None)
    return sum(max(0, e.length - (ends[e.index] - starts[e.index])) for e in rests)


def _is_news(projection: LiveProjection, entry: Entry) -> bool:
    """Say whether somebody has to hear that a block that has not begun is not as planned."""
    run, index = projection.run, entry.index
    if index in run.done or index in run.going_on or entry.block.is_rest:
        return False
    if index in run.dropped:
        return True
    return abs(run.starts[index] - entry.start) >= _TOLD_SECONDS


def _told(projection: LiveProjection, changed: Iterable[Entry]) -> tuple[Subject, ...]:
    """Return whom the changes concern: people of the company; the candidate is on the spot."""
    people = dict.fromkeys(person for entry in changed for person in entry.block.attendees)
    people |= dict.fromkeys(_newly_asked(projection))
    for _, entry in _additions(projection.agenda):
        if entry.index in projection.run.ready:  # they do not know of it yet
            people |= dict.fromkeys(entry.block.attendees)
    return tuple(Subject("people", person) for person in people)


def _newly_asked(projection: LiveProjection) -> Iterable[PersonId]:
    for block_id, fact in projection.facts.items():
        if fact.replaced is not None and fact.ended is None and fact.started is None:
            block = projection.agenda.plan.blocks.get(block_id)
            yield from block.attendees if block is not None else ()


@lru_cache(maxsize=4)
def _additions(agenda: Agenda) -> Sequence[tuple[BlockId, Entry]]:
    """Return the blocks whose lost time is made up in another one, with that."""
    blocks = agenda.plan.blocks.values()
    found = ((block.id, made_up_id(block.calendar.seed)) for block in blocks)
    listed = [(block, agenda.by_block.get(made_up)) for block, made_up in found if made_up]
    return [(block, entry) for block, entry in listed if entry is not None]


def _latest_end(projection: LiveProjection) -> Moment | None:
    """Return the latest end of a day that is today, on its own clocks; else of any day."""
    ends, days = projection.run.ends, projection.agenda.days.values()
    found = sorted(((max([ends[e.index] for e in day]), n) for n, day in enumerate(days)))[::-1]
    listed = list(days)
    now = instant(projection.now)
    for end, number in found:
        moment = _moment(listed[number], end)
        if Moment(now, moment.zone).day == moment.day:
            return moment
    return _moment(listed[found[0][1]], found[0][0]) if found else None


def _moment(day: Sequence[Entry], seconds: int) -> Moment:
    last = max(day, key=lambda entry: entry.end)
    return last.timebox.start.moved(timedelta(seconds=seconds - last.start))


def _size(value: object) -> float:
    match value:
        case timedelta():
            return value.total_seconds()
        case tuple():
            return len(value)
        case _:
            raise TypeError(value)
