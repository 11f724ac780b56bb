"""Timeboxes moved, resized and typed. The numbers T36 to T82 are those of the table of cases."""

from datetime import timedelta

import pytest

from planner.domain.blocks import Kind, Lock, Timebox
from planner.domain.edits.base import Edit
from planner.domain.edits.timing import (
    ChangeTimes,
    MoveBlock,
    MoveBlocks,
    Reschedule,
    ResizeBlock,
    TrimToFit,
)
from planner.domain.errors import EditRefused, InvalidValue, UnknownRecord
from planner.domain.slots import snapped_delta
from tests import builders
from tests.builders import DAY, minutes, moment, timebox
from tests.domain.edits.layout import A, B, at, box, day, laid, spans


def test_t82_several_blocks_move_by_one_delta() -> None:
    plan = builders.plan(builders.block("A", "09:07", 10), builders.block("B", "09:20", 10))
    delta = snapped_delta(moment("09:07"), minutes(14), minutes(5))
    moved = MoveBlocks((A, B), delta).apply(plan)
    assert moved.blocks[A].timebox == timebox("09:20", 10)
    assert moved.blocks[B].timebox == timebox("09:33", 10)


def test_move_names_each_block_once() -> None:
    assert spans(MoveBlocks((A, A), minutes(5)).apply(day((600, 660)))) == [(605, 665)]


def test_move_by_nothing_returns_the_same_plan() -> None:
    plan = day((600, 660))
    assert MoveBlocks((A,), minutes(0)).apply(plan) is plan


def test_move_over_the_clock_change_is_a_move_in_real_time() -> None:
    autumn = DAY.replace(month=10, day=25)
    plan = builders.plan(builders.block("A", "01:30", day=autumn))
    moved = MoveBlocks((A,), timedelta(hours=2)).apply(plan).blocks[A].timebox
    assert moved is not None
    assert str(moved.start) == "2015-10-25T02:30+01:00[Europe/Luxembourg]"


def test_block_moves_to_another_zone_and_keeps_its_length() -> None:
    to = moment("09:00", zone="Europe/Athens")
    moved = MoveBlock(A, to).apply(day((600, 660)))
    assert moved.blocks[A].timebox == Timebox(to, minutes(60))


def test_reschedule_takes_and_gives_a_timebox() -> None:
    plan = day((600, 660))
    waiting = Reschedule(A, None).apply(plan)
    assert spans(waiting) == [None]
    assert Reschedule(A, box(600, 660)).apply(waiting) == plan


@pytest.mark.parametrize(
    "edit", [MoveBlocks((A,), minutes(5)), MoveBlock(A, at(0)), ResizeBlock(A)]
)
def test_block_without_time_cannot_be_moved(edit: Edit) -> None:
    with pytest.raises(EditRefused) as refused:
        edit.apply(builders.plan(builders.block("A")))
    assert refused.value.facts["reason"] == "unscheduled"


@pytest.mark.parametrize(
    "edit", [Reschedule(A, None), ChangeTimes(A), MoveBlocks((A,), minutes(0))]
)
def test_unknown_block_is_refused(edit: Edit) -> None:
    with pytest.raises(UnknownRecord):
        edit.apply(builders.plan())


class TestResize:
    """T44: edges stop at the minimum and at midnight."""

    @pytest.mark.parametrize(
        ("edit", "expected"),
        [
            pytest.param(ResizeBlock(A, end=at(700)), (600, 700), id="end"),
            pytest.param(ResizeBlock(A, start=at(630)), (630, 660), id="start"),
            pytest.param(ResizeBlock(A, at(500), at(700)), (500, 700), id="both"),
            pytest.param(ResizeBlock(A, end=at(602)), (600, 605), id="end-below-minimum"),
            pytest.param(ResizeBlock(A, end=at(500)), (600, 605), id="end-before-start"),
            pytest.param(ResizeBlock(A, start=at(659)), (655, 660), id="start-below-minimum"),
            pytest.param(ResizeBlock(A, start=at(700)), (655, 660), id="start-after-end"),
            pytest.param(ResizeBlock(A, at(700), at(700)), (700, 705), id="no-length"),
            pytest.param(ResizeBlock(A, start=at(-5)), (0, 660), id="start-on-the-day-before"),
            pytest.param(ResizeBlock(A, end=at(1445)), (600, 1440), id="end-on-the-next-day"),
            pytest.param(ResizeBlock(A, at(1450), at(1500)), (1435, 1440), id="both-outside"),
        ],
    )
    def test_edge_goes_as_far_as_it_may(self, edit: Edit, expected: tuple[float, float]) -> None:
        assert spans(edit.apply(day((600, 660)))) == [expected]

    @pytest.mark.parametrize(
        ("kind", "minimum", "shortest"),
        [
            (Kind.BREAK, None, 10),
            (Kind.MEAL, None, 30),
            (Kind.INTERVIEW, None, 5),
            (Kind.INTERVIEW, minutes(20), 20),
            (Kind.BREAK, minutes(15), 15),
            (Kind.BREAK, minutes(0), 1),
        ],
    )
    def test_minimum_is_the_block_s_own_or_the_policy_s(
        self, kind: Kind, minimum: timedelta | None, shortest: float
    ) -> None:
        plan = builders.plan(laid("A", 600, 660, kind=kind, minimum=minimum))
        assert spans(ResizeBlock(A, end=at(600)).apply(plan)) == [(600, 600 + shortest)]

    def test_block_below_its_minimum_may_stay_so(self) -> None:
        plan = builders.plan(laid("A", 600, 620, kind=Kind.MEAL))
        assert spans(ResizeBlock(A, end=at(610)).apply(plan)) == [(600, 620)]
        assert spans(ResizeBlock(A, end=at(625)).apply(plan)) == [(600, 625)]

    def test_block_over_midnight_goes_no_further(self) -> None:
        plan = day((1400, 1460))
        assert spans(ResizeBlock(A, end=at(1500)).apply(plan)) == [(1400, 1460)]
        assert spans(ResizeBlock(A, end=at(1450)).apply(plan)) == [(1400, 1450)]

    def test_lock_stays(self) -> None:
        plan = builders.plan(laid("A", 600, 660, lock=Lock.END))
        resized = ResizeBlock(A, start=at(610)).apply(plan)
        assert resized.blocks[A].timebox == box(610, 660, Lock.END)

    def test_nothing_asked_changes_nothing(self) -> None:
        plan = builders.plan(builders.block("A", "10:00", None))
        assert ResizeBlock(A).apply(plan) is plan

    def test_edge_makes_a_length_where_none_was_known(self) -> None:
        plan = builders.plan(builders.block("A", "10:00", None))
        assert spans(ResizeBlock(A, end=at(640)).apply(plan)) == [(600, 640)]


class TestTypedTimes:
    """T36 to T38: what was typed wins, what was not follows."""

    @pytest.mark.parametrize(
        ("edit", "expected"),
        [
            pytest.param(
                ChangeTimes(A, at(5), at(15), minutes(15)), (5, 15), id="T36-end-beats-duration"
            ),
            pytest.param(
                ChangeTimes(A, end=at(15), duration=minutes(10)), (5, 15), id="T37-end-and-length"
            ),
            pytest.param(ChangeTimes(A, duration=minutes(10)), (600, 610), id="T37-length-only"),
            pytest.param(ChangeTimes(A), (600, 660), id="T37-nothing"),
            pytest.param(ChangeTimes(A, end=at(640)), (600, 640), id="end-only"),
            pytest.param(ChangeTimes(A, at(630)), (630, 690), id="start-keeps-length"),
            pytest.param(
                ChangeTimes(A, at(630), duration=minutes(5)), (630, 635), id="start-and-length"
            ),
            pytest.param(ChangeTimes(A, at(630), lock=Lock.END), (630, 660), id="start-keeps-end"),
            pytest.param(
                ChangeTimes(A, at(600), at(1450)), (600, 1450), id="over-midnight-when-it-says-so"
            ),
        ],
    )
    def test_times_follow_from_what_is_given(
        self, edit: Edit, expected: tuple[float, float]
    ) -> None:
        assert spans(edit.apply(day((600, 660)))) == [expected]

    def test_t38_end_before_start_is_refused(self) -> None:
        plan = day((100, 160))
        for edit in (ChangeTimes(A, at(100), at(10)), ChangeTimes(A, end=at(100))):
            with pytest.raises(EditRefused) as refused:
                edit.apply(plan)
            assert refused.value.facts["reason"] == "end_before_start"

    def test_start_after_a_locked_end_is_refused(self) -> None:
        plan = builders.plan(laid("A", 600, 660, lock=Lock.END))
        with pytest.raises(EditRefused) as refused:
            ChangeTimes(A, at(660)).apply(plan)
        assert refused.value.facts["reason"] == "end_before_start"

    def test_length_of_nothing_is_refused(self) -> None:
        with pytest.raises(InvalidValue):
            ChangeTimes(A, duration=minutes(0)).apply(day((600, 660)))

    def test_start_schedules_a_waiting_block(self) -> None:
        plan = builders.plan(builders.block("A"))
        assert ChangeTimes(A, at(600)).apply(plan).blocks[A].timebox == Timebox(at(600))
        both = ChangeTimes(A, at(600), duration=minutes(30))
        assert both.apply(plan).blocks[A].timebox == box(600, 630)

    def test_waiting_block_needs_a_start(self) -> None:
        with pytest.raises(EditRefused) as refused:
            ChangeTimes(A, duration=minutes(10)).apply(builders.plan(builders.block("A")))
        assert refused.value.facts["reason"] == "unscheduled"

    def test_locked_end_that_nobody_knows_keeps_nothing(self) -> None:
        plan = builders.plan(builders.block("A", "10:00", None))
        changed = ChangeTimes(A, at(630), lock=Lock.END).apply(plan)
        assert changed.blocks[A].timebox == Timebox(at(630), None, Lock.END)


class TestTrim:
    """A block gives up the time that it shares with another."""

    def test_end_gives_way_to_what_starts_later(self) -> None:
        plan = day((600, 660), (640, 700))
        assert spans(TrimToFit(A, B).apply(plan)) == [(600, 640), (640, 700)]

    def test_start_gives_way_to_what_started_earlier(self) -> None:
        plan = day((600, 660), (640, 700))
        assert spans(TrimToFit(B, A).apply(plan)) == [(600, 660), (660, 700)]

    def test_blocks_that_only_touch_stay(self) -> None:
        plan = day((600, 660), (660, 700))
        assert TrimToFit(A, B).apply(plan) is plan
        assert TrimToFit(B, A).apply(plan) is plan

    @pytest.mark.parametrize(
        ("other", "left"), [((640, 700), 40), ((590, 670), 0), ((600, 659), 1)]
    )
    def test_less_than_the_minimum_is_refused(
        self, other: tuple[float, float], left: float
    ) -> None:
        lunch = laid("A", 600, 660, kind=Kind.MEAL, minimum=minutes(45))
        with pytest.raises(EditRefused) as refused:
            TrimToFit(A, B).apply(builders.plan(lunch, laid("B", *other)))
        assert refused.value.facts["reason"] == "below_minimum"
        assert refused.value.facts["left"] == minutes(left)
