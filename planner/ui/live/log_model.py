"""The log as a list, the newest first: what was corrected or taken back stays in sight."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import time

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from planner.domain.errors import PlannerError
from planner.domain.ids import BlockId
from planner.domain.log import Happening, Log, LogEntry, LogEntryId
from planner.domain.plan import Plan
from planner.domain.times import Moment
from planner.formats.timetext.typed import read_clock
from planner.formats.wording.language import Language
from planner.formats.wording.log import EntryState, LogLine, log_lines
from planner.formats.wording.whose import names_of
from planner.ui.models.keyed_list_model import KeyedListModel

Index = QModelIndex | QPersistentModelIndex
TIME_ROLE = Qt.ItemDataRole.UserRole
VOID_ROLE = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class LogRow:
    """One line: when, what, whether it still holds."""

    key: str
    clock: str
    text: str
    is_void: bool
    entry: LogEntry


class LogModel(KeyedListModel[LogRow]):
    """Shows a log. ``corrected(entry, at)`` tells that a person typed another time."""

    corrected = Signal(object, object)
    refused = Signal(object)

    def __init__(self, language: Language, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._zone = "UTC"

    def show_log(self, log: Log, plan: Plan, *, has_names: bool = False) -> None:
        """Show the entries of a log."""
        self._zone = plan.zone()
        self.show_rows(log_rows(log, plan, self._language, has_names=has_names))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return words, time, and whether a line is struck through."""
        row = self.row(index)
        if row is None:
            return None
        values: Mapping[int, object] = {
            Qt.ItemDataRole.DisplayRole: row.text,
            Qt.ItemDataRole.EditRole: row.clock,
            Qt.ItemDataRole.AccessibleTextRole: f"{row.clock} {row.text}",
            TIME_ROLE: row.clock,
            VOID_ROLE: row.is_void,
        }
        return values.get(role)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Correct the time of an entry."""
        row = self.row(index)
        if row is None or role != Qt.ItemDataRole.EditRole:
            return False
        before = Moment(row.entry.at, self._zone)
        try:
            clock = read_clock(str(value), base=before.clock)
        except PlannerError as error:
            self.refused.emit(error)
            return False
        if clock.replace(second=0) == before.clock.replace(second=0):
            return False
        at = Moment.from_wall(before.day, time(clock.hour, clock.minute), self._zone)
        self.corrected.emit(row.entry, at.instant)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that lines that hold can be edited."""
        row = self.row(index)
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        is_editable = row is not None and not row.is_void
        return flags | Qt.ItemFlag.ItemIsEditable if is_editable else flags


def log_rows(
    log: Log, plan: Plan, language: Language, *, has_names: bool = False
) -> Sequence[LogRow]:
    """Return the lines of a log, the newest first; with the names of whose blocks they are about.

    A revocation is seen in what it strikes out.
    """
    by_id = {entry.id: entry for entry in log.entries}
    lines = [x for x in log_lines(log, plan, language) if x.entry.what is not Happening.REVOKED]
    lines.sort(key=lambda line: line.entry.at)
    rows = [_row(line, by_id, plan, language) for line in reversed(lines)]
    return [_with_name(row, plan, language) for row in rows] if has_names else rows


def recent(log: Log, blocks: Collection[BlockId] | None = None, most: int = 30) -> Log:
    """Return the last entries of a log, of these blocks alone where they are given.

    What takes back an entry comes after it, so that whatever is left out strikes out nothing here.
    """
    if blocks is None:
        return Log(log.entries[-most:])
    kept = {e.id for e in log.entries if e.block is None or e.block in blocks}
    mine = (e for e in log.entries if e.id in kept and (e.about is None or e.about in kept))
    return Log(tuple(mine)[-most:])


def _with_name(row: LogRow, plan: Plan, language: Language) -> LogRow:
    blocks = [row.entry.block] if row.entry.block is not None else []
    whose = names_of(plan, blocks, language)
    return replace(row, text=f"{whose}: {row.text}") if whose else row


def _row(
    line: LogLine, by_id: Mapping[LogEntryId, LogEntry], plan: Plan, language: Language
) -> LogRow:
    entry, text = line.entry, line.text
    before = by_id.get(entry.about) if entry.about is not None else None
    if before is not None:
        was = language.clock(Moment(before.at, plan.zone()))
        text = language.text("{what} (was {clock})", what=text, clock=was)
    if entry.reason == "as_planned":
        text = language.text("{what}, taken as planned", what=text)
    is_void = line.state is not EntryState.HELD
    return LogRow(entry.id, line.clock, text, is_void, entry)
