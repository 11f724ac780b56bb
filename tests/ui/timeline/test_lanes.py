from hypothesis import given
from hypothesis import strategies as st

from planner.ui.timeline.lanes import Lane, lanes

SPANS = st.lists(
    st.tuples(st.integers(0, 40), st.integers(1, 15)).map(lambda s: (s[0], s[0] + s[1])),
    max_size=12,
)


def test_lanes_of_a_block_beside_two_that_touch() -> None:
    assert lanes([(600, 660), (660, 720), (600, 720)]) == (Lane(0, 2), Lane(0, 2), Lane(1, 2))


def test_lanes_begin_anew_where_nothing_overlaps() -> None:
    found = lanes([(600, 660), (660, 720), (630, 720), (720, 780)])
    assert found == (Lane(0, 2), Lane(0, 2), Lane(1, 2), Lane(0, 1))


def test_lanes_of_nothing() -> None:
    assert lanes([]) == ()


@given(SPANS)
def test_lanes_never_hold_two_blocks_at_once(spans: list[tuple[int, int]]) -> None:
    found = lanes(spans)
    for i, (start, end) in enumerate(spans):
        for j in range(i):
            overlap = start < spans[j][1] and spans[j][0] < end
            assert not (overlap and found[i].lane == found[j].lane)
            assert not overlap or found[i].lanes == found[j].lanes


@given(SPANS)
def test_lanes_are_as_few_as_overlap_at_once(spans: list[tuple[int, int]]) -> None:
    found = lanes(spans)
    for (start, end), lane in zip(spans, found, strict=True):
        assert 0 <= lane.lane < lane.lanes
        reached = {(start, end)}
        while True:  # the group: whatever overlaps what is reached already
            more = {s for s in spans for r in reached if s[0] < r[1] and r[0] < s[1]}
            if more <= reached:
                break
            reached |= more
        at_once = max(sum(s <= t < e for s, e in spans) for t in {s for s, _ in reached})
        assert lane.lanes == at_once


@given(SPANS)
def test_lanes_stay_when_later_blocks_are_added(spans: list[tuple[int, int]]) -> None:
    before = [lane.lane for lane in lanes(spans)]
    assert [lane.lane for lane in lanes([*spans, (60, 70)])][: len(spans)] == before
