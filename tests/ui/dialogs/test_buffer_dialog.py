"""The dialog that makes a rest safer, with real keys."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QPushButton
from pytestqt.qtbot import QtBot

from planner.domain.blocks import Kind, StartRule
from planner.domain.edits.details import ChangeDetails
from planner.domain.ids import BlockId
from planner.domain.plan import Plan
from planner.ui.dialogs.buffer_dialog import BufferDialog
from planner.ui.dialogs.buffer_table import PLACEMENTS
from planner.ui.messages import Tone
from tests import builders as b
from tests.ui.desks import Room
from tests.ui.dialogs.windows import FakeWindow

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

LUNCH = BlockId("lunch")


def shown(window: FakeWindow, qtbot: QtBot, rest: BlockId = LUNCH) -> BufferDialog:
    made = BufferDialog(window.context, window, rest=rest)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    qtbot.waitUntil(lambda: not made.is_thinking)
    return made


def tight(window: FakeWindow) -> None:
    """Promise so much of lunch that it is at risk."""
    window.context.desk.apply(ChangeDetails(LUNCH, minimum=timedelta(minutes=85)))


def day(plan: Plan) -> dict[str, str]:
    return {k: f"{v.timebox.start.local:%H:%M}" for k, v in plan.blocks.items() if v.timebox}


def apply_button(dialog: BufferDialog) -> QPushButton:
    return next(one for one in dialog.findChildren(QPushButton) if one.text() == "Apply")


def test_best_choice_is_recommended_chosen_and_explained(window: FakeWindow, qtbot: QtBot) -> None:
    tight(window)
    dialog = shown(window, qtbot)
    assert dialog.advice_line.text() == (
        "Recommended: 15 min right before Lunch. Fewer minutes are not enough."
    )
    best = dialog.table.cells["pooled", 15]
    assert best.isChecked()
    assert best.star.isVisible()
    assert best.hasFocus()
    assert dialog.preview.text() == (
        "15 min right before Lunch: 92 % safe instead of 60 %, and 88 % as long as planned instead of "
        "34 %. The day ends 15 min later. It moves "
        "5 blocks. To be told: Candidate, Manager Solutions Architecture, Manager Marketing and Manager "
        "Solutions Architecture."
    )


def test_cells_say_how_safe_how_long_and_at_what_price(window: FakeWindow, qtbot: QtBot) -> None:
    tight(window)
    cell = shown(window, qtbot).table.cells["spread", 10]
    words = [line.whole_text() for line in (cell.safe, cell.whole, cell.cost)]
    assert words == ["80 % safe", "60 % in full", "day +10 min, late <1 %"]
    assert cell.accessibleName() == "Spread, 10 min: 80 % safe"
    assert cell.accessibleDescription() == "60 % in full, day +10 min, late <1 %"


def test_enter_applies_the_choice_of_the_arrows_as_one_step(
    window: FakeWindow, qtbot: QtBot, room: Room
) -> None:
    tight(window)
    desk = window.context.desk
    before = desk.plan
    dialog = shown(window, qtbot)
    focused = dialog.focusWidget()
    QTest.keyClick(focused, Qt.Key.Key_Left)
    assert dialog.table.cells["pooled", 10].isChecked()
    assert dialog.preview.text().startswith("10 min right before Lunch: 88 % safe instead of 60 %")
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert day(desk.plan)["lunch"] == "11:55"
    assert day(desk.plan)["interview-5"] == "16:10"
    said = room.said[-1]
    assert (said.text, said.tone) == ("There are now 10 min right before Lunch.", Tone.GOOD)
    assert [offer.label for offer in said.offers] == ["Undo"]
    said.offers[0].run()
    assert desk.plan.blocks == before.blocks


def test_spread_minutes_are_one_step_too(window: FakeWindow, qtbot: QtBot) -> None:
    desk = window.context.desk
    before = day(desk.plan)
    dialog = shown(window, qtbot)
    QTest.mouseClick(dialog.table.cells["spread", 15], Qt.MouseButton.LeftButton)
    QTest.mouseClick(apply_button(dialog), Qt.MouseButton.LeftButton)
    assert day(desk.plan) != before
    desk.undo()
    assert day(desk.plan) == before


def test_safe_rest_is_left_alone_unless_somebody_wants_more(
    window: FakeWindow, qtbot: QtBot
) -> None:
    dialog = shown(window, qtbot)
    assert dialog.advice_line.text() == (
        "It is safe as it is. If you want more of it to be left: 5 min right before Lunch."
    )


def test_problems_that_a_choice_would_make_are_told(window: FakeWindow, qtbot: QtBot) -> None:
    dialog = shown(window, qtbot)
    assert not dialog.warning.isVisible()
    QTest.mouseClick(dialog.table.cells["spread", 10], Qt.MouseButton.LeftButton)
    assert dialog.warning.isVisible()
    assert dialog.warning.text().startswith(
        "New problem: Candidate has no rest from 09:50 to 11:52 on Fri 25 Sep"
    )
    assert dialog.preview.text().endswith(
        "To be told: Candidate, Partner Solutions Architect, Manager Solutions Architecture, Manager "
        "Marketing and Manager Solutions Architecture."
    )


def test_escape_leaves_the_plan(window: FakeWindow, qtbot: QtBot) -> None:
    before = window.context.desk.plan
    dialog = shown(window, qtbot)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert (dialog.isVisible(), window.context.desk.plan) == (False, before)


def test_changed_plan_is_asked_about_anew_and_the_choice_stays(
    window: FakeWindow, qtbot: QtBot
) -> None:
    dialog = shown(window, qtbot)
    QTest.mouseClick(dialog.table.cells["early", 10], Qt.MouseButton.LeftButton)
    tight(window)
    assert not apply_button(dialog).isEnabled()
    assert dialog.is_thinking
    dialog.accept()
    assert dialog.isVisible()
    qtbot.waitUntil(lambda: not dialog.is_thinking)
    assert dialog.table.cells["early", 10].isChecked()
    assert dialog.table.cells["early", 10].hasFocus()
    assert dialog.preview.text().startswith("10 min between the blocks before Lunch: 72 % safe")
    assert apply_button(dialog).isEnabled()


def test_dialog_goes_with_its_rest(window: FakeWindow, qtbot: QtBot) -> None:
    dialog = shown(window, qtbot)
    window.context.desk.apply(ChangeDetails(LUNCH, kind=Kind.TOUR))
    assert not dialog.isVisible()


def test_one_block_before_leaves_one_row(window: FakeWindow, qtbot: QtBot) -> None:
    rest = b.block("lunch", "12:00", 60, kind=Kind.MEAL, title="Lunch")
    window.context.desk.open(
        window.context.library.add(b.plan(b.block("A", "11:15"), rest, b.block("B", "13:00")))
    )
    table = shown(window, qtbot).table
    rows = {p: [table.cells[p, n].isVisible() for n in (5, 10, 15)] for p in PLACEMENTS}
    assert rows == {"pooled": [True] * 3, "spread": [False] * 3, "early": [False] * 3}


def test_where_nothing_can_move_it_says_so(window: FakeWindow, qtbot: QtBot) -> None:
    fixed = b.block("A", "11:15", start_rule=StartRule.FIXED)
    rest = b.block("lunch", "12:00", 60, kind=Kind.MEAL, title="Lunch")
    window.context.desk.open(window.context.library.add(b.plan(fixed, rest)))
    dialog = shown(window, qtbot)
    assert not dialog.table.isVisible()
    assert not apply_button(dialog).isEnabled()
    assert dialog.advice_line.text() == (
        "Nothing that comes before it can move, so that more minutes would change nothing."
    )


def test_surer_interview_is_named(window: FakeWindow, qtbot: QtBot) -> None:
    rest = b.block("lunch", "12:00", 60, kind=Kind.MEAL, title="Lunch")
    long, short = b.block("A", "10:00", 90), b.block("B", "11:30", 30, title="Phone call")
    window.context.desk.open(window.context.library.add(b.plan(long, short, rest)))
    dialog = shown(window, qtbot)
    assert dialog.sooner.text() == (
        "Phone call (11:30) is surer of its length than what comes before it: taken earlier, fewer "
        "would wait."
    )
