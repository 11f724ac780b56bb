"""The layout of a day: which columns, how wide, at which zoom; a board is made of that. No Qt."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, time

from planner.domain.subjects import Subject
from planner.domain.times import DAY, Moment
from planner.schedule.agenda import Agenda
from planner.schedule.projection import Projection
from planner.ui.timeline.board import Board
from planner.ui.timeline.columns import Arrangement, Column, ColumnKind, columns
from planner.ui.timeline.geometry import ColumnStrip, DayScale, spread
from planner.ui.timeline.visible import entries_of, visible_day, zone_of

_ONLY_CANDIDATE = 2.15
_ONE_OF_CANDIDATES = 1.3
_FIRST_SCALE = 1.0


@dataclass(frozen=True, slots=True)
class DayLayout:
    """How a day is laid out. ``width`` is what the columns may fill, ``least`` what one needs."""

    day: date
    arrangement: Arrangement = Arrangement.PEOPLE
    pixels_per_minute: float = _FIRST_SCALE
    width: float = 1000.0
    least: float = 100.0
    gutter: float = 4.0
    also: Collection[Subject] = ()


def laid_out(agenda: Agenda, layout: DayLayout, projection: Projection | None = None) -> Board:
    """Return the board of a whole local day, from midnight to midnight or the last block's end."""
    shown = columns(agenda, layout.day, layout.arrangement, projection=projection, also=layout.also)
    widths = spread(layout.width, _weights(shown), layout.least)
    start, _ = shown_hours(agenda, layout.day)
    midnight = Moment.from_wall(layout.day, time(), start.zone)
    end = max(shown_hours(agenda, layout.day)[1], midnight.on(layout.day + DAY))
    scale = DayScale(midnight, end, layout.pixels_per_minute)
    return Board(agenda, layout.day, shown, scale, ColumnStrip(widths, layout.gutter))


def shown_hours(agenda: Agenda, day: date) -> tuple[Moment, Moment]:
    """Return from when to when a day is shown at first."""
    plan, entries = agenda.plan, entries_of(agenda, day)
    office = plan.offices.get(plan.office) if plan.office is not None else None
    hours = office.hours if office is not None else ()
    return visible_day(entries, day, zone_of(agenda, entries), plan.policy, hours)


def _weights(shown: Sequence[Column]) -> list[float]:
    """Return how wide the columns are beside each other; a candidate's tells most."""
    is_candidate = [column.kind is ColumnKind.CANDIDATE for column in shown]
    weight = _ONLY_CANDIDATE if sum(is_candidate) == 1 else _ONE_OF_CANDIDATES
    return [weight if is_one else 1.0 for is_one in is_candidate]
