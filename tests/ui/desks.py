"""Furnished rooms for tests of the window: everything that a `Context` holds, without a disk."""

import tempfile
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QApplication

from planner.app.library import Library
from planner.app.plan_files import load_plan_file
from planner.app.settings import SettingsStore
from planner.domain.plan import Plan
from planner.formats.wording.language import language
from planner.resources import bundled
from planner.ui.actions.actions import Actions
from planner.ui.actions.rows import ROWS
from planner.ui.context import Context
from planner.ui.desk import Desk
from planner.ui.inquiry import Inquiry
from planner.ui.jobs import Jobs
from planner.ui.memory import Memory
from planner.ui.messages import Message, Messages
from planner.ui.theme.theme import Choice, theme_for
from tests.fakes import FakeStore, FixedClock


@dataclass
class Room:
    """A context, and what tests want to see of it: ``said`` holds every message so far."""

    context: Context
    said: list[Message]
    folder: tempfile.TemporaryDirectory[str]

    def open(self, plan: Plan) -> None:
        """Put a plan into the library and on the desk."""
        self.context.desk.open(self.context.library.add(plan))

    def open_sample(self) -> None:
        """Put the sample plan on the desk."""
        self.open(load_plan_file(bundled("samples", "luxembourg-2015.interviewplan")))

    def close(self) -> None:
        """Stop everything."""
        for inquiry in self.context.desk.findChildren(Inquiry):
            inquiry.forget()
        self.context.jobs.stop()
        self.folder.cleanup()


def furnished(app: QApplication, theme: Choice = "light", tag: str = "en") -> Room:
    """Return a room whose store forgets everything."""
    folder = tempfile.TemporaryDirectory()
    clock = FixedClock()
    words = language(tag)
    messages = Messages()
    said: list[Message] = []
    messages.said.connect(said.append)
    library = Library(FakeStore(), clock)
    desk = Desk(words, messages, library.add_copy)
    look = theme_for(theme, app)
    look.dress(app)
    context = Context(
        desk=desk,
        library=library,
        settings=SettingsStore(Path(folder.name)),
        memory=Memory(Path(folder.name)),
        language=words,
        theme=look,
        messages=messages,
        jobs=Jobs(),
        clock=clock,
        actions=Actions(ROWS, desk, words, look),
    )
    return Room(context, said, folder)
