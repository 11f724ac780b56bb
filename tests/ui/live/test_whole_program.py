"""The live day in a whole program: it ends with the window, and goes with its plan."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.app.live_day import LiveDay, journal_of
from planner.app.locations import data_folder
from planner.domain.log import Happening
from planner.ui.commands import Page
from planner.ui.live.desk import live_of
from planner.ui.messages import Message
from tests.ui.programs import program

SECOND = 1000


def test_nothing_follows_the_day_once_the_window_is_closed(
    qapp: QApplication, qtbot: QtBot
) -> None:
    with program(qapp) as application:
        window = application.workbench
        window.open_sample()
        window.show_page(Page.LIVE)
        live = live_of(window.context)
        qtbot.waitUntil(lambda: live.is_open)
        [timer] = [t for t in live.findChildren(QTimer) if t.interval() == SECOND]
        assert timer.isActive()
        application.shell.close()
        assert not timer.isActive()
        assert not live.is_thinking


def test_log_of_a_deleted_plan_is_gone_and_can_be_brought_back(
    qapp: QApplication, qtbot: QtBot
) -> None:
    with program(qapp) as application:
        window = application.workbench
        window.open_sample()
        plan = window.context.desk.plan
        journal = journal_of(plan.id, data_folder())
        LiveDay(journal, window.context.clock).tell(Happening.NOTE, reason="Ada has a cold")
        window.show_page(Page.LIVE)
        live = live_of(window.context)
        qtbot.waitUntil(lambda: len(live.log.entries) == 1)
        said: list[Message] = []
        window.context.messages.said.connect(said.append)
        window.delete_plan()
        assert (journal.size, live.is_open) == (0, False)
        assert said[-1].text.endswith("was deleted, with its log.")
        said[-1].offers[0].run()
        assert window.context.desk.plan == plan
        assert [entry.reason for entry in live.log.entries] == ["Ada has a cold"]
