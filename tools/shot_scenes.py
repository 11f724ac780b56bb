"""What the pictures show: one function for each view or dialog, on a plan of its kind."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop
from PySide6.QtWidgets import QApplication, QWidget

from planner.app.drafts import draft_plan
from planner.app.plan_files import load_plan_file
from planner.app.settings import ThemeChoice
from planner.domain.edits.fresh import new_block, new_seat
from planner.domain.ids import BlockId, PersonId
from planner.domain.people import Person
from planner.domain.plan import Plan
from planner.resources import bundled
from planner.ui.application import Application
from planner.ui.commands import Page, PlanView
from planner.ui.picture import draw
from planner.ui.shelf import SAMPLE
from planner.ui.workbench import Workbench

_LONG = "Prof. Dr. Maximiliane-Friederike von Hohenstein-Donaudampfschifffahrt zu Wolkenstein"
_PEOPLE = 11
_TURNS = 50
_SIZE = (1440, 900)


class Studio:
    """One running program whose window is dressed and drawn again and again."""

    def __init__(self, application: Application) -> None:
        self._application = application
        application.shell.show()

    @property
    def workbench(self) -> Workbench:
        """Return what is inside the window as it is dressed now."""
        return self._application.workbench

    def wear(self, language: str, theme: str) -> None:
        """Change language and theme."""
        self.workbench.context.settings.change(language=language, theme=ThemeChoice(theme))
        self._application.rebuild()
        settle()

    def draw(self, scene: Callable[[Workbench], QWidget], file: Path) -> int:
        """Set a scene, draw it, and put away what it opened; return how many pictures were made."""
        self._application.shell.resize(*_SIZE)
        widget = scene(self.workbench)
        settle()
        while self.workbench.context.jobs.is_busy:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        settle()
        draw(widget, file)
        if widget is not self.workbench:
            widget.close()
        settle()
        return 1


def settle() -> None:
    """Let everything happen that is due: layouts, lazy parts, pages that are drawn elsewhere."""
    for _ in range(_TURNS):
        QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def sample() -> Plan:
    """Return the sample plan."""
    return load_plan_file(bundled(*SAMPLE))


def with_long_names() -> Plan:
    """Return the sample with names that nobody would want to lay out."""
    plan = sample()
    people = [replace(p, name=f"{_LONG} {i}") for i, p in enumerate(plan.people.values(), 1)]
    rooms = [replace(room, name=f"{room.name} {_LONG}") for room in plan.rooms.values()]
    candidates = [replace(c, name=_LONG) for c in plan.candidates.values()]
    blocks = [replace(b, title=f"{b.title} {_LONG}") for b in plan.blocks.values()]
    changed = plan.with_records([*people, *rooms, *candidates, *blocks])
    return replace(changed, title=f"{plan.title} {_LONG}")


def with_many_columns() -> Plan:
    """Return the sample with eleven more interviewers, each with a short talk of their own."""
    plan = sample()
    first = plan.block(BlockId("interview-1"))
    if first.timebox is None:
        raise LookupError(first.id)
    for number in range(_PEOPLE):
        person = Person(PersonId(f"more-{number}"), f"Interviewer {number + 1}")
        start = first.timebox.start.moved(timedelta(minutes=35 * number))
        box = replace(first.timebox, start=start, duration=timedelta(minutes=5 * (1 + number % 6)))
        seat = new_seat(person=person.id)
        fields = {"title": f"Talk {number + 1}", "timebox": box, "candidates": first.candidates}
        block = new_block(first.kind, seats=(seat,), **fields)
        plan = plan.with_records([person, block])
    return plan


def _open(window: Workbench, plan: Plan) -> None:
    desk = window.context.desk
    if not desk.is_open or desk.plan != plan:
        desk.open(window.context.library.add_copy(plan))


def _start(window: Workbench) -> QWidget:
    window.show_page(Page.START)
    return window


def _plan(window: Workbench) -> QWidget:
    window.open_sample()
    window.show_view(PlanView.TIMELINE)
    window.context.desk.select([BlockId("interview-2")])
    return window


def _table(window: Workbench) -> QWidget:
    window.open_sample()
    window.show_view(PlanView.TABLE)
    return window


def _page(page: Page) -> Callable[[Workbench], QWidget]:
    def scene(window: Workbench) -> QWidget:
        window.open_sample()
        window.show_page(page)
        return window

    return scene


def _long_names(window: Workbench) -> QWidget:
    _open(window, with_long_names())
    window.show_view(PlanView.TIMELINE)
    window.context.desk.select([BlockId("interview-2")])
    return window


def _many_columns(window: Workbench) -> QWidget:
    _open(window, with_many_columns())
    window.show_view(PlanView.TIMELINE)
    return window


def _empty_plan(window: Workbench) -> QWidget:
    now = window.context.clock.now()
    _open(window, draft_plan("An empty plan", "Ada", "Europe/Luxembourg", now=now))
    window.show_view(PlanView.TIMELINE)
    return window


def _dialog(name: str) -> Callable[[Workbench], QWidget]:
    def scene(window: Workbench) -> QWidget:
        window.open_sample()
        before = set(QApplication.topLevelWidgets())
        window.open_dialog(name)
        settle()
        made = [w for w in QApplication.topLevelWidgets() if w not in before and w.isVisible()]
        return made[0]

    return scene


SCENES: Mapping[str, Callable[[Workbench], QWidget]] = {
    "start": _start,
    "plan": _plan,
    "table": _table,
    "travel": _page(Page.TRAVEL),
    "application": _page(Page.APPLICATION),
    "directory": _page(Page.DIRECTORY),
    "long-names": _long_names,
    "many-columns": _many_columns,
    "empty-plan": _empty_plan,
    **{f"dialog-{name}": _dialog(name) for name in ("new_plan", "paste", "share", "settings")},
    **{f"dialog-{name}": _dialog(name) for name in ("palette", "shortcuts")},
}
