"""The head of the full screen: that it is a rehearsal, and what is most urgent now."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from planner.app.clock import RehearsalClock
from planner.formats.wording.playbooks import due_sentences
from planner.formats.wording.whose import with_names
from planner.schedule.repairs.playbooks import DueStep, Playbook, due_steps
from planner.ui.context import Context
from planner.ui.controls.plain_label import plain_label
from planner.ui.live.desk import LiveDesk
from planner.ui.theme.theme import Theme

_BY_URGENCY: Sequence[Playbook] = (
    Playbook.FIRE_ALARM,
    Playbook.ABSENT,
    Playbook.LATE,
    Playbook.DROPPED,
    Playbook.KEPT,
    Playbook.ROOM_TAKEN,
    Playbook.KEPT,
)
"""What is not here can wait until somebody is at the page itself."""

_JOINT = " \u00b7 "


class ScreenHead(QFrame):
    """Hidden while there is nothing to say. It never holds numbers: anybody may read it."""

    def __init__(
        self, context: Context, live: LiveDesk, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self._live = context, live
        self._has_names = False
        is_rehearsal = isinstance(context.clock, RehearsalClock)
        self.rehearsal = plain_label(context.language.text("Rehearsal"), "title", "info")
        self.urgent = plain_label("", "title", "error", is_wrapped=True)
        self.setProperty("surface", "surface")
        self.setProperty("line", "bottom")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.space(4), theme.space(2), theme.space(4), theme.space(2))
        row.setSpacing(theme.space(6))
        row.addWidget(self.rehearsal, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.urgent, 1)
        self.rehearsal.setVisible(is_rehearsal)
        for signal in (live.moved_on, live.opened, live.aimed):
            signal.connect(self.refresh)

    def show_names(self, *, has_names: bool) -> None:
        """Say whom it is about, or not, where strangers may read it."""
        self._has_names = has_names
        self.refresh()

    def refresh(self, _what: object = None) -> None:
        """Show what is due now."""
        live = self._live
        is_asked = live.is_open and live.is_today and not live.is_attachable
        said = self._sentence() if is_asked else ""
        self.urgent.setText(said)
        self.setVisible(bool(said) or not self.rehearsal.isHidden())

    def _sentence(self) -> str:
        live, language = self._live, self._context.language
        steps = self._steps()
        if not steps:
            return ""
        step, plan = steps[0], live.projection.agenda.plan
        task = step.task if step.playbook is Playbook.FIRE_ALARM else None  # others name people
        keeping = step.keeping if self._has_names else None
        bare = replace(step, task=task, contacts=(), hint="", following=None, keeping=keeping)
        first, *others = due_sentences(bare, plan, language)
        if self._has_names and live.candidate is None and keeping is None:
            first = with_names(first, plan, [step.block], language)
        more = len(steps) - 1
        if more:
            others.append(language.count("and {n} more", "and {n} more", more))
        return _JOINT.join([first, *others])

    def _steps(self) -> list[DueStep]:
        """Return what is due for the shown candidate or for anybody, the most urgent first."""
        live = self._live
        agenda, aims = live.projection.agenda, live.aims
        dated = zip(agenda.entries, agenda.dates, strict=True)
        everybody = (entry for entry, day in dated if day == live.day)
        found = due_steps(live.projection, everybody if aims is None else aims.entries)
        urgent = [step for step in found if step.playbook in _BY_URGENCY]
        return sorted(
            urgent, key=lambda step: (_BY_URGENCY.index(step.playbook), step.since.instant)
        )
