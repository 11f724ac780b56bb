"""Who takes over a block now, and how people meet then: a short bench, the best first."""

from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from planner.domain.blocks import Block, Mode, Seat
from planner.domain.edits.records import AddRecords
from planner.domain.ids import PersonId, SeatId
from planner.formats.wording.terms import term
from planner.schedule.agenda import Entry
from planner.schedule.bench import BenchEntry, bench
from planner.ui.context import Context
from planner.ui.controls.buttons import PlainButton
from planner.ui.controls.segments import Segments
from planner.ui.dialogs.frame import FramedDialog
from planner.ui.inspector.acquaintances import Acquaintances
from planner.ui.inspector.bench_part import BenchRow
from planner.ui.live.desk import LiveDesk
from planner.ui.timeline.faces import title_of

_MOST = 8
_WIDTH, _HEIGHT = 130, 90  # steps of the grid


class ReplaceDialog(FramedDialog):
    """One press chooses: the digits 1 to 8 take the person in that row."""

    def __init__(
        self, context: Context, parent: QWidget | None, live: LiveDesk, entry: Entry
    ) -> None:
        title = title_of(entry.block, context.language)
        super().__init__(
            context, parent, context.language.text("Who takes over {block}?", block=title)
        )
        self._live, self._block = live, entry.block
        self._people = {
            **Acquaintances(context.library).directory.people,
            **live.projection.agenda.plan.people,
        }
        self._seat = _seat(live, entry.block)
        self.modes = self._made_modes()
        self.rows: list[BenchRow] = []
        self._build(self._found(entry))
        self.setMinimumWidth(context.theme.space(_WIDTH))

    def choose(self, person: PersonId) -> None:
        """Write down that somebody takes over, in the chosen mode; a new face joins the plan."""
        plan = self.context.desk.plan
        if person not in plan.people:
            known = self._people.get(person)
            if known is None or not self.context.desk.apply(AddRecords((known,)), "live"):
                return
        mode = self.modes.value()
        is_same = mode is self._block.mode
        chosen = mode if isinstance(mode, Mode) and not is_same else None
        if self._live.replace(self._block, person, self._seat.person, chosen):
            self.accept()

    def _found(self, entry: Entry) -> tuple[BenchEntry, ...]:
        """Return the bench for the block as it would really be: from now on."""
        projection = self._live.projection
        start = max(projection.now, projection.run.starts[entry.index])
        moved = entry.timebox.start.moved(timedelta(seconds=start - entry.start))
        seats = entry.block.seats or (self._seat,)
        block = replace(entry.block, seats=seats, timebox=replace(entry.timebox, start=moved))
        plan = projection.agenda.plan.with_records([block])
        return bench(plan, block.id, self._seat.id, self._people)[:_MOST]

    def _made_modes(self) -> Segments:
        language = self.context.language
        rows = [(mode, term(mode, language)) for mode in Mode]
        modes = Segments(self.context.theme, rows, language.text("How people meet"), self)
        modes.set_value(self._block.mode or Mode.FACE_TO_FACE)
        return modes

    def _build(self, found: tuple[BenchEntry, ...]) -> None:
        self.body.addWidget(self.modes)
        listed = QWidget(self)
        column = QVBoxLayout(listed)
        column.setContentsMargins(0, 0, self.context.theme.space(2), 0)
        column.setSpacing(self.context.theme.space(1))
        plan = self._live.projection.agenda.plan
        known = plan.with_records(self._people.values())
        for number, one in enumerate(found, start=1):
            row = BenchRow(self.context, listed)
            row.show_entry(one, known)
            row.use.setText(f"{self.text('Choose')}  {number}")
            row.used.connect(self.choose)
            key = QShortcut(QKeySequence(str(number)), self)
            key.activated.connect(lambda person=one.person: self.choose(person))
            self.rows.append(row)
            column.addWidget(row)
        if not found:
            column.addWidget(QLabel(self.text("Nobody else is known.")))
        column.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setWidget(listed)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setMinimumHeight(self.context.theme.space(_HEIGHT))
        self.body.addWidget(area, 1)
        cancel = PlainButton(self.context.theme, self.text("Cancel"))
        cancel.clicked.connect(self.reject)
        self.footer.addWidget(cancel)
        if self.rows:
            self.rows[0].use.setFocus(Qt.FocusReason.TabFocusReason)


def _seat(live: LiveDesk, block: Block) -> Seat:
    """Return the seat of who has not come, else an empty one, else the first."""
    fact = live.projection.facts.get(block.id)
    absent = fact.absent if fact is not None else set()
    seats = block.seats
    gone = (seat for seat in seats if seat.person in absent)
    empty = (seat for seat in seats if seat.person is None)
    return next(gone, None) or next(empty, None) or next(iter(seats), Seat(SeatId("seat")))
