"""The problems that a block has a part in, with what would mend them at one click."""

from functools import partial
from itertools import zip_longest

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from planner.domain.blocks import Block
from planner.domain.edits.base import Edit
from planner.domain.problems import Problem, Severity
from planner.domain.subjects import Subject
from planner.formats.wording.edits import label
from planner.formats.wording.problems import problem_sentences
from planner.formats.wording.terms import term
from planner.schedule.checks.examination import problems_of
from planner.ui.context import Context
from planner.ui.controls.buttons import LinkButton
from planner.ui.inspector.fields import make
from planner.ui.inspector.leads import leads_somewhere
from planner.ui.inspector.part import Part
from planner.ui.models.problem_ways import way

_MOST = 6
_MOST_FIXES = 2
_LINK_WIDTH = 240
_ICONS = {
    Severity.ERROR: "alert-circle",
    Severity.WARNING: "alert-triangle",
    Severity.HINT: "circle",
}
_TONES = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "text_muted"}


class ProblemRow(QWidget):
    """One problem: a mark, a sentence, and links that mend it.

    Where no edit would, ``lead_asked(code)`` tells that somebody wants to mend it by hand.
    """

    lead_asked = Signal(str)

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._mark = QLabel(self)
        self.sentence = QLabel(self)
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.sentence.setWordWrap(True)
        self.sentence.setProperty("scale", "small")
        self.fixes = [LinkButton(context.theme, "", parent=self) for _ in range(_MOST_FIXES)]
        self._edits: list[Edit] = []
        self._code = ""
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(context.theme.space(2))
        grid.setVerticalSpacing(0)
        grid.addWidget(self._mark, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.sentence, 0, 1)
        for number, link in enumerate(self.fixes):
            grid.addWidget(link, number + 1, 1, Qt.AlignmentFlag.AlignLeft)
            link.clicked.connect(partial(self._on_fix, number))
        grid.setColumnStretch(1, 1)

    def show_problem(self, problem: Problem) -> None:
        """Show a problem."""
        plan, language, theme = self._context.desk.plan, self._context.language, self._context.theme
        what, mend = problem_sentences(problem, plan, language)
        self._mark.setPixmap(theme.pixmap(_ICONS[problem.severity], _TONES[problem.severity]))
        self._mark.setAccessibleName(term(problem.severity, language))
        self.sentence.setText(what)
        self.sentence.setToolTip("")
        self.sentence.setAccessibleDescription(mend)
        self._code = problem.code
        self._edits = list(problem.fixes[:_MOST_FIXES])
        self._show_links()

    def _show_links(self) -> None:
        plan, language = self._context.desk.plan, self._context.language
        said = [label(edit, plan, language) for edit in self._edits]
        if not said and leads_somewhere(self._code):
            said = [way(self._code, language)]
        room = self._context.theme.length(_LINK_WIDTH)
        for link, words in zip_longest(self.fixes, said, fillvalue=""):
            if isinstance(link, LinkButton):
                link.setVisible(bool(words))
                elided = link.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)
                link.setText(elided.replace("&", "&&"))
                link.setAccessibleName(words)

    def _on_fix(self, number: int, *_: object) -> None:
        if number < len(self._edits):
            make(self._context, self._edits[number])
        else:
            self.lead_asked.emit(self._code)


class ProblemsPart(Part):
    """Stands on top, so that what is wrong is read first. ``lead_asked`` is that of its rows."""

    lead_asked = Signal(str)

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(context, parent)
        self._problems: tuple[Problem, ...] = ()
        self._rows: list[ProblemRow] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(context.theme.space(2))
        self.column.addLayout(self._list)

    @property
    def rows(self) -> list[ProblemRow]:
        """Return the rows that are shown."""
        return [row for row in self._rows if not row.isHidden()]

    def matters(self, block: Block) -> bool:
        """Say whether a block has problems."""
        of_block = problems_of(self.context.desk.checked.open, Subject("blocks", block.id))
        self._problems = of_block[:_MOST]
        return bool(self._problems)

    def fill(self, _block: Block) -> None:
        """Show the worst problems of a block."""
        problems = self._problems
        while len(self._rows) < len(problems):
            row = ProblemRow(self.context, self)
            row.lead_asked.connect(self.lead_asked)
            self._rows.append(row)
            self._list.addWidget(row)
        for number, row in enumerate(self._rows):
            row.setVisible(number < len(problems))
            if number < len(problems):
                row.show_problem(problems[number])
