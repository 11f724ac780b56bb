"""Differences between what was sent out and what would be sent now (T78)."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from planner.domain.blocks import Block
from planner.domain.ids import BlockId, OfficeId
from planner.schedule.differences import Differences, differences
from tests.builders import block, office, plan

A, B, C = block("a", "10:00"), block("b", "11:00", room="red"), block("c", "14:00")


def of(created: str = "", cancelled: str = "", moved: str = "") -> Differences:
    """Return differences of blocks whose ids are single letters."""
    return Differences(
        tuple(map(BlockId, created)), tuple(map(BlockId, cancelled)), tuple(map(BlockId, moved))
    )


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        pytest.param([A, B], [A, B], Differences(), id="same"),
        pytest.param(
            [A, B],
            [block("a", "10:05"), C],
            of(created="c", cancelled="b", moved="a"),
            id="one new, one dropped, one moved",
        ),
        pytest.param([B], [block("b", "11:00", room="blue")], of(moved="b"), id="room only"),
        pytest.param([A, B], [A], of(cancelled="b"), id="one of two dropped"),
        pytest.param(
            [A, B],
            [block("a", "09:00"), block("b", "09:45", room="red")],
            of(moved="ab"),
            id="both moved",
        ),
        pytest.param([A], [block("a", "10:00", 30)], of(moved="a"), id="shorter"),
        pytest.param([A], [replace(A, place="Lobby")], of(moved="a"), id="elsewhere"),
        pytest.param([A], [block("a")], of(cancelled="a"), id="back in the tray"),
        pytest.param([block("a")], [A], of(created="a"), id="out of the tray"),
        pytest.param([block("a")], [], Differences(), id="never had a time"),
        pytest.param([A], [replace(A, title="Other")], Differences(), id="only another title"),
        pytest.param([A, B], [B, A], Differences(), id="another order"),
    ],
)
def test_differences(before: Sequence[Block], after: Sequence[Block], expected: object) -> None:
    assert differences(plan(*before), plan(*after)) == expected


def test_first_release_is_all_new_and_changes_nothing() -> None:
    first = differences(None, plan(A, B))
    assert first == Differences(created=(A.id, B.id), is_first=True)
    assert first.count == 0


def test_count_adds_up_what_changed() -> None:
    assert differences(plan(A, B), plan(block("a", "10:05"), C)).count == 3


def test_another_default_office_moves_blocks_without_an_own_one() -> None:
    at_home = plan(office("trier"), A, B)
    moved = replace(at_home, office=OfficeId("trier"))
    assert differences(at_home, moved) == of(moved="a")


def test_plan_without_an_office_differs_from_none_of_its_own() -> None:
    nowhere = replace(plan(A), office=None)
    assert differences(nowhere, nowhere) == of()
