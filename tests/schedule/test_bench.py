"""Who could take a seat, in which order, and what speaks against them."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.blocks import Kind, Mode, Rsvp, SeatRole
from planner.domain.edits.panel import AssignSeat
from planner.domain.errors import UnknownRecord
from planner.domain.ids import BlockId, FocusAreaId, LoopId, PersonId, SeatId
from planner.domain.loops import Loop
from planner.domain.people import FocusArea, Hours, LoadLimit, Person
from planner.domain.plan import Plan
from planner.domain.spans import Span
from planner.domain.times import ZERO
from planner.schedule.bench import BenchEntry, Load, bench
from planner.schedule.checks.examination import check
from tests.builders import DAY, block, candidate, minutes, moment, person, plan, seat
from tests.schedule.random_days import plans

DIVE, TRUST = FocusAreaId("dive"), FocusAreaId("trust")
AREAS = (FocusArea(DIVE, "Dive Deep"), FocusArea(TRUST, "Earn Trust"))
OPEN, SEAT = BlockId("open"), SeatId("seat-1")
ZONE = "Europe/Luxembourg"


def found(day: Plan, *others: Person) -> Mapping[str, BenchEntry]:
    """Return the bench of the open seat by person, in its order."""
    people = {**day.people, **{other.id: other for other in others}}
    return {str(entry.person): entry for entry in bench(day, OPEN, SEAT, people)}


def day_with(*records: object, **fields: object) -> Plan:
    """Return a day with an open seat at 11:00, for 45 minutes."""
    given = {"seats": (seat(None),), **fields}
    return plan(block("open", "11:00", 45, **given), *AREAS, *records)  # type: ignore[arg-type]


def test_bench_of_a_quiet_day_is_everybody_by_name() -> None:
    day = day_with(person("zoe", zone=ZONE), person("ben", name="ben"), person("eve"))
    assert list(found(day)) == ["ben", "eve", "zoe"]
    assert found(day)["zoe"] == BenchEntry(
        PersonId("zoe"),
        "Zoe",
        is_interviewing=True,
        day=Load(1, 4),
        week=Load(1, 8),
        zone=ZONE,
        start=moment("11:00"),
        end=moment("11:45"),
    )
    assert found(day)["zoe"].is_without_reproach


def test_who_is_in_the_block_already_is_not_on_the_bench() -> None:
    declined = replace(seat("ben"), rsvp=Rsvp.DECLINED)
    shadow = seat("eve", SeatRole.SHADOW, number=2)
    day = day_with(person("ben"), person("eve"), person("jan"), seats=(declined, shadow))
    assert list(found(day)) == ["jan"]


def test_seat_that_is_not_there_is_refused() -> None:
    with pytest.raises(UnknownRecord):
        bench(day_with(), OPEN, SeatId("none"), {})
    with pytest.raises(UnknownRecord):
        bench(day_with(), BlockId("none"), SEAT, {})


def test_who_is_elsewhere_comes_last_with_what_they_do() -> None:
    day = day_with(
        block("early", "10:00", 60, people=["ben"]),
        block("other", "11:30", 60, people=["ann"], candidates=["bob"]),
    )
    assert list(found(day)) == ["ben", "ann"]
    assert found(day)["ann"].clashes == (BlockId("other"),)
    assert not found(day)["ann"].is_free
    assert not found(day)["ann"].is_without_reproach
    assert found(day)["ben"].is_free


def test_host_can_welcome_two_at_once() -> None:
    both = {"kind": Kind.ARRIVAL, "seats": (seat("ann", SeatRole.HOST),)}
    other = block("other", "11:00", 30, candidates=["bob"], **both)  # type: ignore[arg-type]
    hosted = day_with(other, kind=Kind.ARRIVAL, seats=(seat(None, SeatRole.HOST),))
    led = day_with(other, seats=(seat(None),))
    assert found(hosted)["ann"].is_free
    assert not found(led)["ann"].is_free


@pytest.mark.parametrize(
    ("fields", "works_then", "can_be_booked", "is_awake"),
    [
        ({"hours": (Hours(time(9), time(17)),)}, True, True, True),
        ({"hours": (Hours(time(9), time(11, 30)),)}, False, True, True),
        ({"availability": (Span(*[datetime(2015, 9, 25, 6, tzinfo=UTC)] * 2),)}, True, False, True),
        ({"zone": "America/Los_Angeles"}, True, True, False),
    ],
)
def test_hours_are_those_of_the_checks(
    fields: dict[str, object], *, works_then: bool, can_be_booked: bool, is_awake: bool
) -> None:
    entry = found(day_with(person("ben", **fields), mode=Mode.VIDEO))["ben"]
    assert (entry.works_then, entry.can_be_booked, entry.is_awake) == (
        works_then,
        can_be_booked,
        is_awake,
    )
    assert entry.is_inside_hours is (works_then and can_be_booked and is_awake)


def test_focus_areas_are_shared_or_missing_and_unknown_for_those_who_say_nothing() -> None:
    day = day_with(
        person("all", focus_areas=(TRUST, DIVE)),
        person("half", focus_areas=(DIVE,)),
        person("mute"),
        person("other", focus_areas=(FocusAreaId("third"),)),
        FocusArea(FocusAreaId("third"), "Third"),
        focus_areas=(DIVE, TRUST),
    )
    areas = {name: (entry.shared, entry.missing) for name, entry in found(day).items()}
    assert list(areas.items()) == [
        ("all", ((DIVE, TRUST), ())),
        ("half", ((DIVE,), (TRUST,))),
        ("mute", ((), ())),
        ("other", ((), (DIVE, TRUST))),
    ]
    shadow = replace(seat(None), role=SeatRole.SHADOW)
    watched = day.with_records([replace(day.block(OPEN), seats=(shadow,))])
    assert found(watched)["other"].missing == ()


def test_load_counts_the_day_and_the_week_with_this_interview() -> None:
    friday, thursday, next_monday = DAY, DAY - timedelta(days=1), DAY + timedelta(days=3)
    day = day_with(
        person("ann", load_limit=LoadLimit(per_day=1)),
        person("ben", load_limit=LoadLimit(per_week=2)),
        block("a", "09:00", people=["ann", "ben"], day=friday),
        block("b", "09:00", people=["ben"], day=thursday),
        block("c", "09:00", people=["ben"], day=next_monday),
        person("zoe"),
    )
    assert [(e.day, e.week) for e in found(day).values()] == [
        (Load(1, 4), Load(1, 8)),
        (Load(2, 1), Load(2, 8)),
        (Load(2, 4), Load(3, 2)),
    ]
    assert list(found(day)) == ["zoe", "ann", "ben"]
    assert [e.is_under_load for e in found(day).values()] == [True, False, False]


def test_host_is_no_load() -> None:
    day = day_with(
        person("ann", load_limit=LoadLimit(per_day=0)),
        kind=Kind.MEAL,
        seats=(seat(None, SeatRole.HOST),),
    )
    entry = found(day)["ann"]
    assert (entry.day, entry.is_under_load) == (Load(0, 0), True)


def test_who_interviews_in_the_loop_already_comes_after_others() -> None:
    loop = Loop(LoopId("onsite"), candidate().id, "Onsite")
    day = day_with(
        loop,
        block("a", "09:00", people=["ann"], loop=loop.id),
        block("b", "14:00", people=["ann"], candidates=["bob"]),
        person("zoe"),
        loop=loop.id,
    )
    assert list(found(day)) == ["zoe", "ann"]
    assert found(day)["ann"].loop_blocks == (BlockId("a"),)
    assert not found(day)["ann"].is_without_reproach


def test_clocks_elsewhere_are_told_and_call_for_video() -> None:
    day = day_with(
        person("ann", zone="Europe/Lisbon"),
        person("ben", zone="Europe/Paris"),
        mode=Mode.FACE_TO_FACE,
    )
    assert list(found(day)) == ["ben", "ann"]
    ann, ben = found(day)["ann"], found(day)["ben"]
    assert (ann.offset, ann.start, ann.end) == (
        -minutes(60),
        moment("10:00", zone="Europe/Lisbon"),
        moment("10:45", zone="Europe/Lisbon"),
    )
    assert (ann.is_remote, ann.is_without_reproach) == (True, False)
    assert (ben.offset, ben.is_remote, ben.is_without_reproach) == (ZERO, False, True)


def test_block_without_a_time_has_a_bench_without_times() -> None:
    unscheduled = replace(block("open"), seats=(seat(None),))
    day = plan(unscheduled, person("ann", zone="Europe/Lisbon"), person("ben"))
    ann, ben = found(day)["ann"], found(day)["ben"]
    assert (ann.start, ann.is_free, ann.is_inside_hours, ann.is_remote) == (None, True, True, True)
    assert (ben.is_remote, ben.week) == (False, Load(1, 8))


def test_people_of_the_directory_are_told_from_those_of_the_plan() -> None:
    day = day_with(person("ben"))
    bench_of_both = found(day, person("ann", load_limit=LoadLimit(per_day=0)))
    assert {name: entry.is_in_plan for name, entry in bench_of_both.items()} == {
        "ben": True,
        "ann": False,
    }
    assert bench_of_both["ann"].day == Load(1, 0)


@given(plans(), st.data())
def test_who_is_free_and_within_limits_brings_no_new_problem_of_that_kind(
    day: Plan, data: st.DataObject
) -> None:
    """The bench and the checks agree."""
    seats = [(b.id, s.id) for b in day.blocks.values() for s in b.seats]
    if not seats:
        return
    block_id, seat_id = data.draw(st.sampled_from(seats))
    before = {problem.key for problem in check(day)}
    for entry in bench(day, block_id, seat_id, day.people):
        taken = AssignSeat(block_id, seat_id, entry.person).apply(day)
        new = {p.code for p in check(taken) if p.key not in before and entry.person in p.key}
        assert ("CLS-102" in new) <= (not entry.is_free)
        assert ("PNL-106" in new) <= (not entry.is_under_load)
