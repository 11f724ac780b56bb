"""An empty part of the directory: what to do first."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QPushButton, QWidget

from planner.domain.people import Person
from planner.domain.places import Office, Room
from planner.i18n import mark
from planner.ui.context import Context
from planner.ui.controls.buttons import PlainButton, PrimaryButton
from planner.ui.controls.empty_state import EmptyState
from planner.ui.models.directory_rows import Part

_ICONS: Mapping[Part, str] = {
    Part.PEOPLE: "users",
    Part.ROOMS: "door",
    Part.OFFICES: "building",
    Part.CANDIDATES: "user-question",
}
_KINDS: Mapping[Part, type[Any]] = {Part.PEOPLE: Person, Part.ROOMS: Room, Part.OFFICES: Office}
ADD: Mapping[Part, str] = {
    Part.PEOPLE: mark("Add a person"),
    Part.ROOMS: mark("Add a room"),
    Part.OFFICES: mark("Add an office"),
}
"""What adds a record to each part that has any of its own."""

_EMPTY: Mapping[Part, tuple[str, str]] = {
    Part.PEOPLE: (
        mark("Nobody is in the directory yet"),
        mark(
            "Import a list or address cards (CSV, vCard), take over the people of the open plan, or "
            "add them one by one. New plans then draw from here."
        ),
    ),
    Part.ROOMS: (
        mark("There are no rooms yet"),
        mark(
            "Import a list of rooms, take over those of the open plan, or add one. A room belongs to "
            "an office, so that comes first."
        ),
    ),
    Part.OFFICES: (
        mark("There are no offices yet"),
        mark("Add an office with its time zone and how one gets in, then its rooms."),
    ),
    Part.CANDIDATES: (
        mark("There are no candidates yet"),
        mark("Candidates come from the plans: make a plan, and its candidate is here."),
    ),
}


class DirectoryStart(EmptyState):
    """Its buttons ask for what ends the emptiness; ``take_wanted(kind)`` for the open plan's records."""

    import_wanted = Signal()
    take_wanted = Signal(object)
    add_wanted = Signal()

    def __init__(self, context: Context, part: Part, parent: QWidget | None = None) -> None:
        headline, sentence = map(context.language.text, _EMPTY[part])
        super().__init__(context.theme, _ICONS[part], headline, sentence, parent)
        self._context = context
        self._part = part
        self.add_buttons(self._steps())

    def _steps(self) -> list[QPushButton]:
        """Return what ends the emptiness, the most likely first; two of them, so that none is cut."""
        text = self._context.language.text
        if self._part is Part.CANDIDATES:
            return [self._first(text("New plan"), "plus", self._new_plan)]
        has_lists = self._part in {Part.PEOPLE, Part.ROOMS}
        if has_lists:
            steps = [self._first(text("Import a list"), "file-import", self.import_wanted)]
        else:
            steps = [self._first(text(ADD[self._part]), "plus", self.add_wanted)]
        if self._context.desk.is_open:
            take = PlainButton(self._context.theme, text("Take over from this plan"), "download")
            take.clicked.connect(lambda: self.take_wanted.emit(_KINDS[self._part]))
            steps.append(take)
        elif has_lists:
            add = PlainButton(self._context.theme, text(ADD[self._part]), "plus")
            add.clicked.connect(self.add_wanted)
            steps.append(add)
        return steps

    def _first(
        self, title: str, icon: str, step: SignalInstance | Callable[[], object]
    ) -> QPushButton:
        button = PrimaryButton(self._context.theme, title, icon)
        button.clicked.connect(step)
        return button

    def _new_plan(self) -> None:
        self._context.actions.run("new")
