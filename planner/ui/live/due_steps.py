"""What the playbooks ask for now: who is to be called, with the number at hand."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from planner.formats.wording.playbooks import due_sentences
from planner.formats.wording.whose import with_names
from planner.schedule.repairs.playbooks import DueStep, due_steps, unnamed_steps
from planner.ui.context import Context
from planner.ui.live.desk import LiveDesk

_MOST = 2


class DueSteps(QFrame):
    """Hidden while nothing goes wrong. Numbers can be selected and copied."""

    def __init__(self, context: Context, live: LiveDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._live = context, live
        self._shown: tuple[tuple[str, ...], ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(context.theme.space(1))
        self.labels: list[QLabel] = []
        self.setAccessibleName(context.language.text("What to do now"))
        live.moved_on.connect(self.refresh)
        live.aimed.connect(self.refresh)
        live.opened.connect(self.refresh)
        self.refresh()

    def refresh(self, _what: object = None) -> None:
        """Show what is due for the shown candidate, or for anybody."""
        is_asked = self._live.is_today and not self._live.is_attachable
        found = tuple(self._sentences()) if is_asked else ()
        self.setVisible(bool(found))
        if found == self._shown:
            return
        self._shown = found
        lines = [(number, text) for step in found for number, text in enumerate(step)]
        while len(self.labels) < len(lines):
            self._add()
        for label in self.labels[len(lines) :]:
            label.hide()
        for label, (number, text) in zip(self.labels, lines, strict=False):
            self._fill(label, number, text)

    def _sentences(self) -> Iterator[tuple[str, ...]]:
        plan, language = self._live.projection.agenda.plan, self._context.language
        for step in self._steps():
            first, *others = due_sentences(step, plan, language)
            if self._live.candidate is None:
                first = with_names(first, plan, [step.block], language)
            yield (first, *others)

    def _steps(self) -> list[DueStep]:
        aims, agenda = self._live.aims, self._live.projection.agenda
        dated = zip(agenda.entries, agenda.dates, strict=True)
        shown = self._live.day
        everybody = [entry for entry, day in dated if day == shown]
        mine = everybody if aims is None else aims.entries
        found = due_steps(self._live.projection, mine)[:_MOST]
        told = {step.block for step in found}
        unnamed = unnamed_steps(self._live.projection, mine)
        return [*found, *(step for step in unnamed if step.block not in told)][:_MOST]

    def _add(self) -> None:
        label = QLabel(self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._column.addWidget(label)
        self.labels.append(label)

    def _fill(self, label: QLabel, number: int, text: str) -> None:
        tone, scale = _LOOKS[min(number, len(_LOOKS) - 1)]
        label.setProperty("tone", tone)
        label.setProperty("scale", scale)
        label.style().polish(label)
        label.setText(text)
        label.show()


_LOOKS = (("error", "strong"), ("", ""), ("muted", "small"))
