"""What holds for any day: there and back, twice, again, and no overlap made by a shift."""

from itertools import combinations

from hypothesis import assume, given
from hypothesis import strategies as st

from planner.domain.blocks import Block, Kind, StartRule
from planner.domain.edits.base import Edit
from planner.domain.edits.ripples import InsertAt, MoveAndShift, ShiftFrom, ShiftLater
from planner.domain.edits.sequence import Compact, FollowPrevious, SwapNeighbours
from planner.domain.edits.timing import MoveBlocks, ResizeBlock, TrimToFit
from planner.domain.edits.together import Together
from planner.domain.errors import EditRefused
from planner.domain.ids import BlockId, CandidateId
from planner.domain.plan import Plan
from planner.domain.ripple import Absorption
from planner.domain.sequences import Placed, placed, strands
from tests import builders
from tests.builders import minutes
from tests.domain.edits.layout import A, B, at, laid

NAMES = tuple(map(BlockId, "ABCDEF"))
WHO = st.sampled_from([("ada",), ("ada",), ("bob",), ("ada", "bob"), ()])
KINDS = st.sampled_from([Kind.INTERVIEW, Kind.BREAK, Kind.MEAL])
RULES = st.sampled_from([*[StartRule.NOT_BEFORE] * 3, StartRule.FLOW, StartRule.FIXED])
FIVES = st.integers(1, 24).map(lambda count: 5 * count)
STARTS = st.integers(60, 200).map(lambda count: 5 * count)
ABSORPTIONS = st.builds(Absorption, st.booleans(), st.booleans(), FIVES.map(minutes))


@st.composite
def days(draw: st.DrawFn, who: st.SearchStrategy[tuple[str, ...]] = WHO) -> Plan:
    """Draw two to six blocks between 5:00 and 18:40, of ``who``: Ada, Bob, both or nobody."""
    names = NAMES[: draw(st.integers(2, len(NAMES)))]
    return builders.plan(
        builders.candidate("ada"), builders.candidate("bob"), *(draw(blocks(n, who)) for n in names)
    )


@st.composite
def blocks(draw: st.DrawFn, name: str, who: st.SearchStrategy[tuple[str, ...]]) -> Block:
    start, length = draw(STARTS), draw(FIVES)
    return laid(
        name,
        start,
        start + length,
        candidates=draw(who),
        kind=draw(KINDS),
        start_rule=draw(RULES),
    )


def applied(edit: Edit, plan: Plan) -> Plan:
    """Return the changed plan; a day for which the edit is refused is not looked at."""
    try:
        return edit.apply(plan)
    except EditRefused:
        assume(condition=False)
        raise


def items(plan: Plan) -> dict[str, Placed]:
    return {
        block.id: placed(block, block.timebox, plan.policy)
        for block in plan.blocks.values()
        if block.timebox is not None
    }


def overlapping(plan: Plan, *, besides: frozenset[str] = frozenset()) -> set[tuple[str, str]]:
    """Return the pairs of blocks of one candidate that share time."""
    return {
        (one.block.id, two.block.id)
        for one, two in combinations(items(plan).values(), 2)
        if one.start < two.end
        and two.start < one.end
        and set(strands(one.block)) & set(strands(two.block))
        and not {one.block.id, two.block.id} & besides
    }


def staying(plan: Plan, anchor: BlockId) -> frozenset[str]:
    """Return the blocks that a shift of ``anchor`` leaves alone whatever happens."""
    scope = set(strands(plan.blocks[anchor]))
    return frozenset(
        block.id
        for block in plan.blocks.values()
        if block.id != anchor
        and (block.start_rule is StartRule.FIXED or not scope.issuperset(strands(block)))
    )


@given(days(), st.integers(-300, 300))
def test_move_there_and_back_gives_an_equal_plan(plan: Plan, delta: int) -> None:
    edits = (MoveBlocks(NAMES[:2], minutes(delta)), MoveBlocks(NAMES[:2], -minutes(delta)))
    assert Together(edits).apply(plan) == plan


@given(days())
def test_swap_twice_gives_an_equal_plan(plan: Plan) -> None:
    swapped = applied(SwapNeighbours(A, B), plan)
    assert applied(SwapNeighbours(A, B), swapped) == plan


@given(days())
def test_swap_keeps_the_whole_and_the_lengths(plan: Plan) -> None:
    before, after = items(plan), items(applied(SwapNeighbours(A, B), plan))
    assert min(before[A].start, before[B].start) == min(after[A].start, after[B].start)
    assert max(before[A].end, before[B].end) == max(after[A].end, after[B].end)
    assert [i.end - i.start for i in before.values()] == [i.end - i.start for i in after.values()]


@given(days(), FIVES)
def test_compact_twice_is_compact_once(plan: Plan, gap: int) -> None:
    edit = Compact(tuple(plan.blocks), minutes(gap), at(540))
    once = edit.apply(plan)
    assert edit.apply(once) == once


@given(days(), FIVES, ABSORPTIONS)
def test_shift_later_makes_no_overlap(plan: Plan, delta: int, absorption: Absorption) -> None:
    shifted = applied(ShiftLater(A, minutes(delta), absorption), plan)
    besides = staying(plan, A)
    assert overlapping(shifted, besides=besides) <= overlapping(plan, besides=besides)


@given(days(), STARTS, FIVES, ABSORPTIONS)
def test_shift_from_a_moment_makes_no_overlap(
    plan: Plan, start: int, delta: int, absorption: Absorption
) -> None:
    shifted = applied(ShiftFrom(at(start), minutes(delta), (), absorption), plan)
    fixed = frozenset(b.id for b in plan.blocks.values() if b.start_rule is StartRule.FIXED)
    assert overlapping(shifted, besides=fixed) <= overlapping(plan, besides=fixed)


@given(days(), FIVES, ABSORPTIONS)
def test_shift_later_keeps_the_order_of_each_candidate(
    plan: Plan, delta: int, absorption: Absorption
) -> None:
    before, after = items(plan), items(applied(ShiftLater(A, minutes(delta), absorption), plan))
    movers = [item for name, item in before.items() if name not in staying(plan, A)]
    for one, two in combinations(sorted(movers, key=lambda item: item.start), 2):
        if set(strands(one.block)) & set(strands(two.block)) and one.start != two.start:
            assert after[one.block.id].start <= after[two.block.id].start


@given(days(), FIVES, ABSORPTIONS)
def test_shift_later_moves_nothing_further_than_asked(
    plan: Plan, delta: int, absorption: Absorption
) -> None:
    before, after = items(plan), items(applied(ShiftLater(A, minutes(delta), absorption), plan))
    moved = {name: after[name].start - before[name].start for name in before}
    assert moved[A] == minutes(delta)
    assert all(minutes(0) <= delay <= minutes(delta) for delay in moved.values())


@given(days(), STARTS, FIVES, ABSORPTIONS)
def test_insertion_makes_room(plan: Plan, start: int, length: int, absorption: Absorption) -> None:
    new = laid("new", start, start + length, candidates=["ada", "bob"])
    grown = applied(InsertAt(new, absorption), plan)
    besides = staying(grown, new.id)
    early = {name for name, item in items(plan).items() if item.start < at(start).instant}
    made = overlapping(grown, besides=besides) - overlapping(plan, besides=besides)
    assert {pair for pair in made if not set(pair) & early} == set()


@given(days(), st.integers(-60, 60), ABSORPTIONS)
def test_move_and_shift_puts_the_block_where_it_was_asked(
    plan: Plan, delta: int, absorption: Absorption
) -> None:
    to = items(plan)[A].timebox.start.moved(minutes(delta))
    moved = items(applied(MoveAndShift(A, to, absorption), plan))
    assert moved[A].timebox.start == to


@given(days())
def test_following_blocks_touch_what_came_before(plan: Plan) -> None:
    followed = applied(FollowPrevious((B,)), plan)
    ends = {
        i.end for i in items(plan).values() if set(strands(i.block)) & set(strands(plan.blocks[B]))
    }
    assert items(followed)[B].start in ends
    assert applied(FollowPrevious((B,)), followed) is not None


@given(days(), st.integers(-100, 1600), st.integers(-100, 1600))
def test_resized_block_keeps_a_length_and_stays_in_its_day(
    plan: Plan, start: int, end: int
) -> None:
    item = items(ResizeBlock(A, at(start), at(end)).apply(plan))[A]
    assert item.end - item.start >= minutes(5)
    assert at(0).instant <= item.start < item.end <= at(1440).instant


@given(days())
def test_trimmed_blocks_share_no_time(plan: Plan) -> None:
    trimmed = items(applied(TrimToFit(A, B), plan))
    assert trimmed[A].end <= trimmed[B].start or trimmed[B].end <= trimmed[A].start


@given(days(st.sampled_from([("ada",), ("bob",)])), FIVES)
def test_shift_of_everybody_is_the_shift_of_each(plan: Plan, delta: int) -> None:
    """Without shared blocks, the days of two candidates do not touch each other."""
    ada, bob = CandidateId("ada"), CandidateId("bob")
    both = applied(ShiftFrom(at(540), minutes(delta), (ada, bob)), plan)
    each = (ShiftFrom(at(540), minutes(delta), (ada,)), ShiftFrom(at(540), minutes(delta), (bob,)))
    assert applied(Together(each), plan) == both
