"""Following on, changing places, closing up: T34, T35 and T41 of the table of cases."""

from datetime import timedelta

import pytest

from planner.domain.blocks import Lock, StartRule
from planner.domain.edits.sequence import Compact, FollowPrevious, SwapNeighbours
from planner.domain.edits.timing import Reschedule
from planner.domain.errors import EditRefused, InvalidValue
from planner.domain.ids import BlockId
from tests import builders
from tests.builders import DAY, minutes, moment
from tests.domain.edits.layout import A, B, C, at, day, laid, spans, start_rules


class TestFollowPrevious:
    """A block starts when what came before it ends."""

    def test_t34_keeps_the_duration(self) -> None:
        followed = FollowPrevious((B,)).apply(day((5, 15), (10, 20)))
        assert spans(followed) == [(5, 15), (15, 25)]
        assert start_rules(followed) == [StartRule.NOT_BEFORE, StartRule.FLOW]

    def test_t34_keeps_the_end_where_that_is_locked(self) -> None:
        plan = builders.plan(laid("A", 5, 15), laid("B", 10, 20, lock=Lock.END))
        assert spans(FollowPrevious((B,)).apply(plan)) == [(5, 15), (15, 20)]

    def test_t35_chain_is_joined_from_the_front(self) -> None:
        plan = builders.plan(
            laid("A", 1, 2), laid("B", 11, 12, lock=Lock.END), laid("C", 21, 22, lock=Lock.END)
        )
        assert spans(FollowPrevious((C, B)).apply(plan)) == [(1, 2), (2, 12), (12, 22)]

    def test_chain_keeps_its_order_where_all_ran_beside_each_other(self) -> None:
        plan = day((0, 100), (10, 20), (30, 40))
        assert spans(FollowPrevious((B, C)).apply(plan)) == [(0, 100), (100, 110), (110, 120)]

    def test_what_came_before_is_what_ends_last(self) -> None:
        plan = day((600, 700), (610, 620), (720, 730))
        assert spans(FollowPrevious((C,)).apply(plan))[2] == (700, 710)

    def test_other_candidates_and_days_do_not_count(self) -> None:
        yesterday = builders.block("D", "23:00", day=DAY - timedelta(days=1))
        plan = builders.plan(
            yesterday, laid("A", 600, 700, candidates=["bob"]), laid("B", 720, 730)
        )
        with pytest.raises(EditRefused) as refused:
            FollowPrevious((B,)).apply(plan)
        assert refused.value.facts["reason"] == "nothing_before"

    def test_end_before_the_new_start_is_refused(self) -> None:
        plan = builders.plan(laid("A", 5, 20), laid("B", 10, 20, lock=Lock.END))
        with pytest.raises(EditRefused) as refused:
            FollowPrevious((B,)).apply(plan)
        assert refused.value.facts["reason"] == "nothing_left"

    def test_unknown_end_stays_unknown(self) -> None:
        plan = builders.plan(laid("A", 600, 660), builders.block("B", "12:00", None))
        followed = FollowPrevious((B,)).apply(plan).blocks[B].timebox
        assert followed is not None
        assert (followed.start, followed.duration) == (at(660), None)


class TestSwap:
    """Two neighbours change places; what they fill stays the same."""

    @pytest.mark.parametrize(
        ("first", "second", "after"),
        [
            pytest.param((600, 630), (630, 690), [(660, 690), (600, 660)], id="touching"),
            pytest.param((600, 630), (640, 690), [(660, 690), (600, 650)], id="gap-of-ten"),
            pytest.param((600, 630), (620, 690), [(660, 690), (600, 670)], id="overlap-of-ten"),
        ],
    )
    def test_span_and_gap_stay(
        self,
        first: tuple[float, float],
        second: tuple[float, float],
        after: list[tuple[float, float]],
    ) -> None:
        plan = day(first, second)
        assert spans(SwapNeighbours(A, B).apply(plan)) == after
        assert SwapNeighbours(B, A).apply(plan) == SwapNeighbours(A, B).apply(plan)

    def test_each_keeps_its_own_zone(self) -> None:
        plan = builders.plan(
            laid("A", 600, 630), builders.block("B", "11:30", 60, zone="Europe/Athens")
        )
        swapped = SwapNeighbours(A, B).apply(plan)
        assert spans(swapped) == [(660, 690), (600, 660)]
        assert swapped.blocks[B].timebox == builders.timebox("11:00", 60, zone="Europe/Athens")
        assert SwapNeighbours(A, B).apply(swapped) == plan

    def test_block_between_them_is_in_the_way(self) -> None:
        with pytest.raises(EditRefused) as refused:
            SwapNeighbours(A, C).apply(day((600, 630), (630, 640), (640, 700)))
        assert refused.value.facts["reason"] == "not_neighbours"

    def test_block_of_somebody_else_between_them_is_not(self) -> None:
        other = laid("C", 630, 640, candidates=["bob"])
        plan = builders.plan(laid("A", 600, 630), laid("B", 640, 700), other)
        assert spans(SwapNeighbours(A, B).apply(plan))[:2] == [(670, 700), (600, 660)]

    @pytest.mark.parametrize("inner", [(610, 620), (600, 620), (630, 660)])
    def test_block_within_the_other_is_refused(self, inner: tuple[float, float]) -> None:
        with pytest.raises(EditRefused) as refused:
            SwapNeighbours(A, B).apply(day((600, 660), inner))
        assert refused.value.facts["reason"] == "one_within_other"


class TestCompact:
    """T41: blocks closed up with the same gap between any two."""

    def test_t41_gaps_of_five(self) -> None:
        plan = day((550, 570), (600, 630), (700, 715))
        compacted = Compact((C, A, B), minutes(5), moment("09:00")).apply(plan)
        assert spans(compacted) == [(540, 560), (565, 595), (600, 615)]

    def test_first_block_stays_where_nothing_else_is_said(self) -> None:
        plan = day((550, 570), (600, 630))
        assert spans(Compact((A, B)).apply(plan)) == [(550, 570), (570, 600)]

    def test_nothing_named_changes_nothing(self) -> None:
        plan = day((550, 570))
        assert Compact(()).apply(plan) == plan

    def test_negative_gap_is_refused(self) -> None:
        with pytest.raises(InvalidValue):
            Compact((A,), -minutes(5)).apply(day((550, 570)))

    def test_waiting_block_is_refused(self) -> None:
        plan = Reschedule(B, None).apply(day((550, 570), (600, 630)))
        with pytest.raises(EditRefused) as refused:
            Compact((A, BlockId("B"))).apply(plan)
        assert refused.value.facts["reason"] == "unscheduled"
