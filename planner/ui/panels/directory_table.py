"""The table of one part of the directory."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from planner.domain.people import Candidate
from planner.ui.context import Context
from planner.ui.controls.views import dress_table
from planner.ui.models.directory_models import DirectoryFilter, DirectoryModel
from planner.ui.models.directory_rows import PART_TITLES, SHARES, DirectoryRow, Part

_CHOSEN = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows


class DirectoryTable(QTableView):
    """``shown()`` tells that another row is current, ``delete_wanted(record)`` that Delete was pressed."""

    shown = Signal()
    delete_wanted = Signal(object)

    def __init__(self, context: Context, part: Part, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = DirectoryModel(part, context.language, self)
        self._filter = DirectoryFilter(self._model, self)
        self.setModel(self._filter)
        dress_table(self, context.theme, context.language.text(PART_TITLES[part]))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSortingEnabled(True)
        self.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        head = self.horizontalHeader()
        head.setStretchLastSection(False)
        last = self._model.columnCount() - 1
        head.setSectionResizeMode(last, QHeaderView.ResizeMode.ResizeToContents)
        self._shares = SHARES[part]
        self.selectionModel().currentRowChanged.connect(lambda _now, _before: self.shown.emit())

    def show_rows(self, rows: Sequence[DirectoryRow]) -> None:
        """Show these rows; the current one stays, or else the first one becomes it."""
        row = self.current_row()
        self._model.show_rows(rows)
        if row is not None and self._filter.index_of(row.key).isValid():
            self.choose(row.key)
        elif not self.currentIndex().isValid():
            self._choose(self._filter.index(0, 0))

    def search(self, text: str) -> None:
        """Show only what holds every word of a text."""
        self._filter.search(text)
        if not self.currentIndex().isValid():
            self._choose(self._filter.index(0, 0))

    def current_row(self) -> DirectoryRow | None:
        """Return the current row."""
        return self._filter.row(self.currentIndex())

    def choose(self, key: str) -> None:
        """Make the row with a key the current one."""
        self._choose(self._filter.index_of(key))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give every column its share of the width."""
        super().resizeEvent(event)
        head = self.horizontalHeader()
        last = len(self._shares)
        room = self.viewport().width() - head.sectionSize(last)
        for column, share in enumerate(self._shares):
            head.resizeSection(column, room * share // sum(self._shares))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask for the current record to be deleted."""
        row = self.current_row()
        is_kept = row is not None and not isinstance(row.record, Candidate)
        if event.key() == Qt.Key.Key_Delete and row is not None and is_kept:
            self.delete_wanted.emit(row.record)
        else:
            super().keyPressEvent(event)

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, _CHOSEN)
            self.scrollTo(index)
