"""Plans that are in order, each unusual in a way that a careless check would mistake."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time

from planner.domain.blocks import Connection, Kind, Mode, Rsvp, Seat, SeatRole
from planner.domain.people import WEEKDAYS, Hours
from planner.domain.places import Equipment
from planner.domain.plan import Plan, Record
from planner.domain.spans import Span
from planner.domain.travel import Direction
from tests.builders import block, candidate, office, person, plan, room, seat
from tests.schedule.checks.day_cases import EVE, NEXT_DAY, journey, stay

HOST = SeatRole.HOST
ON_SITE, PHONE, VIDEO = Mode.FACE_TO_FACE, Mode.PHONE, Mode.VIDEO
MEAL, TALK = Kind.MEAL, Kind.TALK
LINE = Connection(number="+352 1", link="https://x.test", fallback="Kim calls back")
CALL = Connection(fallback="An e-mail, and a new time")
KIM = person("kim", phone="+352 1")
OFFICE = office(hours=(Hours(time(8), time(19), WEEKDAYS),))


def calls() -> tuple[Record, ...]:
    """Return three phone calls, for which the candidate's phone is dialled at home."""
    first, second, third = date(2015, 8, 12), date(2015, 8, 26), date(2015, 9, 10)
    return (
        block("pre", "10:00", 30, day=first, people=["recruiter"], mode=PHONE, connection=CALL),
        block("tech", "15:00", 45, day=second, people=["partner"], mode=PHONE, connection=CALL),
        block("fit", "19:30", 60, day=third, people=["manager"], mode=PHONE, connection=CALL),
    )


def day_on_site() -> tuple[Record, ...]:
    """Return the day on site of the reference, with somebody in every seat."""
    return (
        room("1.04", capacity=2, equipment=(Equipment.PHONE,)),
        block("arrival", "09:50", 25, kind=Kind.ARRIVAL, seats=(seat("kim", HOST),)),
        block("1st", "10:15", 45, people=["architect"], room="1.04", mode=ON_SITE),
        block("2nd", "11:00", 45, people=["other"], room="1.04", mode=PHONE, connection=LINE),
        block("lunch", "11:45", 90, kind=MEAL, seats=(seat("kim", HOST),)),
        block("3rd", "13:15", 45, people=["boss"], room="1.04", mode=ON_SITE),
        block("4th", "14:00", 60, people=["marketing"], room="1.04", mode=ON_SITE),
        block("break", "15:00", 60, kind=Kind.BREAK),
        block("5th", "16:00", 60, people=["head"], room="1.04", mode=ON_SITE),
        block("debrief", "17:30", 30, people=["head", "kim"], kind=Kind.DEBRIEF, candidates=()),
    )


def reference() -> Plan:
    return plan(
        KIM,
        OFFICE,
        candidate(zone="Europe/Athens", phone="+30 1"),
        *calls(),
        *day_on_site(),
        journey(Direction.OUTBOUND, ("14:00", "16:30"), ("18:00", "19:00"), day=EVE),
        journey(Direction.RETURN, ("19:45", "23:00")),
        stay(),
        coordinator="kim",
    )


def super_day() -> Plan:
    """Return three candidates with one talk, one lunch at three tables, and interviews apart."""
    names = ("ada", "bob", "cyd")
    tables = [
        block(
            f"table-{name}",
            "12:00",
            45,
            kind=MEAL,
            room="cafeteria",
            candidates=[name],
            seats=(seat(f"host-{name}", HOST), _shadow_who_declined()),
        )
        for name in names
    ]
    interviews = [
        block(
            f"interview-{name}",
            "13:00",
            room=f"room-{name}",
            people=[f"host-{name}"],
            candidates=[name],
            mode=ON_SITE,
        )
        for name in names
    ]
    return plan(
        KIM,
        room("hall", capacity=200),
        block("in", "09:00", 30, kind=Kind.ARRIVAL, candidates=names, seats=(seat("kim", HOST),)),
        block("talk", "09:40", 100, kind=TALK, room="hall", candidates=names, people=["speaker"]),
        *tables,
        *interviews,
        coordinator="kim",
    )


def _shadow_who_declined() -> Seat:
    shadow = seat("new", SeatRole.SHADOW, Rsvp.DECLINED, 2)
    return replace(shadow, is_required=False)


def virtual_day() -> Plan:
    """Return a long day of video calls in New York, with time to eat but no lunch block."""
    times = ("15:00", "16:00", "19:00", "20:00")
    return plan(
        candidate(zone="America/New_York"),
        *(
            block(f"call-{start}", start, 45, mode=VIDEO, people=[f"p{start}"], connection=LINE)
            for start in times
        ),
        block("early", "21:00", 60, mode=VIDEO, people=["jan"], connection=LINE, room="red"),
        room("red", equipment=(Equipment.VIDEO,)),
    )


def two_days() -> Plan:
    """Return two days with dinner in town, a night at a hotel, and a flight home past midnight."""
    return plan(
        KIM,
        OFFICE,
        candidate(contact="kim"),
        block("pick-up", "19:30", 60, day=EVE, kind=Kind.ESCORT),
        block("in", "13:45", 15, kind=Kind.ARRIVAL),
        block("a", "14:00", people=["ines"], room="red", mode=ON_SITE),
        block("dinner", "19:00", 120, kind=MEAL, mode=ON_SITE, place="In town"),
        block("taxi", "21:00", 30, kind=Kind.ESCORT),
        block("breakfast", "07:30", 45, day=NEXT_DAY, kind=MEAL, place="At the hotel"),
        block("in again", "08:45", 15, day=NEXT_DAY, kind=Kind.ARRIVAL),
        block("b", "09:00", day=NEXT_DAY, people=["jan"], room="red", mode=ON_SITE),
        journey(Direction.OUTBOUND, ("18:00", "19:20"), day=EVE),
        journey(Direction.RETURN, ("03:30", "06:00"), day=date(2015, 9, 27)),
        stay(EVE, 2),
    )


def visitors() -> Plan:
    """Return people from afar who come in person, and one whose availability covers the night."""
    night = Span(datetime(2015, 9, 25, tzinfo=UTC), datetime(2015, 9, 26, tzinfo=UTC))
    office_day = (Hours(time(9), time(17)),)
    return plan(
        KIM,
        person("lee", zone="America/Los_Angeles", hours=office_day),
        person("owl", zone="America/Los_Angeles", availability=(night,)),
        person("kid", zone="Not/A_Zone"),
        candidate(zone="America/Los_Angeles", contact="kim"),
        block("in", "09:45", 15, kind=Kind.ARRIVAL),
        block("a", "10:00", people=["lee"], room="red", mode=ON_SITE),
        block("b", "11:00", people=["owl"], room="red", mode=VIDEO, connection=LINE),
        block("c", "14:00", people=["kid"], room="red", mode=VIDEO, connection=LINE),
        room("red", equipment=(Equipment.VIDEO,)),
    )


QUIET: Mapping[str, Plan] = {
    "nothing": plan(),
    "calls only": plan(candidate(phone="+30 1", zone="Europe/Athens"), *calls()),
    "reference": reference(),
    "super day": super_day(),
    "virtual day": virtual_day(),
    "two days": two_days(),
    "visitors": visitors(),
}
