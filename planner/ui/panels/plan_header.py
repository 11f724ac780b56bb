"""The head of a plan: its title, what the day holds, and what is wrong, at a glance."""

from datetime import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from planner.domain.edits.document import ChangePlan
from planner.domain.problems import Severity
from planner.domain.subjects import Subject
from planner.domain.times import Moment
from planner.formats.wording.figures import figures_line
from planner.schedule.day_figures import DayFigures, day_figures
from planner.ui.context import Context
from planner.ui.controls.chip_button import ChipButton
from planner.ui.controls.elided_label import ElidedLabel
from planner.ui.controls.flow_layout import FlowLayout
from planner.ui.controls.tips import tip
from planner.ui.panels.header_chips import HeaderChip, header_chips
from planner.ui.panels.title_field import TitleField
from planner.ui.risk_watch import risk_watch_of
from planner.ui.theme.tones import Tone

if TYPE_CHECKING:
    from planner.schedule.risk.risks import RestRisk

_ORIGIN = "plan header"
_SEPARATOR = " \u00b7 "
_NOON = time(12)
_CHIP_ICON = 14


class PlanHeader(QFrame):
    """Answers for the open plan and the day that is shown.

    ``problems_asked(severity)`` is for the list of problems; other chips show what they are about.
    """

    problems_asked = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._shown: list[HeaderChip] = []
        self.title = TitleField(context.theme, context.language, self)
        self.line = ElidedLabel("", self)
        self.chips: list[ChipButton] = []
        self._flow = FlowLayout(context.theme)
        self._build()
        desk = context.desk
        self.title.title_typed.connect(self._on_title_typed)
        self._watch = risk_watch_of(context)
        for signal in (desk.opened, desk.changed, desk.day_shown, self._watch.learned):
            signal.connect(self._refresh)
        self._refresh()

    def _build(self) -> None:
        space = self._context.theme.space
        self.setProperty("surface", "surface")
        self.setProperty("line", "bottom")
        self.line.setProperty("tone", "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(space(5), space(2), space(5), space(3))
        column.setSpacing(space(1))
        column.addWidget(self.title)
        column.addWidget(self.line)
        column.addSpacing(space(1.5))
        column.addLayout(self._flow)

    def _refresh(self, _what: object = None) -> None:
        desk = self._context.desk
        if not desk.is_open:
            self._show_chips([])
            return
        figures = (
            day_figures(desk.agenda, desk.projection, desk.day) if desk.day is not None else None
        )
        self.title.show_title(desk.plan.title)
        self.line.set_text(_SEPARATOR.join(self._said(figures)))
        risk = self._meal_risk(figures)
        self._show_chips(list(header_chips(desk, figures, self._context.language, risk)))

    def _meal_risk(self, figures: DayFigures | None) -> "RestRisk | None":
        """Return the risk to the meal; asked for only while somebody sees it."""
        if figures is None or figures.meal is None or not self.isVisible():
            return None
        return self._watch.rest(figures.meal.block)

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for what nobody saw until now."""
        super().showEvent(event)
        self._refresh()

    def _said(self, figures: DayFigures | None) -> list[str]:
        """Return the parts of the line below the title."""
        language = self._context.language
        if figures is None:
            return [language.text("Nothing has a time yet.")]
        held = figures_line(figures, language)
        return [language.day(figures.day), self._place(figures), *([held] if held else [])]

    def _place(self, figures: DayFigures) -> str:
        """Return the office of the plan and its offset on that day; the zone where it has none."""
        plan, language = self._context.desk.plan, self._context.language
        start = figures.start or Moment.from_wall(figures.day, _NOON, plan.zone())
        office = plan.offices.get(plan.office) if plan.office is not None else None
        name = office.name if office is not None else start.zone
        return f"{name} ({language.offset(start)})"

    def _show_chips(self, chips: list[HeaderChip]) -> None:
        """Show chips in the buttons that are there, so that none loses the focus."""
        if chips == self._shown:
            return
        while len(self.chips) < len(chips):
            self._add_chip()
        for button, chip in zip(self.chips, chips, strict=False):
            self._dress(button, chip)
        for button in self.chips[len(chips) :]:
            button.hide()
        self._shown = chips
        self.updateGeometry()

    def _add_chip(self) -> None:
        number = len(self.chips)
        button = ChipButton(self._context.theme, "", parent=self)
        button.clicked.connect(lambda: self._on_chip_clicked(number))
        side = self._context.theme.length(_CHIP_ICON)
        button.setIconSize(QSize(side, side))
        self.chips.append(button)
        self._flow.addWidget(button)

    def _dress(self, button: ChipButton, chip: HeaderChip) -> None:
        button.setText(chip.text.replace("&", "&&"))
        button.setAccessibleName(chip.text)
        button.setAccessibleDescription(chip.reason)
        button.setToolTip(tip(chip.reason))
        button.setProperty("tone", str(chip.tone))
        ink = "text" if chip.tone is Tone.NEUTRAL else chip.tone.ink
        button.setIcon(self._context.theme.icon(chip.icon, ink))
        button.style().polish(button)
        button.show()

    def _on_chip_clicked(self, number: int) -> None:
        target = self._shown[number].target
        if isinstance(target, Severity):
            self.problems_asked.emit(target)
        elif isinstance(target, Subject):
            self._context.desk.reveal(target)

    def _on_title_typed(self, title: str) -> None:
        self._context.desk.apply(ChangePlan(title=title), _ORIGIN)
