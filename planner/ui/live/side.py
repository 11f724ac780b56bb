"""The side of the live view: what keys mean now, the big buttons, proposals and the log."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from planner.domain.errors import PlannerError
from planner.formats.wording.refusals import refusal
from planner.i18n import mark
from planner.schedule.live.live_projection import Phase
from planner.ui.context import Context
from planner.ui.controls.buttons import LinkButton
from planner.ui.controls.elided_label import ElidedLabel
from planner.ui.controls.fitting_area import FittingArea
from planner.ui.controls.section import Section
from planner.ui.controls.tips import tip
from planner.ui.live.aims import Aims, Verb
from planner.ui.live.desk import LiveDesk
from planner.ui.live.details import detail, state, tone
from planner.ui.live.due_steps import DueSteps
from planner.ui.live.key_button import KeyButton
from planner.ui.live.log_list import LogList
from planner.ui.live.log_model import LogModel, recent
from planner.ui.live.more_menu import MoreMenu
from planner.ui.live.proposals import Proposals
from planner.ui.messages import Tone
from planner.ui.timeline.faces import title_of

_WIDTH = 368
_LOG_HEIGHT = 130

BUTTONS = (
    ("live_start", mark("Start"), "S", Verb.START, 2),
    ("live_end", mark("End"), "E", Verb.END, 2),
    ("live_extend", mark("+5"), "+", Verb.EXTEND, 1),
    ("live_cut", mark("\u22125"), "\u2212", Verb.CUT, 1),
    ("live_dropped", mark("Dropped"), "D", Verb.DROPPED, 2),
    ("live_back", mark("Goes on"), "B", Verb.BACK, 0),
    ("live_no_show", mark("No-show"), "N", Verb.NO_SHOW, 2),
    ("live_replace", mark("Replace"), "R", Verb.REPLACE, 2),
    ("live_note", mark("Note"), "M", None, 2),
    ("live_undo", mark("Undo"), "U", None, 2),
)
"""Action, words, key, what it says of a block, and its width in quarters of the row.

One without a width takes the place of the one before it, as long as it can be said.
"""

_COLUMNS = 4
_TONES = {"ink_muted": "muted"}


class LiveSide(QFrame):
    """Everything that a coordinator presses. ``pointed(proposal)`` as in `Proposals`."""

    pointed = Signal(object)
    note_done = Signal()

    def __init__(self, context: Context, live: LiveDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._live = context, live
        text = context.language.text
        self.setProperty("surface", "surface")
        self.setProperty("line", "left")
        self.setFixedWidth(context.theme.length(_WIDTH))
        self.title = ElidedLabel("", self)
        self.title.setProperty("scale", "title")
        self.state = ElidedLabel("", self)
        self.buttons: dict[str, KeyButton] = {}
        self.proposals = Proposals(context, live, self)
        self.proposals.pointed.connect(self.pointed)
        self.steps = DueSteps(context, live, self)
        self.model = LogModel(context.language, self)
        self.log = LogList(context.theme, context.language, self.model, self)
        self.note = QLineEdit(self)
        self.message = LinkButton(context.theme, text("Texts to send"), "message", self)
        self.more = MoreMenu(context, live, self)
        self._build()
        self._connect()

    def ask_note(self) -> None:
        """Ask for a note."""
        self.note.show()
        self.note.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def refresh(self, _what: object = None) -> None:
        """Show what keys mean now, and the log."""
        aims, live = self._live.aims, self._live
        self._show_target(aims)
        primary = self._primary(aims)
        for action_id, _, _, verb, _ in BUTTONS:
            button = self.buttons[action_id]
            button.show_primary(is_primary=verb is not None and verb is primary)
            entry = aims.of(verb) if aims is not None and verb is not None else None
            can = entry is not None
            title = "" if entry is None else title_of(entry.block, self._context.language)
            button.setToolTip(tip(title))
            button.setAccessibleDescription(title)
            is_plain = verb is None and (action_id != "live_undo" or bool(live.log.entries))
            button.setEnabled(live.is_today and (can or is_plain))
        stands_still = aims is not None and aims.of(Verb.BACK) is not None
        self.buttons["live_back"].setVisible(stands_still)
        self.buttons["live_dropped"].setVisible(not stands_still)

    def refresh_log(self, _what: object = None) -> None:
        """Show the log as it is now."""
        if self._context.desk.is_open:
            aims = self._live.aims
            blocks = None if aims is None else {entry.block.id for entry in aims.entries}
            plan, log = self._context.desk.plan, recent(self._live.log, blocks)
            self.model.show_log(log, plan, has_names=aims is None)

    def _show_target(self, aims: Aims | None) -> None:
        entry = aims.main if aims is not None else None
        text = self._context.language.text
        if aims is None or entry is None:
            several = self._live.is_open and self._live.candidate is None
            self.title.set_text(text("Everybody") if several else text("The day is over"))
            said = text("Choose a candidate to say what happens.") if several else ""
            self._say(said, "muted")
            return
        self.title.set_text(title_of(entry.block, self._context.language))
        is_due = aims.projection.phases[entry.block.id] is Phase.UPCOMING
        say = state if is_due and entry is aims.awaited else detail
        said = say(aims.projection, entry, self._context.language)
        role = tone(aims.projection, entry)
        self._say(said, _TONES.get(role, role))

    def _say(self, said: str, role: str) -> None:
        self.state.set_text(said)
        if self.state.property("tone") != role:
            self.state.setProperty("tone", role)
            self.state.style().polish(self.state)

    def _primary(self, aims: Aims | None) -> Verb | None:
        """Return what is pressed next most likely."""
        if aims is None:
            return None
        for verb in (Verb.BACK, Verb.END, Verb.REPLACE, Verb.START):
            is_wanted = verb is not Verb.END or aims.running is not None
            is_missing = verb is not Verb.REPLACE or self._lacks_people(aims)
            if is_wanted and is_missing and aims.of(verb) is not None:
                return verb
        return None

    @staticmethod
    def _lacks_people(aims: Aims) -> bool:
        """Say whether what is due waits for somebody who has not come, or was never named."""
        if aims.missed is not None and aims.missed is aims.of(Verb.REPLACE) and not aims.awaited:
            return True
        entry = aims.awaited
        return entry is not None and entry.block.is_assessing and not entry.block.attendees

    def _build(self) -> None:
        space = self._context.theme.space
        column = QVBoxLayout(self)
        column.setContentsMargins(space(4), space(3), space(4), space(3))
        column.setSpacing(space(3))
        column.addLayout(self._head())
        column.addLayout(self._grid())
        column.addWidget(self.note)
        self.note.setPlaceholderText(self._context.language.text("What is to be remembered?"))
        self.note.setAccessibleName(self._context.language.text("Note"))
        self.note.hide()
        middle = FittingArea(self)
        inner = QWidget(middle)
        below = QVBoxLayout(inner)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(space(3))
        below.addWidget(self.steps)
        below.addWidget(self.proposals)
        below.addStretch(1)
        middle.setWidget(inner)
        self._live.told.connect(middle.show_top)
        column.addWidget(middle)
        log = Section(self._context.theme, self._context.language.text("Log"), self)
        log.add_to_head(self.message)
        log.add(self.log)
        self.log.setMinimumHeight(self._context.theme.length(_LOG_HEIGHT))
        column.addWidget(log, 1)

    def _head(self) -> QHBoxLayout:
        space = self._context.theme.space
        words = QVBoxLayout()
        words.setSpacing(space(0.5))
        words.addWidget(self.title)
        words.addWidget(self.state)
        head = QHBoxLayout()
        head.setSpacing(space(2))
        head.addLayout(words, 1)
        head.addWidget(self.more.button(self), 0, Qt.AlignmentFlag.AlignTop)
        return head

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(self._context.theme.space(2))
        actions, text = self._context.actions, self._context.language.text
        place = row = column = wide = 0
        for action_id, words, key, _, width in BUTTONS:
            button = KeyButton(self._context.theme, text(words), key, self)
            button.clicked.connect(lambda _=False, action_id=action_id: actions.run(action_id))
            self.buttons[action_id] = button
            if width:
                row, column, wide = place // _COLUMNS, place % _COLUMNS, width
            grid.addWidget(button, row, column, 1, wide)
            place += width
        for quarter in range(_COLUMNS):
            grid.setColumnStretch(quarter, 1)
        return grid

    def _connect(self) -> None:
        live = self._live
        live.moved_on.connect(self.refresh)
        live.aimed.connect(self._on_opened)
        live.told.connect(self.refresh_log)
        live.opened.connect(self._on_opened)
        self.model.corrected.connect(lambda entry, at: live.correct(entry, at=at))
        self.log.withdrawn.connect(live.take_back)
        self.model.refused.connect(self._on_refused)
        self.note.returnPressed.connect(self._on_note)
        self.note.editingFinished.connect(self.note.hide)
        leave = QShortcut(QKeySequence(Qt.Key.Key_Escape), self.note)
        leave.setContext(Qt.ShortcutContext.WidgetShortcut)
        leave.activated.connect(self._on_left)

    def _on_opened(self) -> None:
        self.refresh_log()
        self.refresh()

    def _on_note(self) -> None:
        said = self.note.text().strip()
        self.note.clear()
        self.note.hide()
        if said:
            self._live.note(said)
        self.note_done.emit()

    def _on_left(self) -> None:
        self.note.clear()
        self.note.hide()
        self.note_done.emit()

    def _on_refused(self, error: Exception) -> None:
        if isinstance(error, PlannerError):
            said = refusal(error, self._context.language)
            self._context.messages.say(said, Tone.ERROR)
