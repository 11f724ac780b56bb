"""Item models of the directory: its tables, searched and sorted."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

from planner.formats.wording.language import Language
from planner.ui.controls.tips import tip
from planner.ui.models.directory_rows import COUNTS, HEADINGS, DirectoryRow, Part

Index = QModelIndex | QPersistentModelIndex

SORT_ROLE = int(Qt.ItemDataRole.UserRole)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_NOWHERE = QModelIndex()


class DirectoryModel(QAbstractTableModel):
    """One part of the directory. Shown anew, it tells only what came, went or changed."""

    def __init__(self, part: Part, language: Language, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headings = [language.text(heading) for heading in HEADINGS[part]]
        self._counts = COUNTS[part]
        self._rows: list[DirectoryRow] = []

    @property
    def rows(self) -> Sequence[DirectoryRow]:
        """Return all rows."""
        return self._rows

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many records there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many columns this part has."""
        return 0 if parent.isValid() else len(self._headings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows; as its tooltip too, for texts that are cut."""
        if not index.isValid():
            return None
        cell = self._rows[index.row()].cells[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return str(cell)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(str(cell))
        if role == SORT_ROLE:
            return cell if isinstance(cell, int) else cell.casefold()
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if index.column() in self._counts else _LEFT
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Return what a column is called."""
        is_heading = orientation is Qt.Orientation.Horizontal and section < len(self._headings)
        if is_heading and role == Qt.ItemDataRole.DisplayRole:
            return self._headings[section]
        if is_heading and role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if section in self._counts else _LEFT
        return None

    def row(self, index: Index) -> DirectoryRow | None:
        """Return the row at an index of this model."""
        return self._rows[index.row()] if index.isValid() else None

    def index_of(self, key: str) -> QModelIndex:
        """Return where the row with a key begins; an invalid index where there is none."""
        for number, row in enumerate(self._rows):
            if row.key == key:
                return self.index(number, 0)
        return QModelIndex()

    def show_rows(self, rows: Sequence[DirectoryRow]) -> None:
        """Show these rows; the order of those that are there already stays, a view sorts."""
        wanted = {row.key: row for row in rows}
        self._remove([n for n, row in enumerate(self._rows) if row.key not in wanted])
        for number, row in enumerate(self._rows):
            if wanted[row.key] != row:
                self._rows[number] = wanted[row.key]
                last = self.index(number, len(self._headings) - 1)
                self.dataChanged.emit(self.index(number, 0), last)
        known = {row.key for row in self._rows}
        new = [row for key, row in wanted.items() if key not in known]
        if new:
            first = len(self._rows)
            self.beginInsertRows(_NOWHERE, first, first + len(new) - 1)
            self._rows += new
            self.endInsertRows()

    def _remove(self, gone: list[int]) -> None:
        for number in reversed(gone):
            self.beginRemoveRows(_NOWHERE, number, number)
            del self._rows[number]
            self.endRemoveRows()


class DirectoryFilter(QSortFilterProxyModel):
    """Shows the rows that hold every word of a search, sorted by any column."""

    def __init__(self, model: DirectoryModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._words: list[str] = []
        self.setSortRole(SORT_ROLE)
        self.setSortLocaleAware(True)
        self.setSourceModel(model)
        self.sort(0)

    def search(self, text: str) -> None:
        """Show only what holds every word of a text."""
        self.beginFilterChange()
        self._words = text.casefold().split()
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def row(self, index: Index) -> DirectoryRow | None:
        """Return the row at an index of this filter."""
        return self._model.row(self.mapToSource(index)) if index.isValid() else None

    def index_of(self, key: str) -> QModelIndex:
        """Return where the row with a key is shown; an invalid index where it is not."""
        return self.mapFromSource(self._model.index_of(key))

    def filterAcceptsRow(self, source_row: int, _parent: Index) -> bool:
        """Say whether a row holds every word."""
        searched = self._model.rows[source_row].searched
        return all(word in searched for word in self._words)
