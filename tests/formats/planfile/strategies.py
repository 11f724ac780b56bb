"""Plans of every shape for properties: each reference holds, each value is allowed."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import Enum
from itertools import pairwise
from types import NoneType
from typing import Any, NewType, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from planner.domain import ids
from planner.domain.blocks import Block, Seat
from planner.domain.people import Hours
from planner.domain.plan import TABLES, Plan
from planner.domain.policy import Policy, RepairCriterion
from planner.domain.spans import Span
from planner.domain.times import Moment
from planner.domain.travel import Journey, Leg, Stay, Stop

IDS: Mapping[str, Any] = {
    "candidates": ids.CandidateId,
    "people": ids.PersonId,
    "offices": ids.OfficeId,
    "rooms": ids.RoomId,
    "focus_areas": ids.FocusAreaId,
    "loops": ids.LoopId,
    "blocks": ids.BlockId,
    "journeys": ids.JourneyId,
    "stays": ids.StayId,
}
NASTY = ["\ud800", "\r\n", "\x00", "<b>", '"', "\\", "\u202e", "\u2028", "\x7f", "\u00e9"]
TEXT = st.one_of(st.just(""), st.sampled_from(NASTY), st.text(max_size=5))
ZONES = st.sampled_from(
    ["Europe/Luxembourg", "UTC", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe"]
)
DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))
LENGTHS = st.timedeltas(timedelta(microseconds=1), timedelta(days=40))
WHOLE_CLOCKS = st.builds(time, st.integers(0, 23), st.integers(0, 59), st.sampled_from([0, 0, 59]))
MOMENTS = st.builds(Moment.from_wall, DAYS, WHOLE_CLOCKS, ZONES, second=st.booleans())
CLOCK_PAIRS = st.lists(st.times(), min_size=2, max_size=2, unique=True).map(sorted)
VALUES: Mapping[Any, st.SearchStrategy[Any]] = {
    str: TEXT,
    int: st.integers(1, 9),
    bool: st.booleans(),
    date: DAYS,
    time: st.times(),
    datetime: st.datetimes(timezones=st.just(UTC)),
    timedelta: LENGTHS,
    Moment: MOMENTS,
}


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Draw a plan that a file can hold; every table may be empty but for those others need."""
    names = st.lists(st.text(min_size=1, max_size=3), min_size=1, max_size=2, unique=True)
    drawer = Drawer(draw, {kind: draw(names) for kind in IDS.values()})
    tables = {
        table: {name: drawer.record(kind, id=name) for name in drawer.known[IDS[table]]}
        for kind, table in TABLES.items()
    }
    return Plan(**{**drawer.content(Plan, leave_out=tables), **tables})


class Drawer:
    """Draws records field by field, references from the ids that the plan has."""

    def __init__(self, draw: st.DrawFn, known: Mapping[Any, list[str]]) -> None:
        self.draw = draw
        self.known = known

    def record(self, kind: type[Any], **given: object) -> Any:
        """Draw a record; the fields that are given are taken as they are."""
        ordered = {**_ORDERED[kind](self), **given} if kind in _ORDERED else given
        return kind(**self.content(kind, leave_out=ordered), **ordered)

    def content(self, kind: type[Any], *, leave_out: Collection[str]) -> dict[str, Any]:
        """Draw the values of a record's fields."""
        hints = get_type_hints(kind)
        return {
            f.name: self.value(hints[f.name], f.name)
            for f in fields(kind)
            if f.name not in leave_out
        }

    def value(self, hint: Any, name: str) -> Any:
        """Draw a value for an annotation: something or None, a list, or one item."""
        if NoneType in get_args(hint):
            return None if self.draw(st.booleans()) else self.value(get_args(hint)[0], name)
        if get_origin(hint) is tuple:
            count = self.draw(st.integers(0, 2))
            return tuple(self.item(get_args(hint)[0], name, number) for number in range(count))
        return self.item(hint, name, 0)

    def item(self, hint: Any, name: str, number: int) -> Any:
        """Draw one value; the ids of seats and legs are numbered, for they must differ."""
        if hint in self.known:
            return self.draw(st.sampled_from(self.known[hint]))
        if isinstance(hint, NewType):
            return f"{name}-{number}"
        if isinstance(hint, type) and issubclass(hint, Enum):
            return self.draw(st.sampled_from(list(hint)))
        if isinstance(hint, type) and is_dataclass(hint):
            own_id = {"id": f"part-{number}"} if hint in {Seat, Leg} else {}
            return self.record(hint, **own_id)
        return self.draw(ZONES if name == "zone" else VALUES[hint])


def _block(drawer: Drawer) -> dict[str, Any]:
    known = st.sampled_from(drawer.known[ids.CandidateId])
    return {"candidates": tuple(drawer.draw(st.lists(known, max_size=2, unique=True)))}


def _hours(drawer: Drawer) -> dict[str, Any]:
    start, end = drawer.draw(CLOCK_PAIRS)
    return {"start": start, "end": end}


def _policy(drawer: Drawer) -> dict[str, Any]:
    meal, waking = drawer.draw(CLOCK_PAIRS), drawer.draw(CLOCK_PAIRS)
    return {
        "repair_order": tuple(drawer.draw(st.lists(st.sampled_from(RepairCriterion), unique=True))),
        "meal_window_start": meal[0],
        "meal_window_end": meal[1],
        "waking_start": waking[0],
        "waking_end": waking[1],
    }


def _span(drawer: Drawer) -> dict[str, Any]:
    start, end = sorted(drawer.draw(st.tuples(VALUES[datetime], VALUES[datetime])))
    return {"start": start, "end": end}


def _leg(drawer: Drawer) -> dict[str, Any]:
    departure, zone = drawer.draw(MOMENTS), drawer.draw(ZONES)
    arrival = departure.moved(timedelta(minutes=drawer.draw(st.integers(1, 900)))).in_zone(zone)
    return {
        "departure": drawer.record(Stop, at=departure),
        "arrival": drawer.record(Stop, at=arrival),
    }


def _journey(drawer: Drawer) -> dict[str, Any]:
    legs = (drawer.item(Leg, "legs", number) for number in range(drawer.draw(st.integers(0, 2))))
    ordered = tuple(sorted(legs, key=lambda leg: leg.departure.at.instant))
    is_possible = all(a.arrival.at < b.departure.at for a, b in pairwise(ordered))
    return {"legs": ordered if is_possible else ordered[:1]}


def _stay(drawer: Drawer) -> dict[str, Any]:
    check_in = drawer.draw(DAYS)
    return {"check_in": check_in, "check_out": check_in + timedelta(drawer.draw(st.integers(1, 9)))}


_ORDERED: Mapping[type[Any], Callable[[Drawer], dict[str, Any]]] = {
    Block: _block,
    Hours: _hours,
    Policy: _policy,
    Span: _span,
    Leg: _leg,
    Journey: _journey,
    Stay: _stay,
}
