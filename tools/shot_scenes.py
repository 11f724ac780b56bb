"""What the pictures show: one function for each view or dialog, on a plan of its kind."""

import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEvent, QEventLoop
from PySide6.QtWidgets import QApplication, QWidget

from planner.app.drafts import draft_plan
from planner.app.library import Library
from planner.app.locations import data_folder
from planner.app.pasting import Pasted
from planner.app.settings import ThemeChoice
from planner.domain.ids import BlockId
from planner.domain.plan import Plan
from planner.ui.application import Application
from planner.ui.commands import Page, PlanView
from planner.ui.memory import Memory
from planner.ui.offscreen import mute_complaints
from planner.ui.picture import draw
from planner.ui.shell import Shell
from planner.ui.workbench import Workbench
from tools.shot_plans import PEOPLE, TIMETABLE, with_long_names, with_many_columns

Scene = Callable[[Workbench], QWidget]

_SIZE, _SMALL = (1440, 900), (1024, 700)
_TURNS = 30
_QUIET_MS = 400  # previews are made on threads, and begin a moment after the last change
_CHOSEN = BlockId("interview-2")


class Studio:
    """One running program whose window is dressed and drawn again and again."""

    def __init__(self, application: Application) -> None:
        self._application = application
        application.shell.show()
        application.start()
        application.settle()

    @property
    def workbench(self) -> Workbench:
        """Return what is inside the window as it is dressed now."""
        return self._application.workbench

    def wear(self, language: str, theme: str) -> None:
        """Change language and theme."""
        self.workbench.context.settings.change(language=language, theme=ThemeChoice(theme))
        self._application.rebuild()
        settle()

    def draw(self, scene: Scene, file: Path) -> None:
        """Set a scene, draw it, and put away what it opened."""
        self._application.shell.resize(*_SIZE)
        self.workbench.context.desk.select(())
        settle()
        widget = scene(self.workbench)
        settle(_QUIET_MS)
        while self.workbench.context.jobs.is_busy:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        settle()
        draw(widget, file)
        if widget is not self.workbench:
            widget.close()
        settle()


@contextmanager
def studio() -> Iterator[Studio]:
    """Start a program to draw, and close it in the end."""
    application = QApplication([])
    mute_complaints()
    memory = Memory(data_folder())
    shell = Shell(memory)
    made = Studio(Application(application, shell, memory, data_folder()))
    yield made
    shell.close()


def settle(quiet_ms: int = 0) -> None:
    """Let everything happen that is due: layouts, lazy parts, pages that are drawn elsewhere."""
    clock = QElapsedTimer()
    clock.start()
    turns = 0
    while turns < _TURNS or clock.elapsed() < quiet_ms:
        QApplication.processEvents()
        turns += 1
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _open(window: Workbench, plan: Plan) -> None:
    """Put a plan on the desk; a second time the one that is there already."""
    library: Library = window.context.library
    known = {summary.title: summary.id for summary in library.summaries()}
    if plan.title in known:
        window.open_plan(known[plan.title])
    else:
        window.context.desk.open(library.add_copy(plan))


def _start(window: Workbench) -> QWidget:
    window.show_page(Page.START)
    return window


def _day(window: Workbench, view: PlanView = PlanView.TIMELINE) -> QWidget:
    window.open_sample()
    window.show_view(view)
    return window


def _plan(window: Workbench) -> QWidget:
    _day(window)
    window.context.desk.select([_CHOSEN])
    return window


def _narrow(window: Workbench) -> QWidget:
    window.window().resize(*_SMALL)
    return _plan(window)


def _several(window: Workbench) -> QWidget:
    _day(window)
    window.context.desk.select([_CHOSEN, BlockId("lunch"), BlockId("interview-3")])
    return window


def _page(page: Page) -> Scene:
    def scene(window: Workbench) -> QWidget:
        window.open_sample()
        window.show_page(page)
        return window

    return scene


def _of_long_names(page: Page, view: PlanView = PlanView.TIMELINE) -> Scene:
    def scene(window: Workbench) -> QWidget:
        _open(window, with_long_names())
        if page is Page.PLAN:
            window.show_view(view)
        window.show_page(page)
        window.context.desk.select([_CHOSEN])
        return window

    return scene


def _many_columns(window: Workbench) -> QWidget:
    plan = with_many_columns()
    window.context.desk.open(window.context.library.add_copy(plan))
    window.show_view(PlanView.TIMELINE)
    return window


def _empty(page: Page, view: PlanView = PlanView.TIMELINE) -> Scene:
    def scene(window: Workbench) -> QWidget:
        now = window.context.clock.now()
        _open(window, draft_plan("An empty plan", "Ada", "Europe/Luxembourg", now=now))
        if page is Page.PLAN:
            window.show_view(view)
        window.show_page(page)
        return window

    return scene


def _dialog(name: str, **given: Any) -> Scene:
    def scene(window: Workbench) -> QWidget:
        window.open_sample()
        return _opened(window, name, **given)

    return scene


def _opened(window: Workbench, name: str, **given: Any) -> QWidget:
    before = set(QApplication.topLevelWidgets())
    window.open_dialog(name, **given)
    settle()
    made = [w for w in QApplication.topLevelWidgets() if w not in before and w.isVisible()]
    return made[0]


def _long_share(window: Workbench) -> QWidget:
    _open(window, with_long_names())
    return _opened(window, "share")


def _import(window: Workbench) -> QWidget:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "people.csv"
        path.write_text(PEOPLE, encoding="utf-8")
        return _opened(window, "import", path=path)


def _ignore(window: Workbench) -> QWidget:
    window.open_sample()
    return _opened(window, "ignore", problem=window.context.desk.checked.open[0])


SCENES: Mapping[str, Scene] = {
    "start": _start,
    "plan": _plan,
    "plan-about": _day,
    "plan-narrow": _narrow,
    "plan-several": _several,
    "table": lambda window: _day(window, PlanView.TABLE),
    "live": _page(Page.LIVE),
    "travel": _page(Page.TRAVEL),
    "application": _page(Page.APPLICATION),
    "directory": _page(Page.DIRECTORY),
    "long-plan": _of_long_names(Page.PLAN),
    "long-table": _of_long_names(Page.PLAN, PlanView.TABLE),
    "long-travel": _of_long_names(Page.TRAVEL),
    "long-application": _of_long_names(Page.APPLICATION),
    "many-columns": _many_columns,
    "empty-plan": _empty(Page.PLAN),
    "empty-table": _empty(Page.PLAN, PlanView.TABLE),
    "empty-live": _empty(Page.LIVE),
    "empty-travel": _empty(Page.TRAVEL),
    "empty-application": _empty(Page.APPLICATION),
    "dialog-paste": _dialog("paste", pasted=Pasted(TIMETABLE)),
    "dialog-share-long": _long_share,
    "dialog-import": _import,
    "dialog-ignore": _ignore,
    **{f"dialog-{name}": _dialog(name) for name in ("new_plan", "share", "settings", "merge")},
    **{f"dialog-{name}": _dialog(name) for name in ("palette", "shortcuts")},
}

DOCUMENTED: Mapping[str, tuple[str, str]] = {
    "start": ("start", "light"),
    "plan": ("plan", "light"),
    "plan-dark": ("plan", "dark"),
    "table": ("table", "light"),
    "paste": ("dialog-paste", "light"),
    "travel": ("travel", "light"),
    "share": ("dialog-share", "light"),
}
"""What README and guide show: the name of a picture, its scene and its theme."""
