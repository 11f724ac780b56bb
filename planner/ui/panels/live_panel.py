"""The live page: how the day goes, what is said of it with single keys, and what could be done."""

from datetime import date

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFocusEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from planner.app.clock import RehearsalClock
from planner.schedule.agenda import Entry
from planner.ui.actions.action import Scope
from planner.ui.context import Context
from planner.ui.controls.buttons import QuietButton
from planner.ui.controls.empty_state import EmptyState
from planner.ui.live.aims import Verb
from planner.ui.live.attach_bar import AttachBar
from planner.ui.live.body import LiveBody
from planner.ui.live.desk import LiveDesk, live_of
from planner.ui.live.herald import Herald
from planner.ui.live.message_menu import MessageMenu
from planner.ui.live.rehearsal_bar import RehearsalBar
from planner.ui.live.side import LiveSide
from planner.ui.notifications import DesktopNotifications, Notifications
from planner.ui.panels.live_screen import LiveScreen
from planner.ui.rehearsing import rehearse


class LivePanel(QStackedWidget):
    """The live day of the open plan. It begins to follow the clock when it is first shown."""

    def __init__(
        self,
        context: Context,
        parent: QWidget | None = None,
        notifications: Notifications | None = None,
    ) -> None:
        super().__init__(parent)
        text = context.language.text
        self._context = context
        self.live: LiveDesk = live_of(context)
        self.page = QWidget(self)
        self.body = LiveBody(context, self.live, context.theme, self.page)
        self.side = LiveSide(context, self.live, self.page)
        self.attach = AttachBar(context, self.live, self.page)
        self._other = QFrame(self.page)
        self.other_day = QLabel(self._other)
        self.rehearse = QuietButton(
            context.theme, text("Rehearse this day"), "history", self._other
        )
        self.rehearsal: RehearsalBar | None = None
        if isinstance(context.clock, RehearsalClock):
            self.rehearsal = RehearsalBar(context, self.live, context.clock, self.page)
        self.screen_window: LiveScreen | None = None
        name = text("Interview Day Planner")
        self._herald = Herald(context, self.live, notifications or DesktopNotifications(name), self)
        self._empty = EmptyState(
            context.theme,
            "clock",
            text("Nothing is scheduled yet"),
            text("Plan the day first: this page then shows how it goes."),
            self,
        )
        self._build()
        self._connect()
        context.actions.attach(self, Scope.LIVE)
        self.setAccessibleName(text("Live"))

    def showEvent(self, event: QShowEvent) -> None:
        """Follow the day from now on, and let single keys work at once."""
        super().showEvent(event)
        self.live.activate()
        self.refresh()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus on: a focus proxy would let Tab pass by what stands before it."""
        self.body.day.setFocus(event.reason())

    def refresh(self) -> None:
        """Show the day, or that there is none."""
        is_there = self.live.is_open and self.live.day is not None
        self.setCurrentWidget(self.page if is_there else self._empty)
        if is_there:
            self._tell_day(self.live.day)
            self.body.refresh()
            self.side.refresh()
            self.side.proposals.refresh()

    def show_messages(self) -> None:
        """Offer the texts to send."""
        if not self.live.is_open:
            return
        menu = MessageMenu(self._context, self.live, self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        below = self.side.message
        menu.popup(below.mapToGlobal(QPoint(0, below.height())))

    def ask_note(self) -> None:
        """Ask for a note, beside the log: the full screen has no room for it."""
        if self.screen_window is not None:
            self.screen_window.close()
        self.side.ask_note()

    def ask_replacement(self) -> None:
        """Ask who takes over."""
        from planner.ui.panels.live_replacement import ReplaceDialog  # noqa: PLC0415 -- slow import

        entry = self._meant(Verb.REPLACE)
        if entry is not None:
            dialog = ReplaceDialog(self._context, self._front, self.live, entry)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()

    def ask_late(self) -> None:
        """Ask when somebody comes."""
        from planner.ui.panels.live_delay import LateDialog  # noqa: PLC0415 -- slow import

        entry = self._meant(Verb.SKIP)
        if entry is not None:
            dialog = LateDialog(self._context, self._front, self.live, entry)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()

    def ask_absence(self) -> None:
        """Ask who of several has not come."""
        from planner.ui.panels.live_absence import AbsenceDialog  # noqa: PLC0415 -- slow import

        entry = self._meant(Verb.NO_SHOW)
        if entry is not None:
            dialog = AbsenceDialog(self._context, self._front, self.live, entry)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()

    def toggle_full_screen(self) -> None:
        """Fill the screen with the day, or come back."""
        if self.screen_window is not None:
            self.screen_window.close()
            return
        self.screen_window = LiveScreen(self._context, self.live, self)
        self.screen_window.destroyed.connect(self._on_screen_closed)
        self.screen_window.showFullScreen()

    def _on_screen_closed(self) -> None:
        self.screen_window = None

    def _on_asked(self, what: str) -> None:
        asked = {
            "note": self.ask_note,
            "replace": self.ask_replacement,
            "late": self.ask_late,
            "no_show": self.ask_absence,
            "message": self.show_messages,
            "now": self.body.day.follow,
            "full_screen": self.toggle_full_screen,
        }
        if not self.isVisible():
            return
        if what in asked:
            asked[what]()
        elif self.rehearsal is not None:
            self.rehearsal.put_forward(what)

    @property
    def _front(self) -> QWidget:
        return self if self.screen_window is None else self.screen_window

    def _meant(self, verb: Verb) -> Entry | None:
        return self.live.meant(verb) if self.live.is_open else None

    def _tell_day(self, day: date | None) -> None:
        live, text = self.live, self._context.language.text
        self._other.setVisible(day is not None and not live.is_today)
        if day is None or live.is_today:
            return
        shown = self._context.language.day(day)
        if not live.is_over:
            said = text(
                "This will be {day}. The live view comes alive on the day itself.", day=shown
            )
        elif self._is_logged(day):
            said = text("This was {day}. The live view comes alive on the day itself.", day=shown)
        else:
            said = text(
                "This was {day}. Nothing was logged on this day; it is shown as planned.", day=shown
            )
        self.other_day.setText(said)

    def _is_logged(self, day: date) -> bool:
        """Say whether the log tells what became of anything on a day."""
        agenda = self.live.projection.agenda
        dated = zip(agenda.entries, agenda.dates, strict=True)
        blocks = {entry.block.id for entry, on in dated if on == day}
        return any(entry.block in blocks for entry in self.live.log.effective)

    def _build(self) -> None:
        space = self._context.theme.space
        column = QVBoxLayout(self.page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.other_day.setTextFormat(Qt.TextFormat.PlainText)
        self.other_day.setProperty("tone", "muted")
        line = QHBoxLayout(self._other)
        line.setContentsMargins(space(5), space(2), space(4), space(2))
        line.addWidget(self.other_day, 1)
        self.rehearse.setVisible(self.rehearsal is None)
        line.addWidget(self.rehearse)
        self._other.setProperty("line", "bottom")
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.body, 1)
        row.addWidget(self.side)
        if self.rehearsal is not None:
            column.addWidget(self.rehearsal)
        for widget in (self.attach, self._other, self.body.figures):
            column.addWidget(widget)
        column.addLayout(row, 1)
        self.addWidget(self.page)
        self.addWidget(self._empty)

    def _connect(self) -> None:
        live = self.live
        live.opened.connect(self.refresh)
        live.asked.connect(self._on_asked)
        self.side.pointed.connect(self.body.show_after)
        self.side.note_done.connect(self.body.day.setFocus)
        self.side.message.clicked.connect(self.show_messages)
        self.rehearse.clicked.connect(lambda: rehearse(self._context, live.day))
