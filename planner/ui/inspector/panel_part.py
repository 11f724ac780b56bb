"""Who: the seats of a block's panel, and a field to name somebody for one of them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.domain.blocks import Block, Rsvp, Seat, SeatRole
from planner.domain.edits.base import Edit
from planner.domain.edits.fresh import new_seat
from planner.domain.edits.panel import AddSeat, Answer, ChangeSeat, RemoveSeat, UnassignSeat
from planner.domain.ids import SeatId
from planner.domain.plan import Plan
from planner.ui.context import Context
from planner.ui.controls.buttons import LinkButton
from planner.ui.controls.record_combo import RecordCombo
from planner.ui.controls.section import Section
from planner.ui.inspector.acquaintances import Acquaintances
from planner.ui.inspector.part import Part
from planner.ui.inspector.seat_row import SeatRow
from planner.ui.models.typed_people import next_role, person_edit, seat_edit


class PanelPart(Part):
    """``seat_chosen`` tells which seat is to be filled, None when none is any more."""

    seat_chosen = Signal(object)

    def __init__(self, context: Context, acquaintances: Acquaintances, parent: QWidget) -> None:
        super().__init__(context, parent)
        self._acquaintances = acquaintances
        self._chosen: SeatId | None = None
        self.section = Section(context.theme, self.text("Panel"), self)
        self.add = LinkButton(context.theme, self.text("Add a seat"), "plus", self)
        self.section.add_to_head(self.add)
        self._rows: list[SeatRow] = []
        self._seats = QVBoxLayout()
        self._seats.setSpacing(0)
        self.section.add_layout(self._seats)
        self.person = RecordCombo(
            context.theme, self.text("Person for this seat"), create=self.text("Add a new person")
        )
        line = self.person.lineEdit()
        if line is not None:
            line.setPlaceholderText(self.text("Type a name"))
        self.person.hide()
        self.section.add(self.person)
        self.column.addWidget(self.section)
        self._offered: Plan | None = None
        self.add.clicked.connect(self._on_add)
        self.person.picked.connect(self._on_picked)
        self.person.create_wanted.connect(self._on_create)

    @property
    def rows(self) -> list[SeatRow]:
        """Return the rows of the seats that are shown."""
        return self._rows[: len(self.block.seats)]

    def seat_to_fill(self) -> Seat | None:
        """Return the seat that the bench is for: the chosen one, else the first empty one."""
        seats = self.block.seats
        chosen = next((seat for seat in seats if seat.id == self._chosen), None)
        return chosen or next((seat for seat in seats if seat.person is None), None)

    def fill(self, block: Block) -> None:
        """Show the seats of a block."""
        if self.is_other or self._chosen not in {seat.id for seat in block.seats}:
            self._choose(None)
        while len(self._rows) < len(block.seats):
            self._rows.append(self._new_row())
        people = self.context.desk.plan.people
        for number, row in enumerate(self._rows):
            row.setVisible(number < len(block.seats))
            if number < len(block.seats):
                seat = block.seats[number]
                row.show_seat(seat, people.get(seat.person) if seat.person else None)

    def name_somebody(self, seat: Seat) -> None:
        """Open the field that names a person for a seat."""
        self._choose(seat.id)
        plan = self.context.desk.plan
        if plan is not self._offered:
            self._offered = plan
            self.person.set_rows(self._acquaintances.people_rows(plan))
        self.person.pick(None)
        self.person.clearEditText()
        self.person.show()
        self.person.setFocus(Qt.FocusReason.OtherFocusReason)
        self.seat_chosen.emit(seat)

    def _choose(self, seat: SeatId | None) -> None:
        self._chosen = seat
        if seat is None:
            self.person.hide()

    def _new_row(self) -> SeatRow:
        row = SeatRow(self.context, self)
        row.person_wanted.connect(self.name_somebody)
        row.role_chosen.connect(self._on_role)
        row.answer_chosen.connect(self._on_answer)
        row.emptied.connect(lambda seat: self.make(UnassignSeat(self.block.id, seat.id)))
        row.removed.connect(lambda seat: self.make(RemoveSeat(self.block.id, seat.id)))
        self._seats.addWidget(row)
        return row

    def _on_add(self) -> None:
        seat = new_seat(next_role(self.block))
        if self.make(AddSeat(self.block.id, seat)):
            self.name_somebody(seat)

    def _on_role(self, seat: Seat, role: SeatRole) -> None:
        self.make(ChangeSeat(self.block.id, seat.id, role=role))

    def _on_answer(self, seat: Seat, answer: Rsvp) -> None:
        self.make(Answer(self.block.id, seat.id, answer))

    def _on_picked(self, person: object) -> None:
        seat = self.seat_to_fill()
        if person is not None and seat is not None:
            plan, directory = self.context.desk.plan, self._acquaintances.directory
            self._seated(person_edit(plan, directory, self.block.id, seat.id, str(person)))

    def _on_create(self, name: str) -> None:
        seat = self.seat_to_fill()
        if name.strip() and seat is not None:
            plan, directory = self.context.desk.plan, self._acquaintances.directory
            self._seated(seat_edit(plan, directory, self.block.id, seat.id, name))

    def _seated(self, edit: Edit) -> None:
        self._choose(None)
        self.make(edit)
        self.seat_chosen.emit(None)
