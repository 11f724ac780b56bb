"""Changeovers between places, in minutes."""

import pytest

from planner.domain.blocks import Block, Kind, Mode
from planner.domain.ids import OfficeId
from planner.schedule.changeover import ANYWHERE, Changeovers, changeover
from tests.builders import block, office, plan, room

TRIER = OfficeId("trier")
PLACES = (
    office("trier"),
    room("red", floor="1"),
    room("rose", floor="1"),
    room("blue", floor="2"),
    room("green", "trier", floor="1"),
)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        pytest.param(block("a", room="red"), block("b", room="red"), 0, id="same room"),
        pytest.param(block("a", room="red"), block("b", room="rose"), 5, id="same floor"),
        pytest.param(block("a", room="red"), block("b", room="blue"), 10, id="other floor"),
        pytest.param(block("a", room="red"), block("b", room="green"), 30, id="other office"),
        pytest.param(block("a"), block("b", office=TRIER), 30, id="other office without rooms"),
        pytest.param(block("a", room="red"), block("b"), 0, id="somewhere in the office"),
        pytest.param(block("a"), block("b", room="red"), 0, id="from somewhere in the office"),
        pytest.param(
            block("a", room="red"),
            block("b", mode=Mode.PHONE, office=TRIER),
            0,
            id="to a call where one is",
        ),
        pytest.param(
            block("a", mode=Mode.VIDEO), block("b", room="green"), 0, id="from a call where one is"
        ),
        pytest.param(
            block("a", room="red"),
            block("b", room="blue", mode=Mode.VIDEO),
            10,
            id="to a call in a room",
        ),
        pytest.param(
            block("a", office=TRIER),
            block("b", kind=Kind.BREAK, office=OfficeId("lux")),
            30,
            id="to a break at the office",
        ),
    ],
)
def test_changeover_depends_on_both_places(before: Block, after: Block, expected: int) -> None:
    day = plan(*PLACES, before, after)
    known = Changeovers(day)
    places = known.place(before), known.place(after)
    assert changeover(day, before, after) == expected * 60
    assert [known.between(*places), known.between(*places)] == [expected * 60] * 2


def test_plan_without_an_office_asks_for_no_changeover() -> None:
    day = plan(*PLACES, block("a"), block("b", room="red")).without(type(office()), ["lux"])
    assert changeover(day, day.blocks[block("a").id], day.blocks[block("b").id]) == 0


@pytest.mark.parametrize("kind", [Kind.BREAK, Kind.MEAL, Kind.FREE_TIME, Kind.ESCORT])
def test_rest_meals_and_escorts_without_a_place_are_where_one_is(kind: Kind) -> None:
    """The office of the plan is not theirs: a day in Trier needs no way to Luxembourg and back."""
    in_trier, anywhere = block("a", office=TRIER), block("b", kind=kind, people=["ines"])
    day = plan(*PLACES, in_trier, anywhere)
    assert changeover(day, in_trier, anywhere) == changeover(day, anywhere, in_trier) == 0
    assert Changeovers(day).place(anywhere) == ANYWHERE


def test_room_that_is_not_there_costs_nothing() -> None:
    gone, red = block("a", room="gone"), block("b", room="red")
    day = plan(*PLACES)
    assert [changeover(day, gone, red), changeover(day, red, gone)] == [0, 0]


def test_equal_places_have_equal_numbers() -> None:
    known = Changeovers(plan(*PLACES))
    blocks = [
        block("a", room="red"),
        block("b", room="red", mode=Mode.VIDEO),
        block("c"),
        block("d", mode=Mode.VIDEO),
        block("e", mode=Mode.PHONE),
        block("f", office=TRIER),
    ]
    assert [known.place(b) for b in blocks] == [0, 0, 1, 2, 2, 3]
