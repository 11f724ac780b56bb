"""The dialog that asks why somebody lives with a problem."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from planner.domain.edits.document import IgnoreProblem
from planner.domain.problems import Problem
from planner.formats.wording.problems import problem_sentences
from planner.ui.context import Context
from planner.ui.controls.plain_label import plain_label
from planner.ui.dialogs.frame import FramedDialog
from planner.ui.undo_offer import tell_done

_WIDTH = 120  # steps of the grid


class IgnoreDialog(FramedDialog):
    """Keeps a reason in the plan; without one nothing is ignored, since others wonder later."""

    def __init__(
        self, context: Context, parent: QWidget | None = None, *, problem: Problem
    ) -> None:
        super().__init__(context, parent, context.language.text("Ignore a problem"))
        self._problem = problem
        self.reason = QLineEdit(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._build()
        self._go = self.add_buttons(self.text("Ignore"), self.text("Cancel"))
        self._on_typed("")
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def accept(self) -> None:
        """Ignore the problem with the reason that was typed."""
        reason = " ".join(self.reason.text().split())
        edit = IgnoreProblem(self._problem.key, reason)
        if not reason or not self.context.desk.apply(edit, "ignore"):
            return
        tell_done(self.context, self.text("The problem is ignored."), edit)
        super().accept()

    def _build(self) -> None:
        space, asked = self.context.theme.space, self.text("Why is this fine?")
        what, mend = problem_sentences(self._problem, self.context.desk.plan, self.context.language)
        for sentence, scale, tone in ((what, "strong", ""), (mend, "", "muted")):
            said = plain_label(sentence, scale, tone)
            said.setWordWrap(True)
            self.body.addWidget(said)
        self.reason.setPlaceholderText(self.text("Such as: the candidate asked for it"))
        self.reason.setAccessibleName(asked)
        self.reason.textChanged.connect(self._on_typed)
        caption = plain_label(asked, "small", "muted")
        caption.setBuddy(self.reason)
        field = QVBoxLayout()
        field.setSpacing(space(1))
        field.addWidget(caption)
        field.addWidget(self.reason)
        self.body.addLayout(field)
        self.setMinimumWidth(space(_WIDTH))

    def _on_typed(self, text: str) -> None:
        self._go.setEnabled(bool(text.strip()))
