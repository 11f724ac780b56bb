"""Measures: what they write, what they change in the plan, and how that is taken out again."""

from dataclasses import replace

import pytest

from planner.domain.blocks import CalendarMark, Kind, Mode
from planner.domain.ids import BlockId, FocusAreaId
from planner.domain.log import Log
from planner.domain.people import FocusArea
from planner.schedule.live.live_projection import project_live
from planner.schedule.repairs.measures import Measure, Move, entries_of, made_up_id, undoing
from planner.schedule.repairs.prices import price_of, rank
from planner.schedule.repairs.proposals import advise, foreseen, outcome
from planner.schedule.repairs.situation import MOST_BLOCKS, Situation
from planner.schedule.repairs.staffing import opening
from tests.builders import block, minutes, person, plan
from tests.schedule.live.logs import at, log, told

X, Y = FocusAreaId("x"), FocusAreaId("y")
A, B = BlockId("A"), BlockId("B")


@pytest.mark.parametrize(
    ("measure", "told_as"),
    [
        (Measure(Move.ABSORB, A, by=minutes(5)), ["accepted"]),
        (Measure(Move.HOLD, A, by=minutes(5)), ["extended"]),
        (Measure(Move.CUT, A, by=minutes(5)), ["cut"]),
        (Measure(Move.SHIFT, A, to=at("12:00")), ["moved"]),
        (Measure(Move.SWAP, A, to=at("12:00"), other=B, other_to=at("10:00")), ["moved", "moved"]),
        (Measure(Move.REPLACE, A, mode=Mode.PHONE), ["replaced"]),
        (Measure(Move.CHANGE_MODE, A, mode=Mode.PHONE), ["replaced"]),
        (Measure(Move.DROP, A), ["skipped"]),
        (Measure(Move.DROP, A, other=B, areas=(X,)), ["skipped", "handed"]),
        (
            Measure(Move.MAKE_UP, A, by=minutes(20), added=block("new", "15:00", 20)),
            ["added"],
        ),
    ],
)
def test_measure_writes_what_it_decides(measure: Measure, told_as: list[str]) -> None:
    assert [entry.what.value for entry in entries_of([measure], at("10:00"))] == told_as


def test_undoing_leaves_alone_what_others_have_changed_since() -> None:
    areas = [FocusArea(X, "X"), FocusArea(Y, "Y")]
    taught = replace(block("B", "11:00", 45), focus_areas=(X, Y))
    day = plan(taught, block("new", "15:00", 20), *areas)
    handed = told("10:00", "handed", "B", areas=(X,))
    added = told("10:00", "added", "new", length=20)
    both = undoing([handed, added], day)
    assert both is not None
    undone = both.apply(day)
    assert (undone.block(B).focus_areas, set(undone.blocks)) == ((Y,), {"B"})
    gone = told("10:00", "added", "gone", length=20)
    assert undoing([gone, told("10:00", "note")], day) is None


def test_block_whose_calendar_is_no_seed_is_never_made_up() -> None:
    odd = replace(block("A", "09:00", 45, people=["ben"]), calendar=CalendarMark("odd"))
    rest = block("break", "11:00", 60, kind=Kind.BREAK, minimum=minutes(10))
    entries = [told("09:00", "started", "A"), told("09:15", "ended", "A")]
    assert made_up_id("odd") is None
    assert advise(plan(odd, rest), log(*entries), at("10:00")).proposals == ()


def test_made_up_time_that_nobody_comes_to_stays_lost() -> None:
    a = block("A", "09:00", 45, people=["ben"])
    rest = block("break", "11:00", 60, kind=Kind.BREAK, minimum=minutes(10))
    day = plan(a, rest)
    entries = [told("09:00", "started", "A"), told("09:15", "ended", "A")]
    best = advise(day, log(*entries), at("10:00")).proposals[0]
    changed, written = outcome(day, log(*entries), at("10:00"), best.measures)
    made_up = made_up_id(a.calendar.seed)
    assert made_up in changed.blocks
    assert price_of(project_live(changed, written, at("10:00"))).lost == minutes(0)
    dropped = written.adding([told("10:01", "skipped", made_up)])
    assert price_of(project_live(changed, dropped, at("10:01"))).lost == minutes(30 + 30)


def test_entry_of_the_future_is_taken_into_account() -> None:
    """A time that somebody typed wrongly must not make announced and obtained prices differ."""
    day = plan(
        block("A", "11:00", 60, people=["ben"]),
        block("lunch", "12:00", 40, kind=Kind.MEAL, minimum=minutes(30)),
        block("B", "12:40", 45, people=["noor"]),
    )
    entries = log(told("11:20", "started", "A"), told("12:30", "cut", "A", length=5))
    situation = Situation(day, entries, at("11:50"), project_live(day, entries, at("11:50")))
    measure = Measure(Move.HOLD, BlockId("lunch"), by=minutes(10))
    changed, written = outcome(day, entries, at("11:50"), [measure])
    expected = project_live(changed, written, at("11:50"))
    assert foreseen(situation, (measure,)).blocks == expected.blocks


def test_large_day_looks_at_what_is_in_trouble_first() -> None:
    blocks = [
        block(f"{who}{n}", f"{9 + n}:00".zfill(5), 60, people=[f"p-{who}"], candidates=[who])
        for who in "abcdefgh"
        for n in range(5)
    ]
    lunch = block("lunch", "14:00", 40, kind=Kind.MEAL, candidates=["c"], minimum=minutes(40))
    day = plan(*blocks, lunch, block("late", "14:40", 60, candidates=["c"], people=["p-c"]))
    started = [told(f"{12}:00", "started", f"{who}3") for who in "abdefgh"]
    entries = log(*started, told("12:30", "started", "c3"))
    situation = Situation(day, entries, at("12:40"), project_live(day, entries, at("12:40")))
    assert len(situation.concerned) == min(MOST_BLOCKS, len(situation.today))
    assert {"c3", "c4", "lunch"} <= {entry.block.id for entry in situation.concerned}


def test_block_without_seats_has_no_opening() -> None:
    projection = project_live(plan(block("A", "10:00", 45)), log(), at("10:15"))
    assert opening(projection, projection.agenda.entries[0]) is None


def test_block_without_seats_is_not_offered_to_the_bench() -> None:
    day = plan(block("A", "10:00", 45), person("kim"), block("B", "11:00", 45, people=["ben"]))
    found = advise(day, log(), at("10:15")).proposals
    assert [proposal.moves for proposal in found if Move.REPLACE in proposal.moves] == []


def test_who_lives_elsewhere_takes_over_by_video() -> None:
    day = plan(
        block("A", "14:00", 45, people=["ben"], mode=Mode.FACE_TO_FACE),
        person("ben"),
        person("kim", zone="Europe/Lisbon"),
    )
    advice = advise(day, log(told("14:10", "no_show", "A", person="ben")), at("14:12"))
    first = advice.proposals[0].measures[0]
    assert (first.person, first.mode) == ("kim", Mode.VIDEO)


def test_rank_refuses_what_cannot_be_counted() -> None:
    price = price_of(project_live(plan(block("A", "10:00", 45)), log(), at("09:00")))
    with pytest.raises(TypeError):
        rank(price, ["end"])


def test_plan_without_blocks_costs_nothing() -> None:
    price = price_of(project_live(plan(), Log(), at("09:00")))
    assert (price.end, price.is_kept, price.told) == (None, True, ())


def test_day_that_is_not_today_has_its_own_end() -> None:
    price = price_of(project_live(plan(block("A", "10:00", 45)), Log(), at("10:00").replace(day=1)))
    assert price.end is not None
    assert f"{price.end.local:%H:%M}" == "10:45"


def test_who_declined_is_not_taken_for_the_seat_that_is_open() -> None:
    day = plan(block("A", "10:00", 45, people=["ben", "noor"]), person("kim"))
    entries = log(told("10:10", "no_show", "A", person="noor"))
    found = opening(
        project_live(day, entries, at("10:12")),
        project_live(day, entries, at("10:12")).agenda.entries[0],
    )
    assert found is not None
    assert found.seat.person == "noor"
    assert [one.person for one in found.able] == ["kim"]


def test_lost_time_is_not_made_up_in_a_break_that_cannot_spare_it() -> None:
    a = block("A", "09:00", 45, people=["ben"])
    short = block("break", "11:00", 20, kind=Kind.BREAK, minimum=minutes(10))
    theirs = block("theirs", "11:00", 60, kind=Kind.BREAK, candidates=["bob"], minimum=minutes(10))
    entries = [told("09:00", "started", "A"), told("09:15", "ended", "A")]
    assert advise(plan(a, short, theirs), log(*entries), at("10:00")).proposals == ()


def test_lost_time_that_is_made_up_already_is_not_offered_again() -> None:
    a = block("A", "09:00", 45, people=["ben"])
    day = plan(a, block("break", "11:00", 60, kind=Kind.BREAK, minimum=minutes(10)))
    told_so_far = log(told("09:00", "started", "A"), told("09:15", "ended", "A"))
    best = advise(day, told_so_far, at("10:00")).proposals[0]
    changed, written = outcome(day, told_so_far, at("10:00"), best.measures)
    again = advise(changed, written, at("10:00")).proposals
    assert [p.moves for p in again if Move.MAKE_UP in p.moves] == []
