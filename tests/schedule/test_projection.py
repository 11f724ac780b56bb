"""The rules of the projection, one by one; minutes after eight."""

from datetime import date, time, timedelta
from typing import Any

import pytest

from planner.domain.blocks import Block, CalendarMark, Kind, Mode, Rsvp, SeatRole, StartRule
from planner.domain.errors import InvalidValue, UnknownRecord
from planner.domain.ids import BlockId, CandidateId, JourneyId, LegId
from planner.domain.policy import Policy
from planner.domain.subjects import Subject
from planner.domain.travel import Direction, Journey, Leg, LegKind, Stop
from planner.schedule.agenda import Agenda
from planner.schedule.assumptions import NOTHING, Assumptions
from planner.schedule.network import network
from planner.schedule.projection import Conflict, ProjectedBlock, Projection, project
from planner.schedule.promises import PromiseKind
from tests.builders import DAY, block, minutes, moment, office, plan, room, seat
from tests.schedule.minute_days import assuming, delays, fixed, flow, item, rest, spans, starts

ADA = CandidateId("ada")


def broken(projection: Projection) -> list[tuple[PromiseKind, str, timedelta, tuple[str, ...]]]:
    """Return kind, block, minutes and whom, for each broken promise."""
    return [
        (b.promise.kind, b.promise.block, b.by, tuple(subject.id for subject in b.subjects))
        for b in projection.broken
    ]


def homeward(
    departure: str, direction: Direction = Direction.RETURN, *, day: date = DAY
) -> Journey:
    at = moment(departure, day=day)
    leg = Leg(
        LegId("leg"),
        LegKind.TRANSFER,
        Stop("Office", at),
        Stop("Airport", at.moved(minutes(30))),
        CalendarMark("00000000-0000-4000-8000-000000000001"),
    )
    return Journey(JourneyId(departure), ADA, direction, (leg,))


def test_project_takes_a_plan_an_agenda_or_a_network() -> None:
    day = plan(item("a", 0, 30), item("b", 30, 30))
    late = assuming({"a": 5})
    agenda = Agenda(day)
    answers = [delays(project(source, late)) for source in (day, agenda, network(agenda))]
    assert answers == [{"a": 0, "b": 5}] * 3


def test_projected_block_compares_with_the_plan() -> None:
    projection = project(plan(item("a", 0, 30)), assuming({"a": 10}, {"a": 5}))
    assert projection.block(BlockId("a")) == ProjectedBlock(
        block=BlockId("a"),
        start=moment("08:05"),
        end=moment("08:45"),
        delay=minutes(5),
        end_delay=minutes(15),
    )


def test_unmoved_start_is_the_moment_that_was_written() -> None:
    """A wall time that the clocks skip stays as it was promised."""
    skipped = block("a", "02:30", 30, day=date(2015, 3, 29))
    found = project(plan(skipped)).block(BlockId("a"))
    assert skipped.timebox is not None
    assert found.start == skipped.timebox.start
    assert found.start.is_skipped


def test_block_without_an_end_takes_the_default_duration() -> None:
    day = plan(block("a", "08:00", None), item("b", 10, 30))
    assert spans(project(day)) == {"a": (0, 30), "b": (30, 60)}


def test_block_without_anybody_stays_where_it_is() -> None:
    nobody = item("a", 0, 30, candidates=[], start_rule=StartRule.FLOW)
    assert spans(project(plan(nobody))) == {"a": (0, 30)}


def test_block_never_takes_less_than_no_time() -> None:
    assert spans(project(plan(item("a", 0, 30)), assuming({"a": -40}))) == {"a": (0, 0)}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param({"people": ["ines"]}, {"people": ["ines"]}, id="person"),
        pytest.param({"room": "red"}, {"room": "red"}, id="room"),
        pytest.param({"candidates": ["ada"]}, {"candidates": ["ada", "bob"]}, id="candidate"),
        pytest.param(
            {"seats": (seat("ines", SeatRole.SHADOW),)}, {"people": ["ines"]}, id="shadow"
        ),
    ],
)
def test_whatever_two_blocks_share_carries_delay(
    first: dict[str, Any], second: dict[str, Any]
) -> None:
    alone: dict[str, Any] = {"candidates": []}
    day = plan(item("a", 0, 30, **{**alone, **first}), item("b", 30, 30, **{**alone, **second}))
    assert delays(project(day, assuming({"a": 10}))) == {"a": 0, "b": 10}


def test_who_declined_neither_carries_delay_nor_is_told() -> None:
    """Jan takes over from Ines, who declined and whose day is late."""
    replaced = (seat("ines", rsvp=Rsvp.DECLINED), seat("jan", rsvp=Rsvp.PENDING, number=2))
    day = plan(
        item("before", 0, 30, people=["ines"], candidates=["bob"]),
        fixed("talk", 30, 30, seats=replaced),
    )
    assert broken(project(day, assuming({"before": 10}))) == []
    late = project(day, assuming(later={"talk": 10}))
    assert broken(late) == [(PromiseKind.FIXED_START, "talk", minutes(10), ("ada", "jan"))]


def test_blocks_that_share_nothing_carry_no_delay() -> None:
    day = plan(
        item("a", 0, 30, people=["ines"], room="red"),
        item("b", 30, 30, candidates=["bob"], people=["jan"], room="blue"),
    )
    assert delays(project(day, assuming({"a": 10}))) == {"a": 0, "b": 0}


def test_tables_may_use_the_same_id() -> None:
    day = plan(item("a", 0, 30, candidates=["x"]), item("b", 30, 30, candidates=[], people=["x"]))
    assert delays(project(day, assuming({"a": 10}))) == {"a": 0, "b": 0}


@pytest.mark.parametrize(
    ("gap", "longer", "delay"),
    [
        pytest.param(20, 15, 0, id="5 of 20 stay"),
        pytest.param(20, 16, 1, id="the changeover survives"),
        pytest.param(5, 1, 1, id="all of the gap is changeover"),
        pytest.param(2, 0, 0, id="less was planned, and that stays"),
        pytest.param(2, 1, 1, id="no less than was planned"),
    ],
)
def test_required_changeover_survives_delay(gap: float, longer: float, delay: float) -> None:
    day = plan(item("a", 0, 30, room="red"), item("b", 30 + gap, 30, room="blue"))
    assert delays(project(day, assuming({"a": longer})))["b"] == delay


def test_room_needs_no_changeover() -> None:
    """Only the room is shared, and it need not go to the other block's place."""
    moving = block("b", "08:30", 30, room="red", candidates=["bob"])
    elsewhere = item("c", 60, 30, room="blue", candidates=["bob"])
    trier = (office("trier"), room("red"), room("blue", "trier"))
    day = plan(*trier, item("a", 0, 30, room="red"), moving, elsewhere)
    assert delays(project(day, assuming({"a": 10}))) == {"a": 0, "b": 10, "c": 10}


def test_call_costs_no_changeover() -> None:
    call = item("b", 40, 30, mode=Mode.VIDEO)
    day = plan(item("a", 0, 30, room="red"), call)
    assert delays(project(day, assuming({"a": 10})))["b"] == 0


@pytest.mark.parametrize(
    ("room_before", "room_after", "delay"),
    [
        pytest.param("green", "green", 0, id="stays at the other site"),
        pytest.param("red", "green", 5, id="goes to the other site after lunch"),
    ],
)
def test_rest_without_a_place_is_where_one_is(
    room_before: str, room_after: str, delay: float
) -> None:
    """Lunch gives up all but its minimum; the 30 minutes of the way after it stay."""
    day = plan(
        office("trier"),
        room("green", "trier"),
        item("before", 0, 60, room=room_before),
        rest("lunch", 60, 60, 30),
        item("after", 150, 30, room=room_after),
    )
    assert delays(project(day, assuming({"before": 35})))["after"] == delay


@pytest.mark.parametrize("kind", [Kind.MEAL, Kind.ESCORT], ids=["lunch interview", "escort"])
def test_meal_and_escort_without_a_place_are_where_one_is(kind: Kind) -> None:
    """All is in Trier: nobody goes to the plan's office in Luxembourg in between."""
    day = plan(
        office("trier"),
        room("green", "trier"),
        item("before", 0, 60, room="green"),
        item("between", 60, 60, kind=kind, people=["ines"]),
        item("after", 150, 30, room="green"),
    )
    assert delays(project(day, assuming({"before": 30}))) == {
        "before": 0,
        "between": 30,
        "after": 0,
    }


def test_flow_keeps_its_planned_gap_when_early() -> None:
    day = plan(item("a", 0, 30), flow("b", 40, 30))
    assert starts(project(day, assuming({"a": -10})))["b"] == 30


def test_flow_waits_for_whoever_is_last() -> None:
    """Ines is free 20 early, but Ada only 5; a room that was long free holds nobody up."""
    day = plan(
        item("long ago", 0, 10, room="red", candidates=[]),
        item("a", 30, 30),
        item("i", 30, 30, people=["ines"], candidates=[]),
        flow("b", 60, 30, people=["ines"], room="red"),
    )
    assert starts(project(day, assuming({"a": -5, "i": -20})))["b"] == 55


def test_flow_that_is_planned_too_early_starts_when_ready() -> None:
    day = plan(item("a", 0, 40), flow("b", 30, 30))
    assert starts(project(day))["b"] == 40
    assert starts(project(day, assuming({"a": -15})))["b"] == 25


def test_flow_that_is_held_up_does_not_follow() -> None:
    day = plan(item("a", 0, 30), flow("b", 30, 30))
    assert starts(project(day, assuming({"a": -10}, {"b": 5})))["b"] == 35


def test_flow_does_not_follow_the_day_before() -> None:
    day = plan(item("a", 0, 30), flow("b", 0, 30, day=date(2015, 9, 26)))
    assert delays(project(day, assuming({"a": -10})))["b"] == 0


def test_first_flow_of_all_starts_as_planned() -> None:
    assert starts(project(plan(flow("a", 10, 30)))) == {"a": 10}


def test_latecomer_to_a_fixed_block_goes_on_from_there() -> None:
    """Ada reaches the talk 20 late and stays to its end; Ines is in time for what she does next."""
    day = plan(
        item("before", 0, 60),
        fixed("talk", 60, 30, people=["ines"]),
        item("ada next", 90, 30),
        item("ines next", 90, 30, people=["ines"], candidates=[]),
    )
    projection = project(day, assuming({"before": 20}))
    assert starts(projection) == {"before": 0, "talk": 60, "ada next": 90, "ines next": 90}
    assert projection.conflicts == (
        Conflict(BlockId("talk"), Subject("candidates", "ada"), minutes(20)),
    )


def test_latecomer_who_misses_a_fixed_block_is_late_for_the_next() -> None:
    day = plan(
        item("before", 0, 60, room="red"),
        fixed("talk", 65, 30, room="blue"),
        item("next", 100, 30, room="red"),
    )
    projection = project(day, assuming({"before": 60}))
    assert starts(projection) == {"before": 0, "talk": 65, "next": 130}
    assert [c.late for c in projection.conflicts] == [minutes(60)]


def test_fixed_block_finds_its_room_occupied() -> None:
    day = plan(
        item("before", 0, 60, room="red", candidates=["bob"]), fixed("talk", 60, 30, room="red")
    )
    projection = project(day, assuming({"before": 10}))
    assert broken(projection) == [(PromiseKind.FIXED_START, "talk", minutes(10), ("red",))]


def test_fixed_block_that_is_itself_late_fails_everybody() -> None:
    day = plan(fixed("talk", 60, 30, people=["ines"]))
    projection = project(day, assuming(later={"talk": 10}))
    assert starts(projection) == {"talk": 70}
    assert projection.conflicts == ()
    assert broken(projection) == [(PromiseKind.FIXED_START, "talk", minutes(10), ("ada", "ines"))]


def test_latecomer_to_a_late_fixed_block_is_late_against_its_new_start() -> None:
    day = plan(item("before", 0, 60), fixed("talk", 60, 30, people=["ines"]))
    projection = project(day, assuming({"before": 15}, {"talk": 10}))
    assert [c.late for c in projection.conflicts] == [minutes(5)]
    assert broken(projection) == [(PromiseKind.FIXED_START, "talk", minutes(15), ("ada",))]


def test_fixed_rest_waits_for_those_who_rest() -> None:
    """A table is booked for them; they come late to it, and it gives way like any rest."""
    day = plan(
        item("before", 0, 60),
        rest("lunch", 60, 60, 30, start_rule=StartRule.FIXED),
        item("next", 120, 30),
    )
    projection = project(day, assuming({"before": 40}))
    lunch = projection.block(BlockId("lunch"))
    assert spans(projection) == {"before": (0, 100), "lunch": (100, 130), "next": (130, 160)}
    assert (lunch.shortened, lunch.violated) == (minutes(30), minutes(10))
    assert broken(projection) == [
        (PromiseKind.REST, "lunch", minutes(10), ("ada",)),
        (PromiseKind.FIXED_START, "lunch", minutes(40), ("ada",)),
    ]


@pytest.mark.parametrize(
    ("kind", "minimum"), [(Kind.BREAK, 10), (Kind.FREE_TIME, 10), (Kind.MEAL, 30)]
)
def test_rest_without_a_minimum_gets_the_policys(kind: Kind, minimum: float) -> None:
    day = plan(item("before", 0, 60), item("rest", 60, 60, kind=kind))
    assert spans(project(day, assuming({"before": 60})))["rest"] == (120, 120 + minimum)


def test_rest_that_is_planned_below_its_minimum_keeps_its_length() -> None:
    day = plan(item("before", 0, 60), rest("rest", 60, 5, 20), item("after", 65, 30))
    assert delays(project(day)) == {"before": 0, "rest": 0, "after": 0}
    assert spans(project(day, assuming({"before": 10})))["rest"] == (70, 75)


def test_rest_that_takes_longer_moves_its_pinned_end() -> None:
    day = plan(item("before", 0, 60), rest("rest", 60, 60, 20))
    projection = project(day, assuming({"rest": 10, "before": 5}))
    assert spans(projection)["rest"] == (65, 130)
    assert projection.block(BlockId("rest")).shortened == minutes(0)
    assert projection.broken == ()


def test_lunch_that_is_an_interview_does_not_give_way() -> None:
    lunch = item("lunch", 60, 60, kind=Kind.MEAL, people=["ines"])
    day = plan(item("before", 0, 60), lunch)
    assert spans(project(day, assuming({"before": 20})))["lunch"] == (80, 140)


def test_host_who_is_late_shortens_lunch() -> None:
    host = (seat("ines", SeatRole.HOST),)
    day = plan(
        item("call", 0, 60, people=["ines"], candidates=[]),
        rest("lunch", 60, 60, 30, kind=Kind.MEAL, seats=host),
    )
    projection = project(day, assuming({"call": 40}))
    assert broken(projection) == [(PromiseKind.REST, "lunch", minutes(10), ("ada", "ines"))]


@pytest.mark.parametrize(
    ("start", "due"),
    [
        pytest.param("17:00", "18:00", id="the policy's time"),
        pytest.param("17:30", "18:15", id="the planned end when that is later"),
    ],
)
def test_day_must_end_by_policy_or_plan(start: str, due: str) -> None:
    day = plan(block("a", "09:00", 45), block("b", start, 45))
    found = project(day, assuming({"b": 40})).day(ADA, DAY)
    assert found.due == moment(due)
    assert found.end == found.planned_end.moved(minutes(40))


def test_day_ends_on_the_clocks_of_its_last_place() -> None:
    day = plan(
        block("a", "09:00", 45),
        block("b", "15:00", 45, zone="Europe/London"),
        policy=Policy(day_end=time(17)),
    )
    assert project(day).day(ADA, DAY).due == moment("17:00", zone="Europe/London")


def test_day_that_ends_too_late_breaks_a_promise() -> None:
    day = plan(block("a", "17:00", 45), block("b", "17:00", 45, candidates=["bob"]))
    assert broken(project(day, assuming({"a": 20}))) == [
        (PromiseKind.DAY_END, "a", minutes(5), ("ada",))
    ]


def test_days_are_kept_apart() -> None:
    tomorrow = date(2015, 9, 26)
    day = plan(item("a", 0, 60), item("b", 0, 60, day=tomorrow), item("c", 60, 60, day=tomorrow))
    days = project(day, assuming({"b": 30})).days
    assert {key: found.end for key, found in days.items()} == {
        (ADA, DAY): moment("09:00"),
        (ADA, tomorrow): moment("10:30", day=tomorrow),
    }


def test_departure_home_binds_what_comes_before_it() -> None:
    """The call in the evening is taken on the way; an outbound journey binds nothing."""
    day = plan(
        homeward("16:00"),
        homeward("08:10", Direction.OUTBOUND),
        Journey(JourneyId("empty"), ADA, Direction.RETURN),
        block("a", "15:00", 45),
        block("call", "17:00", 30, mode=Mode.PHONE),
    )
    assert project(day).broken == ()
    assert broken(project(day, assuming({"a": 20}))) == [
        (PromiseKind.DEPARTURE, "a", minutes(5), ("ada",))
    ]


def test_departure_after_midnight_binds_the_evening_before() -> None:
    """What began more than a day before is no reason to miss it."""
    day = plan(
        homeward("00:10", day=DAY + timedelta(days=1)),
        block("long ago", "00:00", 30),
        block("dinner", "22:30", 60),
        policy=Policy(day_end=time(23, 59)),
    )
    late = project(day, assuming({"dinner": 120}))
    assert [found for found in broken(late) if found[0] is PromiseKind.DEPARTURE] == [
        (PromiseKind.DEPARTURE, "dinner", minutes(80), ("ada",))
    ]
    [bound] = [b for b in late.network.bounds if b.promise.kind is PromiseKind.DEPARTURE]
    assert bound.indexes == (1,)


@pytest.mark.parametrize("departure", ["14:00", "15:00"])
def test_departure_before_everything_binds_nothing(departure: str) -> None:
    day = plan(homeward(departure), block("a", "15:00", 45))
    assert project(day).broken == ()


def test_plan_that_breaks_its_own_promise_says_so() -> None:
    day = plan(homeward("15:30"), block("a", "15:00", 45))
    assert broken(project(day)) == [(PromiseKind.DEPARTURE, "a", minutes(15), ("ada",))]


def test_relative_delay_refuses_a_candidate_who_is_not_there() -> None:
    projection = project(plan(item("a", 0, 30)))
    with pytest.raises(InvalidValue) as refused:
        projection.relative_delay(BlockId("a"), CandidateId("bob"))
    assert refused.value.facts == {"field": "candidate", "reason": "not_in_block", "value": "bob"}


def test_empty_day_is_refused() -> None:
    projection = project(plan(item("a", 0, 30)))
    with pytest.raises(InvalidValue) as refused:
        projection.day(ADA, date(2015, 9, 26))
    assert refused.value.facts["reason"] == "nothing_scheduled"


def test_block_that_the_plan_does_not_hold_is_refused() -> None:
    with pytest.raises(UnknownRecord):
        project(plan(item("a", 0, 30)), assuming({"b": 5}))


def test_block_that_is_not_scheduled_is_refused() -> None:
    with pytest.raises(InvalidValue) as refused:
        project(plan(block("a"))).block(BlockId("a"))
    assert refused.value.facts == {"field": "block", "reason": "not_scheduled", "value": "a"}


def test_block_cannot_be_assumed_to_start_early() -> None:
    with pytest.raises(InvalidValue) as refused:
        assuming(later={"a": -1})
    assert refused.value.facts == {"field": "later", "reason": "negative"}


def test_assumptions_add_up() -> None:
    a, b = BlockId("a"), BlockId("b")
    first = NOTHING.adding(a, longer=minutes(5)).adding(a, longer=minutes(-2), later=minutes(1))
    assert first == Assumptions({a: minutes(3)}, {a: minutes(1)})
    both = first.plus(assuming(later={"a": 2, "b": 4}))
    assert both == Assumptions({a: minutes(3)}, {a: minutes(3), b: minutes(4)})
    assert both.blocks == {a, b}


def test_empty_plan_projects_to_nothing() -> None:
    projection = project(plan())
    assert (projection.blocks, projection.days, projection.broken) == ({}, {}, ())


def test_agenda_finds_what_follows_on_a_track() -> None:
    blocks: list[Block] = [item("a", 0, 30, people=["ines"]), item("b", 30, 30)]
    agenda = Agenda(plan(*blocks))
    a, b = agenda.entries
    assert [agenda.follower(a, track) for track in a.tracks] == [b, None]
