"""People: candidates, and everyone on the company's side."""

from dataclasses import dataclass
from datetime import time
from enum import StrEnum

from planner.domain.application import Application
from planner.domain.errors import InvalidValue
from planner.domain.ids import CandidateId, FocusAreaId, PersonId
from planner.domain.spans import Span


class Weekday(StrEnum):
    """A day of the week, in the order of ``datetime.date.weekday``."""

    MONDAY = "mon"
    TUESDAY = "tue"
    WEDNESDAY = "wed"
    THURSDAY = "thu"
    FRIDAY = "fri"
    SATURDAY = "sat"
    SUNDAY = "sun"


WEEKDAYS = tuple(Weekday)
WORKDAYS = WEEKDAYS[:5]


@dataclass(frozen=True, slots=True)
class Hours:
    """Recurring weekly hours on the clocks of a person's or an office's own zone."""

    start: time
    end: time
    days: tuple[Weekday, ...] = WORKDAYS

    def __post_init__(self) -> None:
        if self.end <= self.start:
            raise InvalidValue(field="hours", reason="end_before_start")


@dataclass(frozen=True, slots=True)
class LoadLimit:
    """How many interviews a person takes at the most; ``None`` leaves it to the policy."""

    per_day: int | None = None
    per_week: int | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """Anyone on the company's side: interviewer, host, coordinator, contact.

    ``availability`` lists the spans in which the person can be booked; an empty one means that
    nothing is known, so everything is allowed. ``note`` is internal.
    """

    id: PersonId
    name: str
    title: str = ""
    latin_name: str = ""
    email: str = ""
    phone: str = ""
    zone: str = ""
    language: str = ""
    hours: tuple[Hours, ...] = ()
    availability: tuple[Span, ...] = ()
    load_limit: LoadLimit = LoadLimit()
    focus_areas: tuple[FocusAreaId, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """The person who is interviewed, with their application.

    ``zone`` is the zone of their home, ``contact`` whom they call on the day. ``note`` is internal;
    ``needs`` (access) and ``diet`` reach only those who act on them.
    """

    id: CandidateId
    name: str
    latin_name: str = ""
    pronunciation: str = ""
    email: str = ""
    phone: str = ""
    zone: str = ""
    language: str = ""
    contact: PersonId | None = None
    application: Application | None = None
    needs: str = ""
    diet: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class FocusArea:
    """A competency that blocks assess."""

    id: FocusAreaId
    name: str
