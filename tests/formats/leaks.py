"""A plan with a marker in every text, and which markers a document shows.

Used by the leak tests of every format: a document of one audience must show exactly the markers
that the test's table grants it.
"""

import html
import re
import types
from collections.abc import Callable, Iterable
from dataclasses import fields
from datetime import date, time
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from planner.domain.application import Application, Contact, PortalState, Step
from planner.domain.audiences import Audience
from planner.domain.blocks import (
    Block,
    CalendarMark,
    Connection,
    Kind,
    Mode,
    Notes,
    Rsvp,
    Seat,
    SeatRole,
)
from planner.domain.ids import (
    CandidateId,
    FocusAreaId,
    LoopId,
    OfficeId,
    PersonId,
    RoomId,
)
from planner.domain.loops import Demand, Loop
from planner.domain.people import Candidate, FocusArea, Hours, LoadLimit, Person
from planner.domain.places import Equipment, Office, Room
from planner.domain.plan import Ignored, Plan, Record
from planner.domain.spans import Span
from planner.domain.travel import Direction, Journey, Leg, LegKind, Stay, Stop
from tests.builders import DAY, minutes, moment, timebox

_T = TypeVar("_T")

RECORDS: tuple[type[Any], ...] = (
    Application,
    Block,
    CalendarMark,
    Candidate,
    Connection,
    Contact,
    Demand,
    FocusArea,
    Hours,
    Ignored,
    Journey,
    Leg,
    LoadLimit,
    Loop,
    Notes,
    Office,
    Person,
    Plan,
    PortalState,
    Room,
    Seat,
    Step,
    Stay,
    Stop,
)

_ZONES = {
    "ada.zone": "Asia/Kathmandu",
    "bob.zone": "Asia/Yangon",
    "ivy.zone": "Asia/Tehran",
    "jan.zone": "Asia/Kabul",
    "hal.zone": "Asia/Colombo",
    "una.zone": "Australia/Darwin",
    "cora.zone": "Pacific/Marquesas",
    "lux.zone": "Europe/Luxembourg",
    "far.zone": "Pacific/Chatham",
    "stay.zone": "Australia/Eucla",
    "bobs_stay.zone": "Pacific/Apia",
}

AUDIENCES: dict[str, Audience] = {
    "candidate": Audience.candidate(CandidateId("QadaXidQ")),
    "interviewer": Audience.interviewer(PersonId("QivyXidQ")),
    "host": Audience.host(PersonId("QhalXidQ")),
    "room": Audience.room(RoomId("QredXidQ")),
    "coordinator": Audience.coordinator(),
    "stranger": Audience.interviewer(PersonId("QunaXidQ")),
}
"""The readers of the stuffed plan; the stranger interviews the other candidate."""


class Markers:
    """The markers given out so far.

    ``texts`` holds what stands in a field, by ``label.field``; ``fields`` which fields of which
    records hold a marker somewhere, by ``Record.field``.
    """

    def __init__(self, tail: str = "") -> None:
        self.texts: dict[str, str] = {}
        self.fields: set[str] = set()
        self._tail = tail

    def text(self, name: str) -> str:
        """Return the marker of a field: text that its format can hold and that occurs once."""
        number = 1000 + len(self.texts)
        marker = f"Q{name.replace('.', 'X').replace('_', 'Y')}Q"
        field = name.rpartition(".")[2]
        if field == "phone" or (field == "number" and "connection" in name):
            marker = f"+352 555 {number}"
        if field == "email":
            marker = f"{marker}@example.com"
        if field == "link":
            marker = f"https://example.com/{marker}"
        if field == "seed":
            marker = f"00000000-0000-4000-8000-00000000{number}"
        self.texts[name] = marker
        return marker if field in {"id", "seed"} else marker + self._tail

    def zone(self, name: str) -> str:
        """Return a zone whose city occurs nowhere else."""
        zone = _ZONES[name]
        self.texts[name] = zone.rpartition("/")[2]
        return zone

    def shown_in(self, text: str) -> set[str]:
        """Return the names of the markers that occur in a text, whatever its line breaks."""
        dense = re.sub(r"\s", "", html.unescape(text))
        return {name for name, marker in self.texts.items() if marker.replace(" ", "") in dense}


def text_fields(record: type[Any]) -> set[str]:
    """Return the fields of a record that hold text: strings, ids of its own, tuples of strings."""
    hints = get_type_hints(record)
    return {field.name for field in fields(record) if _is_text(field.name, hints[field.name])}


def stuffed(tail: str = "") -> tuple[Plan, Markers]:
    """Return a plan of two candidates with a marker in every text field of every record.

    ``tail`` follows every marker: text that a format may choke on.
    """
    markers = Markers(tail)
    make = _Maker(markers)
    people = [make.person(name) for name in ("cora", "ivy", "jan", "hal", "una")]
    lux = make(Office, "lux", hours=(Hours(time(8), time(19)),))
    far = make(Office, "far")
    red = make(Room, "red", office=lux.id, equipment=(Equipment.PHONE,), capacity=6)
    blue = make(Room, "blue", office=far.id)
    areas = [make(FocusArea, name) for name in ("depth", "breadth", "elsewhere")]
    ada, bob = make.candidate("ada"), make.candidate("bob")
    loops = [
        make(Loop, f"{each}_loop", candidate=CandidateId(make.id(each))) for each in ("ada", "bob")
    ]
    plan = make(
        Plan,
        "plan",
        office=lux.id,
        coordinator=PersonId(make.id("cora")),
        ignored=(make(Ignored, "ignored"),),
    )
    blocks = _blocks(make)
    journeys = [*_journeys(make, "adas", ada.id), *_journeys(make, "bobs", bob.id)]
    stays = [make.stay("stay", ada.id), make.stay("bobs_stay", bob.id)]
    records: list[Record] = [
        *people,
        lux,
        far,
        red,
        blue,
        *areas,
        ada,
        bob,
        *loops,
        *blocks,
        *journeys,
        *stays,
    ]
    return plan.with_records(records), markers


class _Maker:
    """Makes records whose texts are markers, unless a value is given."""

    def __init__(self, markers: Markers) -> None:
        self.markers = markers

    def __call__(self, record: Callable[..., _T], label: str, **given: Any) -> _T:
        hints = get_type_hints(record)
        values = {
            name: self._value(f"{label}.{name}", hints[name])
            for name in sorted(text_fields(record))  # type: ignore[arg-type]  # every record is a class
            if name not in given
        }
        if "calendar" in hints and "calendar" not in given:
            values["calendar"] = self(CalendarMark, f"{label}.calendar", sequence=3)
        self.markers.fields |= {f"{record.__name__}.{name}" for name in set(values) - {"calendar"}}
        return record(**values, **given)

    def id(self, label: str) -> str:
        return f"Q{label.replace('_', 'Y')}XidQ"

    def person(self, label: str) -> Person:
        limit = LoadLimit(3, 5)
        hours = (Hours(time(8), time(18)),)
        span = Span(moment("06:00").instant, moment("20:00").instant)
        return self(Person, label, load_limit=limit, hours=hours, availability=(span,))

    def candidate(self, label: str) -> Candidate:
        application = self(
            Application,
            f"{label}.application",
            office=OfficeId(self.id("lux")),
            portal_states=(self(PortalState, f"{label}.state", seen=DAY),),
            steps=(self(Step, f"{label}.step", date=DAY),),
            contacts=(self(Contact, f"{label}.contact"),),
            reapply_from=date(2016, 9, 29),
        )
        return self(Candidate, label, application=application, contact=PersonId(self.id("cora")))

    def stay(self, label: str, candidate: CandidateId) -> Stay:
        return self(
            Stay,
            label,
            candidate=candidate,
            check_in=date(2015, 9, 24),
            check_out=DAY,
            check_in_from=time(15),
            check_out_until=time(12),
            is_estimated=True,
        )

    def _value(self, name: str, hint: Any) -> Any:
        if name.endswith(".zone"):
            return self.markers.zone(name)
        text = self.markers.text(name)
        return (text,) if get_origin(hint) is tuple else text


def _blocks(make: _Maker) -> list[Block]:
    red, blue, lux = RoomId(make.id("red")), RoomId(make.id("blue")), OfficeId(make.id("lux"))
    interview, video = Kind.INTERVIEW, Mode.VIDEO
    ada, bob = "ada", "bob"
    host = SeatRole.HOST
    depth, breadth, elsewhere = (
        FocusAreaId(make.id(area)) for area in ("depth", "breadth", "elsewhere")
    )
    return [
        _block(make, "arrive", Kind.ARRIVAL, "09:30", ada, {"hal": host}, office=lux),
        _block(
            make, "mine", interview, "10:00", ada, {"ivy": SeatRole.LEAD}, room=red,
            mode=Mode.FACE_TO_FACE, focus_areas=(depth,),
        ),
        _block(
            make, "next", interview, "11:00", ada, {"jan": SeatRole.BAR_RAISER}, room=red,
            mode=Mode.PHONE, focus_areas=(breadth,),
        ),
        _block(make, "lunch", Kind.MEAL, "12:00", ada, {"hal": host}, office=lux),
        _block(
            make, "call", interview, "13:00", ada, {"jan": SeatRole.LEAD}, mode=video, place="",
            focus_areas=(breadth,),
        ),
        _block(
            make, "debrief", Kind.DEBRIEF, "15:00", ada,
            {"ivy": SeatRole.LEAD, "jan": SeatRole.LEAD}, room=red,
        ),
        _block(
            make, "bobs", interview, "10:00", bob, {"una": SeatRole.LEAD}, room=blue,
            focus_areas=(elsewhere,),
        ),
        # Two calls whose number nobody wrote down: the candidate's phone rings, the room's does.
        _block(
            make, "dial", interview, "15:45", ada, {"ivy": SeatRole.LEAD, "hal": host},
            mode=Mode.PHONE, place="", connection=None,
        ),
        _block(
            make, "ring", interview, "16:30", ada, {"ivy": SeatRole.LEAD}, room=red,
            mode=Mode.PHONE, connection=None,
        ),
        _block(make, "waiting", interview, None, ada, {"ivy": SeatRole.LEAD}, room=red),
    ]  # fmt: skip


def _block(
    make: _Maker,
    label: str,
    kind: Kind,
    start: str | None,
    candidate: str,
    seats: dict[str, SeatRole],
    **given: Any,
) -> Block:
    box = timebox(start, 45) if start is not None else None
    if "connection" not in given:
        given["connection"] = make(Connection, f"{label}.connection")
    return make(
        Block,
        label,
        kind=kind,
        timebox=box,
        candidates=(CandidateId(make.id(candidate)),),
        seats=tuple(
            make(
                Seat,
                f"{label}_seat_{name}",
                role=role,
                person=PersonId(make.id(name)),
                rsvp=Rsvp.ACCEPTED,
            )
            for name, role in seats.items()
        ),
        loop=LoopId(make.id(f"{candidate}_loop")),
        notes=make(Notes, f"{label}.notes"),
        minimum=minutes(10),
        **given,
    )


def _journeys(make: _Maker, label: str, candidate: CandidateId) -> list[Journey]:
    outbound = make(
        Leg,
        f"{label}_flight",
        kind=LegKind.FLIGHT,
        departure=_stop(make, f"{label}_from", "05:00"),
        arrival=_stop(make, f"{label}_to", "08:00"),
    )
    taxi = make(
        Leg,
        f"{label}_taxi",
        kind=LegKind.TRANSFER,
        departure=_stop(make, f"{label}_door", "17:00"),
        arrival=_stop(make, f"{label}_airport", "17:20"),
        is_estimated=True,
    )
    both = ((Direction.OUTBOUND, outbound), (Direction.RETURN, taxi))
    return [
        make(Journey, f"{label}_{direction}", candidate=candidate, direction=direction, legs=(leg,))
        for direction, leg in both
    ]


def _stop(make: _Maker, label: str, clock: str) -> Stop:
    return make(Stop, label, at=moment(clock))


def _is_text(name: str, hint: Any) -> bool:
    if get_origin(hint) in {Union, types.UnionType}:
        return False
    if get_origin(hint) is tuple:
        return get_args(hint)[0] is str
    is_own_id = name == "id" and getattr(hint, "__supertype__", None) is str
    return hint is str or is_own_id


def all_texts(value: object) -> Iterable[str]:
    """Yield every text inside a value made of records and tuples."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from all_texts(item)
    elif hasattr(value, "__dataclass_fields__"):
        for field in fields(value):  # type: ignore[arg-type]  # it has fields: it is a record
            yield from all_texts(getattr(value, field.name))
