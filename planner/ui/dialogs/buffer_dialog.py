"""The dialog that says where more minutes make a rest safer, and puts them there."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from planner.app.foresight import Foresight
from planner.domain.edits.base import Edit
from planner.domain.ids import BlockId
from planner.domain.plan import Plan
from planner.domain.problems import Severity
from planner.domain.sequences import rest_minimum
from planner.formats.wording.buffers import (
    Buffer,
    end_sentence,
    legend,
    made_sentence,
    moved_sentence,
    recommendation,
    safety_reason,
    safety_words,
)
from planner.formats.wording.facts import block_name
from planner.formats.wording.problems import problem_sentences
from planner.formats.wording.risk import buffer_sentence, level, sooner_sentence
from planner.ui.context import Context
from planner.ui.controls.plain_label import plain_label
from planner.ui.dialogs.buffer_cell import PARTS, SafetyBar
from planner.ui.dialogs.buffer_table import BufferTable
from planner.ui.dialogs.frame import FramedDialog, show, stretch
from planner.ui.experience import Beliefs
from planner.ui.inquiry import Inquiry
from planner.ui.risk_watch import risk_watch_of
from planner.ui.safety import tone_of
from planner.ui.undo_offer import tell_done

if TYPE_CHECKING:
    from planner.schedule.risk.advisor import Advice

_MOST_PROBLEMS = 2
_WIDTH, _HEIGHT = 920, 620


@dataclass(frozen=True, slots=True, eq=False)
class _Question:
    plan: Plan
    rest: BlockId


class BufferDialog(FramedDialog):
    """Works it out beside the window, again whenever the plan changes; applies one edit and closes."""

    def __init__(self, context: Context, parent: QWidget | None = None, *, rest: BlockId) -> None:
        name = block_name(context.desk.plan.block(rest), context.language)
        super().__init__(context, parent, context.language.text("Make it safer"), name)
        self._rest = rest
        self._advice: Advice | None = None
        self._wants_table = True  # cells lose the focus while there is no answer
        self._now = _Now(context, self)
        self.table = BufferTable(context, self)
        self.preview = plain_label(is_wrapped=True)
        self.warning = plain_label(tone="warning", is_wrapped=True)
        self.advice_line = plain_label(scale="strong", is_wrapped=True)
        self.sooner = plain_label(scale="small", tone="muted", is_wrapped=True)
        self._legend = _Legend(context, self)
        self.body.addWidget(self._page(context), 1)
        self._go = self.add_buttons(self.text("Apply"), self.text("Cancel"))
        self.fit(_WIDTH, _HEIGHT)
        beliefs = risk_watch_of(context).beliefs
        self._inquiry = Inquiry(context.jobs, partial(_advice_for, beliefs), 0, self)
        self._inquiry.answered.connect(self._on_answered)
        self._inquiry.failed.connect(self.refuse)
        self.table.chosen.connect(self._on_chosen)
        context.desk.changed.connect(self._ask)
        context.desk.opened.connect(self.reject)
        self._ask()

    @property
    def is_thinking(self) -> bool:
        """Say whether an answer is still to come."""
        return self._inquiry.is_busy

    def accept(self) -> None:
        """Put the chosen minutes into the plan, as one step."""
        buffer, desk = self.table.buffer, self.context.desk
        if buffer is None or self._advice is None or self.is_thinking:
            return
        edit = self._edit_of(buffer)
        said = made_sentence(buffer, desk.plan.block(self._rest), self.context.language)
        self._inquiry.forget()
        desk.changed.disconnect(self._ask)
        if not desk.apply(edit, "buffers"):
            desk.changed.connect(self._ask)
            self._ask()
            return
        tell_done(self.context, said, edit)
        super().accept()

    def _page(self, context: Context) -> QWidget:
        """Return everything between headline and buttons; where it is too high, it scrolls."""
        area, inside = QScrollArea(self), QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, context.theme.space(2), 0)
        column.setSpacing(context.theme.space(3))
        lines = (self._now, self.advice_line, self.table, self._legend)
        for widget in (*lines, self.preview, self.warning, self.sooner, stretch()):
            column.addWidget(widget)
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return area

    def _ask(self, _change: object = None) -> None:
        """Ask anew; what was answered before is of another plan."""
        desk = self.context.desk
        block = desk.plan.blocks.get(self._rest) if desk.is_open else None
        if block is None or not block.is_rest or block.timebox is None:
            self.reject()
            return
        self._go.setEnabled(False)
        focused: QWidget | None = self.focusWidget()
        self._wants_table = self._wants_table or self.table.isAncestorOf(focused or self)
        self.table.hold()
        if self._advice is None:
            show(self.advice_line, self.text("Working it out\u2026"), "muted")
        self._inquiry.ask(_Question(desk.plan, self._rest))

    def _on_answered(self, question: _Question, advice: "Advice | None") -> None:
        if question.plan is not self.context.desk.plan or advice is None:
            return
        self._advice = advice
        plan, language = question.plan, self.context.language
        rest = plan.block(self._rest)
        self._now.show_advice(advice, plan)
        self.table.show_advice(advice, advice.buffers)
        least = rest_minimum(rest, plan.policy)
        self._legend.show_words(legend(least, language))
        for widget in (self.table, self._legend):
            widget.setVisible(bool(advice.buffers))
        nothing = self.text(
            "Nothing that comes before it can move, so that more minutes would change nothing."
        )
        show(self.advice_line, recommendation(advice, rest, language) or nothing, "")
        self._show_line(self.sooner, sooner_sentence(advice.sooner, plan, language))
        self._on_chosen(self.table.buffer)
        if self._wants_table:
            self.table.focus_chosen()
            self._wants_table = False

    def _on_chosen(self, buffer: Buffer | None) -> None:
        self._go.setEnabled(buffer is not None and not self.is_thinking)
        if buffer is None or self._advice is None:
            self._show_line(self.preview, "")
            self._show_line(self.warning, "")
            return
        plan, language, advice = self.context.desk.plan, self.context.language, self._advice
        parts = (
            buffer_sentence(buffer, advice.risk, plan, language),
            end_sentence(buffer, advice.late, language),
            moved_sentence(buffer.moved, plan, language),
        )
        self._show_line(self.preview, " ".join(part for part in parts if part))
        self._show_line(self.warning, "\n".join(self._new_problems(buffer)))

    def _new_problems(self, buffer: Buffer) -> list[str]:
        """Return what would be wrong with the plan, that is not wrong now."""
        desk, language = self.context.desk, self.context.language
        outlook = Foresight(desk.plan, desk.checked).of(self._edit_of(buffer))
        plan = outlook.plan or desk.plan
        found = [p for p in outlook.new_problems if p.severity is not Severity.HINT]
        said = [
            self.text("New problem: {sentence}", sentence=problem_sentences(one, plan, language)[0])
            for one in found[:_MOST_PROBLEMS]
        ]
        left = len(found) - len(said)
        if left > 0:
            said.append(language.count("And {n} more problem.", "And {n} more problems.", left))
        return said

    def _edit_of(self, buffer: Buffer) -> Edit:
        if self._advice is None:
            raise LookupError("nothing is known yet")
        return next(b.edit for b in self._advice.buffers if b is buffer)

    def _show_line(self, label: QLabel, words: str) -> None:
        label.setText(words)
        label.setVisible(bool(words))


class _Now(QFrame):
    """How safe the rest is as it is planned."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        theme = context.theme
        self.setProperty("surface", "sunken")
        self._mark = QLabel(self)
        self.words = plain_label("\u2026", "strong", parent=self)
        self.reason = plain_label(" ", "small", "muted", is_wrapped=True, parent=self)
        self._bar = SafetyBar(theme, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(
            theme.space(3), theme.space(2.5), theme.space(3), theme.space(2.5)
        )
        column.setSpacing(theme.space(1.5))
        head = QHBoxLayout()
        head.setSpacing(theme.space(2))
        head.addWidget(self._mark)
        head.addWidget(self.words)
        head.addWidget(self._bar, 1)
        column.addLayout(head)
        column.addWidget(self.reason)

    def show_advice(self, advice: "Advice", plan: Plan) -> None:
        """Show what is so without any more minutes."""
        risk, language = advice.risk, self._context.language
        tone = tone_of(level(1 - risk.below))
        self._mark.setPixmap(self._context.theme.pixmap(tone.icon, tone.value))
        words = language.text("As it is. {safety}", safety=safety_words(risk, language))
        show(self.words, words, tone.value)
        self.reason.setText(safety_reason(risk, plan, language).replace("\n", " "))
        self._bar.show_risk(risk.below, risk.shortened)


class _Legend(QWidget):
    """What the three parts of the bars stand for."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        space = context.theme.space
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(space(1.5))
        self._words: list[QLabel] = []
        for role, strength in PARTS:
            swatch = QLabel(self)
            swatch.setPixmap(_swatch(context.theme.colour(role), strength, space(2.5)))
            self._words.append(plain_label(scale="small", tone="muted", parent=self))
            row.addWidget(swatch)
            row.addWidget(self._words[-1])
            row.addSpacing(space(2))
        row.addStretch(1)

    def show_words(self, words: Sequence[str]) -> None:
        """Show what each part is called."""
        for label, said in zip(self._words, words, strict=True):
            label.setText(said)


def _swatch(colour: QColor, strength: float, side: int) -> QPixmap:
    picture = QPixmap(side, side)
    colour.setAlphaF(strength)
    picture.fill(colour)
    return picture


def _advice_for(beliefs: Beliefs, question: _Question) -> "Advice | None":
    from planner.schedule.risk.advisor import advise  # noqa: PLC0415 -- slow import

    return advise(question.plan, question.rest, beliefs.priors(question.plan))
