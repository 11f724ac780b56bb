"""The readers of a plan's documents as a list under headings, searchable, perhaps with check marks."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from planner.app.exchange import all_audiences
from planner.domain.audiences import Audience
from planner.domain.plan import Plan
from planner.formats.wording.language import Language
from planner.ui.controls.tips import tip
from planner.ui.models.audience_names import KIND_ICONS, KIND_TITLES, audience_name, audience_title
from planner.ui.theme.fonts import Scale
from planner.ui.theme.theme import Theme

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class AudienceRole(IntEnum):
    """What the model tells of a row beside its name: its `Audience`, None for a heading."""

    AUDIENCE = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class _Row:
    name: str
    audience: Audience | None = None
    title: str = ""


class AudienceModel(QAbstractListModel):
    """One row for each reader; headings between them can neither be chosen nor checked."""

    def __init__(
        self,
        theme: Theme,
        language: Language,
        parent: QObject | None = None,
        *,
        is_checkable: bool = False,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._language = language
        self._is_checkable = is_checkable
        self._all: tuple[_Row, ...] = ()
        self._rows: list[_Row] = []
        self._search = ""
        self._checked: set[Audience] = set()

    @property
    def total(self) -> int:
        """Return how many readers there are, searched for or not."""
        return len(self._all)

    @property
    def checked(self) -> tuple[Audience, ...]:
        """Return the readers with a check mark, in the order of the list."""
        return tuple(row.audience for row in self._all if row.audience in self._checked)

    def show_plan(self, plan: Plan) -> None:
        """Show the readers of a plan; check marks of those who are still there stay."""
        language = self._language
        self._all = tuple(
            _Row(audience_name(plan, each, language), each, audience_title(plan, each))
            for each in all_audiences(plan)
        )
        self._checked &= {row.audience for row in self._all if row.audience is not None}
        self._rebuild()

    def search(self, text: str) -> None:
        """Show those whose name or title holds every word of a text."""
        self._search = text
        self._rebuild()

    def check(self, audiences: Iterable[Audience]) -> None:
        """Put check marks on these readers and no others."""
        self._checked = set(audiences)
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def audience(self, index: _Index) -> Audience | None:
        """Return the reader of a row; None for a heading or no row."""
        return self._rows[index.row()].audience if index.isValid() else None

    def index_of(self, audience: Audience | None) -> QModelIndex:
        """Return where a reader stands; the first one where they do not."""
        places = [n for n, row in enumerate(self._rows) if row.audience is not None]
        found = [n for n in places if self._rows[n].audience == audience]
        return self.index((found or places or [-1])[0])

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Return how many rows there are, headings among them."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Return that readers can be chosen, and checked where that is asked for."""
        if self.audience(index) is None:
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsUserCheckable if self._is_checkable else flags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the name of a row, and how it looks."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if row.audience is None:
            return self._of_heading(row, role)
        return self._of_reader(row, row.audience, role)

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take a check mark."""
        audience = self.audience(index)
        if role != Qt.ItemDataRole.CheckStateRole or audience is None or not self._is_checkable:
            return False
        if Qt.CheckState(value) is Qt.CheckState.Checked:
            self._checked.add(audience)
        else:
            self._checked.discard(audience)
        self.dataChanged.emit(index, index, [Qt.ItemDataRole.CheckStateRole])
        return True

    def _of_heading(self, row: _Row, role: int) -> Any:
        if role == Qt.ItemDataRole.FontRole:
            return self._theme.font(Scale.CAPTION)
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._theme.colour("text_muted")
        return row.name if role == Qt.ItemDataRole.DisplayRole else None

    def _of_reader(self, row: _Row, audience: Audience, role: int) -> Any:
        words = {
            Qt.ItemDataRole.DisplayRole: row.name,
            Qt.ItemDataRole.AccessibleTextRole: row.name,
            Qt.ItemDataRole.AccessibleDescriptionRole: row.title,
        }
        if role in words:
            return words[Qt.ItemDataRole(role)]
        if role == AudienceRole.AUDIENCE:
            return audience
        if role == Qt.ItemDataRole.DecorationRole:
            return self._theme.icon(KIND_ICONS[audience.kind], "text_muted")
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(", ".join(part for part in (row.name, row.title) if part))
        if role == Qt.ItemDataRole.CheckStateRole and self._is_checkable:
            is_checked = audience in self._checked
            return Qt.CheckState.Checked if is_checked else Qt.CheckState.Unchecked
        return None

    def _rebuild(self) -> None:
        words = self._search.casefold().split()
        self.beginResetModel()
        self._rows = []
        heading = None
        for row in self._all:
            text = f"{row.name} {row.title}".casefold()
            if row.audience is None or not all(word in text for word in words):
                continue
            if row.audience.kind is not heading:
                heading = row.audience.kind
                self._rows.append(_Row(self._language.text(KIND_TITLES[heading])))
            self._rows.append(row)
        self.endResetModel()
