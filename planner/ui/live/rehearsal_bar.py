"""The bar of a rehearsal: that it is one, what time it is in it, and what lets time pass."""

from datetime import datetime, timedelta

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from planner.app.clock import RehearsalClock
from planner.app.rehearsal import next_occasion
from planner.domain.times import Moment
from planner.ui.actions.rehearsal_actions import MINUTE, NEXT, TEN_MINUTES
from planner.ui.context import Context
from planner.ui.controls.buttons import PlainButton
from planner.ui.controls.plain_label import plain_label
from planner.ui.controls.tips import tip
from planner.ui.live.desk import LiveDesk

_STEPS = {MINUTE: timedelta(minutes=1), TEN_MINUTES: timedelta(minutes=10)}


class RehearsalBar(QFrame):
    """Puts the clock of a rehearsal forward; the clock is never put back, as no day is."""

    def __init__(
        self, context: Context, live: LiveDesk, clock: RehearsalClock, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self._live, self._clock = context, live, clock
        self.said: QLabel = plain_label("", "strong")
        self.setProperty("surface", "surface")
        self.setProperty("line", "bottom")
        self.buttons = {what: self._button(what) for what in (MINUTE, TEN_MINUTES, NEXT)}
        self._build()
        live.moved_on.connect(self.refresh)
        live.opened.connect(self.refresh)

    def refresh(self, _what: object = None) -> None:
        """Show the time and the date that it is in the rehearsal."""
        if not self._live.is_open:
            return
        language = self._context.language
        now = Moment(self._clock.now(), self._live.zone)
        said = language.text(
            "Rehearsal: {day}, {clock}", day=language.day(now.day), clock=language.clock(now)
        )
        self.said.setText(said)

    def put_forward(self, what: str) -> None:
        """Let as much time pass as an action asks for; minutes are counted from the full one."""
        now = self._clock.now()
        step = _STEPS.get(what)
        wanted = self._next() if step is None else now.replace(second=0) + step
        if wanted is not None:
            self._clock.put_forward(wanted - now)
            self._live.tick()

    def _next(self) -> datetime | None:
        """Return when something begins or ends next; None after the last moment of the day."""
        day = self._live.day
        if day is None or not self._live.is_today:
            return None
        return next_occasion(self._live.projection, day)

    def _button(self, what: str) -> PlainButton:
        action = self._context.actions.action(f"live_{what}")
        button = PlainButton(self._context.theme, action.text(), parent=self)
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        button.setToolTip(tip(f"{action.text()} ({keys})"))
        button.clicked.connect(action.trigger)
        return button

    def _build(self) -> None:
        theme, text = self._context.theme, self._context.language.text
        picture = QLabel(self)
        picture.setPixmap(theme.pixmap("player-play", "info", theme.icon_size))
        kept = plain_label(
            text("On a copy; nothing of it is kept."), "small", "muted", is_wrapped=True
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.space(5), theme.space(2), theme.space(4), theme.space(2))
        row.setSpacing(theme.space(2))
        row.addWidget(picture)
        row.addWidget(self.said)
        row.addWidget(kept, 1)
        for button in self.buttons.values():
            row.addWidget(button)
