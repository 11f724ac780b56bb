"""What is said of a day now and then: who arrived, who is late, what does not take place."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolButton, QWidget

from planner.domain.log import Happening
from planner.i18n import mark
from planner.ui.context import Context
from planner.ui.controls.buttons import IconButton
from planner.ui.controls.menu import Menu
from planner.ui.live.aims import Verb
from planner.ui.live.desk import LiveDesk
from planner.ui.live.reminders import Kind, flag_of

_KINDS = (
    (Kind.NEXT, mark("Tell five minutes before a block")),
    (Kind.REST_OVER, mark("Tell when a break is over")),
    (Kind.NO_SHOW, mark("Tell when somebody seems not to come")),
)


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
            lambda: live.tell(Happening.LEFT, candidate=candidate),
            is_enabled=is_on,
        )
        can_skip = is_on and aims is not None and aims.of(Verb.SKIP) is not None
        self._add(text("Does not take place"), live.skip, is_enabled=can_skip)
        self._add(text("Comes later\u2026"), lambda: live.asked.emit("late"), is_enabled=can_skip)
        self._add(text("What the candidate says\u2026"), self._ask_verdict, is_enabled=is_on)
        self.menu.addSeparator()
        self.menu.addActions(actions.chosen(("live_message", "live_now", "live_full_screen")))
        self.menu.addSeparator()
        for kind, words in _KINDS:
            self._add_flag(text(words), flag_of(kind))

    def _ask_verdict(self) -> None:
        from planner.ui.live.verdict_dialog import VerdictDialog  # noqa: PLC0415 -- slow import

        dialog = VerdictDialog(self._context, self.menu.parentWidget(), self._live)
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
