"""The top bar: what the window shows, undo and redo, the search for anything, sharing, the menu."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from planner.i18n import mark
from planner.ui.commands import Page
from planner.ui.context import Context
from planner.ui.controls.action_button import ActionButton
from planner.ui.controls.buttons import IconButton, PlainButton, PrimaryButton
from planner.ui.controls.segments import Segments

_PAGES = {
    Page.PLAN: mark("Plan"),
    Page.LIVE: mark("Live"),
    Page.TRAVEL: mark("Travel"),
    Page.APPLICATION: mark("Application"),
}


class TopBar(QWidget):
    """One row over everything else; its buttons are the actions' own."""

    page_chosen = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        theme, language = context.theme, context.language
        self.setProperty("line", "bottom")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        name = QLabel(language.text("Interview Day Planner"), self)
        name.setProperty("scale", "strong")
        rows = [(page, language.text(title)) for page, title in _PAGES.items()]
        self._pages = Segments(theme, rows, language.text("What the window shows"), self)
        self._pages.chosen.connect(self.page_chosen)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.space(4), theme.space(2), theme.space(4), theme.space(2))
        row.setSpacing(theme.space(2))
        row.addWidget(name)
        row.addSpacing(theme.space(6))
        row.addWidget(self._pages)
        row.addStretch(1)
        self._fill_right(row)

    def show_page(self, page: Page) -> None:
        """Mark the page that is shown; none of them for start page and directory."""
        self._pages.set_value(page if page in _PAGES else None)

    def set_pages_enabled(self, *, enabled: bool) -> None:
        """Offer the pages of a plan, or not."""
        self._pages.setVisible(enabled)
        self._share.setVisible(enabled)

    def _fill_right(self, row: QHBoxLayout) -> None:
        theme, actions = self._context.theme, self._context.actions
        text = self._context.language.text
        for name in ("undo", "redo"):
            row.addWidget(ActionButton(theme, actions.action(name), self))
        find = PlainButton(theme, text("Find anything"), "search", self)
        find.setToolTip(text("Every action, plan and person: Ctrl+K"))
        find.clicked.connect(lambda: actions.run("palette"))
        row.addWidget(find)
        self._share = PrimaryButton(theme, text("Share"), "share", self)
        self._share.clicked.connect(lambda: actions.run("share"))
        row.addWidget(self._share)
        menu = IconButton(theme, "menu-2", text("Menu"), parent=self)
        menu.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu.setMenu(actions.menu(menu))
        row.addWidget(menu)
