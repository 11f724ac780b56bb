"""The herald: passes reminders on, each once, to the window and to the desktop."""

from PySide6.QtCore import QObject

from planner.schedule.live.live_projection import LiveProjection
from planner.ui.context import Context
from planner.ui.live.desk import LiveDesk
from planner.ui.live.reminders import Reminder, reminders
from planner.ui.messages import Tone
from planner.ui.notifications import Notifications
from planner.ui.reminder_kinds import Kind, flag_of

_TONES = {Kind.NO_SHOW: Tone.WARNING}


class Herald(QObject):
    """Listens to a live desk; what was told once is not told again."""

    def __init__(
        self,
        context: Context,
        live: LiveDesk,
        notifications: Notifications,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._context, self._live, self._notifications = context, live, notifications
        self._told: set[str] = set()
        live.opened.connect(self._told.clear)
        live.moved_on.connect(self._on_moved_on)

    def _on_moved_on(self, projection: LiveProjection) -> None:
        day = self._live.day
        if not self._live.is_today or day is None or self._live.is_attachable:
            return
        memory = self._context.memory
        wanted = [kind for kind in Kind if memory.flag(flag_of(kind), default=True)]
        found = reminders(projection, day, wanted, frozenset(self._told), self._context.language)
        for reminder in found:
            self._told.add(reminder.key)
            self._tell(reminder)

    def _tell(self, reminder: Reminder) -> None:
        said = ": ".join(part for part in (reminder.title, reminder.text) if part)
        self._context.messages.say(said, _TONES.get(reminder.kind, Tone.INFO))
        self._notifications.send(reminder.key, reminder.title, reminder.text)
