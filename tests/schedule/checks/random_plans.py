"""Random plans of two days on which almost anything may be wrong, and random changes of them."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from typing import Any

from hypothesis import strategies as st

from planner.domain.blocks import (
    Block,
    Connection,
    Kind,
    Mode,
    Rsvp,
    Seat,
    SeatRole,
    StartRule,
)
from planner.domain.ids import FocusAreaId, OfficeId, PersonId, SeatId
from planner.domain.loops import Demand
from planner.domain.people import FocusArea, Hours, LoadLimit
from planner.domain.places import Equipment
from planner.domain.plan import Plan
from planner.domain.policy import Policy
from planner.domain.spans import Span
from planner.domain.travel import Direction
from tests.builders import DAY, block, candidate, minutes, office, person, plan, room
from tests.schedule.checks.block_cases import DEPTH, TRUST, loop
from tests.schedule.checks.day_cases import EVE, NEXT_DAY, journey, stay

_NAMES = ("ada", "bob")
_STAFF = ("ines", "jan", "kim")
_HOURS = (Hours(time(8), time(17)),)
_WINDOW = (Span(datetime(2015, 9, 25, 8, tzinfo=UTC), datetime(2015, 9, 25, 14, tzinfo=UTC)),)
_RECORDS = (
    office(hours=_HOURS),
    office("trier"),
    room("red", floor="1", capacity=2, equipment=(Equipment.VIDEO,)),
    room("blue", floor="2", phone="1"),
    room("green", "trier"),
    candidate("ada", zone="America/New_York", contact="jan"),
    candidate("bob", phone="1"),
    person("ines", hours=_HOURS, focus_areas=(DEPTH,), load_limit=LoadLimit(per_day=1)),
    person("jan", availability=_WINDOW, zone="America/New_York"),
    person("kim", phone="1", zone="Asia/Tokyo"),
    FocusArea(DEPTH, "Dive Deep"),
    FocusArea(TRUST, "Earn Trust"),
)
_seats = st.builds(
    Seat,
    id=st.just(SeatId("seat")),
    role=st.sampled_from(SeatRole),
    person=st.sampled_from((*map(PersonId, _STAFF), None)),
    rsvp=st.sampled_from(Rsvp),
    is_required=st.booleans(),
)
_areas: st.SearchStrategy[tuple[FocusAreaId, ...]] = st.sampled_from(
    ((), (DEPTH,), (TRUST,), (DEPTH, TRUST))
)


@st.composite
def blocks(draw: st.DrawFn, names: tuple[str, ...] = tuple("abcdef")) -> Block:
    """Draw a block of any kind, at five-minute steps, perhaps without a time or an end."""
    minute = 5 * draw(st.integers(7 * 12, 20 * 12))
    start = f"{minute // 60:02}:{minute % 60:02}" if draw(st.integers(0, 9)) else None
    return block(
        draw(st.sampled_from(names)),
        start,
        draw(st.one_of(st.none(), st.integers(1, 36).map(lambda n: 5 * n))),
        kind=draw(st.sampled_from(Kind)),
        mode=draw(st.sampled_from((*Mode, None))),
        day=draw(st.sampled_from((DAY, NEXT_DAY))),
        candidates=draw(st.lists(st.sampled_from(_NAMES), unique=True, max_size=2)),
        room=draw(st.sampled_from(("red", "blue", "green", None))),
        seats=tuple(draw(st.lists(_seats, max_size=2))),
        loop=draw(st.sampled_from(("onsite", None))),
        focus_areas=draw(_areas),
        minimum=draw(st.sampled_from((None, minutes(20)))),
        connection=draw(st.sampled_from((None, Connection("1", "https://x.test", "", "Mail")))),
        start_rule=draw(st.sampled_from(StartRule)),
        office=draw(st.sampled_from((None, OfficeId("trier")))),
    )


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Draw a plan of up to six blocks, with or without a loop's demands, a journey and a hotel."""
    drawn = {item.id: item for item in draw(st.lists(blocks(), max_size=9))}
    extras = (
        loop(Demand(DEPTH, 2), Demand(TRUST)),
        journey(Direction.OUTBOUND, ("08:00", "10:00")),
        journey(Direction.RETURN, ("15:00", "17:00"), day=NEXT_DAY),
        journey(Direction.RETURN, ("14:00", "16:00"), day=NEXT_DAY, name="again"),
        stay(EVE),
        stay(DAY, 2, "inn"),
    )
    chosen = [extra for extra in extras if draw(st.booleans())]
    coordinator = draw(st.sampled_from((None, "kim")))
    return plan(*_RECORDS, *drawn.values(), *chosen, coordinator=coordinator)


@st.composite
def changed(draw: st.DrawFn, before: Plan) -> Plan:
    """Draw a plan that differs in one thing: a block, a person, the policy, a journey or nothing."""
    match draw(
        st.sampled_from(("put", "put", "put", "remove", "person", "policy", "stay", "none"))
    ):
        case "put":
            return before.with_records(draw(st.lists(blocks(), min_size=1, max_size=2)))
        case "remove" if before.blocks:
            return before.without(Block, [draw(st.sampled_from(list(before.blocks)))])
        case "person":
            return before.with_records([person(draw(st.sampled_from(_STAFF)))])
        case "policy":
            return replace(before, policy=Policy(break_minimum=timedelta(minutes=25)))
        case "stay":
            return before.with_records([stay(DAY)])
        case _:
            return before


@st.composite
def changes(draw: st.DrawFn) -> tuple[Plan, Plan]:
    """Draw a plan, and what one change makes of it."""
    before = draw(plans())
    return before, draw(changed(before))


@st.composite
def shuffled(draw: st.DrawFn) -> tuple[Plan, Plan]:
    """Draw a plan, and the same records in another order."""
    original = draw(plans())
    tables: dict[str, Any] = {
        name: dict(draw(st.permutations(list(getattr(original, name).items()))))
        for name in ("blocks", "people", "candidates", "rooms", "journeys", "focus_areas")
    }
    return original, replace(original, **tables)
