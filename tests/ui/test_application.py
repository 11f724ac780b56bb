"""The program as a whole: what is there after a restart, two windows, language and theme at once."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.app.pasting import Pasted
from planner.app.plan_files import sample_plan, save_copy
from planner.app.settings import ThemeChoice
from planner.domain.edits.timing import MoveBlocks
from planner.domain.ids import BlockId
from planner.ui.application import Application
from planner.ui.commands import Page, PlanView
from planner.ui.dialogs.paste_dialog import PasteDialog
from planner.ui.messages import Message
from planner.ui.start import has_display
from tests.ui.programs import ended, started

LUNCH = BlockId("lunch")
QUARTER = timedelta(minutes=15)


@pytest.fixture
def program(qapp: QApplication) -> Iterator[Callable[[], Application]]:
    """What starts the program; each one is stopped at the end, as by closing its window."""
    running: list[Application] = []

    def start() -> Application:
        running.append(started(qapp))
        return running[-1]

    yield start
    for application in running:
        ended(application)


def test_first_start_offers_ways_to_begin(program: Callable[[], Application]) -> None:
    window = program().workbench
    assert (window.page, window.context.desk.is_open) == (Page.START, False)
    assert window.window().windowTitle() == "Interview Day Planner"


def test_everything_is_there_after_a_restart(program: Callable[[], Application]) -> None:
    first = program()
    first.workbench.open_sample()
    first.workbench.show_view(PlanView.TABLE)
    first.workbench.context.desk.apply(MoveBlocks((LUNCH,), QUARTER))
    plan = first.workbench.context.desk.plan
    first.shell.close()
    second = program().workbench
    assert (second.page, second.context.desk.plan) == (Page.PLAN, plan)


def test_the_sample_is_put_into_the_library_once(program: Callable[[], Application]) -> None:
    window = program().workbench
    window.open_sample()
    window.open_sample()
    assert len(window.context.library.summaries()) == 1


def test_language_and_theme_change_at_once_and_the_desk_stays(
    program: Callable[[], Application], qtbot: QtBot
) -> None:
    application = program()
    first = application.workbench
    first.open_sample()
    first.context.desk.select([LUNCH])
    first.show_page(Page.TRAVEL)
    first.context.settings.change(language="de", theme=ThemeChoice.DARK)
    qtbot.waitUntil(lambda: application.workbench is not first)
    second = application.workbench
    assert (second.context.language.tag, second.context.theme.is_dark) == ("de", True)
    assert (second.page, second.context.desk.selection) == (Page.TRAVEL, (LUNCH,))
    assert second.window() is application.shell


def test_an_open_dialog_is_not_lost_when_the_desktop_changes_its_colours(
    program: Callable[[], Application], qtbot: QtBot
) -> None:
    application = program()
    first = application.workbench
    first.open_dialog("paste", pasted=Pasted("Monday 28 September 2015"))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, PasteDialog)
    application.rebuild()
    assert application.workbench is first
    assert dialog.source.toPlainText() == "Monday 28 September 2015"
    dialog.reject()
    qtbot.waitUntil(lambda: application.workbench is not first)


def test_the_last_plan_is_found_among_many(program: Callable[[], Application]) -> None:
    first = program()
    first.workbench.open_sample()
    plan = first.workbench.context.desk.plan
    for _ in range(100):
        first.workbench.context.library.add_copy(plan)
    first.shell.close()
    assert program().workbench.context.desk.plan == plan


def test_a_second_window_sees_the_first_ones_edit_within_a_second(
    program: Callable[[], Application], qtbot: QtBot
) -> None:
    one, other = program(), program()
    one.workbench.open_sample()
    other.workbench.open_sample()
    one.workbench.context.desk.apply(MoveBlocks((LUNCH,), QUARTER))
    other.workbench.context.desk.apply(MoveBlocks((BlockId("break"),), QUARTER))
    qtbot.waitUntil(
        lambda: one.workbench.context.desk.plan == other.workbench.context.desk.plan, timeout=1000
    )
    starts = {
        b.id: b.timebox.start.clock
        for b in one.workbench.context.desk.plan.blocks.values()
        if b.timebox
    }
    assert (f"{starts[LUNCH]:%H:%M}", f"{starts[BlockId('break')]:%H:%M}") == ("12:00", "15:15")


def test_a_deleted_plan_can_be_brought_back(program: Callable[[], Application]) -> None:
    window = program().workbench
    window.open_sample()
    plan = window.context.desk.plan
    said: list[Message] = []
    window.context.messages.said.connect(said.append)
    window.delete_plan()
    assert (window.page, window.context.library.summaries()) == (Page.START, ())
    said[-1].offers[0].run()
    assert (window.page, window.context.desk.plan) == (Page.PLAN, plan)


def test_a_file_is_opened_into_the_library(
    program: Callable[[], Application], tmp_path: Path
) -> None:
    file = tmp_path / "copy.interviewplan"
    plan = sample_plan()
    save_copy(plan, file)
    window = program().workbench
    window.open_file(file)
    assert (window.page, window.context.desk.plan) == (Page.PLAN, plan)


@pytest.mark.parametrize(
    ("environment", "platform", "expected"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ":1"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux", True),
        ({}, "darwin", True),
        ({}, "win32", True),
    ],
)
def test_a_display_is_known_before_qt_ends_the_process(
    environment: dict[str, str], platform: str, *, expected: bool
) -> None:
    assert has_display(environment, platform) is expected
