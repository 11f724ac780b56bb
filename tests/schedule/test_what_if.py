"""What-if answers by hand, and that no minute is lost on the way; minutes after eight."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.blocks import Kind
from planner.domain.errors import InvalidValue, UnknownRecord
from planner.domain.ids import BlockId
from planner.domain.subjects import Subject
from planner.domain.times import ZERO
from planner.schedule.assumptions import Assumptions
from planner.schedule.network import network
from planner.schedule.promises import PromiseKind
from planner.schedule.statements import Statement, statements
from planner.schedule.what_if import Absorbed, WhatIf, what_if
from tests.builders import block, minutes, moment, plan
from tests.schedule.minute_days import assuming, fixed, flow, item, rest
from tests.schedule.random_days import assumptions, chains, plans
from tests.schedule.test_projection import homeward

A, B, C = BlockId("a"), BlockId("b"), BlockId("c")
LUNCH, TALK = BlockId("lunch"), BlockId("talk")

LUNCH_DAY = plan(
    item("a", 0, 45),
    item("b", 60, 45, people=["jan"]),
    rest("lunch", 105, 60, 40, kind=Kind.MEAL),
    item("c", 165, 45),
)


def moves(answer: WhatIf) -> dict[str, tuple[float, float]]:
    """Return by how many minutes starts and ends move."""
    return {m.block: (m.later / minutes(1), m.ends_later / minutes(1)) for m in answer.moves}


def breaks(answer: WhatIf) -> list[tuple[PromiseKind, str, timedelta]]:
    return [(b.promise.kind, b.promise.block, b.by) for b in answer.broken]


def codes(answer: WhatIf) -> list[str]:
    return [said.code for said in statements(answer)]


def test_gap_and_lunch_absorb_a_longer_block() -> None:
    answer = what_if(LUNCH_DAY, assuming(longer={"a": 25}))
    assert moves(answer) == {"a": (0, 25), "b": (10, 10), "lunch": (10, 0)}
    assert answer.absorbed == (Absorbed(B, minutes(15), follows=A), Absorbed(LUNCH, minutes(10)))
    assert (answer.broken, answer.days) == ((), ())
    assert answer.concerned == (Subject("candidates", "ada"), Subject("people", "jan"))
    assert codes(answer) == [
        "ends_later",
        "starts_later",
        "rest_gives",
        "gap_gives",
        "promises_kept",
        "concerns",
    ]


def test_lunch_below_its_minimum_pushes_what_follows() -> None:
    answer = what_if(LUNCH_DAY, assuming(later={"b": 30}))
    assert moves(answer) == {"b": (30, 30), "lunch": (30, 10), "c": (10, 10)}
    assert answer.absorbed == (Absorbed(LUNCH, minutes(20)),)
    assert breaks(answer) == [(PromiseKind.REST, "lunch", minutes(10))]
    assert [(d.before.end, d.after.end, d.later) for d in answer.days] == [
        (moment("11:30"), moment("11:40"), minutes(10))
    ]
    assert codes(answer) == [
        "starts_later",
        "rest_gives",
        "starts_later",
        "breaks_rest",
        "day_ends_later",
        "concerns",
    ]


def test_statements_carry_the_facts() -> None:
    answer = what_if(LUNCH_DAY, assuming(later={"b": 30}))
    lunch, ada = Subject("blocks", "lunch"), Subject("candidates", "ada")
    said = statements(answer)
    assert said[1] == Statement(
        "rest_gives",
        {"block": lunch, "start": moment("10:15"), "by": minutes(20), "left": minutes(40)},
    )
    assert said[3] == Statement(
        "breaks_rest",
        {
            "block": lunch,
            "who": (ada,),
            "by": minutes(10),
            "due": moment("10:45"),
            "end": moment("10:55"),
        },
    )
    assert said[4] == Statement(
        "day_ends_later", {"who": ada, "by": minutes(10), "end": moment("11:40")}
    )


def test_answer_is_against_what_is_assumed_anyhow() -> None:
    """Lunch is broken by 10 already: only the 5 more are news, and it gives nothing any more."""
    answer = what_if(LUNCH_DAY, assuming(longer={"b": 5}), given=assuming(later={"b": 30}))
    assert moves(answer) == {"b": (0, 5), "lunch": (5, 5), "c": (5, 5)}
    assert answer.absorbed == ()
    assert breaks(answer) == [(PromiseKind.REST, "lunch", minutes(15))]


def test_several_assumptions_are_one_question() -> None:
    """Each is compared with the plan without all of them, whichever is named last."""
    answer = what_if(LUNCH_DAY, assuming(longer={"b": 25, "c": 1}))
    assert moves(answer) == {"b": (0, 25), "lunch": (25, 5), "c": (5, 6)}
    assert breaks(answer) == [(PromiseKind.REST, "lunch", minutes(5))]
    assert "nothing_else_moves" not in codes(answer)


def test_nothing_else_moves_when_all_that_move_were_asked_about() -> None:
    answer = what_if(LUNCH_DAY, assuming(longer={"a": 5, "c": 1}))
    assert moves(answer) == {"a": (0, 5), "c": (0, 1)}
    assert codes(answer)[:3] == ["ends_later", "ends_later", "nothing_else_moves"]


def test_promise_that_is_broken_anyhow_is_no_news() -> None:
    answer = what_if(LUNCH_DAY, assuming(longer={"a": 5}), given=assuming(later={"b": 30}))
    assert (moves(answer), answer.broken) == ({"a": (0, 5)}, ())
    assert codes(answer) == [
        "ends_later",
        "nothing_else_moves",
        "gap_gives",
        "no_more_breaks",
        "concerns",
    ]


def test_delay_that_hits_nothing_moves_nothing() -> None:
    answer = what_if(LUNCH_DAY, assuming(later={"a": 5}), given=assuming(later={"a": 0}))
    assert moves(answer) == {"a": (5, 5)}
    idle = what_if(LUNCH_DAY, assuming(later={"c": 5}), given=assuming(later={"b": 60}))
    assert (moves(idle), idle.concerned, codes(idle)) == (
        {},
        (),
        ["nothing_moves", "no_more_breaks"],
    )


def test_shorter_block_lets_lunch_begin_on_time_and_flow_follow() -> None:
    day = plan(item("a", 0, 45), flow("b", 45, 45), rest("lunch", 90, 60, 40))
    late = assuming({"a": 10})
    answer = what_if(day, assuming(longer={"a": -20}), given=late)
    assert moves(answer) == {"a": (0, -20), "b": (-20, -20), "lunch": (-10, 0)}
    assert answer.absorbed == ()
    assert codes(answer) == [
        "ends_earlier",
        "starts_earlier",
        "starts_earlier",
        "promises_kept",
        "concerns",
    ]


def test_day_that_ends_earlier_is_told() -> None:
    answer = what_if(plan(item("a", 0, 45)), assuming(longer={"a": -20}))
    assert codes(answer) == [
        "ends_earlier",
        "nothing_else_moves",
        "promises_kept",
        "day_ends_earlier",
        "concerns",
    ]


def test_shorter_rest_absorbs_nothing() -> None:
    day = plan(item("a", 0, 45), rest("lunch", 45, 60, 40), item("c", 105, 45))
    answer = what_if(day, assuming(longer={"lunch": -10}))
    assert (moves(answer), answer.absorbed) == ({"lunch": (0, -10)}, ())


def test_rest_that_begins_later_absorbs_its_own_delay() -> None:
    answer = what_if(LUNCH_DAY, assuming(later={"lunch": 15}))
    assert moves(answer) == {"lunch": (15, 0)}
    assert answer.absorbed == (Absorbed(LUNCH, minutes(15)),)


def test_gap_before_a_fixed_block_absorbs_until_somebody_is_late() -> None:
    day = plan(item("a", 0, 45), fixed("talk", 60, 30), item("c", 100, 30))
    answer = what_if(day, assuming(longer={"a": 65}))
    assert moves(answer) == {"a": (0, 65), "c": (10, 10)}
    assert answer.absorbed == (Absorbed(TALK, minutes(15), follows=A),)
    assert breaks(answer) == [(PromiseKind.FIXED_START, "talk", minutes(50))]
    assert codes(answer)[3] == "breaks_fixed_start"


@pytest.mark.parametrize(
    ("late", "absorbed"),
    [
        pytest.param(40, (Absorbed(C, minutes(8), follows=TALK),), id="leaves with the others"),
        pytest.param(60, (), id="gets there only when it is over"),
    ],
)
def test_gap_after_a_fixed_block_is_used_by_who_is_still_there(
    late: float, absorbed: tuple[Absorbed, ...]
) -> None:
    day = plan(item("a", 0, 45), fixed("talk", 60, 30), item("c", 130, 30))
    answer = what_if(day, assuming(longer={"talk": 8}), given=assuming({"a": late}))
    assert (moves(answer), answer.absorbed) == ({"talk": (0, 8)}, absorbed)


def test_fixed_block_that_is_late_itself_is_said_to_be() -> None:
    answer = what_if(plan(fixed("talk", 60, 30)), assuming(later={"talk": 5}))
    assert codes(answer) == [
        "starts_later",
        "nothing_else_moves",
        "delays_fixed_start",
        "day_ends_later",
        "concerns",
    ]


def test_gap_is_named_once_whoever_shares_it() -> None:
    day = plan(
        item("a", 0, 45, people=["ines"], room="red"),
        item("b", 60, 45, people=["ines"], room="red"),
    )
    answer = what_if(day, assuming(longer={"a": 10}))
    assert answer.absorbed == (Absorbed(B, minutes(10), follows=A),)


def test_night_absorbs_without_being_mentioned() -> None:
    day = plan(item("a", 0, 45), item("b", 0, 45, day=date(2015, 9, 26)))
    answer = what_if(day, assuming(longer={"a": 10}))
    assert answer.absorbed == (Absorbed(B, minutes(10), follows=A),)
    assert codes(answer) == [
        "ends_later",
        "nothing_else_moves",
        "promises_kept",
        "day_ends_later",
        "concerns",
    ]


def test_day_that_ends_too_late_is_said_once() -> None:
    day = plan(
        homeward("18:05"),
        block("a", "17:00", 45, candidates=["ada", "bob"]),
        block("b", "17:45", 30, candidates=["bob"], people=["ines"]),
    )
    answer = what_if(day, assuming(longer={"a": 30}))
    assert breaks(answer) == [
        (PromiseKind.DAY_END, "a", minutes(15)),
        (PromiseKind.DAY_END, "b", minutes(30)),
        (PromiseKind.DEPARTURE, "a", minutes(10)),
    ]
    assert codes(answer)[2:] == ["breaks_day_end", "breaks_day_end", "breaks_departure", "concerns"]


def test_debrief_without_candidates_concerns_its_people() -> None:
    day = plan(item("a", 0, 45, candidates=[], people=["ines"]))
    answer = what_if(network(day), assuming(longer={"a": 30}))
    assert (answer.days, answer.concerned) == ((), (Subject("people", "ines"),))


def test_block_nobody_is_in_concerns_nobody() -> None:
    answer = what_if(plan(item("a", 0, 45, candidates=[])), assuming(longer={"a": 30}))
    assert codes(answer) == ["ends_later", "nothing_else_moves", "promises_kept"]


def test_block_that_is_not_there_is_refused() -> None:
    with pytest.raises(UnknownRecord):
        what_if(LUNCH_DAY, assuming(longer={"z": 5}))
    with pytest.raises(InvalidValue):
        what_if(plan(block("a")), assuming(longer={"a": 5}))
    with pytest.raises(InvalidValue):
        what_if(LUNCH_DAY, assuming(later={"a": -5}))


@given(st.data())
def test_no_minute_is_lost_along_a_chain(data: st.DataObject) -> None:
    """What goes in at a block is absorbed after it, or comes out at the end of the chain."""
    day = data.draw(chains())
    asked = data.draw(st.sampled_from(sorted(day.blocks)))
    delay = minutes(data.draw(st.integers(0, 90)))
    answer = what_if(day, Assumptions(longer={asked: delay}), given=data.draw(assumptions(day)))
    moved = {move.block: move for move in answer.moves}
    delay_in = moved[asked].ends_later if asked in moved else ZERO
    last = answer.before.agenda.entries[-1].block.id
    delay_out = moved[last].ends_later if last in moved else ZERO
    assert delay_in == sum((a.by for a in answer.absorbed), start=ZERO) + delay_out
    assert delay_in <= delay


@given(st.data())
def test_no_minute_of_a_late_start_is_lost_along_a_chain(data: st.DataObject) -> None:
    day = data.draw(chains())
    asked = data.draw(st.sampled_from(sorted(day.blocks)))
    delay = minutes(data.draw(st.integers(0, 90)))
    answer = what_if(day, Assumptions(later={asked: delay}))
    moved = {move.block: move for move in answer.moves}
    delay_in = moved[asked].later if asked in moved else ZERO
    last = answer.before.agenda.entries[-1].block.id
    delay_out = moved[last].ends_later if last in moved else ZERO
    assert delay_in == sum((a.by for a in answer.absorbed), start=ZERO) + delay_out


@given(st.data())
def test_delay_absorbs_at_most_what_was_there(data: st.DataObject) -> None:
    day = data.draw(plans())
    asked = data.draw(st.sampled_from(sorted(day.blocks)))
    longer = Assumptions(longer={asked: minutes(30)})
    answer = what_if(day, longer, given=data.draw(assumptions(day)))
    assert [a for a in answer.absorbed if not ZERO < a.by <= minutes(30)] == []
