"""The preview of an import as an item model: what each row would do, and what is decided about it."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor

from planner.app.imports import Alteration, Listed, Proposal, Status
from planner.domain.people import Person
from planner.domain.places import Equipment
from planner.formats.directory.content import Field, PersonEntry, RoomEntry
from planner.formats.wording.directory import equipment_word, fault_sentence, field_word
from planner.formats.wording.language import Language
from planner.i18n import mark
from planner.ui.controls.tips import tip

Index = QModelIndex | QPersistentModelIndex

LINE, NAME, WHAT, CHOICE, REMARKS = range(5)
_HEADINGS = (
    mark("Line"),
    mark("Name"),
    mark("In the list"),
    mark("What happens"),
    mark("Not taken"),
)


class Choice(StrEnum):
    """What is decided about a row."""

    ADD = "add"
    UPDATE = "update"
    LEAVE = "leave"


OPTIONS: Mapping[Status, tuple[Choice, ...]] = {
    Status.NEW: (Choice.ADD, Choice.LEAVE),
    Status.SAME: (Choice.LEAVE,),
    Status.UPDATE: (Choice.UPDATE, Choice.ADD, Choice.LEAVE),
    Status.PROBABLY_KNOWN: (Choice.LEAVE, Choice.UPDATE, Choice.ADD),
    Status.REPEATED: (Choice.LEAVE, Choice.ADD),
    Status.NO_OFFICE: (Choice.LEAVE,),
    Status.UNREADABLE: (Choice.LEAVE,),
}
"""What can be decided; the first one holds until somebody decides otherwise."""

_LEFT: Mapping[Status, str] = {
    Status.SAME: mark("Nothing: it is there already"),
    Status.PROBABLY_KNOWN: mark("Decide: probably {known}"),
    Status.REPEATED: mark("Left out: the list has it above"),
    Status.NO_OFFICE: mark("Left out: its office is not in the directory"),
}
_LEAVE = mark("Left out")
_ADD = mark("Add")
_UPDATE = mark("Update {known}")
_NOWHERE = QModelIndex()


class ImportModel(QAbstractTableModel):
    """Rows in the order of the file. ``decided()`` tells that a decision was changed."""

    decided = Signal()

    def __init__(
        self, language: Language, inks: Mapping[str, QColor], parent: QObject | None = None
    ) -> None:
        """Make an empty preview; ``inks`` are the colours for ``muted`` and ``warning``."""
        super().__init__(parent)
        self._language = language
        self._inks = inks
        self._proposals: tuple[Proposal, ...] = ()
        self._choices: list[Choice] = []

    @property
    def proposals(self) -> Sequence[Proposal]:
        """Return what the rows would do."""
        return self._proposals

    @property
    def records(self) -> tuple[Listed, ...]:
        """Return what is to be kept, by what is decided."""
        wanted = []
        for proposal, choice in zip(self._proposals, self._choices, strict=True):
            record = {Choice.ADD: proposal.added, Choice.UPDATE: proposal.updated}.get(choice)
            wanted += [record] if record is not None else []
        return tuple(wanted)

    def count(self, choice: Choice) -> int:
        """Return for how many rows something is decided."""
        return self._choices.count(choice)

    def is_open(self, row: int) -> bool:
        """Say whether a row waits for somebody to decide."""
        is_known = self._proposals[row].status is Status.PROBABLY_KNOWN
        return is_known and self._choices[row] is Choice.LEAVE

    def has_remarks(self, row: int) -> bool:
        """Say whether something of a row, or all of it, is not taken."""
        proposal = self._proposals[row]
        is_lost = proposal.status in {Status.UNREADABLE, Status.NO_OFFICE, Status.REPEATED}
        return is_lost or bool(proposal.row.faults)

    def show(self, proposals: Sequence[Proposal]) -> None:
        """Show other proposals, undecided."""
        self.beginResetModel()
        self._proposals = tuple(proposals)
        self._choices = [OPTIONS[proposal.status][0] for proposal in proposals]
        self.endResetModel()
        self.decided.emit()

    def options(self, row: int) -> list[tuple[Choice, str]]:
        """Return what can be decided about a row, and how that is called."""
        proposal = self._proposals[row]
        return [(choice, self._called(proposal, choice)) for choice in OPTIONS[proposal.status]]

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many rows the list has."""
        return 0 if parent.isValid() else len(self._proposals)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many columns the preview has."""
        return 0 if parent.isValid() else len(_HEADINGS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows; what is decided, to be edited."""
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(self._text(row, column))
        if role == Qt.ItemDataRole.EditRole and column == CHOICE:
            return self._choices[row]
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._ink(row, column)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Decide about a row."""
        if not index.isValid() or index.column() != CHOICE or role != Qt.ItemDataRole.EditRole:
            return False
        if value not in OPTIONS[self._proposals[index.row()].status]:
            return False
        self._choices[index.row()] = Choice(value)
        first, last = self.index(index.row(), 0), self.index(index.row(), REMARKS)
        self.dataChanged.emit(first, last)
        self.decided.emit()
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that a decision can be edited where there is a choice."""
        flags = super().flags(index)
        if index.isValid() and index.column() == CHOICE:
            has_choice = len(OPTIONS[self._proposals[index.row()].status]) > 1
            return flags | Qt.ItemFlag.ItemIsEditable if has_choice else flags
        return flags

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Return what a column is called."""
        is_heading = orientation is Qt.Orientation.Horizontal and section < len(_HEADINGS)
        if is_heading and role == Qt.ItemDataRole.DisplayRole:
            return self._language.text(_HEADINGS[section])
        return None

    def _text(self, row: int, column: int) -> str:
        proposal = self._proposals[row]
        entry = proposal.row.entry
        match column:
            case _ if column == LINE:
                return str(proposal.row.line)
            case _ if column == NAME:
                return entry.name if entry is not None else "\u2013"
            case _ if column == WHAT:
                return self._what(proposal)
            case _ if column == CHOICE:
                return self._called(proposal, self._choices[row])
            case _:
                faults = proposal.row.faults
                return " ".join(fault_sentence(fault, self._language) for fault in faults)

    def _what(self, proposal: Proposal) -> str:
        if proposal.alterations:
            return "; ".join(self._altered(item) for item in proposal.alterations)
        match proposal.row.entry:
            case PersonEntry() as person:
                said = [person.title, person.email, person.phone, ", ".join(person.focus_areas)]
            case RoomEntry() as room:
                said = [room.office, room.floor, self._seats(room.capacity), room.phone]
            case _:
                said = []
        return " \u00b7 ".join(filter(None, said))

    def _seats(self, number: int) -> str:
        return self._language.count("{n} seat", "{n} seats", number) if number else ""

    def _altered(self, item: Alteration) -> str:
        word = field_word(Field(item.field), self._language)
        before, after = self._value(item.before), self._value(item.after)
        return f"{word}: {before} \u2192 {after}" if before else f"{word}: {after}"

    def _value(self, value: object) -> str:
        if isinstance(value, tuple):
            return ", ".join(map(self._value, value))
        return (
            equipment_word(value, self._language)
            if isinstance(value, Equipment)
            else str(value or "")
        )

    def _called(self, proposal: Proposal, choice: Choice) -> str:
        known = _told(proposal.known)
        if choice is Choice.ADD:
            return self._language.text(_ADD)
        if choice is Choice.UPDATE:
            return self._language.text(_UPDATE, known=known)
        return self._language.text(_LEFT.get(proposal.status, _LEAVE), known=known)

    def _ink(self, row: int, column: int) -> QColor | None:
        if column == REMARKS or (column == CHOICE and self.is_open(row)):
            return self._inks["warning"]
        if column == LINE or self._choices[row] is Choice.LEAVE:
            return self._inks["muted"]
        return None


class Shown(StrEnum):
    """Which rows of a preview are shown."""

    ALL = "all"
    OPEN = "open"
    REMARKS = "remarks"


class ImportFilter(QSortFilterProxyModel):
    """Shows all rows of a preview, or those that somebody should look at."""

    def __init__(self, model: ImportModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._shown = Shown.ALL
        self.setDynamicSortFilter(False)
        self.setSourceModel(model)

    def show_only(self, shown: Shown) -> None:
        """Show only these rows; a decision does not make its row vanish under the pointer."""
        self.beginFilterChange()
        self._shown = shown
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def filterAcceptsRow(self, source_row: int, _parent: Index) -> bool:
        """Say whether a row is shown."""
        if self._shown is Shown.OPEN:
            return self._model.proposals[source_row].status is Status.PROBABLY_KNOWN
        return self._shown is Shown.ALL or self._model.has_remarks(source_row)


def _told(known: Listed | None) -> str:
    if known is None:
        return ""
    if isinstance(known, Person) and known.email:
        return f"{known.name} ({known.email})"
    return known.name
