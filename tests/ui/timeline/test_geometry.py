import itertools
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.slots import snapped
from planner.domain.times import MINUTE, Moment
from planner.ui.timeline.geometry import (
    MAX_PIXELS_PER_MINUTE,
    ColumnStrip,
    DayScale,
    Rect,
    spread,
)
from planner.ui.timeline.snapping import GRID
from tests.builders import minutes, moment
from tests.ui.timeline.boards import scale

MADRID = "Europe/Madrid"
LONG_DAY, SHORT_DAY = date(2023, 10, 29), date(2023, 3, 26)

ZOOMS = st.sampled_from([0.5, 1.0, 2.0])
DAYS = st.sampled_from([date(2015, 9, 25), LONG_DAY, SHORT_DAY])
ZONES = st.sampled_from([MADRID, "Asia/Kathmandu", "Australia/Lord_Howe", "UTC"])
FIRSTS = st.sampled_from([time(0), time(7), time(9, 40)])
SCALES = st.builds(
    lambda zoom, day, zone, first, top: scale(zoom, day=day, zone=zone, first=first, top=top),
    ZOOMS,
    DAYS,
    ZONES,
    FIRSTS,
    st.floats(-3000, 3000),
)


def clocks(day_scale: DayScale, min_gap: float) -> list[str]:
    return [
        f"{tick.clock:%H:%M}" + ("*" if tick.is_second else "") for tick in day_scale.ticks(min_gap)
    ]


class TestTimeAndPixels:
    @given(SCALES, st.floats(0, 4000))
    def test_y_comes_back_after_snapping(self, day_scale: DayScale, y: float) -> None:
        rested = snapped(day_scale.moment_at(y), GRID)
        again = day_scale.moment_at(day_scale.y_of(rested))
        assert again == rested
        assert snapped(again, GRID) == rested

    @given(SCALES, st.floats(0, 4000))
    def test_y_comes_back_within_a_second(self, day_scale: DayScale, y: float) -> None:
        off = day_scale.y_of(day_scale.moment_at(y)) - y
        assert abs(off) <= day_scale.pixels_per_minute / 60

    @given(SCALES, st.floats(0.1, 10), st.floats(-500, 2000))
    def test_zoom_keeps_what_is_under_the_pointer(
        self, day_scale: DayScale, factor: float, anchor: float
    ) -> None:
        zoomed = day_scale.zoomed(factor, anchor)
        assert zoomed.seconds_at(anchor) == pytest.approx(day_scale.seconds_at(anchor), abs=1e-3)

    def test_zoom_stops_at_its_limit(self) -> None:
        assert scale(4).zoomed(1000, 0).pixels_per_minute == MAX_PIXELS_PER_MINUTE

    def test_fitted_day_takes_the_height(self) -> None:
        fitted = scale(first=time(9)).fitted(450)
        assert fitted.height == 450
        assert fitted.bottom == 450

    def test_seven_in_the_morning_lies_at_the_top(self) -> None:
        day_scale = scale(2, first=time(7), top=100)
        assert day_scale.y_of(moment("07:00")) == 100
        assert day_scale.y_of(moment("09:30")) == 100 + 300
        assert day_scale.moment_at(400) == moment("09:30")

    def test_pixels_stand_for_a_length(self) -> None:
        assert scale(2).length_of(90) == minutes(45)

    def test_day_of_25_hours_is_higher(self) -> None:
        assert scale(day=LONG_DAY, zone=MADRID, first=time(0)).height == 25 * 60
        assert scale(day=SHORT_DAY, zone=MADRID, first=time(0)).height == 23 * 60

    def test_three_o_clock_follows_180_minutes_of_wall_time(self) -> None:
        for day, real in ((LONG_DAY, 240), (SHORT_DAY, 120)):
            day_scale = scale(day=day, zone=MADRID, first=time(0))
            assert day_scale.y_of(Moment.from_wall(day, time(3), MADRID)) == real


class TestTicks:
    def test_hours_of_a_usual_day(self) -> None:
        day_scale = DayScale(moment("09:40"), moment("12:00"), 1.0)
        assert clocks(day_scale, 40) == ["10:00", "11:00", "12:00"]

    def test_lines_come_closer_with_the_zoom(self) -> None:
        day_scale = DayScale(moment("10:00"), moment("10:30"), 4.0)
        assert clocks(day_scale, 40) == ["10:00", "10:10", "10:20", "10:30"]
        assert [tick.is_hour for tick in day_scale.ticks(40)] == [True, False, False, False]

    def test_hour_that_happens_twice_is_shown_twice(self) -> None:
        day_scale = scale(day=LONG_DAY, zone=MADRID, first=time(0))
        assert clocks(day_scale, 50)[:5] == ["00:00", "01:00", "02:00", "02:00*", "03:00"]

    def test_hour_that_is_skipped_is_not_shown(self) -> None:
        day_scale = scale(day=SHORT_DAY, zone=MADRID, first=time(0))
        assert clocks(day_scale, 50)[:4] == ["00:00", "01:00", "03:00", "04:00"]

    def test_next_day_begins_at_midnight_again(self) -> None:
        day_scale = DayScale(moment("22:30"), moment("22:30").moved(minutes(180)), 1.0)
        assert clocks(day_scale, 50) == ["23:00", "00:00", "01:00"]

    @given(SCALES, st.floats(10, 200))
    def test_lines_are_never_closer_than_asked(self, day_scale: DayScale, gap: float) -> None:
        ys = [day_scale.y_of(tick.moment) for tick in day_scale.ticks(gap)]
        assert all(below - above >= gap for above, below in itertools.pairwise(ys))

    @given(SCALES)
    def test_every_line_is_at_a_round_time(self, day_scale: DayScale) -> None:
        step = day_scale.tick_step(40)
        ticks = list(day_scale.ticks(40))
        assert ticks
        assert all((t.clock.hour * 60 + t.clock.minute) % step == 0 for t in ticks)

    def test_far_away_day_has_a_line_twice_a_day(self) -> None:
        assert scale(0.15).tick_step(4000) == 720


class TestColumns:
    STRIP = ColumnStrip((300, 100, 100), gutter=4, left=50)

    @given(st.floats(-100, 700))
    def test_column_at_x_contains_it(self, x: float) -> None:
        column = self.STRIP.column_at(x)
        if column is None:
            assert x < 50 or x >= 550
        else:
            assert self.STRIP.x_of(column) <= x < self.STRIP.x_of(column + 1)

    def test_nearest_column_is_the_last_beyond_it(self) -> None:
        found = [self.STRIP.nearest(x) for x in (0, 60, 360, 9000)]
        assert found == [0, 0, 1, 2]
        assert ColumnStrip(()).nearest(10) is None

    def test_strip_ends_after_its_last_column(self) -> None:
        assert self.STRIP.right == 550
        assert self.STRIP.column_rect(1, 10, 30) == Rect(350, 10, 100, 20)

    def test_block_alone_keeps_off_the_edges(self) -> None:
        assert self.STRIP.lane_rect(0, (0, 1), 10, 40) == Rect(54, 10, 292, 30)

    @given(st.integers(1, 30))
    def test_lanes_lie_side_by_side_inside_their_column(self, count: int) -> None:
        rects = [self.STRIP.lane_rect(1, (lane, count), 0, 10) for lane in range(count)]
        assert rects[0].x == 354
        assert rects[-1].right == pytest.approx(446)
        assert not any(a.intersects(b) for a, b in itertools.pairwise(rects))

    def test_spread_fills_the_window(self) -> None:
        assert spread(500, (2, 1, 1, 1), 80) == (200, 100, 100, 100)

    def test_spread_is_wider_than_a_small_window(self) -> None:
        assert spread(100, (2, 1, 1), 80) == (160, 80, 80)
        assert spread(100, (), 80) == ()


def test_rect_contains_its_upper_left_corner_only() -> None:
    rect = Rect(10, 20, 30, 40)
    assert [rect.contains(*point) for point in ((10, 20), (39, 59), (40, 30), (20, 60))] == [
        True,
        True,
        False,
        False,
    ]


def test_tick_of_a_minute_that_is_not_round_is_left_out() -> None:
    day_scale = DayScale(moment("10:01"), moment("10:04"), 2.0)
    assert list(day_scale.ticks(1)) == []
    assert day_scale.minutes == 3
    assert day_scale.moment_of(moment("10:02").instant.timestamp()) == moment("10:01").moved(MINUTE)
