"""Travel: journeys of legs, each end in its own zone, and nights in hotels."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from planner.domain.blocks import CalendarMark
from planner.domain.errors import InvalidValue
from planner.domain.ids import CandidateId, JourneyId, LegId, StayId
from planner.domain.times import Moment


class Direction(StrEnum):
    """Which way a journey goes, seen from the interviews."""

    OUTBOUND = "outbound"
    RETURN = "return"
    BETWEEN = "between"


class LegKind(StrEnum):
    """What one travels in."""

    FLIGHT = "flight"
    TRAIN = "train"
    TRANSFER = "transfer"


class Payer(StrEnum):
    """Who pays."""

    COMPANY = "company"
    CANDIDATE = "candidate"


@dataclass(frozen=True, slots=True)
class Stop:
    """One end of a leg: name, code of airport or station, terminal or platform, moment."""

    name: str
    at: Moment
    code: str = ""
    terminal: str = ""


@dataclass(frozen=True, slots=True)
class Leg:
    """A flight, train or transfer from one stop to another.

    ``is_estimated`` marks times that somebody made plausible but nobody confirmed.
    """

    id: LegId
    kind: LegKind
    departure: Stop
    arrival: Stop
    calendar: CalendarMark
    carrier: str = ""
    number: str = ""
    cabin: str = ""
    seat: str = ""
    reference: str = ""
    is_estimated: bool = False
    note: str = ""

    def __post_init__(self) -> None:
        if self.arrival.at.instant <= self.departure.at.instant:
            raise InvalidValue(field="arrival", reason="arrival_before_departure")


@dataclass(frozen=True, slots=True)
class Journey:
    """The way there or back, as legs in order."""

    id: JourneyId
    candidate: CandidateId
    direction: Direction
    legs: tuple[Leg, ...] = ()
    paid_by: Payer = Payer.COMPANY
    note: str = ""

    def __post_init__(self) -> None:
        for before, after in zip(self.legs, self.legs[1:], strict=False):
            if after.departure.at.instant < before.arrival.at.instant:
                raise InvalidValue(field="legs", reason="legs_out_of_order")

    @property
    def departure(self) -> Moment | None:
        """Return when the first leg leaves."""
        return self.legs[0].departure.at if self.legs else None

    @property
    def arrival(self) -> Moment | None:
        """Return when the last leg arrives."""
        return self.legs[-1].arrival.at if self.legs else None


@dataclass(frozen=True, slots=True)
class Stay:
    """Hotel nights from ``check_in`` to ``check_out`` (local dates of the hotel)."""

    id: StayId
    candidate: CandidateId
    hotel: str
    check_in: date
    check_out: date
    calendar: CalendarMark
    zone: str = ""
    address: str = ""
    phone: str = ""
    check_in_from: time | None = None
    check_out_until: time | None = None
    room_features: tuple[str, ...] = ()
    confirmation: str = ""
    paid_by: Payer = Payer.COMPANY
    is_estimated: bool = False
    note: str = ""

    def __post_init__(self) -> None:
        if self.check_out <= self.check_in:
            raise InvalidValue(field="check_out", reason="check_out_before_check_in")

    @property
    def nights(self) -> int:
        """Return how many nights the stay covers."""
        return (self.check_out - self.check_in).days
