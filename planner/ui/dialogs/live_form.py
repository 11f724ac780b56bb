"""The form of what the live day tells unasked: the same switches as in the menu of the live page."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from planner.i18n import mark
from planner.ui.context import Context
from planner.ui.controls.plain_label import plain_label
from planner.ui.reminder_kinds import SWITCHES, Kind, flag_of

_REASONS: Mapping[Kind, str] = {
    Kind.NEXT: mark(
        "Time to fetch the candidate, and to see whether the next interviewer is there."
    ),
    Kind.REST_OVER: mark("Nobody likes to interrupt a lunch; the clock does."),
    Kind.NO_SHOW: mark(
        "After the grace of the policy; the sooner somebody is called, the less is lost."
    ),
}


class LiveForm(QWidget):
    """Remembers each switch at once, on this computer."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.switches: dict[Kind, QCheckBox] = {}
        text, space = context.language.text, context.theme.space
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(1))
        said = text(
            "On the day itself, while the program runs, the window and the system show a message. What it "
            "is about stands on the live page all the same."
        )
        column.addWidget(plain_label(said, "small", "muted", is_wrapped=True))
        for kind, words in SWITCHES:
            column.addSpacing(space(2))
            self.switches[kind] = self._switch(kind, text(words))
            column.addWidget(self.switches[kind])
            why = plain_label(text(_REASONS[kind]), "small", "muted", is_wrapped=True)
            why.setContentsMargins(space(6.5), 0, 0, 0)
            column.addWidget(why)

    def _switch(self, kind: Kind, words: str) -> QCheckBox:
        switch, flag = QCheckBox(words, self), flag_of(kind)
        switch.setAccessibleDescription(self._context.language.text(_REASONS[kind]))
        switch.setChecked(self._context.memory.flag(flag, default=True))
        switch.toggled.connect(partial(self._context.memory.keep, flag))
        return switch
