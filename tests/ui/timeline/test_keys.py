import pytest

from planner.domain.blocks import Kind, Timebox
from planner.domain.edits.base import Edit
from planner.domain.edits.blocks import DuplicateBlock, InsertAfter, RemoveBlocks, SplitBlock
from planner.domain.edits.panel import AssignSeat
from planner.domain.edits.places import ChangeRoom
from planner.domain.edits.ripples import MoveAndShift
from planner.domain.edits.sequence import Compact, FollowPrevious, SwapNeighbours
from planner.domain.edits.timing import MoveBlocks, Reschedule, ResizeBlock
from planner.domain.ids import BlockId, PersonId, RoomId, SeatId
from planner.domain.plan import Plan
from planner.domain.times import Moment
from planner.ui.timeline import proposals
from planner.ui.timeline.board import Board
from planner.ui.timeline.focus import Selection
from planner.ui.timeline.keys import Command, edit_for, paste, splitting
from planner.ui.timeline.pointers import Modifier
from planner.ui.timeline.proposals import RIPPLE
from tests.builders import block, clock, minutes, moment, person, plan, seat
from tests.ui.timeline.boards import board, gestures, item_of, middle, moved

A, B, C, LUNCH = BlockId("a"), BlockId("b"), BlockId("c"), BlockId("lunch")
NEXT_DAY = moment("10:00").local.date().replace(day=26)


def day_plan() -> Plan:
    return plan(
        person("max"),
        person("eva"),
        block("a", "10:00", 45, people=["max"], room="r1"),
        block("b", "11:00", 45, seats=(seat(None),), room="r2"),
        block("lunch", "11:45", 90, kind=Kind.MEAL, minimum=minutes(45)),
        block("c", "13:15", 45, people=["eva"], room="r1"),
    )


def edit_of(
    command: Command, *names: str, column: tuple[str, str] | None = None, shown: Board | None = None
) -> Edit | None:
    chosen = Selection(tuple(BlockId(name) for name in names), column)
    return edit_for(command, shown or board(day_plan()), chosen)


@pytest.mark.parametrize(
    ("command", "edit"),
    [
        (Command.MOVE_EARLIER, MoveBlocks((LUNCH,), -minutes(5))),
        (Command.MOVE_LATER, MoveBlocks((LUNCH,), minutes(5))),
        (Command.NUDGE_EARLIER, MoveBlocks((LUNCH,), -minutes(1))),
        (Command.NUDGE_LATER, MoveBlocks((LUNCH,), minutes(1))),
        (Command.PUSH_EARLIER, MoveAndShift(LUNCH, moment("11:40"), RIPPLE)),
        (Command.PUSH_LATER, MoveAndShift(LUNCH, moment("11:50"), RIPPLE)),
        (Command.START_EARLIER, ResizeBlock(LUNCH, start=moment("11:40"))),
        (Command.START_LATER, ResizeBlock(LUNCH, start=moment("11:50"))),
        (Command.END_EARLIER, ResizeBlock(LUNCH, end=moment("13:10"))),
        (Command.END_LATER, ResizeBlock(LUNCH, end=moment("13:20"))),
        (Command.SWAP_EARLIER, SwapNeighbours(B, LUNCH)),
        (Command.SWAP_LATER, SwapNeighbours(LUNCH, C)),
        (Command.DELETE, RemoveBlocks((LUNCH,))),
        (Command.UNSCHEDULE, Reschedule(LUNCH, None)),
        (Command.FOLLOW_PREVIOUS, FollowPrevious((LUNCH,))),
        (Command.COMPACT, None),
        (Command.TO_NEXT_COLUMN, ChangeRoom(LUNCH, RoomId("r1"))),
        (Command.TO_PREVIOUS_COLUMN, None),
    ],
)
def test_command_on_one_block_is_one_edit(command: Command, edit: Edit | None) -> None:
    assert edit_of(command, "lunch", column=("candidate", "ada")) == edit


@pytest.mark.parametrize("command", Command)
def test_command_on_nothing_does_nothing(command: Command) -> None:
    assert edit_of(command) is None
    assert edit_of(command, "gone") is None


@pytest.mark.parametrize("command", Command)
def test_command_makes_an_edit_that_the_plan_takes_or_none(command: Command) -> None:
    edit = edit_of(command, "b", "c")
    assert edit is None or edit.apply(day_plan()) != day_plan()


@pytest.mark.parametrize(
    ("command", "dy", "key"),
    [
        (Command.MOVE_EARLIER, -5, Modifier.NONE),
        (Command.MOVE_LATER, 5, Modifier.NONE),
        (Command.PUSH_EARLIER, -5, Modifier.SHIFT),
        (Command.PUSH_LATER, 5, Modifier.SHIFT),
        (Command.NUDGE_EARLIER, -1, Modifier.ALT),
        (Command.NUDGE_LATER, 1, Modifier.ALT),
    ],
)
@pytest.mark.parametrize("names", [("b",), ("a", "b")])
def test_keys_make_the_same_edit_as_the_mouse(
    command: Command, dy: float, key: Modifier, names: tuple[str, ...]
) -> None:
    shown = board(plan(*(block(n, t, 30) for n, t in (("a", "10:00"), ("b", "11:10")))))
    made = gestures(shown, *names)
    start = middle(item_of(shown, "b"))
    made.press(start)
    made.move(moved(start, dx=9))
    by_mouse = made.release(moved(start, dy=dy, modifiers=key)).edit
    assert edit_of(command, *names, shown=shown) == by_mouse
    assert by_mouse is not None


@pytest.mark.parametrize(
    ("command", "is_end", "dy", "key"),
    [
        (Command.START_EARLIER, False, -5, Modifier.NONE),
        (Command.START_LATER, False, 5, Modifier.NONE),
        (Command.END_EARLIER, True, -5, Modifier.NONE),
        (Command.END_LATER, True, 5, Modifier.NONE),
        (Command.STRETCH_EARLIER, True, -5, Modifier.SHIFT),
        (Command.STRETCH_LATER, True, 5, Modifier.SHIFT),
    ],
)
def test_keys_resize_as_the_mouse_does(
    command: Command, dy: float, key: Modifier, *, is_end: bool
) -> None:
    shown = board(plan(block("a", "10:00", 60), block("b", "11:10", 30)))
    made = gestures(shown)
    rect = item_of(shown, "a").rect
    start = moved(middle(item_of(shown, "a")), dy=rect.height / 2 * (1 if is_end else -1))
    start = moved(start, dy=-3 if is_end else 3)
    made.press(start)
    made.move(moved(start, dx=9))
    assert (
        edit_of(command, "a", shown=shown) == made.release(moved(start, dy=dy, modifiers=key)).edit
    )


def test_move_brings_the_focused_block_to_the_grid() -> None:
    shown = board(plan(block("a", "10:07"), block("b", "11:02")))
    assert edit_of(Command.MOVE_LATER, "b", "a", shown=shown) == MoveBlocks((B, A), minutes(3))


def test_waiting_block_is_not_resized() -> None:
    assert proposals.resize_start(plan(block("a")), A, moment("10:00")) is None
    assert proposals.resize_end(plan(), A, moment("10:00")) is None
    assert proposals.push(plan(block("a")), (A,), minutes(5)) is None


def test_length_of_a_block_is_planned_or_usual() -> None:
    source = plan(block("a", "10:00", 45), block("b"))
    lengths = [proposals.length_in(source, source.block(name)) for name in (A, B)]
    assert lengths == [minutes(45), minutes(30)]


def test_move_stops_at_midnight() -> None:
    shown = board(plan(block("a", "00:00", 30)))
    assert edit_of(Command.MOVE_EARLIER, "a", shown=shown) is None


def test_next_columns_person_takes_the_seat() -> None:
    seat_one = SeatId("seat-1")
    to_eva = AssignSeat(A, seat_one, PersonId("eva"))
    assert edit_of(Command.TO_NEXT_COLUMN, "a", column=("person", "max")) == to_eva
    back = AssignSeat(C, seat_one, PersonId("max"))
    assert edit_of(Command.TO_PREVIOUS_COLUMN, "c", column=("person", "eva")) == back
    assert edit_of(Command.TO_NEXT_COLUMN, "a", column=("room", "r1")) == ChangeRoom(
        A, RoomId("r2")
    )


def test_open_seat_is_filled_from_the_candidates_column() -> None:
    edit = edit_of(Command.TO_NEXT_COLUMN, "b", column=("candidate", "ada"))
    assert edit == AssignSeat(B, SeatId("seat-1"), PersonId("max"))


def test_swap_at_the_end_of_a_column_does_nothing() -> None:
    assert edit_of(Command.SWAP_EARLIER, "a") is None
    assert edit_of(Command.SWAP_LATER, "c") is None


def test_duplicate_stands_right_after_its_original() -> None:
    edit = edit_of(Command.DUPLICATE, "c")
    assert isinstance(edit, DuplicateBlock)
    assert (edit.block, edit.shift) == (C, minutes(45))


def test_duplicates_of_several_stand_after_all_of_them() -> None:
    edit = edit_of(Command.DUPLICATE, "a", "b")
    assert edit is not None
    after = edit.apply(day_plan())
    starts = sorted(b.timebox.start for b in after.blocks.values() if b.timebox)
    assert starts[2:5] == [moment("11:45"), moment("11:45"), moment("12:45")]


def test_split_is_in_the_middle_or_where_one_points() -> None:
    half = edit_of(Command.SPLIT, "lunch")
    assert isinstance(half, SplitBlock)
    assert half.at == moment("12:30")
    pointed = splitting(board(day_plan()), LUNCH, moment("12:02"))
    assert isinstance(pointed, SplitBlock)
    assert pointed.at == moment("12:00")


def test_block_too_short_for_the_grid_is_not_split() -> None:
    shown = board(plan(block("a", "10:00", 5)))
    assert edit_of(Command.SPLIT, "a", shown=shown) is None
    assert splitting(shown, BlockId("gone")) is None


def test_break_after_lets_the_rest_make_room() -> None:
    edit = edit_of(Command.BREAK_AFTER, "a")
    assert isinstance(edit, InsertAfter)
    assert (edit.after, edit.length, edit.absorption) == (A, minutes(10), RIPPLE)


def test_several_blocks_are_closed_up() -> None:
    assert edit_of(Command.COMPACT, "a", "c") == Compact((A, C))


class TestPaste:
    def test_copies_follow_the_focused_block(self) -> None:
        source = day_plan()
        edit = paste(board(source), [source.block(A), source.block(B)], after=C)
        assert edit is not None
        after = edit.apply(source)
        new = [b for b in after.blocks.values() if b.id not in source.blocks]
        assert [b.timebox for b in new] == [
            Timebox(moment("14:00"), minutes(45)),
            Timebox(moment("15:00"), minutes(45)),
        ]
        assert [b.calendar.sequence for b in new] == [0, 0]

    def test_copies_keep_their_clock_on_another_day(self) -> None:
        source = day_plan()
        edit = paste(board(source, day=NEXT_DAY), [source.block(A)])
        assert edit is not None
        new = next(b for b in edit.apply(source).blocks.values() if b.id not in source.blocks)
        assert new.timebox == Timebox(
            Moment.from_wall(NEXT_DAY, clock("10:00"), "Europe/Luxembourg"), minutes(45)
        )

    def test_waiting_block_waits_again(self) -> None:
        source = plan(block("a"))
        edit = paste(board(source), [source.block(A)])
        assert edit is not None
        assert [b.timebox for b in edit.apply(source).blocks.values()] == [None, None]

    def test_nothing_is_pasted_from_nothing(self) -> None:
        assert paste(board(day_plan()), []) is None
