import pytest

from planner.domain.ids import BlockId
from planner.domain.plan import Plan
from planner.ui.timeline.focus import Selection, Step, everything, focused_item, stepped
from tests.builders import block, candidate, person, plan
from tests.ui.timeline.boards import board

A, B, C = BlockId("a"), BlockId("b"), BlockId("c")
ADA, MAX, EVA = ("candidate", "ada"), ("person", "max"), ("person", "eva")


def day_plan() -> Plan:
    return plan(
        person("max"),
        person("eva"),
        block("a", "10:00", people=["max"]),
        block("b", "11:00", people=["max"]),
        block("c", "12:00", people=["eva"]),
    )


@pytest.mark.parametrize(
    ("block_id", "column", "step", "expected"),
    [
        (B, ADA, Step.EARLIER, (A, ADA)),
        (B, ADA, Step.LATER, (C, ADA)),
        (A, ADA, Step.EARLIER, (A, ADA)),
        (B, MAX, Step.LATER, (B, MAX)),
        (B, ADA, Step.RIGHT, (B, MAX)),
        (B, MAX, Step.RIGHT, (C, EVA)),
        (C, EVA, Step.RIGHT, (C, EVA)),
        (C, EVA, Step.LEFT, (B, MAX)),
        (C, EVA, Step.FIRST, (C, EVA)),
        (C, ADA, Step.FIRST, (A, ADA)),
        (A, ADA, Step.LAST, (C, ADA)),
        (A, ("room", "gone"), Step.LATER, (B, ADA)),
    ],
)
def test_arrows_move_the_focus(
    block_id: BlockId,
    column: tuple[str, str],
    step: Step,
    expected: tuple[BlockId, tuple[str, str]],
) -> None:
    found = stepped(board(day_plan()), Selection((block_id,), column), step)
    assert found == Selection((expected[0],), expected[1])


def test_focus_begins_at_the_first_block() -> None:
    assert stepped(board(day_plan()), Selection(), Step.LATER) == Selection((A,), ADA)
    assert stepped(board(plan(candidate())), Selection(), Step.LATER) == Selection()


def test_selection_grows_with_the_focus() -> None:
    found = stepped(board(day_plan()), Selection((A,), ADA), Step.LATER, extends=True)
    assert found == Selection((A, B), ADA)
    back = stepped(board(day_plan()), found, Step.EARLIER, extends=True)
    assert back == Selection((B, A), ADA)


def test_everything_is_selected_and_the_focus_stays() -> None:
    assert everything(board(day_plan()), Selection((B,), ADA)) == Selection((A, C, B), ADA)
    assert everything(board(day_plan()), Selection()) == Selection((A, B, C))


def test_focused_item_is_in_its_own_column() -> None:
    shown = board(day_plan())
    item = focused_item(shown, Selection((B,), MAX))
    assert item is not None
    assert shown.columns[item.column].key == MAX
    assert focused_item(shown, Selection((BlockId("gone"),), MAX)) is None
