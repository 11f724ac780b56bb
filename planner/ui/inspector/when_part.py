"""When: date, start, length and end of a block, linked, with a lock that says which gives way."""

from datetime import date, time

from PySide6.QtWidgets import QHBoxLayout, QWidget

from planner.app.clock import local_today
from planner.domain.blocks import Block, Lock, Timebox
from planner.domain.edits.timing import ChangeTimes, Reschedule
from planner.domain.times import DAY, ZERO
from planner.ui.context import Context
from planner.ui.controls.buttons import LinkButton
from planner.ui.controls.date_field import DateField
from planner.ui.controls.length_field import LengthField
from planner.ui.controls.plain_label import plain_label
from planner.ui.controls.time_field import TimeField
from planner.ui.controls.typed_field import TypedField
from planner.ui.inspector.fields import fill, length
from planner.ui.inspector.part import Part
from planner.ui.models.typed_times import clock_edit, date_edit, end_at_edit, length_to_edit


class WhenPart(Part):
    """The times as one types them; the slack below says how late it may start."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(context, parent)
        theme, words, text = context.theme, context.language, self.text
        self.date = DateField(theme, words, text("Date"), self._today, self)
        self.start = TimeField(theme, words, text("Start"), self)
        self.length = LengthField(theme, words, text("Length"), self)
        self.end = TimeField(theme, words, text("End"), self)
        for field in (self.date, self.length, self.end):
            field.is_optional = True
        grid = self.grid()
        grid.add(text("Date"), self.date)
        times: tuple[TypedField, ...] = (self.start, self.length, self.end)
        row = grid.add_row(
            list(zip((text("Start"), text("Length"), text("End")), times, strict=True))
        )
        self.refusal = plain_label("", "small", "error", is_wrapped=True, parent=self)
        self.refusal.hide()
        for labelled, asked in zip(row, times, strict=True):
            # Three fields share the width: a sentence below one of them would be a tower of words.
            asked.refused.disconnect(labelled.show_error)
            asked.refused.connect(self._on_refused)
        self.column.addWidget(self.refusal)
        self.lock = LinkButton(theme, "", "lock", self)
        self.slack = plain_label("", "small", "muted", is_wrapped=True, parent=self)
        below = QHBoxLayout()
        below.addWidget(self.lock)
        below.addStretch(1)
        self.column.addLayout(below)
        self.column.addWidget(self.slack)
        self._connect()

    def fill(self, block: Block) -> None:
        """Show the times of a block."""
        box, other = block.timebox, self.is_other
        fill(self.date, box and box.start.day, is_other=other)
        fill(self.start, box and box.start.clock, is_other=other)
        fill(self.length, box and box.duration, is_other=other)
        end = box.end.in_zone(box.start.zone).clock if box and box.end else None
        fill(self.end, end, is_other=other)
        self._show_lock(box)
        said = self._slack_sentence(block)
        self.slack.setText(said)
        self.slack.setVisible(bool(said))

    def _connect(self) -> None:
        self.date.entered.connect(self._on_date)
        self.start.entered.connect(self._on_start)
        self.length.entered.connect(self._on_length)
        self.end.entered.connect(self._on_end)
        self.lock.clicked.connect(self._on_lock)

    def _today(self) -> date:
        box = self.block.timebox
        return box.start.day if box else self._day

    @property
    def _day(self) -> date:
        return self.context.desk.day or local_today(self.context.clock)

    def _on_date(self, day: object) -> None:
        if isinstance(day, date):
            self.make(lambda: date_edit(self.context.desk.plan, self.block, day), self.date)
        else:
            self.make(Reschedule(self.block.id, None), self.date)

    def _on_start(self, clock: object) -> None:
        if isinstance(clock, time):
            plan = self.context.desk.plan
            self.make(lambda: clock_edit(plan, self.block, clock, self._day), self.start)

    def _on_length(self, value: object) -> None:
        self.make(lambda: length_to_edit(self.block, length(value)), self.length)

    def _on_end(self, clock: object) -> None:
        if not isinstance(clock, time):
            self.make(length_to_edit(self.block, None), self.end)
            return
        plan = self.context.desk.plan
        self.make(lambda: end_at_edit(plan, self.block, clock, self._day), self.end)

    def _on_lock(self) -> None:
        box = self.block.timebox
        if box is not None:
            other = Lock.END if box.lock is Lock.DURATION else Lock.DURATION
            self.make(ChangeTimes(self.block.id, lock=other))

    def _on_refused(self, _sentence: str) -> None:
        said = [field.sentence for field in (self.start, self.length, self.end)]
        self.refusal.setText("\n".join(filter(None, said)))
        self.refusal.setVisible(any(said))

    def _show_lock(self, box: Timebox | None) -> None:
        self.lock.setVisible(box is not None and box.duration is not None)
        if box is None:
            return
        keeps_length = box.lock is Lock.DURATION
        said = self.text("The length stays") if keeps_length else self.text("The end stays")
        why = (
            self.text("When the start moves, the end moves along. Click to keep the end instead.")
            if keeps_length
            else self.text("When the start moves, the length changes. Click to keep the length.")
        )
        self.lock.setText(said)
        self.lock.setToolTip(why)
        self.lock.setAccessibleDescription(why)

    def _slack_sentence(self, block: Block) -> str:
        if block.timebox is None:
            return self.text("Waits to be scheduled: type a start, or drag it into the day.")
        slack = self.context.desk.slacks.block(block.id)
        if slack.slack is not None and slack.slack < ZERO:
            by = self.context.language.length(-slack.slack)
            return self.text("{by} too late for what follows", by=by)
        if slack.free is None or slack.free >= DAY:
            return self.text("Nothing else moves, however late it ends")
        if slack.free <= ZERO:
            return self.text("Whatever delays it delays what follows")
        free = self.context.language.length(slack.free)
        return self.text("{free} before anything else moves", free=free)
