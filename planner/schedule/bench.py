"""The bench: who could take a seat, in the order in which one would ask them, and what speaks against.

It looks at one plan: what people do in other plans is not known here.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta

from planner.domain.blocks import INTERVIEWING_ROLES, Block, Mode, Seat, SeatRole
from planner.domain.errors import UnknownRecord
from planner.domain.ids import BlockId, FocusAreaId, PersonId, SeatId
from planner.domain.people import Person
from planner.domain.plan import Plan
from planner.domain.subjects import Subject
from planner.domain.times import ZERO, Moment
from planner.schedule.agenda import Agenda, Entry
from planner.schedule.checks.hours import can_be_booked, is_awake, works_then
from planner.schedule.checks.loads import interviews, interviews_by_day, monday_of
from planner.schedule.checks.survey import Survey
from planner.schedule.sharing import can_share
from planner.schedule.workload import daily_limit, takes_interviews, weekly_limit


@dataclass(frozen=True, slots=True)
class Load:
    """How many interviews somebody would take in a day or a week, and how many they may."""

    count: int
    limit: int

    @property
    def is_over(self) -> bool:
        """Say whether that is more than their limit."""
        return self.count > self.limit


_NO_LOAD = Load(0, 0)


@dataclass(frozen=True, slots=True)
class BenchEntry:
    """Somebody who could take a seat, and what it would cost.

    ``clashes`` are the blocks in which they would be at the same time. ``shared`` are the focus
    areas of the block that they assess, ``missing`` those that they do not; nothing is missing where
    nobody says what they assess, or the seat does not interview. ``day`` and ``week`` count with
    this block if the seat interviews. ``loop_blocks`` are interviews of the same loop that they
    take. ``offset`` is how far their clocks are ahead of those of the block, which ``start`` and
    ``end`` show; a block without a time has neither. Whoever ``is_remote`` lives by other clocks
    than the block's and would join by video. A person of the directory ``is_in_plan`` only after
    they were added to it.
    """

    person: PersonId
    name: str
    is_in_plan: bool = True
    clashes: tuple[BlockId, ...] = ()
    works_then: bool = True
    can_be_booked: bool = True
    is_awake: bool = True
    shared: tuple[FocusAreaId, ...] = ()
    missing: tuple[FocusAreaId, ...] = ()
    is_interviewing: bool = False
    day: Load = _NO_LOAD
    week: Load = _NO_LOAD
    loop_blocks: tuple[BlockId, ...] = ()
    zone: str = ""
    offset: timedelta = ZERO
    start: Moment | None = None
    end: Moment | None = None
    is_remote: bool = False
    is_face_to_face: bool = False

    @property
    def is_free(self) -> bool:
        """Say whether they are in no other block at that time."""
        return not self.clashes

    @property
    def is_inside_hours(self) -> bool:
        """Say whether the block lies in their working and waking hours, and they can be booked."""
        return self.works_then and self.can_be_booked and self.is_awake

    @property
    def is_under_load(self) -> bool:
        """Say whether they would stay within their limits; a seat that does not interview is free."""
        return not self.is_interviewing or not (self.day.is_over or self.week.is_over)

    @property
    def is_without_reproach(self) -> bool:
        """Say whether nothing speaks against them."""
        is_new_to_loop = not self.loop_blocks
        is_there = not (self.is_remote and self.is_face_to_face)
        fits = self.is_free and self.is_inside_hours and self.is_under_load
        return fits and is_new_to_loop and is_there and not self.missing


def bench(
    plan: Plan, block_id: BlockId, seat_id: SeatId, people: Mapping[PersonId, Person]
) -> tuple[BenchEntry, ...]:
    """Return who of ``people`` could take a seat, the best first; nobody who is in the block already.

    ``people`` are those of the plan and whoever else may be asked, such as the directory. The order
    goes by one thing after the other: who is free; within whose hours it lies; who assesses more of
    the block's focus areas, and says of fewer that they do not; who stays within their limits; who
    does not interview in the loop already; who can come where others meet face to face; who has
    fewer interviews in the week; the name.

    Raises:
        UnknownRecord: the plan does not hold the block or its seat.
    """
    block = plan.block(block_id)
    seat = _seat_of(block, seat_id)
    merged = replace(plan, people={**plan.people, **people})
    question = _Question(Survey(Agenda(merged)), block, seat)
    found = (
        replace(question.entry_for(person), is_in_plan=person.id in plan.people)
        for person in people.values()
        if person.id not in block.people
    )
    return tuple(sorted(found, key=_rank))


def _rank(entry: BenchEntry) -> tuple[object, ...]:
    return (
        not entry.is_free,
        not entry.is_inside_hours,
        -len(entry.shared),
        len(entry.missing),
        not entry.is_under_load,
        bool(entry.loop_blocks),
        entry.is_remote and entry.is_face_to_face,
        entry.week.count,
        entry.name.casefold(),
        entry.person,
    )


class _Question:
    """Who could take that seat? Asked of one person after the other."""

    def __init__(self, survey: Survey, block: Block, seat: Seat) -> None:
        self._survey = survey
        self._plan = survey.plan
        self._block = block
        self._seat = seat
        self._place = survey.agenda.by_block.get(block.id)
        self._is_interviewing = takes_interviews(block, seat.role)

    def entry_for(self, person: Person) -> BenchEntry:
        """Return what is to be said of one person."""
        day, week = self._loads(person.id)
        shared, missing = self._areas(person)
        entry = BenchEntry(
            person=person.id,
            name=person.name,
            shared=shared,
            missing=missing,
            is_interviewing=self._is_interviewing,
            day=day,
            week=week,
            loop_blocks=tuple(self._in_same_loop(person.id)),
            zone=self._survey.home_zone(person.id),
            is_remote=self._is_remote(person.id),
            is_face_to_face=self._block.mode is Mode.FACE_TO_FACE,
        )
        return entry if self._place is None else self._at(self._place, entry)

    def _at(self, place: Entry, entry: BenchEntry) -> BenchEntry:
        """Return the entry with all that depends on when the block is."""
        survey, person = self._survey, entry.person
        start, end = self._local(person, place)
        is_called = place.block.is_call and self._seat.role is not SeatRole.HOST
        return replace(
            entry,
            clashes=tuple(self._clashes(person, place)),
            works_then=works_then(survey, person, place),
            can_be_booked=can_be_booked(survey, person, place),
            is_awake=not is_called or is_awake(survey, person, place),
            offset=_offset(start) - _offset(place.timebox.start),
            start=start,
            end=end,
        )

    def _clashes(self, person: PersonId, place: Entry) -> Iterator[BlockId]:
        """Yield what they do at that time, but for what a host does together with others."""
        subject = Subject("people", person)
        taken = can_share(_with_person(place.block, self._seat, person), subject)
        for other in self._survey.agenda.person(person):
            if other.overlaps(place) and not (taken and can_share(other.block, subject)):
                yield other.block.id

    def _loads(self, person: PersonId) -> tuple[Load, Load]:
        """Return the loads of the day and the week of the block, on the person's own clocks."""
        place, track = self._place, self._survey.agenda.by_subject.get(("people", person))
        counts: Mapping[int, int] = {}
        if track is not None:
            by_day = interviews_by_day(self._survey, track)
            counts = {day: len(entries) for day, entries in by_day.items()}
        on_day = in_week = int(self._is_interviewing)
        if place is not None:
            zone = self._survey.person_zone(person, place)
            today, _ = self._survey.clocks.local(zone, place.start)
            monday = monday_of(today)
            on_day += counts.get(today, 0)
            in_week += sum(n for day, n in counts.items() if monday_of(day) == monday)
        limits = daily_limit(self._plan, person), weekly_limit(self._plan, person)
        return Load(on_day, limits[0]), Load(in_week, limits[1])

    def _areas(self, person: Person) -> tuple[tuple[FocusAreaId, ...], tuple[FocusAreaId, ...]]:
        """Return which of the block's focus areas somebody assesses, and which not."""
        if self._seat.role not in INTERVIEWING_ROLES or not person.focus_areas:
            return (), ()
        own, wanted = frozenset(person.focus_areas), dict.fromkeys(self._block.focus_areas)
        return tuple(a for a in wanted if a in own), tuple(a for a in wanted if a not in own)

    def _in_same_loop(self, person: PersonId) -> Iterator[BlockId]:
        track = self._survey.agenda.by_subject.get(("people", person))
        if track is None or self._block.loop is None or not self._is_interviewing:
            return
        for entry in interviews(self._survey, track):
            if entry.block.loop == self._block.loop:
                yield entry.block.id

    def _is_remote(self, person: PersonId) -> bool:
        """Say whether somebody's clocks are not those of the block; unknown ones are taken for it."""
        zone = self._survey.home_zone(person)
        if self._place is not None:
            start, _ = self._local(person, self._place)
            return _offset(start) != _offset(self._place.timebox.start)
        office = self._plan.office_of(self._block)
        return bool(zone) and office is not None and zone != office.zone

    def _local(self, person: PersonId, place: Entry) -> tuple[Moment, Moment]:
        zone = self._survey.person_zone(person, place)
        start = place.timebox.start.in_zone(zone)
        return start, start.moved(timedelta(seconds=place.length))


def _seat_of(block: Block, seat_id: SeatId) -> Seat:
    for seat in block.seats:
        if seat.id == seat_id:
            return seat
    raise UnknownRecord(kind="seats", id=seat_id)


def _with_person(block: Block, taken: Seat, person: PersonId) -> Block:
    seated = replace(taken, person=person)
    return replace(block, seats=tuple(seated if s.id == taken.id else s for s in block.seats))


def _offset(moment: Moment) -> timedelta:
    return moment.local.utcoffset() or ZERO
