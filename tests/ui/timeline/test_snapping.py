from datetime import date, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from planner.domain.slots import snapped
from planner.domain.times import Moment
from planner.ui.timeline.snapping import (
    FINE_GRID,
    GRID,
    Magnet,
    Snapped,
    magnet,
    snapped_edge,
    snapped_move,
)
from tests.builders import DAY, minutes, moment

MIDNIGHTS = (moment("00:00").instant.timestamp(), moment("00:00").instant.timestamp() + 86400)


def second(clock: str) -> int:
    return int(moment(clock).instant.timestamp())


def pull(*edges: str, is_fine: bool = False) -> Magnet:
    return magnet(map(second, edges), 60, MIDNIGHTS, is_fine=is_fine)


def moved(start: str, by: float, pulled: Magnet, length: float = 45) -> Snapped:
    leader = moment(start)
    extent = (second(start), second(start) + int(length * 60))
    return snapped_move(leader, minutes(length), minutes(by), pulled, extent)


def test_leader_comes_to_rest_on_the_grid_and_gives_all_the_same_delta() -> None:
    found = moved("09:07", 14, pull())
    assert found == Snapped(minutes(13))
    assert moment("09:20").moved(found.delta) == moment("09:33")


def test_edge_of_a_neighbour_wins_over_the_grid() -> None:
    assert moved("09:00", 60, pull("10:02")) == Snapped(minutes(62), second("10:02"))


def test_end_rests_on_an_edge_too() -> None:
    assert moved("09:00", 30, pull("10:13")) == Snapped(minutes(28), second("10:13"))


def test_nearest_of_several_edges_wins() -> None:
    assert moved("09:00", 60, pull("09:58", "10:01")).delta == minutes(61)


def test_edge_out_of_reach_does_not_draw() -> None:
    assert moved("09:00", 58, pull("10:02", "10:52")).delta == minutes(60)


def test_edge_leaves_the_grid_beside_it_within_reach_however_far_out() -> None:
    far_out = magnet([second("11:00")], 600, MIDNIGHTS, is_fine=False)
    assert snapped_edge(moment("10:55"), far_out) == (moment("10:55"), None)


def test_alt_leaves_only_minutes() -> None:
    assert pull("10:02", is_fine=True) == Magnet(FINE_GRID, (), 0.0, *MIDNIGHTS)
    assert moved("09:00", 60.6, pull("10:02", is_fine=True)).delta == minutes(61)


def test_drag_stops_at_midnight() -> None:
    assert moved("09:00", -600, pull()).delta == -minutes(540)
    assert moved("09:00", 1000, pull()).delta == minutes(855)


def test_block_that_lies_past_midnight_may_stay_there() -> None:
    assert moved("23:30", 3, pull()).delta == timedelta()
    assert moved("23:30", -27, pull()).delta == -minutes(25)


def test_edge_outside_the_day_does_not_draw() -> None:
    beyond = Magnet(GRID, (int(MIDNIGHTS[1]) + 60,), 600, *MIDNIGHTS)
    assert snapped_edge(moment("23:58"), beyond)[0].clock == time()


def test_dragged_edge_rests_on_grid_edge_or_limit() -> None:
    assert snapped_edge(moment("10:03"), pull()) == (moment("10:05"), None)
    assert snapped_edge(moment("10:03"), pull("10:06")) == (moment("10:06"), second("10:06"))
    before = moment("00:00").moved(-minutes(30))
    assert snapped_edge(before, pull()) == (moment("00:00"), None)


@given(st.integers(0, 1439), st.integers(-600, 600), st.sets(st.integers(0, 1440), max_size=4))
def test_move_never_leaves_the_day(start: int, by: int, edges: set[int]) -> None:
    leader = moment("00:00").moved(minutes(start))
    length = minutes(min(45, 1440 - start))
    pulled = magnet((int(MIDNIGHTS[0]) + 60 * e for e in edges), 30, MIDNIGHTS, is_fine=False)
    first = int(leader.instant.timestamp())
    extent = (first, first + int(length.total_seconds()))
    found = snapped_move(leader, length, minutes(by), pulled, extent)
    seconds = found.delta.total_seconds()
    assert MIDNIGHTS[0] <= extent[0] + seconds
    assert extent[1] + seconds <= MIDNIGHTS[1]


@given(
    st.sampled_from([date(2023, 10, 29), date(2023, 3, 26), DAY]),
    st.integers(0, 1500),
    st.sampled_from([GRID, FINE_GRID]),
)
def test_edge_that_rests_on_the_grid_stays_there(day: date, by: int, step: timedelta) -> None:
    midnight = Moment.from_wall(day, time(), "Europe/Madrid")
    first = midnight.instant.timestamp()
    pulled = Magnet(step, (), 0, first, first + 23 * 3600)
    rested, _ = snapped_edge(midnight.moved(minutes(by)), pulled)
    assert snapped(rested, step) == rested
    assert snapped_edge(rested, pulled) == (rested, None)
