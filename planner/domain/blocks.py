"""Blocks: the timeboxed items of a day, who sits in them, how people are connected."""

from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum

from planner.domain.errors import InvalidValue
from planner.domain.ids import (
    BlockId,
    CandidateId,
    FocusAreaId,
    LoopId,
    OfficeId,
    PersonId,
    RoomId,
    SeatId,
)
from planner.domain.times import ZERO, Moment


class Kind(StrEnum):
    """What a block is."""

    INTERVIEW = "interview"
    BREAK = "break"
    MEAL = "meal"
    ARRIVAL = "arrival"
    TOUR = "tour"
    ESCORT = "escort"
    TALK = "talk"
    DEBRIEF = "debrief"
    FREE_TIME = "free_time"


MEETING_KINDS = frozenset({Kind.INTERVIEW, Kind.TALK, Kind.TOUR, Kind.DEBRIEF})
"""What one comes for; the rest is rest, food and getting there."""


class Mode(StrEnum):
    """How people meet."""

    FACE_TO_FACE = "face_to_face"
    PHONE = "phone"
    VIDEO = "video"


class StartRule(StrEnum):
    """When a block may start: booked people wait, flow follows, fixed is external."""

    NOT_BEFORE = "not_before"
    FLOW = "flow"
    FIXED = "fixed"


class Lock(StrEnum):
    """Which of length and end stays when the start of a timebox moves."""

    DURATION = "duration"
    END = "end"


class SeatRole(StrEnum):
    """What the person in a seat does."""

    LEAD = "lead"
    PANELIST = "panelist"
    SHADOW = "shadow"
    REVERSE_SHADOW = "reverse_shadow"
    BAR_RAISER = "bar_raiser"
    HOST = "host"


INTERVIEWING_ROLES = frozenset(
    {SeatRole.LEAD, SeatRole.PANELIST, SeatRole.REVERSE_SHADOW, SeatRole.BAR_RAISER}
)

_RESTING_KINDS = frozenset({Kind.BREAK, Kind.FREE_TIME})
_UNMEASURED_KINDS = _RESTING_KINDS | {Kind.DEBRIEF}
_PHONE, _VIDEO = Mode.PHONE, Mode.VIDEO  # looked up once: that costs more than the comparison


class Rsvp(StrEnum):
    """What the invited person answered."""

    PENDING = "pending"
    ACCEPTED = "accepted"
    TENTATIVE = "tentative"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True)
class Timebox:
    """Planned start and length; ``duration`` is None where nobody said when it ends."""

    start: Moment
    duration: timedelta | None = None
    lock: Lock = Lock.DURATION

    def __post_init__(self) -> None:
        if self.duration is not None and self.duration <= ZERO:
            raise InvalidValue(field="duration", reason="not_positive")

    @property
    def end(self) -> Moment | None:
        """Return when the timebox ends, if that is known."""
        return None if self.duration is None else self.start.moved(self.duration)


@dataclass(frozen=True, slots=True)
class Seat:
    """A place on the panel; ``person`` is None while nobody is named."""

    id: SeatId
    role: SeatRole = SeatRole.LEAD
    person: PersonId | None = None
    rsvp: Rsvp = Rsvp.PENDING
    is_required: bool = True


@dataclass(frozen=True, slots=True)
class Connection:
    """How a phone or video block connects: number or link, and what to do when it drops."""

    number: str = ""
    link: str = ""
    access_code: str = ""
    fallback: str = ""


@dataclass(frozen=True, slots=True)
class Notes:
    """Notes by audience; ``internal`` never leaves the planner."""

    candidate: str = ""
    interviewer: str = ""
    host: str = ""
    internal: str = ""


@dataclass(frozen=True, slots=True)
class CalendarMark:
    """What calendars know an entry by.

    ``seed`` is a random UUID from which the UID of each audience is derived (RFC 9562 version 5),
    ``sequence`` rises with every change that was sent (RFC 5546 section 2.1.4).
    """

    seed: str
    sequence: int = 0


@dataclass(frozen=True, slots=True)
class Block:
    """One timeboxed item of a day; without a timebox it waits to be scheduled.

    ``minimum`` is the shortest it may become; for rest it is the promise. None leaves it to the
    policy. ``place`` says where in words when no room of the plan fits.
    """

    id: BlockId
    kind: Kind
    calendar: CalendarMark
    title: str = ""
    timebox: Timebox | None = None
    mode: Mode | None = None
    candidates: tuple[CandidateId, ...] = ()
    seats: tuple[Seat, ...] = ()
    room: RoomId | None = None
    office: OfficeId | None = None
    place: str = ""
    loop: LoopId | None = None
    focus_areas: tuple[FocusAreaId, ...] = ()
    start_rule: StartRule = StartRule.NOT_BEFORE
    minimum: timedelta | None = None
    connection: Connection | None = None
    notes: Notes = field(default=Notes())

    def __post_init__(self) -> None:
        if len(set(self.candidates)) < len(self.candidates):
            raise InvalidValue(field="candidates", reason="doubled")

    @property
    def people(self) -> tuple[PersonId, ...]:
        """Return who sits in the block, in seat order, each once."""
        named = (seat.person for seat in self.seats if seat.person is not None)
        return tuple(dict.fromkeys(named))

    @property
    def attendees(self) -> tuple[PersonId, ...]:
        """Return who comes, in seat order, each once: everybody named who has not declined."""
        named = (
            seat.person
            for seat in self.seats
            if seat.person is not None and seat.rsvp is not Rsvp.DECLINED
        )
        return tuple(dict.fromkeys(named))

    @property
    def is_assessing(self) -> bool:
        """Say whether the block is an interview, whatever it is called.

        A meal with somebody who interviews is one, and so is whatever has focus areas. A debrief is
        about the candidate, not with them; who has a break or free time is not measured. Elsewhere
        a role makes no interview: somebody leads a tour, too.
        """
        if self.kind is Kind.INTERVIEW:
            return True
        if self.kind in _UNMEASURED_KINDS:
            return False
        is_meal = self.kind is Kind.MEAL
        return bool(self.focus_areas) or (is_meal and any(map(_is_interviewing, self.seats)))

    @property
    def is_rest(self) -> bool:
        """Say whether the candidate rests: a lunch that is an interview does not count.

        Rest gives way: it shrinks to its minimum before it pushes others.
        """
        if self.kind in _RESTING_KINDS:
            return True
        return self.kind is Kind.MEAL and not self.is_assessing

    @property
    def is_call(self) -> bool:
        """Say whether people connect by phone or video, perhaps from one of our rooms."""
        return self.mode is _PHONE or self.mode is _VIDEO

    @property
    def is_call_from_anywhere(self) -> bool:
        """Say whether it is a call that one takes where one is, in no room of ours."""
        return self.room is None and self.is_call


def _is_interviewing(seat: Seat) -> bool:
    return seat.role in INTERVIEWING_ROLES
