"""A button of an action: its picture, its text as the tooltip, enabled as it is."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from planner.ui.controls.buttons import IconButton
from planner.ui.controls.tips import tip
from planner.ui.theme.theme import Theme


class ActionButton(IconButton):
    """Triggers an action; its name and tooltip follow the action's, as "Undo: Move Lunch"."""

    def __init__(self, theme: Theme, action: QAction, parent: QWidget | None = None) -> None:
        super().__init__(theme, "dots", action.iconText(), parent=parent)
        self._action = action
        self.setIcon(action.icon())
        self.set_framed()
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        self.setEnabled(self._action.isEnabled())
        name = self._action.iconText()  # the text as it is read, without marks for keys
        keys = self._action.shortcut().toString()
        self.setAccessibleName(name)
        self.setToolTip(tip(f"{name} ({keys})" if keys else name))
