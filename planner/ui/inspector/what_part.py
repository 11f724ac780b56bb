"""What: title and kind of a block, and its focus areas as chips that can be taken away."""

from functools import partial

from PySide6.QtWidgets import QWidget

from planner.domain.blocks import Block, Kind
from planner.domain.edits.details import ChangeDetails
from planner.domain.ids import FocusAreaId
from planner.domain.plan import Plan
from planner.formats.wording.terms import term
from planner.ui.context import Context
from planner.ui.controls.chip_button import ChipButton
from planner.ui.controls.choice_field import ChoiceField
from planner.ui.controls.flow_layout import FlowLayout
from planner.ui.controls.record_combo import RecordCombo, Row
from planner.ui.controls.section import Section
from planner.ui.inspector.fields import fill, word_field, words
from planner.ui.inspector.part import Part
from planner.ui.models.typed_cells import focus_edit
from planner.ui.models.typed_kinds import kind_edits
from planner.ui.models.typed_names import SEPARATOR
from planner.ui.models.typed_steps import joined


class WhatPart(Part):
    """Title and kind."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(context, parent)
        self.title = word_field(context, self.text("Title"))
        rows = [(kind, term(kind, context.language)) for kind in Kind]
        self.kind = ChoiceField(rows, self.text("Kind"))
        grid = self.grid()
        grid.add(self.text("Title"), self.title)
        grid.add(self.text("Kind"), self.kind)
        self.title.entered.connect(self._on_title)
        self.kind.chosen.connect(self._on_kind)

    def fill(self, block: Block) -> None:
        """Show what a block is."""
        fill(self.title, block.title, is_other=self.is_other)
        self.title.setPlaceholderText(term(block.kind, self.context.language))
        self.kind.set_value(block.kind)

    def _on_title(self, title: object) -> None:
        self.make(ChangeDetails(self.block.id, title=words(title)), self.title)

    def _on_kind(self, kind: Kind) -> None:
        if kind is not self.block.kind:
            self.make(joined(kind_edits(self.block, kind)))


class FocusPart(Part):
    """Focus areas: a click on a chip takes one away, the field below adds one, known or new."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(context, parent)
        self._offered: Plan | None = None
        self._shown_areas: tuple[tuple[FocusAreaId, str], ...] | None = None
        self.section = Section(context.theme, self.text("Focus areas"), self)
        self._holder = QWidget(self)
        self._flow = FlowLayout(context.theme, self._holder)
        self.add = RecordCombo(
            context.theme, self.text("Add a focus area"), create=self.text("Add a new focus area")
        )
        line = self.add.lineEdit()
        if line is not None:
            line.setPlaceholderText(self.text("Add a focus area"))
        self.section.add(self._holder)
        self.section.add(self.add)
        self.column.addWidget(self.section)
        self.add.picked.connect(self._on_picked)
        self.add.create_wanted.connect(self._on_create)

    @property
    def chips(self) -> list[ChipButton]:
        """Return the chips that are shown."""
        found = (self._flow.itemAt(number) for number in range(self._flow.count()))
        widgets = (item.widget() for item in found if item is not None)
        return [widget for widget in widgets if isinstance(widget, ChipButton)]

    def matters(self, block: Block) -> bool:
        """Say whether something can be assessed in a block."""
        return block.kind is Kind.INTERVIEW or block.is_assessing or bool(block.focus_areas)

    def fill(self, block: Block) -> None:
        """Show what is assessed in a block."""
        areas = self.context.desk.plan.focus_areas
        shown = tuple((area, areas[area].name) for area in block.focus_areas if area in areas)
        if shown != self._shown_areas:
            self._shown_areas = shown
            self._show_chips(shown)
        self._offer(block)

    def _show_chips(self, shown: tuple[tuple[FocusAreaId, str], ...]) -> None:
        self._flow.clear()
        for area, name in shown:
            chip = ChipButton(self.theme, name, icon="x", parent=self._holder)
            chip.setAccessibleName(self.text("Take away {name}", name=name))
            chip.setToolTip(self.text("Click to take it away"))
            chip.clicked.connect(partial(self._on_removed, area))
            self._flow.addWidget(chip)
            chip.show()
        self._holder.setVisible(bool(shown))
        self._holder.updateGeometry()

    def _offer(self, block: Block) -> None:
        plan = self.context.desk.plan
        if (
            self._offered is None
            or self._offered.focus_areas is not plan.focus_areas
            or self.is_other
        ):
            free = (a for a in plan.focus_areas.values() if a.id not in block.focus_areas)
            self.add.set_rows([Row(area.id, area.name) for area in free])
        self._offered = plan
        self.add.pick(None)
        self.add.clearEditText()

    def _on_removed(self, area: FocusAreaId, *_: object) -> None:
        kept = tuple(held for held in self.block.focus_areas if held != area)
        self.make(ChangeDetails(self.block.id, focus_areas=kept))

    def _on_picked(self, area: object) -> None:
        if area is not None:
            areas = (*self.block.focus_areas, FocusAreaId(str(area)))
            self.make(ChangeDetails(self.block.id, focus_areas=tuple(dict.fromkeys(areas))))

    def _on_create(self, name: str) -> None:
        plan, block = self.context.desk.plan, self.block
        held = [plan.focus_areas[a].name for a in block.focus_areas if a in plan.focus_areas]
        if name.strip():
            self.make(focus_edit(plan, block, SEPARATOR.join([*held, name])))
