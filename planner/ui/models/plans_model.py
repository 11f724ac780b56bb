"""The plans of the library as a list: upcoming ones first, then earlier ones, then undated ones."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum
from html import escape

from PySide6.QtCore import QObject, Qt, Signal

from planner.app.clock import Clock, local_today
from planner.app.library import Library
from planner.domain.errors import PlannerError
from planner.domain.ids import PlanId
from planner.formats.plaintext import one_line
from planner.formats.wording.language import Language
from planner.i18n import mark
from planner.store.base import Summary
from planner.ui.models.keyed_list_model import Index, KeyedListModel

PAGE = 100
"""How many plans are read at once."""


class PlanRole(IntEnum):
    """What can be asked of a row; the title is its display text."""

    ROW = Qt.ItemDataRole.UserRole + 1
    ID = Qt.ItemDataRole.UserRole + 2
    DATE = Qt.ItemDataRole.UserRole + 3
    IS_OPEN = Qt.ItemDataRole.UserRole + 4


class Kind(StrEnum):
    """What a row of the list is."""

    HEADING = "heading"
    PLAN = "plan"
    MORE = "more"


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One row: a caption, a plan, or the offer to read more plans."""

    key: str
    kind: Kind
    title: str
    date: str = ""
    id: PlanId | None = None
    is_open: bool = False
    candidates: tuple[str, ...] = ()

    @property
    def names(self) -> str:
        """Return the names of its candidates."""
        return one_line(", ".join(self.candidates))

    @property
    def about(self) -> str:
        """Return what tells it from others of its title: candidates and date."""
        return " \u00b7 ".join(part for part in (self.names, self.date) if part)


class Group(StrEnum):
    """Where in time a plan lies."""

    UPCOMING = "upcoming"
    EARLIER = "earlier"
    UNDATED = "undated"


_CAPTIONS = {
    Group.UPCOMING: mark("Upcoming"),
    Group.EARLIER: mark("Earlier"),
    Group.UNDATED: mark("Without a date"),
}


class PlansModel(KeyedListModel[PlanRow]):
    """Shows the plans that were changed last, and more when asked; a search looks through all.

    ``refreshed`` tells that something else is shown than before.
    """

    refreshed = Signal()

    def __init__(
        self, library: Library, language: Language, clock: Clock, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._language = language
        self._clock = clock
        self._summaries: tuple[Summary, ...] = ()
        self._pages = 1
        self._has_more = False
        self._open: PlanId | None = None
        self._search = ""
        self._today: date | None = None

    @property
    def summaries(self) -> Sequence[Summary]:
        """Return the plans that were read, those that were changed last first."""
        return self._summaries

    @property
    def has_more(self) -> bool:
        """Say whether the library holds plans that were not read yet."""
        return self._has_more

    def refresh(self) -> None:
        """Read the plans again; cheap where nothing changed, so that a timer can ask often.

        A library that cannot be read leaves what is shown: whoever opens a plan is told why.
        """
        try:
            found, has_more = self._read()
        except PlannerError:
            return
        today = local_today(self._clock)
        state = (found, has_more, today)
        if state == (self._summaries, self._has_more, self._today):
            return
        self._summaries, self._has_more, self._today = state
        self._show()

    def read_more(self) -> None:
        """Read the next page of plans."""
        self._pages += 1
        self.refresh()

    def mark_open(self, plan_id: PlanId | None) -> None:
        """Mark the plan that is open, or none."""
        if plan_id != self._open:
            self._open = plan_id
            self._show()

    def search(self, text: str) -> None:
        """Show only plans whose title or candidate has all words of a text in it."""
        self._search = text
        if text.strip() and self._has_more:
            self._read_all()
        self._show()

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that plans and offers can be chosen, captions not."""
        row = self.row(index)
        if row is None or row.kind is Kind.HEADING:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a row says in a role of Qt or of `PlanRole`."""
        row, value = self.row(index), _VALUES.get(role)
        return None if row is None or value is None else value(row)

    def _read(self) -> tuple[tuple[Summary, ...], bool]:
        found: list[Summary] = []
        after: Summary | None = None
        for _ in range(self._pages):
            page = self._library.summaries(limit=PAGE, after=after)
            found += page
            if len(page) < PAGE:
                return tuple(found), False
            after = page[-1]
        return tuple(found), bool(self._library.summaries(limit=1, after=after))

    def _read_all(self) -> None:
        while self._has_more:
            before = len(self._summaries)
            self.read_more()
            if len(self._summaries) == before:
                return

    def _show(self) -> None:
        self.show_rows(list(self._all_rows()))
        self.refreshed.emit()

    def _all_rows(self) -> Iterator[PlanRow]:
        words = self._search.casefold().split()
        found = [summary for summary in self._summaries if _matches(summary, words)]
        for group in Group:
            members = [summary for summary in found if self._group_of(summary) is group]
            if members:
                caption = self._language.text(_CAPTIONS[group])
                yield PlanRow(f"heading:{group}", Kind.HEADING, caption)
                yield from (self._plan_row(summary) for summary in self._sorted(members, group))
        if self._has_more:
            yield PlanRow("more", Kind.MORE, self._language.text("Show more plans"))

    def _group_of(self, summary: Summary) -> Group:
        if summary.last_day is None or self._today is None:
            return Group.UNDATED
        return Group.UPCOMING if summary.last_day >= self._today else Group.EARLIER

    def _plan_row(self, summary: Summary) -> PlanRow:
        return PlanRow(
            key=f"plan:{summary.id}",
            kind=Kind.PLAN,
            title=one_line(summary.title) or self._language.text("Untitled plan"),
            date=self._date_of(summary),
            id=summary.id,
            is_open=summary.id == self._open,
            candidates=summary.candidates,
        )

    def _date_of(self, summary: Summary) -> str:
        day = telling_day(summary, self._today)
        if day is None:
            return ""
        written = self._language.date(day)
        is_near = self._today is not None and day.year == self._today.year
        # The side bar is narrow: this year's number says nothing there.
        return written.removesuffix(str(day.year)).strip() if is_near else written

    def _sorted(self, members: Iterable[Summary], group: Group) -> Sequence[Summary]:
        """Return plans in the order of their group: what comes next, what was last, by title."""
        by_title = sorted(members, key=lambda summary: (summary.title.casefold(), summary.id))
        if group is Group.UNDATED:
            return by_title
        return sorted(
            by_title,
            key=lambda summary: telling_day(summary, self._today) or date.min,
            reverse=group is Group.EARLIER,
        )


def telling_day(summary: Summary, today: date | None) -> date | None:
    """Return the day of a plan that matters: the first if it is still to come, else the last."""
    if summary.first_day is None or today is None or summary.first_day >= today:
        return summary.first_day
    return summary.last_day


def _matches(summary: Summary, words: Iterable[str]) -> bool:
    text = " ".join((summary.title, *summary.candidates)).casefold()
    return all(word in text for word in words)


def _spoken(row: PlanRow) -> str:
    return ", ".join(
        part for part in (row.title, *map(one_line, row.candidates[:3]), row.date) if part
    )


def _tool_tip(row: PlanRow) -> str:
    if row.kind is not Kind.PLAN:
        return ""
    lines = [f"<b>{escape(row.title)}</b>", escape(", ".join(row.candidates)), escape(row.date)]
    return "<br>".join(line for line in lines if line)


_VALUES: Mapping[int, Callable[[PlanRow], object]] = {
    Qt.ItemDataRole.DisplayRole: lambda row: row.title,
    Qt.ItemDataRole.AccessibleTextRole: _spoken,
    Qt.ItemDataRole.ToolTipRole: _tool_tip,
    PlanRole.ROW: lambda row: row,
    PlanRole.ID: lambda row: row.id,
    PlanRole.DATE: lambda row: row.date,
    PlanRole.IS_OPEN: lambda row: row.is_open,
}
