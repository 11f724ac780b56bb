"""Grid, limits of a day, free stretches: T43 and T82 of the table of cases."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.errors import InvalidValue
from planner.domain.slots import FreeSlot, day_limits, free_slot, snapped, snapped_delta
from planner.domain.spans import Span
from planner.domain.times import Moment
from tests.builders import minutes, moment

FIVE = minutes(5)


def span(start: str, end: str) -> Span:
    return Span(moment(start).instant, moment(end).instant)


OPEN = span("09:00", "17:00")


@pytest.mark.parametrize(
    ("clock", "step", "expected"),
    [
        ("09:07", 5, "09:05"),
        ("09:08", 5, "09:10"),
        ("09:10", 5, "09:10"),
        ("09:07", 1, "09:07"),
        ("09:52:30", 15, "10:00"),
        ("09:52:29", 15, "09:45"),
    ],
)
def test_moment_snaps_to_the_grid_of_the_local_clock(
    clock: str, step: float, expected: str
) -> None:
    assert snapped(moment(clock), minutes(step)) == moment(expected)


def test_grid_begins_at_midnight_of_the_local_clock() -> None:
    kathmandu = moment("09:10", zone="Asia/Kathmandu")  # UTC+5:45
    assert snapped(kathmandu, minutes(30)) == moment("09:00", zone="Asia/Kathmandu")


def test_moment_on_the_grid_is_the_same_moment() -> None:
    written = moment("02:30", day=date(2016, 3, 27))
    assert snapped(written, FIVE) is written


@pytest.mark.parametrize("step", [0, -5])
def test_step_must_be_positive(step: float) -> None:
    with pytest.raises(InvalidValue):
        snapped(moment("09:00"), minutes(step))


def test_t82_one_delta_for_all_is_that_of_the_leader() -> None:
    assert snapped_delta(moment("09:07"), minutes(14), FIVE) == minutes(13)


@given(st.integers(0, 1439), st.integers(-300, 300), st.sampled_from([1, 5, 10, 15, 30]))
def test_snapped_delta_is_near_and_on_the_grid(start: int, delta: int, step: int) -> None:
    leader = moment("00:00").moved(minutes(start))
    result = snapped_delta(leader, minutes(delta), minutes(step))
    assert abs(result - minutes(delta)) <= minutes(step) / 2
    assert leader.moved(result).clock.minute % step == 0


@pytest.mark.parametrize(
    ("day", "hours"),
    [(date(2015, 9, 25), 24), (date(2015, 10, 25), 25), (date(2016, 3, 27), 23)],
)
def test_limits_are_the_midnights_around(day: date, hours: float) -> None:
    limits = day_limits(moment("10:15", day=day))
    assert limits.start == moment("00:00", day=day).instant
    assert limits.length == timedelta(hours=hours)


def test_limits_end_where_the_next_day_begins() -> None:
    late = Moment(datetime(2015, 9, 25, 22, 30, tzinfo=UTC), "Europe/Luxembourg")
    assert day_limits(late).start == moment("00:00", day=date(2015, 9, 26)).instant


@pytest.mark.parametrize(
    ("taken", "length", "start", "overlaps"),
    [
        pytest.param([("09:00", "16:45")], 30, "16:30", True, id="T43-latest-that-fits"),
        pytest.param([], 30, "09:00", False, id="empty"),
        pytest.param([], 480, "09:00", False, id="whole-day"),
        pytest.param([("09:00", "10:00")], 30, "10:00", False, id="after"),
        pytest.param([("09:20", "10:00")], 30, "10:00", False, id="gap-too-short"),
        pytest.param([("09:30", "10:00")], 30, "09:00", False, id="gap-fits"),
        pytest.param([("10:30", "16:45"), ("08:00", "10:00")], 30, "10:00", False, id="between"),
        pytest.param([("08:00", "18:00")], 30, "16:30", True, id="all-taken"),
        pytest.param([("09:00", "17:00"), ("18:00", "19:00")], 30, "16:30", True, id="later"),
        pytest.param([("17:30", "18:00")], 480, "09:00", False, id="outside"),
    ],
)
def test_free_slot_is_the_first_that_fits(
    taken: list[tuple[str, str]], length: float, start: str, *, overlaps: bool
) -> None:
    found = free_slot([span(*item) for item in taken], minutes(length), OPEN)
    begin = moment(start).instant
    assert found == FreeSlot(Span(begin, begin + minutes(length)), overlaps=overlaps)


def test_t43_nothing_fits_a_day_that_is_too_short() -> None:
    assert free_slot([], timedelta(hours=9), OPEN) is None


def test_length_must_be_positive() -> None:
    with pytest.raises(InvalidValue):
        free_slot([], minutes(0), OPEN)


@given(
    st.lists(st.tuples(st.integers(0, 500), st.integers(1, 120)), max_size=6),
    st.integers(1, 240),
)
def test_free_slot_overlaps_only_where_it_says_so(
    taken: list[tuple[int, int]], length: int
) -> None:
    begin = OPEN.start
    spans = [Span(begin + minutes(s), begin + minutes(s + n)) for s, n in taken]
    found = free_slot(spans, minutes(length), OPEN)
    assert found is not None
    assert OPEN.contains(found.span)
    assert any(found.span.overlaps(span) for span in spans) == found.overlaps
