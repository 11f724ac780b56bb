"""The bench: who could take the seat that is open or chosen, why, and what it would cost."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from planner.domain.blocks import Block, Seat
from planner.domain.ids import PersonId
from planner.domain.plan import Plan
from planner.formats.wording.bench import bench_sentence, bench_warnings
from planner.formats.wording.namesakes import distinctions
from planner.schedule.bench import BenchEntry, bench
from planner.ui.context import Context
from planner.ui.controls.avatar import Avatar
from planner.ui.controls.buttons import LinkButton
from planner.ui.controls.elided_label import ElidedLabel
from planner.ui.controls.plain_label import plain_label
from planner.ui.controls.section import Section
from planner.ui.inspector.acquaintances import Acquaintances
from planner.ui.inspector.panel_part import PanelPart
from planner.ui.inspector.part import Part
from planner.ui.models.typed_people import person_edit

FEW = 5
"""So many people are shown at first."""
MOST = 30
"""So many are shown at all; whoever comes later is found by name."""


class BenchRow(QWidget):
    """One person of the bench; ``used(person)`` tells that they shall take the seat."""

    used = Signal(object)

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        theme = context.theme
        self._person: PersonId | None = None
        self._avatar = Avatar(theme, "", parent=self)
        self.name = ElidedLabel(parent=self)
        self.merits = plain_label("", "small", "muted", is_wrapped=True, parent=self)
        self.warnings = plain_label("", "small", "warning", is_wrapped=True, parent=self)
        self.use = LinkButton(theme, context.language.text("Use"), parent=self)
        self.use.clicked.connect(lambda: self.used.emit(self._person))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, theme.space(1), 0, theme.space(1))
        grid.setHorizontalSpacing(theme.space(2))
        grid.setVerticalSpacing(0)
        grid.addWidget(self._avatar, 0, 0, 2, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.name, 0, 1)
        grid.addWidget(self.merits, 1, 1)
        grid.addWidget(self.warnings, 2, 1)
        grid.addWidget(self.use, 0, 2, 2, 1, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(1, 1)

    def show_entry(self, entry: BenchEntry, plan: Plan, which: str = "") -> None:
        """Show somebody, what they bring and what speaks against them.

        ``which`` tells them from others of their name; it stands in the line that wraps.
        """
        language = self._context.language
        name = f"{entry.name} \u00b7 {which}" if which else entry.name
        self._person = entry.person
        self._avatar.set_name(entry.name)
        self.name.set_text(entry.name)
        merits = bench_sentence(entry, plan, language)
        self.merits.setText(f"{which} \u00b7 {merits}" if which else merits)
        warnings = " ".join(bench_warnings(entry, plan, language))
        self.warnings.setText(warnings)
        self.warnings.setVisible(bool(warnings))
        self.use.setAccessibleName(language.text("Use {name}", name=name))
        self.use.setAccessibleDescription(f"{self.merits.text()}. {warnings}")


class BenchPart(Part):
    """Shows the best five; the rest on demand. Filled a moment later, so that it never holds up."""

    filled = Signal()

    def __init__(
        self, context: Context, panel: PanelPart, acquaintances: Acquaintances, parent: QWidget
    ) -> None:
        super().__init__(context, parent)
        self._panel = panel
        self._acquaintances = acquaintances
        self._asked: tuple[Plan, Seat] | None = None
        self._entries: tuple[BenchEntry, ...] = ()
        self._which: Mapping[str, str] = {}
        self._rows: list[BenchRow] = []
        self.section = Section(context.theme, self.text("Bench: who could take this seat"), self)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.section.add_layout(self._list)
        self.more = LinkButton(context.theme, "", parent=self)
        self.more.clicked.connect(self._on_more)
        self.section.add(self.more)
        self.column.addWidget(self.section)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self.fill_now)
        panel.seat_chosen.connect(lambda _seat: self.show_block(self.block))

    @property
    def rows(self) -> list[BenchRow]:
        """Return the rows that are shown."""
        return [row for row in self._rows if not row.isHidden()]

    def matters(self, _block: Block) -> bool:
        """Say whether there is a seat to fill."""
        return self._panel.seat_to_fill() is not None

    def fill(self, _block: Block) -> None:
        """Ask for the bench as soon as there is time."""
        if self.is_other:
            self._show_rows(())
        self._later.start()

    def fill_now(self) -> None:
        """Ask who could take the seat, and show them."""
        desk = self.context.desk
        if not desk.is_open or self.isHidden() or self._shown not in desk.plan.blocks:
            return
        seat = self._panel.seat_to_fill()
        if seat is None or (self._asked and self._asked[0] is desk.plan and self._asked[1] == seat):
            self._show_rows(self._entries if seat is not None else ())
            return
        people = {**self._acquaintances.directory.people, **desk.plan.people}
        self._asked = (desk.plan, seat)
        self._entries = bench(desk.plan, self.block.id, seat.id, people)
        language = self.context.language
        self._which = distinctions(people.values(), desk.plan, language, is_internal=True)
        self._show_rows(self._entries)

    def _show_rows(self, entries: tuple[BenchEntry, ...], most: int = FEW) -> None:
        shown = entries[:most]
        while len(self._rows) < len(shown):
            row = BenchRow(self.context, self)
            row.used.connect(self._on_used)
            self._rows.append(row)
            self._list.addWidget(row)
        plan = self.context.desk.plan
        for number, row in enumerate(self._rows):
            row.setVisible(number < len(shown))
            if number < len(shown):
                row.show_entry(shown[number], plan, self._which.get(shown[number].person, ""))
        left = min(len(entries), MOST) - len(shown)
        self.more.setVisible(left > 0)
        self.more.setText(self.context.language.count("Show {n} more", "Show {n} more", left))
        self.filled.emit()

    def _on_more(self) -> None:
        self._show_rows(self._entries, MOST)

    def _on_used(self, person: PersonId) -> None:
        seat = self._panel.seat_to_fill()
        if seat is not None:
            plan, directory = self.context.desk.plan, self._acquaintances.directory
            self.make(person_edit(plan, directory, self.block.id, seat.id, person))
