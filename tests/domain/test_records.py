"""Records: what they refuse, and what they say about themselves."""

from collections.abc import Callable
from dataclasses import FrozenInstanceError
from datetime import UTC, date, datetime, time, timedelta

import pytest

from planner.domain.audiences import Audience, AudienceKind
from planner.domain.blocks import CalendarMark, Kind, Mode, Rsvp, SeatRole, Timebox
from planner.domain.errors import InvalidValue, UnknownRecord
from planner.domain.ids import (
    BlockId,
    CandidateId,
    FocusAreaId,
    JourneyId,
    LegId,
    OfficeId,
    PersonId,
    PlanId,
    RoomId,
    StayId,
    fresh_id,
)
from planner.domain.loops import Demand
from planner.domain.people import Hours
from planner.domain.places import Room
from planner.domain.plan import Plan
from planner.domain.policy import Policy, RepairCriterion
from planner.domain.problems import Problem, Severity
from planner.domain.subjects import Subject
from planner.domain.templates import TemplateBlock
from planner.domain.times import Moment
from planner.domain.travel import Direction, Journey, Leg, LegKind, Stay, Stop
from tests import builders as b

MARK = CalendarMark("00000000-0000-4000-8000-000000000001")


def stop(text: str, zone: str = "Europe/Luxembourg") -> Stop:
    return Stop("Somewhere", b.moment(text, zone=zone))


def leg(departs: str, arrives: str, name: str = "leg") -> Leg:
    return Leg(LegId(name), LegKind.TRAIN, stop(departs), stop(arrives), MARK)


def stay(check_in: date, check_out: date) -> Stay:
    return Stay(StayId("stay"), CandidateId("ada"), "Hotel", check_in, check_out, MARK)


@pytest.mark.parametrize(
    ("make", "field", "reason"),
    [
        (lambda: Timebox(b.moment("10:00"), timedelta()), "duration", "not_positive"),
        (lambda: b.block("one", candidates=("ada", "bob", "ada")), "candidates", "doubled"),
        (lambda: Hours(time(18), time(9)), "hours", "end_before_start"),
        (lambda: Room(RoomId("r"), "R", OfficeId("o"), capacity=-1), "capacity", "negative"),
        (lambda: Demand(FocusAreaId("f"), 0), "times", "not_positive"),
        (lambda: leg("10:00", "10:00"), "arrival", "arrival_before_departure"),
        (lambda: stay(b.DAY, b.DAY), "check_out", "check_out_before_check_in"),
        (lambda: Policy(break_minimum=timedelta(minutes=-1)), "break_minimum", "negative"),
        (lambda: Policy(meal_window_end=time(9)), "meal_window_end", "end_before_start"),
        (lambda: Policy(waking_end=time(6)), "waking_end", "end_before_start"),
        (lambda: Policy(repair_order=(RepairCriterion.REST,) * 2), "repair_order", "doubled"),
        (
            lambda: Plan(PlanId("p"), "P", changed=datetime(2026, 1, 1)),  # noqa: DTZ001 -- the case
            "changed",
            "naive",
        ),
        (
            lambda: TemplateBlock(timedelta(-1), timedelta(1), Kind.BREAK),
            "offset",
            "negative",
        ),
        (lambda: TemplateBlock(timedelta(), timedelta(), Kind.BREAK), "duration", "not_positive"),
    ],
)
def test_record_refuses_what_it_cannot_mean(
    make: Callable[[], object], field: str, reason: str
) -> None:
    with pytest.raises(InvalidValue) as refusal:
        make()
    assert (refusal.value.facts["field"], refusal.value.facts["reason"]) == (field, reason)


def test_journey_refuses_legs_out_of_order() -> None:
    with pytest.raises(InvalidValue) as refusal:
        Journey(
            JourneyId("j"),
            CandidateId("ada"),
            Direction.OUTBOUND,
            (leg("12:00", "13:00", "b"), leg("09:00", "10:00", "a")),
        )
    assert refusal.value.facts["reason"] == "legs_out_of_order"


def test_journey_departs_with_its_first_leg_and_arrives_with_its_last() -> None:
    journey = Journey(
        JourneyId("j"),
        CandidateId("ada"),
        Direction.RETURN,
        (leg("09:00", "10:00", "a"), leg("10:00", "13:00", "b")),
    )
    assert (journey.departure, journey.arrival) == (b.moment("09:00"), b.moment("13:00"))


def test_journey_without_legs_has_no_times() -> None:
    journey = Journey(JourneyId("j"), CandidateId("ada"), Direction.RETURN)
    assert (journey.departure, journey.arrival) == (None, None)


def test_stay_counts_its_nights() -> None:
    assert stay(b.DAY, b.DAY + timedelta(days=2)).nights == 2


def test_timebox_ends_after_its_duration_or_nobody_knows_when() -> None:
    assert b.timebox("10:15", 45).end == b.moment("11:00")
    assert b.timebox("10:15", None).end is None


def test_records_are_frozen() -> None:
    with pytest.raises(FrozenInstanceError):
        b.block("one").title = "two"  # type: ignore[misc]


def test_block_names_its_people_once_and_those_apart_who_come() -> None:
    seats = (
        b.seat("grace", SeatRole.LEAD, number=1),
        b.seat("grace", SeatRole.BAR_RAISER, Rsvp.DECLINED, number=2),
        b.seat("alan", SeatRole.SHADOW, Rsvp.DECLINED, number=3),
        b.seat("ines", SeatRole.HOST, Rsvp.PENDING, number=4),
        b.seat(None, SeatRole.PANELIST, number=5),
    )
    block = b.block("one", "10:00", seats=seats)
    assert (block.people, block.attendees) == (("grace", "alan", "ines"), ("grace", "ines"))


@pytest.mark.parametrize(
    ("mode", "room", "expected"),
    [
        (Mode.PHONE, None, (True, True)),
        (Mode.VIDEO, "red", (True, False)),
        (Mode.FACE_TO_FACE, None, (False, False)),
        (None, None, (False, False)),
    ],
)
def test_call_may_be_taken_anywhere_unless_it_has_a_room(
    mode: Mode | None, room: str | None, expected: tuple[bool, bool]
) -> None:
    block = b.block("one", mode=mode, room=room)
    assert (block.is_call, block.is_call_from_anywhere) == expected


@pytest.mark.parametrize(
    ("kind", "role", "focus", "rests", "assesses"),
    [
        (Kind.BREAK, None, (), True, False),
        (Kind.BREAK, SeatRole.LEAD, (), True, False),
        (Kind.BREAK, None, (FocusAreaId("depth"),), True, False),
        (Kind.FREE_TIME, SeatRole.LEAD, (FocusAreaId("depth"),), True, False),
        (Kind.MEAL, None, (), True, False),
        (Kind.MEAL, SeatRole.HOST, (), True, False),
        (Kind.MEAL, SeatRole.LEAD, (), False, True),
        (Kind.MEAL, None, (FocusAreaId("depth"),), False, True),
        (Kind.INTERVIEW, None, (), False, True),
        (Kind.TOUR, None, (), False, False),
        (Kind.TOUR, SeatRole.LEAD, (), False, False),
        (Kind.TOUR, SeatRole.LEAD, (FocusAreaId("depth"),), False, True),
        (Kind.DEBRIEF, SeatRole.LEAD, (FocusAreaId("depth"),), False, False),
    ],
)
def test_block_is_an_interview_or_rest_by_kind_roles_and_focus(
    kind: Kind,
    role: SeatRole | None,
    focus: tuple[FocusAreaId, ...],
    rests: bool,  # noqa: FBT001 -- a column of the table
    assesses: bool,  # noqa: FBT001 -- a column of the table
) -> None:
    seats = () if role is None else (b.seat("grace", role),)
    block = b.block("one", "12:00", kind=kind, seats=seats, focus_areas=focus)
    assert (block.is_rest, block.is_assessing) == (rests, assesses)


def test_plan_finds_its_records_and_refuses_others() -> None:
    plan = b.plan(b.block("one", "10:00"))
    assert plan.block(BlockId("one")).title == "one"
    with pytest.raises(UnknownRecord) as refusal:
        plan.block(BlockId("two"))
    assert refusal.value.facts == {"kind": "blocks", "id": "two"}


def test_plan_with_records_leaves_the_old_plan_as_it_was() -> None:
    before = b.plan(b.block("one", "10:00"))
    after = before.with_records([b.block("two", "11:00")])
    assert (list(before.blocks), list(after.blocks)) == (["one"], ["one", "two"])


def test_plan_without_refuses_a_record_it_does_not_hold() -> None:
    plan = b.plan(b.block("one", "10:00"))
    assert plan.without(type(plan.block(BlockId("one"))), ["one"]).blocks == {}
    with pytest.raises(UnknownRecord):
        plan.without(type(plan.block(BlockId("one"))), ["two"])


def test_plan_knows_the_office_of_a_block_by_room_then_block_then_plan() -> None:
    plan = b.plan(
        b.office("muc", "Europe/Berlin"),
        b.office("ath", "Europe/Athens"),
        b.room("m1", "muc"),
        b.block("in-room", "10:00", room="m1", office=OfficeId("ath")),
        b.block("in-office", "11:00", office=OfficeId("ath")),
        b.block("anywhere", "12:00"),
    )
    names = [office.id if (office := plan.office_of(x)) else "" for x in plan.blocks.values()]
    assert names == ["muc", "ath", "lux"]


def test_plan_without_an_office_thinks_in_utc() -> None:
    plan = Plan(PlanId("p"), "P")
    assert plan.zone() == "UTC"
    assert plan.office_of(b.block("one", "10:00")) is None
    assert b.plan().zone() == "Europe/Luxembourg"


def test_problem_key_names_code_and_subjects() -> None:
    problem = Problem("PNL-101", Severity.ERROR, (Subject("blocks", "one"),), {"n": 1})
    assert problem.key == "PNL-101 blocks:one"


def test_audiences_say_who_reads() -> None:
    made = [
        Audience.candidate(CandidateId("ada")),
        Audience.interviewer(PersonId("grace")),
        Audience.host(PersonId("alan")),
        Audience.room(RoomId("r")),
        Audience.coordinator(),
    ]
    assert [(a.kind, a.subject) for a in made] == [
        (AudienceKind.CANDIDATE, "ada"),
        (AudienceKind.INTERVIEWER, "grace"),
        (AudienceKind.HOST, "alan"),
        (AudienceKind.ROOM, "r"),
        (AudienceKind.COORDINATOR, ""),
    ]


def test_refusal_tells_developers_its_facts() -> None:
    assert str(UnknownRecord(kind="rooms", id="r9")) == "unknown_record(kind='rooms', id='r9')"


def test_fresh_ids_are_never_the_same() -> None:
    made = {fresh_id("block") for _ in range(200)}
    assert len(made) == 200
    assert all(name.startswith("block-") for name in made)


def test_moment_of_plan_changed_is_utc() -> None:
    assert Plan(PlanId("p"), "P").changed == datetime(1970, 1, 1, tzinfo=UTC)
    assert Moment(Plan(PlanId("p"), "P").changed, "UTC").day == date(1970, 1, 1)
