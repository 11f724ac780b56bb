"""Random days for properties: two candidates, three people and rooms on two floors and two sites."""

from collections.abc import Mapping
from datetime import timedelta

from hypothesis import strategies as st

from planner.domain.blocks import Block, CalendarMark, Kind, Mode, SeatRole, StartRule
from planner.domain.ids import BlockId, CandidateId, JourneyId, LegId, OfficeId
from planner.domain.plan import Plan, Record
from planner.domain.travel import Direction, Journey, Leg, LegKind, Stop
from planner.schedule.assumptions import Assumptions
from tests.builders import block, minutes, moment, office, plan, room, seat

CANDIDATES = ("ada", "bob")
PEOPLE = ("ines", "jan", "kim")
PLACES = (
    room("red", floor="1"),
    room("blue", floor="2"),
    office("trier"),
    room("green", "trier", floor="1"),
)
ROOMS = ("red", "blue", "green", None)
_DAY_BEGIN = 9 * 60
_LAST_START = 23 * 60
_KINDS = (
    Kind.INTERVIEW,
    Kind.INTERVIEW,
    Kind.TALK,
    Kind.ARRIVAL,
    Kind.BREAK,
    Kind.MEAL,
    Kind.FREE_TIME,
)


@st.composite
def plans(
    draw: st.DrawFn, *, tidy: bool = False, rules: tuple[StartRule, ...] = tuple(StartRule)
) -> Plan:
    """Draw a plan of one day; a tidy one has no two blocks at once on any track."""
    free: dict[str, int] = {}
    records: list[Record] = list(PLACES)
    for number in range(draw(st.integers(1, 8))):
        drawn = draw(_blocks(number, free, tidy=tidy, rules=rules))
        if drawn is not None:
            records.append(drawn)
    if draw(st.booleans()):
        records.append(_journey(draw(st.integers(12 * 60, _LAST_START))))
    return plan(*records)


@st.composite
def _blocks(
    draw: st.DrawFn,
    number: int,
    free: dict[str, int],
    *,
    tidy: bool,
    rules: tuple[StartRule, ...],
) -> Block | None:
    candidates = draw(st.lists(st.sampled_from(CANDIDATES), unique=True, max_size=2))
    people = draw(st.lists(st.sampled_from(PEOPLE), unique=True, max_size=2))
    place = draw(st.sampled_from(ROOMS))
    kind = draw(st.sampled_from(_KINDS))
    length = 5 * draw(st.integers(1, 12))
    used = [*candidates, *people, str(place)]
    ready = max((free.get(name, _DAY_BEGIN) for name in used), default=_DAY_BEGIN)
    start = max(0, ready + 5 * draw(st.integers(0 if tidy else -12, 6)))
    if start + length > _LAST_START:
        return None
    free.update({name: max(start + length, free.get(name, 0)) for name in used if name != "None"})
    role = SeatRole.LEAD if kind is Kind.INTERVIEW else SeatRole.HOST
    return block(
        f"b{number}",
        _clock(start),
        length,
        kind=kind,
        candidates=candidates,
        seats=tuple(seat(name, role, number=n) for n, name in enumerate(people)),
        room=place,
        mode=draw(st.sampled_from((None, Mode.FACE_TO_FACE, Mode.VIDEO))),
        start_rule=draw(st.sampled_from(rules)),
        minimum=draw(st.none() | st.integers(0, length).map(minutes)),
    )


def _journey(departure: int) -> Journey:
    start = moment(_clock(departure))
    leg = Leg(
        LegId("leg"),
        LegKind.TRANSFER,
        Stop("Office", start),
        Stop("Airport", start.moved(minutes(30))),
        CalendarMark("00000000-0000-4000-8000-000000000001"),
    )
    return Journey(JourneyId("home"), CandidateId("ada"), Direction.RETURN, (leg,))


@st.composite
def chains(draw: st.DrawFn) -> Plan:
    """Draw one candidate's day at two sites, without anybody else and without fixed starts."""
    ready = _DAY_BEGIN
    records: list[Record] = list(PLACES)
    for number in range(draw(st.integers(2, 7))):
        start, length = ready + 5 * draw(st.integers(-4, 8)), 5 * draw(st.integers(1, 12))
        site = draw(st.sampled_from((None, OfficeId("trier"))))
        rule = draw(st.sampled_from((StartRule.NOT_BEFORE, StartRule.FLOW)))
        records.append(
            block(
                f"b{number}",
                _clock(start),
                length,
                kind=draw(st.sampled_from(_KINDS)),
                office=site,
                start_rule=rule,
                minimum=draw(st.none() | st.integers(0, length).map(minutes)),
            )
        )
        ready = start + length
    return plan(*records)


@st.composite
def assumptions(draw: st.DrawFn, source: Plan) -> Assumptions:
    """Draw a few delays for blocks of a plan; some may also take less time than planned."""
    return Assumptions(draw(delays(source, least=-30)), draw(delays(source)))


@st.composite
def delays(draw: st.DrawFn, source: Plan, *, least: int = 0) -> Mapping[BlockId, timedelta]:
    """Draw a few delays by block, in minutes from ``least`` on."""
    if not source.blocks:
        return {}
    blocks = st.sampled_from(sorted(source.blocks))
    drawn = draw(st.dictionaries(blocks, st.integers(least, 60), max_size=3))
    return {block_id: minutes(count) for block_id, count in drawn.items()}


def _clock(count: int) -> str:
    return f"{count // 60:02}:{count % 60:02}"
