"""Entries of the command palette: actions, plans, what the open plan and the directory hold."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeySequence

from planner.domain.blocks import Block
from planner.domain.errors import PlannerError
from planner.domain.ids import PlanId
from planner.domain.plan import Plan
from planner.domain.subjects import Subject
from planner.formats.plaintext import one_line
from planner.formats.wording.language import Language
from planner.formats.wording.terms import term
from planner.store.base import Summary
from planner.ui.actions.action import GROUP_TITLES
from planner.ui.context import Context
from planner.ui.palette_search import ranked
from planner.ui.theme.theme import Theme

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_MOST_PLANS = 500
_THIS = "palette"

ENTRY_ROLE = Qt.ItemDataRole.UserRole
"""Asks a row for its `Entry`."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that can be found: what it is called, what else is known of it, and what it does.

    ``key`` is the shortcut of an action, ``also`` are words beside title and ``detail`` by which it
    is found. ``is_searched_whole`` lets it be found by its detail, too.
    """

    title: str
    detail: str
    icon: str
    run: Callable[[], object]
    key: str = ""
    is_searched_whole: bool = True
    also: str = ""

    @property
    def texts(self) -> Sequence[str]:
        """Return what it can be found by."""
        detail = self.detail if self.is_searched_whole else ""
        return tuple(part for part in (self.title, detail, self.also) if part)


class PaletteEntries(QAbstractListModel):
    """The entries that answer to what was typed, best first; all of them where nothing was."""

    def __init__(self, theme: Theme, entries: Sequence[Entry]) -> None:
        super().__init__()
        self._theme = theme
        self._all = entries
        self._shown: Sequence[Entry] = entries

    def search(self, text: str) -> None:
        """Show what answers to a text."""
        self.beginResetModel()
        self._shown = ranked(text, self._all, lambda entry: entry.texts) if text else self._all
        self.endResetModel()

    def entry(self, row: int) -> Entry:
        """Return the entry in a row."""
        return self._shown[row]

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Return how many entries answer."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a row shows."""
        if not index.isValid():
            return None
        entry = self._shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (entry.title, entry.detail, entry.key) if part)
        if role == Qt.ItemDataRole.DecorationRole:
            return self._theme.icon(entry.icon, "text_muted")
        return entry if role == ENTRY_ROLE else None


def palette_entries(context: Context, open_plan: Callable[[PlanId], object]) -> list[Entry]:
    """Return what can be found now: actions first, then plans, the open plan, and the directory."""
    entries = [*_actions(context), *_plans(context, open_plan)]
    if context.desk.is_open:
        entries += _records(context, context.desk.plan)
    return [*entries, *_directory(context)]


def _actions(context: Context) -> Iterator[Entry]:
    for row in context.actions.rows:
        action = context.actions.action(row.id)
        if row.id == _THIS or not action.isEnabled():
            continue
        keys = action.shortcuts()
        yield Entry(
            title=action.iconText(),
            detail=context.language.text(GROUP_TITLES[row.group]),
            icon=row.icon or "command",
            run=action.trigger,
            key=keys[0].toString(QKeySequence.SequenceFormat.NativeText) if keys else "",
            is_searched_whole=False,  # else "plan" would find all that stands under Plan
            also=context.language.text(row.also) if row.also else "",
        )


def _plans(context: Context, open_plan: Callable[[PlanId], object]) -> Iterator[Entry]:
    try:
        summaries = context.library.summaries(limit=_MOST_PLANS)
    except PlannerError:  # actions must be found even where the library cannot be read
        return
    for summary in summaries:
        yield Entry(
            title=one_line(summary.title),
            detail=_about(summary, context.language),
            icon="calendar-event",
            run=lambda plan_id=summary.id: open_plan(plan_id),  # type: ignore[misc]  # bound now
        )


def _about(summary: Summary, language: Language) -> str:
    day = language.date(summary.first_day) if summary.first_day is not None else ""
    names = ", ".join(map(one_line, summary.candidates))
    return " \u00b7 ".join(part for part in (language.text("Plan"), day, names) if part)


def _records(context: Context, plan: Plan) -> Iterator[Entry]:
    language = context.language
    for block in plan.blocks.values():
        title = one_line(block.title) or term(block.kind, language)
        yield _record(context, "blocks", block.id, title, _block_detail(block, language), "clock")
    for candidate in plan.candidates.values():
        said = language.text("Candidate")
        yield _record(
            context, "candidates", candidate.id, one_line(candidate.name), said, "id-badge"
        )
    for person in plan.people.values():
        said = one_line(person.title) or language.text("Person")
        yield _record(context, "people", person.id, one_line(person.name), said, "user")
    for room in plan.rooms.values():
        said = language.text("Room")
        yield _record(context, "rooms", room.id, one_line(room.name), said, "door")


def _directory(context: Context) -> Iterator[Entry]:
    """Yield who and what is in the directory, and not in the open plan as well."""
    try:
        directory = context.library.directory()
    except PlannerError:  # whoever opens the directory is told why
        return
    plan = context.desk.plan if context.desk.is_open else None
    text = context.language.text
    parts: tuple[tuple[str, Mapping[Any, Any], Collection[Any], str, str], ...] = (
        ("people", directory.people, plan.people if plan else (), text("Person"), "user"),
        ("rooms", directory.rooms, plan.rooms if plan else (), text("Room"), "door"),
        ("offices", directory.offices, (), text("Office"), "building"),
    )
    for part, records, known, kind, icon in parts:
        for record in records.values():
            if record.id in known:
                continue
            said = one_line(getattr(record, "title", "")) or kind
            detail = text("{what}, in the directory", what=said)
            run = partial(_show_in_directory, context, part, record.id)
            yield Entry(one_line(record.name), detail, icon, run)


def _show_in_directory(context: Context, part: str, record: str) -> None:
    context.actions.commands.show_directory(part, record)


def _block_detail(block: Block, language: Language) -> str:
    kind = term(block.kind, language)
    if block.timebox is None:
        return kind
    start = block.timebox.start
    return f"{kind} \u00b7 {language.short_day(start.day)}, {language.clock(start)}"


def _record(
    context: Context, table: str, record_id: str, title: str, detail: str, icon: str
) -> Entry:
    subject = Subject(table, record_id)
    return Entry(title, detail, icon, lambda: context.desk.reveal(subject))
