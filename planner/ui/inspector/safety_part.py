"""How safe a rest is: that it keeps its minimum, in words with a number, and what would make it safer."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from planner.domain.blocks import Block
from planner.formats.wording.buffers import safety_reason, safety_words
from planner.formats.wording.risk import level
from planner.ui.context import Context
from planner.ui.controls.buttons import LinkButton
from planner.ui.controls.plain_label import plain_label
from planner.ui.controls.section import Section
from planner.ui.inspector.part import Part
from planner.ui.risk_watch import risk_watch_of
from planner.ui.safety import tone_of


class SafetyPart(Part):
    """Filled a moment later: the number is worked out beside the window. Until then the old one stays."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(context, parent)
        self._watch = risk_watch_of(context)
        self.section = Section(context.theme, self.text("How safe it is"), self)
        self._mark = QLabel(self)
        self.words = plain_label(scale="strong", is_wrapped=True, parent=self)
        self.reason = plain_label(scale="small", tone="muted", is_wrapped=True, parent=self)
        self.safer = LinkButton(context.theme, self.text("Make it safer\u2026"), parent=self)
        self.safer.clicked.connect(lambda: context.actions.run("make_safer"))
        self._arrange()
        self.column.addWidget(self.section)
        self._watch.learned.connect(self._on_learned)

    def matters(self, block: Block) -> bool:
        """Say whether a block is a rest that has a time."""
        return block.is_rest and block.timebox is not None

    def fill(self, block: Block) -> None:
        """Show how safe a rest is, as far as that is known."""
        risk = self._watch.rest(block.id)
        if risk is None:
            self._say("", self.text("Working it out\u2026"), "", "muted")
            return
        language, tone = self.context.language, tone_of(level(1 - risk.below))
        reason = safety_reason(risk, self.context.desk.plan, language)
        self._say(tone.icon, safety_words(risk, language), reason, tone.value)

    def _say(self, icon: str, words: str, reason: str, tone: str) -> None:
        self._mark.setVisible(bool(icon))
        if icon:
            self._mark.setPixmap(self.theme.pixmap(icon, tone))
        self.words.setText(words)
        self.words.setProperty("tone", tone)
        self.words.style().polish(self.words)
        self.reason.setText(reason)
        self.reason.setVisible(bool(reason))

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(self.theme.space(1.5))
        head.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.words, 1)
        lines = QVBoxLayout()
        lines.setSpacing(self.theme.space(0.5))
        lines.addLayout(head)
        lines.addWidget(self.reason)
        lines.addWidget(self.safer, 0, Qt.AlignmentFlag.AlignLeft)
        self.section.add_layout(lines)

    def _on_learned(self) -> None:
        desk = self.context.desk
        if desk.is_open and not self.isHidden() and self._shown in desk.plan.blocks:
            self.show_block(self.block)
