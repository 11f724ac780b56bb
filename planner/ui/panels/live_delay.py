"""When somebody comes who is late, as they told."""

from datetime import time, timedelta

from PySide6.QtWidgets import QWidget

from planner.domain.log import Happening
from planner.domain.times import DAY, ZERO, Moment
from planner.formats.plaintext import one_line
from planner.schedule.agenda import Entry, instant
from planner.ui.context import Context
from planner.ui.controls.choice_field import ChoiceField
from planner.ui.controls.plain_label import plain_label
from planner.ui.controls.time_field import TimeField
from planner.ui.dialogs.frame import FramedDialog
from planner.ui.live.desk import LiveDesk
from planner.ui.timeline.faces import title_of

_LATER = timedelta(minutes=10)
_EVENING, _MORNING = 18, 6


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
        self.who = ChoiceField(self._choices(), text("Who is late?"), self)
        if self.who.count() > 1:
            self.body.addWidget(plain_label(text("Who is late?"), "small", "muted"))
            self.body.addWidget(self.who)
        self.who.setVisible(self.who.count() > 1)
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
        day = start.day + (DAY if _is_after_midnight(start, clock) else ZERO)
        until = Moment.from_wall(day, clock, start.zone).instant
        what = Happening.LATE if self.who.count() else Happening.MOVED
        who = self.who.value
        person = who if who in block.attendees else None
        candidate = who if who in block.candidates else None
        if self._live.tell(what, block, until=until, person=person, candidate=candidate):
            super().accept()

    def _choices(self) -> list[tuple[object, str]]:
        """Return who may be late: those who interview, then the candidates."""
        plan, block = self._live.projection.agenda.plan, self._entry.block
        people = [(p, one_line(plan.people[p].name)) for p in block.attendees]
        candidates = [(c, one_line(plan.candidates[c].name)) for c in block.candidates]
        return [*people, *candidates]


def _is_after_midnight(start: Moment, clock: time) -> bool:
    """Say whether a time long before a late start can only mean the day after."""
    return start.clock.hour >= _EVENING and clock.hour < _MORNING
