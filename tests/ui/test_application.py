"""The program as a whole: what is there after a restart, two windows, language and theme at once."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.app.pasting import Pasted
from planner.app.plan_files import sample_plan, save_copy
from planner.app.settings import ThemeChoice
from planner.domain.blocks import Kind, Mode
from planner.domain.edits.timing import MoveBlocks
from planner.domain.ids import BlockId
from planner.ui.application import Application
from planner.ui.commands import Page, PlanView
from planner.ui.dialogs.new_plan_dialog import NewPlanDialog
from planner.ui.dialogs.paste_dialog import PasteDialog
from planner.ui.messages import Message
from planner.ui.panels.directory_panel import DirectoryPanel
from planner.ui.panels.plan_page import PlanPage
from planner.ui.panels.problem_painting import Part
from planner.ui.panels.sidebar import Sidebar
from planner.ui.start import has_display
from tests.builders import block, office, plan, room
from tests.ui.programs import ended, started

_W = TypeVar("_W", bound=QObject)

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


def test_empty_plan_opens_on_the_day_that_was_chosen(
    program: Callable[[], Application], qtbot: QtBot
) -> None:
    application = program()
    window = application.workbench
    window.open_dialog("new_plan")
    (dialog,) = window.findChildren(NewPlanDialog)
    with qtbot.waitActive(dialog):
        dialog.show()
    QTest.keyClicks(dialog.candidate, "Ada")
    dialog.template.setFocus()
    QTest.keyClick(dialog.template, Qt.Key.Key_Home)
    assert not dialog.start.isEnabled()
    dialog.day.selectAll()
    QTest.keyClicks(dialog.day, "5.3.2031")
    QTest.keyClick(dialog.day, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk = window.context.desk
    assert (desk.is_open, desk.day, len(desk.plan.blocks)) == (True, date(2031, 3, 5), 0)
    with qtbot.waitActive(application.shell):
        application.shell.activateWindow()
    for key, day in ((Qt.Key.Key_PageDown, 6), (Qt.Key.Key_PageUp, 5), (Qt.Key.Key_PageUp, 4)):
        QTest.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
        assert desk.day == date(2031, 3, day)


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


def test_f6_goes_round_the_parts_of_the_window(
    program: Callable[[], Application], qtbot: QtBot
) -> None:
    application = program()
    window = application.workbench
    window.open_sample()
    with qtbot.waitActive(application.shell):
        application.shell.activateWindow()
    page = child(window, PlanPage)
    sidebar = child(window, Sidebar)
    page.timeline.view.setFocus()
    panes = (sidebar, page.timeline, page.problems, page.inspector)

    def pane() -> int | None:
        now = QApplication.focusWidget()
        return next((n for n, each in enumerate(panes) if now and each.isAncestorOf(now)), None)

    went = []
    for keys in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier):
        for _ in panes:
            now = QApplication.focusWidget()
            assert now is not None
            QTest.keyClick(now, Qt.Key.Key_F6, keys)
            went.append(pane())
    assert went == [2, 3, 0, 1, 0, 3, 2, 1]


def test_link_to_name_a_coordinator_opens_its_field(
    program: Callable[[], Application], qtbot: QtBot
) -> None:
    application = program()
    window = application.workbench
    day = plan(block("a", "10:00", room="red"), block("b", "11:00"))
    window.context.desk.open(window.context.library.add(day))
    with qtbot.waitActive(application.shell):
        application.shell.activateWindow()
    page = child(window, PlanPage)
    window.context.desk.select((BlockId("b"),))
    view = page.problems.view
    row = next(row for row in page.problems.model.rows if row.problem.code == "DAY-102")
    place = view.place_of(row.key, Part.LINK)
    QTest.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place.center()
    )
    field = page.inspector.plan_form.coordinator
    assert window.page is Page.PLAN
    assert field.hasFocus()


def test_arrival_that_is_missing_is_added_by_one_click(
    program: Callable[[], Application], qtbot: QtBot
) -> None:
    application = program()
    window = application.workbench
    day = plan(block("a", "10:00", room="red", mode=Mode.FACE_TO_FACE))
    window.context.desk.open(window.context.library.add(day))
    with qtbot.waitActive(application.shell):
        application.shell.activateWindow()
    problems = child(window, PlanPage).problems
    row = next(row for row in problems.model.rows if row.problem.code == "DAY-101")
    assert row.fixes[0].label == "Add Arrival (09:35)"
    place = problems.view.place_of(row.key, Part.LINK)
    QTest.mouseClick(
        problems.view.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        place.center(),
    )
    kinds = [each.kind for each in window.context.desk.plan.blocks.values()]
    assert kinds == [Kind.INTERVIEW, Kind.ARRIVAL]
    assert "DAY-101" not in [each.problem.code for each in problems.model.rows]


def test_palette_shows_a_room_of_the_directory(
    program: Callable[[], Application], qtbot: QtBot
) -> None:
    application = program()
    window = application.workbench
    for record in (office(), room("blue"), room("red")):
        window.context.library.keep(record)
    window.show_directory("rooms", "red")
    panel = child(window, DirectoryPanel)
    qtbot.waitUntil(lambda: panel.tables[panel.part].current_row() is not None)
    row = panel.tables[panel.part].current_row()
    assert row is not None
    assert (window.page, panel.part, row.record) == (Page.DIRECTORY, "rooms", room("red"))
    window.show_directory("people", adds=True)
    form = panel.details.form
    assert form is not None
    assert form.field("name").isVisible()


def child(parent: QObject, kind: type[_W]) -> _W:
    found = parent.findChild(kind)
    assert found is not None
    return found


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
