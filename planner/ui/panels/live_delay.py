"""When somebody comes who is late, as they told."""

from datetime import timedelta

from PySide6.QtWidgets import QWidget

from planner.domain.log import Happening
from planner.domain.times import Moment
from planner.schedule.agenda import Entry, instant
from planner.ui.context import Context
from planner.ui.controls.plain_label import plain_label
from planner.ui.controls.time_field import TimeField
from planner.ui.dialogs.frame import FramedDialog
from planner.ui.live.desk import LiveDesk
from planner.ui.timeline.faces import title_of

_LATER = timedelta(minutes=10)


class LateDialog(FramedDialog):
    """Asks for a time of day; the block then waits until then, and nobody is suspected before."""

    def __init__(
        self, context: Context, parent: QWidget | None, live: LiveDesk, entry: Entry
    ) -> None:
        title = title_of(entry.block, context.language)
        text = context.language.text
        super().__init__(context, parent, text("{block} begins later", block=title))
        self._live, self._entry = live, entry
        now = Moment(instant(live.projection.now), entry.timebox.start.zone)
        proposed = max(now, entry.timebox.start).moved(_LATER).clock.replace(second=0)
        self.time = TimeField(context.theme, context.language, text("At what time?"), self)
        self.time.set_value(proposed)
        self.body.addWidget(plain_label(text("At what time?"), "small", "muted"))
        self.body.addWidget(self.time)
        self.add_buttons(text("Write it down"), text("Cancel"))
        self.time.setFocus()
        self.time.selectAll()

    def accept(self) -> None:
        """Write down until when people wait."""
        self.time.take()
        clock = self.time.value
        if clock is None or self.time.sentence:
            return
        start, block = self._entry.timebox.start, self._entry.block
        until = Moment.from_wall(start.day, clock, start.zone).instant
        people = block.attendees
        who = {"person": people[0]} if people else {"candidate": next(iter(block.candidates), None)}
        if self._live.tell(Happening.LATE, block, until=until, **who):
            super().accept()
