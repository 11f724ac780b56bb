"""A combo box to pick one record by typing a part of its name: a person, a room, a candidate."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QListView, QWidget

from planner.ui.controls.record_delegate import HINT_ROLE, RecordDelegate
from planner.ui.theme.theme import Theme

_ID_ROLE = int(Qt.ItemDataRole.UserRole) + 2
_SEARCH_ROLE = int(Qt.ItemDataRole.UserRole) + 3
_MOST_ROWS = 12
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TAKING = (*_ENTER, Qt.Key.Key_Tab)


@dataclass(frozen=True, slots=True)
class Row:
    """A record to pick; its hint tells it from others of the same name."""

    id: str
    label: str
    hint: str = ""


class RecordCombo(QComboBox):
    """``picked(id or None)`` tells what a person chose; `set_rows` and `pick` are silent.

    Typing searches in labels and hints. ``nobody`` is the row for none, such as "Not assigned";
    without it a record must be chosen. With ``create``, such as "Add a new person", a last row tells
    ``create_wanted(typed text)``. Enter and Tab take what is meant: a whole name, the only record
    that is found, or that last row where none is. What else was typed is forgotten.
    """

    picked = Signal(object)
    create_wanted = Signal(str)

    def __init__(
        self,
        theme: Theme,
        name: str,
        nobody: str = "",
        create: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._nobody, self._create = nobody, create
        self._id: str | None = None
        self._typed = ""
        self.setAccessibleName(name)
        self._line = QLineEdit(self)
        self.setLineEdit(self._line)
        self._line.setAccessibleName(name)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMaxVisibleItems(_MOST_ROWS)
        self.setMinimumContentsLength(8)
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.setSizeAdjustPolicy(policy)
        self._rows = QStandardItemModel(self)
        self.setModel(self._rows)
        self.setItemDelegate(RecordDelegate(theme, self))
        self._search = self._searching()
        self.setCompleter(self._search)
        self.activated.connect(self._on_activated)
        self._line.textEdited.connect(self._on_text_edited)
        self._line.editingFinished.connect(self._on_editing_finished)

    @property
    def record(self) -> str | None:
        """Return the id of the record that is shown, None for nobody."""
        return self._id

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Offer these records, in this order; what is shown stays if it is among them."""
        self._rows.clear()
        if self._nobody:
            self._rows.appendRow(_item(None, self._nobody, ""))
        for row in rows:
            self._rows.appendRow(_item(row.id, row.label, row.hint))
        if self._create:
            item = _item(_Create, self._create, "")
            item.setIcon(self._theme.icon("plus", "link"))
            self._rows.appendRow(item)
        self.pick(self._id)

    def pick(self, record: str | None) -> None:
        """Show a record without a signal; one that is not offered shows nobody."""
        number = self._number(record)
        self._id = record if number >= 0 else None
        self.setCurrentIndex(number if number >= 0 else self._number(None))
        if self.currentIndex() < 0:
            self.setEditText("")
        self._line.setCursorPosition(0)

    def event(self, event: QEvent) -> bool:
        """Take with Enter and Tab what was typed; such an Enter means nothing else."""
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().event(event)
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        is_taking = event.key() in _TAKING and modifiers == Qt.KeyboardModifier.NoModifier
        if is_taking and self._take() and (event.key() in _ENTER or not self.hasFocus()):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return to the record that was shown with Escape."""
        if event.key() == Qt.Key.Key_Escape and self.currentText() != self._shown():
            self.pick(self._id)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select everything: typing searches anew."""
        super().focusInEvent(event)
        self._line.selectAll()

    def _searching(self) -> "_Search":
        search = _Search(self._rows, self._shown, self)
        search.list.setItemDelegate(RecordDelegate(self._theme, search.list))
        return search

    def _number(self, record: object) -> int:
        ids = (self._rows.item(number).data(_ID_ROLE) for number in range(self._rows.rowCount()))
        return next((number for number, found in enumerate(ids) if found == record), -1)

    def _shown(self) -> str:
        number = self._number(self._id)
        return self.itemText(number) if number >= 0 else ""

    def _choose(self, record: object) -> None:
        if record is _Create:
            typed = self._typed
            self.pick(self._id)
            self.create_wanted.emit(typed)
            return
        is_new = record != self._id
        self.pick(None if record is None else str(record))
        self._typed = ""
        if is_new:
            self.picked.emit(self._id)

    def _on_activated(self, number: int) -> None:
        self._choose(self.itemData(number, _ID_ROLE))

    def _on_text_edited(self, text: str) -> None:
        self._typed = text
        last = self._rows.item(self._rows.rowCount() - 1) if self._create else None
        if last is not None:  # what is not found can be made, whatever was typed
            last.setData(text, _SEARCH_ROLE)

    def _take(self) -> bool:
        """Take what was typed, if it is clear what that means; return whether it was."""
        typed = self.currentText().strip()
        is_chosen = self._search.list.isVisible() and self._search.list.currentIndex().isValid()
        if not typed or typed == self._shown() or is_chosen:
            return False
        meant = self._called(typed) or self._found(typed)
        if len(meant) == 1:
            self._search.list.hide()
            self._choose(meant[0])
        return len(meant) == 1

    def _called(self, name: str) -> list[object]:
        """Return the ids of the rows with a whole name."""
        rows = [self._rows.item(number) for number in range(self._rows.rowCount())]
        return [row.data(_ID_ROLE) for row in rows if row.text().casefold() == name.casefold()]

    def _found(self, typed: str) -> list[object]:
        """Return the ids of the rows that a search offers: the one that makes a record, if no other."""
        self._search.setCompletionPrefix(typed)
        model = self._search.completionModel()
        ids = [model.index(row, 0).data(_ID_ROLE) for row in range(model.rowCount())]
        return [found for found in ids if found is not _Create] or ids

    def _on_editing_finished(self) -> None:
        """Take what was typed if it is a whole name; else show the old record again."""
        if self._search.list.isVisible() or self.currentText() == self._shown():
            return
        typed = self.currentText().strip()
        meant = self._called(typed)
        if len(meant) == 1:
            self._choose(meant[0])
        elif not typed and self._nobody:
            self._choose(None)
        else:
            self.pick(self._id)


class _Search(QCompleter):
    """Looks in labels and hints, and puts labels into the field."""

    def __init__(self, rows: QStandardItemModel, shown: Callable[[], str], parent: QWidget) -> None:
        super().__init__(rows, parent)
        self._shown = shown
        self.setCompletionRole(_SEARCH_ROLE)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setMaxVisibleItems(_MOST_ROWS)
        self.list = QListView()
        self.list.setProperty("kind", "completer")
        self.setPopup(self.list)
        self.list.ensurePolished()

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        """Return the label of a row; for the row that makes a record, of the record that is shown."""
        if index.data(_ID_ROLE) is _Create:
            return self._shown()
        return str(index.data(Qt.ItemDataRole.DisplayRole))


class _Create:
    """Stands for the row that makes a new record."""


def _item(record: object, label: str, hint: str) -> QStandardItem:
    item = QStandardItem(label)
    item.setData(record, _ID_ROLE)
    item.setData(hint, HINT_ROLE)
    item.setData(f"{label} {hint}".strip(), _SEARCH_ROLE)
    item.setToolTip("")
    return item
