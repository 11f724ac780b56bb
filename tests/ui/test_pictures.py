"""What the monkey checks after each gesture, on a day that is wider than the window."""

import pytest
from PySide6.QtWidgets import QApplication

from planner.domain.edits.fresh import new_block, new_seat
from planner.domain.ids import BlockId, PersonId
from planner.domain.people import Person
from planner.domain.plan import Plan
from tests.ui.pictures import assert_true_to_plan
from tests.ui.programs import program
from tests.ui.test_monkey import sat_down, three_days
from tools.monkey import settle


def wide_day() -> Plan:
    """Return the sample with forty more interviewers, each in a block of their own."""
    plan = three_days()
    first = plan.block(BlockId("interview-1"))
    for number in range(40):
        person = Person(PersonId(f"more-{number}"), f"Interviewer {number}")
        fields = {"timebox": first.timebox, "candidates": first.candidates}
        block = new_block(first.kind, seats=(new_seat(person=person.id),), **fields)
        plan = plan.with_records([person, block])
    return plan


@pytest.mark.usefixtures("qtbot")
def test_picture_of_a_wide_day_is_true_wherever_one_scrolls(qapp: QApplication) -> None:
    with program(qapp) as application:
        monkey = sat_down(application, wide_day())
        bar = monkey.view.horizontalScrollBar()
        assert bar.maximum() > 0
        for place in (0, bar.maximum() // 2, bar.maximum()):
            bar.setValue(place)
            settle()
            assert_true_to_plan(monkey)
