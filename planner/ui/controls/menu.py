"""A menu with round corners."""

from PySide6.QtWidgets import QMenu, QWidget

from planner.ui.controls.corners import clear_corners


class Menu(QMenu):
    """A menu that is clear behind its rounded ground, and shows the tooltips of its actions."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        clear_corners(self)
        self.setToolTipsVisible(True)
