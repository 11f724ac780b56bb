"""Standard templates: the loops that a new plan can begin with."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from planner.domain.blocks import Kind, Mode, SeatRole, StartRule
from planner.domain.ids import TemplateId
from planner.domain.templates import Template, TemplateBlock

_ONE = (SeatRole.LEAD,)
_HOST = (SeatRole.HOST,)
_HALF_HOUR = timedelta(minutes=30)


def _at(hours: int, minutes: int = 0, *, day: int = 0) -> timedelta:
    return timedelta(days=day, hours=hours, minutes=minutes)


def _block(offset: timedelta, length: int, kind: Kind, **fields: Any) -> TemplateBlock:
    return TemplateBlock(offset, timedelta(minutes=length), kind, **fields)


def _call(length: int, title: str) -> TemplateBlock:
    return _block(_at(0), length, Kind.INTERVIEW, title=title, mode=Mode.PHONE, seats=_ONE)


def _interview(offset: timedelta, length: int, seats: Sequence[SeatRole] = _ONE) -> TemplateBlock:
    mode = Mode.FACE_TO_FACE
    return _block(offset, length, Kind.INTERVIEW, mode=mode, seats=tuple(seats))


def _arrival(offset: timedelta) -> TemplateBlock:
    return _block(offset, 15, Kind.ARRIVAL, seats=_HOST)


def _break(offset: timedelta, length: int) -> TemplateBlock:
    return _block(offset, length, Kind.BREAK)


def _meal(offset: timedelta, length: int, title: str) -> TemplateBlock:
    return _block(offset, length, Kind.MEAL, title=title, seats=_HOST, minimum=_HALF_HOUR)


def _escort(offset: timedelta, length: int, title: str) -> TemplateBlock:
    return _block(offset, length, Kind.ESCORT, title=title, seats=_HOST)


def _template(name: str, title: str, *blocks: TemplateBlock) -> Template:
    return Template(TemplateId(f"standard-{name}"), title, blocks)


STANDARD_TEMPLATES: Sequence[Template] = (
    _template("phone-screen", "Phone screen, 30 min", _call(30, "Phone screen")),
    _template("phone-interview", "Phone interview, 45 min", _call(45, "Phone interview")),
    _template(
        "onsite-five",
        "Onsite, five interviews",
        _arrival(_at(0)),
        _interview(_at(0, 15), 45),
        _interview(_at(1), 45),
        _meal(_at(1, 45), 90, "Lunch"),
        _interview(_at(3, 15), 45),
        _interview(_at(4), 60),
        _break(_at(5), 60),
        _interview(_at(6), 60),
    ),
    _template(
        "super-day-three",
        "Super day, three interviews",
        _block(_at(0), 30, Kind.TALK, title="Welcome", seats=_HOST, start_rule=StartRule.FIXED),
        _interview(_at(0, 30), 45),
        _break(_at(1, 15), 15),
        _interview(_at(1, 30), 45),
        _interview(_at(2, 15), 45),
        _meal(_at(3), 60, "Lunch"),
    ),
    _template(
        "visit-two-days",
        "Visit of two days",
        _arrival(_at(0)),
        _block(_at(0, 15), 45, Kind.TALK, title="Talk by the candidate", seats=_HOST),
        _interview(_at(1), 45),
        _interview(_at(1, 45), 45),
        _meal(_at(2, 30), 60, "Lunch"),
        _interview(_at(3, 30), 60, (SeatRole.LEAD, SeatRole.PANELIST)),
        _break(_at(4, 30), 15),
        _block(_at(4, 45), 45, Kind.TOUR, seats=_HOST),
        _escort(_at(5, 30), 30, "Way to the hotel"),
        _meal(_at(9), 120, "Dinner"),
        _escort(_at(-1, day=1), 30, "Way from the hotel"),
        _interview(_at(0, day=1), 45),
        _interview(_at(0, 45, day=1), 45),
        _break(_at(1, 30, day=1), 30),
        _interview(_at(2, day=1), 60),
        _meal(_at(3, day=1), 60, "Lunch"),
        _block(_at(4, day=1), 30, Kind.FREE_TIME),
    ),
)
"""Offsets count from arrival: 10:00 suits the onsite, 9:30 the visit (dinner is then at 18:30).

Names and titles are English words that become part of the plan, as if somebody had typed them.
"""
