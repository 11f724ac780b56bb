"""Who of several has not come."""

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from planner.domain.ids import PersonId
from planner.formats.plaintext import one_line
from planner.schedule.agenda import Entry
from planner.ui.context import Context
from planner.ui.controls.buttons import PlainButton
from planner.ui.dialogs.frame import FramedDialog
from planner.ui.live.desk import LiveDesk
from planner.ui.timeline.faces import title_of

_SIZE = (440, 200)


class AbsenceDialog(FramedDialog):
    """One press says it: the digits take the person in that row, the last row is nobody at all."""

    def __init__(
        self, context: Context, parent: QWidget | None, live: LiveDesk, entry: Entry
    ) -> None:
        text = context.language.text
        block = title_of(entry.block, context.language)
        super().__init__(context, parent, text("Who has not come to {block}?", block=block))
        self._live, self._block = live, entry.block
        people = live.projection.agenda.plan.people
        choices: list[tuple[PersonId | None, str]] = [
            (person, one_line(people[person].name)) for person in entry.block.attendees
        ]
        choices.append((None, text("None of them has come")))
        self.buttons = [self._button(n, *row) for n, row in enumerate(choices, start=1)]
        self.fit(*_SIZE)
        self.buttons[0].setFocus()

    def choose(self, person: PersonId | None) -> None:
        """Write it down."""
        if self._live.miss(self._block, person):
            self.accept()

    def _button(self, number: int, person: PersonId | None, name: str) -> PlainButton:
        words = f"{number}   {name}".replace("&", "&&")
        button = PlainButton(self.context.theme, words, parent=self)
        button.setAccessibleName(name)
        button.clicked.connect(lambda: self.choose(person))
        key = QShortcut(QKeySequence(str(number)), self)
        key.activated.connect(button.click)
        self.body.addWidget(button)
        return button
