"""Looking ahead while somebody drags: the same as making the edit and asking everything afterwards."""

from dataclasses import dataclass, replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from planner.app.foresight import Foresight, Outlook, RestChange
from planner.domain.blocks import Kind
from planner.domain.edits.base import Edit
from planner.domain.edits.blocks import AddBlock, RemoveBlocks
from planner.domain.edits.details import ChangeDetails
from planner.domain.edits.document import IgnoreProblem
from planner.domain.edits.ripples import MoveAndShift
from planner.domain.edits.timing import ChangeTimes, MoveBlocks
from planner.domain.errors import EditRefused, UnknownRecord
from planner.domain.ids import BlockId
from planner.domain.plan import Plan
from planner.domain.problems import Severity
from planner.schedule.checks.examination import check, examine
from planner.schedule.projection import project
from planner.schedule.slack import slacks
from tests.builders import block, minutes, moment, plan
from tests.schedule.random_days import plans

FIRST, SECOND, LUNCH = BlockId("first"), BlockId("second"), BlockId("lunch")
MORNING = plan(
    block("first", "10:00", 45, people=["ben"]),
    block("second", "11:00", 45, people=["eve"]),
    block("lunch", "11:45", 90, kind=Kind.MEAL, minimum=minutes(45)),
)


def look(edit: Edit, day: Plan = MORNING) -> Outlook:
    return Foresight(day).of(edit)


def later(count: int, *names: BlockId) -> MoveBlocks:
    return MoveBlocks(names, minutes(count))


def test_edit_that_does_not_fit_is_refused_before_it_is_made() -> None:
    outlook = look(later(5, BlockId("gone")))
    assert isinstance(outlook.refusal, UnknownRecord)
    assert outlook == Outlook(None, outlook.refusal)
    assert outlook.severity is Severity.ERROR


def test_move_within_its_gap_changes_nothing_else() -> None:
    edit = later(5, FIRST)
    outlook = look(edit)
    after = edit.apply(MORNING)
    assert outlook == Outlook(plan=after, moved=(FIRST,), slack=slacks(project(after)).block(FIRST))
    assert outlook.slack is not None
    assert outlook.slack.free == minutes(10)
    assert outlook.severity is None


def test_rest_that_would_shrink_is_told_with_its_minimum() -> None:
    outlook = look(later(15, SECOND))
    assert outlook.rests == (RestChange(LUNCH, minutes(90), minutes(75), minutes(45)),)
    assert outlook.rests[0].is_kept
    assert [problem.code for problem in outlook.new_problems] == ["BRK-206"]
    assert outlook.severity is Severity.WARNING


def test_rest_that_is_made_shorter_by_hand_is_told_too() -> None:
    outlook = look(ChangeTimes(LUNCH, duration=minutes(30)))
    assert outlook.rests == (RestChange(LUNCH, minutes(90), minutes(30), minutes(45)),)
    assert not outlook.rests[0].is_kept
    assert "BRK-201" in {problem.code for problem in outlook.new_problems}


def test_rest_below_its_minimum_is_a_warning_even_where_nobody_finds_a_problem() -> None:
    rest = RestChange(LUNCH, minutes(90), minutes(30), minutes(45))
    assert Outlook(MORNING, rests=(rest,)).severity is Severity.WARNING


def test_rest_that_becomes_an_interview_is_no_rest_that_shrinks() -> None:
    assert look(ChangeDetails(LUNCH, kind=Kind.INTERVIEW)).rests == ()


def test_new_and_gone_problems_are_told_apart_from_those_that_stay() -> None:
    clash = plan(
        block("first", "10:00", 45, people=["ben"]), block("second", "10:30", 45, people=["ben"])
    )
    gone = {problem.code for problem in look(later(15, SECOND), clash).gone_problems}
    assert {"CLS-101", "CLS-102"} <= gone
    assert look(later(15, SECOND), clash).new_problems == ()
    assert look(later(5, SECOND), clash).gone_problems == ()


def test_problem_that_is_lived_with_is_none_that_is_new() -> None:
    edit = later(-20, SECOND)
    known = look(edit).new_problems
    assert known
    tolerant = MORNING
    for problem in known:
        tolerant = IgnoreProblem(problem.key, "on purpose").apply(tolerant)
    assert look(edit, tolerant).new_problems == ()


def test_ripple_tells_everything_that_moves_in_order() -> None:
    outlook = look(MoveAndShift(FIRST, moment("10:30")))
    assert outlook.moved == (FIRST, SECOND, LUNCH)
    assert outlook.slack is not None
    assert outlook.slack.block == FIRST


def test_new_block_moves_and_a_removed_one_does_not() -> None:
    added = look(AddBlock(block("pause", "16:00", 10, kind=Kind.BREAK)))
    assert (added.moved, added.rests) == ((BlockId("pause"),), ())
    assert look(RemoveBlocks((FIRST,))).moved == ()
    assert look(RemoveBlocks((FIRST,))).slack is None


def test_block_that_loses_its_time_has_no_slack() -> None:
    outlook = look(Unscheduled(FIRST))
    assert (outlook.moved, outlook.slack) == ((FIRST,), None)


def test_change_of_words_moves_nothing() -> None:
    outlook = look(ChangeDetails(FIRST, title="Other"))
    assert (outlook.moved, outlook.rests, outlook.slack) == ((), (), None)


def test_same_edit_is_looked_at_once() -> None:
    """The mouse moves many times within one step of snapping."""
    counting = Counting(FIRST)
    foresight = Foresight(MORNING)
    assert foresight.of(counting) is foresight.of(counting)
    assert counting.calls == [MORNING]
    foresight.of(later(5, FIRST))
    foresight.of(counting)
    assert counting.calls == [MORNING, MORNING]


def test_what_is_known_of_an_earlier_plan_will_do() -> None:
    earlier = examine(MORNING)
    now = later(5, FIRST).apply(MORNING)
    edit = later(15, SECOND)
    assert Foresight(now, earlier).of(edit) == Foresight(now).of(edit)
    assert Foresight(MORNING, earlier).of(edit) == Foresight(MORNING).of(edit)


@given(plans(), st.data())
def test_outlook_is_what_the_edit_brings(day: Plan, data: st.DataObject) -> None:
    if not day.blocks:
        return
    name = data.draw(st.sampled_from(sorted(day.blocks)))
    edit = MoveBlocks((name,), minutes(5 * data.draw(st.integers(-30, 30))))
    outlook = look(edit, day)
    try:
        after = edit.apply(day)
    except EditRefused:
        assert outlook.plan is None
        return
    before, found = check(day), check(after)
    assert outlook.plan == after
    assert {p.key for p in outlook.new_problems} == {p.key for p in found} - {p.key for p in before}
    assert {p.key for p in outlook.gone_problems} == {p.key for p in before} - {
        p.key for p in found
    }
    assert set(outlook.moved) == {n for n, b in after.blocks.items() if b != day.blocks[n]}
    lengths = {n: b.end.instant - b.start.instant for n, b in project(after).blocks.items()}
    earlier = {n: b.end.instant - b.start.instant for n, b in project(day).blocks.items()}
    shorter = {n for n, b in after.blocks.items() if b.is_rest and lengths[n] < earlier[n]}
    assert {rest.block: rest.after for rest in outlook.rests} == {n: lengths[n] for n in shorter}
    assert all(rest.before - rest.after > timedelta() for rest in outlook.rests)


@dataclass(frozen=True)
class Unscheduled:
    """Take the time of a block away."""

    block: BlockId

    def apply(self, day: Plan) -> Plan:
        return day.with_records([replace(day.block(self.block), timebox=None)])


class Counting:
    """An edit that notes to which plans it was applied."""

    def __init__(self, block_id: BlockId) -> None:
        self.calls: list[Plan] = []
        self._edit = later(10, block_id)

    def apply(self, day: Plan) -> Plan:
        self.calls.append(day)
        return self._edit.apply(day)
