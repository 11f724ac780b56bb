"""The figures of a day: what its header answers at a glance."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import chain

from planner.domain.blocks import Kind
from planner.domain.ids import BlockId, CandidateId, JourneyId
from planner.domain.sequences import rest_minimum
from planner.domain.times import ZERO, Moment
from planner.domain.travel import Leg, LegKind
from planner.schedule.agenda import Agenda, Entry
from planner.schedule.checks.noon import Noon
from planner.schedule.checks.survey import Survey
from planner.schedule.checks.trips import Trip, trips
from planner.schedule.leaving import Leaving, leaving
from planner.schedule.projection import Projection

_NIGHT = timedelta(hours=4)
"""Who leaves earlier than that after midnight leaves in the night of the day before."""


@dataclass(frozen=True, slots=True)
class MealFigure:
    """The meal around noon: planned and projected length, and its minimum.

    It ``is_safe`` while it has its minimum before its planned end.
    """

    block: BlockId
    planned: timedelta
    projected: timedelta
    minimum: timedelta
    is_safe: bool


@dataclass(frozen=True, slots=True)
class LeaveFigure:
    """The latest moment to leave for a journey home.

    ``leaving`` says how that is reckoned. ``leg`` is the first one after a transfer, ``end`` when
    the visit is projected to be over.
    """

    candidate: CandidateId
    journey: JourneyId
    leaving: Leaving
    leg: Leg
    end: Moment

    @property
    def by(self) -> Moment:
        """Return when they have to leave."""
        return self.leaving.by

    @property
    def is_late(self) -> bool:
        """Say whether the visit will not be over by then."""
        return self.end.instant > self.by.instant


@dataclass(frozen=True, slots=True)
class DayFigures:
    """A local date at a glance, for all who are interviewed or for some of them.

    Lengths of interviews and ``start`` are as planned; ``rest`` and ``end`` as projected. A block
    of several candidates counts once. ``meal`` is the one of that day with the least to spare,
    ``leave`` the first departure home.
    """

    day: date
    interviews: int = 0
    interviewing: timedelta = ZERO
    rest: timedelta = ZERO
    meal: MealFigure | None = None
    leave: LeaveFigure | None = None
    start: Moment | None = None
    end: Moment | None = None


def day_figures(
    agenda: Agenda,
    projection: Projection,
    day: date,
    candidates: Collection[CandidateId] | None = None,
) -> DayFigures:
    """Return the figures of a local date; ``candidates`` are those whose day it is, None for all.

    The projection must be one of this agenda.
    """
    entries = [
        entry
        for entry, on in zip(agenda.entries, agenda.dates, strict=True)
        if on == day and _concerns(entry, candidates)
    ]
    if not entries:
        return DayFigures(day)
    survey = Survey(agenda)
    interviews = [entry for entry in entries if entry.block.is_assessing]
    rests = (entry for entry in entries if entry.block.is_rest)
    meals = (_meal(projection, entry) for entry in _meals(survey, day, entries, candidates))
    leaves = (leave for leave in _leaves(survey, projection, day) if _is_of(leave, candidates))
    return DayFigures(
        day=day,
        interviews=len(interviews),
        interviewing=sum((_planned(entry) for entry in interviews), ZERO),
        rest=sum((_projected(projection, entry) for entry in rests), ZERO),
        meal=min(meals, key=_spare, default=None),
        leave=min(leaves, key=_by, default=None),
        start=entries[0].timebox.start,
        end=max((_end(projection, entry) for entry in entries), key=_instant),
    )


def leaves(agenda: Agenda, projection: Projection, day: date) -> Mapping[CandidateId, LeaveFigure]:
    """Return by when each candidate leaves whose visit ends on a local date; their first journey."""
    found: dict[CandidateId, LeaveFigure] = {}
    for leave in sorted(_leaves(Survey(agenda), projection, day), key=_by):
        found.setdefault(leave.candidate, leave)
    return found


def _concerns(entry: Entry, candidates: Collection[CandidateId] | None) -> bool:
    return candidates is None or any(one in candidates for one in entry.block.candidates)


def _is_of(leave: LeaveFigure, candidates: Collection[CandidateId] | None) -> bool:
    return candidates is None or leave.candidate in candidates


def _meals(
    survey: Survey,
    day: date,
    entries: Iterable[Entry],
    candidates: Collection[CandidateId] | None,
) -> Sequence[Entry]:
    """Return the lunches at which one rests; other meals where there is none."""
    days = (found for found in survey.days if found.date == day)
    own = (found for found in days if candidates is None or found.candidate in candidates)
    lunches = chain.from_iterable(Noon(survey, found).lunches for found in own)
    resting = [entry for entry in lunches if entry.block.is_rest]
    meals = (entry for entry in entries if entry.block.kind is Kind.MEAL)
    return resting or [entry for entry in meals if entry.block.is_rest]


def _meal(projection: Projection, entry: Entry) -> MealFigure:
    minimum = rest_minimum(entry.block, projection.agenda.plan.policy)
    projected = _projected(projection, entry)
    violated = projection.block(entry.block.id).violated
    is_safe = projected >= minimum and violated == ZERO
    return MealFigure(entry.block.id, _planned(entry), projected, minimum, is_safe)


def _leaves(survey: Survey, projection: Projection, day: date) -> Iterator[LeaveFigure]:
    """Yield when those leave who go home from a visit that ends on that day."""
    for trip in trips(survey, survey.agenda):
        if survey.agenda.dates[trip.last.index] == day:
            yield from _homeward(survey, projection, trip, day)


def _homeward(
    survey: Survey, projection: Projection, trip: Trip, day: date
) -> Iterator[LeaveFigure]:
    for journey in trip.returns:
        left = leaving(survey.agenda, journey)
        if left is None or left.departure.moved(-_NIGHT).day != day:
            continue
        legs = journey.legs
        leg = next((leg for leg in legs if leg.kind is not LegKind.TRANSFER), legs[0])
        end = _end(projection, trip.last)
        yield LeaveFigure(trip.candidate, journey.id, left, leg, end)


def _planned(entry: Entry) -> timedelta:
    return timedelta(seconds=entry.length)


def _projected(projection: Projection, entry: Entry) -> timedelta:
    run = projection.run
    return timedelta(seconds=run.ends[entry.index] - run.starts[entry.index])


def _end(projection: Projection, entry: Entry) -> Moment:
    late = projection.run.ends[entry.index] - entry.start
    return entry.timebox.start.moved(timedelta(seconds=late))


def _spare(meal: MealFigure) -> tuple[bool, timedelta]:
    return meal.is_safe, meal.projected - meal.minimum


def _by(leave: LeaveFigure) -> datetime:
    return leave.by.instant


def _instant(moment: Moment) -> datetime:
    return moment.instant
