"""A whole window for a monkey, with a plan that is put back as it was after each round."""

import random

from PySide6.QtCore import QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from planner.app.locations import data_folder
from planner.app.plan_files import load_plan_file
from planner.resources import bundled
from planner.ui.application import Application
from planner.ui.memory import Memory
from planner.ui.shell import Shell
from tools.monkey import HANDS, Monkey, settle

_SAMPLE = ("samples", "luxembourg-2015.interviewplan")
_SELDOM = {"dress": 0.4, "leaf": 0.5, "resize": 0.5}


class Playground:
    """One program with one plan."""

    def __init__(self) -> None:
        qInstallMessageHandler(_hear)
        self._qt = QApplication(["interview-planner"])
        memory = Memory(data_folder())
        self._shell = Shell(memory)
        self._shell.show()
        self._application = Application(self._qt, self._shell, memory, data_folder())
        self._application.start()
        self._plan = load_plan_file(bundled(*_SAMPLE))
        self._monkey = Monkey(self._application)

    def begin_anew(self) -> None:
        """Put the plan back as it was at first."""
        workbench = self._application.workbench
        if workbench.context.desk.is_open:
            workbench.delete_plan()
        workbench.add_plan(self._plan)
        settle()

    def play(self, chance: random.Random) -> None:
        """Make a gesture of chance; those that build everything again come seldom."""
        name = chance.choice(list(HANDS))
        if chance.random() < _SELDOM.get(name, 1.0):
            self._monkey.do(name, *(chance.randint(*numbers) for numbers in HANDS[name].ranges))

    def close(self) -> None:
        """Close the window, and leave nothing that Python made on the clipboard.

        Without a desktop the clipboard dies after Python, and would take Python's object along.
        """
        self._shell.close()
        self._qt.clipboard().clear()


def _hear(kind: QtMsgType, _where: object, message: str) -> None:
    """Leave out what a screen that is none says of every window."""
    if kind is not QtMsgType.QtWarningMsg:
        print(message)
