"""The actions of one window: Qt actions made from the rows, enabled as the desk changes."""

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from planner.formats.wording.language import Language
from planner.ui.actions.action import GROUP_TITLES, Action, Group, Scope
from planner.ui.actions.field_keys import FieldKeys
from planner.ui.commands import Commands
from planner.ui.desk import Desk
from planner.ui.theme.theme import Theme


class Actions(QObject):
    """Makes a `QAction` of every row, and keeps its text and whether it can be chosen up to date."""

    def __init__(
        self, rows: Sequence[Action], desk: Desk, language: Language, theme: Theme
    ) -> None:
        super().__init__()
        self.rows = rows
        self._desk = desk
        self._language = language
        self._theme = theme
        self._commands: Commands | None = None
        self._field_keys: FieldKeys | None = None
        self._rows = {row.id: row for row in rows}
        self._made = {row.id: self._make(row) for row in rows}
        desk.opened.connect(self._refresh)
        desk.changed.connect(self._refresh)
        desk.selected.connect(self._refresh)
        self._refresh()

    @property
    def commands(self) -> Commands:
        """Return what the actions work on.

        Raises:
            LookupError: they are bound to nothing yet.
        """
        if self._commands is None:
            raise LookupError("bound to nothing")
        return self._commands

    def bind(self, commands: Commands, window: QWidget) -> None:
        """Let the actions work on a window, and their keys wherever it has the focus."""
        self._commands = commands
        self.attach(window, Scope.WINDOW)
        rows = (row for row in self.rows if row.scope is Scope.WINDOW)
        self._field_keys = FieldKeys((key for row in rows for key in row.keys), self)

    def attach(self, widget: QWidget, scope: Scope) -> None:
        """Let the keys of a scope work in a widget."""
        widget.addActions([self._made[row.id] for row in self.rows if row.scope is scope])

    def action(self, action_id: str) -> QAction:
        """Return the action of a row, with its icon, which is drawn when it is first asked for."""
        action, icon = self._made[action_id], self._rows[action_id].icon
        if icon and action.icon().isNull():
            action.setIcon(self._theme.icon(icon))
        return action

    def run(self, action_id: str) -> None:
        """Do what an action does, if it can be chosen now."""
        self._made[action_id].trigger()

    def menu(self, parent: QWidget) -> QMenu:
        """Return a menu of all actions, by group; it is filled when it is opened for the first time."""
        menu = QMenu(parent)
        menu.aboutToShow.connect(partial(self._fill, menu))
        return menu

    def chosen(self, ids: Iterable[str]) -> list[QAction]:
        """Return several actions, for a context menu."""
        return [self.action(action_id) for action_id in ids]

    def _make(self, row: Action) -> QAction:
        action = QAction(self._language.text(row.title), self)
        action.setObjectName(row.id)
        action.setShortcuts([QKeySequence(key) for key in row.keys])
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        action.setShortcutContext(
            Qt.ShortcutContext.WindowShortcut if row.scope is Scope.WINDOW else inside
        )
        action.triggered.connect(lambda _checked=False: self._run(row))
        return action

    def _fill(self, menu: QMenu) -> None:
        if not menu.isEmpty():
            return
        for group in Group:
            ids = [row.id for row in self.rows if row.group is group and row.is_in_menu]
            if ids:
                menu.addMenu(self._language.text(GROUP_TITLES[group])).addActions(self.chosen(ids))

    def _run(self, row: Action) -> None:
        if self._commands is not None:
            row.run(self._commands)

    def _refresh(self, _what: object = None) -> None:
        for row in self.rows:
            action = self._made[row.id]
            action.setEnabled(row.is_enabled(self._desk))
            if row.label is not None:
                said = row.label(self._desk) or self._language.text(row.title)
                action.setText(said.replace("&", "&&"))  # it names what people called a block
