"""The problems about some records, beside them: sign, sentence, what mends it."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from planner.domain.edits.base import Edit
from planner.domain.problems import Problem, Severity
from planner.formats.wording.edits import label as label_of
from planner.formats.wording.problems import problem_sentences
from planner.ui.context import Context
from planner.ui.controls.buttons import LinkButton
from planner.ui.controls.plain_label import plain_label

_SIGNS = {
    Severity.ERROR: ("alert-circle", "error"),
    Severity.WARNING: ("alert-triangle", "warning"),
    Severity.HINT: ("info-circle", "text_muted"),
}


class ProblemList(QWidget):
    """Shows problems, or a quiet line that there are none. ``fix_chosen`` brings the edit."""

    fix_chosen = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._shown: tuple[Problem, ...] | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(context.theme.space(3))

    def show_problems(self, problems: Iterable[Problem]) -> None:
        """Show these problems; nothing moves where they are the same as before."""
        wanted = tuple(problems)
        if wanted == self._shown:
            return
        self._shown = wanted
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for problem in wanted:
            self._column.addWidget(self._row(problem))
        if not wanted:
            text = self._context.language.text("Nothing stands out here.")
            self._column.addWidget(plain_label(text, "small", "muted", is_wrapped=True))

    def _row(self, problem: Problem) -> QWidget:
        theme, words = self._context.theme, self._context.language
        what, mend = problem_sentences(problem, self._context.desk.plan, words)
        made = QWidget(self)
        made.setAccessibleName(what)
        sign = QLabel(made)
        icon, role = _SIGNS[problem.severity]
        sign.setPixmap(theme.pixmap(icon, role))
        lines = QVBoxLayout()
        lines.setSpacing(theme.space(0.5))
        lines.addWidget(plain_label(what, "small", is_wrapped=True))
        lines.addWidget(plain_label(mend, "small", "muted", is_wrapped=True))
        for fix in problem.fixes[:1]:
            lines.addWidget(self._link(fix), 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.space(2))
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(lines, 1)
        return made

    def _link(self, fix: Edit) -> LinkButton:
        words = self._context.language
        text = label_of(fix, self._context.desk.plan, words).replace("&", "&&")
        link = LinkButton(self._context.theme, text)
        link.clicked.connect(lambda: self.fix_chosen.emit(fix))
        return link
