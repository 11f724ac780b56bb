from hypothesis import given
from hypothesis import strategies as st

from planner.ui.timeline.geometry import Rect
from planner.ui.timeline.zones import EDGE, LOW, SMALLEST, Hit, Zone, drawn, hit, zone_at


def stack(*heights: float, gaps: tuple[float, ...] = ()) -> list[Rect]:
    """Return rectangles one below the other, from y = 100 on."""
    rects, y = [], 100.0
    for number, height in enumerate(heights):
        rects.append(Rect(0, y, 100, height))
        y += height + (gaps[number] if number < len(gaps) else 0)
    return rects


STACKS = st.lists(
    st.tuples(st.floats(1, 60), st.sampled_from([0.0, 0.0, 1.0, 4.0, 30.0])), min_size=1, max_size=6
).map(lambda rows: stack(*(h for h, _ in rows), gaps=tuple(g for _, g in rows)))


class TestZoneAt:
    def test_high_block_has_its_handles_inside(self) -> None:
        rect = Rect(0, 100, 100, 40)
        found = [zone_at(rect, 50, y) for y in (99, 100, 105, 106, 133, 134, 139, 140)]
        top, body, bottom, none = Zone.TOP, Zone.BODY, Zone.BOTTOM, Zone.NONE
        assert found == [none, top, top, body, body, bottom, bottom, none]

    def test_low_block_has_its_handles_outside(self) -> None:
        rect = Rect(0, 100, 100, 5)
        found = [zone_at(rect, 50, y) for y in (93, 94, 99, 100, 104, 105, 110, 111)]
        top, body, bottom, none = Zone.TOP, Zone.BODY, Zone.BOTTOM, Zone.NONE
        assert found == [none, top, top, body, body, bottom, bottom, none]

    def test_nothing_is_beside_a_block(self) -> None:
        assert zone_at(Rect(0, 100, 100, 40), 100, 120) is Zone.NONE

    @given(st.floats(1, 200), st.floats(0, 400))
    def test_every_point_of_a_block_is_part_of_it(self, height: float, y: float) -> None:
        rect = Rect(0, 100, 100, height)
        assert not rect.contains(50, y) or zone_at(rect, 50, y) is not Zone.NONE


class TestHit:
    @given(STACKS)
    def test_middle_of_every_block_is_its_body(self, rects: list[Rect]) -> None:
        for index, rect in enumerate(rects):
            assert hit(rects, 50, rect.y + rect.height / 2) == Hit(index, Zone.BODY)

    @given(STACKS, st.data())
    def test_middle_is_the_body_beside_selected_ones(
        self, rects: list[Rect], data: st.DataObject
    ) -> None:
        preferred = data.draw(st.sets(st.integers(0, len(rects) - 1)))
        for index, rect in enumerate(rects):
            found = hit(rects, 50, rect.y + rect.height / 2, preferred)
            assert found == Hit(index, Zone.BODY)

    @given(STACKS, st.data())
    def test_selected_block_can_be_held_at_both_edges(
        self, rects: list[Rect], data: st.DataObject
    ) -> None:
        index = data.draw(st.integers(0, len(rects) - 1))
        is_low = rects[index].height < LOW
        above = rects[index].y - 0.2 if is_low else rects[index].y + EDGE / 2
        below = rects[index].bottom + 0.2 if is_low else rects[index].bottom - EDGE / 2
        assert hit(rects, 50, above, {index}) == Hit(index, Zone.TOP)
        assert hit(rects, 50, below, {index}) == Hit(index, Zone.BOTTOM)

    def test_handle_of_a_low_block_takes_half_of_its_high_neighbours_edge(self) -> None:
        rects = stack(45, 5, 45)
        found = [hit(rects, 50, y) for y in (141.9, 142.1, 145, 150, 152.9, 153.1)]
        assert found == [
            Hit(0, Zone.BOTTOM),
            Hit(1, Zone.TOP),
            Hit(1, Zone.BODY),
            Hit(1, Zone.BOTTOM),
            Hit(1, Zone.BOTTOM),
            Hit(2, Zone.TOP),
        ]

    def test_nearest_of_two_handles_wins_in_a_gap(self) -> None:
        rects = stack(5, 5, gaps=(8,))
        assert hit(rects, 50, 106) == Hit(0, Zone.BOTTOM)
        assert hit(rects, 50, 111.5) == Hit(1, Zone.TOP)

    def test_nothing_lies_in_the_open(self) -> None:
        assert hit(stack(45), 50, 20) is None
        assert hit([], 50, 20) is None


class TestDrawn:
    @given(STACKS)
    def test_no_block_is_drawn_over_another(self, rects: list[Rect]) -> None:
        found = drawn(rects)
        pairs = [(a, b) for i, a in enumerate(found) for b in found[:i]]
        assert not any(a.bottom - b.y > 1e-6 and b.bottom - a.y > 1e-6 for a, b in pairs)

    @given(STACKS)
    def test_every_block_covers_its_time(self, rects: list[Rect]) -> None:
        for before, after in zip(rects, drawn(rects), strict=True):
            assert after.y <= before.y
            assert after.bottom >= before.bottom - 1e-6

    def test_low_block_alone_grows_downwards(self) -> None:
        assert drawn([Rect(0, 100, 50, 5)]) == (Rect(0, 100, 50, SMALLEST),)

    def test_low_block_before_another_grows_upwards(self) -> None:
        found = drawn(stack(5, 45, gaps=(2,)))
        assert found[0] == Rect(0, 93, 100, 14)

    def test_low_block_between_others_stays_low(self) -> None:
        assert drawn(stack(45, 5, 45)) == tuple(stack(45, 5, 45))

    def test_block_in_another_lane_is_not_in_the_way(self) -> None:
        beside = Rect(200, 100, 50, 60)
        assert drawn([Rect(0, 100, 50, 5), beside])[0].height == SMALLEST

    def test_overlapping_block_leaves_no_room(self) -> None:
        rects = [Rect(0, 100, 50, 5), Rect(0, 102, 50, 40)]
        assert drawn(rects) == tuple(rects)
