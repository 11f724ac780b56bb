"""Shifts along a day. The numbers T19 to T40 are those of the project's table of cases."""

from datetime import timedelta

import pytest

from planner.domain.blocks import Kind, StartRule, Timebox
from planner.domain.edits.base import Edit
from planner.domain.edits.blocks import AddBlock, InsertAfter
from planner.domain.edits.ripples import InsertAt, MoveAndShift, ShiftFrom, ShiftLater
from planner.domain.edits.timing import Reschedule
from planner.domain.edits.together import Together
from planner.domain.errors import EditRefused, UnknownRecord
from planner.domain.ids import CandidateId
from planner.domain.ripple import Absorption
from tests import builders
from tests.builders import DAY, minutes, moment
from tests.domain.edits.layout import A, B, C, at, box, day, flowing, laid, spans, start_rules

FLOW, WAITS = StartRule.FLOW, StartRule.NOT_BEFORE
FIVE_DAY = ((100, 200), (200, 300), (400, 500), (600, 700))
ALL_OF_IT = Absorption(gaps=False)
BREAKS_TOO = Absorption(rest=True)


@pytest.mark.parametrize(
    ("before", "edit", "after"),
    [
        pytest.param(
            FIVE_DAY,
            ShiftLater(B, minutes(200)),
            [(100, 200), (400, 500), (500, 600), (600, 700)],
            id="T19-gaps-absorb",
        ),
        pytest.param(
            [(0, 100), (500, 600)],
            ShiftLater(B, minutes(500)),
            [(0, 100), (1000, 1100)],
            id="T20-gap-before-the-shift-does-not",
        ),
        pytest.param(
            [(600, 700), (900, 1000)],
            Together((ShiftLater(A, -minutes(100)), ShiftLater(B, -minutes(300)))),
            [(500, 600), (500, 600)],
            id="T22-gaps-never-absorb-pulling-forward",
        ),
        pytest.param(
            [(0, 10), (10, 20), (20, 30), (30, 40)],
            ShiftLater(A, minutes(10)),
            [(10, 20), (20, 30), (30, 40), (40, 50)],
            id="T23-all-of-a-chain",
        ),
        pytest.param(
            [(780, 840), (900, 960)],
            ShiftLater(A, timedelta(hours=2)),
            [(900, 960), (960, 1020)],
            id="T25-gap-absorbs-an-hour",
        ),
        pytest.param(FIVE_DAY, ShiftLater(B, minutes(0)), FIVE_DAY, id="T28-nothing"),
        pytest.param(FIVE_DAY, ShiftFrom(at(601), minutes(50)), FIVE_DAY, id="T28-after-the-last"),
        pytest.param(
            [(100, 200), (200, 300), (400, 500)],
            ShiftLater(B, minutes(150)),
            [(100, 200), (350, 450), (450, 550)],
            id="T29-gap-of-100-absorbs-100",
        ),
        pytest.param(
            [(90, 100), (92.5, 95), (105, 115)],
            ShiftLater(A, minutes(10)),
            [(100, 110), (102.5, 105), (110, 120)],
            id="T30-gap-to-the-latest-end",
        ),
        pytest.param(
            FIVE_DAY,
            ShiftLater(B, minutes(20), ALL_OF_IT),
            [(100, 200), (220, 320), (420, 520), (620, 720)],
            id="gaps-kept",
        ),
        pytest.param(
            FIVE_DAY,
            ShiftLater(B, minutes(120), Absorption(kept_gap=minutes(30))),
            [(100, 200), (320, 420), (450, 550), (600, 700)],
            id="thirty-of-every-gap-kept",
        ),
        pytest.param(
            FIVE_DAY,
            ShiftFrom(at(400), minutes(150)),
            [(100, 200), (200, 300), (550, 650), (650, 750)],
            id="from-a-moment",
        ),
    ],
)
def test_shift_moves_what_follows(
    before: list[tuple[float, float]], edit: Edit, after: list[tuple[float, float]]
) -> None:
    assert spans(edit.apply(day(*before))) == list(after)


@pytest.mark.parametrize("edit", [ShiftLater(B, minutes(0)), ShiftFrom(at(700), minutes(50))])
def test_shift_of_nothing_returns_the_same_plan(edit: Edit) -> None:
    plan = day(*FIVE_DAY)
    assert edit.apply(plan) is plan


def test_t23_links_are_kept_where_the_whole_chain_moves() -> None:
    plan = builders.plan(laid("A", 0, 10), flowing("B", 10, 20), flowing("C", 20, 30))
    assert start_rules(ShiftLater(A, minutes(10)).apply(plan)) == [WAITS, FLOW, FLOW]


def test_t26_link_is_cut_so_that_the_gap_survives() -> None:
    plan = builders.plan(laid("A", 0, 100), flowing("B", 100, 150))
    shifted = ShiftLater(B, minutes(50)).apply(plan)
    assert spans(shifted) == [(0, 100), (150, 200)]
    assert start_rules(shifted) == [WAITS, WAITS]
    assert shifted.blocks[A] is plan.blocks[A]


def test_t27_shift_stops_at_midnight_and_cuts_the_link() -> None:
    plan = builders.plan(laid("A", 0, 100), flowing("B", 100, 150))
    shifted = ShiftLater(A, -minutes(50)).apply(plan)
    assert spans(shifted) == [(0, 100), (50, 100)]
    assert start_rules(shifted) == [WAITS, WAITS]


def test_t29_block_that_was_taken_out_leaves_a_gap_that_absorbs() -> None:
    plan = day((100, 200), (200, 300), (300, 400), (400, 500))
    edit = Together((Reschedule(C, None), ShiftLater(B, minutes(100))))
    assert spans(edit.apply(plan)) == [(100, 200), (300, 400), None, (400, 500)]


def test_shift_is_refused_where_it_would_reach_into_the_next_day() -> None:
    with pytest.raises(EditRefused) as refused:
        ShiftLater(A, minutes(120)).apply(day((1200, 1260), (1260, 1380)))
    assert refused.value.facts["reason"] == "past_midnight"


def test_shift_is_not_refused_for_what_reached_into_the_next_day_before() -> None:
    plan = day((1200, 1500))
    assert spans(ShiftLater(A, minutes(10)).apply(plan)) == [(1210, 1510)]


def test_shift_needs_a_scheduled_block() -> None:
    with pytest.raises(EditRefused) as refused:
        ShiftLater(A, minutes(5)).apply(builders.plan(builders.block("A")))
    assert refused.value.facts["reason"] == "unscheduled"


def test_shift_leaves_other_days_alone() -> None:
    tomorrow = builders.block("B", "09:00", day=DAY + timedelta(days=1))
    plan = builders.plan(laid("A", 540, 600), tomorrow)
    assert ShiftLater(A, minutes(30)).apply(plan).blocks[B] is tomorrow


def test_shift_uses_the_default_length_where_no_end_is_known() -> None:
    open_ended = builders.block("A", "09:00", None)
    plan = builders.plan(open_ended, laid("B", 540 + 40, 640))
    shifted = ShiftLater(A, minutes(20)).apply(plan)
    assert shifted.blocks[A].timebox == Timebox(moment("09:20"))
    assert spans(shifted) == [None, (590, 650)]


def test_shift_leaves_fixed_blocks_where_they_are() -> None:
    plan = builders.plan(
        laid("A", 600, 660),
        laid("B", 660, 720, start_rule=StartRule.FIXED),
        laid("C", 720, 780),
    )
    assert spans(ShiftLater(A, minutes(90)).apply(plan)) == [(690, 750), (660, 720), (750, 810)]
    assert spans(ShiftLater(B, minutes(10)).apply(plan)) == [(600, 660), (670, 730), (730, 790)]


class TestScope:
    """Whose blocks a shift concerns."""

    def test_leaves_other_candidates_alone(self) -> None:
        plan = builders.plan(
            laid("A", 600, 660), laid("B", 660, 700, candidates=["bob"]), laid("C", 660, 700)
        )
        shifted = ShiftLater(A, minutes(10)).apply(plan)
        assert spans(shifted) == [(610, 670), (660, 700), (670, 710)]

    def test_leaves_what_is_shared_with_others_alone(self) -> None:
        plan = builders.plan(
            laid("A", 600, 660), laid("B", 660, 700, candidates=["ada", "bob"]), laid("C", 700, 720)
        )
        shifted = ShiftLater(A, minutes(50)).apply(plan)
        assert spans(shifted) == [(650, 710), (660, 700), (710, 730)]

    def test_shared_block_takes_everybody_along_each_with_their_own_gaps(self) -> None:
        plan = builders.plan(
            laid("A", 600, 660, candidates=["ada", "bob"]),
            laid("B", 660, 700),
            laid("C", 690, 720, candidates=["bob"]),
        )
        shifted = ShiftLater(A, minutes(40)).apply(plan)
        assert spans(shifted) == [(640, 700), (700, 740), (700, 730)]

    def test_shared_block_passes_the_largest_shift_on_to_everybody(self) -> None:
        plan = builders.plan(
            laid("A", 600, 660),
            laid("B", 600, 640, candidates=["bob"]),
            laid("C", 660, 700, candidates=["ada", "bob"]),
            laid("D", 700, 720, candidates=["bob"]),
        )
        shifted = ShiftFrom(at(600), minutes(30), (CandidateId("ada"), CandidateId("bob")))
        assert spans(shifted.apply(plan)) == [(630, 690), (630, 670), (690, 730), (730, 750)]

    def test_blocks_without_candidates_follow_each_other(self) -> None:
        plan = builders.plan(
            laid("A", 600, 660, candidates=()),
            laid("B", 660, 700, candidates=()),
            laid("C", 660, 700),
        )
        assert spans(ShiftLater(A, minutes(5)).apply(plan)) == [(605, 665), (665, 705), (660, 700)]
        everybody = ShiftFrom(at(660), minutes(5))
        assert spans(everybody.apply(plan)) == [(600, 660), (665, 705), (665, 705)]

    def test_unknown_candidate_is_refused(self) -> None:
        with pytest.raises(UnknownRecord):
            ShiftFrom(at(0), minutes(5), (CandidateId("eve"),)).apply(day((600, 660)))


class TestRestGivesWay:
    """With ``Absorption(rest=True)`` breaks keep their end as long as they keep their minimum."""

    def test_break_keeps_its_end(self) -> None:
        plan = builders.plan(
            laid("A", 600, 660), laid("B", 660, 690, kind=Kind.BREAK), laid("C", 690, 720)
        )
        shifted = ShiftLater(A, minutes(15), BREAKS_TOO).apply(plan)
        assert spans(shifted) == [(615, 675), (675, 690), (690, 720)]

    def test_break_pushes_once_its_minimum_is_reached(self) -> None:
        plan = builders.plan(
            laid("A", 600, 660), laid("B", 660, 690, kind=Kind.BREAK), laid("C", 690, 720)
        )
        shifted = ShiftLater(A, minutes(25), BREAKS_TOO).apply(plan)
        assert spans(shifted) == [(625, 685), (685, 695), (695, 725)]

    def test_meal_keeps_the_minimum_of_meals(self) -> None:
        plan = builders.plan(
            laid("A", 600, 720), laid("B", 720, 780, kind=Kind.MEAL), laid("C", 780, 800)
        )
        shifted = ShiftLater(A, minutes(40), BREAKS_TOO).apply(plan)
        assert spans(shifted) == [(640, 760), (760, 790), (790, 810)]

    def test_what_runs_beside_a_break_is_not_run_over(self) -> None:
        plan = builders.plan(
            laid("A", 600, 660),
            laid("B", 660, 720, kind=Kind.BREAK),
            laid("C", 670, 715),
            laid("D", 720, 750),
        )
        shifted = ShiftLater(A, minutes(20), BREAKS_TOO).apply(plan)
        assert spans(shifted) == [(620, 680), (680, 720), (690, 735), (740, 770)]

    def test_break_without_known_end_is_not_shortened(self) -> None:
        open_ended = builders.block("B", "11:00", None, kind=Kind.BREAK)
        plan = builders.plan(laid("A", 600, 660), open_ended, laid("C", 690, 720))
        shifted = ShiftLater(A, minutes(10), BREAKS_TOO).apply(plan)
        assert shifted.blocks[B].timebox == Timebox(moment("11:10"))
        assert spans(shifted)[2] == (700, 730)

    def test_break_is_not_made_longer_by_pulling_forward(self) -> None:
        plan = builders.plan(laid("A", 600, 660), laid("B", 660, 690, kind=Kind.BREAK))
        shifted = ShiftLater(A, -minutes(15), BREAKS_TOO).apply(plan)
        assert spans(shifted) == [(585, 645), (645, 675)]


class TestMoveAndShift:
    """One block is moved, what started at or after its old end goes along."""

    def test_t40_what_started_before_the_old_end_stays(self) -> None:
        talks = day((600, 610), (610, 620), (620, 630))
        pause = laid("D", 600, 610, kind=Kind.BREAK)
        edit = Together((AddBlock(pause), MoveAndShift(A, at(610))))
        assert spans(edit.apply(talks)) == [(610, 620), (620, 630), (630, 640), (600, 610)]

    def test_gaps_absorb_what_follows(self) -> None:
        plan = day((600, 660), (670, 700), (700, 730))
        assert spans(MoveAndShift(A, at(615)).apply(plan)) == [(615, 675), (675, 705), (705, 735)]

    def test_moving_forward_pulls_everything_along(self) -> None:
        plan = day((600, 660), (670, 700))
        assert spans(MoveAndShift(A, at(580)).apply(plan)) == [(580, 640), (650, 680)]

    def test_link_to_what_came_before_is_cut(self) -> None:
        plan = builders.plan(laid("A", 600, 660), flowing("B", 660, 700), flowing("C", 700, 720))
        moved = MoveAndShift(B, at(670)).apply(plan)
        assert start_rules(moved) == [WAITS, WAITS, FLOW]

    def test_another_day_is_refused(self) -> None:
        with pytest.raises(EditRefused) as refused:
            MoveAndShift(A, at(-10)).apply(day((600, 660)))
        assert refused.value.facts["reason"] == "another_day"


class TestInsertion:
    """A new block, and room for it."""

    def test_later_blocks_make_room(self) -> None:
        plan = day((600, 660), (660, 700), (720, 750))
        pause = laid("D", 660, 675, kind=Kind.BREAK)
        after = [(600, 660), (675, 715), (720, 750), (660, 675)]
        assert spans(InsertAt(pause).apply(plan)) == after

    def test_gap_is_used_before_anybody_moves(self) -> None:
        plan = day((600, 660), (670, 700))
        assert spans(InsertAt(laid("D", 660, 670)).apply(plan))[:2] == [(600, 660), (670, 700)]

    def test_what_started_before_stays(self) -> None:
        plan = day((600, 660), (660, 700))
        assert spans(InsertAt(laid("D", 630, 640)).apply(plan))[:2] == [(600, 660), (660, 700)]

    def test_follower_keeps_its_link_to_the_new_block(self) -> None:
        plan = builders.plan(laid("A", 600, 660), flowing("B", 660, 700))
        assert start_rules(InsertAt(laid("C", 660, 670)).apply(plan)) == [WAITS, FLOW, WAITS]

    def test_block_without_time_is_refused(self) -> None:
        with pytest.raises(EditRefused) as refused:
            InsertAt(builders.block("D")).apply(day((600, 660)))
        assert refused.value.facts["reason"] == "unscheduled"

    def test_break_after_a_block_is_for_the_same_candidates(self) -> None:
        plan = builders.plan(
            laid("A", 600, 660, candidates=["ada", "bob"]), laid("B", 660, 700, candidates=["bob"])
        )
        new = builders.block("C", kind=Kind.BREAK, candidates=())
        inserted = InsertAfter(A, new, minutes(10)).apply(plan)
        assert spans(inserted) == [(600, 660), (670, 710), (660, 670)]
        assert inserted.blocks[C].candidates == ("ada", "bob")

    def test_break_may_leave_the_others_where_they_are(self) -> None:
        plan = day((600, 660), (660, 700))
        edit = InsertAfter(A, builders.block("C"), minutes(10), pushes_later=False)
        assert spans(edit.apply(plan)) == [(600, 660), (660, 700), (660, 670)]
        assert edit.apply(plan).blocks[C].timebox == box(660, 670)
