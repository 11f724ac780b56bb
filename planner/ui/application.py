"""Start-up: the one place that wires library, desk, theme and window together."""

from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTimer, QTranslator, Slot
from PySide6.QtWidgets import QApplication

from planner.app.clock import SystemClock
from planner.app.library import open_library
from planner.app.locations import workspace_file
from planner.app.rehearsal import Rehearsal
from planner.app.settings import Settings, SettingsStore, ThemeChoice
from planner.domain.ids import PlanId
from planner.formats.wording.language import Language
from planner.formats.wording.language import language as language_of
from planner.ui.actions.actions import Actions
from planner.ui.actions.rehearsal_actions import REHEARSAL_ACTIONS
from planner.ui.actions.rows import ROWS
from planner.ui.commands import Page
from planner.ui.context import Context
from planner.ui.desk import Desk
from planner.ui.jobs import Jobs
from planner.ui.languages import system_language
from planner.ui.live_verbs import live_verbs_of
from planner.ui.memory import Memory
from planner.ui.messages import Messages
from planner.ui.shell import Shell
from planner.ui.theme.fonts import add_missing_scripts
from planner.ui.theme.icons import application_icon
from planner.ui.theme.theme import theme_for
from planner.ui.workbench import Workbench

_REFRESH_EVERY = 500  # milliseconds: another window's changes are here within a second


class Application(QObject):
    """Everything that lives as long as the program, and the workbench, which may be built again."""

    def __init__(
        self,
        qt: QApplication,
        shell: Shell,
        memory: Memory,
        folder: Path,
        rehearsal: Rehearsal | None = None,
    ) -> None:
        """Open the library of a folder; raises ``PlannerError`` where that fails."""
        super().__init__()
        self._qt = qt
        self.shell = shell
        self._rehearsal = rehearsal
        self._clock = SystemClock() if rehearsal is None else rehearsal.clock
        self._settings = SettingsStore(folder)
        self._memory = memory
        self._library = open_library(workspace_file(), self._clock)
        self._messages = Messages(self)
        self._jobs = Jobs(self)
        self._translator = QTranslator(self)
        self._desk = Desk(self._language(), self._messages, self._library.add_copy)
        self._desk.setParent(self)  # whatever ticks on the desk ends with the program
        self.workbench = self._made_workbench()
        self._timer = QTimer(self, interval=_REFRESH_EVERY)
        self._timer.timeout.connect(self._desk.refresh)
        self._settings.listen(self._on_settings)
        self._dressed = self._looks(self._settings.current)
        qt.styleHints().colorSchemeChanged.connect(self._on_scheme_changed)
        shell.closing.connect(self.stop)

    def start(self, *, is_sample_wanted: bool = False) -> None:
        """Show the sample plan, else the plan that was open last, else the start page."""
        if self._rehearsal is not None:
            self.workbench.add_plan(self._rehearsal.plan)
        elif is_sample_wanted:
            self.workbench.open_sample()
        else:
            self._open_last()
        self._show(None if self._rehearsal is None else Page.LIVE)
        self._timer.start()

    def settle(self) -> None:
        """Do what can wait until the window stands; a program that is only looked at needs no more."""
        add_missing_scripts()
        self._qt.setWindowIcon(application_icon())

    @Slot()
    def rebuild(self) -> None:
        """Build the workbench again, in the language and theme of the settings; the desk stays.

        It waits for an open dialog, which goes with its workbench and would take along what is typed.
        """
        dialog = self._qt.activeModalWidget()
        if dialog is not None:
            dialog.destroyed.connect(self.rebuild)
            return
        self.workbench.remember()
        self._desk.language = self._language()
        page = self.workbench.page
        self.workbench = self._made_workbench()
        self._show(page)

    @Slot()
    def stop(self) -> None:
        """Remember how everything was left, stop all jobs, and give back the library."""
        self._timer.stop()
        self.workbench.remember()
        self._memory.keep("plan/last", self._desk.plan.id if self._desk.is_open else "")
        self._memory.write()
        live = live_verbs_of(self._desk)
        if live is not None:
            live.stop()
        self._jobs.stop()
        self._library.close()

    def _open_last(self) -> None:
        last = self._memory.text("plan/last")
        if any(summary.id == last for summary in self._library.all_summaries()):
            self.workbench.open_plan(PlanId(last))

    def _show(self, page: Page | None) -> None:
        """Put the workbench into the window; what is filled before that is laid out only once."""
        self.workbench.begin(page)
        self.shell.hold(self.workbench, self.workbench)

    def _made_workbench(self) -> Workbench:
        language = self._language()
        self._speak(language.tag)
        theme = theme_for(self._settings.current.theme.value, self._qt)
        theme.dress(self._qt)
        self.shell.remember_ground(theme.colours.window)
        rows = ROWS if self._rehearsal is None else (*ROWS, *REHEARSAL_ACTIONS)
        actions = Actions(rows, self._desk, language, theme)
        context = Context(
            desk=self._desk,
            library=self._library,
            settings=self._settings,
            memory=self._memory,
            language=language,
            theme=theme,
            messages=self._messages,
            jobs=self._jobs,
            clock=self._clock,
            actions=actions,
        )
        made = Workbench(context)
        actions.setParent(made)
        made.titled.connect(self.shell.setWindowTitle)
        made.resize(self.shell.size())
        return made

    def _speak(self, tag: str) -> None:
        """Let Qt's own dialogs, as that for files, speak the language too."""
        self._qt.removeTranslator(self._translator)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self._translator.load(QLocale(tag), "qtbase", "_", folder):
            self._qt.installTranslator(self._translator)

    def _language(self) -> Language:
        return language_of(self._settings.current.language or system_language())

    def _on_settings(self, settings: Settings) -> None:
        looks = self._looks(settings)
        if looks != self._dressed:
            self._dressed = looks
            QTimer.singleShot(0, self, self.rebuild)

    @Slot()
    def _on_scheme_changed(self) -> None:
        if self._settings.current.theme is ThemeChoice.SYSTEM:
            self.rebuild()

    @staticmethod
    def _looks(settings: Settings) -> tuple[str, str]:
        return settings.language, settings.theme.value
