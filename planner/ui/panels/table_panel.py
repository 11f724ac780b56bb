"""The table twin: the day as a list that is edited in place, for those who think in tables."""

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QFocusEvent, QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from planner.app.clock import local_today
from planner.domain.directory import Directory
from planner.domain.errors import PlannerError
from planner.domain.ids import BlockId
from planner.ui.actions.action import Group
from planner.ui.context import Context
from planner.ui.controls.buttons import LinkButton
from planner.ui.controls.empty_state import EmptyState
from planner.ui.controls.menu import Menu
from planner.ui.messages import Tone
from planner.ui.models.appended_block import appended_block
from planner.ui.models.timetable_model import ORIGIN, TimetableModel
from planner.ui.models.timetable_rows import Column
from planner.ui.panels.table_delegate import TableDelegate
from planner.ui.panels.table_view import TableView
from planner.ui.panels.table_words import words_for
from planner.ui.timeline.keys import Command
from planner.ui.undo_offer import tell_done

_MENU = (
    ("copy", "paste", Command.DUPLICATE),
    (Command.BREAK_AFTER, Command.SPLIT, Command.FOLLOW_PREVIOUS, Command.COMPACT),
    (Command.SWAP_EARLIER, Command.SWAP_LATER),
    (Command.UNSCHEDULE, Command.DELETE),
    ("undo", "redo"),
)
"""What a row offers, as blocks on the timeline do."""

_OTHER_HERE = frozenset(
    {"edit_title", Command.TO_PREVIOUS_COLUMN, Command.TO_NEXT_COLUMN, Command.DELETE}
)
"""Whose keys mean something else in a table: Enter edits the cell, Delete empties it, and columns are
no people.
"""


class TablePanel(QWidget):
    """The table of the shown day; its selection is the desk's, and the other way round."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._desk = context.desk
        self.model = TimetableModel(context.desk, context.language, context.library.directory, self)
        self.view = TableView(context, self.model, self)
        delegate = TableDelegate(context.theme, self._words, self.view)
        self.model.refused.connect(delegate.note_refusal)
        delegate.entered.connect(self.view.go_down)
        self.view.setItemDelegate(delegate)
        self._empty = self._empty_state()
        self.add = LinkButton(context.theme, context.language.text("Add a block"), "plus", self)
        self.view.addActions(context.actions.chosen(_keys(context)))
        self._is_following = False
        self._stack = QStackedLayout()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._empty)
        self._arrange()
        self._connect()
        self._on_refreshed()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while the table was not seen."""
        self.model.set_awake(is_awake=True)
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Let changes be until the table is seen again."""
        super().hideEvent(event)
        self.model.set_awake(is_awake=False)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus on: a focus proxy would let Tab pass by what stands before it."""
        (self.view if self.model.rowCount() else self.add).setFocus(event.reason())

    def _arrange(self) -> None:
        theme = self._context.theme
        below = QHBoxLayout()
        below.setContentsMargins(theme.space(2), theme.space(1), theme.space(2), theme.space(1))
        below.addWidget(self.add)
        below.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._stack, 1)
        column.addLayout(below)

    def _connect(self) -> None:
        self.add.clicked.connect(self._on_add)
        self.view.clear_asked.connect(self._on_clear)
        self.view.remove_asked.connect(lambda: self._context.actions.run(Command.DELETE))
        self.view.customContextMenuRequested.connect(self._on_menu_asked)
        self.view.selectionModel().selectionChanged.connect(self._on_rows_selected)
        self.model.refreshed.connect(self._on_refreshed)
        self._desk.selected.connect(self._follow)

    def _empty_state(self) -> EmptyState:
        text = self._context.language.text
        return EmptyState(
            self._context.theme,
            "table",
            text("Nothing is planned on this day"),
            text("Add a block below, or paste a timetable (Ctrl+Shift+V)."),
            self,
        )

    def _words(self, column: Column) -> tuple[str, ...]:
        try:
            directory = self._context.library.directory()
        except PlannerError:
            directory = Directory()  # words are offered as a help only
        return words_for(column, self._desk.plan, directory, self._context.language)

    def _on_refreshed(self) -> None:
        self._stack.setCurrentWidget(self.view if self.model.rowCount() else self._empty)
        self.add.setVisible(self._desk.is_open)
        self._follow(self._desk.selection)

    def _on_rows_selected(self) -> None:
        if not self.model.is_refreshing and not self._is_following:
            self._desk.select(self.view.selected_blocks())

    def _follow(self, blocks: tuple[BlockId, ...]) -> None:
        """Select what is selected on the desk, and tell it nothing of the steps on the way there."""
        self._is_following = True
        try:
            self.view.select_blocks(blocks)
        finally:
            self._is_following = False

    def _on_add(self) -> None:
        """Add a block at the end of the day, and ask for its times at once."""
        day = self._desk.day or local_today(self._context.clock)
        block, edit = appended_block(self._desk.agenda, day)
        if self._desk.apply(edit, ORIGIN):
            self._desk.show_day(day)
            self._desk.select([block])
            cell = self.model.index_of(block).siblingAtColumn(Column.TIMEBOX)
            self.view.setCurrentIndex(cell)
            self.view.setFocus()
            self.view.edit(cell)

    def _on_clear(self, cell: QModelIndex) -> None:
        """Empty a cell, and offer to take that back; say why where it cannot be."""
        before, refusals = self._desk.workspace.undoable, list[str]()
        listen = refusals.append
        self.model.refused.connect(listen)
        title = str(self.model.headerData(cell.column(), Qt.Orientation.Horizontal))
        self.model.setData(cell, "")
        self.model.refused.disconnect(listen)
        step = self._desk.workspace.undoable
        if refusals:
            self._context.messages.say(refusals[0], Tone.ERROR)
        elif step is not None and step is not before:
            text = self._context.language.text("\u201c{column}\u201d was emptied.", column=title)
            tell_done(self._context, text, step.edit)

    def _on_menu_asked(self, place: QPoint) -> None:
        actions = self._context.actions
        menu = Menu(parent=self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for number, ids in enumerate(_MENU):
            if number:
                menu.addSeparator()
            menu.addActions(actions.chosen(ids))
        menu.popup(self.view.viewport().mapToGlobal(place))


def _keys(context: Context) -> list[str]:
    """Return the actions on blocks whose keys work in the table as well."""
    rows = (row for row in context.actions.rows if row.group is Group.BLOCK)
    return [row.id for row in rows if row.id not in _OTHER_HERE]
