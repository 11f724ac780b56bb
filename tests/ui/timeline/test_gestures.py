from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.blocks import Kind, Mode, SeatRole, Timebox
from planner.domain.edits.blocks import AddBlock, DuplicateBlock
from planner.domain.edits.details import ChangeDetails
from planner.domain.edits.panel import AddSeat, AssignSeat, UnassignSeat
from planner.domain.edits.places import ChangeRoom
from planner.domain.edits.ripples import MoveAndShift, ShiftFrom, ShiftLater
from planner.domain.edits.timing import MoveBlocks, Reschedule, ResizeBlock
from planner.domain.edits.together import Together
from planner.domain.ids import BlockId, CandidateId, PersonId, RoomId, SeatId
from planner.domain.plan import Plan
from planner.domain.times import Moment
from planner.ui.timeline.board import Board
from planner.ui.timeline.gestures import Gestures
from planner.ui.timeline.pointers import (
    Button,
    Feedback,
    GestureKind,
    Ghost,
    Modifier,
    Place,
    Pointer,
    Release,
)
from planner.ui.timeline.proposals import RIPPLE
from tests.builders import DAY, ZONE, block, candidate, clock, minutes, moment, person, plan, seat
from tests.ui.timeline.boards import (
    at,
    board,
    column_of,
    gestures,
    item_of,
    middle,
    moved,
    scale,
)

A, B, LUNCH = BlockId("a"), BlockId("b"), BlockId("lunch")
SHIFT, CTRL, ALT = Modifier.SHIFT, Modifier.CTRL, Modifier.ALT

ZOOMS = pytest.mark.parametrize("zoom", [0.5, 1.0, 2.0])


def day_plan() -> Plan:
    """Two interviews, lunch, and an interview in the afternoon; b has an open seat."""
    return plan(
        person("max"),
        person("eva"),
        block("a", "10:00", 45, people=["max"], room="r1"),
        block("b", "11:00", 45, seats=(seat(None),), room="r2"),
        block("lunch", "11:45", 90, kind=Kind.MEAL, minimum=minutes(45)),
        block("c", "13:15", 45, people=["eva"], room="r1"),
        block("waiting", people=["max"]),
    )


def second(text: str) -> int:
    return int(moment(text).instant.timestamp())


def dragged(
    shown: Board, start: Pointer, *steps: Pointer, selected: tuple[str, ...] = ()
) -> Release:
    made = gestures(shown, *selected)
    made.press(start)
    for step in steps:
        made.move(step)
    return made.release(steps[-1])


def feedback(made: Gestures, pointer: Pointer) -> Feedback:
    found = made.move(pointer)
    assert found is not None
    return found


class TestMove:
    @ZOOMS
    @pytest.mark.parametrize("top", [0.0, -333.0])
    def test_lunch_dragged_by_15_minutes_is_one_edit(self, zoom: float, top: float) -> None:
        shown = board(day_plan(), scale(zoom, top=top))
        start = middle(item_of(shown, "lunch"))
        found = dragged(shown, start, moved(start, dy=15 * zoom))
        assert found == Release(MoveBlocks((LUNCH,), minutes(15)), (LUNCH,))

    def test_less_than_the_threshold_is_a_click(self) -> None:
        shown = board(day_plan(), scale(0.5))
        start = middle(item_of(shown, "lunch"))
        assert dragged(shown, start, moved(start, dy=4.9)) == Release(None, (LUNCH,))

    def test_beyond_the_threshold_every_pixel_counts(self) -> None:
        shown = board(day_plan(), scale(2))
        start = middle(item_of(shown, "lunch"))
        found = dragged(shown, start, moved(start, dy=40), moved(start, dy=2, modifiers=ALT))
        assert found.edit == MoveBlocks((LUNCH,), minutes(1))

    def test_drag_back_home_changes_nothing(self) -> None:
        shown = board(plan(block("a", "10:07", 45)))
        start = middle(item_of(shown, "a"))
        assert dragged(shown, start, moved(start, dy=60), moved(start, dy=3)).edit is None

    def test_selected_blocks_move_by_one_delta(self) -> None:
        shown = board(plan(block("a", "09:07", 10), block("b", "09:20", 10)), scale(4))
        start = middle(item_of(shown, "a"))
        found = dragged(shown, start, moved(start, dy=14 * 4), selected=("b", "a"))
        assert found.edit == MoveBlocks((B, A), minutes(13))
        assert found.selection == (B, A)

    def test_drag_of_an_unselected_block_leaves_the_selection_behind(self) -> None:
        shown = board(day_plan())
        start = middle(item_of(shown, "a"))
        found = dragged(shown, start, moved(start, dy=-30), selected=("lunch",))
        assert found == Release(MoveBlocks((A,), -minutes(30)), (A,))

    def test_selected_blocks_of_other_days_stay(self) -> None:
        source = plan(block("a", "10:00"), block("b", "10:00", day=date(2015, 9, 26)))
        shown = board(source)
        start = middle(item_of(shown, "a"))
        found = dragged(shown, start, moved(start, dy=30), selected=("a", "b"))
        assert found.edit == MoveBlocks((A,), minutes(30))

    def test_neighbours_edge_draws_and_is_told(self) -> None:
        shown = board(plan(block("a", "10:00", 45), block("b", "11:02", 45)))
        made = gestures(shown)
        start = middle(item_of(shown, "a"))
        made.press(start)
        found = feedback(made, moved(start, dy=19))
        assert found.edit == MoveBlocks((A,), minutes(17))
        assert (found.line, found.start) == (second("11:02"), second("10:17"))

    def test_drag_stops_at_midnight(self) -> None:
        shown = board(day_plan(), scale(first=time(0)))
        start = middle(item_of(shown, "a"))
        assert dragged(shown, start, moved(start, dy=-5000)).edit == MoveBlocks((A,), -minutes(600))

    def test_ghost_stands_in_every_column_of_the_block(self) -> None:
        shown = board(day_plan())
        made = gestures(shown)
        start = middle(item_of(shown, "a"))
        made.press(start)
        found = feedback(made, moved(start, dy=-30))
        assert found.ghosts == tuple(
            Ghost(A, column_of(shown, name), second("09:30"), second("10:15"))
            for name in ("ada", "max", "r1")
        )
        assert (found.kind, found.leader, found.length) == (GestureKind.MOVE, A, minutes(45))

    def test_zoom_in_the_middle_of_a_drag_changes_nothing(self) -> None:
        near, far = board(day_plan(), scale(2)), board(day_plan(), scale(0.5, top=77))
        made = gestures(near)
        start = middle(item_of(near, "lunch"))
        made.press(start)
        before = feedback(made, moved(start, dy=60))
        made.board = far
        grip = near.scale.seconds_at(start.y)
        after = feedback(made, Pointer(start.x, far.scale.y_of(grip + 30 * 60)))
        assert before.edit == after.edit == MoveBlocks((LUNCH,), minutes(30))

    def test_block_that_others_removed_meanwhile_is_let_go(self) -> None:
        shown = board(day_plan())
        made = gestures(shown)
        start = middle(item_of(shown, "lunch"))
        made.press(start)
        made.move(moved(start, dy=30))
        made.board = board(day_plan().without(type(day_plan().block(A)), [LUNCH]))
        assert made.move(moved(start, dy=40)) is None
        assert made.release(moved(start, dy=40)).edit is None

    @given(
        st.sampled_from([0.5, 1.0, 2.0]),
        st.sampled_from([date(2023, 10, 29), date(2023, 3, 26), DAY]),
        st.sampled_from([time(0), time(7)]),
        st.floats(-300, 300),
        st.sampled_from([Modifier.NONE, ALT]),
    )
    def test_drag_keeps_zone_length_and_people(
        self, zoom: float, day: date, first: time, dy: float, keys: Modifier
    ) -> None:
        zone = "Europe/Madrid"
        source = plan(block("a", "11:00", 45, people=["max"], day=day, zone=zone))
        shown = board(source, scale(zoom, day=day, zone=zone, first=first), day=day)
        start = middle(item_of(shown, "a"))
        edit = dragged(shown, start, moved(start, dy=90), moved(start, dy=dy, modifiers=keys)).edit
        before = source.block(A)
        after = (edit.apply(source) if edit else source).block(A)
        assert after.timebox is not None
        assert before.timebox is not None
        assert after.timebox.start.zone == zone
        assert after == replace(before, timebox=after.timebox)
        assert after.timebox.duration == before.timebox.duration
        moved_by = after.timebox.start.instant - before.timebox.start.instant
        grid = 1 if keys else 5
        assert abs(moved_by - minutes(dy / zoom)) <= minutes(max(grid / 2, 3) + 1 / 60)


class TestReassignment:
    def test_block_goes_from_person_to_person(self) -> None:
        shown = board(day_plan())
        found = dragged(shown, middle(item_of(shown, "a", "max")), at_row(shown, "eva", "a"))
        assert found.edit == AssignSeat(A, SeatId("seat-1"), PersonId("eva"))

    def test_time_and_person_change_in_one_step(self) -> None:
        shown = board(day_plan())
        target = at_row(shown, "eva", "a", minutes_later=-30)
        found = dragged(shown, middle(item_of(shown, "a", "max")), target)
        seat_edit = AssignSeat(A, SeatId("seat-1"), PersonId("eva"))
        assert found.edit == Together((MoveBlocks((A,), -minutes(30)), seat_edit))

    def test_open_seat_is_filled_from_its_column_and_from_the_candidates(self) -> None:
        shown = board(day_plan())
        for source in ("open_seats", "ada"):
            found = dragged(shown, middle(item_of(shown, "b", source)), at_row(shown, "eva", "b"))
            assert found.edit == AssignSeat(B, SeatId("seat-1"), PersonId("eva"))

    def test_interview_without_seats_gets_one(self) -> None:
        shown = board(plan(block("a", "10:00"), block("b", "12:00", people=["max"])))
        found = dragged(shown, middle(item_of(shown, "a", "open_seats")), at_row(shown, "max", "a"))
        assert isinstance(found.edit, AddSeat)
        assert (found.edit.seat.person, found.edit.seat.role) == ("max", SeatRole.LEAD)

    def test_person_is_taken_off_by_a_drag_to_the_open_seats(self) -> None:
        shown = board(day_plan())
        found = dragged(shown, middle(item_of(shown, "a", "max")), at_row(shown, "open_seats", "a"))
        assert found.edit == UnassignSeat(A, SeatId("seat-1"))

    def test_room_is_changed_from_any_column(self) -> None:
        shown = board(day_plan())
        for source in ("r1", "max", "ada"):
            found = dragged(shown, middle(item_of(shown, "a", source)), at_row(shown, "r2", "a"))
            assert found.edit == ChangeRoom(A, RoomId("r2"))

    def test_room_is_taken_away(self) -> None:
        source = plan(
            block("a", "10:00", room="r1", mode=Mode.FACE_TO_FACE),
            block("b", "12:00", mode=Mode.FACE_TO_FACE),
        )
        shown = board(source)
        found = dragged(shown, middle(item_of(shown, "a", "r1")), at_row(shown, "no_room", "a"))
        assert found.edit == ChangeRoom(A, None)

    def test_candidates_change_places(self) -> None:
        source = plan(block("a", "10:00"), block("b", "12:00", candidates=("bob",)))
        shown = board(source)
        found = dragged(shown, middle(item_of(shown, "a", "ada")), at_row(shown, "bob", "a"))
        assert found.edit == ChangeDetails(A, candidates=(CandidateId("bob"),))

    def test_column_that_says_nothing_leaves_the_block_in_its_own(self) -> None:
        source = day_plan().with_records(
            [block("d", "15:00", people=["max", "eva"]), block("e", "16:00", kind=Kind.BREAK)]
        )
        shown = board(source)
        for name, column, target in (("d", "max", "eva"), ("e", "ada", "max"), ("a", "max", "ada")):
            made = gestures(shown)
            made.press(middle(item_of(shown, name, column)))
            found = feedback(made, at_row(shown, target, name))
            assert (found.edit, found.column) == (None, column_of(shown, column))

    def test_only_blocks_of_the_column_change_hands(self) -> None:
        shown = board(day_plan())
        found = dragged(
            shown,
            middle(item_of(shown, "a", "max")),
            at_row(shown, "eva", "a"),
            selected=("a", "lunch"),
        )
        assert found.edit == AssignSeat(A, SeatId("seat-1"), PersonId("eva"))

    def test_ghost_stands_in_the_new_column(self) -> None:
        shown = board(day_plan())
        made = gestures(shown)
        made.press(middle(item_of(shown, "a", "max")))
        found = feedback(made, at_row(shown, "eva", "a"))
        columns = [shown.columns[ghost.column].key[1] for ghost in found.ghosts]
        assert columns == ["ada", "r1", "eva"]
        assert found.column == column_of(shown, "eva")

    def test_ghost_stays_with_the_candidate_when_a_person_is_found(self) -> None:
        shown = board(day_plan())
        made = gestures(shown)
        made.press(middle(item_of(shown, "b", "ada")))
        found = feedback(made, at_row(shown, "eva", "b"))
        assert column_of(shown, "ada") in {ghost.column for ghost in found.ghosts}
        assert column_of(shown, "eva") in {ghost.column for ghost in found.ghosts}

    def test_pointer_beside_the_columns_only_moves(self) -> None:
        shown = board(day_plan())
        start = middle(item_of(shown, "a", "max"))
        found = dragged(shown, start, Pointer(2, start.y - 30))
        assert found.edit == MoveBlocks((A,), -minutes(30))


def at_row(shown: Board, column: str, name: str, *, minutes_later: float = 0) -> Pointer:
    """Return the point in a column at the height of a block's middle, or later."""
    placed = item_of(shown, name).placed
    return at(shown, column, (placed.start + placed.end) / 2 + minutes_later * 60)


class TestRipple:
    def test_shift_moves_what_follows(self) -> None:
        shown = board(day_plan())
        start = middle(item_of(shown, "b", "ada"))
        made = gestures(shown)
        made.press(start)
        found = feedback(made, moved(start, dy=30, modifiers=SHIFT))
        assert found.edit == MoveAndShift(B, moment("11:30"), RIPPLE)
        assert found.is_ripple

    def test_followers_have_ghosts_and_the_break_that_shrinks(self) -> None:
        shown = board(day_plan())
        start = middle(item_of(shown, "b", "ada"))
        made = gestures(shown)
        made.press(start)
        found = feedback(made, moved(start, dy=30, modifiers=SHIFT))
        ghosts = [g for g in found.ghosts if g.column == column_of(shown, "ada")]
        assert [(g.block, g.start, g.end, g.is_follower) for g in ghosts] == [
            (B, second("11:30"), second("12:15"), False),
            (LUNCH, second("12:15"), second("13:15"), True),
        ]

    def test_several_blocks_push_from_the_earliest_on(self) -> None:
        shown = board(day_plan())
        start = moved(middle(item_of(shown, "b", "ada")), modifiers=Modifier.NONE)
        found = dragged(shown, start, moved(start, dy=30, modifiers=SHIFT), selected=("lunch", "b"))
        assert found.edit == ShiftLater(B, minutes(30), RIPPLE)

    def test_refused_push_says_why_and_makes_no_edit(self) -> None:
        shown = board(plan(block("a", "10:00", 600), block("b", "21:00", 170)), scale(0.5))
        start = middle(item_of(shown, "a"))
        made = gestures(shown)
        made.press(start)
        found = feedback(made, moved(start, dy=60, modifiers=SHIFT))
        assert found.edit is None
        assert found.refusal is not None
        assert found.refusal.facts["reason"] == "past_midnight"
        assert found.ghosts[0].start == second("12:00")
        assert made.release(moved(start, dy=60, modifiers=SHIFT)).edit is None

    def test_lower_edge_pushes_what_follows(self) -> None:
        shown = board(day_plan())
        start = edge(shown, "a", is_end=True)
        found = dragged(shown, start, moved(start, dy=25, modifiers=SHIFT))
        shifted = ShiftFrom(moment("10:45"), minutes(10), (CandidateId("ada"),), RIPPLE)
        assert found.edit == Together((ResizeBlock(A, end=moment("11:10")), shifted))

    def test_gap_absorbs_what_the_lower_edge_takes(self) -> None:
        shown = board(day_plan())
        start = edge(shown, "a", is_end=True)
        found = dragged(shown, start, moved(start, dy=10, modifiers=SHIFT))
        assert found.edit == ResizeBlock(A, end=moment("10:55"))

    def test_lower_edge_pulls_what_follows_up(self) -> None:
        shown = board(day_plan())
        start = edge(shown, "a", is_end=True)
        found = dragged(shown, start, moved(start, dy=-15, modifiers=SHIFT))
        shifted = ShiftFrom(moment("10:45"), -minutes(15), (CandidateId("ada"),), RIPPLE)
        assert found.edit == Together((ResizeBlock(A, end=moment("10:30")), shifted))

    def test_block_without_candidate_pushes_nobody(self) -> None:
        source = plan(block("a", "10:00", candidates=(), people=["max"]), block("b", "10:45"))
        shown = board(source)
        start = edge(shown, "a", is_end=True)
        found = dragged(shown, start, moved(start, dy=30, modifiers=SHIFT))
        assert found.edit == ResizeBlock(A, end=moment("11:15"))


def edge(shown: Board, name: str, *, is_end: bool) -> Pointer:
    rect = item_of(shown, name).rect
    return Pointer(rect.x + 20, rect.bottom - 2 if is_end else rect.y + 2)


class TestResize:
    @ZOOMS
    def test_lower_edge_changes_the_end(self, zoom: float) -> None:
        shown = board(day_plan(), scale(zoom))
        rect = item_of(shown, "lunch").rect
        start = Pointer(rect.x + 9, rect.bottom - 4)
        found = dragged(shown, start, moved(start, dy=15 * zoom))
        assert found == Release(ResizeBlock(LUNCH, end=moment("13:30")), (LUNCH,))

    def test_upper_edge_changes_the_start(self) -> None:
        shown = board(day_plan())
        start = edge(shown, "lunch", is_end=False)
        made = gestures(shown)
        made.press(start)
        found = feedback(made, moved(start, dy=30))
        assert found.edit == ResizeBlock(LUNCH, start=moment("12:15"))
        assert (found.start, found.end) == (second("12:15"), second("13:15"))

    def test_edge_stops_at_the_minimum(self) -> None:
        shown = board(day_plan())
        start = edge(shown, "lunch", is_end=True)
        made = gestures(shown)
        made.press(start)
        found = feedback(made, moved(start, dy=-88))
        assert found.length == minutes(45)
        assert found.edit == ResizeBlock(LUNCH, end=moment("12:30"))

    def test_edge_past_the_other_one_leaves_five_minutes(self) -> None:
        shown = board(day_plan())
        start = edge(shown, "a", is_end=False)
        found = dragged(shown, start, moved(start, dy=500))
        assert found.edit == ResizeBlock(A, start=moment("10:40"))

    def test_edge_back_home_changes_nothing(self) -> None:
        shown = board(plan(block("a", "10:00", 47)))
        start = edge(shown, "a", is_end=True)
        assert dragged(shown, start, moved(start, dy=40), moved(start, dy=1)).edit is None

    def test_short_break_is_held_below_it(self) -> None:
        shown = board(plan(block("a", "10:00", 10, kind=Kind.BREAK)))
        rect = item_of(shown, "a").rect
        start = Pointer(rect.x + 9, rect.bottom + 3)
        found = dragged(shown, start, moved(start, dy=20))
        assert found.edit == ResizeBlock(A, end=moment("10:30"))

    def test_edge_outside_the_day_makes_no_edit(self) -> None:
        shown = board(day_plan())
        start = edge(shown, "a", is_end=True)
        outside = replace(moved(start, dy=60), place=Place.OUTSIDE)
        assert dragged(shown, start, outside).edit is None


class TestCopy:
    def test_ctrl_copies_and_selects_the_copy(self) -> None:
        shown = board(day_plan())
        start = middle(item_of(shown, "a"))
        found = dragged(shown, start, moved(start, dy=-60, modifiers=CTRL))
        assert isinstance(found.edit, DuplicateBlock)
        assert (found.edit.block, found.edit.shift) == (A, -minutes(60))
        assert found.selection == (found.edit.new,)

    def test_id_of_the_copy_stays_while_it_is_dragged(self) -> None:
        shown = board(day_plan())
        made = gestures(shown)
        start = middle(item_of(shown, "a"))
        made.press(start)
        ids = {feedback(made, moved(start, dy=dy, modifiers=CTRL)).leader for dy in (-20, -40)}
        ghosts = {
            feedback(made, moved(start, dy=dy, modifiers=CTRL)).ghosts[0].block for dy in (-20, -40)
        }
        assert (len(ids), len(ghosts)) == (1, 1)

    def test_copy_goes_to_another_person(self) -> None:
        shown = board(day_plan())
        target = replace(at_row(shown, "eva", "a"), modifiers=CTRL)
        found = dragged(shown, middle(item_of(shown, "a", "max")), target)
        assert found.edit is not None
        after = found.edit.apply(day_plan())
        assert after.block(found.selection[0]).people == ("eva",)
        assert after.block(A) == day_plan().block(A)

    def test_several_are_copied_by_one_delta(self) -> None:
        shown = board(day_plan())
        start = middle(item_of(shown, "a"))
        found = dragged(shown, start, moved(start, dy=300, modifiers=CTRL), selected=("a", "b"))
        assert isinstance(found.edit, Together)
        after = found.edit.apply(day_plan())
        starts = [after.block(new).timebox for new in found.selection]
        assert [box.start for box in starts if box] == [moment("15:00"), moment("16:00")]

    def test_copy_on_top_of_the_original_is_none(self) -> None:
        shown = board(day_plan())
        start = middle(item_of(shown, "a"))
        found = dragged(shown, start, moved(start, dy=60), moved(start, dy=1, modifiers=CTRL))
        assert found.edit is None


class TestCreate:
    @ZOOMS
    @pytest.mark.parametrize("goes_up", [False, True])
    def test_drag_on_empty_space_creates_a_block(self, zoom: float, goes_up: bool) -> None:  # noqa: FBT001 -- a case
        shown = board(day_plan(), scale(zoom, top=40))
        ends = [at(shown, "eva", second("16:02")), at(shown, "eva", second("16:44"))]
        if goes_up:
            ends.reverse()
        found = dragged(shown, *ends)
        assert isinstance(found.edit, AddBlock)
        made = found.edit.block
        assert made.timebox == Timebox(moment("16:00"), minutes(45))
        assert (made.kind, made.people, made.candidates) == (Kind.INTERVIEW, ("eva",), ("ada",))
        assert found.selection == (made.id,)

    @pytest.mark.parametrize(
        ("column", "people", "room"),
        [("ada", (), None), ("open_seats", (), None), ("r1", (), "r1"), ("max", ("max",), None)],
    )
    def test_new_block_is_for_its_column(
        self, column: str, people: tuple[str, ...], room: str | None
    ) -> None:
        shown = board(day_plan())
        found = dragged(
            shown, at(shown, column, second("16:00")), at(shown, column, second("17:00"))
        )
        assert isinstance(found.edit, AddBlock)
        made = found.edit.block
        assert (made.people, made.room, len(made.seats)) == (people, room, 1)

    def test_new_block_of_the_team_has_no_candidate(self) -> None:
        shown = board(plan(candidate(), block("d", "10:00", candidates=(), people=["max"])))
        found = dragged(
            shown, at(shown, "team", second("16:00")), at(shown, "team", second("17:00"))
        )
        assert isinstance(found.edit, AddBlock)
        assert found.edit.block.candidates == ()

    def test_new_block_rests_on_its_neighbours_edge(self) -> None:
        shown = board(plan(block("a", "10:00", 47)))
        found = dragged(shown, at(shown, "ada", second("10:50")), at(shown, "ada", second("11:30")))
        assert isinstance(found.edit, AddBlock)
        assert found.edit.block.timebox == Timebox(moment("10:47"), minutes(43))

    def test_block_that_is_hardly_drawn_has_five_minutes(self) -> None:
        shown = board(day_plan())
        start = at(shown, "ada", second("16:00"))
        down = dragged(shown, start, moved(start, dx=9)).edit
        up = dragged(shown, start, moved(start, dx=9, dy=-1)).edit
        assert isinstance(down, AddBlock)
        assert isinstance(up, AddBlock)
        assert down.block.timebox == Timebox(moment("16:00"), minutes(5))
        assert up.block.timebox == Timebox(moment("15:55"), minutes(5))

    def test_its_ghost_stands_where_it_was_drawn(self) -> None:
        shown = board(day_plan())
        made = gestures(shown)
        made.press(at(shown, "eva", second("16:00")))
        found = feedback(made, at(shown, "eva", second("17:00")))
        assert [(g.column, g.start, g.end) for g in found.ghosts] == [
            (column_of(shown, "eva"), second("16:00"), second("17:00"))
        ]
        assert (found.start, found.end) == (second("16:00"), second("17:00"))

    def test_double_click_creates_the_usual_length(self) -> None:
        shown = board(day_plan())
        found = gestures(shown).double_click(at(shown, "ada", second("16:01")))
        assert isinstance(found.edit, AddBlock)
        assert found.edit.block.timebox == Timebox(moment("16:00"), minutes(30))
        assert found.selection == (found.edit.block.id,)

    def test_double_click_on_a_block_or_beside_creates_nothing(self) -> None:
        shown = board(day_plan())
        made = gestures(shown, "a")
        assert made.double_click(middle(item_of(shown, "b"))) == Release(None, (A,))
        assert made.double_click(Pointer(5, 5)) == Release(None, (A,))

    def test_drag_beside_the_columns_creates_nothing(self) -> None:
        shown = board(day_plan())
        assert dragged(shown, Pointer(5, 5), Pointer(5, 95)).edit is None


class TestTray:
    def test_waiting_block_is_scheduled_for_a_column(self) -> None:
        shown = board(day_plan())
        made = gestures(shown)
        waiting = BlockId("waiting")
        assert made.press_waiting(waiting, Pointer(0, 0, place=Place.TRAY)) == (waiting,)
        found = feedback(made, at(shown, "r2", second("16:03")))
        assert found.edit == Together(
            (
                Reschedule(waiting, Timebox(moment("16:05"), minutes(30))),
                ChangeRoom(waiting, RoomId("r2")),
            )
        )
        assert (found.kind, found.start) == (GestureKind.SCHEDULE, second("16:05"))
        assert found.ghosts == (
            Ghost(waiting, column_of(shown, "r2"), second("16:05"), second("16:35")),
        )

    def test_waiting_block_dropped_elsewhere_keeps_waiting(self) -> None:
        shown = board(day_plan())
        for place in (Place.TRAY, Place.OUTSIDE):
            made = gestures(shown)
            made.press_waiting(BlockId("waiting"), Pointer(0, 0, place=Place.TRAY))
            assert made.release(Pointer(100, 100, place=place)).edit is None

    def test_waiting_break_and_meal_get_their_own_length(self) -> None:
        source = plan(
            candidate("bob"),
            block("rest", kind=Kind.BREAK, candidates=("ada",)),
            block("meal", kind=Kind.MEAL, minimum=minutes(45), candidates=("ada",)),
            block("a", "10:00", candidates=("ada", "bob")),
        )
        shown = board(source)
        for name, length in (("rest", 10), ("meal", 45)):
            made = gestures(shown)
            made.press_waiting(BlockId(name), Pointer(0, 0))
            edit = made.release(at(shown, "bob", second("16:00"))).edit
            assert edit == Together(
                (
                    Reschedule(BlockId(name), Timebox(moment("16:00"), minutes(length))),
                    ChangeDetails(
                        BlockId(name), candidates=(CandidateId("ada"), CandidateId("bob"))
                    ),
                )
            )

    def test_block_dropped_on_the_tray_waits(self) -> None:
        shown = board(day_plan())
        start = middle(item_of(shown, "a"))
        found = dragged(shown, start, Pointer(10, 2000, place=Place.TRAY), selected=("a", "b"))
        assert found.edit == Together((Reschedule(A, None), Reschedule(B, None)))

    def test_feedback_over_the_tray_says_so(self) -> None:
        shown = board(day_plan())
        made = gestures(shown)
        made.press(middle(item_of(shown, "a")))
        found = feedback(made, Pointer(10, 2000, place=Place.TRAY))
        assert (found.kind, found.ghosts) == (GestureKind.UNSCHEDULE, ())


class TestSelection:
    def test_click_selects_one(self) -> None:
        shown = board(day_plan())
        made = gestures(shown, "a", "b")
        assert made.press(middle(item_of(shown, "a"))) == (A, B)
        assert made.release(middle(item_of(shown, "a"))).selection == (A,)

    @pytest.mark.parametrize("key", [CTRL, SHIFT])
    def test_click_with_a_key_adds_and_takes_away(self, key: Modifier) -> None:
        shown = board(day_plan())
        point = replace(middle(item_of(shown, "b")), modifiers=key)
        made = gestures(shown, "a")
        made.press(point)
        assert made.release(point).selection == (A, B)
        made.press(point)
        assert made.release(point).selection == (A,)

    def test_click_on_empty_space_clears(self) -> None:
        shown = board(day_plan())
        point = at(shown, "ada", second("16:00"))
        assert dragged(shown, point, point, selected=("a",)).selection == ()
        kept = replace(point, modifiers=CTRL)
        assert dragged(shown, kept, kept, selected=("a",)).selection == (A,)

    def test_rubber_band_selects_what_it_touches(self) -> None:
        shown = board(day_plan())
        start = Pointer(62, shown.scale.y_of(second("09:30")), SHIFT)
        end = Pointer(100, shown.scale.y_of(second("11:30")))
        assert dragged(shown, start, end, selected=("c",)) == Release(None, (A, B))
        adding = replace(end, modifiers=CTRL)
        assert dragged(shown, start, adding, selected=("lunch",)).selection == (LUNCH, A, B)

    def test_rubber_band_goes_in_any_direction(self) -> None:
        shown = board(day_plan())
        made = gestures(shown)
        made.press(Pointer(100, 30, SHIFT))
        found = feedback(made, Pointer(70, 10))
        assert found.band is not None
        sides = [found.band.x, found.band.y, found.band.width, found.band.height]
        assert sides == pytest.approx([70, 10, 30, 20])

    def test_other_buttons_do_nothing(self) -> None:
        shown = board(day_plan())
        start = replace(middle(item_of(shown, "a")), button=Button.RIGHT)
        assert dragged(shown, start, moved(start, dy=60)) == Release(None, ())
        assert gestures(shown).double_click(start).edit is None


class TestCancel:
    @pytest.mark.parametrize("keys", [Modifier.NONE, SHIFT, CTRL, ALT])
    @pytest.mark.parametrize("start", ["body", "edge", "empty", "tray"])
    def test_escape_at_any_moment_changes_nothing(self, keys: Modifier, start: str) -> None:
        shown = board(day_plan())
        made = gestures(shown)
        points = {
            "body": middle(item_of(shown, "a")),
            "edge": edge(shown, "a", is_end=True),
            "empty": at(shown, "ada", second("16:00")),
            "tray": Pointer(0, 0),
        }
        point = points[start]
        if start == "tray":
            made.press_waiting(BlockId("waiting"), point)
        else:
            made.press(point)
        made.move(moved(point, dx=70, dy=60, modifiers=keys))
        was_dragging = made.is_dragging
        made.cancel()
        assert (was_dragging, made.is_dragging) == (True, False)
        assert made.move(moved(point, dy=90)) is None
        assert made.release(moved(point, dy=90)).edit is None

    def test_drop_outside_makes_no_edit(self) -> None:
        shown = board(day_plan())
        start = middle(item_of(shown, "a"))
        outside = replace(moved(start, dy=100), place=Place.OUTSIDE)
        assert dragged(shown, start, moved(start, dy=50), outside).edit is None

    def test_next_gesture_begins_afresh(self) -> None:
        shown = board(day_plan())
        made = gestures(shown)
        start = middle(item_of(shown, "lunch"))
        made.press(start)
        made.move(moved(start, dy=50))
        made.cancel()
        made.press(start)
        assert made.release(moved(start, dy=15)).edit == MoveBlocks((LUNCH,), minutes(15))


def test_block_in_another_zone_is_moved_on_its_own_clocks() -> None:
    source = plan(block("a", "10:00", 45), block("b", "05:00", 45, zone="America/New_York"))
    source = source.with_records([block("c", "15:00", 30)])
    shown = board(source)
    assert shown.zone == ZONE
    start = edge(shown, "b", is_end=True)
    found = dragged(shown, start, moved(start, dy=15))
    assert isinstance(found.edit, ResizeBlock)
    assert found.edit.end == Moment.from_wall(DAY, clock("06:00"), "America/New_York")


class TestSeats:
    """From the candidate's column into a person's, and back."""

    def test_open_seat_is_filled(self) -> None:
        shown = board(day_plan())
        start = middle(item_of(shown, "b", "ada"))
        found = dragged(shown, start, at_row(shown, "max", "b"))
        assert found.edit == AssignSeat(B, day_plan().block(B).seats[0].id, PersonId("max"))

    def test_only_interviewer_is_replaced(self) -> None:
        shown = board(day_plan())
        start = middle(item_of(shown, "a", "ada"))
        found = dragged(shown, start, at_row(shown, "eva", "a"))
        assert found.edit == AssignSeat(A, day_plan().block(A).seats[0].id, PersonId("eva"))

    @pytest.mark.parametrize(
        ("block_id", "person_id", "reason"),
        [("a", "max", "sits_there"), ("both", "eva", "which_seat"), ("lunch", "max", "no_seat")],
    )
    def test_column_that_takes_no_seat_says_why(
        self, block_id: str, person_id: str, reason: str
    ) -> None:
        both = block("both", "15:00", people=["max", "kim"])
        shown = board(day_plan().with_records([person("kim"), both]))
        made = gestures(shown)
        made.press(middle(item_of(shown, block_id, "ada")))
        found = feedback(made, at_row(shown, person_id, block_id))
        assert found.edit is None
        assert found.hindrance is not None
        assert found.hindrance.facts["reason"] == reason

    def test_candidate_and_room_ask_for_no_seat(self) -> None:
        shown = board(day_plan())
        made = gestures(shown)
        made.press(middle(item_of(shown, "a", "max")))
        assert feedback(made, at_row(shown, "ada", "a")).hindrance is None

    @pytest.mark.parametrize(
        ("wobble", "is_moved"), [(-8, False), (0, False), (8, False), (13, True), (-13, True)]
    )
    def test_hand_that_wobbles_on_the_way_keeps_the_time(
        self, wobble: float, *, is_moved: bool
    ) -> None:
        shown = board(day_plan())
        start = middle(item_of(shown, "a", "max"))
        target = at(shown, "eva", shown.scale.seconds_at(start.y))
        found = dragged(shown, start, moved(target, dy=wobble))
        seated = AssignSeat(A, day_plan().block(A).seats[0].id, PersonId("eva"))
        assert isinstance(found.edit, Together) is is_moved
        assert is_moved or found.edit == seated
