"""The plan page: timeline, table and inspector beside each other, on one selection."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from planner.domain.ids import BlockId
from planner.ui.commands import PlanView
from planner.ui.context import Context
from planner.ui.models.timetable_rows import Column
from planner.ui.panels.plan_page import PlanPage
from planner.ui.panels.table_panel import TablePanel

FIRST = BlockId("interview-1")
LEFT, NO_KEYS = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def page(context: Context, qtbot: QtBot) -> Iterator[PlanPage]:
    made = PlanPage(context)
    qtbot.addWidget(made)
    made.resize(1300, 900)
    with qtbot.waitActive(made):
        made.show()
    yield made
    made.close()


def drawn(page: PlanPage) -> None:
    """Draw a block with the mouse, below everything else of the shown day."""
    view, board = page.timeline.view, page.timeline.stage.board
    assert board is not None
    item = max((item for item in board.items), key=lambda item: item.rect.y + item.rect.height)
    at = view.mapFromScene(item.rect.x + item.rect.width / 2, item.rect.y + item.rect.height + 6)
    QTest.mousePress(view.viewport(), LEFT, NO_KEYS, at)
    for step in (12, 24, 30):
        QTest.mouseMove(view.viewport(), at + QPoint(0, step))
    QTest.mouseRelease(view.viewport(), LEFT, NO_KEYS, at + QPoint(0, 30))


def test_drawn_block_is_selected_instead_of_a_row_of_the_table(
    page: PlanPage, context: Context
) -> None:
    page.show_view(PlanView.TABLE)
    table = page.findChild(TablePanel)
    assert table is not None
    cell = table.model.index_of(FIRST).siblingAtColumn(Column.TYPE)
    QTest.mouseClick(table.view.viewport(), LEFT, NO_KEYS, table.view.visualRect(cell).center())
    assert context.desk.selection == (FIRST,)
    page.show_view(PlanView.TIMELINE)
    before = set(context.desk.plan.blocks)
    drawn(page)
    (made,) = set(context.desk.plan.blocks) - before
    assert context.desk.selection == (made,)
    assert page.inspector.block_form.shown == made
    page.show_view(PlanView.TABLE)
    assert table.view.selected_blocks() == (made,)


def test_added_row_is_selected_instead_of_a_block_of_the_timeline(
    page: PlanPage, context: Context
) -> None:
    context.desk.select([FIRST])
    page.show_view(PlanView.TABLE)
    table = page.findChild(TablePanel)
    assert table is not None
    before = set(context.desk.plan.blocks)
    button: QAbstractButton = table.add
    QTest.mouseClick(button, LEFT)
    (made,) = set(context.desk.plan.blocks) - before
    assert (context.desk.selection, page.inspector.block_form.shown) == ((made,), made)
