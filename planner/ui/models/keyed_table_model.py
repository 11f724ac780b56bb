"""A table model whose rows have keys: shown anew, it changes as few rows as it can.

The list of the same kind is `KeyedListModel`; Qt lets no list model have several columns.
"""

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject

from planner.ui.models.keyed_list_model import Index
from planner.ui.models.keyed_rows import KeyedRow, rearrange

_NOWHERE = QModelIndex()
_R = TypeVar("_R", bound=KeyedRow)


class KeyedTableModel(QAbstractTableModel, Generic[_R]):
    """Holds rows in order; subclasses say how many columns there are and what is shown in them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[_R] = []

    @property
    def rows(self) -> Sequence[_R]:
        """Return the rows in the order in which they are shown."""
        return self._rows

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many rows there are; a cell has none below it."""
        return 0 if parent.isValid() else len(self._rows)

    def row(self, index: Index) -> _R | None:
        """Return the row at an index, or None where there is none."""
        is_there = index.isValid() and index.row() < len(self._rows)
        return self._rows[index.row()] if is_there else None

    def index_of(self, key: str) -> QModelIndex:
        """Return the first cell of a row; an invalid index where no row has that key."""
        place = next((place for place, row in enumerate(self._rows) if row.key == key), None)
        return QModelIndex() if place is None else self.index(place, 0)

    def show_rows(self, rows: Sequence[_R]) -> None:
        """Show these rows: remove, move, insert and alter only what differs. Keys must not repeat.

        Raises:
            ValueError: two rows have the same key.
        """
        rearrange(self, self._rows, rows, columns=self.columnCount())
