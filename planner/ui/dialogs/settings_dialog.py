"""The settings: how the window looks, documents, promises, repairs, the live day, working hours."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from planner.app.settings import ThemeChoice
from planner.domain.errors import PlannerError
from planner.domain.policy import Policy
from planner.formats.wording.refusals import refusal
from planner.i18n import mark
from planner.ui.context import Context
from planner.ui.controls.buttons import PlainButton
from planner.ui.controls.form_grid import FormGrid
from planner.ui.controls.plain_label import plain_label
from planner.ui.controls.segments import Segments
from planner.ui.dialogs.frame import FramedDialog, stretch
from planner.ui.dialogs.hours_form import HoursForm
from planner.ui.dialogs.live_form import LiveForm
from planner.ui.dialogs.order_form import OrderForm
from planner.ui.dialogs.policy_form import PolicyForm
from planner.ui.dialogs.policy_page import PolicyPage
from planner.ui.dialogs.zone_field import ZoneField, usual_zone
from planner.ui.languages import language_rows
from planner.ui.messages import Tone

_WIDTH, _HEIGHT, _SIDE = 1020, 660, 220


class Area(StrEnum):
    """The pages of the settings."""

    APPEARANCE = "appearance"
    DOCUMENTS = "documents"
    POLICY = "policy"
    REPAIRS = "repairs"
    LIVE = "live"
    HOURS = "hours"


_AREAS = (
    (Area.APPEARANCE, mark("Appearance"), "adjustments"),
    (Area.DOCUMENTS, mark("Documents"), "file-text"),
    (Area.POLICY, mark("Promises and limits"), "list-check"),
    (Area.REPAIRS, mark("Repairs"), "bolt"),
    (Area.LIVE, mark("Live day"), "player-play"),
    (Area.HOURS, mark("Working hours"), "clock"),
)
_THEMES = (
    (ThemeChoice.SYSTEM, mark("As the system")),
    (ThemeChoice.LIGHT, mark("Light")),
    (ThemeChoice.DARK, mark("Dark")),
)
_THEME_ICONS = ("device-desktop", "sun", "moon")


class SettingsDialog(FramedDialog):
    """Keeps each setting at once; language and theme when it is closed, as they rebuild the window.

    The policy of the open plan is changed by an edit, which can be undone.
    """

    def __init__(
        self, context: Context, parent: QWidget | None = None, area: str = Area.APPEARANCE
    ) -> None:
        super().__init__(context, parent, context.language.text("Settings"))
        self._settings = context.settings
        self._looks: dict[str, Any] = {}
        self.pages = QStackedWidget()
        row = QHBoxLayout()
        row.setSpacing(context.theme.space(6))
        row.addWidget(self._sections())
        row.addWidget(self.pages, 1)
        self.body.addLayout(row, 1)
        for page in (
            self._appearance(),
            self._documents(),
            self._promises(),
            self._repairs(),
            self._live(),
            self._hours(),
        ):
            self.pages.addWidget(page)
        self.add_buttons(self.text("Done"), "")
        self.leave_enter_to_fields()
        self.fit(_WIDTH, _HEIGHT)
        self.show_area(Area(area))

    def show_area(self, area: Area) -> None:
        """Show a page."""
        number = [name for name, _, _ in _AREAS].index(area)
        self.pages.setCurrentIndex(number)
        self._buttons.button(number).setChecked(True)

    def done(self, result: int) -> None:
        """Keep what rebuilds the window, now that the dialog goes."""
        looks, self._looks = self._looks, {}
        super().done(result)
        if looks:
            self._keep(**looks)

    def _sections(self) -> QWidget:
        theme = self.context.theme
        side = QWidget()
        side.setFixedWidth(theme.length(_SIDE))
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(0.5))
        self._buttons = QButtonGroup(self)
        for number, (_, title, icon) in enumerate(_AREAS):
            button = QPushButton(self.text(title))
            button.setProperty("kind", "nav")
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setIcon(theme.icon(icon, "text_muted"))
            button.setIconSize(QSize(theme.icon_size, theme.icon_size))
            self._buttons.addButton(button, number)
            column.addWidget(button)
        column.addStretch(1)
        self._buttons.idClicked.connect(self.pages.setCurrentIndex)
        return side

    def _appearance(self) -> QWidget:
        current = self._settings.current
        languages = [("", self.text("As the system")), *language_rows()]
        self.language = self._segments(languages, self.text("Language of the window"))
        self.language.set_value(current.language)
        self.language.chosen.connect(lambda tag: self._looks.update(language=tag))
        themes = [(choice, self.text(words)) for choice, words in _THEMES]
        self.theme_choice = self._segments(themes, self.text("Colours"))
        self.theme_choice.add_icons(self.context.theme, _THEME_ICONS)
        self.theme_choice.set_value(current.theme)
        self.theme_choice.chosen.connect(lambda choice: self._looks.update(theme=choice))
        form = FormGrid(self.context.theme)
        form.add(self.text("Language of the window"), self.language)
        form.add(self.text("Colours"), self.theme_choice)
        form.add_wide(self._remark(self.text("The window changes when you close the settings.")))
        return self._page(form)

    def _documents(self) -> QWidget:
        current = self._settings.current
        languages = [("", self.text("As the system")), *language_rows()]
        self.document_language = self._segments(languages, self.text("Language of documents"))
        self.document_language.set_value(current.document_language)
        self.document_language.chosen.connect(lambda tag: self._keep(document_language=tag))
        papers = [("a4", self.text("A4")), ("letter", self.text("US Letter"))]
        self.paper = self._segments(papers, self.text("Paper"))
        self.paper.set_value(current.paper)
        self.paper.chosen.connect(lambda paper: self._keep(paper=paper))
        self.zone = ZoneField(self.text("Time zone of new plans"))
        self.zone.set_zone(usual_zone(current))
        form = FormGrid(self.context.theme)
        form.add(self.text("Language of new plans and their documents"), self.document_language)
        form.add(self.text("Paper"), self.paper)
        form.add(self.text("Folder for documents"), self._folder_row())
        self._zone_row = form.add(self.text("Time zone of new plans"), self.zone)
        self.zone.changed.connect(self._on_zone_changed)
        return self._page(form)

    def _promises(self) -> QWidget:
        self.policy = PolicyForm(self.context, self._settings.current.policy)
        page = PolicyPage(self.context, self.policy, self._keep_policy)
        self.reach = page.reach
        return self._page(page)

    def _repairs(self) -> QWidget:
        self.order = OrderForm(self.context, self._settings.current.policy)
        page = PolicyPage(self.context, self.order, self._keep_policy)
        self.order_reach = page.reach
        return self._page(page)

    def _live(self) -> QWidget:
        self.live = LiveForm(self.context)
        return self._page(self.live)

    def _hours(self) -> QWidget:
        self.hours = HoursForm(self.context, self._settings.current.hours)
        self.hours.changed.connect(lambda hours: self._keep(hours=hours))
        remark = self._remark(self.text("Opening hours of new offices. Others keep their own."))
        return self._page(self.hours, [remark])

    def _folder_row(self) -> QWidget:
        self.folder = QLineEdit(self._settings.current.export_folder)
        self.folder.setReadOnly(True)
        self.folder.setAccessibleName(self.text("Folder for documents"))
        self.folder.setPlaceholderText(self.text("asked for each time"))
        choose = PlainButton(self.context.theme, self.text("Choose"), "folder")
        choose.clicked.connect(self._on_choose_folder)
        clear = PlainButton(self.context.theme, self.text("Ask each time"))
        clear.clicked.connect(lambda: self._show_folder(""))
        field = QWidget()
        row = QHBoxLayout(field)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self.context.theme.space(2))
        row.addWidget(self.folder, 1)
        row.addWidget(choose)
        row.addWidget(clear)
        return field

    def _segments(self, rows: Sequence[tuple[object, str]], name: str) -> Segments:
        return Segments(self.context.theme, rows, name)

    def _remark(self, text: str) -> QLabel:
        label = plain_label(text, "small", "muted")
        label.setWordWrap(True)
        return label

    def _page(self, content: QWidget, above: Sequence[QWidget] = ()) -> QWidget:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, self.context.theme.space(2), 0)
        column.setSpacing(self.context.theme.space(3))
        for widget in (*above, content):
            column.addWidget(widget)
        column.addWidget(stretch(), 1)
        area.setWidget(inside)
        return area

    def _on_zone_changed(self, zone: str) -> None:
        said = self.text("There is no such time zone. Choose one, such as Europe/Berlin.")
        self._zone_row.show_error("" if zone else said)
        if zone:
            self._keep(zone=zone)

    def _on_choose_folder(self) -> None:
        title = self.text("Folder for documents")
        folder = QFileDialog.getExistingDirectory(self, title, self.folder.text())
        if folder:
            self._show_folder(folder)

    def _show_folder(self, folder: str) -> None:
        self.folder.setText(folder)
        self._keep(export_folder=folder)

    def _keep_policy(self, policy: Policy) -> None:
        self._keep(policy=policy)

    def _keep(self, **changes: Any) -> None:
        try:
            self._settings.change(**changes)
        except PlannerError as error:  # in the bar: it outlasts the dialog, which shows it as well
            self.context.messages.say(refusal(error, self.context.language), Tone.ERROR)
