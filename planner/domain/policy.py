"""The policy: thresholds that checks and the projection use, with their defaults."""

from dataclasses import dataclass
from datetime import time, timedelta
from enum import StrEnum

from planner.domain.errors import InvalidValue
from planner.domain.times import ZERO


class RepairCriterion(StrEnum):
    """What a repair of a live day may cost; `Policy.repair_order` says what counts before what.

    Promises are rests and fixed starts, the flight is the journey home, late is the end of a day,
    areas are focus areas that nobody assesses, lost is interview time, told are people who have to
    hear something new, moved are minutes, rest is rest above its minimum.
    """

    PROMISES = "promises"
    FLIGHT = "flight"
    LATE = "late"
    AREAS = "areas"
    LOST = "lost"
    TOLD = "told"
    MOVED = "moved"
    REST = "rest"


REPAIR_ORDER = tuple(RepairCriterion)


@dataclass(frozen=True, slots=True)
class Policy:
    """What this company promises its candidates and asks of its people.

    Each field is documented in docs/checks.md beside the checks that read it. Clock times are meant
    on the clocks of the place where a block happens.
    """

    break_minimum: timedelta = timedelta(minutes=10)
    meal_minimum: timedelta = timedelta(minutes=30)
    longest_without_rest: timedelta = timedelta(minutes=120)
    meal_window_start: time = time(11, 30)
    meal_window_end: time = time(14, 0)
    meal_needed_after: timedelta = timedelta(minutes=300)
    day_end: time = time(18, 0)
    waking_start: time = time(7, 0)
    waking_end: time = time(22, 0)
    default_duration: timedelta = timedelta(minutes=30)
    no_show_grace: timedelta = timedelta(minutes=10)
    room_changeover: timedelta = timedelta(minutes=5)
    floor_changeover: timedelta = timedelta(minutes=10)
    office_changeover: timedelta = timedelta(minutes=30)
    way_to_station: timedelta = timedelta(minutes=45)
    flight_lead: timedelta = timedelta(hours=2)
    train_lead: timedelta = timedelta(minutes=15)
    interviews_per_day: int = 4
    interviews_per_week: int = 8
    needs_fallback: bool = True
    needs_meal_host: bool = True
    needs_arrival: bool = True
    repair_order: tuple[RepairCriterion, ...] = REPAIR_ORDER

    def __post_init__(self) -> None:
        for name in self.__slots__:
            value = getattr(self, name)
            if isinstance(value, timedelta) and value < ZERO:
                raise InvalidValue(field=name, reason="negative")
        if len(set(self.repair_order)) < len(self.repair_order):
            raise InvalidValue(field="repair_order", reason="doubled")
        if self.meal_window_end <= self.meal_window_start:
            raise InvalidValue(field="meal_window_end", reason="end_before_start")
        if self.waking_end <= self.waking_start:
            raise InvalidValue(field="waking_end", reason="end_before_start")
