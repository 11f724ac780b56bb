"""Every control of every page and dialog has a name for a screen reader, and Tab comes by it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from planner.domain.ids import BlockId, PersonId
from planner.domain.people import Person
from planner.ui.application import Application
from planner.ui.commands import Page, PlanView
from planner.ui.dialogs import DIALOGS
from planner.ui.workbench import Workbench
from tests.ui.programs import program
from tests.ui.reading_aloud import nameless, nameless_parts, unreached

PAGES: dict[str, Callable[[Workbench], object]] = {
    "start": lambda window: window.show_page(Page.START),
    "timeline": lambda window: window.show_view(PlanView.TIMELINE),
    "table": lambda window: window.show_view(PlanView.TABLE),
    "one block": lambda window: window.context.desk.select([BlockId("interview-2")]),
    "several blocks": lambda window: window.context.desk.select(
        [BlockId("interview-1"), BlockId("lunch")]
    ),
    "live": lambda window: window.show_page(Page.LIVE),
    "travel": lambda window: window.show_page(Page.TRAVEL),
    "application": lambda window: window.show_page(Page.APPLICATION),
    "people": lambda window: window.show_page(Page.DIRECTORY),
    "reports": lambda window: window.show_page(Page.REPORTS),
    "a rest": lambda window: window.context.desk.select([BlockId("lunch")]),
}


@pytest.fixture
def application(qapp: QApplication, qtbot: QtBot) -> Iterator[Application]:
    with program(qapp) as running:
        running.shell.resize(1440, 900)
        running.shell.activateWindow()
        qtbot.waitUntil(running.shell.isActiveWindow)
        running.workbench.open_sample()
        yield running


@pytest.mark.parametrize("page", PAGES)
def test_every_control_of_a_page_has_a_name_and_is_reached(
    application: Application, page: str
) -> None:
    PAGES[page](application.workbench)
    QApplication.processEvents()
    shell = application.shell
    assert (nameless(shell), nameless_parts(shell)) == ([], [])
    assert unreached(shell) == []


@pytest.mark.parametrize("name", DIALOGS)
def test_every_control_of_a_dialog_has_a_name_and_is_reached(
    application: Application, name: str, tmp_path: Path, qtbot: QtBot
) -> None:
    workbench = application.workbench
    workbench.open_dialog(name, **_given(name, workbench, tmp_path))
    dialog = _shown()
    qtbot.waitUntil(dialog.isActiveWindow)
    found = nameless(dialog), nameless_parts(dialog), unreached(dialog)
    dialog.close()
    qtbot.waitUntil(lambda: not workbench.context.jobs.is_busy)
    assert found == ([], [], [])


def _shown() -> QWidget:
    dialog = QApplication.activePopupWidget() or QApplication.activeModalWidget()
    dialog = dialog or QApplication.activeWindow()
    assert dialog is not None
    return dialog


def _given(name: str, workbench: Workbench, folder: Path) -> dict[str, object]:
    """Return what a dialog is opened with; the merge dialog needs two people who look alike."""
    if name == "ignore":
        return {"problem": workbench.context.desk.checked.open[0]}
    if name == "buffers":
        return {"rest": BlockId("lunch")}
    if name == "import":
        file = folder / "people.csv"
        file.write_text("Name,E-mail\nGrace Hopper,grace@example.com\n", encoding="utf-8")
        return {"path": file}
    if name == "merge":
        for number in (1, 2):
            person = Person(PersonId(f"p{number}"), "Grace Hopper", phone=f"+352 {number}")
            workbench.context.library.keep(person)
    return {}
