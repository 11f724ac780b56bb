"""The problems of the open plan as a list: errors, warnings, hints, then those that are ignored."""

from collections.abc import Callable, Mapping, Sequence
from enum import IntEnum
from html import escape

from PySide6.QtCore import QObject, Qt

from planner.domain.plan import Plan
from planner.domain.problems import Severity
from planner.domain.subjects import Subject
from planner.formats.wording.facts import subject_name
from planner.formats.wording.language import Language
from planner.schedule.checks.examination import Checked
from planner.ui.models.keyed_list_model import Index, KeyedListModel
from planner.ui.models.problem_rows import ProblemRow, concerned, people_at, problem_rows


class ProblemRole(IntEnum):
    """What can be asked of a row; the sentence is also its display text."""

    ROW = Qt.ItemDataRole.UserRole + 1
    KEY = Qt.ItemDataRole.UserRole + 2
    CODE = Qt.ItemDataRole.UserRole + 3
    SENTENCE = Qt.ItemDataRole.UserRole + 4
    MEND = Qt.ItemDataRole.UserRole + 5
    SEVERITY = Qt.ItemDataRole.UserRole + 6
    FIXES = Qt.ItemDataRole.UserRole + 7
    REASON = Qt.ItemDataRole.UserRole + 8


class ProblemsModel(KeyedListModel[ProblemRow]):
    """Shows what a check found. ``person`` filters, ``shows_ignored`` adds what somebody lives with."""

    def __init__(self, language: Language, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._checked: Checked | None = None
        self._person: Subject | None = None
        self._shows_ignored = False

    @property
    def person(self) -> Subject | None:
        """Return whose problems are shown; None for everybody's."""
        return self._person

    @property
    def shows_ignored(self) -> bool:
        """Say whether ignored problems are shown too."""
        return self._shows_ignored

    @property
    def open_count(self) -> int:
        """Return how many open problems the plan has, whoever is shown."""
        return len(self._checked.open) if self._checked is not None else 0

    @property
    def ignored_count(self) -> int:
        """Return how many problems somebody decided to live with."""
        return len(self._checked.ignored) if self._checked is not None else 0

    def show(self, checked: Checked | None) -> None:
        """Show the problems of a plan, or none; rows that stay keep their place and selection."""
        self._checked = checked
        if self._person is not None and self._person not in [who for who, _ in self.people()]:
            self._person = None
        self._refresh()

    def show_person(self, person: Subject | None) -> None:
        """Show only problems that concern a candidate or a person, or everybody's."""
        self._person = person
        self._refresh()

    def show_ignored(self, *, shown: bool) -> None:
        """Show ignored problems below the open ones, or hide them."""
        self._shows_ignored = shown
        self._refresh()

    def people(self) -> Sequence[tuple[Subject, str]]:
        """Return whom the problems concern, candidates first, each with their name."""
        if self._checked is None:
            return ()
        plan = self._checked.plan
        problems = (*self._checked.open, *self._checked.ignored)
        subjects = {subject for problem in problems for subject in problem.subjects}
        found = {who for subject in subjects for who in people_at(subject, plan)}
        named = [(who, subject_name(who, plan, self._language)) for who in found]
        return sorted(named, key=lambda pair: (pair[0].table, pair[1].casefold(), pair[0].id))

    def first_of(self, severity: Severity) -> int:
        """Return the number of the first open row of a severity, -1 where there is none."""
        rows = enumerate(self.rows)
        return next((n for n, r in rows if r.severity is severity and not r.is_ignored), -1)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a row says in a role of Qt or of `ProblemRole`."""
        row = self.row(index)
        value = _VALUES.get(role)
        return None if row is None or value is None else value(row)

    def _refresh(self) -> None:
        if self._checked is None:
            self.show_rows(())
            return
        plan = self._checked.plan
        ignored = self._checked.ignored if self._shows_ignored else ()
        rows = problem_rows(self._checked.open, ignored, plan, self._language)
        self.show_rows([row for row in rows if self._is_shown(row, plan)])

    def _is_shown(self, row: ProblemRow, plan: Plan) -> bool:
        return self._person is None or self._person in concerned(row.problem, plan)


def _tool_tip(row: ProblemRow) -> str:
    fixes = [escape(fix.label) for fix in row.fixes[:1]]
    lines = [f"<b>{escape(row.sentence)}</b>", escape(row.reason or row.mend), *fixes]
    return "<br>".join(lines)


_VALUES: Mapping[int, Callable[[ProblemRow], object]] = {
    Qt.ItemDataRole.DisplayRole: lambda row: row.sentence,
    Qt.ItemDataRole.AccessibleTextRole: lambda row: row.spoken,
    Qt.ItemDataRole.ToolTipRole: _tool_tip,
    ProblemRole.ROW: lambda row: row,
    ProblemRole.KEY: lambda row: row.key,
    ProblemRole.CODE: lambda row: row.problem.code,
    ProblemRole.SENTENCE: lambda row: row.sentence,
    ProblemRole.MEND: lambda row: row.mend,
    ProblemRole.SEVERITY: lambda row: row.severity,
    ProblemRole.FIXES: lambda row: row.fixes,
    ProblemRole.REASON: lambda row: row.reason,
}
