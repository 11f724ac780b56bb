"""Proposals: what a good coordinator would do, at the price that was announced."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.app.plan_files import load_plan_file
from planner.domain.blocks import Kind, Mode
from planner.domain.ids import BlockId, CandidateId, FocusAreaId, PersonId
from planner.domain.log import LogEntry
from planner.domain.plan import Plan
from planner.domain.policy import Policy, RepairCriterion
from planner.domain.subjects import Subject
from planner.resources import bundled
from planner.schedule.live.live_projection import project_live
from planner.schedule.repairs.finding import measures
from planner.schedule.repairs.measures import Move
from planner.schedule.repairs.prices import price_of, rank
from planner.schedule.repairs.proposals import MOST, Advice, advise, outcome
from planner.schedule.repairs.situation import Situation
from tests.builders import block, minutes, person, plan
from tests.schedule.live.logs import at, log, told

SAMPLE = load_plan_file(bundled("samples", "luxembourg-2015.interviewplan"))
MORNING = [told("10:15", "started", "interview-1"), told("10:58", "ended", "interview-1")]
BY_PHONE = [
    told("11:30", "replaced", "interview-2", person="recruitment-coordinator", mode="phone"),
    told("11:31", "started", "interview-2"),
    told("11:37", "interrupted", "interview-2", reason="dropped"),
    told("11:40", "resumed", "interview-2"),
    told("11:44", "interrupted", "interview-2", reason="dropped"),
    told("11:47", "resumed", "interview-2"),
]
OVER = told("11:57", "ended", "interview-2")


def moves(advice: Advice) -> list[tuple[str, ...]]:
    return [tuple(move.value for move in proposal.moves) for proposal in advice.proposals]


def test_missing_interviewer_is_replaced_from_the_bench() -> None:
    """At 11:12 a good coordinator asks the bench: every focus area is kept, lunch stays above 45."""
    advice = advise(SAMPLE, log(*MORNING), at("11:12"))
    best = advice.proposals[0]
    assert moves(advice) == [("replace",), ("replace",), ("drop",)]
    assert best.measures[0].block == BlockId("interview-2")
    assert (best.price.is_kept, best.price.areas) == (True, ())
    assert best.projection.block(BlockId("lunch")).shortened == minutes(12)
    assert len(advice.nothing.areas) == 3


def test_running_late_offers_to_absorb_or_to_hold_the_rest_or_to_cut() -> None:
    """What goes on keeps five minutes to be brought to a close: it is cut to 11:57."""
    advice = advise(SAMPLE, log(*MORNING, *BY_PHONE), at("11:52"))
    assert moves(advice) == [("absorb",), ("hold",), ("cut",)]
    absorb, hold, cut = advice.proposals
    assert cut.measures[0].by == minutes(25)
    assert cut.projection.block(BlockId("interview-2")).end.instant == at("11:57")
    assert cut.projection.block(BlockId("lunch")).shortened == minutes(12)
    assert cut.price.lost - advice.nothing.lost == minutes(25)
    assert absorb.price.told == ()
    assert hold.price.told == (
        Subject("people", "manager-solutions-architecture"),
        Subject("people", "manager-marketing"),
    )
    assert {absorb.price.end, hold.price.end} == {advice.nothing.end}


def test_lost_minutes_are_made_up_in_a_later_break() -> None:
    advice = advise(SAMPLE, log(*MORNING, *BY_PHONE, OVER), at("12:00"))
    best = advice.proposals[0]
    assert (best.moves, best.measures[0].other) == ((Move.MAKE_UP,), BlockId("break"))
    assert advice.nothing.lost - best.price.lost == minutes(25)
    assert best.price.told == (Subject("people", "recruitment-coordinator"),)


def test_a_day_on_time_needs_no_repair() -> None:
    quiet = plan(block("A", "10:00", 45, people=["ben"]), block("B", "10:45", 45, people=["noor"]))
    advice = advise(quiet, log(told("10:00", "started", "A")), at("10:20"))
    assert (advice.proposals, advice.nothing.is_kept) == ((), True)


def test_overrun_into_the_minimum_of_lunch_is_cut() -> None:
    day = plan(
        block("A", "11:00", 60, people=["ben"]),
        block("lunch", "12:00", 40, kind=Kind.MEAL, minimum=minutes(30)),
        block("B", "12:40", 45, people=["noor"]),
    )
    entries = [told("11:20", "started", "A")]
    advice = advise(day, log(*entries), at("11:50"))
    assert advice.nothing.promises == minutes(10)
    assert (Move.CUT,) in [proposal.moves for proposal in advice.proposals]
    assert advice.proposals[0].price.promises == timedelta()


@pytest.mark.parametrize(
    ("now", "by"),
    [
        ("11:26", 15),  # not to less than fifteen minutes
        ("11:30", 15),
        ("11:38", 10),  # and not without five to bring it to a close
        ("11:45", None),
        ("12:02", None),
    ],
)
def test_cut_leaves_an_interview_and_its_close(now: str, by: float | None) -> None:
    day = plan(
        block("A", "11:00", 30, people=["ben"]),
        block("lunch", "11:30", 90, kind=Kind.MEAL, minimum=minutes(30)),
        block("B", "13:00", 45, people=["noor"]),
    )
    entries = [told("11:23", "started", "A")]
    found = [p for p in advise(day, log(*entries), at(now)).proposals if p.moves == (Move.CUT,)]
    assert [p.measures[0].by for p in found] == ([] if by is None else [minutes(by)])
    assert all(p.price.is_kept for p in found)


def test_time_that_an_interview_stood_still_is_no_interview() -> None:
    day = plan(
        block("A", "11:00", 30, people=["ben"], mode=Mode.PHONE),
        block("lunch", "11:30", 90, kind=Kind.MEAL, minimum=minutes(30)),
        block("B", "13:00", 45, people=["noor"]),
    )
    told_so_far = [
        told("11:10", "started", "A"),
        told("11:12", "interrupted", "A"),
        told("11:22", "resumed", "A"),
    ]
    cut = advise(day, log(*told_so_far), at("11:24")).proposals[-1]
    assert (cut.moves, cut.measures[0].by) == ((Move.CUT,), minutes(15))
    assert cut.projection.block(BlockId("A")).end.instant == at("11:35")


def test_dropped_call_goes_on_in_another_mode_or_with_somebody_else() -> None:
    call = block("call", "10:00", 30, people=["ben"], mode=Mode.VIDEO)
    day = plan(call, block("B", "10:30", 45, people=["noor"]))
    entries = [told("10:00", "started", "call"), told("10:05", "interrupted", "call")]
    situation = advise(day, log(*entries), at("10:10"))
    assert situation.nothing.moved == minutes(5)


def test_the_policy_says_what_counts_first() -> None:
    first = (RepairCriterion.REST, *(c for c in RepairCriterion if c is not RepairCriterion.REST))
    rest_first = replace(SAMPLE, policy=Policy(repair_order=first))
    usual = advise(SAMPLE, log(*MORNING), at("11:12")).proposals[0]
    other = advise(rest_first, log(*MORNING), at("11:12")).proposals[0]
    assert (usual.moves, other.moves) == ((Move.REPLACE,), (Move.DROP,))


@pytest.mark.parametrize("who", ["ada", "bob"])
def test_advice_for_one_candidate_is_about_their_blocks(who: str) -> None:
    """Both are without their interviewers; each one's page shows what could be done about that."""
    entries = [told("10:00", "no_show", "B"), told("10:00", "no_show", "E")]
    found = advise(busy_day(), log(*entries), at("10:01"), CandidateId(who)).proposals
    blocks = {measure.block for proposal in found for measure in proposal.measures}
    own = {b.id for b in busy_day().blocks.values() if who in b.candidates}
    assert found != ()
    assert blocks <= own


def test_dropped_focus_areas_go_to_the_next_interview() -> None:
    advice = advise(SAMPLE, log(*MORNING), at("11:12"))
    drop = advice.proposals[2]
    changed, _ = outcome(SAMPLE, log(*MORNING), at("11:12"), drop.measures)
    heir = changed.block(BlockId("interview-3"))
    assert set(SAMPLE.block(BlockId("interview-2")).focus_areas) <= set(heir.focus_areas)
    assert drop.price.areas == ()


CLOCKS = st.integers(0, 8 * 60).map(lambda m: f"{9 + m // 60:02}:{m % 60:02}")
HAPPENINGS = st.sampled_from(["started", "ended", "no_show", "skipped", "interrupted", "resumed"])
NAMES = st.sampled_from(["A", "B", "C", "D", "lunch"])


def busy_day() -> Plan:
    return plan(
        block("A", "09:00", 45, people=["ben"], focus_areas=(FocusAreaId("x"),)),
        block("B", "09:45", 60, people=["noor"], mode=Mode.VIDEO),
        block("lunch", "10:45", 40, kind=Kind.MEAL, minimum=minutes(30)),
        block("C", "11:25", 45, people=["ben"], focus_areas=(FocusAreaId("y"),)),
        block("D", "12:10", 45, people=["kim"]),
        block("E", "09:30", 60, people=["kim"], candidates=["bob"]),
        *(person(name) for name in ("ben", "noor", "kim", "lea")),
    )


@st.composite
def stories(draw: st.DrawFn) -> tuple[str, list[LogEntry]]:
    told_so_far = [
        told(draw(CLOCKS), draw(HAPPENINGS), draw(NAMES)) for _ in range(draw(st.integers(0, 5)))
    ]
    now = draw(CLOCKS)
    return now, [entry for entry in told_so_far if entry.at <= at(now)]


@given(stories())
def test_applying_a_proposal_gives_the_price_that_was_announced(
    story: tuple[str, list[LogEntry]],
) -> None:
    now, entries = story
    advice = advise(busy_day(), log(*entries), at(now))
    assert len(advice.proposals) <= MOST
    for proposal in advice.proposals:
        changed, written = outcome(busy_day(), log(*entries), at(now), proposal.measures)
        assert price_of(project_live(changed, written, at(now))) == proposal.price


@given(stories())
def test_no_proposal_breaks_a_promise_that_holds_without_it(
    story: tuple[str, list[LogEntry]],
) -> None:
    now, entries = story
    advice = advise(busy_day(), log(*entries), at(now))
    for proposal in advice.proposals:
        assert rank(proposal.price)[:3] <= rank(advice.nothing)[:3] or proposal.price.is_kept


@pytest.mark.parametrize("who", ["lea", "kim"])
def test_replacement_takes_the_seat_of_who_is_missing(who: str) -> None:
    lunch = replace(busy_day().block(BlockId("lunch")), minimum=minutes(20))
    day = busy_day().with_records([lunch])
    entries = [told("09:10", "no_show", "A", person="ben")]
    advice = advise(day, log(*entries), at("09:12"))
    replacements = [p.measures[0] for p in advice.proposals if p.moves == (Move.REPLACE,)]
    assert all(m.instead_of == PersonId("ben") for m in replacements)
    assert (PersonId(who) in {m.person for m in replacements}) == (who == "lea")


def test_what_is_missing_is_not_swapped_with_what_should_have_begun() -> None:
    """B could have begun at ten: there is no later place in it for A."""
    day = plan(
        block("A", "09:00", 45, people=["ben"]),
        block("B", "10:00", 45, people=["noor"]),
        block("C", "12:00", 45, people=["kim"]),
    )
    situation = Situation(day, log(), at("10:30"), project_live(day, log(), at("10:30")))
    moved = [m for m in measures(situation) if m.move in {Move.SWAP, Move.SHIFT}]
    assert {m.other for m in moved} == {None, BlockId("C")}
    assert all(m.to is not None and m.to > at("10:30") for m in moved)


def test_rest_that_is_over_is_not_kept_whole_afterwards() -> None:
    day = plan(
        block("A", "10:00", 45, people=["ben"]),
        block("break", "10:45", 30, kind=Kind.BREAK, minimum=minutes(10)),
        block("B", "11:15", 45, people=["noor"]),
        block("lunch", "12:00", 45, kind=Kind.MEAL, minimum=minutes(30)),
        block("C", "12:45", 45, people=["kim"]),
    )
    entries = [told("10:00", "started", "A"), told("11:00", "ended", "A")]
    for now, rests in (("11:10", {"break"}), ("11:20", set[str]())):
        measured = measures(
            Situation(day, log(*entries), at(now), project_live(day, log(*entries), at(now)))
        )
        assert {m.block for m in measured if m.move in {Move.HOLD, Move.ABSORB}} & {
            "break"
        } == rests


def test_whoever_is_still_in_an_interview_is_not_asked_to_take_over() -> None:
    day = plan(
        block("A", "10:00", 45, people=["lea"], candidates=["bob"]),
        block("B", "11:00", 45, people=["ben"]),
        person("kim"),
    )
    entries = [told("10:40", "started", "A"), told("11:00", "no_show", "B", person="ben")]
    replacements = {
        measure.person
        for proposal in advise(day, log(*entries), at("11:02")).proposals
        for measure in proposal.measures
        if measure.move is Move.REPLACE
    }
    assert replacements == {PersonId("kim")}
