"""The list of readers, with a search field where there are many."""

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListView, QVBoxLayout, QWidget

from planner.domain.audiences import Audience
from planner.domain.plan import Plan
from planner.ui.context import Context
from planner.ui.controls.search_field import SearchField
from planner.ui.models.audience_model import AudienceModel

_MANY = 12


class AudienceList(QWidget):
    """Lets one reader be chosen, or several be checked. ``chosen`` tells of the one."""

    chosen = Signal(object)
    checks_changed = Signal()

    def __init__(
        self, context: Context, parent: QWidget | None = None, *, is_checkable: bool = False
    ) -> None:
        super().__init__(parent)
        theme, language = context.theme, context.language
        self.model = AudienceModel(theme, language, self, is_checkable=is_checkable)
        self.view = QListView(self)
        self.view.setModel(self.model)
        self.view.setAccessibleName(language.text("Readers"))
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setProperty("surface", "surface")
        self.view.setIconSize(QSize(theme.icon_size, theme.icon_size))
        self.view.setUniformItemSizes(True)
        self._search = SearchField(theme, language, language.text("Search readers"), self)
        self._audience: Audience | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(2))
        column.addWidget(self._search)
        column.addWidget(self.view, 1)
        self._search.searched.connect(self._on_searched)
        self._search.descended.connect(self.view.setFocus)
        self.view.selectionModel().currentChanged.connect(self._on_current_changed)
        self.model.dataChanged.connect(lambda *_: self.checks_changed.emit())

    @property
    def audience(self) -> Audience | None:
        """Return the reader that is chosen."""
        return self._audience

    def show_plan(self, plan: Plan) -> None:
        """Show the readers of a plan; the chosen one stays where they are still there."""
        self.model.show_plan(plan)
        self._search.setVisible(self.model.total > _MANY)
        self.choose(self._audience)

    def choose(self, audience: Audience | None) -> None:
        """Choose a reader; the first one where there is no such reader."""
        self.view.setCurrentIndex(self.model.index_of(audience))

    def _on_searched(self, text: str) -> None:
        self.model.search(text)
        self.view.setCurrentIndex(self.model.index_of(self._audience))

    def _on_current_changed(self, index: QModelIndex, _before: QModelIndex) -> None:
        audience = self.model.audience(index)
        if audience is not None and audience != self._audience:
            self._audience = audience
            self.chosen.emit(audience)
