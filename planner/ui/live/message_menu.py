"""The texts to send: one for each person whom the day's changes concern, copied with one click."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from planner.formats.wording.messages import Message, messages
from planner.schedule.repairs.news import by_person, news
from planner.ui.context import Context
from planner.ui.controls.menu import Menu
from planner.ui.live.desk import LiveDesk
from planner.ui.messages import Tone


def day_messages(context: Context, live: LiveDesk) -> tuple[Message, ...]:
    """Return what everybody has to be told, against the plan as they know it."""
    plan = live.projection.agenda.plan
    found = news(context.desk.projection, live.projection)
    agenda = live.projection.agenda
    on = {e.block.id: day for e, day in zip(agenda.entries, agenda.dates, strict=True)}
    today = tuple(one for one in found if on.get(one.block) == live.day)
    return messages(by_person(today), plan, context.language)


class MessageMenu(Menu):
    """Offers a text for each person."""

    def __init__(self, context: Context, live: LiveDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._context = context
        text = context.language.text
        self.messages = day_messages(context, live) if live.is_today else ()
        if not self.messages:
            self.addAction(text("Nobody has to be told anything")).setEnabled(False)
        for message in self.messages:
            self._add(message)

    def _add(self, message: Message) -> None:
        text = self._context.language.text
        words = text("Copy the text for {name}", name=message.name).replace("&", "&&")
        action = self.addAction(self._context.theme.icon("copy"), words)
        action.setToolTip(message.text)
        action.triggered.connect(lambda _=False: self._copy(message))

    def _copy(self, message: Message) -> None:
        QGuiApplication.clipboard().setText(message.text)
        text = self._context.language.text
        said = text("The text for {name} is copied.", name=message.name)
        if message.address:
            said = text(
                "The text for {name} is copied: {address}",
                name=message.name,
                address=message.address,
            )
        self._context.messages.say(said, Tone.GOOD)
