"""What is said of a day now and then: who arrived, who is late, what does not take place."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QToolButton, QWidget

from planner.domain.log import Happening
from planner.schedule.repairs.playbooks import ROOM_TAKEN
from planner.ui.context import Context
from planner.ui.controls.buttons import IconButton
from planner.ui.controls.menu import Menu
from planner.ui.live.aims import Verb
from planner.ui.live.desk import LiveDesk
from planner.ui.reminder_kinds import SWITCHES, flag_of


class MoreMenu(QObject):
    """Fills a menu anew whenever it is opened, with what can be said then."""

    def __init__(self, context: Context, live: LiveDesk, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._live = context, live
        self.menu = Menu(parent=parent)
        self.menu.aboutToShow.connect(self._fill)

    def button(self, parent: QWidget) -> IconButton:
        """Return the button that opens the menu."""
        text = self._context.language.text
        button = IconButton(self._context.theme, "dots", text("More"), parent=parent)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setMenu(self.menu)
        return button

    def _fill(self) -> None:
        text, live, actions = self._context.language.text, self._live, self._context.actions
        self.menu.clear()
        aims = live.aims
        candidate = aims.candidate if aims is not None else None
        is_on = live.is_today and candidate is not None
        self._add(
            text("The candidate arrived"),
            lambda: live.tell(Happening.ARRIVED, candidate=candidate),
            is_enabled=is_on,
        )
        self._add(
            text("The candidate left"),
            live.leave,
            is_enabled=is_on,
        )
        is_expected = is_on and aims is not None and len(aims.to_come) > 0
        self._add(text("The candidate does not come"), live.stay_away, is_enabled=is_expected)
        can_skip = is_on and aims is not None and aims.of(Verb.SKIP) is not None
        self._add(text("Does not take place"), live.skip, is_enabled=can_skip)
        self._add(text("Comes later\u2026"), lambda: live.asked.emit("late"), is_enabled=can_skip)
        self.menu.addSeparator()
        self._add_interruptions(
            is_on=is_on and aims is not None and aims.of(Verb.DROPPED) is not None
        )
        self.menu.addSeparator()
        self._add(text("What the candidate says\u2026"), self._ask_verdict, is_enabled=is_on)
        self.menu.addSeparator()
        self.menu.addActions(actions.chosen(("live_message", "live_now", "live_full_screen")))
        self.menu.addSeparator()
        for kind, words in SWITCHES:
            self._add_flag(text(words), flag_of(kind))

    def _add_interruptions(self, *, is_on: bool) -> None:
        """Add what stops people besides a call that drops; an alarm stops everybody's."""
        text, live = self._context.language.text, self._live
        if live.stopped_by_alarm:
            self._add(
                text("The alarm is over, everything goes on"), live.end_alarm, is_enabled=True
            )
        alarm = text("Interrupted: fire alarm, for everybody")
        self._add(alarm, live.sound_alarm, is_enabled=bool(live.alarmed))
        taken = text("Interrupted: the room is needed")
        self._add(taken, lambda: live.interrupt(ROOM_TAKEN), is_enabled=is_on)
        self._add(text("Interrupted: something else\u2026"), self._ask_reason, is_enabled=is_on)

    def _ask_reason(self) -> None:
        from planner.ui.live.interruption_dialog import (  # noqa: PLC0415 -- slow import
            InterruptionDialog,
        )

        self._open(InterruptionDialog(self._context, self.menu.parentWidget(), self._live))

    def _ask_verdict(self) -> None:
        from planner.ui.live.verdict_dialog import VerdictDialog  # noqa: PLC0415 -- slow import

        self._open(VerdictDialog(self._context, self.menu.parentWidget(), self._live))

    @staticmethod
    def _open(dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _add(self, words: str, run: Callable[[], object], *, is_enabled: bool) -> QAction:
        action = self.menu.addAction(words)
        action.setEnabled(is_enabled)
        action.triggered.connect(lambda _=False: run())
        return action

    def _add_flag(self, words: str, name: str) -> None:
        memory = self._context.memory
        action = self.menu.addAction(words)
        action.setCheckable(True)
        action.setChecked(memory.flag(name, default=True))
        action.toggled.connect(lambda on: memory.keep(name, on))
