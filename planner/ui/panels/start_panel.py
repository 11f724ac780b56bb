"""The start page: what this program is, four ways to begin, and the plans that were changed last."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from planner.app.clock import local_today
from planner.domain.errors import PlannerError
from planner.domain.ids import PlanId
from planner.i18n import mark
from planner.store.base import Summary
from planner.ui.context import Context
from planner.ui.controls.plain_label import plain_label
from planner.ui.models.plans_model import telling_day
from planner.ui.panels.nav_button import NavButton
from planner.ui.panels.start_card import StartCard
from planner.ui.shelf import Shelf

_RECENT = 5
_COLUMNS = 2
_WIDTH = 168  # steps of the grid

_CARDS = (
    (
        "open_sample",
        "star",
        mark("Open the sample plan"),
        mark("A day in Luxembourg with everything in it, to look around and try things out."),
    ),
    (
        "new",
        "template",
        mark("New plan from a template"),
        mark("Say who comes, when and where; the template fills the day."),
    ),
    (
        "paste_timetable",
        "clipboard-text",
        mark("Paste a timetable"),
        mark("From an e-mail or a table: you see what was understood before it is taken."),
    ),
    (
        "open_file",
        "folder-open",
        mark("Open a file"),
        mark("A plan, a calendar file, a table or a text."),
    ),
)
"""Action, icon, title and sentence of each way to begin."""


class StartPanel(QFrame):
    """What is shown while no plan is open."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._shelf = Shelf(context)
        self.cards: dict[str, StartCard] = {}
        self.recent: list[NavButton] = []
        self._shown: list[Summary] = []
        self._recent_box = QWidget(self)
        self._recent_column = QVBoxLayout(self._recent_box)
        self.setProperty("surface", "window")
        self._build()
        context.desk.opened.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the plans that were changed last."""
        try:
            found = list(self._context.library.summaries(limit=_RECENT))
        except PlannerError:
            found = []  # whoever opens a plan is told why the library cannot be read
        if found != self._shown:
            self._shown = found
            self._fill_recent()
        self._recent_box.setVisible(bool(found))

    def _build(self) -> None:
        space = self._context.theme.space
        page = QWidget(self)
        page.setMaximumWidth(space(_WIDTH))
        column = QVBoxLayout(page)
        column.setContentsMargins(space(6), space(10), space(6), space(6))
        column.setSpacing(space(2))
        self._fill_head(column)
        column.addSpacing(space(4))
        column.addLayout(self._cards())
        column.addSpacing(space(1))
        drop = self._context.language.text(
            "Or drop a plan, a calendar file or a text anywhere in this window."
        )
        column.addWidget(plain_label(drop, tone="muted", is_wrapped=True))
        column.addSpacing(space(5))
        column.addWidget(self._recent_box)
        column.addStretch(1)
        self._recent_column.setContentsMargins(0, 0, 0, 0)
        self._recent_column.setSpacing(0)
        self._put_in_middle(page)

    def _put_in_middle(self, page: QWidget) -> None:
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        middle = QWidget()
        row = QGridLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(page, 0, 1)
        row.setColumnStretch(0, 1)
        row.setColumnStretch(1, 100)
        row.setColumnStretch(2, 1)
        area.setWidget(middle)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)

    def _fill_head(self, column: QVBoxLayout) -> None:
        words = self._context.language
        column.addWidget(
            plain_label(words.text("Interview Day Planner"), "figure", is_wrapped=True)
        )
        sentence = words.text(
            "Plans an interview day, checks that it works for everybody, and hands out one clear "
            "itinerary. Everything stays on this computer."
        )
        column.addWidget(plain_label(sentence, tone="muted", is_wrapped=True))

    def _cards(self) -> QGridLayout:
        words, grid = self._context.language, QGridLayout()
        grid.setSpacing(self._context.theme.space(3))
        for number, (action, icon, title, sentence) in enumerate(_CARDS):
            card = StartCard(self._context.theme, icon, words.text(title), words.text(sentence))
            card.clicked.connect(lambda _=False, action=action: self._context.actions.run(action))
            self.cards[action] = card
            grid.addWidget(card, *divmod(number, _COLUMNS))
        for column in range(_COLUMNS):
            grid.setColumnStretch(column, 1)
        return grid

    def _fill_recent(self) -> None:
        while (item := self._recent_column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.recent = []
        space, words = self._context.theme.space, self._context.language
        caption = plain_label(words.text("Changed last").upper(), "caption")
        caption.setContentsMargins(space(2.5), 0, 0, space(1))
        self._recent_column.addWidget(caption)
        for summary in self._shown:
            button = self._recent_button(summary)
            self.recent.append(button)
            self._recent_column.addWidget(button)

    def _recent_button(self, summary: Summary) -> NavButton:
        title = " ".join(summary.title.split()) or self._context.language.text("Untitled plan")
        button = NavButton(self._context.theme, title, self._recent_box)
        day = telling_day(summary, local_today(self._context.clock))
        button.show_number(self._context.language.date(day) if day is not None else "")
        button.clicked.connect(lambda: self._shelf.open(PlanId(summary.id)))
        return button
