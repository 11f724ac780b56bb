"""Playbooks: what a coordinator does, and after how many minutes, when something goes wrong.

They are data: a table of steps, each with the time after which it is due.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from planner.domain.blocks import INTERVIEWING_ROLES, Block, Rsvp
from planner.domain.ids import BlockId, CandidateId, PersonId
from planner.domain.times import MINUTE, ZERO, Moment
from planner.schedule.agenda import Entry, instant
from planner.schedule.live.facts import BlockFacts, arrivals_of
from planner.schedule.live.live_projection import LiveProjection, Phase
from planner.schedule.repairs.contacts import (
    Contact,
    bench_called,
    candidates_called,
    free_rooms,
    people_called,
)

FIRE_ALARM = "fire_alarm"
"""The reason of an interruption that is a fire alarm."""

ROOM_TAKEN = "room_taken"
"""The reason of an interruption (or of waiting) that is an occupied room."""

_MOST_CALLED = 6
_NO_FACTS = BlockFacts()


class Playbook(StrEnum):
    """What goes wrong."""

    ABSENT = "absent"
    DROPPED = "dropped"
    ROOM_TAKEN = "room_taken"
    LATE = "late"
    FIRE_ALARM = "fire_alarm"
    KEPT = "kept"
    UNNAMED = "unnamed"


class Task(StrEnum):
    """What to do about it."""

    CALL_PERSON = "call_person"
    ASK_BENCH = "ask_bench"
    BY_PHONE = "by_phone"
    GIVE_UP = "give_up"
    RETRY = "retry"
    FALLBACK = "fallback"
    REPLACE = "replace"
    ASK_TO_LEAVE = "ask_to_leave"
    OTHER_ROOM = "other_room"
    CALL_CANDIDATE = "call_candidate"
    TELL_PANEL = "tell_panel"
    LATER = "later"
    LEAVE_BUILDING = "leave_building"
    COUNT_PEOPLE = "count_people"
    GO_ON_ELSEWHERE = "go_on_elsewhere"
    REMIND = "remind"


@dataclass(frozen=True, slots=True)
class Step:
    """Something to do so long after the trouble began; with ``after_grace``, after the policy's grace."""

    task: Task
    after: timedelta
    after_grace: bool = False


PLAYBOOKS: Mapping[Playbook, tuple[Step, ...]] = {
    Playbook.ABSENT: (
        Step(Task.CALL_PERSON, 5 * MINUTE),
        Step(Task.ASK_BENCH, 0 * MINUTE, after_grace=True),
        Step(Task.BY_PHONE, 10 * MINUTE, after_grace=True),
        Step(Task.GIVE_UP, 20 * MINUTE, after_grace=True),
    ),
    Playbook.DROPPED: (
        Step(Task.RETRY, 2 * MINUTE),
        Step(Task.FALLBACK, 5 * MINUTE),
        Step(Task.REPLACE, 10 * MINUTE),
    ),
    Playbook.ROOM_TAKEN: (
        Step(Task.ASK_TO_LEAVE, 0 * MINUTE),
        Step(Task.OTHER_ROOM, 5 * MINUTE),
    ),
    Playbook.LATE: (
        Step(Task.CALL_CANDIDATE, 5 * MINUTE),
        Step(Task.TELL_PANEL, 10 * MINUTE),
        Step(Task.LATER, 20 * MINUTE),
    ),
    Playbook.FIRE_ALARM: (
        Step(Task.LEAVE_BUILDING, 0 * MINUTE),
        Step(Task.COUNT_PEOPLE, 5 * MINUTE),
        Step(Task.GO_ON_ELSEWHERE, 20 * MINUTE),
    ),
    Playbook.KEPT: (
        Step(Task.REMIND, 0 * MINUTE),
        Step(Task.ASK_BENCH, 0 * MINUTE, after_grace=True),
        Step(Task.LATER, 20 * MINUTE, after_grace=True),
    ),
    Playbook.UNNAMED: (),
}


@dataclass(frozen=True, slots=True)
class Keeping:
    """Who is awaited because they are still in another block.

    ``over`` is by how much that block is over its end, ``until`` when it is to end.
    """

    person: PersonId
    block: BlockId
    over: timedelta
    until: Moment


@dataclass(frozen=True, slots=True)
class DueStep:
    """What is due now for a block, and what comes next and when.

    ``task`` is None while the first step is not due yet. ``since`` is when the trouble began. ``hint``
    is what the plan says for that case in its own words, such as how to call back. ``keeping`` is who
    is awaited and why, where that is known.
    """

    playbook: Playbook
    block: BlockId
    since: Moment
    task: Task | None
    contacts: tuple[Contact, ...] = ()
    hint: str = ""
    following: Task | None = None
    following_at: Moment | None = None
    keeping: Keeping | None = None


_SILENT_AT_FIRST = frozenset({Playbook.ABSENT, Playbook.LATE})


def due_steps(
    projection: LiveProjection, entries: Iterable[Entry] | None = None
) -> tuple[DueStep, ...]:
    """Return what the playbooks ask for now, one step for each block in trouble, in order of start.

    It is about ``entries``, in their order, where some are given. Only the first few say whom to
    call: nobody can call for more of them at once, and to go through the bench of a large day takes
    its time. Nobody is absent before there is something to do about it.
    """
    found = [
        (entry, playbook, since)
        for entry in (projection.agenda.entries if entries is None else entries)
        for playbook, since in _trouble(projection, entry)
        if playbook not in _SILENT_AT_FIRST or _is_due(projection, playbook, since)
    ]
    return tuple(
        _due(projection, entry, (playbook, since), has_contacts=number < _MOST_CALLED)
        for number, (entry, playbook, since) in enumerate(found)
    )


def unnamed_steps(projection: LiveProjection, entries: Iterable[Entry]) -> tuple[DueStep, ...]:
    """Return what of today has yet to begin with nobody named, in the order of ``entries``."""
    return tuple(
        _due(projection, entry, (Playbook.UNNAMED, projection.now), has_contacts=False)
        for entry in entries
        if _is_unnamed_today(projection, entry)
    )


def has_nobody_named(projection: LiveProjection, entry: Entry) -> bool:
    """Say whether nobody is named for an interview that has not begun; a way without people is named."""
    fact = projection.facts.get(entry.block.id, _NO_FACTS)
    is_awaited = projection.phases[entry.block.id] in {Phase.UPCOMING, Phase.DUE}
    return (
        entry.block.is_assessing
        and is_awaited
        and fact.replaced is None
        and not any(
            seat.person is not None
            and seat.rsvp is not Rsvp.DECLINED
            and seat.role in INTERVIEWING_ROLES
            for seat in entry.block.seats
        )
    )


def keeping(projection: LiveProjection, entry: Entry) -> Keeping | None:
    """Return who is awaited in another candidate's block that still goes on, if anybody is."""
    keeper = projection.keeper(entry)
    if keeper is None:
        return None
    shared = [p for p in entry.block.attendees if p in keeper.block.attendees]
    is_own = bool(set(keeper.block.candidates) & set(entry.block.candidates))
    if is_own or not shared:
        return None
    left = projection.remaining(keeper.block.id)
    until = Moment(instant(projection.now) + left, entry.timebox.start.zone)
    return Keeping(shared[0], keeper.block.id, max(ZERO, -left), until)


def _is_due(projection: LiveProjection, playbook: Playbook, since: int) -> bool:
    return any(at <= projection.now for at, _ in _timed(projection, playbook, since))


def _is_unnamed_today(projection: LiveProjection, entry: Entry) -> bool:
    if not has_nobody_named(projection, entry):
        return False
    today = Moment(instant(projection.now), entry.timebox.start.zone).day
    return projection.agenda.dates[entry.index] == today


def _trouble(projection: LiveProjection, entry: Entry) -> Iterator[tuple[Playbook, int]]:
    """Yield what is wrong with a block, if anything, and since when (seconds)."""
    phase = projection.phases[entry.block.id]
    fact = projection.facts.get(entry.block.id, _NO_FACTS)
    if phase is Phase.INTERRUPTED:
        stretch = fact.interruptions[-1]
        yield _interrupted_by(stretch.reason), stretch.start
    elif phase is Phase.NO_SHOW and fact.no_show is not None:
        yield Playbook.ABSENT, projection.due_since(entry)
    elif keeping(projection, entry) is not None:
        yield Playbook.KEPT, projection.due_since(entry)
    elif phase in {Phase.DUE, Phase.SUSPECTED} and projection.keeper(entry) is None:
        since = projection.due_since(entry)
        if _is_room_taken(projection, entry):
            yield Playbook.ROOM_TAKEN, since
        elif _is_candidate_missing(projection, entry):
            yield Playbook.LATE, min([since, *_awaited_since(projection, entry)])
        elif entry.block.is_assessing:
            yield Playbook.ABSENT, since


def _interrupted_by(reason: str) -> Playbook:
    known = {FIRE_ALARM: Playbook.FIRE_ALARM, ROOM_TAKEN: Playbook.ROOM_TAKEN}
    return known.get(reason, Playbook.DROPPED)


def _awaited_since(projection: LiveProjection, entry: Entry) -> Iterator[int]:
    """Yield since when candidates were awaited at their arrival, where nobody has seen them yet."""
    run, dates = projection.run, projection.agenda.dates
    mine = set(entry.block.candidates)
    for index in run.unseen:
        other = projection.agenda.entries[index]
        if dates[index] == dates[entry.index] and mine & set(other.block.candidates):
            yield run.starts[index]


def _is_room_taken(projection: LiveProjection, entry: Entry) -> bool:
    """Say whether something else still goes on in the block's room that should be over."""
    room = entry.block.room
    others = projection.agenda.room(room) if room is not None else ()
    mine = set(entry.block.candidates)
    return any(
        other.index in projection.run.going_on and not mine & set(other.block.candidates)
        for other in others
        if other.index != entry.index and other.start < entry.start
    )


def _is_candidate_missing(projection: LiveProjection, entry: Entry) -> bool:
    """Say whether a candidate has not been seen today: neither arrived, nor in anything that began."""
    told = arrivals_of(projection.log)
    return any(not _was_seen(projection, c, entry, told) for c in entry.block.candidates)


def _was_seen(
    projection: LiveProjection,
    candidate: CandidateId,
    entry: Entry,
    told: Mapping[CandidateId, Sequence[int]],
) -> bool:
    if entry.block.is_call:
        return True
    day, zone = projection.agenda.dates[entry.index], entry.timebox.start.zone
    if any(Moment(instant(at), zone).day == day for at in told.get(candidate, ())):
        return True
    run = projection.run
    begun = (run.done | run.going_on) - run.by_clock
    return any(e.index in begun for e in projection.agenda.days.get((candidate, day), ()))


def _due(
    projection: LiveProjection,
    entry: Entry,
    trouble: tuple[Playbook, int],
    *,
    has_contacts: bool,
) -> DueStep:
    playbook, since = trouble
    steps = _timed(projection, playbook, since)
    due = [task for at, task in steps if at <= projection.now]
    later = [(at, task) for at, task in steps if at > projection.now]
    task = due[-1] if due else None
    contacts = () if task is None or not has_contacts else _contacts(projection, entry, task)
    following_at, following = later[0] if later else (None, None)
    zone = entry.timebox.start.zone
    return DueStep(
        playbook=playbook,
        block=entry.block.id,
        since=Moment(instant(since), zone),
        task=task,
        contacts=tuple(contacts),
        hint=_hint(entry.block, task),
        following=following,
        following_at=None if following_at is None else Moment(instant(following_at), zone),
        keeping=keeping(projection, entry) if playbook is Playbook.KEPT else None,
    )


def _timed(projection: LiveProjection, playbook: Playbook, since: int) -> list[tuple[int, Task]]:
    """Return the steps of a playbook with the second at which each is due."""
    grace = projection.agenda.plan.policy.no_show_grace
    return [
        (since + int((step.after + grace * step.after_grace).total_seconds()), step.task)
        for step in PLAYBOOKS[playbook]
    ]


def _hint(block: Block, task: Task | None) -> str:
    connection = block.connection
    if connection is None:
        return ""
    if task is Task.RETRY or task is Task.BY_PHONE:
        return connection.number or connection.link
    return connection.fallback if task is Task.FALLBACK else ""


def _contacts(projection: LiveProjection, entry: Entry, task: Task) -> Iterator[Contact]:
    """Yield whom a step is about: who is missing, the bench in its order, the candidate, free rooms."""
    match task:
        case Task.CALL_PERSON | Task.TELL_PANEL:
            yield from people_called(projection, entry.block.attendees)
        case Task.REMIND:
            kept = keeping(projection, entry)
            yield from people_called(projection, () if kept is None else (kept.person,))
        case Task.ASK_BENCH | Task.BY_PHONE | Task.REPLACE:
            yield from bench_called(projection, entry)
        case Task.CALL_CANDIDATE | Task.FALLBACK:
            yield from candidates_called(projection, entry.block.candidates)
        case Task.OTHER_ROOM:
            yield from free_rooms(projection, entry)
        case Task.COUNT_PEOPLE:
            yield from candidates_called(projection, entry.block.candidates)
            yield from people_called(projection, entry.block.attendees)
        case _:
            return
